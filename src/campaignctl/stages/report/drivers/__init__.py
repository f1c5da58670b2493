"""What drove the change: a bridge from before to the campaign, of the finest parts that the data give."""

from campaignctl.stages.report.drivers.section import drivers

__all__ = ["drivers"]

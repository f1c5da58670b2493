"""Sales by day in, what the campaign brought beyond what was to be expected out."""

from campaignctl.stages.report.lift.effect import measure_lift
from campaignctl.stages.report.lift.section import lift

__all__ = ["lift", "measure_lift"]

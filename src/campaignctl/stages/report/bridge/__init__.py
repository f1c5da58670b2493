"""A number that somebody else has of the same campaign in, the steps from it to ours out."""

from campaignctl.stages.report.bridge.section import bridge
from campaignctl.stages.report.bridge.steps import Bridge, bridged

__all__ = ["Bridge", "bridge", "bridged"]

"""Sales by day in, what the campaign brought beyond what was to be expected out."""

from campaignctl.stages.report.lift.card import brought
from campaignctl.stages.report.lift.change import change
from campaignctl.stages.report.lift.effect import Lift, measure_lift
from campaignctl.stages.report.lift.section import lift

__all__ = ["Lift", "brought", "change", "lift", "measure_lift"]

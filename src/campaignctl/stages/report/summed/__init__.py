"""Sums that a team has instead of order lines, as far as a report can be made of them."""

from campaignctl.stages.report.summed.taking import with_sums
from campaignctl.stages.report.taken_sums import LeftOut, Summed

__all__ = ["LeftOut", "Summed", "with_sums"]

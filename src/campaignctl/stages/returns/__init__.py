"""What was found in, one return per workbook out: what to mark in it, and the list of what remains."""

from campaignctl.stages.returns.stage import Occasion, as_new, returns_of

__all__ = ["Occasion", "as_new", "returns_of"]

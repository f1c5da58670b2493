"""Registered lines in, the decisions workbook out: what is known of each line, and what our rules would do with it."""

from campaignctl.stages.decide.stage import Decide, decide

__all__ = ["Decide", "decide"]

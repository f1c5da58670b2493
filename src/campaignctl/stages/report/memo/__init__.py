"""The whole report in, the two pages for whoever decides out."""

from campaignctl.stages.report.memo.memo import days_drawn, memo

__all__ = ["days_drawn", "memo"]

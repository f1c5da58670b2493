"""The figures of a report in, what stands out of them out."""

from campaignctl.stages.report.insights.section import insights

__all__ = ["insights"]

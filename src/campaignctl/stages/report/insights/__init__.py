"""The figures of a report in, what stands out of them out."""

from campaignctl.stages.report.insights.section import BRIEF, HEADS, ON_SLIDES, insight_table, insights, standing_out

__all__ = ["BRIEF", "HEADS", "ON_SLIDES", "insight_table", "insights", "standing_out"]

"""The figures of a report in, what stands out of them out."""

from campaignctl.stages.report.insights.section import BRIEF, insight_table, insights, standing_out

__all__ = ["BRIEF", "insight_table", "insights", "standing_out"]

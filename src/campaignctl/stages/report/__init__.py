"""A campaign's set-up and tables in, the document of its report out."""

from campaignctl.stages.report.inputs import ReportInputs
from campaignctl.stages.report.stage import report
from campaignctl.stages.report.views import for_dashboard, for_deck, for_workbook
from campaignctl.stages.report.vocabulary import VOCABULARY

__all__ = ["VOCABULARY", "ReportInputs", "for_dashboard", "for_deck", "for_workbook", "report"]

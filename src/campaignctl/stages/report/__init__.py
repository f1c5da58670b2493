"""A campaign's set-up and tables in, the document of its report out."""

from campaignctl.stages.report.actions import asked_for
from campaignctl.stages.report.follow_up import follow_up
from campaignctl.stages.report.inputs import ReportInputs
from campaignctl.stages.report.last_sold import as_of_last_sold
from campaignctl.stages.report.one_seller import chosen, seller_documents
from campaignctl.stages.report.span import Span, of_period
from campaignctl.stages.report.stage import report
from campaignctl.stages.report.summed import with_sums
from campaignctl.stages.report.views import for_dashboard, for_deck, for_memo, for_today, for_workbook
from campaignctl.stages.report.vocabulary import vocabulary

__all__ = [
    "ReportInputs",
    "Span",
    "as_of_last_sold",
    "asked_for",
    "chosen",
    "follow_up",
    "for_dashboard",
    "for_deck",
    "for_memo",
    "for_today",
    "for_workbook",
    "of_period",
    "report",
    "seller_documents",
    "vocabulary",
    "with_sums",
]

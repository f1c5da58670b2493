"""What only slides show: parts of the report put together again for a page that says one thing."""

from campaignctl.stages.report.slides.answer import with_answer
from campaignctl.stages.report.slides.appendix import appendix
from campaignctl.stages.report.slides.before import sign, times_before, with_before
from campaignctl.stages.report.slides.conversion import with_conversion
from campaignctl.stages.report.slides.delivered import delivered
from campaignctl.stages.report.slides.payback import payback
from campaignctl.stages.report.slides.points import in_words, missing, with_points
from campaignctl.stages.report.slides.shortfall import shortfall
from campaignctl.stages.report.slides.steps import next_steps
from campaignctl.stages.report.slides.terms import in_full, terms

__all__ = [
    "appendix",
    "delivered",
    "in_full",
    "in_words",
    "missing",
    "next_steps",
    "payback",
    "shortfall",
    "sign",
    "terms",
    "times_before",
    "with_answer",
    "with_before",
    "with_conversion",
    "with_points",
]

"""What only slides show: parts of the report put together again for a page that says one thing."""

from campaignctl.stages.report.slides.answer import effect, with_answer
from campaignctl.stages.report.slides.appendix import appendix
from campaignctl.stages.report.slides.before import sign, times_before, with_before
from campaignctl.stages.report.slides.conversion import with_conversion
from campaignctl.stages.report.slides.cost_share import enter_cost_share, with_cost_share
from campaignctl.stages.report.slides.delivered import delivered
from campaignctl.stages.report.slides.payback import on_slide, payback
from campaignctl.stages.report.slides.points import brought, missing, with_points
from campaignctl.stages.report.slides.shortfall import shortfall
from campaignctl.stages.report.slides.steps import DECISIONS, due_on, next_steps, weightiest
from campaignctl.stages.report.slides.terms import in_full, terms

__all__ = [
    "DECISIONS",
    "appendix",
    "brought",
    "delivered",
    "due_on",
    "effect",
    "enter_cost_share",
    "in_full",
    "missing",
    "next_steps",
    "on_slide",
    "payback",
    "shortfall",
    "sign",
    "terms",
    "times_before",
    "weightiest",
    "with_answer",
    "with_before",
    "with_conversion",
    "with_cost_share",
    "with_points",
]

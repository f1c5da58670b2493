"""What a report is of, in the words of its sentences: the campaign, or the day, week or month of a regular report."""

from datetime import time

from campaignctl.domain.sentences import Sentence, say
from campaignctl.domain.times import zone_words
from campaignctl.stages.report.basis import Basis
from campaignctl.stages.report.phrases import cut
from campaignctl.stages.report.span import Span, span_words
from campaignctl.stages.report.times import clock, full_day

KINDS = {Span.DAY: "Daily report", Span.WEEK: "Weekly report", Span.MONTH: "Monthly report"}
_WHEN = {Span.DAY: " on ", Span.WEEK: " in the week of ", Span.MONTH: " in "}


def is_regular(basis: Basis) -> bool:
    """Whether the report is of a calendar period: what was promised for the campaign says nothing of its sales."""
    return basis.inputs.span is not Span.CAMPAIGN


def kind(basis: Basis) -> str:
    """Return ``Campaign report``, or what a regular report is called."""
    return KINDS.get(basis.inputs.span, "Campaign report")


def when(basis: Basis) -> str:
    """Return `` in the week of Nov 9 to 15`` of a regular report; nothing of a campaign's, for its name says it."""
    inputs = basis.inputs
    if not is_regular(basis):
        return ""
    return _WHEN[inputs.span] + span_words(inputs.span, inputs.window, inputs.zone)


def not_yet(basis: Basis) -> Sentence:
    """Return ``Holiday Deals begins Fri Nov 20; nothing is sold yet`` before it does; else nothing."""
    inputs = basis.inputs
    if inputs.as_of >= inputs.window.start:
        return Sentence()
    local = inputs.window.start.astimezone(inputs.zone)
    hour = f", {clock(local)} {zone_words(inputs.zone.key)}" if local.time() != time() else ""
    at = full_day(local.date()) + hour
    return say("{name} begins {at}; nothing is sold yet", name=cut(inputs.campaign.name), at=at)

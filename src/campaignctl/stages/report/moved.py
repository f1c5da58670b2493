"""What moved since the last report of a campaign that is over: returns, late cancellations, exports that came late."""

from collections.abc import Iterator, Sequence

from campaignctl.domain.document import Text
from campaignctl.domain.earlier import SAME_HOUR
from campaignctl.domain.formats import Format
from campaignctl.domain.sentences import Sentence, say
from campaignctl.metrics.catalogue import by_id
from campaignctl.metrics.ledger import TOTAL
from campaignctl.metrics.metric import Unit
from campaignctl.stages.report.basis import Basis, joined
from campaignctl.stages.report.phrases import listed
from campaignctl.stages.report.provisional import is_provisional
from campaignctl.stages.report.times import day_words

LAST = "last"
"""The period under which the figures of the last report stand."""


def moved(basis: Basis, words: Sequence[str]) -> Text | None:
    """Return which of the figures ``words`` moved since the last report; None before the end, or without one then."""
    last = basis.inputs.last
    if last is None or last.as_of + SAME_HOUR < basis.inputs.window.end or not basis.periods.is_over:
        return None
    day = day_words(last.as_of.astimezone(basis.inputs.zone).date())
    found = list(_moved(basis, words))
    told = say("Nothing moved since the report of {day}.", day=day)
    if found:
        told = joined(say("Since the report of {day} these moved: ", day=day), listed(found), say("."))
    closed = () if is_provisional(basis) else (say("Returns are closed: these figures are final."),)
    return Text("moved", (told, *closed))


def _moved(basis: Basis, words: Sequence[str]) -> Iterator[Sentence]:
    """Yield ``net GMV −$1,233`` of amounts, in whole units, and of everything else its change."""
    for word in words:
        page, now, then = by_id(word), basis.ledger.value(word), basis.ledger.value(word, TOTAL.on(LAST))
        if now is None or then is None or float(now) == float(then):
            continue
        comparison = f"{LAST}_gap" if page.unit is Unit.MONEY else LAST
        name = page.label if page.label[1:2].isupper() else page.label[:1].lower() + page.label[1:]
        by = basis.ref(word, TOTAL.against(comparison), Format.MONEY)
        if by is not None:
            yield Sentence((f"{name} ", by))

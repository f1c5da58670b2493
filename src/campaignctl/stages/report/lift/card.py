"""What the campaign brought as a card, named by how far the data can tell it, and never as more than that."""

from campaignctl.domain.document import Against, Card
from campaignctl.domain.sentences import Sentence, say
from campaignctl.domain.tables import Mark
from campaignctl.metrics.ledger import TOTAL
from campaignctl.stages.report.basis import BASELINE, Basis, joined
from campaignctl.stages.report.grid import mark
from campaignctl.stages.report.lift.effect import EXPECTED, GAP, HIGH, LOW, Lift, up_to
from campaignctl.stages.report.lift.rung import Rung
from campaignctl.stages.report.lift.section import interval

LIFT, TREND, CHANGE = "Lift over expected", "Change against its own trend", "Change against the baseline"
_ELSE = "whatever else happened in those days is in it"
_MEANINGS = {
    Rung.CONTROL: "GMV above what comparison shops outside the campaign let expect for the same days",
    Rung.TREND: f"GMV above what the weeks before let expect; {_ELSE}",
    Rung.BASELINE: f"GMV less the baseline; {_ELSE}",
}


def brought(basis: Basis, found: Lift) -> Card | None:
    """Return the lift, else the change against the campaign's own trend, else against the baseline; None without any.

    Its money is the figure; the effect with its interval and the one wording of a verdict stand below.
    """
    if found.estimate is None:
        return _change(basis, found)
    label = LIFT if found.rung is Rung.CONTROL else TREND
    money = basis.id("gmv", TOTAL.against(EXPECTED + GAP))
    return Card("", label, money, _lines(basis, found), meaning=_MEANINGS[found.rung])


def _lines(basis: Basis, found: Lift) -> tuple[Against, ...]:
    size, reach = interval(basis, TOTAL, EXPECTED), _reach(basis, found)
    if found.verdict:
        rose = (basis.ledger.value("gmv", TOTAL.against(EXPECTED)) or 0) > 0
        told = Against(joined(say("▲ " if rose else "▼ "), size), mark=Mark.GOOD if rose else Mark.BAD)
        return (told, Against(joined(say("distinguishable from zero"), reach)))
    low, middle, high = (basis.id("gmv", TOTAL.against(EXPECTED + end)) for end in (LOW, "", HIGH))
    verdict = "too few fake dates for a verdict" if found.verdict is None else "not distinguishable from zero"
    ends = say(f"95% interval {{{low}}} to {{{high}}}")
    return (Against(say(f"{{{middle}}}, {verdict}")), Against(joined(ends, reach)))


def _reach(basis: Basis, found: Lift) -> Sentence:
    """Return up to which day it is told, and without which shops, where that is not the report's own last day."""
    words = up_to(basis, found)
    return say(f",{words}") if words else Sentence()


def _change(basis: Basis, found: Lift) -> Card | None:
    gap, change = TOTAL.against(f"{BASELINE}_gap"), TOTAL.against(BASELINE)
    known = all(basis.ledger.value("gmv", at) is not None for at in (gap, change, TOTAL.on(BASELINE)))
    if found.rung is not Rung.BASELINE or not known:
        return None
    usual = say(f"baseline {{{basis.id('gmv', TOTAL.on(BASELINE))}}}")
    lines = (
        Against(usual, basis.id("gmv", change), mark(basis, "gmv", change)),
        Against(say("whatever else happened then is in it")),
    )
    return Card("", CHANGE, basis.id("gmv", gap), lines, meaning=_MEANINGS[Rung.BASELINE])

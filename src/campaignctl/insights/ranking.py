"""All detectors run over one evidence; what they say is kept by its adjusted chance, and ranked by what is at stake.

Detectors that look at the same numbers make one test between them: it counts once, and what rests on it is told once.
What people asked by noting an event was named before anybody looked: it is looked at harder, all else a little less.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from campaignctl.insights.evidence import Evidence
from campaignctl.insights.insight import Insight, Sort, Tried
from campaignctl.methods.discoveries import adjusted

KEEP = 0.02
"""Of the discoveries kept, one in fifty is false on average; one in twenty would let through more than one insight in
twenty reports on days that were shuffled."""

ASKED = 10
"""How many times harder a noted event is looked at than what nobody named."""

ASKS = (Sort.STOP, Sort.REPEAT, Sort.TRY, Sort.LOST, Sort.WORKS, Sort.WATCH)
"""Of two sentences about the same test the one that asks for more is told."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A kept insight: its page's code, what it says, and how certain it is (1 for a fact)."""

    code: str
    tried: Tried
    certainty: float

    @property
    def weight(self) -> float:
        """Money at stake times certainty."""
        return self.tried.impact * self.certainty


def found(pages: Iterable[Insight], evidence: Evidence) -> tuple[Ranked, ...]:
    """Return the insights worth telling, the weightiest first, what is told aside last; every test tried counts."""
    tried = [(page, one) for page in pages for one in page.detect(evidence)]
    kept = _foremost(_once(_kept(tried)), {page.code: page.yields_to for page, _ in tried})
    return tuple(sorted(kept, key=lambda each: (each.tried.aside, -each.weight, each.code, each.tried.key)))


def _kept(tried: list[tuple[Insight, Tried]]) -> list[Ranked]:
    """Return facts, and what chance does not explain over all of these tests."""
    tests = sorted({(one.p, ASKED if page.is_asked else 1) for page, one in tried if one.p is not None})
    raised = adjusted([p for p, _ in tests], [weight for _, weight in tests])
    certain = {test: 1 - float(each) for test, each in zip(tests, raised, strict=True)}
    return [
        Ranked(page.code, one, certainty)
        for page, one in tried
        if one.say
        and (certainty := 1.0 if one.p is None else certain[one.p, ASKED if page.is_asked else 1]) >= 1 - KEEP
    ]


def _once(kept: list[Ranked]) -> list[Ranked]:
    """Return facts, and of each test the sentence that asks for most."""
    facts = [one for one in kept if one.tried.p is None]
    by_test: dict[tuple[float, int], Ranked] = {}
    for one in sorted(kept, key=lambda each: (ASKS.index(each.tried.sort), each.code, each.tried.key)):
        if one.tried.p is not None:
            by_test.setdefault((one.tried.p, one.tried.impact), one)
    return facts + list(by_test.values())


def _foremost(kept: list[Ranked], yields_to: Mapping[str, tuple[str, ...]]) -> list[Ranked]:
    """Return all but what another page tells better of the same key: to the same side, or of a fact to either.

    A plan is a guess: who sold less than at the pace of the others, and more than planned, is not to be planned more.
    """
    told = {(one.code, one.tried.key, good) for one in kept for good in (one.tried.sort.is_good, None)}
    return [one for one in kept if not any((code, one.tried.key, _side(one)) in told for code in yields_to[one.code])]


def _side(one: Ranked) -> bool | None:
    return None if one.tried.p is None else one.tried.sort.is_good

"""All detectors run over one evidence; what they say is kept by its adjusted chance, and ranked by what is at stake."""

from collections.abc import Iterable
from dataclasses import dataclass

from campaignctl.insights.evidence import Evidence
from campaignctl.insights.insight import Insight, Tried
from campaignctl.methods.discoveries import adjusted

KEEP = 0.05
"""Of the discoveries kept, one in twenty is false on average."""


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
    """Return the insights worth telling, the weightiest first; every test tried counts in the adjustment."""
    tried = [(page.code, one) for page in pages for one in page.detect(evidence)]
    chances = [one.p for _, one in tried if one.p is not None]
    raised = iter(adjusted(chances))
    certain = [1.0 if one.p is None else 1 - float(next(raised)) for _, one in tried]
    kept = [
        Ranked(code, one, certainty)
        for (code, one), certainty in zip(tried, certain, strict=True)
        if one.say and certainty >= 1 - KEEP
    ]
    return tuple(sorted(kept, key=lambda each: (-each.weight, each.code, each.tried.key)))

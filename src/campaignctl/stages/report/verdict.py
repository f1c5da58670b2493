"""Who met the plan and who did not: the target where it is set, else the baseline."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from campaignctl.insights.plans import is_beyond
from campaignctl.metrics.ledger import At, Key
from campaignctl.stages.report.basis import BASELINE, TARGET, Basis
from campaignctl.stages.report.counts import ABOVE, BELOW, JUDGED, ON, QUESTIONED

ON_PLAN = 0.05
"""A seller within 5% of its plan is on plan."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The keys of a scope above, on and below plan, each the furthest first; ``period`` is what they are held against.

    ``name`` is the scope of the counts (``above.categories``).
    """

    name: str
    scope: str
    period: str
    above: tuple[Key, ...] = ()
    on: tuple[Key, ...] = ()
    below: tuple[Key, ...] = ()

    @property
    def judged(self) -> int:
        """How many could be compared."""
        return len(self.above) + len(self.on) + len(self.below)

    def gap(self, key: Key) -> At:
        """Return the place of a key's difference in money."""
        return At(self.scope, key).against(f"{self.period}_gap")


def judge(basis: Basis, name: str, scope: str, keys: Sequence[Key], within: float = 0.0) -> Verdict:
    """Sort ``keys`` into above, on and below plan and enter the three counts; ``within`` is a share of the plan.

    A key whose target is larger than the campaign's is not judged by it: ``questioned`` counts those.
    """
    questioned = {key for key in keys if is_beyond(basis.ledger, At(scope, key))}
    places = {key: At(scope, key) for key in keys if key not in questioned}
    period = TARGET if any(basis.has(TARGET, at) for at in places.values()) else BASELINE
    change = {key: basis.ledger.value("gmv", at.against(period)) for key, at in places.items()}
    lacks = {
        key: basis.ledger.value("gmv", places[key].against(f"{period}_gap"))
        for key, value in change.items()
        if value is not None
    }
    far = sorted(lacks, key=lambda key: (-(Decimal(str(lacks[key]))), key or ""))
    above = tuple(key for key in far if (change[key] or 0) > within or (not within and change[key] == 0))
    below = tuple(key for key in reversed(far) if (change[key] or 0) < -within)
    on = tuple(key for key in far if key not in above and key not in below)
    verdict = Verdict(name, scope, period, above, on, below)
    if verdict.judged:
        counts = ((ABOVE, len(above)), (ON, len(on)), (BELOW, len(below)), (JUDGED, verdict.judged))
        for count, value in (*counts, (QUESTIONED, len(questioned))):
            basis.ledger.enter(count, value, At(name))
    return verdict

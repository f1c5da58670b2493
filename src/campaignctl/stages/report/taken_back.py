"""GMV by its definition holds what was cancelled or refunded later: where that is much, it is said before any plan.

The marketplace counts by the time of payment, and so does every target; a campaign of which half was cancelled met its
target all the same, and nobody should read that as a success.
"""

from decimal import Decimal

from campaignctl.domain.sentences import Sentence, say
from campaignctl.metrics.ledger import TOTAL, At
from campaignctl.stages.report.basis import BASELINE, Basis
from campaignctl.stages.report.counts import TAKEN_BACK
from campaignctl.stages.report.phrases import against_plan

MUCH = Decimal("0.25")
"""From this share of GMV on, what came back is told before GMV is held against a plan."""
UNUSUAL = Decimal("1.5")
"""Times the share of the baseline: where a third always comes back, it is no news."""


def came_back(basis: Basis) -> bool:
    """Whether so much of GMV was taken back; how much it is gets entered."""
    share, usual = _share(basis, TOTAL), _share(basis, TOTAL.on(BASELINE))
    if share is None or share < MUCH or share < UNUSUAL * (usual or 0):
        return False
    basis.ledger.enter(TAKEN_BACK, float(share))
    return True


def _share(basis: Basis, at: At) -> Decimal | None:
    sold, kept = basis.ledger.value("gmv", at), basis.ledger.value("net_gmv", at)
    return None if not sold or kept is None else 1 - Decimal(str(kept)) / Decimal(str(sold))


def how_it_did(basis: Basis) -> Sentence:
    """Return how GMV stands against its plans, or how much of it was taken back; empty where neither is told."""
    if came_back(basis):
        return say("{taken_back.total} of it cancelled or refunded since")
    return against_plan(basis)

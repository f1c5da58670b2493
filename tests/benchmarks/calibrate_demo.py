"""``python tests/benchmarks/calibrate_demo.py [WORLDS]``: how often a lift is right on the worlds of the demo.

They hold what the worlds of ``lift_worlds`` do not: orders of shops as they come, few a day, with cancellations, stock
that ends and planted causes. Prints a row for each estimate: worlds, bias in points with its standard error, how often
the 95 % interval held the truth.
"""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from campaignctl.methods.lift import Estimate, net, with_control
from campaignctl.methods.near_and_far import taken
from campaignctl.simulation.sales import Sales, sales_of
from campaignctl.simulation.truth import true_lift
from campaignctl.simulation.whole import whole
from campaignctl.simulation.world import BEFORE, CAMPAIGN, DAYS, FAR, NEAR

FIRST = 100
"""The seed of the first world; the demo's own is before it."""
_DAY = 86_400


@dataclass(frozen=True, slots=True, eq=False)
class Sold:
    """GMV a day (days,) of the groups of a world, in cents, and the true effects on it as fractions."""

    campaign: np.ndarray
    far: np.ndarray
    near: np.ndarray
    gross: float
    net: float
    lost: float


def worlds(many: int) -> Iterator[Sold]:
    """Yield so many of the demo's worlds."""
    for seed in range(FIRST, FIRST + many):
        world = whole(seed)
        sold, days = [sales_of(world, shop) for shop in world.everyone], len(world.days)
        true = true_lift(world, sold)
        groups = (
            np.sum([_daily(one, days) for one in sold if one.shop.role == role], axis=0)
            for role in (CAMPAIGN, FAR, NEAR)
        )
        yield Sold(*groups, true["gross"], true["net"], true["near"])


def _daily(sales: Sales, days: int) -> np.ndarray:
    within = sales.counted & (sales.paid < days * _DAY)
    return np.bincount(sales.paid[within] // _DAY, sales.after[within].astype(float), days)


def estimates(sold: Sold) -> dict[str, tuple[Estimate, float]]:
    """Return each estimate of a world with the truth that it is held against."""
    own, far, at = sold.campaign, sold.far, (BEFORE, DAYS)
    return {
        "far control": (with_control(own, far, *at), sold.gross),
        "net of pull-forward": (net(own, far, *at), sold.net),
        "taken from near": (taken(sold.near, far, *at), sold.lost),
    }


def tally(every: Iterable[Sold]) -> None:
    """Print a row for each estimate."""
    found = [estimates(sold) for sold in every]
    print("worlds of the demo: bias in points ± its standard error, share of intervals that hold the truth")
    print(f"{'estimate':<23}{'worlds':>7}{'bias':>8}{'±':>6}{'covers':>8}")
    for name in found[0]:
        off = [100 * (one[name][0].effect - one[name][1]) for one in found]
        held = np.mean([one[name][0].low <= one[name][1] <= one[name][0].high for one in found])
        error = np.std(off, ddof=1) / np.sqrt(len(off))
        print(f"{name:<23}{len(off):>7}{np.mean(off):>+8.1f}{error:>6.1f}{held:>8.1%}")


if __name__ == "__main__":
    tally(worlds(int(sys.argv[1]) if len(sys.argv) > 1 else 400))

"""What a discount brought per unit of money spent: every draw of the lift makes one return, the draws an interval.

A return is the margin that the campaign added before its own cost, so 1 is break-even: the discount on sales that would
have come anyway is part of the cost and adds nothing to the return. Cancellations and refunds take the same share of
both sides, so sales stand here as they were paid.
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from math import inf, isfinite

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]
BREAK_EVEN, LEFT_OUT = 1.0, 0.025


@dataclass(frozen=True, slots=True)
class Sold:
    """What was sold: the value at list price, and what each side took off it. Money in one unit throughout."""

    listed: float
    by_seller: float
    by_platform: float

    @property
    def paid(self) -> float:
        """What buyers paid."""
        return self.listed - self.by_seller - self.by_platform


@dataclass(frozen=True, slots=True)
class Usual:
    """What each side takes off on ordinary days, as a share of what buyers pay then."""

    by_seller: float = 0.0
    by_platform: float = 0.0

    def at(self, paid: Floats) -> tuple[Floats, Floats, Floats]:
        """Return list value, seller's and platform's discount of ordinary sales that buyers paid ``paid`` for."""
        return paid * (1 + self.by_seller + self.by_platform), paid * self.by_seller, paid * self.by_platform


@dataclass(frozen=True, slots=True)
class Fee:
    """A fee that the platform takes: ``rate`` of the list value, less the discounts that do not count in its base.

    ``campaign`` says that it is taken in a campaign only.
    """

    rate: float
    less_seller: bool = False
    less_platform: bool = False
    campaign: bool = False

    def on(self, listed: Floats, by_seller: Floats, by_platform: Floats) -> Floats:
        """Return the fee on amounts; never less than nothing."""
        base = listed - by_seller * self.less_seller - by_platform * self.less_platform
        return np.asarray(self.rate * np.clip(base, 0, None))


@dataclass(frozen=True, slots=True)
class Interval:
    """A ratio with the ends of its 95 % interval; of what is at least so much, ``high`` is infinite."""

    low: float
    middle: float
    high: float

    @property
    def is_closed(self) -> bool:
        """Whether both ends are known."""
        return isfinite(self.high)


class Verdict(StrEnum):
    """How a ratio stands to break-even: only an interval that leaves it out decides."""

    PAID = "paid back"
    LOST = "did not pay back"
    OPEN = "open"


def sellers_return(
    sold: Sold, usual: Usual, added: ArrayLike, *, fees: tuple[Fee, ...] = (), cost_share: float | None = None
) -> Floats:
    """Return what sellers gained before their discount, per draw of ``added`` (what buyers paid beyond the expected).

    Sellers receive what buyers pay and what the platform puts in. With ``cost_share`` (product cost over list value) it
    is contribution, less product cost and fees; without, it is sales before product cost.
    """
    ordinary, off, put_in = usual.at(sold.paid - np.asarray(added, float))
    received = (sold.listed - sold.by_seller) - (ordinary - off)
    gained = received + sold.by_seller
    if cost_share is None:
        return np.asarray(gained)
    product = cost_share * (sold.listed - ordinary)
    return np.asarray(gained - product - added_fees(sold, (ordinary, off, put_in), fees))


def platforms_return(sold: Sold, usual: Usual, added: ArrayLike, fees: tuple[Fee, ...]) -> Floats:
    """Return the fees that the platform took beyond those of the sales to be expected, per draw of ``added``."""
    return added_fees(sold, usual.at(sold.paid - np.asarray(added, float)), fees)


def added_fees(sold: Sold, ordinary: tuple[Floats, Floats, Floats], fees: tuple[Fee, ...]) -> Floats:
    """Return fees on what was sold less those on ordinary sales, which know no fee of a campaign."""
    taken = [fee.on(*(np.asarray(v, float) for v in (sold.listed, sold.by_seller, sold.by_platform))) for fee in fees]
    else_taken = [fee.on(*ordinary) for fee in fees if not fee.campaign]
    return np.asarray(np.zeros(len(ordinary[0])) + sum(taken) - sum(else_taken))


def joint_return(  # noqa: PLR0913 - what was added, what it cost, and what product cost and commission rest on
    added: ArrayLike,
    cost: float,
    *,
    sold: Sold | None = None,
    usual: Usual | None = None,
    cost_share: float | None = None,
    paid_out: tuple[Fee, ...] = (),
) -> Floats:
    """Return what a promotion added for both sides before its ``cost``; fees only change hands between them.

    With ``cost_share``, product cost is taken off, for which ``sold`` and ``usual`` tell the value at list price, and
    what others are paid of what was sold more (``paid_out``: creators' commission).
    """
    draws = np.asarray(added, float)
    gained = draws + cost
    if cost_share is None or sold is None:
        return np.asarray(gained)
    ordinary = (usual or Usual()).at(sold.paid - draws)
    return np.asarray(gained - cost_share * (sold.listed - ordinary[0]) - added_fees(sold, ordinary, paid_out))


def bearable(
    added: ArrayLike, sold: Sold, usual: Usual, *, joint: bool = True, fees: tuple[Fee, ...] = ()
) -> float | None:
    """Return the product cost, as a share of list value, up to which what was added pays: the draws' 2.5 % end.

    Of both sides together it is what buyers paid more over the list value sold more; of sellers alone (not ``joint``)
    what the platform put in counts too. ``fees`` do not: of both together what others are paid. None where more draws
    than that sold no more at list.
    """
    ordinary, off, put_in = usual.at(sold.paid - np.asarray(added, float))
    more = sold.listed - ordinary
    gained = np.asarray(added, float) if joint else (sold.listed - sold.by_seller) - (ordinary - off)
    gained = gained - added_fees(sold, (ordinary, off, put_in), fees)
    if not more.size or float((more <= 0).mean()) > LEFT_OUT:
        return None
    return float(np.clip(np.percentile(gained[more > 0] / more[more > 0], 100 * LEFT_OUT), 0, 1))


def ratio(returns: ArrayLike, cost: float) -> Interval | None:
    """Return the returns per unit of ``cost``; None where nothing was spent."""
    draws = np.asarray(returns, float)
    if cost <= 0 or not draws.size:
        return None
    low, middle, high = (float(v) for v in np.percentile(draws / cost, [2.5, 50, 97.5]))
    return Interval(low, middle, high)


def at_least(found: Interval | None) -> Interval | None:
    """Return the interval of a ratio of which only a part of the return is known: it has no upper end."""
    return None if found is None else replace(found, high=inf)


def chance(returns: ArrayLike, cost: float) -> float:
    """Return how often, of both sides together, draws put the ratio beyond break-even: small where it is decided.

    Never less than what so many draws can tell; 1 where nothing was spent.
    """
    draws = np.asarray(returns, float)
    if cost <= 0 or not draws.size:
        return 1.0
    above = float((draws > BREAK_EVEN * cost).mean())
    return min(1.0, max(2 * min(above, 1 - above), 1 / draws.size))


def verdict(found: Interval | None) -> Verdict | None:
    """Return how a ratio stands to break-even; None without one."""
    if found is None:
        return None
    return Verdict.PAID if found.low > BREAK_EVEN else Verdict.LOST if found.high < BREAK_EVEN else Verdict.OPEN

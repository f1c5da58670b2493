"""What a shop sold, order line by order line, as arrays: drawn from its demand, cut where stock ran out.

Some orders are never paid, some are cancelled, some come back, and a few are samples. Every order that was placed in a
livestream knows which; whatever exports tell of livestreams is a sum of these.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

import numpy as np
from numpy.typing import NDArray

from campaignctl.simulation.causes import ABOVE_DEAL, CANCELLATIONS, NOT_KEPT, STOCK_OUT
from campaignctl.simulation.demand import orders_expected
from campaignctl.simulation.held import Held, held
from campaignctl.simulation.world import BEFORE, DAYS, FIRST_DAY, STARTS, Shop, Sku, World

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

SAMPLE, UNPAID, CANCELLED_UNPAID, CANCELLED, RETURNED, SOLD = range(6)
"""What becomes of an order."""
_SHARES = (0.004, 0.012, 0.02, 0.03, 0.035)
_DAY = 86_400
_FREE_SHIPPING, _SHIPPING, _TAX = 2500, 499, 0.0825
NEVER = -1
"""The time of what did not happen."""
NONE = -1
"""The stream of what was not bought in one."""
_EVENING = 18
"""From this hour to midnight no promotion starts or ends, and buyers wait for a stream of the evening."""
_WAIT, _IN_STREAM = 4, 5
"""Of the evening's buyers every fourth does not wait; of those who buy during a stream every fifth buys elsewhere."""


@dataclass(frozen=True, slots=True, eq=False)
class Sales:
    """A shop's order lines in order of time, one entry a line; what is told of an order repeats on its lines.

    Money is in cents. Times are seconds of the local clock since the world's first midnight; ``NEVER`` is no time.
    ``sold_out`` tells, by SKU, the time of the last unit of what was there for the campaign. ``stream`` is the place in
    ``held`` of the stream that a line was bought in, or ``NONE``.
    """

    shop: Shop
    order: Ints
    sku: Ints
    fate: Ints
    quantity: Ints
    back: Ints
    unit: Ints
    before: Ints
    platform: Ints
    seller: Ints
    after: Ints
    shipping: Ints
    taxes: Ints
    amount: Ints
    refund: Ints
    created: Ints
    paid: Ints
    shipped: Ints
    delivered: Ints
    cancelled: Ints
    sold_out: dict[str, int]
    held: tuple[Held, ...]
    stream: Ints

    @property
    def counted(self) -> Bools:
        """The lines that GMV counts: paid, and no sample."""
        return np.asarray((self.paid != NEVER) & (self.fate != SAMPLE))


@dataclass(slots=True, eq=False)
class _Drawn:
    """Lines before their prices; ``number`` is of the order, ``created`` its time."""

    number: Ints
    sku: Ints
    quantity: Ints
    fate: Ints
    created: Ints

    def keep(self, lines: Bools) -> None:
        for name in self.__slots__:
            setattr(self, name, getattr(self, name)[lines])


def sales_of(world: World, shop: Shop) -> Sales:
    """Return everything that a shop sold, with the streams that the world had planned for it."""
    rng = np.random.default_rng([world.seed, shop.number])
    drawn = _draw(world, shop, rng)
    sold_out = _run_out(world, shop, drawn)
    return aired(world, _priced(world, shop, drawn, sold_out, rng))


def aired(world: World, sales: Sales, planned: Sequence[Mapping[str, Any]] | None = None) -> Sales:
    """Return the same sales with the streams that these rows of the sheet Livestreams planned, else the world's own.

    An order placed while a stream is on air is most often one of the stream: of the one that began last.
    """
    on_air, stream = held(world, sales.shop, planned), np.full(len(sales.order), NONE)
    for place, each in enumerate(on_air):
        first = second_of(each.starts)
        stream[(sales.created >= first) & (sales.created < first + each.seconds)] = place
    return replace(sales, held=on_air, stream=np.where(sales.order % _IN_STREAM == 0, NONE, stream))


def moment_of(second: int) -> datetime:
    """Return a time of ``Sales`` on the local clock."""
    return datetime.combine(FIRST_DAY, datetime.min.time()) + timedelta(seconds=int(second))


def second_of(moment: datetime) -> int:
    """Return a local time as ``Sales`` tell it."""
    return int((moment - moment_of(0)).total_seconds())


def _draw(world: World, shop: Shop, rng: np.random.Generator) -> _Drawn:
    counts = rng.poisson(orders_expected(world, shop)).ravel()
    hour = np.repeat(np.arange(len(counts)), counts)
    created = _gathered(world, shop, np.sort(hour * 3600 + rng.integers(0, 3600, len(hour))))
    orders = len(created)
    fate = _fates(world, shop, created, rng)
    size = np.minimum(rng.choice([1, 2, 3], orders, p=[0.82, 0.14, 0.04]), len(shop.skus))
    wish = np.log([sku.weight for sku in shop.skus]) + rng.gumbel(size=(orders, len(shop.skus)))
    rank = np.argsort(np.argsort(-wish, axis=1), axis=1)  # the best wishes of an order are its lines
    order, sku = np.nonzero(rank < size[:, None])
    quantity = rng.choice([1, 2, 3], len(order), p=[0.86, 0.11, 0.03])
    quantity = np.where(fate[order] == SAMPLE, 1, quantity)
    return _Drawn(order, sku, quantity, fate[order], created[order])


def _gathered(world: World, shop: Shop, created: Ints) -> Ints:
    """Return the times of orders once the buyers of an evening with a stream have come to it; none leaves its evening.

    So no price and no day of an order moves, whatever streams there are.
    """
    rng, gathered = np.random.default_rng([world.seed, 83, shop.number]), created.copy()
    for stream in held(world, shop):
        midnight = second_of(datetime.combine(stream.starts, datetime.min.time()))
        if stream.starts.hour < _EVENING:
            continue
        there = np.flatnonzero((created >= midnight + _EVENING * 3600) & (created < midnight + _DAY))
        come = there[there % _WAIT != 0]
        gathered[come] = second_of(stream.starts) + rng.integers(0, stream.seconds, len(come))
    return np.sort(gathered)


def _fates(world: World, shop: Shop, created: Ints, rng: np.random.Generator) -> Ints:
    fate = np.searchsorted(np.cumsum(_SHARES), rng.random(len(created)), side="right")
    again = rng.random(len(created))
    for cause in world.causes_at(shop, CANCELLATIONS):
        inside = (created >= second_of(cause.starts)) & (created < second_of(cause.ends))
        fate = np.where(inside & (fate >= CANCELLED) & (again < cause.amount), CANCELLED, fate)
    return fate


def _run_out(world: World, shop: Shop, drawn: _Drawn) -> dict[str, int]:
    """Cut the lines of the campaign that no unit was left for; return when the last one went, by SKU."""
    found = {}
    for cause in world.causes_at(shop, STOCK_OUT, NOT_KEPT):
        place = next(n for n, sku in enumerate(shop.skus) if sku.sku_id == cause.sku)
        there = shop.skus[place].stock - (int(cause.amount) if cause.kind == NOT_KEPT else 0)
        inside = (drawn.created >= second_of(STARTS)) & (drawn.created < second_of(cause.ends)) & (drawn.sku == place)
        taking = inside & ~np.isin(drawn.fate, (SAMPLE, UNPAID, CANCELLED_UNPAID))
        left = there - (np.cumsum(drawn.quantity * taking) - drawn.quantity * taking)
        drawn.quantity = np.where(taking, np.minimum(drawn.quantity, left), drawn.quantity)
        if (last := np.flatnonzero(taking & (left > 0))).size and (left[last[-1]] <= drawn.quantity[last[-1]]):
            found[cause.sku] = int(drawn.created[last[-1]])
        drawn.keep(~inside | (left > 0))
    return found


def _priced(world: World, shop: Shop, drawn: _Drawn, sold_out: dict[str, int], rng: np.random.Generator) -> Sales:
    order = np.unique(drawn.number, return_inverse=True)[1]
    sample, paid = drawn.fate == SAMPLE, ~np.isin(drawn.fate, (UNPAID, CANCELLED_UNPAID))
    quantity = drawn.quantity
    unit = np.where(sample, 0, np.array([sku.listed for sku in shop.skus])[drawn.sku])
    off = np.where(sample, 0, unit - _prices(world, shop, drawn)) * quantity
    share = np.array([platform_share(sku.promotion) for sku in shop.skus])[drawn.sku]
    platform = np.where(_in_campaign(drawn.created), off * share // 100, 0)
    after = unit * quantity - off
    goods = _summed(after, order)
    shipping = np.where((goods >= _FREE_SHIPPING) | sample, 0, _SHIPPING)
    taxes = np.round(goods * _TAX).astype("int64")
    amount = goods + shipping + taxes
    times = _times(world, drawn, order, paid=paid, rng=rng)
    returned = (drawn.fate == RETURNED) & (times["delivered"] != NEVER)
    back = np.where(returned, np.where(quantity > 1, 1, quantity), 0)
    refund = _summed(np.where(paid & ~sample, after * back // quantity, 0), order)
    return Sales(
        shop=shop, order=order + 1, sku=drawn.sku, fate=drawn.fate, quantity=quantity, back=back, unit=unit,
        before=unit * quantity, platform=platform, seller=off - platform, after=after, shipping=shipping, taxes=taxes,
        amount=amount, refund=np.where(drawn.fate == CANCELLED, amount, refund), created=drawn.created, **times,
        sold_out=sold_out, held=(), stream=np.full(len(drawn.sku), NONE),
    )  # fmt: skip


def _summed(lines: Ints, order: Ints) -> Ints:
    """Return the sum over an order's lines, on each of them."""
    sums = np.bincount(order, lines).astype("int64")
    return sums[order]


def _in_campaign(created: Ints) -> Bools:
    return (created >= BEFORE * _DAY) & (created < (BEFORE + DAYS) * _DAY)


def platform_share(promotion: str) -> int:
    """Return what the platform pays of a promotion's discount, in percent."""
    return {"02": 30, "03": 30, "04": 20}.get(promotion[-2:], 0)


def runs(sku: Sku) -> tuple[datetime, datetime]:
    """Return when a SKU's promotion runs, half-open; never where it has none."""
    if not sku.promotion:
        return STARTS, STARTS
    start = STARTS + {"02": timedelta(hours=18), "03": timedelta(days=1)}.get(sku.promotion[-2:], timedelta(0))
    end = STARTS + {"02": timedelta(days=1), "03": timedelta(days=3)}.get(sku.promotion[-2:], timedelta(days=DAYS))
    return start, end


def _prices(world: World, shop: Shop, drawn: _Drawn) -> Ints:
    """Return what buyers pay for a unit: the campaign price while a SKU's promotion runs, else about its recent low."""
    first, last = (np.array([second_of(runs(sku)[end]) for sku in shop.skus])[drawn.sku] for end in (0, 1))
    low, deal = (np.array([getattr(sku, of) for sku in shop.skus])[drawn.sku] for of in ("low_30d", "campaign_price"))
    running = (drawn.created >= first) & (drawn.created < last)
    for cause in world.causes_at(shop, ABOVE_DEAL):
        inside = (drawn.created >= second_of(cause.starts)) & (drawn.created < second_of(cause.ends))
        place = next(n for n, sku in enumerate(shop.skus) if sku.sku_id == cause.sku)
        running &= ~(inside & (drawn.sku == place))
    return np.where(running, deal, low)


def _times(world: World, drawn: _Drawn, order: Ints, *, paid: Bools, rng: np.random.Generator) -> dict[str, Ints]:
    """Return when an order was paid, cancelled, shipped and delivered, as far as the pull of the export knows."""
    orders, created = int(order[-1]) + 1 if len(order) else 0, drawn.created
    gone = np.isin(drawn.fate, (CANCELLED_UNPAID, CANCELLED))
    took = {name: rng.integers(low, high, orders)[order] for name, (low, high) in _TOOK.items()}
    shipped = created + took["shipped"]
    known = second_of(world.pulled)
    on_the_way = paid & ~gone & (shipped < known)
    arrived = on_the_way & (drawn.fate != SOLD) | (on_the_way & (took["slow"] < 80))
    delivered = shipped + took["delivered"]
    return {
        "paid": np.where(paid, created + took["paid"], NEVER),
        "cancelled": np.where(gone, created + took["cancelled"], NEVER),
        "shipped": np.where(on_the_way, shipped, NEVER),
        "delivered": np.where(arrived & (delivered < known), delivered, NEVER),
    }


_TOOK = {
    "paid": (5, 240),
    "cancelled": (20 * 60, 900 * 60),
    "shipped": (12 * 3600, 60 * 3600),
    "delivered": (2 * _DAY, 6 * _DAY),
    "slow": (0, 100),
}

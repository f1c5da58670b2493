"""The facts a detector reads row by row: days, SKUs, streams, promotions, promises, product lists and what was noted.

Money is in minor units throughout.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class DaySold:
    """A local day of the campaign: what it sold, and what its weekday usually sells."""

    day: date
    value: int
    usual: int

    @property
    def words(self) -> str:
        """``Mon Nov 23``."""
        return f"{WEEKDAYS[self.day.weekday()]} {MONTHS[self.day.month - 1]} {self.day.day}"


@dataclass(frozen=True, slots=True)
class SkuSold:
    """A registered SKU: ``stock`` kept, ``units`` and ``value`` sold in ``orders``, the promised ``price`` of a unit.

    ``hours_on_sale`` run from the campaign's start to its last sale, ``hours_left`` from then to the end; ``passed`` is
    the share of all other orders that had come by the hour of its last sale. ``lost`` is what the promises count as not
    sold, None where they do not tell.
    """

    id: str
    seller: str = ""
    stock: int = 0
    units: int = 0
    value: int = 0
    price: int = 0
    hours_on_sale: float = 0.0
    hours_left: float = 0.0
    orders: int = 0
    passed: float = 1.0
    lost: int | None = None


@dataclass(frozen=True, slots=True)
class StreamSold:
    """A livestream of the campaign."""

    title: str
    value: int
    views: int


@dataclass(frozen=True, slots=True)
class Beside:
    """A product that nobody registered and the campaign's shops sold all the same."""

    product: str
    value: int


@dataclass(frozen=True, slots=True)
class PaidBack:
    """A promotion: what its discount ``cost``, what it ``brought`` before that, the ratio's interval and chance.

    ``of`` says what it brought: margin, or sales before product cost where too few product costs are known.
    ``p`` is how often chance alone puts the ratio as far from break-even, two-sided; ``bears`` the product cost over
    list value up to which it pays, where that cost is not known.
    """

    promotion: str
    cost: int
    brought: int
    low: float
    high: float
    p: float
    of: str = "margin"
    bears: float | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """What a seller broke of its promises; all nothing where it kept them.

    Lines and units above the agreed price, and what buyers paid too much; lines, units and sales of stock that was not
    there; livestreams, minutes and sales of slots not held. ``priced_lines`` and ``slots`` are how many could be
    compared; ``p`` is how often chance alone leaves any of its lines as long without a sale, None where none was sold.
    ``sold_out`` is, by SKU or product, what lines that sold all agreed units would have sold beyond.
    """

    seller: str
    dear_lines: int = 0
    dear_units: int = 0
    overpaid: int = 0
    short_lines: int = 0
    missing_units: int = 0
    lost: int = 0
    slots_missed: int = 0
    minutes: int = 0
    slot_lost: int = 0
    priced_lines: int = 0
    slots: int = 0
    p: float | None = None
    sold_out: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Funnel:
    """A product in a channel, in a product list of equal length before the campaign and in the campaign's own.

    ``kept`` is the share of its campaign price that product cost leaves, None where no cost is known.
    """

    product: str = ""
    channel: str = ""
    visitors_before: int = 0
    buyers_before: int = 0
    value_before: int = 0
    visitors: int = 0
    buyers: int = 0
    value: int = 0
    seller: str = field(default="", kw_only=True)
    category: str = field(default="", kw_only=True)
    kept: float | None = field(default=None, kw_only=True)


@dataclass(frozen=True, slots=True)
class Event:
    """What the sheet Changes notes of the whole campaign for a local day: a push, an outage, a restock."""

    day: date
    what: str


@dataclass(frozen=True, slots=True)
class ShopEvent:
    """What it notes of one shop: orders and value of it in the 24 hours ``since``, and in the campaign's other hours.

    ``others`` are the orders of all other shops in the same time; ``days_else`` is how long the other hours are.
    ``swing`` is how the shop's share swings from day to day beyond counting, with its degrees of freedom.
    """

    seller: str
    since: str
    what: str
    orders: int = 0
    others: int = 0
    orders_else: int = 0
    others_else: int = 0
    value: int = 0
    value_else: int = 0
    days_else: float = 0.0
    swing: float = 0.0
    freedom: int = 0

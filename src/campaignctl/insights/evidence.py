"""What detectors may look at: figures entered so far, sales by stretch, what was registered, and what streams did.

Money is in minor units throughout. What is not known is empty, and its detectors find nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from campaignctl.domain.campaign import Campaign
from campaignctl.domain.formats import Format
from campaignctl.domain.sentences import Sentence, say
from campaignctl.insights.history import History
from campaignctl.insights.terms import CHANGE, CHANGE_HIGH, CHANGE_LOW, COUNT, MONEY, RATIO, USUAL, Term
from campaignctl.methods.own_past import Change
from campaignctl.methods.own_past_share import ShareChange
from campaignctl.metrics.ledger import At, Ledger
from campaignctl.metrics.metric import Unit

FEW_ORDERS = 20
"""Orders below which one buyer more or less turns every share."""

WRITTEN_OUT_BELOW = 10_000
"""Amounts in major units below which a sentence gives every unit."""

LONGEST_NAME = 40
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


@dataclass(frozen=True, slots=True)
class Evidence:
    """Everything a detector may use; ``names`` gives a seller's, product's or SKU's name by id.

    ``listed_before`` words the days of the product list before: ``Nov 6 to 11``. While the campaign ``still_runs``
    every target is the part that is due by now.
    """

    campaign: Campaign
    ledger: Ledger
    history: History = field(default_factory=History)
    names: Mapping[str, str] = field(default_factory=dict)
    days: tuple[DaySold, ...] = ()
    skus: tuple[SkuSold, ...] = ()
    streams: tuple[StreamSold, ...] = ()
    unregistered: tuple[Beside, ...] = ()
    paid_back: tuple[PaidBack, ...] = ()
    promises: tuple[Kept, ...] = ()
    events: tuple[Event, ...] = ()
    shop_events: tuple[ShopEvent, ...] = ()
    funnels: tuple[Funnel, ...] = ()
    listed_before: str = ""
    still_runs: bool = False

    @property
    def target(self) -> str:
        """``target``, or ``target to date`` while the campaign runs."""
        return "target to date" if self.still_runs else "target"

    @property
    def gmv(self) -> int:
        """GMV of the campaign in minor units; 0 without orders."""
        value = self.ledger.value("gmv")
        return 0 if value is None else self.minor(float(value))

    @property
    def is_slight(self) -> bool:
        """Whether so little was sold that shares and averages of it tell of single buyers; not known is not slight."""
        orders = self.ledger.value("orders")
        return orders is not None and orders < FEW_ORDERS

    def minor(self, major: float) -> int:
        """Return an amount of the campaign's currency in minor units, rounded to the nearest."""
        return round(major * int(10**self.ledger.currency.decimals))

    def called(self, key: str) -> str:
        """Return what people call a key: its name, else the key itself, on one line."""
        line = " ".join((self.names.get(key) or key).split())
        return line if len(line) <= LONGEST_NAME else line[: LONGEST_NAME - 1].rstrip() + "…"

    def money(self, word: str, key: str, minor: int) -> str:
        """Enter an amount under ``insight_money.<word>.<key>`` and return its token for a sentence."""
        return self._amount(MONEY, word, key, minor)

    def usual(self, word: str, key: str, minor: int) -> str:
        """Enter what is usual and return its token."""
        return self._amount(USUAL, word, key, minor)

    def _amount(self, term: Term, word: str, key: str, minor: int) -> str:
        """Enter an amount; a small one is written out, for ``$1K`` may be anything from $500 to $1,499."""
        amount = self.ledger.money(minor)
        form = Format.MONEY if abs(amount) < WRITTEN_OUT_BELOW else None
        return _token(self.ledger.enter(term, amount, At(word, key), form=form).id)

    def share(self, word: str, key: str, value: float, *, signed: bool = False) -> str:
        """Enter a share (a fraction), or a change where it is ``signed``, and return its token."""
        at = At(word, key, comparison="usual" if signed else "")
        return _token(self.ledger.enter(CHANGE, value, at, form=Format.PERCENT).id)

    def points(self, word: str, key: str, value: float) -> str:
        """Enter a difference of two rates and return its token."""
        return _token(self.ledger.enter(CHANGE, value, At(word, key, comparison="usual"), form=Format.POINTS).id)

    def count(self, word: str, key: str, value: int) -> str:
        """Enter a count and return its token."""
        return _token(self.ledger.enter(COUNT, value, At(word, key)).id)

    def ratio(self, word: str, key: str, value: float) -> str:
        """Enter a ratio and return its token."""
        return _token(self.ledger.enter(RATIO, value, At(word, key)).id)

    def change(self, word: str, key: str, found: Change, of: str = "") -> tuple[str, Sentence]:
        """Enter a change with its interval; return its token, and the interval as a sentence.

        ``of`` says what changed where the insight's own words do not give the change: its size then opens the sentence.
        """
        at = At(word, key).against("usual")
        effect = self.ledger.enter(CHANGE, found.effect, at, form=Format.PERCENT, interval=(found.low, found.high))
        low = self.ledger.enter(CHANGE_LOW, found.low, at, form=Format.PERCENT)
        high = self.ledger.enter(CHANGE_HIGH, found.high, at, form=Format.PERCENT)
        none = ", not distinguishable from zero" if found.low <= 0 <= found.high else ""
        opening = f"{of} {_token(effect.id)}, " if of else ""
        return _token(effect.id), say(f"{opening}95% interval {_token(low.id)} to {_token(high.id)}{none}")

    def share_change(self, word: str, key: str, found: ShareChange) -> Sentence:
        """Enter a share's change in points with its interval; return the interval as a sentence."""
        at, span = At(word, key).against("usual"), (found.low, found.high)
        points = self.ledger.enter(CHANGE, found.points, at, form=Format.POINTS, interval=span)
        low = self.ledger.enter(CHANGE_LOW, found.low, at, form=Format.POINTS)
        high = self.ledger.enter(CHANGE_HIGH, found.high, at, form=Format.POINTS)
        return say(f"its share {_token(points.id)}, 95% interval {_token(low.id)} to {_token(high.id)}")


def _token(figure: str) -> str:
    return f"{{{figure}}}"


def unit_of(measure: str) -> Unit:
    """Return what a measure of the history counts."""
    return Unit.COUNT if measure == "units" else Unit.MONEY

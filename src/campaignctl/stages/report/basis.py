"""What every section of the report draws on: the figures, and the order in which things are listed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import narwhals as nw
import pandas as pd

from campaignctl.domain.formats import Format
from campaignctl.domain.sentences import Ref, Sentence, say
from campaignctl.metrics.catalogue import by_id
from campaignctl.metrics.compute import Breakdown
from campaignctl.metrics.ledger import TOTAL, At, Key, Ledger
from campaignctl.metrics.measures import Table
from campaignctl.metrics.metric import Metric
from campaignctl.metrics.periods import Periods
from campaignctl.metrics.told import SUMMED, has_sums
from campaignctl.stages.report.inputs import ReportInputs
from campaignctl.stages.report.reach import Reach
from campaignctl.stages.report.times import WEEKDAYS, half_open, moment_words, period_words, reached_words
from campaignctl.stages.report.unread import Unread

UNKNOWN = {"seller": "Seller unknown", "category": "Category unknown", "product": "Product unknown"}
TARGET, BASELINE = "target", "baseline"
BASELINE_OPENS = " Baseline: "
"""With which a source says how the baseline was made."""

SHORT_FROM = 1_000_000
SOME = "order exports, and sums of earlier days"


@dataclass(frozen=True, slots=True)
class Product:
    """A product as the exports name it."""

    name: str
    seller: Key
    category: Key


@dataclass(frozen=True, slots=True)
class OnAir:
    """A livestream of a LIVE list; ``key`` is its local start, ``start`` the same in words."""

    key: str
    title: str
    seller: Key
    start: str


@dataclass(frozen=True, slots=True)
class Basis:
    """Figures entered once, and the keys in the order of GMV, the largest first."""

    inputs: ReportInputs
    ledger: Ledger
    periods: Periods
    lines: nw.LazyFrame[Any] | None = None  # of ``counted.counted``
    facts: pd.DataFrame | None = None  # likewise
    data_from: date | None = None
    reach: Reach = field(default_factory=Reach)
    holes: tuple[date, ...] = ()  # days before the campaign that no export holds
    shop_holes: Mapping[str, tuple[date, ...]] = field(default_factory=dict)  # days that one shop's exports lack
    categories: tuple[Key, ...] = ()
    sellers: tuple[Key, ...] = ()
    products: tuple[Key, ...] = ()
    about_products: Mapping[Key, Product] | None = None
    channels: tuple[Key, ...] = ()
    promotions: tuple[Key, ...] = ()
    told_streams: tuple[Key, ...] = ()  # those that orders can be counted to
    sums: pd.DataFrame | None = None  # of ``cube.sums_of``
    streams: tuple[OnAir, ...] = ()
    on_air: Breakdown | None = None
    beside: Mapping[Table, nw.LazyFrame[Any]] = field(default_factory=dict)  # those of ``BESIDE_ORDERS``
    unread: Unread = field(default_factory=Unread)
    tells_orders: bool = True  # no day of the campaign is told in sums alone
    tells_hours: bool = True  # no day at all is told as a whole
    due_by_hours: bool = False  # of the running day as much target is due as is usually sold by now

    @property
    def has_lines(self) -> bool:
        """Whether the exports hold orders of the campaign's days or before."""
        return self.lines is not None

    @property
    def sold_by_order(self) -> nw.LazyFrame[Any] | None:
        """The lines of single orders; None where a part of the campaign is told in sums: they would pass for all."""
        if self.lines is None or not self.tells_orders:
            return None
        return self.lines.filter(~nw.col(SUMMED)) if has_sums(self.lines) else self.lines

    @property
    def days(self) -> tuple[date, ...]:
        """The local days of the campaign as far as the data reach."""
        return self.periods.days

    @property
    def silent_days(self) -> tuple[date, ...]:
        """The whole days of which no export holds a paid line: far more often a missing export than no buyers."""
        whole = [day for day in self.days if day != self.periods.partial]
        return tuple(day for day in whole if not self.sold_anything(At("day", str(day))))

    def sold_anything(self, at: At = TOTAL) -> bool:
        """Whether anything was sold at a place; sums may tell money where they cannot tell orders."""
        return any(bool(self.ledger.value(word, at)) for word in ("orders", "gmv"))

    @property
    def gmv(self) -> Metric:
        """The headline metric."""
        return by_id("gmv")

    def has(self, period: str, at: At = TOTAL) -> bool:
        """Whether GMV has a value in ``period`` (``target``, ``baseline``) at a place."""
        return self.ledger.value("gmv", at.on(period)) is not None

    @property
    def money(self) -> Format:
        """How slides write the money of parts: short where the campaign sold a million, else in whole dollars."""
        return Format.MONEY_SHORT if (self.ledger.value("gmv") or 0) >= SHORT_FROM else Format.MONEY

    def id(self, metric: str, at: At = TOTAL) -> str:
        """Return the id of a figure."""
        return self.ledger.id(metric, at)

    def ref(self, metric: str, at: At = TOTAL, form: Format | None = None) -> Ref | None:
        """Return a reference to a figure, or None when it was not entered; ``form`` is used for money only."""
        figure = self.ledger.get(metric, at)
        is_money = figure is not None and figure.format in {Format.MONEY, Format.MONEY_SHORT}
        return self.ledger.ref(metric, at, form if is_money and figure and figure.format is not form else None)

    def seller(self, key: Key) -> str:
        """Return a shop's name; its id where it has none."""
        return UNKNOWN["seller"] if key is None else self.inputs.names.get(key) or key

    def product(self, key: Key) -> Product:
        """Return what is known of a product."""
        known = (self.about_products or {}).get(key)
        return known or Product(UNKNOWN["product"] if key is None else key, None, None)

    @property
    def currency(self) -> str:
        """The code of the campaign's currency."""
        return self.ledger.currency.code

    def day(self, day: date, words: Callable[[date], str]) -> str:
        """Return a day in words; the one on which the data end is marked."""
        return f"{words(day)} so far" if day == self.periods.partial else words(day)

    @property
    def unfinished(self) -> tuple[int, ...]:
        """The places among the days of the one that is not over, if there is one."""
        return tuple(at for at, day in enumerate(self.days) if day == self.periods.partial)

    @property
    def context(self) -> Sentence:
        """The line below a title: the campaign, its days, its currency."""
        name = self.inputs.campaign.name
        state = "" if self.periods.is_over else " so far"
        words = say("{name} · {period}{state} · ", name=name, period=self.period_words, state=state)
        return joined(words, say("{currency}", currency=self.currency))

    @property
    def period_words(self) -> str:
        """First and last day of the campaign: ``Nov 20 to 25``."""
        return period_words(self.inputs.window, self.inputs.zone)

    @property
    def as_of_words(self) -> str:
        """The as-of time: ``Dec 2, 2026, 09:00 PT``."""
        return moment_words(self.inputs.as_of, self.inputs.zone)

    @property
    def target_words(self) -> str:
        """``target``, or ``target to date`` while the campaign runs."""
        return "target" if self.periods.is_over else "target to date"

    def plan_words(self, period: str) -> str:
        """Return what a place is held against: ``target``, ``target to date`` or ``baseline``."""
        return self.target_words if period == TARGET else period

    @property
    def subject(self) -> str:
        """What the report is of, in a word: ``campaign``, ``week``."""
        return self.inputs.span.value

    @property
    def source(self) -> Sentence:
        """What figures of orders rest on, for the foot of a page."""
        exports = "order exports" if self.inputs.summed is None else "sums" if not self.tells_orders else SOME
        sold = f"Source: {exports}. " if self.has_lines else ""
        period = f"Period: {half_open(self.inputs.window, self.inputs.zone)}"
        days = "{days.total} day" if len(self.periods.all_days) == 1 else "{days.total} days"
        opening = joined(say("{sold}{period} (", sold=sold, period=period), say(days))
        if self.days and not self.periods.is_over:
            opening = joined(
                opening, say(", counted up to {at}", at=reached_words(self.inputs.as_of, self.inputs.zone))
            )
        return joined(opening, say(")."), self.baseline_words)

    @property
    def baseline_words(self) -> Sentence:
        """How the baseline was made, as a sentence for the foot of a page."""
        meaning = self.baseline_meaning
        return joined(Sentence((BASELINE_OPENS,)), meaning, say(".")) if meaning else meaning

    @property
    def baseline_meaning(self) -> Sentence:
        """What the baseline is the mean of; empty where there is none."""
        if not self.has(BASELINE) or not self.periods.baseline:
            return Sentence()
        if not self.periods.baseline.windows:
            return say("mean of the earlier days of the same weekday")
        first, last = (WEEKDAYS[day.weekday()] for day in (self.days[0], self.days[-1]))
        named = first if len(self.days) == 1 else f"{first}–{last}"
        beside = self.inputs.campaign.beside
        outside = " outside the campaign" if beside is not None and beside.start < self.inputs.window.start else ""
        words = "mean of the {baseline_windows.total} previous {named} windows{outside}{reach}"
        return say(words, named=named, outside=outside, reach=self._reach_words)

    @property
    def _reach_words(self) -> str:
        """What a reader has to know of shops whose exports begin later than the others'."""
        new = len(self.reach.without)
        late = len({*(shop for shops in self.reach.late.values() for shop in shops), *self.reach.holed})
        since = f", of {_shops(late)} those that {'its' if late == 1 else 'their'} exports hold" if late else ""
        return since + (f", without {_shops(new)} whose exports hold none" if new else "")


def _shops(many: int) -> str:
    return "1 shop" if many == 1 else f"{many:,} shops"


def joined(*sentences: Sentence) -> Sentence:
    """Return sentences as one."""
    return Sentence(tuple(part for sentence in sentences for part in sentence.parts))

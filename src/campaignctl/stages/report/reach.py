"""How far back each shop's exports reach: a baseline is made of the days that a shop's exports hold, and of no others.

A shop whose exports begin later than the others' sold on the days before as well; taken as zeros they would make
everything look like growth. It counts with the windows since its exports begin; where not one is left, the shop stands
against nothing, and is left out of both sides of every comparison with the baseline.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import partial
from operator import le
from types import MappingProxyType
from typing import Any

import narwhals as nw
import pandas as pd

from campaignctl.metrics.compare import LIKE
from campaignctl.metrics.compute import Breakdown, Dimension, breakdown, enter, together
from campaignctl.metrics.counting import with_period
from campaignctl.metrics.ledger import At, Key, Ledger
from campaignctl.metrics.metric import Metric
from campaignctl.metrics.periods import Periods, only
from campaignctl.stages.report.inputs import ReportInputs

GRACE = timedelta(days=7)
"""How much later than the others a small shop may sell for the first time."""


FEW_SILENT = 0.1
"""Of the days before at most this share lacks every sale where it is the export that has a hole, not a small shop."""


@dataclass(frozen=True, slots=True)
class Reach:
    """``late`` gives, by the first day that their exports hold, shops that count with fewer windows than the others.

    ``new`` are those without a whole one, by the same day. ``holed`` are shops whose exports lack days in between,
    with these days: they count with the windows that hold none of them.
    """

    late: Mapping[date, tuple[str, ...]] = field(default_factory=dict)
    new: Mapping[date, tuple[str, ...]] = field(default_factory=dict)
    holed: Mapping[str, tuple[date, ...]] = field(default_factory=dict)

    @property
    def apart(self) -> tuple[str, ...]:
        """Every shop that does not count like the others."""
        begun = (shop for shops in (*self.late.values(), *self.new.values()) for shop in shops)
        return tuple(sorted({*begun, *self.holed}))

    @property
    def own(self) -> Iterable[tuple[tuple[str, ...], Callable[[date], bool]]]:
        """Yield shops that count with windows of their own, with whether their exports hold a day."""
        for begun, shops in self.late.items():
            whole = tuple(shop for shop in shops if shop not in self.holed)
            if whole:
                yield whole, partial(le, begun)
        since = {shop: begun for begun, shops in self.late.items() for shop in shops}
        alike: dict[tuple[date, tuple[date, ...]], list[str]] = {}
        for shop, days in self.holed.items():
            alike.setdefault((since.get(shop, date.min), days), []).append(shop)
        for (since_day, days), found in alike.items():
            yield tuple(found), partial(_holds, since_day, frozenset(days))

    @property
    def without(self) -> tuple[str, ...]:
        """The shops that have no baseline."""
        return tuple(sorted(shop for shops in self.new.values() for shop in shops))


def _holds(begun: date, lacking: frozenset[date], day: date) -> bool:
    return begun <= day and day not in lacking


def holes(inputs: ReportInputs, first: date) -> tuple[date, ...]:
    """Return the days before the campaign, from ``first`` on, of which no export holds a paid line; none of many."""
    lines: nw.LazyFrame[Any] = nw.from_native(inputs.order_lines).lazy()  # type: ignore[call-overload]
    days = lines.group_by("paid_day").agg(nw.len())  # an engine groups far faster than it tells what is unique
    held = set(days.collect(backend="pandas").to_native()["paid_day"].dropna())
    start = inputs.window.start.astimezone(inputs.zone).date()
    before = [first + timedelta(days=n) for n in range((start - first).days)]
    silent = tuple(day for day in before if str(day) not in held)
    return silent if len(silent) <= FEW_SILENT * len(before) else ()


def reach_of(
    inputs: ReportInputs,
    during: Periods,
    first: date | None,
    lacking: Mapping[str, tuple[date, ...]] = MappingProxyType({}),
) -> Reach:
    """Return which shops' exports begin after the first stretch of the baseline; ``first`` is the first day of all.

    ``lacking`` are the days that the exports of single shops lack in between. A shop of which they leave no window at
    all stays as it is: it is told, and compared with the zeros.
    """
    if during.baseline is None or first is None:
        return Reach()
    earliest = min(day for days in during.baseline.days.values() for day in days)
    late: dict[date, list[str]] = {}
    new: dict[date, list[str]] = {}
    for shop, begun in _begun(inputs):
        if begun > max(earliest, first + GRACE):
            has_one = only(during, partial(le, begun)).baseline is not None
            (late if has_one else new).setdefault(begun, []).append(shop)
    late_or_new = [{day: tuple(sorted(shops)) for day, shops in of.items()} for of in (late, new)]
    plain = Reach(late_or_new[0], late_or_new[1])
    stand_ins = {day for days in during.baseline.days.values() for day in days}
    counted = inputs.scope.sellers or lacking.keys()
    touched = {shop: days for shop, days in lacking.items() if shop in counted and stand_ins & set(days)}
    touched = {shop: days for shop, days in touched.items() if shop not in plain.without}
    holed = replace(plain, holed=touched)
    left = {shop for shops, holds in holed.own for shop in shops if only(during, holds).baseline is not None}
    return replace(plain, holed={shop: days for shop, days in touched.items() if shop in left})


def begun_after(inputs: ReportInputs, day: date) -> tuple[str, ...]:
    """Return the shops whose exports hold nothing up to a local day and a week more: they come in half-way."""
    return tuple(shop for shop, begun in _begun(inputs) if begun > day + GRACE)


def _begun(inputs: ReportInputs) -> Iterable[tuple[str, date]]:
    """Yield every shop that counts, with the first local day on which its exports hold an order, paid or not."""
    lines: nw.LazyFrame[Any] = nw.from_native(inputs.order_lines).lazy()  # type: ignore[call-overload]
    days = lines.group_by("seller_id").agg(nw.col("created_day").min(), nw.col("paid_day").min())
    frame = days.collect(backend="pandas").to_native().dropna(subset=["seller_id"])
    first = frame[["created_day", "paid_day"]].astype("str").min(axis=1)
    sellers = inputs.scope.sellers
    for shop, day in sorted(zip(frame["seller_id"].astype("str"), first, strict=True)):
        if pd.notna(day) and (not sellers or shop in sellers):
            yield shop, date.fromisoformat(day)


def like_with_like(
    table: nw.LazyFrame[Any], pages: tuple[Metric, ...], dimension: Dimension, during: Periods, reach: Reach
) -> Breakdown:
    """Return a breakdown whose baseline is the sum of each shop's own; ``table`` is of ``counting.counted_lines``."""
    if not reach.apart:
        return breakdown(table, pages, dimension, during)
    now = breakdown(table, pages, dimension, during, compare=False)
    parts = [breakdown(but(table, reach.apart), pages, dimension, during)]
    for shops, holds in reach.own:
        theirs = only(during, holds)
        own = with_period(table.filter(nw.col("seller_id").is_in(shops)), "paid", theirs)
        parts.append(breakdown(own, pages, dimension, theirs))
    return together(now, parts)


def enter_like(
    ledger: Ledger,
    table: nw.LazyFrame[Any],
    pages: tuple[Metric, ...],
    of: tuple[Dimension, Periods, Iterable[Key] | None],
    named: tuple[Iterable[str], str],
) -> None:
    """Enter what is held against a period where some shops have nothing in it: the figures without those shops.

    ``of`` is by what, in which time and for which keys; ``named`` are these shops and the period's word.
    """
    (dimension, during, keys), (shops, period) = of, named
    if not shops:
        return
    found = breakdown(but(table, shops), pages, dimension, during, compare=False)
    aside = Ledger(ledger.currency.code)
    enter(aside, pages, found, None if keys is None else list(keys))
    for page in pages:
        places = [At()] if keys is None else [At(dimension.scope, key) for key in keys]
        for at in places:
            figure = aside.get(page.id, at)
            if figure is not None:
                ledger.enter(page, figure.value, at.on(f"{period}{LIKE}"), reason=figure.reason)


def but(table: nw.LazyFrame[Any], shops: Iterable[str]) -> nw.LazyFrame[Any]:
    """Return the lines of all other shops; those of no seller stay."""
    if not shops:
        return table
    return table.filter(~nw.col("seller_id").is_in(list(shops)).fill_null(value=False))

"""What a wider count of GMV holds that ours leaves out, step by step, each from the order lines themselves.

Nobody knows what the other number counts, so every step that can be computed is shown with the running sum after it;
none is chosen for making the sums agree. Where one or two of them are just the difference, that is said beside it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from itertools import combinations
from typing import Any
from zoneinfo import ZoneInfo

import narwhals as nw
import pandas as pd

from campaignctl.domain.campaign import Window
from campaignctl.metrics.grouping import grouped
from campaignctl.metrics.ledger import TOTAL
from campaignctl.metrics.measures import Kind, Measure, Predicate, Table, flags
from campaignctl.metrics.native import lazy
from campaignctl.metrics.told import single_lines
from campaignctl.stages.report.basis import Basis

ELSEWHERE = "UTC"
"""The zone in which many tools cut their days."""
_KIND = nw.col("line_kind").cast(nw.String).fill_null("sale")
_STATUS = nw.col("status").cast(nw.String).fill_null("unknown")
_PAID = ~nw.col("paid").is_null() & (_STATUS != "unpaid")
_SALE = _KIND == "sale"


@dataclass(frozen=True, slots=True)
class Step:
    """One step. ``amount`` (minor units) is what a wider count holds beyond ours; None where it is not told."""

    key: str
    words: str
    amount: int | None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Bridge:
    """A number that is known, in minor units, and the steps from it to ours; ``ours`` is None without orders."""

    known: int
    ours: int | None
    steps: tuple[Step, ...] = ()

    @property
    def running(self) -> tuple[int, ...]:
        """What is left of the known number after each step; a step that is not told leaves it."""
        found, left = [], self.known
        for step in self.steps:
            left -= step.amount or 0
            found.append(left)
        return tuple(found)

    @property
    def unexplained(self) -> int | None:
        """What no step explains."""
        return None if self.ours is None else (self.running[-1] if self.steps else self.known) - self.ours

    def alike(self, within: int) -> tuple[Step, ...]:
        """Return the step, or else the two, that make up the whole difference, by ``within`` minor units; or none."""
        if self.ours is None or abs(self.known - self.ours) <= within:
            return ()
        told = [step for step in self.steps if step.amount]
        for many in (1, 2):
            for chosen in combinations(told, many):
                if abs(self.known - self.ours - sum(step.amount or 0 for step in chosen)) <= within:
                    return chosen
        return ()


def bridged(basis: Basis) -> Bridge | None:
    """Return the bridge from the GMV that is known; None when none was named."""
    known = basis.inputs.known
    if known is None:
        return None
    ours = basis.ledger.value("gmv") if basis.has_lines else None
    steps = tuple(_steps(basis)) if ours is not None else ()
    return Bridge(_minor(basis, known), None if ours is None else _minor(basis, Decimal(str(ours))), steps)


def _minor(basis: Basis, major: Decimal) -> int:
    return round(major.scaleb(basis.ledger.currency.decimals))


def _steps(basis: Basis) -> Iterator[Step]:
    told = _sums(basis) if basis.tells_orders else pd.Series(dict.fromkeys(_KEYS), dtype="Int64")
    yield _step(told, "cancelled", "Orders cancelled before they were paid")
    yield _step(told, "unpaid", "Orders not paid")
    yield _together(told, "tax-and-shipping", "Tax and shipping that buyers paid", ("taxes", "shipping"))
    yield _step(told, "platform", "Platform discount counted as if buyers had paid it")
    yield from _zone(basis, told)
    yield from _unregistered(basis)
    yield _step(told, "samples", "Samples, gifts and replacements")


_WORDS = {
    "taxes": "Taxes",
    "shipping": "Shipping Fee After Discount",
    "platform": "SKU Platform Discount",
}


def _step(told: "pd.Series[Any]", key: str, words: str) -> Step:
    return _together(told, key, words, (key,))


def _together(told: "pd.Series[Any]", key: str, words: str, names: tuple[str, ...]) -> Step:
    amounts = {name: told[name] for name in names}
    absent = [_WORDS.get(name, "the amounts of such lines") for name, value in amounts.items() if pd.isna(value)]
    if absent:
        return Step(key, words, None, f"the exports do not give {' and '.join(absent)}")
    return Step(key, words, sum(int(value) for value in amounts.values()))


def _zone(basis: Basis, told: "pd.Series[Any]") -> Iterator[Step]:
    zone = basis.inputs.zone.key
    if zone != ELSEWHERE and not pd.isna(told["elsewhere"]) and not pd.isna(told["here"]):
        yield Step("zone", f"Days cut in {ELSEWHERE}, not in {zone}", int(told["elsewhere"]) - int(told["here"]))


def _unregistered(basis: Basis) -> Iterator[Step]:
    if basis.inputs.scope.counts_registered:
        whole, ours = (basis.ledger.value(name, TOTAL) for name in ("gmv_shops", "gmv"))
        words = "SKUs that nobody registered"
        if whole is None or ours is None:
            yield Step("unregistered", words, None, "the exports do not give SKU Subtotal After Discount")
        else:
            yield Step("unregistered", words, _minor(basis, Decimal(str(whole)) - Decimal(str(ours))))


_KEYS = ("cancelled", "unpaid", "taxes", "shipping", "platform", "here", "elsewhere", "samples")


def _sums(basis: Basis) -> "pd.Series[Any]":
    """Return every sum of the steps from one pass over the lines of the campaign's shops."""
    lines = lazy(single_lines(basis.inputs.order_lines))
    sellers = basis.inputs.scope.sellers
    if sellers:
        lines = lines.filter(nw.col("seller_id").is_null() | nw.col("seller_id").is_in(sorted(sellers)))
    measures = _measures(basis)
    found = grouped(lines.with_columns(*flags(measures), one=nw.lit(1, nw.Int64)), measures, ["one"])
    return found.iloc[0]


def _measures(basis: Basis) -> tuple[Measure, ...]:
    during = basis.periods.campaign
    elsewhere = _same_clock(during, basis.inputs.zone, basis.inputs.as_of)
    created, paid = _inside("created", during), _inside("paid", during)
    bought = _SALE & _PAID & paid
    after = "subtotal_after_discount"
    return (
        _sum("cancelled", after, _SALE & created & (_STATUS == "cancelled") & nw.col("paid").is_null()),
        _sum("unpaid", after, _SALE & created & (_STATUS != "cancelled") & ~_PAID),
        _sum("taxes", "order_taxes", bought),
        _sum("shipping", "order_shipping", bought),
        _sum("platform", "platform_discount", bought),
        _sum("here", after, bought),
        _sum("elsewhere", after, _SALE & _PAID & _inside("paid", elsewhere)),
        _sum("samples", after, ~_SALE & created),
    )


def _sum(name: str, column: str, where: nw.Expr) -> Measure:
    return Measure(name, Table.ORDER_LINES, nw.col(column), Predicate(f"bridge_{name}", name, where), Kind.SUM, name)


def _inside(moment: str, window: Window) -> nw.Expr:
    return ((nw.col(moment) >= window.start) & (nw.col(moment) < window.end)).fill_null(value=False)


def _same_clock(window: Window, zone: ZoneInfo, until: datetime) -> Window:
    """Return the window that the same days and hours make in the other zone, as far as the data reach."""
    other = ZoneInfo(ELSEWHERE)
    start, end = (moment.astimezone(zone).replace(tzinfo=other) for moment in (window.start, window.end))
    return Window(start, max(start, min(end, until)))

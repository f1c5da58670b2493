"""Promised against delivered in words, tables and bars: shares kept, what was broken, and every seller's standing."""

from collections.abc import Iterator
from typing import Any

import pandas as pd

from campaignctl.domain.document import (
    Cell,
    Chart,
    ChartKind,
    Column,
    Mark,
    Part,
    Role,
    Section,
    Sentence,
    Series,
    Table,
    Text,
    say,
)
from campaignctl.domain.formats import Format
from campaignctl.metrics.ledger import At
from campaignctl.stages.report.basis import Basis, joined
from campaignctl.stages.report.counts import Count
from campaignctl.stages.report.phrases import cut
from campaignctl.stages.report.promised import terms as t
from campaignctl.stages.report.promised.measure import Promises
from campaignctl.stages.report.promised.sellers import scorecards
from campaignctl.stages.report.promised.slots import Held, Slot
from campaignctl.stages.report.times import clock, full_day

M, N, P = Format.MONEY, Format.COUNT, Format.PERCENT
MOST_ROWS = 60
"""Broken lines shown one by one, those that weigh most."""
_BROKEN = (
    Column("seller", "Seller", None, "Promise"),
    Column("product", "Product", None, "Promise"),
    Column("sku", "SKU ID", None, "Promise"),
    Column("promotion", "Promotion", None, "Promise"),
    Column("what", "What happened", None, "Delivered"),
    Column("agreed", "Agreed price", M, "Price"),
    Column("dearest", "Highest paid", M, "Price"),
    Column("above_units", "Units above", N, "Price"),
    Column("above_days", "Days above", N, "Price"),
    Column("overpaid", "Paid too much", M, "Price"),
    Column("missing", "Units missing", N, "Stock"),
    Column("days", "Days without", N, "Stock"),
    Column("lost", "Sales lost", M, "Stock"),
)
_SLOTS = (
    Column("stream", "Livestream"),
    Column("seller", "Seller"),
    Column("start", "Promised for"),
    Column("what", "What happened"),
    Column("minutes", "Minutes missed", N),
    Column("lost", "Sales lost", M),
)


def promised(basis: Basis, found: Promises | None) -> Section | None:
    """Return promised against delivered; None where nothing was locked or nothing can be compared."""
    if found is None:
        return None
    parts: tuple[Part | None, ...] = (
        scorecards(basis, found),
        _broken(basis, found),
        _slots(basis, found),
        *_bars(basis),
        Text("promised-words", tuple(_words(basis, found))),
    )
    kept = tuple(part for part in parts if part is not None)
    name = cut(basis.inputs.campaign.name)
    context = say("{name} · as locked, with every approved change from its hour on", name=name)
    return Section("promised", "Promised and delivered", title(basis, found), context, kept, _source(basis, found))


def title(basis: Basis, found: Promises) -> Sentence:
    """Return how much was kept, and what the rest cost."""
    streams = bool(basis.ledger.value(t.SLOTS.id))
    held = say("{slots_held.total} of {slots.total} promised livestreams were held")
    if found.lines is None:
        return held if streams else say("Promises were locked; nothing tells yet what was kept")
    if basis.ledger.value(t.BROKEN.id):
        lines = say("Sellers kept {kept_lines.total} of {promised_lines.total} promised lines")
    else:
        lines = say("No promised line was sold above its price or ran short")
    return joined(lines, say("; "), held) if streams else lines


def _ref(basis: Basis, term: Count, at: At, form: Format | None = None) -> Cell:
    return basis.ledger.ref(term.id, at, form)


def _broken(basis: Basis, found: Promises) -> Table | None:
    """Return the broken lines, the weightiest first; the rest stands in one row."""
    if found.lines is None:
        return None
    lines = found.lines[found.lines["for_all"]]
    told = lines[lines["is_broken"] | lines["sold_out"]]
    weighed = told.assign(weight=told["over"] + told["lost"])
    ranked = weighed.sort_values(["weight", "seller_id", "item"], ascending=[False, True, True]).head(MOST_ROWS)
    rows = [_line(basis, row) for row in ranked.to_dict("records")]
    marks = {(at, "what"): Mark.BAD if broken else Mark.NEUTRAL for at, broken in enumerate(ranked["is_broken"])}
    return Table(
        "promised-broken",
        _BROKEN,
        tuple(rows),
        marks=marks,
        empty="Every promised line was kept",
        caption=say("Lines above their price, short of their stock, or sold out"),
    )


def _line(basis: Basis, row: dict[Any, Any]) -> tuple[Cell, ...]:
    at = At("promise", f"{row['seller_id']}/{row['item']}/{row['promotion_id']}")
    amounts = (
        (t.AGREED_PRICE, row["agreed"], row["is_dear"]),
        (t.DEAREST, row["dearest"], row["is_dear"]),
        (t.ABOVE_UNITS, row["above_units"], row["is_dear"]),
        (t.ABOVE_DAYS, row["above_days"], row["is_dear"]),
        (t.OVERPAID, row["over"], row["is_dear"]),
        (t.MISSING_UNITS, row["missing"], row["short"]),
        (t.DAYS_OUT, row["gap"], row["stopped"]),
        (t.LOST, row["lost"], row["stopped"]),
    )
    for term, value, told in amounts:
        if told:
            is_money = term.format is Format.MONEY_SHORT
            basis.ledger.enter(term, basis.ledger.money(round(float(value))) if is_money else int(value), at)
    cells = (_ref(basis, term, at, M if term.format is Format.MONEY_SHORT else None) for term, _, _ in amounts)
    words = None if pd.isna(row["words"]) else str(row["words"])
    title = str(row["promotion_id"]) if pd.isna(row["title"]) else str(row["title"])
    return (basis.seller(row["seller_id"]), words, str(row["item"]), title, _what(row), *cells)


def _what(row: dict[Any, Any]) -> str:
    said = []
    if row["is_dear"]:
        never = row["undiscounted"] and row["undiscounted"] >= row["owed"]
        said.append("sold without any discount" if never else "above the agreed price")
    if row["short"]:
        said.append("stock not there")
    elif row["sold_out"]:
        said.append("all agreed units sold early" if row["stopped"] else "all agreed units sold")
    return " and ".join(said)


def _slots(basis: Basis, found: Promises) -> Table | None:
    if not found.slots:
        return None
    rows = tuple(_slot(basis, slot) for slot in found.slots)
    colours = {Held.ON_TIME: Mark.GOOD, Held.NOT_HELD: Mark.BAD, Held.LATE: Mark.BAD, Held.UNKNOWN: Mark.NEUTRAL}
    marks = {(at, "what"): colours[slot.held] for at, slot in enumerate(found.slots)}
    return Table("promised-slots", _SLOTS, rows, marks=marks, caption=say("Promised livestreams"))


def _slot(basis: Basis, slot: Slot) -> tuple[Cell, ...]:
    at, local = At("slot", slot.id), slot.start.astimezone(basis.inputs.zone)
    cells: list[Cell] = [None, None]
    if slot.missed:
        basis.ledger.enter(t.MINUTES, slot.missed, at)
        cells[0] = _ref(basis, t.MINUTES, at)
        if slot.lost is not None:
            basis.ledger.enter(t.SLOTS_LOST, basis.ledger.money(slot.lost), at)
            cells[1] = _ref(basis, t.SLOTS_LOST, at, M)
    return (slot.title, basis.seller(slot.seller), f"{full_day(local.date())}, {clock(local)}", slot.held.value, *cells)


_BARS = (
    ("promised-price", "lines sold kept the agreed price", t.PRICE_TOLD, t.PRICE_KEPT, t.PRICE_BROKEN),
    ("promised-stock", "lines sold kept the agreed stock", t.STOCK_TOLD, t.STOCK_KEPT, t.STOCK_SHORT),
    ("promised-streams", "livestreams were held", t.SLOTS, t.SLOTS_HELD, t.SLOTS_MISSED),
)


def _bars(basis: Basis) -> Iterator[Chart]:
    """Yield one bar each for price, stock and slots: kept and broken."""
    for slug, words, whole, kept, broken in _BARS:
        if basis.ledger.value(whole.id):
            ids = [basis.id(term.id) for term in (kept, broken, whole)]
            series = (Series("Kept", (ids[0],), Role.CAMPAIGN), Series("Broken", (ids[1],), Role.ATTENTION))
            title = say(f"{{{ids[0]}}} of {{{ids[2]}}} {words}")
            yield Chart(slug, ChartKind.BAR, title, "promises", N, ("All sellers",), series, title)


_SAID = (
    (
        t.PRICE_BROKEN,
        "Buyers paid {overpaid.total} too much for {above_units.total} units sold above the agreed price.",
    ),
    (t.STOCK_SHORT, "Where sales stopped short of the agreed stock, {missing_units.total} units were missing."),
    (t.SOLD_OUT, "Lines that sold all their agreed units, kept and too few: {sold_out_lines.total}."),
    (t.LOST, "At their own pace, lines that could not be bought any more would have sold {lost_sales.total}."),
    (t.UNSOLD, "Promised lines that sold nothing while their promotion ran: {unsold_lines.total}."),
    (t.UNDISCOUNTED, "Lines that were sold for a time without any discount: {undiscounted_lines.total}."),
    (
        t.MINUTES,
        "Livestreams not held or late missed {minutes_missed.total} minutes, {slot_sales_lost.total} of sales.",
    ),
    (t.SLOTS_UNKNOWN, "Promised livestreams of shops without a LIVE list: {slots_unknown.total}."),
)
"""What is said of a figure where it is not zero."""


def _words(basis: Basis, found: Promises) -> Iterator[Sentence]:
    if found.lines is None:
        yield say("No order export tells at which price and how long the promised lines were sold.")
    yield from (say(words) for term, words in _SAID if basis.ledger.value(term.id))
    if found.lines is not None and not found.lines["for_all"].all():
        yield say("Promotions that only some buyers get are left out: no order tells who they are.")


def _source(basis: Basis, found: Promises) -> Sentence:
    lock = basis.inputs.lock
    number = str(lock.number) if lock else ""
    note = " Kept: for the whole period. Sales lost: own pace x time missed." if found.lines is not None else ""
    return joined(say("Source: lock {number}, sheet Changes, order exports, LIVE lists.", number=number), say(note))

"""Promised against delivered in words, tables and bars: shares kept, what was broken, and every seller's standing."""

from collections.abc import Iterator
from typing import Any

import pandas as pd

from campaignctl.domain.charts import Chart, ChartKind, Role, Series
from campaignctl.domain.document import Part, Section, Text
from campaignctl.domain.formats import Format
from campaignctl.domain.sentences import Ref, Sentence, say
from campaignctl.domain.tables import Cell, Column, Mark, Table
from campaignctl.metrics.ledger import At
from campaignctl.stages.report.basis import Basis, joined
from campaignctl.stages.report.counts import Count
from campaignctl.stages.report.phrases import capital, cut, every, listed
from campaignctl.stages.report.promised import terms as t
from campaignctl.stages.report.promised.measure import Promises
from campaignctl.stages.report.promised.sellers import scorecards
from campaignctl.stages.report.promised.slots import Held, Slot
from campaignctl.stages.report.slugs import Slugs
from campaignctl.stages.report.times import clock, full_day

M, N, P = Format.MONEY, Format.COUNT, Format.PERCENT
MOST_ROWS = 60
"""Broken lines shown one by one, those that weigh most."""
_BROKEN = (
    Column("seller", "Seller", None, "Promise"),
    Column("what", "What happened", None, "Promise"),
    Column("agreed", "Agreed price", M, "Price"),
    Column("dearest", "Highest paid", M, "Price"),
    Column("units", "Units", N, "How much"),
    Column("days", "Days", N, "How much"),
    Column("money", "Money", M, "How much"),
    Column("promotion", "Promotion", None, "Which line"),
    Column("sku", "SKU ID", None, "Which line"),
    Column("product", "Product", None, "Which line"),
)
DEAR, SHORT, OUT = "above the agreed price", "stock not there", "all agreed units sold"
_SLOTS = (
    Column("seller", "Seller"),
    Column("what", "What happened"),
    Column("minutes", "Minutes missed", N),
    Column("lost", "Sales lost", M),
    Column("start", "Promised for"),
    Column("stream", "Livestream"),
)
SLUGS = Slugs(
    sections=("promised",),
    charts={f"promised-{what}": ("Kept", "Broken") for what in ("price", "stock", "streams")},
    tables={
        "promised-broken": (
            "seller",
            "what",
            "agreed",
            "dearest",
            "units",
            "days",
            "money",
            "promotion",
            "sku",
            "product",
        ),
        "promised-slots": ("seller", "what", "minutes", "lost", "start", "stream"),
    },
    paragraphs=("promised-words", "promised-sum"),
)


def promised(basis: Basis, found: Promises | None) -> Section | None:
    """Return promised against delivered; None where nothing was locked or nothing can be compared."""
    if found is None:
        return None
    parts: tuple[Part | None, ...] = (
        Text("promised-words", tuple(_words(basis, found))),
        scorecards(basis, found),
        _broken(basis, found),
        _slots(basis, found),
        *_bars(basis),
        _sum(basis),
    )
    kept = tuple(part for part in parts if part is not None)
    name = cut(basis.inputs.campaign.name)
    context = say("{name} · as locked, with every approved change from its hour on", name=name)
    return Section("promised", "Promised and delivered", title(basis, found), context, kept, _source(basis, found))


def title(basis: Basis, found: Promises) -> Sentence:
    """Return how much was kept, and what the rest cost."""
    held = _held(basis)
    if found.lines is None:
        return capital(held) if held else say("Promises were locked; nothing tells yet what was kept")
    if basis.ledger.value(t.BROKEN.id) and basis.ledger.value(t.BROKEN_COST.id):
        return joined(_kept(basis), say(f"; the rest cost {{{basis.id(t.BROKEN_COST.id)}}}"))
    if basis.ledger.value(t.BROKEN.id):
        lines = say("Sellers kept {kept_lines.total} of {promised_lines.total} promised lines")
    else:
        lines = say("No promised line was sold above its price or ran short")
    return joined(lines, say("; "), held) if held else lines


def _kept(basis: Basis) -> Sentence:
    """Return ``Sellers kept 166 of 172 promised lines and 39 of 40 livestreams``, of streams where any was promised."""
    lines = say("Sellers kept {kept_lines.total} of {promised_lines.total} promised lines")
    due = basis.ledger.value(t.SLOTS.id) or 0
    return joined(lines, say(" and {slots_held.total} of {slots.total} livestreams")) if due > 1 else lines


def _held(basis: Basis) -> Sentence:
    """Return ``39 of 40 promised livestreams were held``, or an empty sentence where none was promised."""
    due, missed = (basis.ledger.value(term.id) or 0 for term in (t.SLOTS, t.SLOTS_MISSED))
    if not due:
        return Sentence()
    if due == 1:
        return say("the promised livestream was not held" if missed else "the promised livestream was held")
    if not missed:
        return say(every("slots.total", int(due), "promised livestreams") + " were held")
    return say("{slots_held.total} of {slots.total} promised livestreams were held")


def _ref(basis: Basis, term: Count, at: At, form: Format | None = None) -> Cell:
    return basis.ledger.ref(term.id, at, form)


def _broken(basis: Basis, found: Promises) -> Table | None:
    """Return what was broken, the weightiest first: a row per line and kind of breach."""
    if found.lines is None:
        return None
    lines = found.lines[found.lines["for_all"]]
    breaches = [
        (float(row["over" if kind == DEAR else "lost"]), kind, row)
        for kind, mask in ((DEAR, "is_dear"), (SHORT, "short"), (OUT, "sold_out"))
        for row in lines[lines[mask]].to_dict("records")
    ]
    ranked = sorted(breaches, key=lambda each: (-each[0], each[2]["seller_id"], each[2]["item"], each[1]))[:MOST_ROWS]
    rows = tuple(_breach(basis, kind, row) for _, kind, row in ranked)
    marks = {(at, "what"): Mark.NEUTRAL if kind == OUT else Mark.BAD for at, (_, kind, _) in enumerate(ranked)}
    caption = say("Lines above their price, short of their stock, or sold out")
    return Table("promised-broken", _BROKEN, rows, marks=marks, empty="Every promised line was kept", caption=caption)


def _breach(basis: Basis, kind: str, row: dict[Any, Any]) -> tuple[Cell, ...]:
    at = At("promise", f"{row['seller_id']}/{row['item']}/{row['promotion_id']}")
    amounts: dict[str, tuple[tuple[Count, float] | None, ...]] = {
        DEAR: (
            (t.AGREED_PRICE, row["agreed"]),
            (t.DEAREST, row["dearest"]),
            (t.ABOVE_UNITS, row["above_units"]),
            (t.ABOVE_DAYS, row["above_days"]),
            (t.OVERPAID, row["over"]),
        ),
        SHORT: (None, None, (t.MISSING_UNITS, row["missing"]), (t.DAYS_OUT, row["gap"]), (t.LOST, row["lost"])),
        OUT: (None, None, None, (t.DAYS_OUT, row["gap"]), (t.LOST, row["lost"])),
    }
    cells = [None if each is None else _entered(basis, at, *each) for each in amounts[kind]]
    words = None if pd.isna(row["words"]) else str(row["words"])
    title = str(row["promotion_id"]) if pd.isna(row["title"]) else str(row["title"])
    never = kind == DEAR and row["undiscounted"] and row["undiscounted"] >= row["owed"]
    said = "no discount at all" if never else kind
    return (basis.seller(row["seller_id"]), said, *cells, title, str(row["item"]), words)


def _entered(basis: Basis, at: At, term: Count, value: float) -> Cell:
    is_money = term.format is Format.MONEY_SHORT
    basis.ledger.enter(term, basis.ledger.money(round(float(value))) if is_money else int(value), at)
    return _ref(basis, term, at, M if is_money else None)


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
    start = f"{full_day(local.date())}, {clock(local)}"
    return (basis.seller(slot.seller), slot.held.value, *cells, start, slot.title)


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


_WHOLE = (t.BROKEN_COST, ": ")
_COSTS = (
    (t.OVERPAID, " that buyers paid too much"),
    (t.SHORT_LOST, " of sales lost where stock was not there"),
    (t.SLOTS_LOST, " of sales lost in livestreams not held or late"),
)


def _sum(basis: Basis) -> Text | None:
    """Return what all broken promises cost, and of what that is the sum; None where they cost nothing."""
    if not basis.ledger.value(t.BROKEN_COST.id):
        return None
    found = [(term, words) for term, words in (_WHOLE, *_COSTS) if basis.ledger.value(term.id)]
    whole, *parts = (Sentence((Ref(basis.id(term.id), format=M), words)) for term, words in found)
    return Text("promised-sum", (joined(say("Broken promises cost "), whole, listed(parts), say(".")),))


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
    named = f"lock {lock.number}" if lock else "lock"
    note = " Kept: for the whole period. Sales lost: own pace x time missed." if found.lines is not None else ""
    return joined(say("Source: {named}, sheet Changes, order exports, LIVE lists.", named=named), say(note))

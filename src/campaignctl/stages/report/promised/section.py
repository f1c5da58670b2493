"""Promised against delivered in words, tables and bars: shares kept, what was broken, and every seller's standing."""

from collections.abc import Iterator

from campaignctl.domain.charts import Chart, ChartKind, Role, Series
from campaignctl.domain.document import Part, Section, Text
from campaignctl.domain.formats import Format
from campaignctl.domain.sentences import Ref, Sentence, say
from campaignctl.stages.report.basis import Basis, joined
from campaignctl.stages.report.phrases import capital, cut, listed
from campaignctl.stages.report.promised import terms as t
from campaignctl.stages.report.promised.broken import broken_lines
from campaignctl.stages.report.promised.measure import Promises
from campaignctl.stages.report.promised.sellers import scorecards
from campaignctl.stages.report.promised.streams import held_words, promised_slots
from campaignctl.stages.report.promised.worst import worst
from campaignctl.stages.report.slugs import Slugs

M, N = Format.MONEY, Format.COUNT
SLUGS = Slugs(
    sections=("promised",),
    charts={f"promised-{what}": ("Kept", "Broken") for what in ("price", "stock", "streams")},
    paragraphs=("promised-words", "promised-sum"),
)


def promised(basis: Basis, found: Promises | None) -> Section | None:
    """Return promised against delivered; None where nothing was locked or nothing can be compared."""
    if found is None:
        return None
    parts: tuple[Part | None, ...] = (
        Text("promised-words", tuple(_words(basis, found))),
        scorecards(basis, found),
        broken_lines(basis, found),
        promised_slots(basis, found),
        *_bars(basis),
        _sum(basis),
        *worst(basis, found),
    )
    kept = tuple(part for part in parts if part is not None)
    name = cut(basis.inputs.campaign.name)
    context = say("{name} · as locked, with every approved change from its hour on", name=name)
    return Section("promised", "Promised and delivered", title(basis, found), context, kept, _source(basis, found))


def title(basis: Basis, found: Promises) -> Sentence:
    """Return how much was kept, and what the rest cost."""
    held = held_words(basis)
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

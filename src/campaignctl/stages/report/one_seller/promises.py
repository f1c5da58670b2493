"""What one seller promised and delivered, line by line and stream by stream: what was broken first, with its money."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pandas as pd

from campaignctl.domain.document import Section
from campaignctl.domain.formats import Format
from campaignctl.domain.sentences import Sentence, say
from campaignctl.domain.tables import Cell, Column, Mark, Table
from campaignctl.metrics.ledger import At
from campaignctl.stages.report.basis import Basis, joined
from campaignctl.stages.report.bought import bought
from campaignctl.stages.report.counts import OTHERS, Count
from campaignctl.stages.report.promised import judge_promises, promised
from campaignctl.stages.report.promised import terms as t
from campaignctl.stages.report.promised.measure import Promises
from campaignctl.stages.report.promised.slots import Held, Slot
from campaignctl.stages.report.promised.worst import OF_KINDS
from campaignctl.stages.report.slugs import Slugs
from campaignctl.stages.report.times import clock, full_day

MOST = 12
"""Lines shown one by one; the rest, which weigh least, stand in one row."""

_HEADS = (
    Column("what", "Promise"),
    Column("which", "Product or livestream"),
    Column("where", "Promotion or start"),
    Column("agreed", "Agreed", Format.MONEY),
    Column("dearest", "Highest paid", Format.MONEY),
    Column("stock", "Agreed stock", Format.COUNT),
    Column("units", "Sold", Format.COUNT),
    Column("days", "Days", Format.COUNT),
    Column("money", "Money", Format.MONEY),
)
_OF_ALL = {"promised-sellers", "promised-broken", "promised-slots", *OF_KINDS}
KEPT, UNSOLD = "✓ kept", "not sold"
SLUGS = Slugs(tables={"promised-own": tuple(column.key for column in _HEADS)})
Row = tuple[Mark, tuple[Cell, ...]]


def own_promises(basis: Basis) -> Section | None:
    """Return the page of a seller's promises, from a basis that knows no other; None where it promised nothing."""
    found = judge_promises(basis, bought(basis))
    section = promised(basis, found)
    if found is None or section is None:
        return None
    rows = [*_streams(basis, found), *_lines(basis, found)]
    marks = {(number, "what"): mark for number, (mark, _) in enumerate(rows)}
    kept = [at for at in range(len(_HEADS)) if any(row[at] is not None for _, row in rows)]
    heads, cells = tuple(_HEADS[at] for at in kept), tuple(tuple(row[at] for at in kept) for _, row in rows)
    table = Table("promised-own", heads, cells, marks=marks)
    parts = (*(part for part in section.parts if part.slug not in _OF_ALL), table)
    context = say("As locked, with every approved change from its hour on · {currency}", currency=basis.currency)
    return replace(section, title=_title(basis, section.title), context=context, parts=parts)


def _title(basis: Basis, usual: Sentence) -> Sentence:
    """Return what became of one seller's promises; ``usual`` is what is said of several sellers."""
    broken, made = (basis.ledger.value(term.id) or 0 for term in (t.BROKEN, t.PROMISED))
    if not broken:
        return usual
    lines = say("{kept_lines.total} of {promised_lines.total} promised lines were kept")
    if made == 1:
        lines = say("The promised line was not kept")
    cost = say("; broken promises cost {broken_cost.total}") if basis.ledger.value(t.BROKEN_COST.id) else Sentence()
    return joined(lines, cost)


def _lines(basis: Basis, found: Promises) -> Iterator[Row]:
    """Yield the promised lines: what broken ones cost first, then what sold most; beyond a dozen in one row."""
    if found.lines is None:
        return
    lines = found.lines[found.lines["for_all"]]
    cost = lines["over"] + lines["lost"].where(lines["short"], 0.0)
    ranked = lines.assign(cost=cost).sort_values(
        ["is_broken", "cost", "value", "item", "promotion_id"], ascending=[False, False, False, True, True]
    )
    shown = ranked if len(ranked) <= MOST + 1 else ranked[:MOST]
    for row in shown.to_dict("records"):
        yield _line(basis, row)
    if len(shown) < len(ranked):
        yield _rest(basis, ranked[len(shown) :])


def _rest(basis: Basis, lines: pd.DataFrame) -> Row:
    """Return the lines beyond a dozen as one row."""
    count, at = basis.ledger.enter(OTHERS, len(lines), At("promises")), At("other_promises")
    broken = bool(lines["is_broken"].any())
    units = _entered(basis, at, t.UNITS, lines["units"].sum())
    what, mark = ("some broken", Mark.BAD) if broken else (KEPT, Mark.GOOD)
    return mark, (what, f"{count.words} others", None, None, None, None, units, None, None)


def _line(basis: Basis, row: dict[Any, Any]) -> Row:
    at = At("promise", f"{row['seller_id']}/{row['item']}/{row['promotion_id']}")
    what, mark = _standing(row)
    days = row["above_days"] if row["is_dear"] else row["gap"] if row["short"] else None
    amounts: tuple[tuple[Count, Any], ...] = (
        (t.AGREED_PRICE, row["deal"]),
        (t.DEAREST, row["dearest"] if row["is_dear"] else row["most"]),
        (t.STOCK, row["stock"]),
        (t.UNITS, row["units"]),
        (t.ABOVE_DAYS if row["is_dear"] else t.DAYS_OUT, days),
        (t.BROKEN_COST, row["cost"] if row["is_broken"] else None),
    )
    which = row["item"] if pd.isna(row["words"]) else row["words"]
    where = row["promotion_id"] if pd.isna(row["title"]) else row["title"]
    return mark, (what, str(which), str(where), *(_entered(basis, at, term, value) for term, value in amounts))


def _standing(row: dict[Any, Any]) -> tuple[str, Mark]:
    if row["is_dear"] or row["short"]:
        words = ["above the agreed price"] * bool(row["is_dear"]) + ["stock not there"] * bool(row["short"])
        return " and ".join(words), Mark.BAD
    if not row["is_sold"]:
        return UNSOLD, Mark.NEUTRAL
    return ("all agreed units sold", Mark.GOOD) if row["sold_out"] else (KEPT, Mark.GOOD)


def _entered(basis: Basis, at: At, term: Count, value: Any) -> Cell:
    if value is None or pd.isna(value):
        return None
    if term.format is not Format.MONEY_SHORT:
        basis.ledger.enter(term, int(value), at)
        return basis.ref(term.id, at)
    basis.ledger.enter(term, basis.ledger.money(round(float(value))), at)
    return basis.ref(term.id, at, Format.MONEY)


_HELD = {
    Held.ON_TIME: (KEPT, Mark.GOOD),
    Held.LATE: ("held late", Mark.BAD),
    Held.NOT_HELD: ("not held", Mark.BAD),
    Held.UNKNOWN: ("not known", Mark.NEUTRAL),
}


def _streams(basis: Basis, found: Promises) -> Iterator[Row]:
    """Yield the promised livestreams, those that were not held first."""
    for slot in sorted(found.slots, key=lambda each: (-each.missed, each.start)):
        yield _stream(basis, slot)


def _stream(basis: Basis, slot: Slot) -> Row:
    what, mark = _HELD[slot.held]
    local = slot.start.astimezone(basis.inputs.zone)
    lost = slot.lost if slot.missed else None
    money = _entered(basis, At("slot", slot.id), t.SLOTS_LOST, lost)
    return mark, (what, slot.title, f"{full_day(local.date())}, {clock(local)}", *(None,) * 5, money)

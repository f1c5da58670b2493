"""The promised lines that were not kept, each with what was agreed, what happened and what it cost."""

from typing import Any

import pandas as pd

from campaignctl.domain.formats import Format
from campaignctl.domain.sentences import Sentence, say
from campaignctl.domain.tables import Cell, Column, Mark, Table
from campaignctl.metrics.ledger import At
from campaignctl.stages.report.basis import Basis
from campaignctl.stages.report.counts import Count
from campaignctl.stages.report.promised import terms as t
from campaignctl.stages.report.promised.measure import Promises
from campaignctl.stages.report.slugs import Slugs

M, N = Format.MONEY, Format.COUNT
MOST_ROWS = 60
"""Broken lines shown one by one, those that weigh most."""
DEAR, SHORT, OUT = "above the agreed price", "stock not there", "all agreed units sold"
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
SLUGS = Slugs(tables={"promised-broken": tuple(column.key for column in _BROKEN)})


def broken_lines(basis: Basis, found: Promises) -> Table | None:
    """Return what was broken, the weightiest first: a row per line and kind of breach; None where no order tells."""
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
    empty, caption = "Every promised line was kept", _words(basis)
    return Table("promised-broken", _BROKEN, rows, marks=marks, empty=empty, caption=caption)


def _words(basis: Basis) -> Sentence:
    """Return ``6 of 172 promised lines were broken``, to head them and those that sold out before the end."""
    broken = basis.ledger.value(t.BROKEN.id)
    if not broken:
        return say("No promised line was broken")
    verb = "was" if broken == 1 else "were"
    return say(f"{{broken_lines.total}} of {{promised_lines.total}} promised lines {verb} broken")


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
    return basis.ledger.ref(term.id, at, M if is_money else None)

"""The memo's promises by kind: how many were made and kept, by whom most were broken, and what that cost."""

from collections.abc import Iterator
from dataclasses import replace

from campaignctl.domain.document import Document, Part, Section, Text
from campaignctl.domain.formats import Format
from campaignctl.domain.sentences import Ref, Sentence, say
from campaignctl.domain.tables import Cell, Column, Table
from campaignctl.stages.report.basis import joined
from campaignctl.stages.report.counts import Count
from campaignctl.stages.report.phrases import cut
from campaignctl.stages.report.promised import terms as t

LONGEST_NAME = 24
M = Format.MONEY
_HEADS = (
    Column("what", "Promise"),
    Column("promised", "Promised", Format.COUNT),
    Column("kept", "Kept", Format.COUNT),
    Column("share", "Share", Format.PERCENT),
    Column("worst", "Largest breach"),
    Column("cost", "Cost", M),
)
_KINDS: tuple[tuple[str, str, Count, Count, Count, Count], ...] = (
    ("price", "Price", t.PRICE_TOLD, t.PRICE_KEPT, t.PRICE_SHARE, t.OVERPAID),
    ("stock", "Stock", t.STOCK_TOLD, t.STOCK_KEPT, t.STOCK_SHARE, t.SHORT_LOST),
    ("streams", "Livestreams", t.SLOTS, t.SLOTS_HELD, t.SLOTS_SHARE, t.SLOTS_LOST),
)
NOTE = "Price and stock: promised lines that sold. Cost: what buyers paid above the agreed price, else sales lost."


def promised(document: Document) -> Section | None:
    """Return the kinds of promises that can be compared; in words alone where none can. None without promises."""
    held, words = document.section("promised"), document.part("promised-words")
    if held is None:
        return None
    rows = tuple(_rows(document))
    if not rows:
        told = words.sentences[:1] if isinstance(words, Text) else ()
        return replace(held, parts=(Text("promised-words", told),) if told else ())
    cost = Ref(f"{t.BROKEN_COST.id}.total", format=M) if _value(document, t.BROKEN_COST) else None
    total = ("All", None, None, None, None, cost) if cost and len(rows) > 1 else None
    parts: tuple[Part, ...] = (Table("promised-kinds", _HEADS, rows, total), Text("promised-note", (say(NOTE),)))
    title = joined(say("Broken promises cost "), Sentence((replace(cost, format=None),))) if cost else held.title
    return replace(held, title=title, parts=parts)


def _rows(document: Document) -> Iterator[tuple[Cell, ...]]:
    for slug, name, made, kept, share, cost in _KINDS:
        if not _value(document, made):
            continue
        money = Ref(f"{cost.id}.total", format=M) if _value(document, cost) else None
        refs = (Ref(f"{term.id}.total") for term in (made, kept, share))
        yield (name, *refs, _worst(document.table(f"promised-{slug}-worst")), money)


def _value(document: Document, term: Count) -> object:
    figure = document.figures.get(f"{term.id}.total")
    return None if figure is None else figure.value


def _worst(table: Table | None) -> Cell:
    """Return who broke most, and how often: ``Velvet Quay, 2 lines``."""
    if table is None or not table.rows:
        return "none"
    seller, broken, *_ = table.rows[0]
    told = broken if isinstance(broken, Sentence) else Sentence()
    return joined(say("{who}, ", who=cut(str(seller), LONGEST_NAME)), told)

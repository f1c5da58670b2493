"""The memo's figure of returns: a row per promotion and per funder, each ratio on its interval, break-even at one."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate
from unicodedata import east_asian_width

from campaignctl.domain.charts import Chart
from campaignctl.domain.document import Document, Part, Section, Text
from campaignctl.domain.formats import Format
from campaignctl.domain.sentences import Ref, Sentence, say
from campaignctl.domain.tables import Cell, Column, Table
from campaignctl.stages.report.basis import joined
from campaignctl.stages.report.memo.cuts import kept_rows
from campaignctl.stages.report.phrases import cut, listed
from campaignctl.stages.report.roi.rows import FUNDERS
from campaignctl.stages.report.slides import payback

MOST = 6
"""Promotions, those that cost most."""

ROOM = 25
"""Of a name, in letters of usual width: a row is one line high."""

WIDE, CAPITAL = 2.1, 1.3
"""How many usual letters a letter of Chinese takes, and a capital."""

PAID, LOST, OPEN = "▲", "▼", "●"
"""The signs that verdicts begin with."""

_SIDES = {PAID: "above", LOST: "below"}
KEY = "Filled: the interval lies on one side of break-even; hollow: it holds it."
SHARED = " Promotions are parts of the same money."
_HEADS = (
    Column("what", "Promotion"),
    Column("cost", "Cost", Format.MONEY),
    Column("roi", "ROI (95% interval)"),
    Column("verdict", "Verdict"),
    Column("ratio", "ROI", Format.RETURN),
    Column("interval", "(95% interval)"),
)


def paid_back(document: Document) -> Section | None:
    """Return cost and return; without any return what was funded, and why no more can be told."""
    held = document.section("roi")
    if held is None:
        return None
    made = payback(held)
    table = next((part for part in made.parts if isinstance(part, Table) and part.slug == "roi-rows"), None)
    chart = next((part for part in made.parts if isinstance(part, Chart) and part.slug == "roi"), None)
    if table is None:
        return replace(held, parts=())
    rows = _chosen(table)
    parts = [*_words(document, table, rows), *_table(table, rows), *_drawn(chart, rows)]
    return replace(held, parts=tuple(parts))


def _chosen(table: Table) -> list[int]:
    """Return the promotions that a verdict or a cost is told of, then the funders."""
    of_funders = [at for at, row in enumerate(table.rows) if row[0] in FUNDERS]
    first = min(of_funders, default=len(table.rows))
    promotions = [at for at, row in enumerate(table.rows[:first]) if isinstance(row[2], Sentence)]
    return [*promotions[:MOST], *of_funders]


def _table(table: Table, rows: Sequence[int]) -> Iterator[Table]:
    """Yield the table, its ratios apart from their intervals; nothing where the title has its costs already."""
    keys = [column.key for column in table.columns]
    cells = [dict(zip(keys, table.rows[row], strict=True)) for row in rows]
    if not any(isinstance(row["roi"], Sentence) for row in cells):
        return
    made = tuple(
        (_named(str(row["what"])), row["cost"], row["roi"], row["verdict"], *_apart(row["roi"])) for row in cells
    )
    yield replace(kept_rows(table, list(rows)), columns=_HEADS, rows=made)


def _apart(ratio: Cell) -> tuple[Cell, Cell]:
    """Return a ratio and its interval: ``2.4`` and ``(2.1 to 2.7)``; of one with a lower end alone ``at least 2.1``."""
    if not isinstance(ratio, Sentence):
        return None, ""
    first, *rest = ratio.parts
    if not isinstance(first, Ref):
        return "", ratio
    words, *others = rest
    return first, Sentence((str(words).lstrip(), *others))


def _drawn(chart: Chart | None, rows: Sequence[int]) -> Iterator[Part]:
    if chart is None:
        return
    series = tuple(
        replace(one, values=_pick(one.values, rows), low=_pick(one.low, rows), high=_pick(one.high, rows))
        for one in chart.series
    )
    names = tuple(_named(chart.categories[row]) for row in rows)
    yield replace(chart, categories=names, series=series)
    yield Text("payback-note", (say(KEY + (SHARED if any(name not in FUNDERS for name in names) else "")),))


def _named(name: str) -> str:
    """Return a name as far as it stands on one line."""
    widths = accumulate(WIDE if east_asian_width(each) in "WF" else CAPITAL if each.isupper() else 1.0 for each in name)
    return cut(name, max(2, sum(width <= ROOM for width in widths)))


def _pick(values: tuple[str | None, ...], rows: Sequence[int]) -> tuple[str | None, ...]:
    return tuple(values[row] for row in rows) if values else ()


def _words(document: Document, table: Table, rows: Sequence[int]) -> Iterator[Text]:
    """Yield what the dearest promotion of each verdict returned, and which are open; else why no return is told."""
    promotions = [table.rows[row] for row in rows if table.rows[row][0] not in FUNDERS]
    told = [sentence for sign in _SIDES for sentence in _decided(document, promotions, sign)]
    undecided = [say("{name}", name=_named(str(row[0]))) for row in promotions if _sign(row) == OPEN]
    if undecided:
        told.append(joined(say("The data leave open whether "), listed(undecided[:3]), say(" paid back.")))
    words = document.part("roi-words")
    if not any(isinstance(row[2], Sentence) for row in table.rows) and isinstance(words, Text):
        told = list(words.sentences[:1])
    if told:
        yield Text("payback-words", tuple(told))


def _decided(document: Document, promotions: Sequence[tuple[Cell, ...]], sign: str) -> Iterator[Sentence]:
    """Yield ``Flash deals returned $44K on $18K of discount; the interval lies above break-even.`` of the dearest."""
    for row in promotions:
        cost = row[1]
        back = cost.id.replace("roi_cost.", "roi_return.", 1) if isinstance(cost, Ref) else ""
        if _sign(row) == sign and isinstance(cost, Ref) and back in document.figures:
            money = (Ref(back), " on ", replace(cost, format=Format.MONEY_SHORT))
            opening = joined(say("{name} returned ", name=_named(str(row[0]))), Sentence(money))
            yield joined(opening, say(f" of discount; its whole interval lies {_SIDES[sign]} break-even."))
            return


def _sign(row: tuple[Cell, ...]) -> str:
    return str(row[3])[:1]

"""Cost and return on one page: a row per promotion and, below them, one per funder, with bars and intervals in them."""

from collections.abc import Mapping
from dataclasses import replace

from campaignctl.domain.charts import Chart, Series
from campaignctl.domain.document import Part, Section
from campaignctl.domain.formats import Format
from campaignctl.domain.sentences import Ref, Sentence
from campaignctl.domain.tables import Cell, Column, Mark, Table
from campaignctl.stages.report.phrases import cut
from campaignctl.stages.report.slugs import Slugs

LONGEST = 30
"""Charts name their categories so; a table's first cell is found by it."""

REST = "Others"
"""What charts call the last row of the promotions' table, where it is what no promotion explains."""

FUNDERS = "By whose money"
"""The row between the promotions and those who paid for them."""

PAID, COUPONS = "▲ Paid back", "Coupons and the rest"
UNEXPLAINED = "what no promotion explains"

_HEADS = (
    Column("what", "Promotion"),
    Column("cost", "Cost"),
    Column("roi", "ROI (95% interval)"),
    Column("verdict", "Verdict"),
)
SLUGS = Slugs(
    tables={"roi-rows": ("what", "cost", "roi", "verdict")},
)


def payback(section: Section) -> Section:
    """Return the section with a table ``roi-rows`` and the charts ``cost`` and ``roi`` laid out in its rows.

    As it is where the section has no table of funders.
    """
    tables = {part.slug: part for part in section.parts if isinstance(part, Table)}
    sources = [tables[slug] for slug in ("roi-promotions", "roi-funders") if slug in tables]
    if not sources:
        return section
    cells = [(table, index) for table in sources for index in range(len(table.rows))]
    rows = [_row(table, index) for table, index in cells]
    marks = {
        (at, "verdict"): mark for at, (table, index) in enumerate(cells) if (mark := _mark(table, index)) is not None
    }
    if len(sources) > 1:  # the same money again, by whose it is
        first = len(tables["roi-promotions"].rows)
        rows.insert(first, (FUNDERS, "", "", ""))
        marks = {(at + (at >= first), key): mark for (at, key), mark in marks.items()}
    rest = len(tables["roi-promotions"].rows) - 1 if "roi-promotions" in tables else -1
    names = [cut(row[0], LONGEST) if isinstance(row[0], str) else REST for row in rows]
    parts: list[Part] = [_laid(part, names, rest) if isinstance(part, Chart) else part for part in section.parts]
    named = _HEADS[0] if "roi-promotions" in tables else Column("what", "Whose money")
    heads = (named, *_HEADS[1:])
    return replace(section, parts=(*parts, Table("roi-rows", heads, tuple(rows), marks=marks)))


def on_slide(section: Section) -> Section:
    """Return the same for a slide: costs in thousands, and a verdict in two words; of what it is, the head says."""
    made = payback(section)
    return replace(made, parts=tuple(map(_in_short, made.parts)))


def _in_short(part: Part) -> Part:
    if isinstance(part, Chart) and part.slug == "cost":
        return replace(part, format=Format.MONEY_SHORT)
    if not isinstance(part, Table) or part.slug != "roi-rows":
        return part
    return replace(part, rows=tuple(tuple(map(_brief, row)) for row in part.rows))


def _brief(cell: Cell) -> Cell:
    """Return a verdict in two words, and what no promotion explains in few; other cells as they are."""
    if isinstance(cell, str):
        return PAID if cell.startswith(PAID) else COUPONS if cell.endswith(UNEXPLAINED) else cell
    if isinstance(cell, Sentence) and str(cell.parts[-1]).endswith(UNEXPLAINED):
        return Sentence((*cell.parts[:-1], " others, coupons, rest"))
    return cell


def _row(table: Table, index: int) -> tuple[Cell, ...]:
    cells = dict(zip((column.key for column in table.columns), table.rows[index], strict=True))
    return (table.rows[index][0], cells.get("cost"), _ratio(cells), cells.get("verdict"))


def _ratio(cells: Mapping[str, Cell]) -> Cell:
    """Return a ratio with its interval; one without an upper end is "at least" its lower one."""
    middle, low, high = (cells.get(key) for key in ("roi", "low", "high"))
    if not isinstance(middle, Ref) or not isinstance(low, Ref):
        return None
    if not isinstance(high, Ref):
        return Sentence(("at least ", low))
    return Sentence((middle, " (", low, " to ", high, ")"))


def _mark(table: Table, index: int) -> Mark | None:
    return table.marks.get((index, "verdict"))


def _laid(chart: Chart, names: list[str], rest: int) -> Chart:
    """Return a chart with a category per row; one of which it says nothing is a gap. ``rest`` is the row of others."""
    if chart.slug not in {"cost", "roi"}:
        return chart
    at = {name: index for index, name in enumerate(chart.categories)}
    order = [at.get(name, at.get(REST) if row == rest else None) for row, name in enumerate(names)]

    def pick(values: tuple[str | None, ...]) -> tuple[str | None, ...]:
        return tuple(values[index] if index is not None else None for index in order) if values else ()

    series = tuple(
        Series(one.name, pick(one.values), one.role, one.line, pick(one.low), pick(one.high)) for one in chart.series
    )
    return replace(chart, categories=tuple(names), series=series)

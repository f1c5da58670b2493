"""A memo keeps to its two pages: what may go, and in which order, when there is more to say than they hold."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from math import ceil, inf

from campaignctl.domain.charts import Chart
from campaignctl.domain.document import Document, Part, Section, Text
from campaignctl.domain.tables import Table
from campaignctl.stages.report.memo.room import filled
from campaignctl.stages.report.phrases import LONGEST_NAME
from campaignctl.stages.report.roi.rows import FUNDERS

LINES = 11
"""What a table of sentences may take up on a page, as lines of its cells."""

PAGES = 2
EXTRA = "insights"
"""A section that goes with its table: a memo does not need it."""

WHY = "next.what"
"""What decisions rest on: a column under them, which goes as a whole."""

SPARED = (
    ("days", 0),
    ("percent-of-target", 0),
    ("highlights", 0),
    ("sureness", 4),
    ("roi-rows", 6),
    ("figures-before", 0),
    ("sureness", 2),
    ("roi-rows", 3),
    (WHY, 0),
    ("season", 0),
)
"""What goes where two pages do not hold all, in this order: rows or sentences as far as so many stay, or a chart.

What no memo needs goes first; answer, steps to the sales and decisions are what it is for.
"""

EXTRAS = 3
"""The first of them, which no memo needs."""

TAIL = 1.5
"""Inches of a last page below which it is none."""


def fitted(document: Document, sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """Return the sections with as much of them as two pages hold: what can be spared goes first.

    What went and would have fitted after all, on another page than the one that was too full, comes back. A last page
    with a few lines alone is no page: where no more than extras stand in its way, one page holds all.
    """
    gone = _spare(document, sections, SPARED, PAGES)
    short = _spare(document, sections, SPARED[:EXTRAS], 1)
    made = _without(sections, gone)
    page, taken = filled(document, made)
    if page == PAGES and taken < TAIL and filled(document, _without(sections, short))[0] == 1:
        return _without(sections, short)
    return made


def _spare(
    document: Document, sections: tuple[Section, ...], spared: Sequence[tuple[str, int]], most: int
) -> Counter[str]:
    """Return how many rows or sentences of each part go for ``most`` pages to hold the rest, or as much as can."""
    gone: Counter[str] = Counter()
    for slug, least in spared:
        while filled(document, _without(sections, gone))[0] > most and _held(sections, slug) - gone[slug] > least:
            gone[slug] += 1
    end = max((most, inf), filled(document, _without(sections, gone)))
    for slug in dict.fromkeys(slug for slug, _ in reversed(spared)):
        while gone[slug] and filled(document, _without(sections, gone - Counter({slug: 1}))) <= end:
            gone[slug] -= 1
    return gone


def _held(sections: tuple[Section, ...], slug: str) -> int:
    """Return how many rows or sentences a part has, 1 for a chart; 0 where it is not there."""
    name, _, column = slug.partition(".")
    part = next((part for section in sections for part in section.parts if part.slug == name), None)
    if column:
        return int(isinstance(part, Table) and any(each.key == column for each in part.columns))
    return len(part.rows) if isinstance(part, Table) else len(part.sentences) if isinstance(part, Text) else bool(part)


def _without(sections: tuple[Section, ...], gone: Counter[str]) -> tuple[Section, ...]:
    """Return the sections without so many rows or sentences of each part; a chart is there or not."""
    kept = (replace(section, parts=_shorter(section.parts, gone)) for section in sections)
    return tuple(section for section in kept if section.parts or section.slug != EXTRA)


def _shorter(parts: tuple[Part, ...], gone: Counter[str]) -> tuple[Part, ...]:
    for slug, many in gone.items():
        for _ in range(many):
            parts = _without_one(parts, slug)
    return parts


def _without_one(parts: tuple[Part, ...], slug: str) -> tuple[Part, ...]:
    """Return parts with a row or a sentence less of one of them, or without it where nothing would be left."""
    name, _, column = slug.partition(".")
    at = next((at for at, part in enumerate(parts) if part.slug == name), None)
    if at is None:
        return parts
    part, left = parts[at], tuple[Part, ...]()
    if isinstance(part, Table) and column:
        left = (without_column(part, column),)
    elif isinstance(part, Table) and len(part.rows) > 1:
        row = _spared(part)
        parts = tuple(_without_row(each, row) if isinstance(each, Chart) else each for each in parts)
        left = (kept_rows(part, [one for one in range(len(part.rows)) if one != row]),)
    elif isinstance(part, Text) and len(part.sentences) > 1:
        left = (replace(part, sentences=part.sentences[:-1]),)
    return (*parts[:at], *left, *parts[at + 1 :])


def _spared(table: Table) -> int:
    """Return the row that goes first: the last, of returns that of the cheapest promotion."""
    last = len(table.rows) - 1
    if table.slug != "roi-rows":
        return last
    return max((at for at, row in enumerate(table.rows) if row[0] not in FUNDERS), default=last)


def _without_row(chart: Chart, row: int) -> Chart:
    """Return a chart that draws a mark per row of the table beside it, without one of them."""

    def rest(values: tuple[str | None, ...]) -> tuple[str | None, ...]:
        return (*values[:row], *values[row + 1 :])

    series = tuple(
        replace(one, values=rest(one.values), low=rest(one.low), high=rest(one.high)) for one in chart.series
    )
    names = (*chart.categories[:row], *chart.categories[row + 1 :])
    return replace(chart, categories=names, series=series)


def without_column(table: Table, key: str) -> Table:
    """Return a table without one of its columns."""
    at = [column.key for column in table.columns].index(key)
    rows = tuple((*row[:at], *row[at + 1 :]) for row in table.rows)
    return replace(table, columns=(*table.columns[:at], *table.columns[at + 1 :]), rows=rows)


def ends(many: int, most: int, first: int) -> list[int]:
    """Return which of ``many`` are kept: all up to ``most``, else the ``first`` ones and the last."""
    return list(range(many)) if many <= most else [*range(first), *range(many - most + first, many)]


def kept_rows(table: Table, kept: list[int]) -> Table:
    """Return a table with the rows at these places alone, in this order, and their marks."""
    marks = {(kept.index(row), key): mark for (row, key), mark in table.marks.items() if row in kept}
    return replace(table, rows=tuple(table.rows[row] for row in kept), marks=marks)


def within(document: Document, table: Table, across: dict[str, int]) -> Table:
    """Return a table of sentences with as many rows as have room; ``across`` is how many letters a column holds.

    The first row always stays.
    """
    keys = [column.key for column in table.columns]
    taken, kept = 0, list[int]()
    for at, row in enumerate(table.rows):
        cells = zip(keys, row, strict=True)
        taken += max(ceil(len(document.cell_words(cell)) / across.get(key, LONGEST_NAME)) for key, cell in cells)
        if not kept or taken <= LINES:
            kept.append(at)
    return kept_rows(table, kept)

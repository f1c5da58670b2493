"""A memo keeps to its two pages: what may go, and in which order, when there is more to say than they hold."""

from dataclasses import replace
from math import ceil

from campaignctl.domain.charts import Chart
from campaignctl.domain.document import Document, Part, Section
from campaignctl.domain.tables import Table
from campaignctl.stages.report.memo_room import pages
from campaignctl.stages.report.phrases import LONGEST_NAME

LINES = 11
"""What a table of sentences may take up on a page, as lines of its cells; two such tables leave room for the rest."""

PAGES = 2
DAYS = "days"
"""A section that goes with its chart: without it, it says less than the answer."""

SPARED = (
    (DAYS, 0),
    ("promised-worst", 1),
    ("highlights", 3),
    ("next", 3),
    ("percent-of-target", 0),
    ("highlights", 1),
    ("next", 1),
    ("season", 0),
)
"""What goes where two pages do not hold all, in this order: a table's last rows as far as so many stay, or a chart.

The days go first, for the deck has them; answer, steps to the sales and decisions are what a memo is for.
"""


def fitted(document: Document, sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """Return the sections with as much of them as two pages hold: what can be spared goes first."""
    for slug, least in SPARED:
        while pages(document, sections) > PAGES and (shorter := _without_one(sections, slug, least)):
            sections = shorter
    return sections


def _without_one(sections: tuple[Section, ...], slug: str, least: int) -> tuple[Section, ...] | None:
    """Return the sections with one row less of a table, or without a chart; None where no more can go."""
    for at, section in enumerate(sections):
        part = next((part for part in section.parts if part.slug == slug), None)
        if isinstance(part, Table) and len(part.rows) > least:
            left: tuple[Part, ...] = (kept_rows(part, list(range(len(part.rows) - 1))),)
        elif isinstance(part, Chart):
            left = ()
        else:
            continue
        parts = tuple(one for each in section.parts for one in (left if each is part else (each,)))
        kept = (replace(section, parts=parts),) if parts or section.slug != DAYS else ()
        return (*sections[:at], *kept, *sections[at + 1 :])
    return None


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

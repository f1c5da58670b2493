"""How many pages a memo takes up, judged from its words before anybody has set them.

The sizes are those of the house's template, in inches; long names make more lines, and a table grows with its rows.
A test has LibreOffice set memos of many kinds and holds the judgement against the pages that come out.
"""

from collections.abc import Iterator, Mapping
from math import ceil

from campaignctl.domain.charts import Chart
from campaignctl.domain.document import Document, Section, Text
from campaignctl.domain.tables import Table

PAGE = 9.4
"""The room between the margins of a page, a little less than there is."""

OPENING = 0.65  # whose memo it is, and as of when
TITLE_LINE, HEADING_LINE, HEADING_GAP = 0.38, 0.24, 0.16
LINE, GAP = 0.175, 0.06
TABLE_HEAD, ROW_GAP = 0.2, 0.03
CAPTION = 0.2
CHARTS: Mapping[str, float] = {"days": 1.36, "season": 1.55, "percent-of-target": 1.26}

TITLE_LETTERS, HEADING_LETTERS, TEXT_LETTERS = 44, 80, 102
CELLS: Mapping[str, Mapping[str, int]] = {
    "figures": {"what": 32},
    "figures-before": {"what": 36},
    "highlights": {"what": 58, "how_sure": 32},
    "next": {"next": 37, "what": 37, "owner": 14},
    "roi-rows": {"what": 30, "verdict": 36, "roi": 28},
    "promised-worst": {"seller": 34},
}
"""Letters on a line of a table's columns; columns of numbers take one line."""


def pages(document: Document, sections: tuple[Section, ...]) -> int:
    """Return how many pages the sections take up: what must stay together goes to the next one together."""
    page, taken = 1, OPENING
    for section in sections:
        for block in _blocks(document, section, is_first=section is sections[0]):
            if taken + block > PAGE:
                page, taken = page + 1, 0.0
            taken += block
    return page


def _blocks(document: Document, section: Section, *, is_first: bool) -> Iterator[float]:
    """Yield the heights of what a page break cannot part: a heading stays with what follows it, a chart is whole."""
    letters, line = (TITLE_LETTERS, TITLE_LINE) if is_first else (HEADING_LETTERS, HEADING_LINE)
    waiting = HEADING_GAP + line * _lines(document.words(section.title), letters)
    for part in section.parts:
        first, *others = _part(document, part)
        yield waiting + first
        yield from others
        waiting = 0.0
    if waiting:
        yield waiting


def _part(document: Document, part: object) -> list[float]:
    match part:
        case Text():
            words = " ".join(document.words(sentence) for sentence in part.sentences)
            return [GAP + LINE * _lines(words, TEXT_LETTERS)]
        case Chart():
            caption = document.words(part.title) if part.slug == "season" else ""
            return [CAPTION * _lines(caption, TEXT_LETTERS) + CHARTS.get(part.slug, 0.0)]
        case Table():
            rows = [_row(document, part, row) for row in range(len(part.rows))]
            return [TABLE_HEAD + (rows[0] if rows else 0.0), *rows[1:]]
        case _:
            return [0.0]


def _row(document: Document, table: Table, row: int) -> float:
    letters = CELLS.get(table.slug, {})
    cells = zip(table.columns, table.rows[row], strict=True)
    lines = [_lines(document.cell_words(cell), letters[column.key]) for column, cell in cells if column.key in letters]
    return ROW_GAP + LINE * max(lines, default=1)


def _lines(text: str, letters: int) -> int:
    return max(1, ceil(len(text) / letters))

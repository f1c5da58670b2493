"""How many pages a memo takes up, judged from its words before anybody has set them.

The sizes are those of the house's template, in inches; long names make more lines, and a table grows with its rows.
A test has LibreOffice set memos of many kinds and holds the judgement against the pages that come out.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from math import ceil

from campaignctl.domain.charts import Chart
from campaignctl.domain.document import Document, Part, Section, Text
from campaignctl.domain.tables import Table

FIRST_PAGE, PAGE = 9.3, 9.55
"""The room between the margins of a page: the heights below are a little more than parts take, most so of tables."""

OPENING = 0.68  # to whom and from whom, and as of when
TITLE_LINE, HEADING_LINE, HEADING_GAP = 0.36, 0.25, 0.18
LINE, GAP = 0.197, 0.056
NOTE_LINE, NOTE_GAP = 0.17, 0.07
TABLE_HEAD, CELL_LINE, ROW_GAP = 0.235, 0.19, 0.06
CAPTION = 0.25
EXACT_ROW = 0.26
"""Of a table whose rows a chart stands in; one more holds its axis."""

CHARTS: Mapping[str, float] = {"days": 1.62, "season": 2.5, "percent-of-target": 1.62, "roi": EXACT_ROW}

TITLE_LETTERS, HEADING_LETTERS, TEXT_LETTERS, NOTE_LETTERS = 46, 70, 97, 112
ANSWER, ASK = "answer", "ask"
"""The answer, and what ends it in its last lines."""

CELLS: Mapping[str, Mapping[str, int]] = {
    "figures": {"what": 31},
    "figures-before": {"what": 27},
    "highlights": {"what": 53, "how_sure": 31},
    "next": {"next": 51, "at_stake": 17, "owner": 15},
    "promised-kinds": {"what": 20, "worst": 33},
}
"""Letters on a line of a table's columns; columns of numbers take one line."""

WHOLE = frozenset({"lift", "roi"})
"""Sections whose words stay with their figure."""

UNHEADED = "standing"
"""A section whose title stands in its words."""

WIDER: Mapping[str, Mapping[str, int]] = {
    "figures": {"plan": 13, "vs_plan": 14, "baseline": 13, "vs_baseline": 14},
    "figures-before": {"vs_gmv": 11, "vs_orders": 11, "aov": 11, "vs_aov": 11},
}
"""How many letters more the first column holds where a table lacks one of these."""

BELOW: Mapping[str, Mapping[str, int]] = {"next": {"what": 56}}
"""Letters on a line of what stands small under the words of a cell."""


def filled(document: Document, sections: tuple[Section, ...]) -> tuple[int, float]:
    """Return how many pages the sections take up, and how many inches of the last.

    What must stay together goes to the next page together.
    """
    page, taken = 1, OPENING
    for section in sections:
        for block in _blocks(document, section, is_first=section is sections[0]):
            if taken + block > (FIRST_PAGE if page == 1 else PAGE):
                page, taken = page + 1, 0.0
            taken += block
    return page, taken


def _blocks(document: Document, section: Section, *, is_first: bool) -> Iterator[float]:
    """Yield the heights of what a page break cannot part: a heading stays with what follows it, a chart is whole."""
    letters, line = (TITLE_LETTERS, TITLE_LINE) if is_first else (HEADING_LETTERS, HEADING_LINE)
    waiting = 0.0 if section.slug == UNHEADED else HEADING_GAP + line * _lines(document.words(section.title), letters)
    parts = [_part(document, part) for part in _paragraphs(section.parts)]
    if section.slug in WHOLE:
        yield waiting + sum(map(sum, parts))
        return
    for first, *others in parts:
        yield waiting + first
        yield from others
        waiting = 0.0
    if waiting:
        yield waiting


def _paragraphs(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Return the parts with what is asked for in the same paragraph as the answer."""
    asked = next((part for part in parts if part.slug == ASK), None)
    if not isinstance(asked, Text):
        return parts
    return tuple(
        replace(part, sentences=(*part.sentences, *asked.sentences))
        if isinstance(part, Text) and part.slug == ANSWER
        else part
        for part in parts
        if part is not asked
    )


def _part(document: Document, part: object) -> list[float]:
    match part:
        case Text():
            words = " ".join(document.words(sentence) for sentence in part.sentences)
            if part.slug.endswith("-note"):
                return [NOTE_GAP + NOTE_LINE * _lines(words, NOTE_LETTERS)]
            return [GAP + LINE * _lines(words, TEXT_LETTERS)]
        case Chart():
            caption = document.words(part.title) if part.slug in {"season", "roi"} else ""
            return [CAPTION * _lines(caption, TEXT_LETTERS) + CHARTS.get(part.slug, 0.0)]
        case Table():
            rows = [_row(document, part, row) for row in range(len(part.rows) + (part.total is not None))]
            if part.slug == "roi-rows":  # a chart stands in them: they go to the next page together
                return [TABLE_HEAD + EXACT_ROW * len(rows)]
            return [TABLE_HEAD + (rows[0] if rows else 0.0), *rows[1:]]
        case _:
            return [0.0]


def _row(document: Document, table: Table, row: int) -> float:
    keys = [column.key for column in table.columns]
    cells = dict(zip(keys, table.rows[row] if row < len(table.rows) else table.total or (), strict=True))

    wider = sum(more for key, more in WIDER.get(table.slug, {}).items() if key not in cells)

    def lines(letters: Mapping[str, int]) -> list[int]:
        room = {key: most + wider for key, most in letters.items()}
        return [_lines(document.cell_words(cells[key]), room[key]) for key in room if key in cells]

    below = sum(lines(BELOW.get(table.slug, {})))
    return (
        ROW_GAP
        + CELL_LINE * max(lines(CELLS.get(table.slug, {})), default=1)
        + below * NOTE_LINE
        + NOTE_GAP * bool(below)
    )


def _lines(text: str, letters: int) -> int:
    return max(1, ceil(len(text) / letters))

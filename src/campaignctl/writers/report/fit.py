"""The columns of a table fit their longest words, up to a width beyond which words wrap."""

from collections.abc import Sequence
from itertools import groupby

from campaignctl.domain.document import Document
from campaignctl.domain.tables import Cell, Table
from campaignctl.writers.report.cells import Content, content, decimals_of, plain
from campaignctl.writers.report.columns import FIRST, Columns
from campaignctl.writers.report.measure import column_width, pixels
from campaignctl.writers.xlsx_style import SMALL_SIZE

WIDEST = 38.0
NARROWEST = 8.0
INDENT = 10  # pixels
BUTTON = 18  # a filter button, in pixels
ONE_LINE = 64  # pixels; a longer header may wrap


def shown(table: Table, document: Document) -> list[list[Content]]:
    """Return what every cell shows, row by row, the total last."""
    rows: list[tuple[Cell, ...]] = [*table.rows, *([table.total] if table.total else [])]
    decimals = [decimals_of(document, [row[at] for row in rows], column) for at, column in enumerate(table.columns)]
    return [[content(document, *each) for each in zip(row, table.columns, decimals, strict=True)] for row in rows]


def widths(table: Table, document: Document) -> tuple[float, ...]:
    """Return the widths in characters that fit each column, at most 38 unless the column names its own."""
    rows = shown(table, document)
    fitted = [
        column.width if column.width is not None else _width(plain(column.title), [row[at].words for row in rows], at)
        for at, column in enumerate(table.columns)
    ]
    return tuple(_with_room_for_groups(table, fitted))


def _with_room_for_groups(table: Table, fitted: list[float]) -> list[float]:
    """Widen the last column of a group whose words are longer than its columns together."""
    for name, run in groupby(range(len(table.columns)), key=lambda at: table.columns[at].group):
        columns = list(run)
        needed = column_width(pixels(plain(name), SMALL_SIZE, bold=True) + 2 * INDENT)
        fitted[columns[-1]] += max(0.0, needed - sum(fitted[at] for at in columns))
    return fitted


def _width(title: str, words: list[str], at: int) -> float:
    whole = pixels(title, bold=True)
    longest_word = max((pixels(word, bold=True) for word in title.split()), default=0)
    header = (whole if whole < ONE_LINE else max(whole * 0.6, longest_word)) + BUTTON
    body = max((pixels(text, bold=at == 0 or number == len(words) - 1) for number, text in enumerate(words)), default=0)
    return min(WIDEST, max(NARROWEST, column_width(max(header, body) + 2 * INDENT)))


def spans(table: Table, columns: Columns, document: Document) -> tuple[tuple[int, int], ...]:
    """Return the first and the last sheet column of each of the table's columns; on a grid they share the blocks."""
    if not columns.gutters:
        return tuple((FIRST + at, FIRST + at) for at in range(len(table.columns)))
    rows = shown(table, document)
    shares = [
        max(pixels(text) for text in [plain(column.title), *(row[at].words for row in rows)]) + 2 * INDENT
        for at, column in enumerate(table.columns)
    ]
    return tuple((FIRST + first, FIRST + last) for first, last in columns.spans(_levelled(shares, columns.pixels)))


def _levelled(shares: Sequence[float], whole: float) -> list[float]:
    """Return shares that fit into ``whole``: only the longest give way, so that short columns keep their words."""
    rest, left = whole, sorted(shares)
    while left and left[0] * len(left) <= rest:
        rest -= left.pop(0)
    most = rest / len(left) if left else whole
    return [min(share, most) for share in shares]


def widest_of(several: Sequence[tuple[float, ...]]) -> tuple[float, ...]:
    """Return column widths that fit every table standing under one another on a sheet."""
    count = max((len(one) for one in several), default=0)
    return tuple(max(one[at] for one in several if at < len(one)) for at in range(count))

"""A table in the terminal: columns as wide as their words, dropped one by one where the window is too narrow."""

from collections.abc import Sequence
from dataclasses import dataclass

from campaignctl.cli.views.terminal import Piece, Terminal

_GAP = 2


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column: two heading lines, its cells with their styles, and when it is dropped (0: never; the highest first).

    ``right`` sets numbers at the right; ``most`` cuts longer words with an ellipsis.
    """

    over: str
    heading: str
    cells: tuple[Piece, ...]
    drop: int = 0
    right: bool = True
    most: int = 40

    @property
    def width(self) -> int:
        """The columns of the terminal that it takes."""
        return max(len(self.over), len(self.heading), *(len(cut(words, self.most)) for words, _ in self.cells), 0)


def cut(words: str, most: int) -> str:
    """Return words of at most so many characters, the last an ellipsis where some are missing."""
    return words if len(words) <= most else words[: most - 1] + "…"


def fitting(columns: Sequence[TableColumn], width: int) -> list[TableColumn]:
    """Return the columns that fit into a width, those that matter most."""
    left = [column for column in columns if column.cells]
    while sum(column.width + _GAP for column in left) - _GAP > width and any(column.drop for column in left):
        left.remove(max(left, key=lambda column: column.drop))
    return left


def show_table(terminal: Terminal, columns: Sequence[TableColumn], marks: Sequence[bool]) -> None:
    """Write a table; rows that are marked stand out with ``>`` and in bold."""
    left = fitting(columns, terminal.width - 2)
    gap = " " * _GAP
    for over in (True, False):
        headings = [_padded(column.over if over else column.heading, column) for column in left]
        terminal.line("  ", (gap.join(headings).rstrip(), "bright_black"))
    terminal.line("  ", ("─" * (sum(column.width + _GAP for column in left) - _GAP), "bright_black"))
    for number, marked in enumerate(marks):
        cells = [(_padded(cut(words, c.most), c), style) for c in left for words, style in (c.cells[number],)]
        cells = [*cells[:-1], (cells[-1][0].rstrip(), cells[-1][1])]
        pieces = [piece for words, style in cells for piece in (gap, (words, _bold(style) if marked else style))][1:]
        terminal.line("> " if marked else "  ", *pieces)


def _bold(style: str) -> str:
    return style if style.startswith("bold") else f"bold {style}".strip()


def _padded(words: str, column: TableColumn) -> str:
    return words.rjust(column.width) if column.right else words.ljust(column.width)

"""One sheet of the seller's book is marked: its cells, their notes, and the findings column at its right."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from campaignctl.domain.returns import Beside, Cure, Mark, Standing
from campaignctl.writers.returns.frame import Area, Frame, unselected
from campaignctl.writers.returns.memory import SheetMemory
from campaignctl.writers.returns.notes import add_notes
from campaignctl.writers.returns.package import Package
from campaignctl.writers.returns.palette import Palette
from campaignctl.writers.returns.reach import Reach, free_column, occupied
from campaignctl.writers.returns.rows import Change, Rewriting, letters, row_and_column
from campaignctl.writers.returns.stretches import Sheet
from campaignctl.writers.returns.styles import Styles

BESIDE_WIDTH = 38.0
_WORST = list(Standing)


@dataclass(slots=True)
class Wanted:
    """What one sheet is to get."""

    marks: list[Mark] = field(default_factory=list)
    cures: list[Cure] = field(default_factory=list)
    beside: Beside | None = None


@dataclass(slots=True)
class Desk:
    """What the marking of all sheets of a book shares."""

    package: Package
    styles: Styles
    palette: Palette


def annotate(desk: Desk, part: str, number: int, sheet: Sheet, reach: Reach, wanted: Wanted) -> SheetMemory:  # noqa: PLR0913, PLR0917 - a sheet, its place in the book, and what it gets
    """Mark the sheet in ``part``, the ``number``-th of the book, and return what is to be remembered of it.

    ``reach`` has seen its rows.
    """
    frame = Frame(sheet)
    notes: dict[str, list[str]] = {}
    changes: dict[tuple[int, int], Change] = {}
    top_left = _top_left(frame.merged, [*(one.cell for one in wanted.cures), *(one.cell for one in wanted.marks)])
    for cure in wanted.cures:
        _at(changes, top_left.get(cure.cell), Change(cure=cure))
    for mark in wanted.marks:
        at = _at(changes, top_left.get(mark.cell), Change(mark=mark.standing))
        if at:
            notes.setdefault(f"{letters(at[1])}{at[0]}", []).append(mark.note)
    if wanted.beside is not None:
        column = free_column(
            reach.last + 1, wanted.beside, occupied(desk.package, part, [*frame.merged, *frame.drawn_in_cells])
        )
        changes |= _beside(wanted.beside, column, desk.palette)
        frame.widen(column, BESIDE_WIDTH)
    if changes:
        frame.reach(max(row for row, _ in changes), max(column for _, column in changes))
    add_notes(desk.package, part, number, frame, {cell: "\n\n".join(texts) for cell, texts in notes.items()})
    rewriting = Rewriting(sheet.tags, desk.styles, _by_row(changes), frame.column_styles())
    frame.apply()
    sheet.head = unselected(sheet.head)
    rows = sheet.rows
    sheet.rows = lambda: rewriting.over(rows())
    desk.package.stream(part, sheet.pieces())
    heading = wanted.beside.heading if wanted.beside else ""
    return SheetMemory(heading, rewriting.changed.hidden, rewriting.changed.made)


def _top_left(merged: list[Area], cells: Sequence[str]) -> dict[str, tuple[int, int]]:
    """Return the row and column of each cell, or of the first one of the merged range that it lies in."""
    places = {cell: at for cell in cells if (at := row_and_column(cell))}
    columns = {column for _, column in places.values()}
    by_column: dict[int, list[Area]] = {}
    for area in sorted(merged):
        for column in columns.intersection(range(area[1], area[3] + 1)):
            by_column.setdefault(column, []).append(area)
    for cell, (row, column) in places.items():
        areas = by_column.get(column, [])
        before = bisect_right(areas, row, key=lambda area: area[0])
        if before and row <= areas[before - 1][2]:
            places[cell] = areas[before - 1][:2]
    return places


def _at(changes: dict[tuple[int, int], Change], at: tuple[int, int] | None, change: Change) -> tuple[int, int] | None:
    """Add a change to a cell, unless no sheet has it; of two marks the worse stays."""
    if at is not None:
        known = changes.get(at, Change())
        marks = [one for one in (known.mark, change.mark) if one]
        changes[at] = Change(mark=min(marks, key=_WORST.index, default=None), cure=change.cure or known.cure)
    return at


def _beside(beside: Beside, column: int, palette: Palette) -> dict[tuple[int, int], Change]:
    cells = {(beside.header_row, column): Change(words=beside.heading, style=palette.beside_header())}
    for row, standing, words in beside.rows:
        cells[row, column] = Change(words=words, style=palette.beside(standing))
    return cells


def _by_row(changes: Mapping[tuple[int, int], Change]) -> dict[int, dict[int, Change]]:
    table: dict[int, dict[int, Change]] = {}
    for (row, column), change in changes.items():
        table.setdefault(row, {})[column] = change
    return table

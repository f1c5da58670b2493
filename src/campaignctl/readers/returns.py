"""A workbook that comes back after a return: our own list is read for the seller's answers, and for nothing else."""

from collections.abc import Collection, Iterator, Sequence
from itertools import islice
from typing import Any

from campaignctl.domain.returns import HEADINGS, Answer, Answered, are_list_headings, identity_of, is_list_name
from campaignctl.readers.cells import clean, folded
from campaignctl.readers.grid import Grid

_HEADER_WITHIN = 20  # rows
_SELLER = 1  # the place of the seller in a finding's identity
_LONGEST = 1000  # characters kept of an answer in own words
_ANSWERS = {folded(answer): answer for answer in Answer}


def without_lists(grids: Sequence[Grid]) -> tuple[Grid, ...]:
    """Return the sheets that are the seller's own: those without the list of an earlier return."""
    return tuple(grid for grid in grids if _header(grid) is None)


def answers(file: str, grids: Sequence[Grid], sellers: Collection[str] = ()) -> tuple[Answered, ...]:
    """Return what the seller answered on the list; a line whose hidden key was lost is not tied to any finding.

    Where ``sellers`` names whose workbook it is, nobody answers for another seller.
    """
    lists = ((grid, at) for grid in grids if (at := _header(grid)) is not None)
    found = (answered for grid, at in lists for answered in _answers(file, grid, at))
    return tuple(one for one in found if not sellers or one.identity[_SELLER] in sellers)


def _header(grid: Grid) -> int | None:
    """Return the row, counted from 0, with the headings of our list; None when the sheet is no list of ours."""
    if not is_list_name(grid.name):
        return None
    rows = islice(grid.rows, _HEADER_WITHIN)
    return next((at for at, row in enumerate(rows) if are_list_headings({clean(str(cell)) for cell in row})), None)


def _answers(file: str, grid: Grid, header: int) -> Iterator[Answered]:
    rows = iter(grid.rows)
    headings = [clean(str(cell)) for cell in next(islice(rows, header, None))]
    at = {name: headings.index(name) for name in HEADINGS if name in headings}
    for row in rows if {"Your answer", "Key"} <= at.keys() else ():
        identity = identity_of(str(_cell(row, at["Key"])))
        said = clean(str(_cell(row, at["Your answer"])))
        if identity and said:
            known = _ANSWERS.get(folded(said))
            yield Answered(file, identity, known or Answer.QUESTION, "" if known else said[:_LONGEST])


def _cell(row: Sequence[Any], at: int) -> Any:
    return row[at] if at < len(row) else ""

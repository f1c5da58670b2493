"""A plain sheet, read: columns of numbers and texts, from which rows are made as a parser would show them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from campaignctl.readers.plain.never import NotPlain
from campaignctl.readers.plain.scan import Cells, Scan

_BLOCK = 256  # rows made at once
_SAID = ("", False, True)  # what every sheet may show beside its numbers and texts


@dataclass(frozen=True, slots=True)
class PlainSheet:
    """The cells of one sheet, from row 1 and the first column on that is not empty, ``left`` columns in.

    ``numbers`` holds NaN where no number stands, ``places`` the place among ``words`` of what else stands there, 0
    for a blank cell. The first axis of both is the column.
    """

    left: int
    numbers: npt.NDArray[np.float64]
    places: npt.NDArray[np.int32]
    words: npt.NDArray[np.object_]

    def __iter__(self) -> Iterator[list[Any]]:
        """Yield the rows from row 1 on, each a list of Python's own values."""
        for first in range(0, self.places.shape[1], _BLOCK):
            columns = [self.cells(column, first, first + _BLOCK) for column in range(len(self.places))]
            yield from map(list, zip(*columns, strict=True))

    def cells(self, column: int, first: int, last: int) -> list[Any]:
        """Return the cells of a column from row ``first``, counted from 0, up to ``last``."""
        numbers = self.numbers[column, first:last]
        numeric = ~np.isnan(numbers)
        if numeric.all():
            return list(numbers.tolist())
        cells = self.words[self.places[column, first:last]]
        if numeric.any():
            cells[numeric] = numbers[numeric]
        return list(cells.tolist())


def plain_sheet(scan: Scan, shared: Sequence[str], own: Sequence[str]) -> PlainSheet:
    """Return what a scan of a whole sheet met; ``shared`` and ``own`` are the texts that its cells name by place."""
    met = [*scan.numbers, *scan.shared, *scan.own, *scan.flags]
    words = np.array([*_SAID, *shared, *own], object)
    if not met:
        return PlainSheet(0, np.empty((0, 0)), np.empty((0, 0), np.int32), words)
    if any(cells.values.max() >= len(shared) for cells in scan.shared):
        raise NotPlain
    left = min(int(cells.columns.min()) for cells in met) - 1
    right, last = max(int(cells.columns.max()) for cells in met), max(int(cells.rows.max()) for cells in met)
    numbers = np.full((right - left, last), np.nan)
    places = np.zeros((right - left, last), np.int32)
    _put(scan.numbers, numbers, left, 0)
    _put(scan.flags, places, left, _SAID.index(False))
    _put(scan.shared, places, left, len(_SAID))
    _put(scan.own, places, left, len(_SAID) + len(shared))
    return PlainSheet(left, numbers, places, words)


def _put(met: Sequence[Cells], into: npt.NDArray[Any], left: int, first: int) -> None:
    for cells in met:
        into[cells.columns - (left + 1), cells.rows - 1] = cells.values + first

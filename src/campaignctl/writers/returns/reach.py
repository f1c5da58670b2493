"""Where a sheet has room for one more column: right of all that holds something, of tables and of pictures."""

import re
from dataclasses import dataclass, field

from campaignctl.domain.returns import Beside
from campaignctl.writers.returns.frame import Area, area_of
from campaignctl.writers.returns.links import links_of
from campaignctl.writers.returns.package import Package
from campaignctl.writers.returns.rows import column_number
from campaignctl.writers.returns.stretches import Tags

_NAME = re.compile(rb"""r\s*=\s*["']([A-Z]{1,3})[0-9]""")
_TABLE = re.compile(rb"""<(?:[\w.-]+:)?table\b[^>]*?\sref\s*=\s*["']([A-Z0-9:$]+)["']""")
_POINT = rb"<(?:[\w.-]+:)?%b>.*?col>\s*(\d+)\s*<.*?row>\s*(\d+)\s*<.*?</(?:[\w.-]+:)?%b>"
_DRAWN = re.compile(_POINT % (b"from", b"from") + rb"\s*" + _POINT % (b"to", b"to"), re.DOTALL)


@dataclass(slots=True)
class Reach:
    """How far to the right the cells of a sheet reach that hold something, found stretch by stretch."""

    _names: set[bytes] = field(default_factory=set)
    _most: int = 0

    @property
    def last(self) -> int:
        """The last column, counted from 1."""
        return max(self._most, *(column_number(name.decode()) for name in self._names), 0)

    def over(self, stretch: bytes, tags: Tags) -> None:
        """Take in the next rows: of each, the last cell with a content is looked at."""
        closing, opening = b"</%bc>" % tags.prefix, b"<%bc " % tags.prefix
        starts = [found.start() for found in tags.row.finditer(stretch)]
        for start, end in zip(starts, [*starts[1:], len(stretch)], strict=True):
            last = stretch.rfind(closing, start, end)
            if last < 0:
                continue
            at = stretch.rfind(opening, start, last)
            name = _NAME.match(stretch, at + len(opening)) if at >= 0 else None
            if name:
                self._names.add(name[1])
            else:  # cells that do not say where they stand, or not at once, are counted
                self._most = max(self._most, sum(1 for _ in tags.cell.finditer(stretch, start, end)))


def occupied(package: Package, sheet: str, taken: list[Area]) -> list[Area]:
    """Return the ranges that a column must not cross: those ``taken``, tables, and what is drawn over the cells."""
    areas = list(taken)
    for link in links_of(package, sheet):
        if link.target not in package:
            continue
        if link.kind == "table":
            found = _TABLE.search(package.read(link.target))
            area = area_of(found[1].decode()) if found else None
            areas += [area] if area else []
        elif link.kind == "drawing":
            areas += [_area(*map(int, drawn.groups())) for drawn in _DRAWN.finditer(package.read(link.target))]
    return areas


def _area(left: int, top: int, right: int, bottom: int) -> Area:
    return top + 1, left + 1, bottom + 1, right + 1


def free_column(first: int, beside: Beside, areas: list[Area]) -> int:
    """Return the first column from ``first`` on that crosses none of ``areas`` in the rows of ``beside``."""
    rows = [beside.header_row, *(row for row, _, _ in beside.rows)]
    top, bottom = min(rows), max(rows)
    column = first
    for _, left, _, right in sorted(
        (area for area in areas if area[0] <= bottom and area[2] >= top), key=lambda a: a[1]
    ):
        if left <= column <= right:
            column = right + 1
    return column

"""What stands above and below the rows of a sheet: columns, merged cells, and where the drawing of notes goes."""

import re
from collections.abc import Callable, Iterator

from campaignctl.writers.returns.markup import (
    RELATIONS,
    Element,
    Splice,
    outline,
    prefixed,
    retagged,
    running,
    spliced,
    with_attributes,
)
from campaignctl.writers.returns.rows import letters, row_and_column
from campaignctl.writers.returns.stretches import Sheet

Area = tuple[int, int, int, int]
"""The first row and column, the last row and column of a range, counted from 1."""

_BEHIND = frozenset({
    "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst",
})  # fmt: skip
"""What the order of a sheet's elements puts behind the drawing of its notes."""

_SELECTED = re.compile(rb"""(<(?:[\w.-]+:)?sheetView\b[^>]*?)\s+tabSelected\s*=\s*["'][^"']*["']""")
_SPARKLINE = re.compile(rb"<(?:[\w.-]+:)?sparkline>.*?sqref>\s*([A-Z0-9:]+)\s*<", re.DOTALL)
_STANDARD_WIDTH = 9.140625
_STANDARD_HEIGHT = 15.0


class Frame:
    """A sheet without its rows. Changes are collected and made by ``apply``."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._data = sheet.head + sheet.tail
        self._root = outline(self._data, 4)
        self._splices: list[Splice] = []
        self._widths: dict[int, float] = {}
        self._prefix = sheet.tags.prefix

    def apply(self) -> None:
        """Make the changes in the sheet's head and tail."""
        border = len(self._sheet.head)
        above = [splice for splice in self._splices if splice[0] < border]
        below = [(start - border, end - border, text) for start, end, text in self._splices if start >= border]
        self._sheet.head, self._sheet.tail = spliced(self._sheet.head, above), spliced(self._sheet.tail, below)

    @property
    def merged(self) -> list[Area]:
        """The ranges of merged cells."""
        found = self._root.child("mergeCells")
        areas = (area_of(one.attributes.get("ref", "")) for one in (found.children if found else ()))
        return [area for area in areas if area]

    @property
    def drawn_in_cells(self) -> list[Area]:
        """The cells that hold a little chart."""
        areas = (area_of(place.decode()) for place in _SPARKLINE.findall(self._sheet.tail))
        return [area for area in areas if area]

    @property
    def row_height(self) -> float:
        """The height of a row that does not state its own, in points."""
        return _number(self._root.child("sheetFormatPr"), "defaultRowHeight", _STANDARD_HEIGHT)

    def column_styles(self) -> Callable[[int], int]:
        """Return what tells the style that a column gives to its cells."""
        styles = [(*_reach(one), int(_number(one, "style", 0))) for one in self._columns()]
        return lambda column: next((style for first, last, style in styles if first <= column <= last), 0)

    def column_width(self, column: int) -> float:
        """Return how wide a column is, in characters; 0 when it is hidden."""
        if column in self._widths:
            return self._widths[column]
        found = self._column(column)
        if found is None:
            return _number(self._root.child("sheetFormatPr"), "defaultColWidth", _STANDARD_WIDTH)
        return 0.0 if found.attributes.get("hidden") in {"1", "true"} else _number(found, "width", _STANDARD_WIDTH)

    def _columns(self) -> list[Element]:
        found = self._root.child("cols")
        return found.children if found else []

    def _column(self, column: int) -> Element | None:
        return next((one for one in self._columns() if _reach(one)[0] <= column <= _reach(one)[1]), None)

    def widen(self, column: int, width: float) -> None:
        """Give a column its own width, whatever its neighbours have."""
        self._widths[column] = width
        found = self._column(column)
        own = {"width": f"{width:g}", "hidden": None, "customWidth": 1}
        if found is not None:
            tag = self._data[found.start : found.end]
            first, last = _reach(found)
            parts = [
                with_attributes(tag, min=first, max=column - 1) if first < column else b"",
                with_attributes(tag, min=column, max=column, **own),
                with_attributes(tag, min=column + 1, max=last) if column < last else b"",
            ]
            self._splices.append((found.start, found.end, b"".join(parts)))
            return
        markup = b'<col min="%d" max="%d" width="%b" customWidth="1"/>' % (column, column, f"{width:g}".encode())
        behind = next((one.start for one in self._columns() if _reach(one)[0] > column), None)
        listed = self._root.child("cols")
        if listed is None:
            self._insert(self._rows().start, b"<cols>%b</cols>" % markup)
        else:
            self._insert(listed.close if behind is None else behind, markup)

    def reach(self, row: int, column: int) -> None:
        """Widen the range that the sheet says it uses."""
        found = self._root.child("dimension")
        area = area_of(found.attributes.get("ref", "")) if found else None
        if found is None or area is None:
            return
        top, left, bottom, right = area
        ref = f"{letters(left)}{top}:{letters(max(right, column))}{max(bottom, row)}"
        if (max(bottom, row), max(right, column)) != (bottom, right):
            self._splices.append(retagged(self._data, found, ref=ref))

    @property
    def note_drawing(self) -> str | None:
        """The id of the relation to the drawing of the sheet's notes; None when it has none."""
        found = self._note_drawing()
        return (
            next((value for name, value in found.attributes.items() if name.endswith(" id")), None) if found else None
        )

    def _note_drawing(self) -> Element | None:
        return next((one for one in running(self._root.children) if one.name == "legacyDrawing"), None)

    def add_note_drawing(self, id_: str) -> None:
        """Refer to a drawing of notes, in its place among the sheet's elements."""
        behind = (one.start for one in self._root.children if _BEHIND & {one.name, *_alternatives(one)})
        markup = b'<legacyDrawing xmlns:r="%b" r:id="%b"/>' % (RELATIONS.encode(), id_.encode())
        self._insert(next(behind, self._root.close), markup)

    def drop_note_drawing(self) -> None:
        """Refer to no drawing of notes any more."""
        found = self._note_drawing()
        if found is not None:
            self._splices.append((found.start, found.end, b""))

    def _insert(self, at: int, markup: bytes) -> None:
        self._splices.append((at, at, prefixed(markup, self._prefix)))

    def _rows(self) -> Element:
        found = self._root.child("sheetData")
        return found if found is not None else self._root


def unselected(head: bytes) -> bytes:
    """Return a sheet's head without the mark of a selected tab: two of them would be edited together."""
    return _SELECTED.sub(rb"\1", head)


def area_of(ref: str) -> Area | None:
    """Return the area that a reference names; None when it names none."""
    first, _, last = ref.replace("$", "").partition(":")
    start, end = row_and_column(first), row_and_column(last or first)
    return (*start, *end) if start and end else None


def _alternatives(element: Element) -> Iterator[str]:
    """Yield what stands in either way of writing something that only newer programs know."""
    if element.name == "AlternateContent":
        yield from (one.name for one in running(element.children))


def _reach(column: Element) -> tuple[int, int]:
    return int(_number(column, "min", 1)), int(_number(column, "max", 1))


def _number(element: Element | None, name: str, otherwise: float) -> float:
    try:
        return float(element.attributes[name]) if element else otherwise
    except (KeyError, ValueError):
        return otherwise

"""What an earlier return put into a book is taken out: the list, the findings column, the notes, and every mark.

The book may have been saved by any spreadsheet program since, its rows moved and its styles numbered anew: so the list
is known by its headings, the column by its heading, notes by their first words, and marks by their look.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from itertools import islice

from campaignctl.domain.returns import HEADINGS, SHEET, are_list_headings, is_column_heading, is_list_name
from campaignctl.writers.returns.book import Book, Tab
from campaignctl.writers.returns.markup import attribute, spliced, with_attributes
from campaignctl.writers.returns.memory import Memory, SheetMemory, forget, recall
from campaignctl.writers.returns.notes import has_notes
from campaignctl.writers.returns.package import Package
from campaignctl.writers.returns.stretches import Tags, sheet_of
from campaignctl.writers.returns.styles import Styles

_SHARED = re.compile(rb"<(?:[\w.-]+:)?si[\s/>]")
_OWN_TEXT = re.compile(rb">(\s*(?:Findings of [^<]{1,20}|%b)\s*)<" % "|".join((SHEET, *HEADINGS)).encode())
_TEXT = re.compile(rb"<(?:[\w.-]+:)?t\b[^>]*>([^<]*)<")
_NUMBER = re.compile(rb"<(?:[\w.-]+:)?v>\s*([0-9]+)\s*<")
_HEADER_WITHIN = 400  # cells of the list that are looked at for its headings


@dataclass(slots=True)
class Undo:
    """What there is to take out of one book."""

    styles: Styles
    memory: Memory
    marks: Mapping[int, str]
    shared: Mapping[int, str]

    def of(self, sheet: str, tags: Tags) -> "SheetUndo":
        """Return what there is to take out of one sheet."""
        known = self.memory.sheets.get(sheet, SheetMemory())
        own = {one.heading for one in self.memory.sheets.values()}
        headings = {at for at, text in self.shared.items() if _is_heading(text, own)}
        return SheetUndo(tags, known, self._style, self._marks_on(known), headings, own)

    def touches(self, package: Package, tab: Tab) -> bool:
        """Whether a sheet holds anything of ours."""
        if tab.kind != "worksheet":
            return False
        sheet = sheet_of(lambda: package.pieces(tab.part))
        own = self.of(tab.name, sheet.tags)
        return has_notes(package, tab.part) or any(own.over(stretch) != stretch for stretch in sheet.rows())

    def _marks_on(self, known: SheetMemory) -> dict[int, str]:
        """Return the styles that are marks on a sheet.

        A mark says which look it hides, and what only looks like one is the seller's own. Where a program that saved
        the book dropped what marks say, all that look like marks are taken for them on a sheet that had some.
        """
        looks = self.memory.looks
        sure = {at: code for at, code in self.marks.items() if (code in looks if looks else code)}
        return sure or (dict(self.marks) if known.cells else {})

    def _style(self, style: int, cell: str, known: SheetMemory) -> int:
        looks = self.memory.looks
        code = next((code for code in (self.marks[style], known.cells.get(cell, "")) if code in looks), "")
        only = next(iter(looks)) if len(looks) == 1 else ""
        return self.styles.unmarked(style, looks.get(code or only))


@dataclass(slots=True)
class SheetUndo:
    """The rows of one sheet without what is ours."""

    tags: Tags
    known: SheetMemory
    style: Callable[[int, str, SheetMemory], int]
    marks: Mapping[int, str]
    headings: set[int]
    own: set[str]
    _columns: dict[bytes, int] = field(default_factory=dict)  # letters of our columns, and the row of their heading
    _patterns: tuple[re.Pattern[bytes], ...] = ()

    def __post_init__(self) -> None:
        self._look_for_ours()

    def _look_for_ours(self) -> None:
        """Make what finds the attributes of cells that may be ours: quickly, for a sheet holds millions of others."""
        marks, columns = b"|".join(b"%d" % mark for mark in self.marks), b"|".join(self._columns)
        kinds = [rb"s=%b(?:" + marks + rb")%b"] if marks else []
        kinds += [rb"r=%b(?:" + columns + rb")[0-9]"] if columns else []
        quotes = (b'"', b"'")
        self._patterns = tuple(re.compile(kind.replace(b"%b", quote)) for kind in kinds for quote in quotes)

    def over(self, stretch: bytes) -> bytes:
        """Return the next rows, with our column taken out and every mark turned back."""
        if b"Findings" in stretch or self.headings:
            self._find_columns(stretch)
        found = sorted({start for pattern in self._patterns for start in self._cells(stretch, pattern)})
        splices = []
        for start in found:
            cell = self.tags.cell.match(stretch, start)
            if cell:
                splices.append((start, cell.end(), self._cell(cell)))
        return spliced(stretch, splices) if splices else stretch

    def _cells(self, stretch: bytes, pattern: re.Pattern[bytes]) -> Iterator[int]:
        """Yield where the cells begin whose tag holds what ``pattern`` finds."""
        opening = b"<%bc" % self.tags.prefix
        for found in pattern.finditer(stretch):
            start = stretch.rfind(opening, 0, found.start())
            if start >= 0 and stretch.find(b">", start, found.start()) < 0:
                yield start

    def _find_columns(self, stretch: bytes) -> None:
        for cell in self.tags.cell.finditer(stretch):
            if cell[3] and cell[1] and self._heads(cell):
                name = cell[1].rstrip(b"0123456789")
                self._columns.setdefault(name, int(cell[1][len(name) :]))
                self._look_for_ours()

    def _heads(self, cell: re.Match[bytes]) -> bool:
        if attribute(b"<c" + cell[2] + b">", b"t") == b"s":
            number = _NUMBER.search(cell[3])
            return bool(number) and int(number[1]) in self.headings if number else False
        return b"Findings" in cell[3] and _is_heading(_words(cell[3]), self.own)

    def _cell(self, cell: re.Match[bytes]) -> bytes:
        place = cell[1] or b""
        name = place.rstrip(b"0123456789")
        if name in self._columns and int(place[len(name) :]) >= self._columns[name]:
            return b""
        style = attribute(b"<c" + cell[2] + b">", b"s")
        if not style or int(style) not in self.marks:
            return cell[0]
        if not cell[3] and place.decode() in self.known.made:
            return b""
        end = cell.start(3) - cell.start() if cell[3] is not None else len(cell[0])
        own = self.style(int(style), place.decode(), self.known)
        return with_attributes(cell[0][:end], s=own) + cell[0][end:]


def begin(package: Package, book: Book, styles: Styles) -> Undo | None:
    """Take the list and the memory out of a book; return what its sheets still hold, None when it is no return."""
    memory = recall(package)
    suspects = [tab for tab in book.tabs if tab.kind == "worksheet" and is_list_name(tab.name)]
    if memory is None and not suspects:
        return None
    shared = _shared(package, book)
    ours = [tab for tab in suspects if _is_list(package, tab, shared)]
    for tab in ours:
        book.drop(tab)
    forget(package)
    return Undo(styles, memory or Memory(), styles.marks(), shared) if ours or memory else None


def _shared(package: Package, book: Book) -> dict[int, str]:
    """Return those of the book's shared texts that are words of ours, by their number."""
    part = book.linked("sharedStrings")
    if part is None:
        return {}
    data = package.read(part)
    found, number, at = {}, -1, 0
    for text in _OWN_TEXT.finditer(data):
        number, at = number + len(_SHARED.findall(data, at, text.start())), text.start()
        found[number] = unescape(text[1].decode()).strip()
    return found


def _is_list(package: Package, tab: Tab, shared: Mapping[int, str]) -> bool:
    sheet = sheet_of(lambda: package.pieces(tab.part))
    cells = (cell[3] or b"" for stretch in sheet.rows() for cell in sheet.tags.cell.finditer(stretch))
    words = set[str]()
    for content in islice(cells, _HEADER_WITHIN):
        number = _NUMBER.search(content)
        words.add(shared.get(int(number[1]), "") if number else _words(content))
    return are_list_headings(words)


def _words(content: bytes) -> str:
    return unescape(b"".join(_TEXT.findall(content)).decode("utf-8", "replace")).strip()


def _is_heading(text: str, own: set[str]) -> bool:
    return bool(text) and (text in own or (text != SHEET and is_column_heading(text)))

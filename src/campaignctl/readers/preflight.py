"""A workbook from outside is looked at as a package before any parser opens it.

A parser in native code allocates what a file claims, and aborts the process when that is too much; so sizes, cell
extents and document type definitions are checked here first, by streaming the parts.
"""

import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET  # safe: parts with a document type definition are refused before parsing

MOST_UNZIPPED = 1 << 30
MOST_RATIO = 250
RATIO_MATTERS_FROM = 32 << 20
MOST_ENTRIES = 5_000
MOST_CELLS = 16_000_000
"""Rows times columns of a sheet's used area: a parser lays it out in memory whole."""

_CHUNK = 1 << 20
_OVERLAP = 256
_ROW_NUMBER = re.compile(rb'row [^>]*?\br="(\d{1,7})"')
_ERROR = re.compile(rb'<c [^>]*?\br="([A-Z]{1,3}\d{1,7})"[^>]*\bt="e"[^>]*>.*?<v>([^<]*)</v>')
_UNCALCULATED = re.compile(rb'<c [^>]*?\br="([A-Z]{1,3}\d{1,7})"[^>]*><f[^>]*(?:/>|>[^<]*</f>)(?:<v\s*/>|<v></v>)?</c>')
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a file is not opened: what it is, in words that end the sentence "The file ..."."""

    why: str


@dataclass(frozen=True, slots=True)
class Passed:
    """What the look at the package brought: by sheet name, the cells with an error and those never calculated."""

    errors: dict[str, dict[str, str]]
    uncalculated: dict[str, tuple[str, ...]]


def preflight(path: Path) -> Passed | Refusal:
    """Return what was seen in the package at ``path``, or why it must not be opened."""
    try:
        with path.open("rb") as file:
            head = file.read(8)
    except OSError as error:
        return Refusal(f"cannot be opened: {error.strerror or error}")
    refusal = _wrong_kind(head)
    if refusal:
        return refusal
    try:
        with zipfile.ZipFile(path) as package:
            return _limits(package) or _scan(package)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError) as error:
        return Refusal(f"is damaged or was cut off while copying ({error})")
    except RuntimeError:  # zipfile's word for an encrypted entry
        return Refusal("is protected with a password")
    except ET.ParseError as error:
        return Refusal(f"is damaged: a part is not XML ({error})")


def _wrong_kind(head: bytes) -> Refusal | None:
    if not head:
        return Refusal("is empty")
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return Refusal("is protected with a password, or an old .xls; save it as .xlsx without a password")
    if not head.startswith(b"PK"):
        kind = "a PDF" if head.startswith(b"%PDF") else "a picture" if head[1:4] == b"PNG" else "text or something else"
        return Refusal(f"is not a workbook but {kind}")
    return None


def _limits(package: zipfile.ZipFile) -> Refusal | None:
    entries = package.infolist()
    if len(entries) > MOST_ENTRIES:
        return Refusal(f"holds {len(entries):,} parts; at most {MOST_ENTRIES:,} are opened")
    total = sum(entry.file_size for entry in entries)
    if total > MOST_UNZIPPED:
        return Refusal(f"unpacks to {total >> 20:,} MB; at most {MOST_UNZIPPED >> 20:,} MB are opened")
    for entry in entries:
        if entry.file_size > RATIO_MATTERS_FROM and entry.file_size > MOST_RATIO * max(entry.compress_size, 1):
            return Refusal(f"holds a part that unpacks to {entry.file_size >> 20:,} MB from almost nothing")
    names = {entry.filename for entry in entries}
    return None if "xl/workbook.xml" in names or _is_workbook(package) else Refusal("is a zip file but not a workbook")


def _is_workbook(package: zipfile.ZipFile) -> bool:
    try:
        return b"spreadsheetml" in package.read("[Content_Types].xml")
    except KeyError:
        return False


def _scan(package: zipfile.ZipFile) -> Passed | Refusal:
    errors: dict[str, dict[str, str]] = {}
    uncalculated: dict[str, tuple[str, ...]] = {}
    sheets = _sheet_names(package)
    for entry in package.infolist():
        if not entry.filename.endswith((".xml", ".rels")):
            continue
        look = _Look()
        refusal = look.over(_chunks(package, entry), cells="worksheets/" in entry.filename)
        if refusal:
            return refusal
        name = sheets.get(entry.filename)
        if name is not None:
            errors[name] = look.errors
            uncalculated[name] = tuple(look.uncalculated)
    return Passed(errors, uncalculated)


def _chunks(package: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    with package.open(entry) as part:
        while chunk := part.read(_CHUNK):
            yield chunk


class _Look:
    """One pass over a part: its widest column, its last row, its error cells."""

    def __init__(self) -> None:
        self.widest = 26
        self.last_row = 0
        self.errors: dict[str, str] = {}
        self.uncalculated: list[str] = []

    def over(self, chunks: Iterator[bytes], *, cells: bool) -> Refusal | None:
        tail = b""
        for chunk in chunks:
            text = tail + chunk
            if b"<!DOCTYPE" in text or b"<!ENTITY" in text:
                return Refusal("holds a document type definition, which no workbook needs")
            if cells:
                self._cells(text)
                if self.last_row * self.widest > MOST_CELLS:
                    return Refusal(
                        f"has a used area of {self.last_row:,} rows by {self.widest:,} columns; "
                        "delete the empty rows and columns beyond the data"
                    )
            tail = _cut(text)
        return None

    def _cells(self, text: bytes) -> None:
        row = _ROW_NUMBER.search(text, max(text.rfind(b"row "), 0))
        if row:
            self.last_row = max(self.last_row, int(row[1]))
        for found in _beyond(len(str(self.last_row))).finditer(text):
            self.widest = max(self.widest, _column_number(found[1]))
            self.last_row = max(self.last_row, int(found[2]))
        if b't="e"' in text:
            self.errors.update((m[1].decode(), m[2].decode("utf-8", "replace")) for m in _ERROR.finditer(text))
        if b"</f></c>" in text or b"/></c>" in text or b"<v></v>" in text:
            self.uncalculated += (m[1].decode() for m in _UNCALCULATED.finditer(text))


@cache
def _beyond(digits: int) -> re.Pattern[bytes]:
    """Match cells right of column Z, and cells whose row number is longer than that of the last row seen.

    A sheet in order holds none of the second kind, so the search costs only its misses.
    """
    return re.compile(rb' r="(?:(?=[A-Z]{2,3}\d)|(?=[A-Z]\d{%d,7}"))([A-Z]{1,3})(\d{1,7})"' % min(digits + 1, 7))


def _cut(text: bytes) -> bytes:
    """Return the end of ``text`` from its last whole row on, so that no cell is cut in two."""
    row = text.rfind(b"<row")
    return text[row:] if row >= 0 and len(text) - row < _CHUNK else text[-_OVERLAP:]


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _sheet_names(package: zipfile.ZipFile) -> dict[str, str]:
    """Return sheet names by the path of their part."""
    try:
        book, relations = package.read("xl/workbook.xml"), package.read("xl/_rels/workbook.xml.rels")
    except KeyError:
        return {}
    if b"<!DOCTYPE" in book or b"<!DOCTYPE" in relations or b"<!ENTITY" in book + relations:
        return {}
    targets = {r.get("Id", ""): r.get("Target", "") for r in ET.fromstring(relations)}  # noqa: S314 - see the import
    return {
        _part(targets.get(sheet.get(_RELATION, ""), "")): sheet.get("name", "")
        for sheet in ET.fromstring(book).iter()  # noqa: S314
        if sheet.tag.endswith("}sheet")
    }


def _part(target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else f"xl/{target}"

"""A workbook from outside is looked at as a package before any parser opens it.

A parser in native code allocates what a file claims, and aborts the process when that is too much; so kinds, sizes,
cell extents and document type definitions are checked here first, by streaming the parts.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO
from xml.etree import ElementTree as ET  # safe: parts with a document type definition are refused before parsing
from xml.parsers.expat import ExpatError
from zipfile import ZipInfo

from campaignctl.readers.extent import LAST_COLUMN, LAST_ROW, MOST_CELLS, Extent, Walk
from campaignctl.readers.hollow import Hollow
from campaignctl.readers.package import CHUNK, Package, Unfit, opened

_DEFINITION = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
_ROOT = re.compile(rb"<[A-Za-z_]")
_DEFINED = "holds a document type definition, which no workbook needs"
_OVERLAP = 256
_MOST_WALKED = 96 << 20  # bytes of a sheet; walking it takes seconds
_MOST_LISTED = 16 << 20  # bytes of the list of sheets
_OLD_BINARY = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a file is not opened: what it is, in words that end the sentence "The file ..."."""

    why: str


@dataclass(frozen=True, slots=True)
class Passed:
    """What the look at the package brought: by sheet name, the cells with an error and those never calculated."""

    errors: dict[str, dict[str, str]] = field(default_factory=dict)
    uncalculated: dict[str, tuple[str, ...]] = field(default_factory=dict)


def preflight(path: Path) -> Passed | Refusal:
    """Return what was seen in the package at ``path``, or why it must not be opened."""
    try:
        with path.open("rb") as file:
            _right_kind(file)
            package = opened(path, file)
            _is_workbook(package)
            return _looked_over(package)
    except Unfit as unfit:
        return Refusal(str(unfit))
    except OSError as error:
        return Refusal(f"cannot be opened: {error.strerror or error}")
    except (ExpatError, ET.ParseError) as error:
        return Refusal(f"is damaged: a part is not XML ({error})")


def _right_kind(file: BinaryIO) -> None:
    head = file.read(8)
    if not head:
        raise Unfit("is empty")
    if head.startswith(_OLD_BINARY):
        locked = _holds(file, _ENCRYPTED)
        raise Unfit("is protected with a password" if locked else "is an old .xls workbook; save it as .xlsx")
    if not head.startswith(b"PK"):
        kind = "a PDF" if head.startswith(b"%PDF") else "a picture" if head[1:4] == b"PNG" else "text or something else"
        raise Unfit(f"is not a workbook but {kind}")


def _holds(file: BinaryIO, mark: bytes) -> bool:
    tail = b""
    while piece := file.read(CHUNK):
        if mark in tail + piece:
            return True
        tail = piece[-len(mark) :]
    return False


def _is_workbook(package: Package) -> None:
    if package.part("xl/workbook.xml"):
        return
    types = package.read("[Content_Types].xml", _MOST_LISTED) or b""
    if package.part("xl/workbook.bin"):
        raise Unfit("is a binary workbook (.xlsb); save it as .xlsx")
    if b"spreadsheetml" not in types:
        kind = package.read("mimetype", 200) or b""
        raise Unfit(
            "is an OpenDocument sheet (.ods); save it as .xlsx"
            if b"opendocument.spreadsheet" in kind
            else "is a zip file but not a workbook"
        )


def _looked_over(package: Package) -> Passed:
    for part in package.parts:
        if part.filename.casefold() in ("xl/workbook.xml", "xl/_rels/workbook.xml.rels"):
            _scan(package, part)
    sheets = _sheet_names(package)
    passed, cells = Passed(), 0
    for part in package.parts:
        name = sheets.get(part.filename.casefold())
        if name is None and "worksheets/" not in part.filename.casefold():
            if part.filename.casefold().endswith((".xml", ".rels")):
                _scan(package, part)
            continue
        reach, hollow = _sheet(package, part)
        cells += reach.rows * reach.columns
        if cells > MOST_CELLS:
            raise Unfit(
                f"has a used area of {reach.rows:,} rows by {reach.columns:,} columns; "
                "delete the empty rows and columns beyond the data"
            )
        if name is not None:
            passed.errors[name] = hollow.errors
            passed.uncalculated[name] = tuple(hollow.uncalculated)
    return passed


def _scan(package: Package, part: ZipInfo) -> None:
    for _ in _stretches(package, part):
        pass


def _sheet(package: Package, part: ZipInfo) -> tuple[Extent | Walk, Hollow]:
    reach, hollow = Extent(), Hollow()
    for text, fresh in _stretches(package, part):
        reach.over(fresh)
        hollow.over(text)
    reach.end()
    if reach.plain and reach.rows <= LAST_ROW and reach.rows * reach.columns <= MOST_CELLS:
        return reach, hollow
    return _walked(package, part), hollow


def _walked(package: Package, part: ZipInfo) -> Walk:
    if part.file_size > _MOST_WALKED:
        raise Unfit("has far more formatted cells than data; copy the data into a new workbook")
    walk = Walk()
    for piece in package.unpacked(part):
        walk.over(piece)
    if walk.beyond or walk.rows > LAST_ROW or walk.columns > LAST_COLUMN:
        raise Unfit(f"holds a cell that no sheet has ({walk.beyond or f'row {walk.rows:,}'})")
    return walk


def _stretches(package: Package, part: ZipInfo) -> Iterator[tuple[bytes, bytes]]:
    """Yield a part of XML as (stretch, bytes new in it); a stretch begins with the last row of the one before."""
    tail, prolog = b"", True
    for piece in package.unpacked(part):
        text = tail + piece
        if prolog:
            _plain_prolog(text)
            prolog = not _ROOT.search(text)
        if len(piece) > CHUNK // 2 and b"<" not in piece:
            raise Unfit("holds a text longer than any cell can")
        yield text, piece
        tail = _last_row(text)


def _plain_prolog(text: bytes) -> None:
    """Refuse what may stand before the first element of a part and makes it dangerous or unreadable."""
    if b"\x00" in text[:4]:
        raise Unfit("is not written in UTF-8; open it in a spreadsheet program and save it as .xlsx")
    if _DEFINITION.search(text):
        raise Unfit(_DEFINED)


def _last_row(text: bytes) -> bytes:
    row = text.rfind(b"<row")
    if row < 0:
        row = text.rfind(b":row ")
    return text[row:] if row >= 0 and len(text) - row < CHUNK else text[-_OVERLAP:]


def _sheet_names(package: Package) -> dict[str, str]:
    """Return sheet names by the path of their part, in small letters; parsers look parts up in any case."""
    book = package.read("xl/workbook.xml", _MOST_LISTED)
    relations = package.read("xl/_rels/workbook.xml.rels", _MOST_LISTED)
    if book is None or relations is None:
        return {}
    if _DEFINITION.search(book) or _DEFINITION.search(relations):
        raise Unfit(_DEFINED)
    targets = {r.get("Id", ""): r.get("Target", "") for r in ET.fromstring(relations)}  # noqa: S314 - see the import
    return {
        _part(targets.get(_relation(sheet.attrib), "")): sheet.get("name", "")
        for sheet in ET.fromstring(book).iter()  # noqa: S314 - see the import
        if sheet.tag.rpartition("}")[2] == "sheet"
    }


def _relation(attributes: dict[str, str]) -> str:
    """Return the id of a sheet's relation, under whichever of the two namespaces of relations it stands."""
    return next((value for name, value in attributes.items() if name.endswith("}id")), "")


def _part(target: str) -> str:
    return (target.lstrip("/") if target.startswith("/") else f"xl/{target}").casefold()

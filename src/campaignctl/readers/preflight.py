"""A workbook from outside is looked at as a package before any parser opens it.

A parser in native code allocates what a file claims, and aborts the process when that is too much; so kinds, sizes,
cell extents and document type definitions are checked here first, by streaming the parts.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree as ET  # safe: parts with a document type definition are refused before parsing
from xml.parsers.expat import ExpatError
from zipfile import ZipInfo

from campaignctl.readers.extent import LAST_COLUMN, LAST_ROW, MOST_CELLS, Extent, Walk
from campaignctl.readers.hollow import Hollow
from campaignctl.readers.kind import is_workbook, right_kind
from campaignctl.readers.package import MOST_UNZIPPED, Package, Unfit, opened, path_of
from campaignctl.readers.plain.book import plain_sheets
from campaignctl.readers.plain.never import NotPlain
from campaignctl.readers.plain.scan import Scan
from campaignctl.readers.plain.sheet import PlainSheet
from campaignctl.readers.texts import MOST_TEXT, SHARED, Texts, copied

_DEFINITION = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
_ROOT = re.compile(rb"<[A-Za-z_]")
_DEFINED = "holds a document type definition, which no workbook needs"
_OVERLAP = 256
_LONGEST = 1 << 20  # bytes of a text or of a row; 32,767 characters are far less, however they are written
_MOST_WALKED = 96 << 20  # bytes of a sheet; walking it takes seconds
_MOST_LISTED = 16 << 20  # bytes of the list of sheets
_LARGE = 4 << 20  # bytes of a sheet that is worth reading without a parser: some six thousand lines
STYLES = "xl/styles.xml"


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a file is not opened: what it is, in words that end the sentence "The file ..."."""

    why: str


@dataclass(frozen=True, slots=True)
class Passed:
    """What the look at the package brought: by sheet name, the cells with an error and those never calculated."""

    errors: dict[str, dict[str, str]] = field(default_factory=dict)
    uncalculated: dict[str, tuple[str, ...]] = field(default_factory=dict)
    plain: dict[str, PlainSheet] = field(default_factory=dict)


def preflight(path: Path, *, read_plain: bool = False) -> Passed | Refusal:
    """Return what was seen in the package at ``path``, or why it must not be opened.

    With ``read_plain`` the large sheets that need no parser are read on the way.
    """
    try:
        with path.open("rb") as file:
            right_kind(file)
            package = opened(path, file)
            is_workbook(package)
            return _looked_over(package, read_plain=read_plain)
    except Unfit as unfit:
        return Refusal(str(unfit))
    except OSError as error:
        return Refusal(f"cannot be opened: {error.strerror or error}")
    except (ExpatError, ET.ParseError) as error:
        return Refusal(f"is damaged: a part is not XML ({error})")


def _looked_over(package: Package, *, read_plain: bool) -> Passed:
    names, sheets = sheets_of(package)
    for part in package.parts:
        path = path_of(part)
        if part not in sheets and path != SHARED and path.endswith((".xml", ".rels")):
            _scan(package, part)
    passed, cells, met, walked = Passed(), 0, 0, 0
    scans: dict[str, Scan] = {}
    for part in sheets:
        reach, hollow = _sheet(package, part, read_plain=read_plain)
        if not _in_bounds(reach):
            walked += part.file_size
            if walked > _MOST_WALKED:
                raise Unfit("has far more formatted cells than data; copy the data into a new workbook")
            reach = _walked(package, part)
        cells += reach.rows * reach.columns
        met += reach.met
        if cells > MOST_CELLS:
            raise Unfit(
                f"has a used area of {reach.rows:,} rows by {reach.columns:,} columns; "
                "delete the empty rows and columns beyond the data"
            )
        for name in names.get(path_of(part), ()):
            passed.errors[name] = hollow.errors
            passed.uncalculated[name] = tuple(hollow.uncalculated)
            if isinstance(reach, Scan):
                scans[name] = reach
    _texts_in_bounds(package, sheets, met)
    if scans:
        passed.plain.update(plain_sheets(scans, *(package.read(path, MOST_UNZIPPED) for path in (SHARED, STYLES))))
    return passed


def _texts_in_bounds(package: Package, sheets: list[ZipInfo], met: int) -> None:
    part = package.part(SHARED)
    if part is None:
        return
    texts = Texts()
    for _, piece in _stretches(package, part):
        texts.over(piece)
        if texts.too_many:
            raise Unfit("holds more texts than cells; copy the data into a new workbook")
    lengths = texts.lengths()
    if len(lengths) and int(lengths.max()) * met > 2 * MOST_TEXT:
        total = sum(copied(lengths, package.unpacked(sheet)) for sheet in sheets)
        if total > MOST_TEXT:
            raise Unfit(f"shows {total >> 20:,} MB of text, the same long ones again and again")


def _scan(package: Package, part: ZipInfo) -> None:
    for _ in _stretches(package, part):
        pass


def _sheet(package: Package, part: ZipInfo, *, read_plain: bool) -> tuple[Scan | Extent | Walk, Hollow]:
    if read_plain and part.file_size >= _LARGE:
        with suppress(NotPlain):
            scan = Scan()
            return scan, _passed_over(package, part, scan)
    extent = Extent()
    return extent, _passed_over(package, part, extent)


def _passed_over(package: Package, part: ZipInfo, reach: Scan | Extent) -> Hollow:
    hollow = Hollow()
    for text, fresh in _stretches(package, part):
        reach.over(fresh)
        hollow.over(text)
    reach.end()
    return hollow


def _in_bounds(reach: Scan | Extent | Walk) -> bool:
    sound = (isinstance(reach, Scan) or (isinstance(reach, Extent) and reach.plain)) and reach.rows <= LAST_ROW
    return sound and max(reach.rows * reach.columns, reach.met) <= MOST_CELLS


def _walked(package: Package, part: ZipInfo) -> Walk:
    walk = Walk()
    for piece in package.unpacked(part):
        walk.over(piece)
    if walk.beyond or walk.rows > LAST_ROW or walk.columns > LAST_COLUMN:
        raise Unfit(f"holds a cell that no sheet has ({walk.beyond or f'row {walk.rows:,}, column {walk.columns:,}'})")
    return walk


def _stretches(package: Package, part: ZipInfo) -> Iterator[tuple[bytes, bytes]]:
    """Yield a part of XML as (stretch, bytes new in it); a stretch begins with the last row of the one before."""
    tail, prolog, bare = b"", True, 0
    for piece in package.unpacked(part):
        text = tail + piece
        if prolog:
            _plain_prolog(text)
            prolog = not _ROOT.search(text)
        bare = 0 if b"<" in piece else bare + len(piece)
        if bare > _LONGEST:
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
    return text[row:] if row >= 0 and len(text) - row < _LONGEST else text[-_OVERLAP:]


def sheets_of(package: Package) -> tuple[dict[str, set[str]], list[ZipInfo]]:
    """Return the names of sheets by the path of their part, and the parts that a parser may read cells from."""
    listed = []
    for path in ("xl/workbook.xml", "xl/_rels/workbook.xml.rels"):
        part = package.part(path)
        if part is not None:
            _scan(package, part)
        content = package.read(path, _MOST_LISTED) or b"<none/>"
        if _DEFINITION.search(content):
            raise Unfit(_DEFINED)
        listed.append(ET.fromstring(content))  # noqa: S314 - see the import
    book, relations = listed
    targets: dict[str, set[str]] = {}
    for relation in relations:
        targets.setdefault(relation.get("Id", ""), set()).add(_path(relation.get("Target", "")))
    names: dict[str, set[str]] = {}
    for sheet in book.iter():
        if sheet.tag.rpartition("}")[2] == "sheet":
            for path in targets.get(_relation(sheet.attrib), ()):
                names.setdefault(path, set()).add(sheet.get("name", ""))
    other = {path for paths in targets.values() for path in paths} - {SHARED, STYLES}
    return names, [p for p in package.parts if path_of(p) in names.keys() | other or "worksheets/" in path_of(p)]


def _relation(attributes: dict[str, str]) -> str:
    """Return the id of a sheet's relation, under whichever of the two namespaces of relations it stands."""
    return next((value for name, value in attributes.items() if name.endswith("}id")), "")


def _path(target: str) -> str:
    return (target.lstrip("/") if target.startswith("/") else f"xl/{target}").casefold()

"""A workbook from outside is looked at as a package before any parser opens it.

A parser in native code allocates what a file claims, and aborts the process when that is too much; so kinds, sizes,
cell extents and document type definitions are checked here first, by streaming the parts.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree as ET  # safe: parts with a document type definition are refused before parsing
from xml.parsers.expat import ExpatError
from zipfile import ZipInfo

from campaignctl.readers.extent import LAST_COLUMN, LAST_ROW, MOST_CELLS, Extent, Walk
from campaignctl.readers.hollow import Hollow, Uncalculated
from campaignctl.readers.kind import is_workbook, right_kind
from campaignctl.readers.origin import CORE, CUSTOM, Origin, origin_of
from campaignctl.readers.package import Package, Unfit, opened, path_of
from campaignctl.readers.pairs import holds_pair
from campaignctl.readers.stretches import stretches, without_definition
from campaignctl.readers.texts import MOST_TEXT, SHARED, Texts, copied

_HIDES, _RARE_IN_IT = b"hidden=", b"dd"
_HIDDEN = re.compile(rb"""<(?:[\w.-]+:)?row\b([^>]*\bhidden=["'](?:1|true)["'][^>]*)>""")
_ROW_NUMBER = re.compile(rb"""\br=["']([0-9]{1,7})["']""")
_MOST_WALKED = 96 << 20  # bytes of a sheet; walking it takes seconds
_FEW = 20  # sheets whose areas may be taken for larger than they are, and stay in bounds together
_MOST_LISTED = 16 << 20  # bytes of the list of sheets
MOST_SAID = 1 << 20  # bytes of what the workbook says of itself


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a file is not opened: what it is, in words that end the sentence "The file ..."; ``foreign`` as in Unfit."""

    why: str
    foreign: bool = False


@dataclass(frozen=True, slots=True)
class Passed:
    """What the look at the package brought, by sheet: cells with an error, those never calculated, hidden rows.

    ``formulas`` names the sheets that may hold any.
    """

    errors: dict[str, dict[str, str]] = field(default_factory=dict)
    uncalculated: dict[str, Uncalculated] = field(default_factory=dict)
    hidden: dict[str, tuple[int, ...]] = field(default_factory=dict)
    formulas: set[str] = field(default_factory=set)
    origin: Origin = field(default_factory=Origin)


def preflight(path: Path) -> Passed | Refusal:
    """Return what was seen in the package at ``path``, or why it must not be opened."""
    try:
        with path.open("rb") as file:
            right_kind(file)
            package = opened(path, file)
            is_workbook(package)
            return _looked_over(path, package)
    except Unfit as unfit:
        return Refusal(str(unfit), unfit.foreign)
    except OSError as error:
        return Refusal(f"cannot be opened: {error.strerror or error}")
    except (ExpatError, ET.ParseError) as error:
        return Refusal(f"is damaged: a part is not XML ({error})")


def _looked_over(file: Path, package: Package) -> Passed:
    names, sheets = sheets_of(package)
    paths = {path_of(part) for part in sheets}
    for path, part in package.by_path.items():
        if path not in paths and path != SHARED and path.endswith((".xml", ".rels")):
            _scan(package, part)
    passed = Passed(origin=_origin(package))
    reaches, walked = [], 0
    for part in sheets:
        reach, marks = _sheet(package, part, among_few=len(sheets) <= _FEW)
        if not _in_bounds(reach):
            walked += part.file_size
            if walked > _MOST_WALKED:
                raise Unfit("has far more formatted cells than data; copy the data into a new workbook")
            reach = _walked(package, part)
        reaches.append(reach)
        for name in names.get(path_of(part), ()):
            passed.errors[name] = marks.hollow.errors
            passed.uncalculated[name] = marks.hollow.uncalculated(file, part)
            if marks.formulas:
                passed.formulas.add(name)
            if marks.hidden:
                passed.hidden[name] = tuple(marks.hidden)
    _cells_in_bounds(reaches)
    _texts_in_bounds(package, sheets, sum(reach.met for reach in reaches))
    return passed


def _origin(package: Package) -> Origin:
    core, custom = (package.read(name, MOST_SAID) or b"" for name in (CORE, CUSTOM))
    return origin_of(core, custom, package.parts)


def _cells_in_bounds(reaches: list[Extent | Walk]) -> None:
    cells = 0
    for reach in reaches:
        cells += reach.rows * reach.columns
        if cells > MOST_CELLS:
            raise Unfit(
                f"has a used area of {reach.rows:,} rows by {reach.columns:,} columns; "
                "delete the empty rows and columns beyond the data"
            )


def _texts_in_bounds(package: Package, sheets: list[ZipInfo], met: int) -> None:
    part = package.part(SHARED)
    if part is None:
        return
    texts = Texts()
    for _, piece in stretches(package, part):
        texts.over(piece)
        if texts.too_many:
            raise Unfit("holds more texts than cells; copy the data into a new workbook")
    lengths = texts.lengths()
    if len(lengths) and int(lengths.max()) * met > 2 * MOST_TEXT:
        total = sum(copied(lengths, package.unpacked(sheet)) for sheet in sheets)
        if total > MOST_TEXT:
            raise Unfit(f"shows {total >> 20:,} MB of text, the same long ones again and again")


def _scan(package: Package, part: ZipInfo) -> None:
    for _ in stretches(package, part):
        pass


@dataclass(slots=True)
class _Marks:
    """What is marked in a sheet beside its values."""

    hollow: Hollow = field(default_factory=Hollow)
    hidden: dict[int, None] = field(default_factory=dict)
    formulas: bool = False

    def over(self, text: bytes) -> None:
        self.hollow.over(text)
        self.formulas = self.formulas or _holds_formula(text)
        if len(self.hidden) < LAST_ROW and holds_pair(text, _RARE_IN_IT) and _HIDES in text:
            self.hidden.update((int(row[1]), None) for tag in _HIDDEN.findall(text) if (row := _ROW_NUMBER.search(tag)))


def _holds_formula(text: bytes) -> bool:
    """Whether an element whose name begins with f is opened: by whole arrays, for nearly every third byte is a "<"."""
    return holds_pair(text, b"<f") or (b":" in text and holds_pair(text, b":f"))


def _sheet(package: Package, part: ZipInfo, *, among_few: bool) -> tuple[Extent | Walk, _Marks]:
    reach, marks, left = Extent(among_few=among_few), _Marks(), part.file_size
    for text, fresh in stretches(package, part):
        left -= len(fresh)
        reach.over(fresh, last=left == 0)
        marks.over(text)
    return reach, marks


def _in_bounds(reach: Extent | Walk) -> bool:
    sound = isinstance(reach, Extent) and reach.plain and reach.rows <= LAST_ROW
    return sound and max(reach.rows * reach.columns, reach.met) <= MOST_CELLS


def _walked(package: Package, part: ZipInfo) -> Walk:
    walk = Walk()
    for piece in package.unpacked(part):
        walk.over(piece)
    if walk.beyond or walk.rows > LAST_ROW or walk.columns > LAST_COLUMN:
        raise Unfit(f"holds a cell that no sheet has ({walk.beyond or f'row {walk.rows:,}, column {walk.columns:,}'})")
    return walk


def sheets_of(package: Package) -> tuple[dict[str, set[str]], list[ZipInfo]]:
    """Return the names of sheets by the path of their part, and the parts that a parser may read cells from."""
    listed = []
    for path in ("xl/workbook.xml", "xl/_rels/workbook.xml.rels"):
        content = package.read(path, _MOST_LISTED) or b"<none/>"
        listed.append(ET.fromstring(without_definition(content)))  # noqa: S314 - see the import
    book, relations = listed
    targets: dict[str, set[str]] = {}
    for relation in relations:
        targets.setdefault(relation.get("Id", ""), set()).add(_path(relation.get("Target", "")))
    names: dict[str, set[str]] = {}
    for sheet in book.iter():
        if sheet.tag.rpartition("}")[2] == "sheet":
            for path in targets.get(_relation(sheet.attrib), ()):
                names.setdefault(path, set()).add(sheet.get("name", ""))
    other = {path for paths in targets.values() for path in paths} - {SHARED, "xl/styles.xml"} | names.keys()
    return names, [part for path, part in package.by_path.items() if path in other or "worksheets/" in path]


def _relation(attributes: dict[str, str]) -> str:
    """Return the id of a sheet's relation, under whichever of the two namespaces of relations it stands."""
    return next((value for name, value in attributes.items() if name.endswith("}id")), "")


def _path(target: str) -> str:
    return (target.lstrip("/") if target.startswith("/") else f"xl/{target}").casefold()

"""What a return remembers of itself, in custom properties of the book: campaign, round, and what each mark hides.

Custom properties are what every spreadsheet program keeps when it saves a book; parts of one's own are lost in
LibreOffice. A property takes 255 characters in Excel, so the memory is packed and cut into as many as it needs.
"""

import json
import re
import zlib
from base64 import b64decode, b64encode
from binascii import Error
from dataclasses import dataclass, field
from typing import Any

from campaignctl.domain.returns import PROPERTY
from campaignctl.writers.returns.links import ROOT, add_link, declare, free_name, links_of
from campaignctl.writers.returns.looks import Look
from campaignctl.writers.returns.markup import HEAD, Element, appended, outline, prefix_of, prefixed, quoted, spliced
from campaignctl.writers.returns.markup import escaped as in_element
from campaignctl.writers.returns.package import Package

_KIND = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_SPACE = b"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VALUES = b"http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_SKELETON = HEAD + b'<Properties xmlns="%b" xmlns:vt="%b"></Properties>' % (_SPACE, _VALUES)
_FORMAT = b"{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_LONGEST = 240
_MOST = 4 << 20  # bytes that a memory from outside may unpack to
_CELL = re.compile(r"[A-Z]{1,3}[0-9]{1,7}")


@dataclass(slots=True)
class SheetMemory:
    """Of one sheet: the heading of our column, the code of the look under each mark, and the cells that we made."""

    heading: str = ""
    cells: dict[str, str] = field(default_factory=dict)
    made: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Memory:
    """What a return carries about itself; ``sheets`` by name, ``looks`` by code."""

    campaign: str = ""
    round: int | None = None
    looks: dict[str, Look] = field(default_factory=dict)
    sheets: dict[str, SheetMemory] = field(default_factory=dict)

    def packed(self) -> str:
        """Return looks and sheets as one text of plain letters."""
        sheets = {name: [one.heading, _by_code(one.cells), _joined(one.made)] for name, one in self.sheets.items()}
        looks = {code: [look.fill.decode(), look.border.decode()] for code, look in sorted(self.looks.items())}
        text = json.dumps([looks, sheets], sort_keys=True, separators=(",", ":"))
        return b64encode(zlib.compress(text.encode(), 9)).decode()

    def unpack(self, text: str) -> None:
        """Take looks and sheets from a packed text; what is damaged, or none of ours, is left out."""
        try:
            unpacking = zlib.decompressobj()
            whole = unpacking.decompress(b64decode(text, validate=True), _MOST)
            looks, sheets = json.loads(whole)
            found = {str(code): Look(fill.encode(), border.encode()) for code, (fill, border) in looks.items()}
            self.looks = {code: look for code, look in found.items() if look.is_sound}
            self.sheets = {str(name): _sheet(*parts) for name, parts in sheets.items()}
        except (Error, zlib.error, ValueError, TypeError, AttributeError, RecursionError):
            self.looks, self.sheets = {}, {}


def _sheet(heading: Any, cells: dict[str, str], made: str) -> SheetMemory:
    by_cell = {cell: code for code, listed in cells.items() for cell in _CELL.findall(listed)}
    return SheetMemory(str(heading), by_cell, set(_CELL.findall(made)))


def _by_code(cells: dict[str, str]) -> dict[str, str]:
    codes: dict[str, list[str]] = {}
    for cell, code in cells.items():
        codes.setdefault(code, []).append(cell)
    return {code: _joined(found) for code, found in codes.items()}


def _joined(cells: "set[str] | list[str]") -> str:
    return " ".join(sorted(cells))


def recall(package: Package) -> Memory | None:
    """Return what a book remembers of being a return; None when it never was one."""
    part = _part(package)
    if part is None:
        return None
    values = {name: value for name, value in _properties(package, part) if name.startswith(PROPERTY)}
    if PROPERTY not in values:
        return None
    memory = Memory(values[PROPERTY])
    number = values.get(f"{PROPERTY} round", "")
    memory.round = int(number) if number.isdecimal() else None
    pieces = sorted(name for name in values if name.startswith(f"{PROPERTY} marks "))
    memory.unpack("".join(values[name] for name in pieces))
    return memory


def forget(package: Package) -> None:
    """Take our properties out of a book."""
    part = _part(package)
    if part is not None:
        data = package.read(part)
        gone = [one for one in _listed(data) if one.attributes.get("name", "").startswith(PROPERTY)]
        package.put(part, spliced(data, [(one.start, one.end, b"") for one in gone]))


def prepare(package: Package) -> str:
    """Return the part of a book's custom properties, which it gets where it has none."""
    part = _part(package)
    if part is None:
        part = free_name(package, "docProps/custom{}.xml")
        package.put(part, _SKELETON)
        add_link(package, ROOT, "custom-properties", part)
        declare(package, part, _KIND)
    return part


def remember(package: Package, memory: Memory) -> None:
    """Put a memory into a book that has none."""
    values = {PROPERTY: memory.campaign}
    if memory.round is not None:
        values[f"{PROPERTY} round"] = str(memory.round)
    text = memory.packed()
    for number, at in enumerate(range(0, len(text), _LONGEST), start=1):
        values[f"{PROPERTY} marks {number:04d}"] = text[at : at + _LONGEST]
    part = prepare(package)
    data = package.read(part)
    root = outline(data, 2)
    taken = [int(one.attributes["pid"]) for one in root.children if one.attributes.get("pid", "").isdecimal()]
    first = max([1, *taken]) + 1
    markup = b"".join(_property(name, value, first + at) for at, (name, value) in enumerate(values.items()))
    package.put(part, spliced(data, appended(data, root, prefixed(markup, prefix_of(data, root)))))


def _property(name: str, value: str, pid: int) -> bytes:
    held = b'<vt:lpwstr xmlns:vt="%b">%b</vt:lpwstr>' % (_VALUES, in_element(value))
    return b'<property fmtid="%b" pid="%d" name="%b">%b</property>' % (_FORMAT, pid, quoted(name), held)


def _part(package: Package) -> str | None:
    found = (link.target for link in links_of(package, ROOT) if link.kind == "custom-properties")
    return next((part for part in found if part in package), None)


def _listed(data: bytes) -> list[Element]:
    return outline(data, 3).named("property")


def _properties(package: Package, part: str) -> list[tuple[str, str]]:
    data = package.read(part)
    held = ((one.attributes.get("name", ""), value) for one in _listed(data) for value in one.children[:1])
    return [(name, data[value.inner : value.close].decode("utf-8", "replace")) for name, value in held]

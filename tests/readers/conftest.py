"""Workbooks made by hand, part by part: as other programs write them, broken, or built to do harm."""

import struct
import zlib
from dataclasses import dataclass, field
from pathlib import Path

import pytest

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_OFFICE = "http://purl.oclc.org/ooxml/officeDocument/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"


@dataclass
class Part:
    """One entry of a zip file, with whatever it claims of itself."""

    data: bytes
    size: int | None = None
    crc: int | None = None
    packed: bool = True
    flags: int = 0
    method: int | None = None


def deflated(content: bytes) -> bytes:
    return zlib.compress(content, 1, wbits=-15)


def repeated(block: bytes, times: int) -> bytes:
    """Return the deflated form of ``block`` repeated, made without ever holding it."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    one = packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH)
    return one * times + zlib.compressobj(1, zlib.DEFLATED, -15).flush()


def zip_of(parts: dict[str, bytes | str | Part], *, prefix: bytes = b"") -> bytes:
    """Return a zip file of ``parts``; a ``Part`` may lie about its size and checksum."""
    body, directory = prefix, b""
    for name, content in parts.items():
        part = (
            content if isinstance(content, Part) else Part(content if isinstance(content, bytes) else content.encode())
        )
        raw = deflated(part.data) if part.packed else part.data
        size = len(part.data) if part.size is None else part.size
        crc = zlib.crc32(part.data) if part.crc is None else part.crc
        path, method = name.encode(), 8 if part.method is None else part.method
        about = struct.pack(
            "<HHHHHIIIHH", 20, part.flags, method, 0, 0x21, crc, len(raw), size & 0xFFFFFFFF, len(path), 0
        )
        directory += b"PK\x01\x02" + struct.pack("<H", 20) + about + struct.pack("<HHHII", 0, 0, 0, 0, len(body)) + path
        body += b"PK\x03\x04" + about + path + raw
    count = min(len(parts), 0xFFFF)
    return body + directory + b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, count, count, len(directory), len(body), 0)


@dataclass
class Book:
    """A workbook of XML parts; ``sheets`` maps a name to its part's content, or to the rows inside ``sheetData``."""

    sheets: dict[str, str | bytes | Part] = field(default_factory=dict)
    more: dict[str, str | bytes | Part] = field(default_factory=dict)
    paths: dict[str, str] = field(default_factory=dict)  # where a sheet's part lies, below xl/
    strings: tuple[str, ...] = ()
    workbook: str = "<workbookPr/>"
    strict: bool = False

    def parts(self) -> dict[str, str | bytes | Part]:
        main, office = (STRICT, STRICT_OFFICE) if self.strict else (MAIN, OFFICE)
        listed, relations, parts = "", "", {}
        for number, (name, content) in enumerate(self.sheets.items(), 1):
            path = self.paths.get(name, f"worksheets/sheet{number}.xml")
            kind = "chartsheet" if "chartsheet" in path else "worksheet"
            listed += f'<sheet name="{name}" sheetId="{number}" r:id="rId{number}"/>'
            relations += f'<Relationship Id="rId{number}" Type="{office}/{kind}" Target="{path}"/>'
            parts[f"xl/{path}"] = (
                sheet_xml(content, main) if isinstance(content, str) and "sheetData" not in content else content
            )
        if self.strings:
            items = "".join(f"<si><t>{text}</t></si>" for text in self.strings)
            parts["xl/sharedStrings.xml"] = f'<?xml version="1.0"?><sst xmlns="{main}">{items}</sst>'
            relations += f'<Relationship Id="rIdS" Type="{office}/sharedStrings" Target="sharedStrings.xml"/>'
        start = f'<Relationship Id="rId1" Type="{office}/officeDocument" Target="xl/workbook.xml"/>'
        return {
            "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Override PartName="/xl/workbook.xml" ContentType="{KIND}"/></Types>',
            "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{start}</Relationships>',
            "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}">{self.workbook}<sheets>{listed}</sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{relations}</Relationships>',
            **parts,
            **self.more,
        }

    def saved(self, path: Path) -> Path:
        path.write_bytes(zip_of(self.parts()))
        return path


def sheet_xml(rows: str, main: str = MAIN) -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<worksheet xmlns="{main}"><sheetData>{rows}</sheetData></worksheet>'
    )


def row(number: int, *cells: float | str, first: str = "A") -> str:
    """Return a row of numbers and inline texts as spreadsheet programs write it."""
    written = ""
    for position, cell in enumerate(cells):
        place = f"{chr(ord(first) + position)}{number}"
        inline = isinstance(cell, str)
        written += (
            f'<c r="{place}" t="inlineStr"><is><t>{cell}</t></is></c>'
            if inline
            else f'<c r="{place}"><v>{cell}</v></c>'
        )
    return f'<row r="{number}">{written}</row>'


@pytest.fixture(scope="session")
def hand_made():
    """What a test needs to make workbooks by hand."""
    import types

    return types.SimpleNamespace(
        Book=Book,
        Part=Part,
        zip_of=zip_of,
        row=row,
        sheet_xml=sheet_xml,
        deflated=deflated,
        repeated=repeated,
        MAIN=MAIN,
    )

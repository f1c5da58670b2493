"""Sellers' workbooks with every feature that a return must leave alone, made at test time, and a return for them."""

import io
import re
import struct
import warnings
import zlib
from collections.abc import Callable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import openpyxl
import pytest
import xlsxwriter

from campaignctl.domain.returns import NOTE, Beside, Line, Mark, Return, Standing, Tile, key_of
from campaignctl.folder.outputs import Outputs
from campaignctl.writers.returns import write_return

HEADINGS = ("SKU ID", "Product name", "Campaign price", "Stock", "Ends", "Share")
LINES = (
    ("1729500011223344501", "Vitamin C Serum", 21.99, 1200, 46351, 0.31),
    ("1729500011223344502", "Oat Cleanser", 12.3, 600, 46352, 0.15),
    ("1729500011223344503", "Clay Mask", 1799, 350, 46353, 0.3),
    ("1729500011223344504", "Rosehip Oil", 30.8, None, 46354, 0.3),
)
MONEY, DAY = "#,##0.00", "ddd d mmm yyyy"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
X14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"
THREADED = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"

Parts = dict[str, bytes]


def parts_of(path: Path) -> Parts:
    with ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def packed_of(path: Path) -> dict[str, bytes]:
    """Return the packed bytes of each part, as they lie in the file."""
    data, found = path.read_bytes(), {}
    with ZipFile(path) as package:
        for entry in package.infolist():
            name, extra = struct.unpack("<HH", data[entry.header_offset + 26 : entry.header_offset + 30])
            start = entry.header_offset + 30 + name + extra
            found[entry.filename] = data[start : start + entry.compress_size]
    return found


def put_together(path: Path, parts: Parts) -> Path:
    with ZipFile(path, "w", ZIP_DEFLATED) as package:
        for name, content in parts.items():
            entry = ZipInfo(name, (2026, 11, 1, 10, 20, 30))
            entry.compress_type = ZIP_DEFLATED
            package.writestr(entry, content)
    return path


def picture() -> io.BytesIO:
    rows = b"".join(b"\0" + b"\x1f\x6f\xeb" * 8 for _ in range(8))
    chunks = ((b"IHDR", struct.pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 0)), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    body = b"".join(struct.pack(">I", len(d)) + n + d + struct.pack(">I", zlib.crc32(n + d)) for n, d in chunks)
    return io.BytesIO(b"\x89PNG\r\n\x1a\n" + body)


def _rich(path: Path, *, notes: bool = False, table: bool = True, protect: bool = False) -> Path:
    """Write a book with a chart, a picture, lists, colours by rule, a sparkline, a table, panes and a hidden sheet."""
    book = xlsxwriter.Workbook(path)
    head = book.add_format({"bold": True, "bg_color": "#14213D", "font_color": "#FFFFFF"})
    looks = [
        book.add_format({"num_format": form, "border": 1, "border_color": "#C3CCD8", "bg_color": fill})
        for form, fill in (
            ("@", "#FFFFFF"),
            ("General", "#EEF4FE"),
            (MONEY, "#FFFFFF"),
            ("#,##0", "#E8F5F3"),
            (DAY, "#FFFFFF"),
            ("0%", "#FFFFFF"),
        )
    ]
    guide = book.add_worksheet("How to fill this")
    guide.write("A1", "Fill the sheet Products.")
    guide.activate()
    sheet = book.add_worksheet("Products")
    sheet.merge_range("B1:G1", "Products of the shop", book.add_format({"bold": True}))
    for at, (word, look) in enumerate(zip(HEADINGS, looks, strict=True), start=1):
        sheet.write(3, at, word, head)
        for row, line in enumerate(LINES, start=4):
            sheet.write(row, at, line[at - 1], look) if line[at - 1] is not None else None
    sheet.write_formula("H5", "=D5*E5", None, 26388)
    sheet.set_column("B:B", 22)
    sheet.set_row(7, 30, looks[3])
    sheet.freeze_panes(4, 2)
    sheet.data_validation("E5:E30", {"validate": "integer", "criteria": ">=", "value": 0})
    sheet.conditional_format("D5:D8", {"type": "data_bar", "data_bar_2010": True})
    sheet.conditional_format("E5:E8", {"type": "cell", "criteria": "<", "value": 1, "format": head})
    sheet.add_sparkline("I6", {"range": "Products!D5:F5"})
    sheet.set_landscape()
    if table:
        sheet.add_table("B4:G8", {"name": "tblProducts", "columns": [{"header": word} for word in HEADINGS]})
    else:
        sheet.autofilter("B4:G8")
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": "=Products!$D$5:$D$8"})
    sheet.insert_chart("B12", chart)
    sheet.insert_image("J2", "square.png", {"image_data": picture()})
    if notes:
        sheet.write_comment("C5", "Name as in the shop.", {"author": "Nora"})
        sheet.write_comment("D6", "Agreed with Dana on the phone.", {"author": "Nora"})
    if protect:
        sheet.protect("", {"select_locked_cells": True})
    seller = book.add_worksheet("Seller")
    for row, (field, value) in enumerate(
        (("Seller ID", "S-001"), ("Shop name", "Fern & Clay"), ("Taking part", "Yes"))
    ):
        seller.write_row(row + 3, 1, (field, value))
    book.add_worksheet("Lists").hide()
    book.define_name("yes_no", "=Lists!$A$1:$A$2")
    book.define_name("Products!here", "=Products!$B$4")
    book.set_custom_property("Campaign", "HD26")
    book.close()
    return path


def _with_strange_parts(path: Path) -> Path:
    """Add what no Python library writes: a slicer, a thread, a connection, own XML, a form control, a printer's words."""
    parts = parts_of(path)
    sheet = "xl/worksheets/sheet2.xml"
    more = {
        "xl/slicers/slicer1.xml": f'<slicers xmlns="{X14}"><slicer name="Shop" cache="Slicer_Shop" rowHeight="241300"/></slicers>',
        "xl/slicerCaches/slicerCache1.xml": f'<slicerCacheDefinition xmlns="{X14}" name="Slicer_Shop" sourceName="Shop"/>',
        "xl/threadedComments/threadedComment1.xml": f'<ThreadedComments xmlns="{THREADED}"><threadedComment ref="D7" dT="2026-11-12T10:00:00.00" personId="{{0A}}" id="{{0B}}"><text>Is this per unit?</text></threadedComment></ThreadedComments>',
        "xl/persons/person.xml": f'<personList xmlns="{THREADED}"><person displayName="Nora" id="{{0A}}" userId="n" providerId="None"/></personList>',
        "xl/connections.xml": '<connections xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><connection id="1" name="Query" type="5" refreshedVersion="6"/></connections>',
        "xl/pivotTables/pivotTable1.xml": '<pivotTableDefinition xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" name="Stock" cacheId="7" dataCaption="Values"><location ref="B40:C44" firstHeaderRow="1" firstDataRow="1" firstDataCol="1"/></pivotTableDefinition>',
        "xl/pivotTables/_rels/pivotTable1.xml.rels": _links(
            (f"{OFFICE}/pivotCacheDefinition", "../pivotCache/pivotCacheDefinition1.xml")
        ),
        "xl/pivotCache/pivotCacheDefinition1.xml": '<pivotCacheDefinition xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" refreshOnLoad="1"><cacheSource type="worksheet"><worksheetSource ref="B4:G8" sheet="Products"/></cacheSource><cacheFields count="0"/></pivotCacheDefinition>',
        "customXml/item1.xml": '<terms xmlns="urn:shop">kept</terms>',
        "customXml/itemProps1.xml": '<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" ds:itemID="{0C}"/>',
        "customXml/_rels/item1.xml.rels": _links((f"{OFFICE}/customXmlProps", "itemProps1.xml")),
        "xl/ctrlProps/ctrlProp1.xml": f'<formControlPr xmlns="{X14}" objectType="CheckBox" checked="Checked"/>',
        "xl/printerSettings/printerSettings1.bin": "\x00\x01printer",
        "xl/calcChain.xml": '<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><c r="H5" i="2"/></calcChain>',
    }
    parts |= {name: text.encode() for name, text in more.items()}
    ids = _add_links(
        parts,
        sheet,
        ("http://schemas.microsoft.com/office/2007/relationships/slicer", "../slicers/slicer1.xml"),
        (
            "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment",
            "../threadedComments/threadedComment1.xml",
        ),
        (f"{OFFICE}/ctrlProp", "../ctrlProps/ctrlProp1.xml"),
        (f"{OFFICE}/printerSettings", "../printerSettings/printerSettings1.bin"),
        (f"{OFFICE}/pivotTable", "../pivotTables/pivotTable1.xml"),
    )
    *_, cache = _add_links(
        parts,
        "xl/workbook.xml",
        ("http://schemas.microsoft.com/office/2007/relationships/slicerCache", "slicerCaches/slicerCache1.xml"),
        ("http://schemas.microsoft.com/office/2017/10/relationships/person", "persons/person.xml"),
        (f"{OFFICE}/connections", "connections.xml"),
        (f"{OFFICE}/calcChain", "calcChain.xml"),
        (f"{OFFICE}/customXml", "../customXml/item1.xml"),
        (f"{OFFICE}/pivotCacheDefinition", "pivotCache/pivotCacheDefinition1.xml"),
    )
    caches = f'<pivotCaches><pivotCache cacheId="7" r:id="{cache}"/></pivotCaches></workbook>'
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace(b"</workbook>", caches.encode())
    parts[sheet] = _with_controls(parts[sheet].decode(), *ids).encode()
    return put_together(path, parts)


def _with_controls(xml: str, slicer: str, _thread: str, control: str, printer: str, _pivot: str) -> str:
    controls = (
        f'<mc:AlternateContent xmlns:mc="{MC}"><mc:Choice Requires="x14" xmlns:x14="{X14}"><controls><control '
        f'shapeId="9001" r:id="{control}" name="Box"/></controls></mc:Choice></mc:AlternateContent>'
    )
    slicers = (
        f'<ext uri="{{A8765BA9-456A-4dab-B4F3-ACF838C121DE}}" xmlns:x14="{X14}"><x14:slicerList><x14:slicer '
        f'r:id="{slicer}"/></x14:slicerList></ext>'
    )
    xml = xml.replace('orientation="landscape"', f'orientation="landscape" r:id="{printer}"')
    before = "<tableParts" if "<tableParts" in xml else "<extLst>"
    return xml.replace(before, controls + before, 1).replace("</extLst>", slicers + "</extLst>")


def _links(*links: tuple[str, str]) -> str:
    inside = "".join(
        f'<Relationship Id="rId{n}" Type="{kind}" Target="{to}"/>' for n, (kind, to) in enumerate(links, 1)
    )
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inside}</Relationships>'
    )


def _add_links(parts: Parts, part: str, *links: tuple[str, str]) -> list[str]:
    folder, _, name = part.rpartition("/")
    listed = f"{folder}/_rels/{name}.rels"
    ids = [f"rId{900 + at}" for at in range(len(links))]
    more = "".join(f'<Relationship Id="{i}" Type="{k}" Target="{t}"/>' for i, (k, t) in zip(ids, links, strict=True))
    old = parts.get(listed, _links().encode()).decode()
    parts[listed] = old.replace("</Relationships>", more + "</Relationships>").encode()
    return ids


def _prefixed(path: Path) -> Path:
    """Write every element of the spreadsheet's own namespace with a prefix, as some programs do."""
    parts = parts_of(path)
    for name in parts:
        if re.match(r"xl/(workbook|styles|sharedStrings|comments\d*|worksheets/sheet\d+)\.xml$", name):
            text = parts[name].decode()
            text = re.sub(r"<(/?)(?=[A-Za-z]\w*[\s/>])", r"<\1x:", text)
            parts[name] = text.replace(' xmlns="http', ' xmlns:x="http', 1).encode()
    return put_together(path, parts)


def _absolute(path: Path) -> Path:
    parts = parts_of(path)
    for name in ("xl/_rels/workbook.xml.rels", "xl/worksheets/_rels/sheet2.xml.rels"):
        parts[name] = re.sub(rb'Target="(?:\.\./)?(?!/|\.)', b'Target="/xl/', parts[name])
    return put_together(path, parts)


def _single_quotes(path: Path) -> Path:
    parts = parts_of(path)
    for name in parts:
        if name.startswith("xl/worksheets/sheet"):
            parts[name] = re.sub(rb'(\s[\w:]+)="([^"\']*)"', rb"\1='\2'", parts[name])
    return put_together(path, parts)


def _bare(path: Path) -> Path:
    """Write a book with the least that one may hold: no styles, no places, no row numbers, no sizes."""
    cells = "".join(
        "<row>" + "".join(f'<c t="inlineStr"><is><t>{word}</t></is></c>' for word in row) + "</row>"
        for row in (("SKU ID", "Stock"), ("1729500011223344501", "10"), ("1729500011223344502", "0"))
    )
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="{kind}.worksheet+xml"/></Types>',
        "_rels/.rels": _links((f"{OFFICE}/officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{OFFICE}"><sheets><sheet name="Products" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": _links((f"{OFFICE}/worksheet", "worksheets/sheet1.xml")),
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{cells}</sheetData></worksheet>',
    }
    return put_together(path, {name: text.encode() for name, text in parts.items()})


def _macros(path: Path) -> Path:
    _rich(path.with_suffix(".xlsx"))
    parts = parts_of(path.with_suffix(".xlsx"))
    parts["xl/vbaProject.bin"] = b"\xd0\xcf\x11\xe0 macros"
    _add_links(
        parts,
        "xl/workbook.xml",
        ("http://schemas.microsoft.com/office/2006/relationships/vbaProject", "vbaProject.bin"),
    )
    types = parts["[Content_Types].xml"].replace(
        b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
        b"application/vnd.ms-excel.sheet.macroEnabled.main+xml",
    )
    parts["[Content_Types].xml"] = types.replace(
        b"</Types>", b'<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>'
    )
    path.with_suffix(".xlsx").unlink()
    return put_together(path, parts)


def _openpyxl(path: Path) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Products"
    for row in (*[[]] * 3, [None, *HEADINGS], *([None, *line] for line in LINES)):
        sheet.append(row)
    book.create_sheet("Seller")
    book.save(path)
    return path


def _chart_in_front(path: Path) -> Path:
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("Products")
    for row, line in enumerate((HEADINGS, *LINES), start=3):
        sheet.write_row(row, 1, [cell if cell is not None else "" for cell in line])
    chart = book.add_chart({"type": "bar"})
    chart.add_series({"values": "=Products!$D$5:$D$8"})
    front = book.add_chartsheet("Chart")
    front.set_chart(chart)
    front.activate()
    book.close()
    return path


class _Pipe(io.RawIOBase):
    """A file that cannot go back, as a server writes to."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("wb")

    def writable(self) -> bool:
        return True

    def write(self, data) -> int:
        return self._file.write(data)

    def close(self) -> None:
        self._file.close()
        super().close()


def _streamed(path: Path) -> Path:
    """Write a book whose sizes stand behind its parts, half of them unpacked."""
    parts = parts_of(_rich(path, notes=True))
    with _Pipe(path) as pipe, ZipFile(pipe, "w", ZIP_DEFLATED) as package:
        for at, (name, content) in enumerate(parts.items()):
            package.writestr(name, content, ZIP_STORED if at % 2 else ZIP_DEFLATED)
    return path


def _rest_hidden(path: Path) -> Path:
    """Write a book whose columns beyond the data are hidden, all of them."""
    parts = parts_of(_rich(path))
    name = "xl/worksheets/sheet2.xml"
    hidden = b'<col min="9" max="16384" width="0" hidden="1" customWidth="1"/></cols>'
    parts[name] = parts[name].replace(b"</cols>", hidden)
    return put_together(path, parts)


BOOKS: dict[str, Callable[[Path], Path]] = {
    "rich.xlsx": _rich,
    "with notes.xlsx": lambda path: _rich(path, notes=True),
    "filtered and locked.xlsx": lambda path: _rich(path, table=False, protect=True),
    "strange.xlsx": lambda path: _with_strange_parts(_rich(path, notes=True)),
    "prefixed.xlsx": lambda path: _prefixed(_rich(path, notes=True)),
    "absolute.xlsx": lambda path: _absolute(_rich(path, notes=True)),
    "single quotes.xlsx": lambda path: _single_quotes(_rich(path)),
    "bare.xlsx": _bare,
    "macros.xlsm": _macros,
    "openpyxl.xlsx": _openpyxl,
    "chart in front.xlsx": _chart_in_front,
    "streamed.xlsx": _streamed,
    "rest hidden.xlsx": _rest_hidden,
}


@pytest.fixture(scope="session")
def books(tmp_path_factory) -> dict[str, Path]:
    """Every book by its name."""
    folder = tmp_path_factory.mktemp("books")
    return {name: make(folder / name) for name, make in BOOKS.items()}


@pytest.fixture(params=list(BOOKS))
def book(request, books) -> Path:
    return books[request.param]


def a_return(**more) -> Return:
    """A return with two errors, a warning and a fixed finding; ``more`` replaces what it says."""
    said = (
        (Standing.ERROR, "D6", "SKU204", "12.30", "Deal 12.30 is not below the 30-day low 11.60.", "11.60 or less."),
        (Standing.ERROR, "E8", "SKU302", "", "A registered SKU needs stock.", "1 or more, or delete the row."),
        (Standing.WARNING, "C5", "STK402", "Vitamin C Serum", "The flash deal has no effect.", "Nothing, if meant."),
    )
    lines = tuple(
        Line(standing, "Products", cell, code, value, message, fix, "new", key_of((code, "S-001", cell, "", "", "")))
        for standing, cell, code, value, message, fix in said
    )
    fixed = Line(Standing.FIXED, "Seller", "C5", "SEL104", "Yes", "Terms are accepted.", "", "fixed", key_of(("",) * 6))
    rows = ((5, Standing.WARNING, "~ STK402"), (6, Standing.ERROR, "▲ SKU204"), (7, Standing.CLEAR, "✓ no finding"))
    words = {
        "name": "S-001",
        "source": "registrations/s-001.xlsx",
        "title": "2 cells to mend before you can be confirmed",
        "context": "Fern & Clay (S-001) · round 2",
        "tiles": (Tile("2", "▲ errors: must be mended", Standing.ERROR), Tile("3 of 4", "products are ready", None)),
        "lines": (*lines, fixed),
        "marks": (
            *(
                Mark("Products", cell, standing, f"{NOTE}{code} {standing}\n{message}\nFix: {fix}")
                for standing, cell, code, _, message, fix in said
            ),
            Mark("Seller", "C5", Standing.WARNING, f"{NOTE}SEL105 warning\nThe shop has another name."),
        ),
        "besides": (Beside("Products", 4, "Findings of 13 Nov", rows),),
        "footer": ("Click a cell address to jump to it.",),
        "campaign": "HD26",
        "round": 2,
    }
    return Return(**{**words, **more})


@pytest.fixture
def returned(tmp_path) -> Callable[..., Path]:
    """Write a return for a book and give its path."""
    count = iter(range(100))

    def write(source: Path, made: Return | None = None) -> Path:
        return write_return(made or a_return(), source, tmp_path / str(next(count)), Outputs())[0]

    return write


@pytest.fixture
def tools():
    """What several tests do with a book."""
    return Tools


def reopened(path: Path) -> openpyxl.Workbook:
    """Open a book with a library that says which features it would drop."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return openpyxl.load_workbook(path, keep_vba=path.suffix == ".xlsm")


class Tools:
    reopened = staticmethod(reopened)
    parts_of = staticmethod(parts_of)
    packed_of = staticmethod(packed_of)
    put_together = staticmethod(put_together)
    a_return = staticmethod(a_return)
    OFFICE = OFFICE

"""What a file is, told by its content: people name anything .xlsx, and a workbook anything else."""

import re
from enum import StrEnum
from typing import BinaryIO

from campaignctl.readers.package import CHUNK, Package, Unfit

_HEAD = 4096
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument."
_MOST_NAMED = 1 << 10  # bytes in which a package names its kind
_TABLES = (".xlsx", ".xlsm", ".xls", ".ods", ".csv")

_FOREIGN = (
    (re.compile(rb"%PDF"), "a PDF"),
    (
        re.compile(rb"\x89PNG|\xff\xd8\xff|GIF8|RIFF....WEBP|II\*\x00|MM\x00\*|....ftyp(?:hei|mif|avif)", re.DOTALL),
        "a picture",
    ),
    (re.compile(rb"....ftyp|\x1aE\xdf\xa3|RIFF....AVI ", re.DOTALL), "a video"),
    (re.compile(rb"\{\\rtf"), "a text document"),
    (re.compile(rb"Rar!|7z\xbc\xaf\x27\x1c|\x1f\x8b"), "a packed archive; unpack it first"),
    (re.compile(rb"bplist00|\[InternetShortcut\]|L\x00\x00\x00\x01\x14\x02\x00"), "a link to something elsewhere"),
)
"""What nobody fills a form with, by how it begins."""

_MAIL = re.compile(rb"(?:^[A-Za-z][\w-]*:[^\n]*\n(?:[ \t][^\n]*\n)*){3,}", re.MULTILINE)
_SENT = re.compile(rb"^(?:From|Received|Return-Path|MIME-Version):", re.MULTILINE | re.IGNORECASE)
_PAGE = re.compile(rb"^\s*<(?:!doctype|html|table|head|meta|\?xml)", re.IGNORECASE)
_OLD_KINDS = (
    ("__substg1.0_", "an e-mail; save the workbook that is attached to it"),
    ("WordDocument", "a Word document"),
    ("PowerPoint Document", "a presentation"),
)
"""What else is stored like an old workbook, by a name in its directory."""

_PACKED_KINDS = (
    ("word/document.xml", "a Word document"),
    ("ppt/presentation.xml", "a presentation"),
    ("meta-inf/container.xml", "a book"),
)


class What(StrEnum):
    """The kinds of file that can hold a sheet."""

    PACKAGE = "package"  # .xlsx, .xlsm
    OPEN_DOCUMENT = "open document"  # .ods
    OLD_EXCEL = "old excel"  # .xls
    TEXT = "text"  # .csv, .tsv, .txt


def kind_of(file: BinaryIO) -> What:
    """Return what can be read in ``file``; ``Unfit`` says what it is when it is nothing of the kind."""
    head = file.read(_HEAD)
    if not head:
        raise Unfit("is empty")
    if head.startswith(_OLD_OFFICE):
        return _old_office(file, head)
    if head.startswith(b"PK"):
        return _open_document(head) if _OPEN_DOCUMENT in head[:120] else What.PACKAGE
    for mark, kind in _FOREIGN:
        if mark.match(head):
            raise Unfit(f"is not a workbook but {kind}", foreign=True)
    if _PAGE.match(head.removeprefix(b"\xef\xbb\xbf")):
        raise Unfit("is a web page with the name of a table; open it in Excel and save it as .xlsx")
    if _MAIL.match(head.replace(b"\r\n", b"\n")) and _SENT.search(head):
        raise Unfit("is not a workbook but an e-mail; save the workbook that is attached to it", foreign=True)
    return What.TEXT


def _old_office(file: BinaryIO, head: bytes) -> What:
    """Tell what a file of the old Office kind is by the names of its streams; a sheet may lie inside a mail."""
    met = _names_met(file, head, ["EncryptedPackage", "Workbook", *(name for name, _ in _OLD_KINDS)])
    if "EncryptedPackage" in met:
        raise Unfit("is protected with a password")
    for name, kind in _OLD_KINDS:
        if name in met and (name == _OLD_KINDS[0][0] or "Workbook" not in met):
            raise Unfit(f"is not a workbook but {kind}", foreign=True)
    return What.OLD_EXCEL


def _names_met(file: BinaryIO, piece: bytes, names: list[str]) -> set[str]:
    """Return which names stand in an old Office file, as its directory writes them."""
    marks = {name: name.encode("utf-16-le") for name in names}
    met, tail = set[str](), b""
    while piece:
        text = tail + piece
        met |= {name for name, mark in marks.items() if mark in text}
        tail, piece = text[-64:], file.read(CHUNK)
    return met


def _open_document(head: bytes) -> What:
    if b"opendocument.spreadsheet" in head[:120]:
        return What.OPEN_DOCUMENT
    raise Unfit("is not a workbook but a document of another kind", foreign=True)


def right_kind(file: BinaryIO) -> None:
    """Refuse a file whose first bytes are not those of a package; ``Unfit`` says what it is instead."""
    match kind_of(file):
        case What.OLD_EXCEL:
            raise Unfit("is an old .xls workbook; save it as .xlsx")
        case What.TEXT:
            raise Unfit("is not a workbook but text or something else")
        case What.OPEN_DOCUMENT:
            raise Unfit("is an OpenDocument sheet (.ods); save it as .xlsx")


def is_workbook(package: Package) -> None:
    """Refuse a package that is no workbook, or one of a kind that is not read: ``Unfit`` says which it is."""
    if package.part("xl/workbook.xml"):
        return
    if package.part("xl/workbook.bin"):
        raise Unfit("is a binary workbook (.xlsb); save it as .xlsx")
    if b"opendocument.spreadsheet" in (package.read("mimetype", _MOST_NAMED) or b""):
        raise Unfit("is an OpenDocument sheet (.ods); save it as .xlsx")
    if package.part("index/document.iwa"):
        raise Unfit("is a Numbers or Pages document; export it as .xlsx")
    for part, kind in _PACKED_KINDS:
        if package.part(part):
            raise Unfit(f"is not a workbook but {kind}", foreign=True)
    held = [path for path in package.by_path if path.endswith(_TABLES) and not path.startswith("__macosx")]
    if held:
        raise Unfit(f"is a zip file that holds {held[0].rpartition('/')[2][:60]}; unpack it into the folder")
    raise Unfit("is a zip file but not a workbook", foreign=True)

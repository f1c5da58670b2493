"""What a file is, told by its content: people name anything .xlsx, and a workbook anything else."""

from typing import BinaryIO

from campaignctl.readers.package import CHUNK, Package, Unfit

_OLD_BINARY = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MOST_NAMED = 1 << 10  # bytes in which a package names its kind


def right_kind(file: BinaryIO) -> None:
    """Refuse a file whose first bytes are not those of a package; ``Unfit`` says what it is instead."""
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


def is_workbook(package: Package) -> None:
    """Refuse a package that is no workbook, or one of a kind that is not read."""
    if package.part("xl/workbook.xml"):
        return
    if package.part("xl/workbook.bin"):
        raise Unfit("is a binary workbook (.xlsb); save it as .xlsx")
    if b"opendocument.spreadsheet" in (package.read("mimetype", _MOST_NAMED) or b""):
        raise Unfit("is an OpenDocument sheet (.ods); save it as .xlsx")
    raise Unfit("is a zip file but not a workbook")

"""A part of XML is read in stretches that never cut a row in a way that would hide what stands in it."""

import re
from collections.abc import Iterator
from zipfile import ZipInfo

from campaignctl.readers.package import Package, Unfit
from campaignctl.readers.pairs import holds_pair

_DEFINITION = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
_ROOT = re.compile(rb"<[A-Za-z_]")
_DEFINED = "holds a document type definition, which no workbook needs"
_OVERLAP = 256
_LONGEST = 1 << 20  # bytes of a text or of a row; 32,767 characters are far less, however they are written


def stretches(package: Package, part: ZipInfo) -> Iterator[tuple[bytes, bytes]]:
    """Yield a part of XML as (stretch, bytes new in it); a stretch begins with the last row of the one before.

    ``Unfit`` where it is no plain XML, or a tag or text in it has no end.
    """
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


def without_definition(content: bytes) -> bytes:
    """Return a small part as it is; ``Unfit`` when it holds anything that makes XML dangerous or unreadable."""
    _plain_prolog(content)
    return content


def _plain_prolog(text: bytes) -> None:
    """Refuse what may stand before the first element of a part and makes it dangerous or unreadable."""
    if b"\x00" in text[:4]:
        raise Unfit("is not written in UTF-8; open it in a spreadsheet program and save it as .xlsx")
    if holds_pair(text, b"<!") and _DEFINITION.search(text):
        raise Unfit(_DEFINED)


def _last_row(text: bytes) -> bytes:
    row = text.rfind(b"<row")
    if row < 0:
        row = text.rfind(b":row ")
    return text[row:] if row >= 0 and len(text) - row < _LONGEST else text[-_OVERLAP:]

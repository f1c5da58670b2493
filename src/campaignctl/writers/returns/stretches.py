"""A sheet is read as a stream: what stands above its rows, the rows in stretches of whole ones, what stands below.

A sheet of a hundred thousand rows is never held whole, and its rows are not parsed but where something is to change.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from campaignctl.writers.returns.refusal import CannotPatch

_ROOT = re.compile(rb"<(?:([\w.-]+):)?worksheet\b")
_ROWS = re.compile(rb"<(?:[\w.-]+:)?sheetData\b[^>]*>")
_LONGEST = 16 << 20  # bytes of what stands above the rows, or of one row


@dataclass(frozen=True, slots=True)
class Tags:
    """How the elements of one sheet are written: ``prefix`` with its colon, or empty.

    ``row`` finds the tag that opens a row, with its number as group 1; ``cell`` a whole cell, with its place as
    group 1 and its content as group 3. A number or a place that does not stand first is not in the group.
    """

    prefix: bytes
    row: re.Pattern[bytes]
    cell: re.Pattern[bytes]


@cache
def tags(prefix: bytes) -> Tags:
    """Return how the elements of a sheet are written whose elements carry ``prefix``."""
    p = re.escape(prefix)
    row = rb"""<%brow\b(?:\s+r\s*=\s*["']([0-9]+)["'])?[^>]*>""" % p
    cell = rb"""<%bc\b(?:\s+r\s*=\s*["']([A-Z]+[0-9]+)["'])?([^>]*?)(?:/>|>(.*?)</%bc>)""" % (p, p)
    return Tags(prefix, re.compile(row), re.compile(cell, re.DOTALL))


@dataclass(slots=True)
class Sheet:
    """A sheet's XML: ``head`` ends in the tag that opens the rows, ``tail`` begins with the one that closes them.

    ``rows`` yields stretches of whole rows and may be called again.
    """

    head: bytes
    tail: bytes
    tags: Tags
    rows: Callable[[], Iterator[bytes]]

    def pieces(self) -> Iterator[bytes]:
        """Yield the whole XML."""
        yield self.head
        yield from self.rows()
        yield self.tail


def sheet_of(pieces: Callable[[], Iterator[bytes]], seen: Callable[[bytes, Tags], None] | None = None) -> Sheet:
    """Return the sheet whose XML ``pieces`` yields; ``seen`` is shown each stretch of rows on the way.

    ``CannotPatch`` when the rows cannot be told apart.
    """
    parts = _split(pieces())
    head = next(parts)
    own = tags(_prefix(head))
    last = b""
    for part in parts:
        if seen and last:
            seen(last, own)
        last = part
    return Sheet(head, last, own, lambda: _between(pieces()))


def head_of(pieces: Iterator[bytes]) -> bytes:
    """Return what stands above the rows of a sheet, or a sheet without rows whole."""
    whole = b""
    for piece in pieces:
        whole += piece
        found = _ROWS.search(whole)
        if found:
            return whole[: found.start()]
        if len(whole) > _LONGEST:
            break
    return whole


def _between(pieces: Iterator[bytes]) -> Iterator[bytes]:
    parts = _split(pieces)
    next(parts)
    held = next(parts)
    for part in parts:
        yield held
        held = part


def _split(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """Yield the head, the stretches of rows, and the tail of a sheet."""
    rest, opened = _above(pieces)
    prefix = _prefix(rest)
    closing = b"</%bsheetData>" % prefix
    if opened[0].endswith(b"/>"):
        yield rest[: opened.start()] + opened[0][:-2].rstrip() + b">"
        yield closing + rest[opened.end() :] + b"".join(pieces)
        return
    yield rest[: opened.end()]
    rest = rest[opened.end() :]
    while (end := rest.find(closing)) < 0:
        cut = rest.rfind(b"<%brow" % prefix)
        if cut > 0:
            yield _plain(rest[:cut])
            rest = rest[cut:]
        piece = next(pieces, b"")
        if not piece or len(rest) > _LONGEST:
            raise CannotPatch("holds a sheet whose rows cannot be told apart")
        rest += piece
    if end:
        yield _plain(rest[:end])
    yield rest[end:] + b"".join(pieces)


def _above(pieces: Iterator[bytes]) -> tuple[bytes, re.Match[bytes]]:
    whole = b""
    for piece in pieces:
        whole += piece
        opened = _ROWS.search(whole)
        if opened:
            return whole, opened
        if len(whole) > _LONGEST:
            break
    raise CannotPatch("holds a sheet without rows")


def _plain(rows: bytes) -> bytes:
    if b"!" in rows and b"<!" in rows:  # a single byte is found much faster
        raise CannotPatch("holds a sheet with comments between its cells")
    return rows


def _prefix(head: bytes) -> bytes:
    root = _ROOT.search(head)
    return root[1] + b":" if root and root[1] else b""

"""A workbook file is a zip package: its parts are unpacked one after the other, by their true sizes, within limits.

What a package claims of itself is not believed: a part is counted while it unpacks, and a claim that turns out wrong
ends the reading, for a parser in native code would go on until the memory is full.
"""

import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

MOST_UNZIPPED = 768 << 20
MOST_RATIO = 250
RATIO_MATTERS_FROM = 32 << 20
MOST_ENTRIES = 5_000

CHUNK = 1 << 18  # larger pieces leave the processor's cache
_PACKED = CHUNK >> 3  # bytes unpacked at once; what is left of them is unpacked with the next ones, so pieces are few
_MOST_DIRECTORY = MOST_ENTRIES * 300  # bytes of the list of parts; a name is seldom over 60
_END, _END_64, _LOCATOR_64 = b"PK\x05\x06", b"PK\x06\x06", b"PK\x06\x07"
_STORED, _DEFLATED = 0, 8


class Unfit(Exception):
    """A file that must not be opened; its text ends the sentence "The file ...".

    ``foreign`` where nobody would take it for a workbook: a picture, a PDF, a mail.
    """

    def __init__(self, why: str, *, foreign: bool = False) -> None:
        super().__init__(why)
        self.foreign = foreign


@dataclass(frozen=True, slots=True)
class Package:
    """An open package and its parts by their path, as its directory gives them."""

    file: BinaryIO
    by_path: Mapping[str, zipfile.ZipInfo]

    @property
    def parts(self) -> Iterable[zipfile.ZipInfo]:
        """The parts in the order of the directory."""
        return self.by_path.values()

    def part(self, name: str) -> zipfile.ZipInfo | None:
        """Return a part by name, in any case, as parsers look it up."""
        return self.by_path.get(name.casefold())

    def read(self, name: str, most: int) -> bytes | None:
        """Return a small part whole; None when there is none, ``Unfit`` when it is longer than ``most`` bytes."""
        part = self.part(name)
        if part is None:
            return None
        if part.file_size > most:
            raise Unfit(f"holds a part {name} of {part.file_size >> 20:,} MB")
        return b"".join(self.unpacked(part))

    def unpacked(self, part: zipfile.ZipInfo) -> Iterator[bytes]:
        """Yield a part in pieces of at most 256 KB; ``Unfit`` when it is not what the directory says."""
        size, checksum = 0, 0
        for piece in _inflated(self.file, part):
            size += len(piece)
            checksum = zlib.crc32(piece, checksum)
            if size > part.file_size:
                raise Unfit(_damaged("a part is longer than the package says"))
            yield piece
        if size != part.file_size or checksum != part.CRC:
            raise Unfit(_damaged("a part does not match its checksum"))


def path_of(part: zipfile.ZipInfo) -> str:
    """Return a part's path as it is looked up: in small letters, with forward slashes."""
    return part.filename.replace("\\", "/").lstrip("/").casefold()


def opened(path: Path, file: BinaryIO) -> Package:
    """Return the package in ``file``; ``Unfit`` when its list of parts cannot be read or goes over the limits."""
    if _directory_size(file) > _MOST_DIRECTORY:
        raise Unfit(f"holds too many parts; at most {MOST_ENTRIES:,} are opened")
    try:
        with zipfile.ZipFile(path) as directory:
            parts = tuple(directory.infolist())
    except (zipfile.BadZipFile, NotImplementedError, ValueError, struct.error, EOFError) as error:
        raise Unfit(_damaged(str(error))) from error
    by_path = {path_of(part): part for part in parts}
    _within_limits(parts, by_path)
    return Package(file, by_path)


def _damaged(why: str) -> str:
    return f"is damaged or was cut off while copying ({why})"


def _within_limits(parts: tuple[zipfile.ZipInfo, ...], by_path: Mapping[str, zipfile.ZipInfo]) -> None:
    if len(parts) > MOST_ENTRIES:
        raise Unfit(f"holds {len(parts):,} parts; at most {MOST_ENTRIES:,} are opened")
    if any(part.flag_bits & 0x1 for part in parts):
        raise Unfit("is protected with a password")
    if any(part.compress_type not in (_STORED, _DEFLATED) for part in parts):
        raise Unfit("is packed in a way that no spreadsheet program uses")
    if parts and all(part.header_offset for part in parts):
        raise Unfit(_damaged("something else stands before the package"))
    if len(by_path) < len(parts):
        raise Unfit(_damaged("a part is there twice"))
    total = sum(part.file_size for part in parts)
    if total > MOST_UNZIPPED:
        raise Unfit(f"unpacks to {total >> 20:,} MB; at most {MOST_UNZIPPED >> 20:,} MB are opened")
    for part in parts:
        if part.file_size > RATIO_MATTERS_FROM and part.file_size > MOST_RATIO * max(part.compress_size, 1):
            raise Unfit(f"holds a part that unpacks to {part.file_size >> 20:,} MB from almost nothing")


def _directory_size(file: BinaryIO) -> int:
    """Return how long the list of parts is, without reading it; 0 when there is none."""
    file.seek(0, 2)
    length = file.tell()
    file.seek(max(length - 0xFFFF - 42, 0))
    tail = file.read()
    end = tail.rfind(_END)
    if end < 0 or len(tail) < end + 22:
        return 0
    locator = tail[max(end - 20, 0) : end]
    if locator.startswith(_LOCATOR_64) and len(locator) == 20:
        file.seek(min(int.from_bytes(locator[8:16], "little"), length))
        record = file.read(56)
        if record.startswith(_END_64) and len(record) == 56:
            return int.from_bytes(record[40:48], "little")
    return int.from_bytes(tail[end + 12 : end + 16], "little")


def _inflated(file: BinaryIO, part: zipfile.ZipInfo) -> Iterator[bytes]:
    file.seek(part.header_offset)
    header = file.read(30)
    if len(header) < 30 or not header.startswith(b"PK\x03\x04"):
        raise Unfit(_damaged("a part is not where the package says"))
    file.seek(sum(struct.unpack("<HH", header[26:30])), 1)
    left, packed = part.compress_size, b""
    decompressor = zlib.decompressobj(-15) if part.compress_type == _DEFLATED else None
    while left or packed:
        more = file.read(min(left, _PACKED)) if len(packed) < _PACKED else b""
        if left and not more and len(packed) < _PACKED:
            raise Unfit(_damaged("it ends in the middle of a part"))
        left, packed = left - len(more), packed + more
        if decompressor is None:
            yield packed
            packed = b""
            continue
        try:
            piece = decompressor.decompress(packed, CHUNK)
        except zlib.error as error:
            raise Unfit(_damaged("its data do not unpack")) from error
        packed = decompressor.unconsumed_tail
        if piece:
            yield piece
    if decompressor is not None and (piece := decompressor.flush()):
        yield piece

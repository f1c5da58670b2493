"""A workbook as a package of parts: some are replaced, dropped or added, all others keep the very bytes they have."""

import zlib
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO, Self
from zipfile import BadZipFile, ZipFile, ZipInfo

from campaignctl.writers.returns.refusal import CannotPatch
from campaignctl.writers.returns.zipped import DAMAGED, Packed, copied, data_of, packed, write

OURS = "campaignctl-"
"""How the file names begin of the parts that campaignctl adds to a workbook."""

_PIECE = 1 << 18
_STORED = 0
_LONGEST = 64 << 20  # bytes of a part that is held whole


class Package:
    """The parts of one workbook, by their paths without a leading slash, in any case.

    Used as a context: the file stays open for the parts that go over unread.
    """

    def __init__(self, source: Path | BytesIO) -> None:
        self._file: BinaryIO = source.open("rb") if isinstance(source, Path) else source
        try:
            listed = _listed(self._file)
        except (BadZipFile, NotImplementedError, ValueError, EOFError) as error:
            self._file.close()
            raise CannotPatch("is no package of parts that can be opened") from error
        self._source: dict[str, ZipInfo] = {_key(entry.filename): entry for entry in listed}
        self._held: dict[str, bytes] = {}
        self._names: dict[str, str] = {}  # of the parts that were put
        self._streamed: dict[str, Packed] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    @property
    def names(self) -> tuple[str, ...]:
        """The paths of all parts: those of the source in its order, then the new ones by name, ours last."""
        new = self._names.keys() - self._source.keys()
        added = sorted((self._names[key] for key in new), key=lambda name: (is_ours(name), name))
        return (*(entry.filename for entry in self._source.values()), *added)

    def __contains__(self, name: str) -> bool:
        key = _key(name)
        return key in self._source or key in self._names

    def read(self, name: str) -> bytes:
        """Return a part whole; ``KeyError`` when there is none, ``CannotPatch`` when it is too long to be held."""
        key = _key(name)
        if key not in self._held:
            size = self._source[key].file_size
            if size > _LONGEST:
                raise CannotPatch(f"holds a part of {size >> 20:,} MB that would have to be changed")
            self._held[key] = b"".join(self.pieces(name))
        return self._held[key]

    def pieces(self, name: str) -> Iterator[bytes]:
        """Yield a part of the source in pieces; ``CannotPatch`` when it is not what the directory says."""
        entry = self._source[_key(name)]
        unpack = zlib.decompressobj(-15) if entry.compress_type != _STORED else None
        at, left, size = data_of(self._file, entry), entry.compress_size, 0
        while left:
            self._file.seek(at)  # another part may have been read in between
            raw = self._file.read(min(left, _PIECE >> 2))
            at, left = at + len(raw), left - len(raw)
            for piece in _unpacked(raw, unpack):
                size += len(piece)
                yield piece
            if not raw or size > entry.file_size:
                raise CannotPatch(DAMAGED)

    def put(self, name: str, content: bytes) -> None:
        """Replace or add a part; one that comes out as it was keeps its packed bytes too."""
        key = _key(name)
        if key in self._source and key not in self._names and self.read(name) == content:
            return
        self._held[key] = content
        self._names.setdefault(key, self._source[key].orig_filename if key in self._source else name)

    def stream(self, name: str, pieces: Iterable[bytes]) -> None:
        """Replace a part of the source by one that is too long to be held; it cannot be read again."""
        source = self._source[_key(name)]
        self._streamed[_key(name)] = packed(source.orig_filename, pieces, source)

    def drop(self, name: str) -> None:
        """Take a part out."""
        all_parts: tuple[dict[str, Any], ...] = (self._source, self._held, self._names, self._streamed)
        for parts in all_parts:
            parts.pop(_key(name), None)

    def save(self, path: Path) -> None:
        """Write the package to ``path``."""
        with path.open("wb") as target:
            write(target, map(self._packed, self.names))

    def _packed(self, name: str) -> Packed:
        key = _key(name)
        source = self._source.get(key)
        if key in self._streamed:
            return self._streamed[key]
        if source is None or key in self._names:
            return packed(self._names[key], [self._held[key]], source)
        return copied(self._file, source)


def _listed(file: BinaryIO) -> list[ZipInfo]:
    with ZipFile(file) as directory:
        listed = [entry for entry in directory.infolist() if not entry.is_dir()]
    if any(entry.flag_bits & 0x1 for entry in listed):
        raise CannotPatch("is protected with a password")
    return listed


def is_ours(name: str) -> bool:
    """Whether a part is one that campaignctl added."""
    return name.rpartition("/")[2].startswith(OURS)


def _key(name: str) -> str:
    """Return a part's path as it is looked up."""
    return name.replace("\\", "/").lstrip("/").casefold()


def _unpacked(raw: bytes, unpack: Any) -> Iterator[bytes]:
    if unpack is None:
        yield raw
        return
    try:
        while raw:
            yield unpack.decompress(raw, _PIECE)
            raw = unpack.unconsumed_tail
    except zlib.error as error:
        raise CannotPatch(DAMAGED) from error

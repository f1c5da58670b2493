"""What a file is says its content, never its name."""

import codecs
import csv
import re
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

SAMPLE = 1 << 18
_DELIMITERS = (",", ";", "\t", "|")
_LOOKED_AT = 20  # rows of the sample that tell the delimiter
_PDF, _GZIP, _OLD_EXCEL = b"%PDF", b"\x1f\x8b", b"\xd0\xcf\x11\xe0"
_MARKUP = re.compile(rb"^\s*<(?:!doctype|html|table|head|meta|\?xml)", re.IGNORECASE)
_HIGH = re.compile(rb"[\x80-\xff]+")


@dataclass(frozen=True, slots=True)
class Text:
    """A file of delimited text: its encoding as Python calls it, its delimiter."""

    encoding: str
    delimiter: str


@dataclass(frozen=True, slots=True)
class Workbook:
    """A zip file: a workbook, unless the pre-flight finds otherwise."""


@dataclass(frozen=True, slots=True)
class Unfit:
    """Not an export, in words that end the sentence "The file ..."."""

    why: str
    empty: bool = False


def sniff(path: Path) -> Text | Workbook | Unfit:
    """Return what the file at ``path`` is, from its first 256 KB."""
    try:
        with path.open("rb") as file:
            head = file.read(SAMPLE)
    except OSError as error:
        return Unfit(f"cannot be opened: {error.strerror or error}")
    if head.startswith(b"PK\x03\x04"):
        return Workbook()
    return _unfit(head) or _text(head)


def _unfit(head: bytes) -> Unfit | None:
    if not head.removeprefix(codecs.BOM_UTF8).strip():
        return Unfit("is empty", empty=True)
    if head.startswith(_OLD_EXCEL):
        return Unfit("is protected with a password, or an old .xls; save it as .xlsx without a password")
    if head.startswith(_PDF):
        return Unfit("is a PDF; download the export itself")
    if head.startswith(_GZIP):
        return Unfit("is compressed; unpack it first")
    if _MARKUP.match(head.removeprefix(codecs.BOM_UTF8)):
        return Unfit("is a web page with the name of a table; open it in Excel and save it as .xlsx")
    return None


def _text(head: bytes) -> Text | Unfit:
    encoding = _encoding(head)
    if encoding is None:
        return Unfit("is neither a workbook nor a table of text")
    sample = codecs.getincrementaldecoder(encoding)(errors="replace").decode(head)
    return Text(encoding, delimiter(sample))


def _encoding(head: bytes) -> str | None:
    if head.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if head.count(0) > len(head) // 4:
        even, odd = head[0::2].count(0), head[1::2].count(0)
        return None if min(even, odd) > max(even, odd) // 4 else "utf-16-le" if odd > even else "utf-16-be"
    if head.count(0):
        return None
    if _decodes(head, "utf-8"):
        return "utf-8"
    return "gb18030" if _decodes(head, "gb18030") and _double_bytes(head) else "cp1252"


def _decodes(head: bytes, encoding: str) -> bool:
    try:
        codecs.getincrementaldecoder(encoding)().decode(head, len(head) < SAMPLE)
    except UnicodeDecodeError:
        return False
    return True


def _double_bytes(head: bytes) -> bool:
    """Whether bytes beyond ASCII mostly come in runs, as in Chinese; in Western text they stand alone."""
    runs = _HIGH.findall(head)
    return sum(len(run) > 1 for run in runs) * 2 > len(runs)


def delimiter(sample: str) -> str:
    """Return the delimiter that splits the sample's widest row furthest; a comma where none does."""
    return max(_DELIMITERS, key=lambda mark: (_width(sample, mark), -_DELIMITERS.index(mark)))


def _width(sample: str, mark: str) -> int:
    rows = csv.reader(sample.replace("\x00", "").splitlines(keepends=True)[: _LOOKED_AT * 2], delimiter=mark)
    try:
        return max((len([cell for cell in row if cell.strip()]) for row in islice(rows, _LOOKED_AT)), default=0)
    except csv.Error:
        return 0

"""A promotion is keyed in by files in the marketplace's own form, so many rows a file, one for each SKU.

A file is called after its promotion, ``HD26-02-1.xlsx`` being its first part, and is known again by that name.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b

UPLOAD_FOLDER = "upload"
"""The sub-folder of the outputs that holds the files to key in."""

UploadCell = str | int | float | None

_LONGEST = 60
_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")
_PART = re.compile(r"(?P<stem>.+)-(?P<number>[1-9]\d{0,4})(?: ?\(\d+\)| - .*)?")


@dataclass(frozen=True, slots=True)
class UploadFile:
    """One file to key in: its ``name``, the form's tab and headings, and a row per line of the lock.

    ``ids`` are the positions of the columns that hold ids. ``units`` is the sum of what is kept, ``prices`` that of
    the prices, in minor units; ``shops`` says whose lines they are.
    """

    name: str
    promotion: str
    number: int
    parts: int
    sheet: str
    header: tuple[str, ...]
    rows: tuple[tuple[UploadCell, ...], ...]
    ids: tuple[int, ...]
    decimals: int
    units: int
    prices: int
    shops: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ToKeyIn:
    """A locked promotion and what the form does not say of it; ``by_hand`` says why it has no file, where it has none.

    ``starts`` and ``ends`` are aware. ``left_out`` are lines that no file can hold, by reason.
    """

    promotion: str
    title: str
    tool: str
    level: str
    starts: datetime | None
    ends: datetime | None
    lines: int
    by_hand: str = ""
    left_out: Mapping[str, int] | None = None


@dataclass(frozen=True, slots=True)
class Uploads:
    """Everything to key in of one lock."""

    lock: int
    files: tuple[UploadFile, ...]
    promotions: tuple[ToKeyIn, ...]


def file_stems(promotions: Iterable[str]) -> Mapping[str, str]:
    """Return the name that the files of each promotion begin with, by its id: safe on every disk, no two alike.

    An id that is no good name is written without what disturbs, with a short hash that tells it from others.
    """
    stems: dict[str, str] = {}
    taken: set[str] = set()
    for promotion in sorted(set(promotions)):
        stem = _stem(promotion)
        if stem != promotion or stem.casefold() in taken:
            stem = f"{stem[: _LONGEST - 9]}-x{blake2b(promotion.encode('utf-8', 'replace'), digest_size=4).hexdigest()}"
        taken.add(stem.casefold())
        stems[promotion] = stem
    return stems


def is_upload(file: str) -> bool:
    """Whether a file is called as an upload file is, whichever promotion it was written for."""
    return file.casefold().endswith(".xlsx") and _PART.fullmatch(file[:-5]) is not None


def promotion_of(file_stem: str, promotions: Iterable[str]) -> str | None:
    """Return the promotion that a file was written for, told by its name without the ending; None when for none.

    Marks that browsers and Excel add behind it are passed over: ``HD26-02-1 (2)``.
    """
    found = _PART.fullmatch(file_stem.strip())
    if found is None:
        return None
    stems = {stem.casefold(): promotion for promotion, stem in file_stems(promotions).items()}
    return stems.get(found["stem"].casefold())


def _stem(promotion: str) -> str:
    plain = _UNSAFE.sub("-", promotion).strip("-. ")[:_LONGEST].strip("-. ")
    return f"promotion-{plain}".rstrip("-") if not plain or _RESERVED.fullmatch(plain) else plain

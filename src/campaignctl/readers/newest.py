"""Of several replies of one seller the newest counts: by what the workbooks themselves say, never by the disk."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from campaignctl.domain.times import moment_words
from campaignctl.readers.claims import Claim

_NUMBERS = re.compile(r"([0-9]{1,9})")
_COPY = re.compile(r"^copy of +| *(\([0-9]{1,3}\)|- copy( \([0-9]{1,3}\))?|[ _-]copy)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Newest:
    """The claim that counts, and why, as the end of a sentence; blank when nothing can decide."""

    claim: Claim
    why: str = ""


def newest(claims: Sequence[Claim], zone: str) -> Newest:
    """Return the newest of several claims: by when they were saved, else by round, else by the dates of their parts.

    Where nothing decides it is the last one by name, as copies are numbered.
    """
    saved = [claim.sent.origin.saved for claim in claims]
    best = _only_largest(saved)
    if best is not None:
        others = ", ".join(moment_words(at, zone) for at in saved if at is not None and at is not saved[best])
        return Newest(claims[best], f"it was saved {_moment(saved[best], zone)}, the other one {others}")
    rounds = [claim.round for claim in claims]
    best = _only_largest(rounds)
    if best is not None:
        others = " and ".join(str(each) for place, each in enumerate(rounds) if place != best)
        return Newest(claims[best], f"it is the form of round {rounds[best]}, the other one of round {others}")
    packed = [claim.sent.origin.packed for claim in claims]
    best = _only_largest(packed)
    if best is not None:
        return Newest(
            claims[best], f"its parts are dated {packed[best]:%Y-%m-%d %H:%M}, later than those of the other one"
        )
    return Newest(max(claims, key=lambda claim: _as_numbered(claim.sent.file)))


def _as_numbered(file: str) -> tuple[list[tuple[int, str]], str]:
    """Return what orders names as people number copies: ``form``, ``form (2)``, ``form (10)``."""
    stem, _, ending = file.rpartition(".")
    return [(int(part), "") if part.isdigit() else (0, part) for part in _NUMBERS.split(stem or ending)], ending


def original_name(file: str) -> str:
    """Return a file's name without what a program adds to that of a copy: `` (1)``, `` - Copy``, ``Copy of``."""
    name = file.rpartition("/")[2]
    stem, dot, ending = name.rpartition(".")
    bare = stem or ending
    while (shorter := _COPY.sub("", bare)) != bare:
        bare = shorter
    return f"{bare}{dot}{ending if stem else ''}".casefold()


def plainness(file: str) -> tuple[int, int, list[tuple[int, str]], str]:
    """Return what orders equal files: one that is called like no copy first, then the shorter name."""
    name = file.rpartition("/")[2]
    return (name.casefold() != original_name(file), len(file), *_as_numbered(file))


def _moment(moment: datetime | None, zone: str) -> str:
    return moment_words(moment, zone) if moment else ""


def _only_largest(values: Sequence[int | datetime | None]) -> int | None:
    """Return the place of the one largest value; None when a value is missing or two are the largest."""
    if any(value is None for value in values):
        return None
    largest = max(values)  # type: ignore[type-var]
    return values.index(largest) if values.count(largest) == 1 else None

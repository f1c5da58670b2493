"""A remark on a template: where it is about, what stands out, what to do."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from campaignctl.domain.findings import Severity

LISTS = "campaignctl templates lists what there is."


@dataclass(frozen=True, slots=True)
class Remark:
    """What stands out in a template: on which slide (0 for the whole), at which shape, and what to do about it."""

    severity: Severity
    slide: int
    shape: str
    what: str
    fix: str


def error(slide: int, shape: str, what: str, fix: str = LISTS) -> Remark:
    """Return a remark on what keeps a deck from being written, or a shape from being filled."""
    return Remark(Severity.ERROR, slide, shape, what, fix)


def note(slide: int, shape: str, what: str, fix: str) -> Remark:
    """Return a remark on what will look otherwise than thought."""
    return Remark(Severity.NOTE, slide, shape, what, fix)


def near(word: str, known: Iterable[str]) -> str:
    """Return ``; did you mean pace?`` where a known word is close, else nothing."""
    close = get_close_matches(word, list(known), n=1)
    return f"; did you mean {close[0]}?" if close else ""

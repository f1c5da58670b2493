"""A return is what goes back to a seller: their own workbook, the wrong cells marked, and a list of what is wrong.

When it comes back, its list is read for the seller's answers only; what campaignctl put into the book is known again
by the words below.
"""

import json
import re
from dataclasses import dataclass
from enum import StrEnum

from campaignctl.domain.findings import Severity
from campaignctl.domain.observations import Place

SHEET = "Findings"
"""The name of the list's sheet; numbered where the seller's book has a sheet of that name."""

HEADINGS = (
    "Severity",
    "Where",
    "Rule",
    "Value found",
    "What is wrong",
    "How to mend it",
    "Since",
    "Your answer",
    "Key",
)
"""What stands over the list, in order. ``Key`` is hidden: it ties an answer to its finding wherever the row moves."""

PROPERTY = "campaignctl"
"""How the names begin of the custom properties that a return carries."""

NOTE = "campaignctl · "
"""How a note of ours begins, in a cell that had none or below the seller's own words."""

_COLUMN = re.compile(r"Findings(?: of [0-9]{1,2} [A-Z][a-z]{2}(?: [0-9]{4})?)?")
_NUMBERED = re.compile(r"Findings(?: [0-9]+)?")


class Standing(StrEnum):
    """How a line of the list stands, or what a mark says."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    MENDED = "mended"  # by us, in the returned copy
    FIXED = "fixed"  # by the seller, since an earlier round
    CLEAR = "clear"  # a row without findings

    @classmethod
    def of(cls, severity: Severity) -> "Standing":
        """Return how an open finding stands."""
        return cls(severity.value)


SIGNS = {
    Standing.ERROR: "▲ error",
    Standing.WARNING: "~ warning",
    Standing.NOTE: "i note",
    Standing.MENDED: "✓ mended",
    Standing.FIXED: "✓ fixed",
    Standing.CLEAR: "✓ no finding",
}
"""The words of each standing, with its sign."""


class Answer(StrEnum):
    """What a seller says to a finding."""

    FIXED = "Fixed"
    MEANT = "Meant so"
    QUESTION = "Question"


@dataclass(frozen=True, slots=True)
class Answered:
    """One answer: ``identity`` is the finding's, ``words`` are the seller's own where they chose none of the list.

    Own words count as a question. ``file`` is where the answer stood.
    """

    file: str
    identity: tuple[str, ...]
    answer: Answer
    words: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """A cell to be coloured, with what its note says."""

    sheet: str
    cell: str
    standing: Standing
    note: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the list; ``sheet`` and ``cell`` are what its link jumps to, blank where there is nothing."""

    standing: Standing
    sheet: str
    cell: str
    code: str
    value: str
    message: str
    fix: str
    since: str
    key: str = ""
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Beside:
    """The findings column of one list sheet: its heading in ``header_row``, and words by row."""

    sheet: str
    header_row: int
    heading: str
    rows: tuple[tuple[int, Standing | None, str], ...]


@dataclass(frozen=True, slots=True)
class Tile:
    """A number in large type above the list, and the words beside it."""

    number: str
    words: str
    standing: Standing | None


@dataclass(frozen=True, slots=True)
class Cure:
    """A cell that campaignctl mends in the returned copy. ``number_format`` replaces the cell's where it is not blank.

    ``value`` is a text, or a number as the sheet holds it (a date is a count of days).
    """

    sheet: str
    cell: str
    value: str | float
    number_format: str = ""


@dataclass(frozen=True, slots=True)
class Mended:
    """A cure with its story: where it is, what stood there, and what was done, in words."""

    place: Place
    cure: Cure
    before: str
    what: str
    done: str


@dataclass(frozen=True, slots=True)
class Return:
    """One workbook to go back. ``name`` is its file's stem, ``source`` the seller's file relative to the campaign.

    ``campaign`` is its code, ``round`` None where rounds are not counted. ``sealed`` says why the workbook goes back as
    it is, with the list beside it; blank where it takes marks.
    """

    name: str
    source: str
    title: str
    context: str
    tiles: tuple[Tile, ...]
    lines: tuple[Line, ...]
    marks: tuple[Mark, ...] = ()
    besides: tuple[Beside, ...] = ()
    cures: tuple[Cure, ...] = ()
    footer: tuple[str, ...] = ()
    campaign: str = ""
    round: int | None = None
    sealed: str = ""


def key_of(identity: tuple[str, ...]) -> str:
    """Return a finding's identity in one text, for the hidden column of the list."""
    return json.dumps(identity, separators=(",", ":"))


def identity_of(key: str) -> tuple[str, ...] | None:
    """Return the identity that a key holds; None when it is no key."""
    try:
        parts = json.loads(key)
    except (ValueError, RecursionError):
        return None
    sound = isinstance(parts, list) and len(parts) == 6 and all(isinstance(part, str) for part in parts)
    return tuple(parts) if sound else None


def column_heading(day: str) -> str:
    """Return the heading of the findings column: ``Findings of 13 Nov``; without a day, ``Findings``."""
    return f"Findings of {day}" if day else SHEET


def is_column_heading(text: str) -> bool:
    """Whether a heading is that of our findings column."""
    return bool(_COLUMN.fullmatch(text.strip()))


def is_list_name(name: str) -> bool:
    """Whether our list may stand on a sheet of this name; its headings tell."""
    return bool(_NUMBERED.fullmatch(name.strip()))


def are_list_headings(words: set[str]) -> bool:
    """Whether a row with these words is the header of our list: sellers hide or delete a column, seldom many."""
    return len(words & set(HEADINGS)) >= 6

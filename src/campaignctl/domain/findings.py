"""A finding says what is wrong at one place, quotes the value, and names the cure."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from campaignctl.domain.observations import Place

SENT = "registrations/"
"""Where sellers' files lie in a campaign's folder."""


class Severity(StrEnum):
    """How much a finding weighs; only an error stops a launch."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """Zero for the worst."""
        return list(Severity).index(self)

    @property
    def shown(self) -> str:
        """The word with its sign, as workbooks show it."""
        return _SHOWN[self]


_SHOWN = {Severity.ERROR: "▲ error", Severity.WARNING: "~ warning", Severity.NOTE: "i note"}


_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*[,:]?")


def with_capital(message: str, value: str = "") -> str:
    """Return a message as a sentence begins; an address, a file or the ``value`` in front keeps its letters."""
    first = message.partition(" ")[0]
    quotes = bool(value) and message.startswith(value)
    return message if quotes or not _WORD.fullmatch(first) else message[:1].upper() + message[1:]


@dataclass(frozen=True, slots=True)
class About:
    """What a finding speaks of, whatever file or row it stands in; blank where it speaks of nothing of the kind.

    ``other`` is the id of what is no seller, SKU or promotion: a coupon, a stream, a task, a person.
    """

    seller: str = ""
    sku: str = ""
    promotion: str = ""
    other: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding; ``amount`` is the money at stake in minor units, or None.

    ``message`` and ``fix`` speak to the team. ``message_for_seller`` and ``fix_for_seller`` say the same to the seller
    whose workbook it is; blank where the team's words fit both.
    """

    code: str
    name: str
    severity: Severity
    place: Place
    value: str
    message: str
    fix: str
    amount: int | None = None
    about: About = About()
    message_for_seller: str = ""
    fix_for_seller: str = ""

    @property
    def identity(self) -> tuple[str, str, str, str, str, str]:
        """What stays the same when the file is renamed and the row moves: the code, what it is about, the column."""
        about = self.about
        return (self.code, about.seller, about.sku, about.promotion, about.other, self.place.column)

    @property
    def is_sent(self) -> bool:
        """Whether it stands in what a seller sent, and not in a file of the team's."""
        return self.place.file.startswith(SENT)

    @property
    def order(self) -> tuple[int, int, str, str, int, str, str]:
        """Errors first, then the most money at stake, then reading order."""
        place = self.place
        money = -(self.amount or 0)
        return (self.severity.rank, money, place.file, place.sheet, place.row or 0, place.cell, self.code)


@dataclass(frozen=True, slots=True)
class NotRun:
    """A rule that could not be checked on some rows, and why."""

    code: str
    rows: int
    reason: str


@dataclass(frozen=True, slots=True)
class Excused:
    """A finding that counts otherwise in this campaign, and who said so.

    ``finding`` is as its rule weighs it. ``until`` is the last day on which the exception holds, None for no end.
    """

    finding: Finding
    action: str  # Ignore, Note, Warning, Error
    reason: str
    approver: str
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a validation found, and what it could not check.

    ``suppressed`` findings are ignored in this campaign and stand in no other field; ``reweighed`` ones stand in
    ``findings`` too, with the weight that the campaign gives them.
    """

    findings: tuple[Finding, ...]
    not_run: tuple[NotRun, ...]
    rows: int
    files: int
    rules_run: int
    unproven: tuple[str, ...]  # codes of error rules that could not run on some row
    suppressed: tuple[Excused, ...] = ()
    reweighed: tuple[Excused, ...] = ()

    def count(self, severity: Severity) -> int:
        """Return how many findings have ``severity``."""
        return sum(finding.severity is severity for finding in self.findings)

    @property
    def word(self) -> str:
        """``not safe``, ``not proven`` or ``safe``."""
        if self.count(Severity.ERROR):
            return "not safe"
        return "not proven" if self.unproven else "safe"

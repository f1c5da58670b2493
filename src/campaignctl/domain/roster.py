"""Every seller of a campaign's roster: who was invited, who wrote, where each stands and what comes next."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from campaignctl.domain.findings import Finding, Severity
from campaignctl.domain.registrations import Reply
from campaignctl.domain.wording import word


class Status(StrEnum):
    """A seller's status, in the order in which a roster lists it."""

    FIX = "needs fixing"
    INCOMPLETE = "incomplete"
    LATE = "late"
    STRANGER = "not on the list"
    NEW = "new"
    READY = "ready"
    MISSING = "not received"
    NOT_YET = "not yet invited"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    WAITLIST = "waitlist"
    EXCLUDED = "excluded"

    @property
    def shown(self) -> str:
        """The word with its sign, as sheets and the terminal show it."""
        return _SHOWN[self]

    @property
    def rank(self) -> int:
        """Zero for those that a roster lists first."""
        return list(Status).index(self)


_SHOWN = {
    Status.FIX: "▲ fix needed",
    Status.INCOMPLETE: "▲ incomplete",
    Status.LATE: "▲ late",
    Status.STRANGER: "▲ not invited",
    Status.NEW: "● new",
    Status.READY: "✓ ready",
    Status.MISSING: "○ missing",
    Status.NOT_YET: "○ not yet invited",
    Status.DECLINED: "– declined",
    Status.WITHDRAWN: "– withdrawn",
    Status.WAITLIST: "– waitlist",
    Status.EXCLUDED: "– excluded",
}

REGISTERED = (Status.FIX, Status.INCOMPLETE, Status.LATE, Status.NEW, Status.READY)
"""Those whose workbook is here and says that they take part."""

TO_CHASE = (Status.MISSING, Status.INCOMPLETE, Status.FIX, Status.LATE)
"""Those of whom the team wants something."""

APART = (Status.NOT_YET, Status.WITHDRAWN, Status.WAITLIST, Status.EXCLUDED)
"""Those of whom nothing is expected; they are counted apart."""


@dataclass(frozen=True, slots=True)
class Offers:
    """How much a seller offers: distinct SKUs, those of them without an error on any line, livestream slots."""

    skus: int = 0
    clean: int = 0
    streams: int = 0


@dataclass(frozen=True, slots=True)
class Since:
    """How a seller's errors stand against the round before; ``first_time`` when nothing of it was known then."""

    new: int = 0
    open: int = 0
    fixed: int = 0
    first_time: bool = False


@dataclass(frozen=True, slots=True)
class Person:
    """A seller of the roster. Moments are aware; what is blank or not known is None or empty.

    ``replies`` has the one that counts first; ``round`` is the round in which its content came. ``findings`` are the
    open ones of its registration, the worst first. ``row`` and ``form`` are its rows of Sellers and Seller sheet.
    """

    id: str
    shop: str
    status: Status
    offers: Offers
    since: Since
    replies: tuple[Reply, ...]
    findings: tuple[Finding, ...]
    round: int | None
    received: datetime | None
    due: datetime | None
    row: Mapping[Any, Any]
    form: Mapping[Any, Any]
    news: str = ""  # what changed since the last round, in words
    next_step: str = ""

    @property
    def reply(self) -> Reply | None:
        """The reply that counts."""
        return self.replies[0] if self.replies and self.replies[0].counts else None

    @property
    def errors(self) -> int:
        """How many open findings are errors."""
        return sum(finding.severity is Severity.ERROR for finding in self.findings)

    @property
    def warnings(self) -> int:
        """How many open findings are warnings."""
        return sum(finding.severity is Severity.WARNING for finding in self.findings)

    def said(self, key: str) -> str:
        """Return a field of the Sellers sheet in words, blank where it is blank."""
        return word(self.row.get(key))

    def wrote(self, key: str) -> str:
        """Return a field of the seller's own form in words, blank where it is blank."""
        return word(self.form.get(key))

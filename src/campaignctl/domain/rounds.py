"""A round is one collection of the registrations; across rounds a finding is new, still open, or fixed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from campaignctl.domain.findings import Finding


class State(StrEnum):
    """How a finding stands against the round before."""

    NEW = "new"
    OPEN = "still open"
    FIXED = "fixed"


@dataclass(frozen=True, slots=True)
class Tracked:
    """A finding with its story; ``since`` is the number of the round that saw it first.

    A fixed finding is the one that the earlier round recorded, at the place where it stood then.
    """

    finding: Finding
    state: State
    since: int


@dataclass(frozen=True, slots=True)
class Arrival:
    """The reply of a seller that counted in a round: its content, and in which round that content first came.

    ``first_saved`` (aware) is when the seller's very first reply was saved; None when no reply ever said it. It tells
    whether a seller answered in time, however late the workbook comes back mended.
    """

    sha256: str
    round: int
    first_saved: datetime | None = None


@dataclass(frozen=True, slots=True)
class Round:
    """What one collection leaves for the next.

    ``open`` are its findings, new and still open. ``unseen`` are those of earlier rounds of which this one says
    nothing: their seller's reply is away or unreadable, their rule was not asked, or an exception covers them. Neither
    open nor fixed, they wait. ``statuses`` gives each seller's in words.
    """

    number: int
    digest: str
    as_of: str = ""
    open: tuple[Tracked, ...] = ()
    unseen: tuple[Tracked, ...] = ()
    arrivals: Mapping[str, Arrival] = field(default_factory=dict)
    statuses: Mapping[str, str] = field(default_factory=dict)

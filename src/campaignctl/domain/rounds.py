"""A round is one collection of the registrations; across rounds a finding is new, still open, or fixed."""

from dataclasses import dataclass
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

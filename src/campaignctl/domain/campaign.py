"""A campaign as the team set it up: its window, its promotions, who is invited, and what it should bring."""

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Window:
    """A half-open stretch of time: ``start`` belongs to it, ``end`` does not. Both are aware."""

    start: datetime
    end: datetime

    def __post_init__(self) -> None:
        if self.start.tzinfo is None or self.end.tzinfo is None:
            raise ValueError("a window needs aware times")

    def holds(self, moment: datetime) -> bool:
        """Whether ``moment`` lies inside."""
        return self.start <= moment < self.end


@dataclass(frozen=True, slots=True)
class Promotion:
    """One promotion or offer to sellers. ``tool`` is the profile's key; money in minor units, shares as fractions."""

    id: str
    title: str
    tool: str
    level: str
    applies_to: str
    kind_of_value: str
    window: Window | None
    seller_pays: Decimal | None
    budget: int | None


@dataclass(frozen=True, slots=True)
class Seller:
    """A shop on the Sellers sheet; ``role`` is Campaign, Comparison or Outside."""

    id: str
    name: str
    category: str
    tier: str
    role: str
    gmv_target: int | None


@dataclass(frozen=True, slots=True)
class Target:
    """One number the campaign should reach; money in minor units, counts as they are."""

    level: str
    name: str
    metric: str
    value: int


@dataclass(frozen=True, slots=True)
class Stream:
    """A planned livestream."""

    id: str
    title: str
    seller_id: str
    window: Window | None
    gmv_target: int | None


@dataclass(frozen=True, slots=True)
class Campaign:
    """The set-up workbook in the words of the domain; what is blank there is None here.

    A regular report sees its day, week or month as the ``window``; the campaign's own is then ``beside`` it.
    """

    name: str
    code: str
    marketplace: str
    zone: str
    currency: str
    window: Window | None
    baseline_from: date | None = None
    baseline_to: date | None = None
    figures_final: date | None = None
    counts: str = "Registered SKUs"
    platform_budget: int | None = None
    promotions: tuple[Promotion, ...] = ()
    sellers: tuple[Seller, ...] = ()
    targets: tuple[Target, ...] = ()
    streams: tuple[Stream, ...] = field(default_factory=tuple)
    beside: Window | None = None

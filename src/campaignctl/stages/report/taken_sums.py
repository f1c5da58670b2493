"""What is to be known of a report that rests on sums: which rows it is without and why, and what sums cannot tell."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Rows of sums that do not count, the files they stand in, and their first and last local day."""

    rows: int
    files: tuple[str, ...]
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Summed:
    """How sums were taken. ``files`` hold what counts; ``until`` is the end of their last day or hour.

    ``names_skus`` says that registered SKUs can be told from others. ``by_day`` says that whole days were summed, so
    that nothing is known of hours, ``stretched`` that the campaign or the as-of time cuts such a day, and ``moved`` is
    the as-of time that was asked for where the report is as of another. Left out are rows of days of which there are
    order lines, rows at another cut than what counts, rows of no seller beside those of sellers, and rows of no day.
    ``lacks`` are the measures that no row gives.
    """

    files: tuple[str, ...] = ()
    until: datetime | None = None
    names_skus: bool = False
    by_day: bool = False
    stretched: bool = False
    moved: datetime | None = None
    beside_orders: LeftOut | None = None
    at_other_cuts: LeftOut | None = None
    totals: LeftOut | None = None
    other_zone: tuple[str, ...] = ()
    strangers: tuple[str, ...] = ()
    below_zero: LeftOut | None = None
    lacks: frozenset[str] = frozenset()

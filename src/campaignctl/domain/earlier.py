"""What an earlier report said: its figures by id, as they were written down then, and what it asked people to do."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal
from hashlib import blake2b


@dataclass(frozen=True, slots=True)
class Earlier:
    """One earlier report; ``values`` are in their natural units (money in major ones), by figure id.

    ``name`` is the campaign's. ``age`` is how long after the campaign's end it was made and ``into`` how long after its
    start, None where that is not known; ``is_final`` says that returns were closed by then. ``days`` is how many local
    days the whole campaign has, ``currency`` the code of its amounts.
    """

    name: str
    as_of: datetime
    values: Mapping[str, Decimal | float | None] = field(default_factory=dict)
    age: timedelta | None = None
    into: timedelta | None = None
    is_final: bool = False
    days: int | None = None
    currency: str = ""
    marketplace: str = ""


@dataclass(frozen=True, slots=True)
class Action:
    """What a report asked for: ``about`` is its sentence without the numbers, the same from report to report."""

    kind: str
    what: str
    about: str
    then: str
    owner: str = ""

    @property
    def id(self) -> str:
        """What tells it in the workbook where people note what became of it; it opens with a letter."""
        return "a" + blake2b(self.about.encode(errors="replace"), digest_size=4).hexdigest()


SAME_HOUR = timedelta(hours=3)
"""How much longer one campaign may have run than another that both still run and are set side by side."""


def at_equal_age(
    reports: Sequence[Earlier], age: timedelta, into: timedelta | None = None, *, is_final: bool = False
) -> Earlier | None:
    """Return the report of an earlier campaign that one of this age can be held against; None where there is none.

    Final figures are held against the newest final ones. Of a campaign that still runs it is the report made as long
    ``into`` the earlier one; of one that is over the one whose age comes nearest.
    """
    if final := [report for report in reports if is_final and report.is_final]:
        return max(final, key=lambda report: report.as_of)
    if age >= -SAME_HOUR:
        return _nearest(
            [(report.age - age, report) for report in reports if report.age is not None and _is_over(report)]
        )
    apart = [(report.into - into, report) for report in reports if report.into is not None and into is not None]
    return _nearest([each for each in apart if abs(each[0]) <= SAME_HOUR and not _is_over(each[1])])


def _is_over(report: Earlier) -> bool:
    return report.age is not None and report.age >= -SAME_HOUR


def _nearest(apart: Sequence[tuple[timedelta, Earlier]]) -> Earlier | None:
    found = min(apart, key=lambda each: (abs(each[0]), each[1].as_of), default=None)
    return None if found is None else found[1]


@dataclass(frozen=True, slots=True)
class Part:
    """``share`` of ``promised`` was given; the amount is in major units."""

    share: Decimal
    promised: Decimal


@dataclass(frozen=True, slots=True)
class Redeemed:
    """How much of what the platform promised at worst an earlier campaign gave.

    ``by_promotion`` is keyed by the ID without the campaign's code (``-02`` of HD25-02) and the tool; ``by_tool`` by
    the profile's key; ``coupons`` is the one sum of everything that takes a part off whole baskets. What the campaign
    did not tell is not in there.
    """

    campaign: str
    currency: str
    by_promotion: Mapping[tuple[str, str], Part] = field(default_factory=dict)
    by_tool: Mapping[str, Part] = field(default_factory=dict)
    coupons: Part | None = None

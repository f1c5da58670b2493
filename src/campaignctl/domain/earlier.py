"""What an earlier report said: its figures by id, as they were written down then, and what it asked people to do."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal
from hashlib import blake2b


@dataclass(frozen=True, slots=True)
class Earlier:
    """One earlier report; ``values`` are in their natural units (money in major ones), by figure id.

    ``name`` is the campaign's. ``age`` is how long after the campaign's end it was made, None where that is not known.
    """

    name: str
    as_of: datetime
    values: Mapping[str, Decimal | float | None] = field(default_factory=dict)
    age: timedelta | None = None


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


def at_equal_age(reports: tuple[Earlier, ...], age: timedelta) -> Earlier | None:
    """Return the report of an earlier campaign whose age comes nearest to ``age``; None where no age is known."""
    known = [(abs(report.age - age), report.as_of, report) for report in reports if report.age is not None]
    return min(known, key=lambda each: each[:2])[2] if known else None


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

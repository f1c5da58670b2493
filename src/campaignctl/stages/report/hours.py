"""Hour by hour: what a campaign of at most two weeks sold, beside its target and its baseline spread over the hours.

A day's target and baseline are spread as the same day usually runs, so that a day's hours add up to the day.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import narwhals as nw
import pandas as pd

from campaignctl.domain.formats import Format
from campaignctl.domain.sentences import Ref, Sentence
from campaignctl.domain.tables import Cell, Column, Table
from campaignctl.metrics.counting import CAMPAIGN
from campaignctl.metrics.grouping import grouped
from campaignctl.metrics.ledger import At
from campaignctl.metrics.lines import VALUE
from campaignctl.metrics.periods import midnight
from campaignctl.stages.report.basis import BASELINE, TARGET, Basis
from campaignctl.stages.report.grid import quarters
from campaignctl.stages.report.slugs import Slugs
from campaignctl.stages.report.targets import apportion
from campaignctl.stages.report.times import axis_day, clock, full_day

MOST_DAYS = 14
"""From here on hours are too many to be told apart: a longer campaign is drawn by day."""

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
HOUR = timedelta(hours=1)
FULL = 24
NO_CLOCK = 0.02
"""More of the sales than this at the very start of a day: those lines tell their day and not their hour."""

MONEY, ALL_DAY = Format.MONEY, "All day"
SLUGS = Slugs(tables={"hours": ("hour", *(f"day-{number}" for number in range(1, MOST_DAYS + 1)))})


@dataclass(frozen=True, slots=True)
class Slot:
    """An hour of a day of the campaign, half-open; ``words`` name it in a list, ``clock`` in its day."""

    day: date
    start: datetime
    end: datetime
    words: str
    clock: str

    @property
    def at(self) -> At:
        """The place of the hour's figures."""
        return At("hour", self.words)


@dataclass(frozen=True, slots=True)
class Hours:
    """All hours of the days that the data reach.

    ``inside`` are the places of those in the campaign that had begun by then, ``unfinished`` of those not over.
    """

    slots: tuple[Slot, ...]
    inside: frozenset[int]
    unfinished: tuple[int, ...] = ()


def hours_of(basis: Basis) -> Hours | None:
    """Enter sales, target and baseline of every hour and return the hours.

    None for a longer campaign, without a baseline that tells how a day runs, where exports tell days and no hours, and
    where most hours sold nothing.
    """
    if not basis.has_lines or not basis.days or len(basis.periods.all_days) > MOST_DAYS:
        return None
    during = basis.periods.campaign
    slots = tuple(slot for day in basis.days for slot in _slots(basis, day))
    inside = [at for at, slot in enumerate(slots) if slot.end > during.start and slot.start < during.end]
    sold = sold_by_minute(basis)
    if sold is None or not inside:
        return None
    worth = _by_slot(sold, slots)
    usual = _usual(basis, sold, slots)
    of_day = {day: [at for at in inside if slots[at].day == day] for day in basis.days}
    busy = sum(bool(worth[at]) for at in inside)
    if 3 * busy < len(inside) or not all(sum(usual[at] for at in of) for of in of_day.values()):
        return None
    for at in inside:
        basis.ledger.enter(basis.gmv, basis.ledger.money(worth[at]), slots[at].at)
    for day, of in of_day.items():
        _spread(basis, day, [slots[at] for at in of], [usual[at] for at in of])
    open_ones = tuple(at for at in inside if not basis.periods.is_over and slots[at].end > during.end)
    return Hours(slots, frozenset(inside), open_ones)


def hours_table(basis: Basis, hours: Hours) -> Table:
    """Return a row per hour of the clock and a column per day of the campaign so far, shaded by quarters of its hours.

    What each hour should have sold stays among the figures: a list of all hours fills pages that nobody reads.
    """
    places = {(slot.clock, slot.day): at for at in sorted(hours.inside) for slot in (hours.slots[at],)}
    days = list(dict.fromkeys(day for _, day in places))
    keys = {day: f"day-{number}" for number, day in enumerate(days, start=1)}
    clocks = sorted({told for told, _ in places})
    columns = (Column("hour", "Hour"), *(Column(keys[day], basis.day(day, axis_day), MONEY) for day in days))
    rows = tuple((told, *(_cell(basis, hours, places.get((told, day))) for day in days)) for told in clocks)
    whole: tuple[Cell, ...] = (ALL_DAY, *(Ref(basis.id("gmv", At("day", str(day))), format=MONEY) for day in days))
    worth = {(clocks.index(told), keys[day]): _worth(basis, hours, at) for (told, day), at in places.items()}
    best = max(places.values(), key=lambda at: (_worth(basis, hours, at), -at))
    return Table("hours", columns, rows, whole, caption=_best(basis, hours.slots[best]), heat=quarters(worth))


def _worth(basis: Basis, hours: Hours, at: int) -> Decimal | float:
    return basis.ledger.value("gmv", hours.slots[at].at) or 0


def _cell(basis: Basis, hours: Hours, at: int | None) -> Cell:
    return None if at is None else Ref(basis.id("gmv", hours.slots[at].at), format=MONEY)


def _best(basis: Basis, slot: Slot) -> Sentence:
    start = clock(slot.start.astimezone(basis.inputs.zone))
    best = Ref(basis.id("gmv", slot.at), format=basis.money)
    return Sentence((f"{full_day(slot.day)} sold most in the hour from {start}: ", best))


def _slots(basis: Basis, day: date) -> Iterator[Slot]:
    """Yield the hours of a local day: 23 or 25 where clocks are changed, the one that comes twice numbered."""
    zone, told = basis.inputs.zone, set[str]()
    start, end = (midnight(day + timedelta(days=n), zone).astimezone(UTC) for n in (0, 1))
    while start < end:
        name = clock(start.astimezone(zone))
        name = f"{name} again" if name in told else name
        yield Slot(day, start, min(start + HOUR, end), f"{full_day(day)}, {name}", name)
        told.add(name)
        start += HOUR


def sold_by_minute(basis: Basis) -> pd.DataFrame | None:
    """Return sales by minute: ``period``, ``start`` (UTC) and the sum; None where no clock is told."""
    if not basis.tells_hours:
        return None
    lines: nw.LazyFrame[Any] = basis.lines  # type: ignore[assignment]  # asked for before
    seconds = (nw.col("paid") - nw.lit(EPOCH)).dt.total_seconds().cast(nw.Int64)  # both engines count alike
    paid = lines.filter(~nw.col("paid").is_null())
    marked = paid.with_columns(minute=seconds // 60, sharp=(seconds % 60 == 0).cast(nw.Int64))
    found = grouped(marked, (VALUE,), ["period", "minute", "sharp"])
    start = pd.to_datetime(found["minute"].astype("int64") * 60, unit="s", utc=True)
    local = start.dt.tz_convert(basis.inputs.zone)
    worth = found[VALUE.name].fillna(0)
    at_midnight = found["sharp"].eq(1) & local.dt.hour.eq(0) & local.dt.minute.eq(0)
    if worth[at_midnight].sum() > NO_CLOCK * worth.sum():
        return None
    return pd.DataFrame(
        {
            "period": found["period"],
            "start": start,
            "day": local.dt.date.astype("str"),
            "clock": local.dt.hour,
            "worth": worth,
        }
    )


def _by_slot(sold: pd.DataFrame, slots: Sequence[Slot]) -> list[int]:
    """Return what each hour sold in the campaign, in minor units."""
    mine = sold[sold["period"].eq(CAMPAIGN)]
    starts = pd.DatetimeIndex([slot.start for slot in slots])
    place = starts.searchsorted(pd.DatetimeIndex(mine["start"]), side="right") - 1
    found = mine["worth"].groupby(place).sum()
    return [int(found.get(at, 0)) for at in range(len(slots))]


def _usual(basis: Basis, sold: pd.DataFrame, slots: Sequence[Slot]) -> list[Decimal]:
    """Return how much each hour weighs in its day: what the earlier days that stand for it sold in that hour.

    An hour that a clock skips counts to the next, one that comes twice is halved.
    """
    baseline = basis.periods.baseline
    if baseline is None:
        return [Decimal(0)] * len(slots)
    before = sold[~sold["period"].eq(CAMPAIGN)].groupby(["day", "clock"])["worth"].sum()
    by_day = {str(day): part.droplevel("day") for day, part in before.groupby(level="day")}
    weights = [Decimal(0)] * len(slots)
    for day, stand_ins in baseline.days.items():
        mine = [at for at, slot in enumerate(slots) if slot.day == day]
        hour_of = {at: slots[at].start.astimezone(basis.inputs.zone).hour for at in mine}
        for stand_in in stand_ins:
            for hour, worth in by_day.get(str(stand_in), pd.Series(dtype="Int64")).items():
                held = _at_clock(hour_of, int(str(hour)))
                for at in held:
                    weights[at] += Decimal(int(worth)) / len(held)
    return weights


def _at_clock(hour_of: Mapping[int, int], hour: int) -> list[int]:
    """Return the slots of a day at an hour of the clock; the next where the clock skips it."""
    return next(
        (held for later in range(hour, hour + FULL) if (held := [at for at, of in hour_of.items() if of == later])), []
    )


def _spread(basis: Basis, day: date, slots: Sequence[Slot], weights: list[Decimal]) -> None:
    """Enter the hours' parts of a day's target and baseline, in whole minor units that add up to the day's."""
    for period in (TARGET, BASELINE):
        whole = basis.ledger.value("gmv", At("day", str(day), period))
        if whole is None:
            continue
        minor = int(Decimal(str(whole)).scaleb(basis.ledger.currency.decimals))
        for slot, part in zip(slots, apportion(minor, weights), strict=True):
            basis.ledger.enter(basis.gmv, basis.ledger.money(part), slot.at.on(period))

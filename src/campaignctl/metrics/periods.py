"""The campaign's period as far as the data reach, and the earlier stretches it is compared with.

The baseline is the mean of all earlier windows of the same length and the same weekdays that lie wholly between two
dates. Where not one fits, each day of the campaign is set against the mean of the earlier days of its weekday, if
there are any. A campaign that still runs is cut at the as-of time, and so are the windows it is compared with.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from fractions import Fraction
from zoneinfo import ZoneInfo

from campaignctl.domain.campaign import Window

NEARLY_WHOLE = timedelta(hours=3)
"""A last day counts as whole when the data reach into its last three hours: few shops sell to the very minute."""

MOMENT = timedelta(seconds=1)
"""Exports state whole seconds; what happened at the as-of time itself is counted."""

A_WEEK = 7
"""From so many earlier days on they may stand for a weekday that is none of them: one Friday is no ordinary week."""

DEFAULT_FROM = timedelta(weeks=12)
DEFAULT_TO = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Stratum:
    """Earlier stretches that weigh the same: ``weight`` times what they hold together is their part of the baseline."""

    weight: Fraction
    windows: tuple[Window, ...]


@dataclass(frozen=True, slots=True)
class Baseline:
    """What the campaign is compared with: its strata, and the earlier days that stand for each day of the campaign.

    ``windows`` is how many whole windows it is the mean of, 0 when it is made of weekdays.
    """

    strata: tuple[Stratum, ...]
    days: Mapping[date, tuple[date, ...]]
    windows: int


@dataclass(frozen=True, slots=True)
class Periods:
    """The campaign as far as the data reach, its local days, and its baseline (None when there is none).

    ``partial`` is the day on which the data end, when they do not reach that day's evening. ``whole`` is the campaign
    with what is still to come of it; None where that is the same.
    """

    campaign: Window
    days: tuple[date, ...]
    all_days: tuple[date, ...]
    baseline: Baseline | None = None
    partial: date | None = None
    is_over: bool = True
    zone: ZoneInfo = field(default_factory=lambda: ZoneInfo("UTC"))
    whole: Window | None = None


def periods(  # noqa: PLR0913, PLR0917 - what bounds a baseline
    window: Window,
    as_of: datetime,
    zone: ZoneInfo,
    between: tuple[date, date] | None,
    data_from: date | None,
    but: Window | None = None,
) -> Periods:
    """Return the periods of a campaign with data from ``data_from`` to ``as_of``.

    ``between`` is first and last day of the baseline; None means from 12 weeks to 7 days before the start. ``but`` is a
    stretch whose sales are not ordinary: what touches it is no baseline.
    """
    is_over = as_of + NEARLY_WHOLE >= window.end
    reached = Window(window.start, min(max(as_of + MOMENT, window.start), window.end))
    days = local_days(reached, zone)
    partial = None if is_over or not days else _partial(days[-1], as_of, zone)
    start = window.start.astimezone(zone).date()
    first, last = between or (start - DEFAULT_FROM, start - DEFAULT_TO)
    if data_from:
        first = max(first, data_from)
    taken = but or Window(window.start, window.start)
    earlier = _windows(reached, zone, first, last, taken) or _weekdays(reached, zone, first, last, taken)
    return Periods(reached, days, local_days(window, zone), earlier, partial, is_over, zone, window)


def before(during: Periods) -> Window:
    """Return the stretch of equal length, by days and the clock, that ends where the campaign begins.

    Of a campaign that still runs it is as far into that stretch as the data reach: mornings stand against mornings.
    """
    whole = during.whole or during.campaign
    start, end, reached = (_clock(moment, during.zone) for moment in (whole.start, whole.end, during.campaign.end))
    first, last = (moment - (end - start) for moment in (start, reached))
    return Window(first.replace(tzinfo=during.zone), last.replace(tzinfo=during.zone))


def _clock(moment: datetime, zone: ZoneInfo) -> datetime:
    """Return what clocks show, without its zone: an hour that a clock is put forward is none between two of these."""
    return moment.astimezone(zone).replace(tzinfo=None)


def _partial(last: date, as_of: datetime, zone: ZoneInfo) -> date | None:
    return last if as_of + NEARLY_WHOLE < midnight(last + timedelta(days=1), zone) else None


def local_days(window: Window, zone: ZoneInfo) -> tuple[date, ...]:
    """Return the local days that ``window`` touches."""
    if window.end <= window.start:
        return ()
    first = window.start.astimezone(zone).date()
    last = (window.end - timedelta(microseconds=1)).astimezone(zone).date()
    return tuple(first + timedelta(days=n) for n in range((last - first).days + 1))


def midnight(day: date, zone: ZoneInfo) -> datetime:
    """Return the moment at which ``day`` begins in ``zone``."""
    return datetime.combine(day, time(), zone)


def share_of_day(window: Window, day: date, zone: ZoneInfo) -> Fraction:
    """Return how much of a local day lies in ``window``, by the clock."""
    start, end = midnight(day, zone), midnight(day + timedelta(days=1), zone)
    inside = min(window.end, end).timestamp() - max(window.start, start).timestamp()
    return max(Fraction(0), Fraction(inside) / Fraction(end.timestamp() - start.timestamp()))


def _earlier(moment: datetime, days: int, zone: ZoneInfo) -> datetime:
    """Return the same time on the clock, ``days`` days earlier."""
    local = moment.astimezone(zone)
    return datetime.combine(local.date() - timedelta(days=days), local.time(), zone)


def _meets(one: Window, other: Window) -> bool:
    return one.start < other.end and other.start < one.end


def _windows(window: Window, zone: ZoneInfo, first: date, last: date, but: Window) -> Baseline | None:
    days = local_days(window, zone)
    if not days:
        return None
    step = 7 * -(-len(days) // 7)
    found: dict[int, Window] = {}
    back = step
    while midnight(first, zone) <= _earlier(window.start, back, zone):
        moved = Window(_earlier(window.start, back, zone), _earlier(window.end, back, zone))
        if moved.end <= midnight(last + timedelta(days=1), zone) and not _meets(moved, but):
            found[back] = moved
        back += step
    if not found:
        return None
    matched = {day: tuple(day - timedelta(days=n) for n in found) for day in days}
    return Baseline((Stratum(Fraction(1, len(found)), tuple(found.values())),), matched, len(found))


def _weekdays(window: Window, zone: ZoneInfo, first: date, last: date, but: Window) -> Baseline | None:
    wanted, taken = local_days(window, zone), set(local_days(but, zone))
    earlier = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    earlier = [day for day in earlier if day not in taken]
    if not wanted or not earlier or earlier[-1] >= wanted[0]:
        return None
    by_weekday = {n: tuple(day for day in earlier if day.weekday() == n) for n in range(7)}
    if len(earlier) < A_WEEK and not all(by_weekday[day.weekday()] for day in wanted):
        return None
    matched = {day: by_weekday[day.weekday()] or tuple(earlier) for day in wanted}
    return _of_days(window, zone, matched)


def _of_days(window: Window, zone: ZoneInfo, matched: Mapping[date, tuple[date, ...]]) -> Baseline:
    weights: dict[date, Fraction] = {}
    for day, stand_ins in matched.items():
        for stand_in in stand_ins:
            part = share_of_day(window, day, zone) / len(stand_ins)
            weights[stand_in] = weights.get(stand_in, Fraction(0)) + part
    strata: dict[Fraction, list[Window]] = {}
    for day in sorted(weights):
        whole = Window(midnight(day, zone), midnight(day + timedelta(days=1), zone))
        strata.setdefault(weights[day], []).append(whole)
    return Baseline(tuple(Stratum(weight, tuple(found)) for weight, found in strata.items()), matched, 0)


def only(during: Periods, told: Callable[[date], bool]) -> Periods:
    """Return the periods with a baseline of those stretches alone of which every local day is ``told``.

    It has none where not one stretch is left, or for a day of the campaign no earlier day is.
    """
    if during.baseline is None:
        return during
    if not during.baseline.windows:
        left = {day: tuple(filter(told, stand_ins)) for day, stand_ins in during.baseline.days.items()}
        found = _of_days(during.campaign, during.zone, left) if all(left.values()) else None
        return replace(during, baseline=found)
    windows = tuple(window for stratum in during.baseline.strata for window in stratum.windows)
    kept = tuple(window for window in windows if all(told(day) for day in local_days(window, during.zone)))
    if not kept:
        return replace(during, baseline=None)
    start = during.campaign.start.astimezone(during.zone).date()
    back = {(start - window.start.astimezone(during.zone).date()).days for window in kept}
    matched = {
        day: tuple(each for each in stand_ins if (day - each).days in back)
        for day, stand_ins in during.baseline.days.items()
    }
    return replace(during, baseline=Baseline((Stratum(Fraction(1, len(kept)), kept),), matched, len(kept)))

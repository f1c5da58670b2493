"""Pace: each day against its target and baseline, and the running total that it leads to.

Up to two weeks are drawn by the hour too, more than sixty days by the week.
"""

from datetime import date
from decimal import Decimal

from campaignctl.domain.charts import Chart, ChartKind, Role, Series
from campaignctl.domain.document import Part, Section
from campaignctl.domain.formats import Format
from campaignctl.domain.sentences import Sentence, say
from campaignctl.domain.tables import Cell, Column, Table
from campaignctl.domain.wording import listed
from campaignctl.metrics.ledger import TOTAL, At
from campaignctl.stages.report.basis import BASELINE, TARGET, Basis, joined
from campaignctl.stages.report.counts import RUNNING
from campaignctl.stages.report.daily import days_title, has_day_targets, strongest
from campaignctl.stages.report.grid import mark
from campaignctl.stages.report.hours import MOST_DAYS, Hours
from campaignctl.stages.report.pace_hours import pace_by_hour
from campaignctl.stages.report.promised.measure import Promises
from campaignctl.stages.report.slugs import Slugs
from campaignctl.stages.report.times import axis_day, clock_words, day_words, full_day, weekday
from campaignctl.stages.report.verdict import Verdict

WEEK = 7
FEW = 2
BY_WEEK_FROM = 61
"""Days from which on a chart of days has too many columns."""

SLUGS = Slugs(
    sections=("pace",),
    charts={"pace": ("Campaign", "Below target", "Target", "Baseline")},
    tables={"pace": ("row", *(f"day-{n}" for n in range(1, MOST_DAYS + 1)))},
)


def pace(basis: Basis, days: Verdict, hours: Hours | None = None, kept: Promises | None = None) -> Section | None:
    """Return the days against what was planned; None with nothing to compare, and for a single day without hours.

    ``kept`` tells which SKUs ran out in a stretch that fell below.
    """
    if not basis.has_lines or not days.judged or (len(basis.days) < 2 and hours is None):
        return None
    parts: list[Part] = [_chart(basis, days)] if len(basis.days) > 1 else []
    if hours is not None:
        parts += pace_by_hour(basis, hours, _title(basis, days), kept)
    if len(basis.days) <= MOST_DAYS:
        parts.append(_table(basis, days, hours))
    zone = clock_words(basis.inputs.window, basis.inputs.zone)
    step = "week" if _by_week(basis) else "day"
    context = say("GMV per {step}, {currency}, {zone}", step=step, currency=basis.currency, zone=zone)
    return Section("pace", "Pace", _title(basis, days), context, tuple(parts), _source(basis, days, hours))


def _source(basis: Basis, days: Verdict, hours: Hours | None) -> Sentence:
    """Return what the pace rests on, with how targets were spread where that was not set up."""
    spread = days.period == TARGET and not has_day_targets(basis)
    told = [say(" Target pace: the campaign's target, spread over its days as the baseline runs.")] if spread else []
    if hours is not None and days.period == TARGET and not spread:
        told = [say(" Target pace: day target spread over the usual hours.")]
    return joined(basis.source, *told)


def _title(basis: Basis, days: Verdict) -> Sentence:
    """Return ``Every day but Monday beat its target pace; the campaign ended $240K (7%) above``."""
    plan = "its baseline" if days.period == BASELINE else "its target" if has_day_targets(basis) else "its target pace"
    missed = [weekday(date.fromisoformat(key or "")) for key in sorted(days.below, key=str)]
    if len(basis.days) == 1:
        verb = "missed" if missed else "beat"
        opening = say("{day} {verb} {plan}", day=full_day(basis.days[0]), verb=verb, plan=plan)
    elif not missed:
        opening = say("Every day beat {plan}", plan=plan)
    elif len(missed) <= FEW and len(missed) < days.judged and len(basis.days) <= WEEK:
        opening = say("Every day but {missed} beat {plan}", missed=listed(missed), plan=plan)
    else:
        opening = days_title(basis, days)
    return joined(opening, _closing(basis, days))


def _closing(basis: Basis, days: Verdict) -> Sentence:
    change, gap = TOTAL.against(days.period), TOTAL.against(f"{days.period}_gap")
    value = basis.ledger.value("gmv", gap)
    if not value or basis.ledger.value("gmv", change) is None:
        return Sentence()
    side = "above" if value > 0 else "below"
    verb = "ended" if basis.periods.is_over else "stands"
    return say(
        f"; the {{subject}} {{verb}} {{{basis.id('gmv', gap)}!u}} ({{{basis.id('gmv', change)}!u}}) {{side}}",
        subject=basis.subject,
        verb=verb,
        side=side,
    )


def _chart(basis: Basis, days: Verdict) -> Chart:
    by_week = _by_week(basis)
    places = _weeks(basis) if by_week else [At("day", str(day)) for day in basis.days]
    missed = _missed(basis, places) if by_week else {At("day", key) for key in days.below}
    missed = missed if days.period == TARGET else set()
    met = tuple(None if at in missed else basis.id("gmv", at) for at in places)
    short = tuple(basis.id("gmv", at) if at in missed else None for at in places)
    series = [Series("Campaign", met), Series("Below target", short, Role.ATTENTION)]
    for name, period, role in (("Target", TARGET, Role.TARGET), ("Baseline", BASELINE, Role.BASELINE)):
        line = tuple(basis.id("gmv", at.on(period)) if basis.has(period, at) else None for at in places)
        series.append(Series(name, line, role, line=True))
    shown = tuple(one for one in series if any(one.values))
    labels = tuple(str(at.key) for at in places) if by_week else tuple(basis.day(day, axis_day) for day in basis.days)
    partial = (len(places) - 1,) if by_week and basis.unfinished else basis.unfinished
    title = _title(basis, days)
    alt = joined(title, say(". "), strongest(basis))
    return Chart("pace", ChartKind.COMBO, title, basis.currency, Format.MONEY_SHORT, labels, shown, alt, partial)


def _by_week(basis: Basis) -> bool:
    return len(basis.days) >= BY_WEEK_FROM


def _weeks(basis: Basis) -> list[At]:
    """Enter sales, target and baseline of every seven days from the first on, and return their places."""
    places = []
    for first in range(0, len(basis.days), WEEK):
        mine = basis.days[first : first + WEEK]
        at = At("week", f"from {day_words(mine[0])}")
        for period in ("", TARGET, BASELINE):
            worth = [basis.ledger.value("gmv", At("day", str(day), period)) for day in mine]
            if None not in worth:
                basis.ledger.enter(basis.gmv, sum(Decimal(str(each)) for each in worth), at.on(period))
        places.append(at)
    return places


def _missed(basis: Basis, weeks: list[At]) -> set[At]:
    """Return the weeks that sold less than their target."""
    found = ((at, basis.ledger.value("gmv", at), basis.ledger.value("gmv", at.on(TARGET))) for at in weeks)
    return {at for at, sold, target in found if sold is not None and target is not None and sold < target}


def _table(basis: Basis, days: Verdict, hours: Hours | None) -> Table:
    """Return a column per day; each is as wide as its hours, 23 or 25 on a day on which clocks are changed."""
    places = [At("day", str(day)) for day in basis.days]
    _enter_running(basis, days, places)
    gap = f"{days.period}_gap"
    rows: list[tuple[str, str, list[At]]] = [
        ("GMV", "gmv", places),
        (f"vs {days.period}", "gmv", [at.against(gap) for at in places]),
        ("running total", RUNNING.id, [at.against(gap) for at in places]),
        ("in percent" if days.period == BASELINE else "vs baseline", "gmv", [at.against(BASELINE) for at in places]),
    ]
    kept = [row for row in rows if any(basis.ledger.value(row[1], at) is not None for at in row[2])]
    words = full_day if len(basis.days) <= WEEK else axis_day
    wide = {day: sum(slot.day == day for slot in hours.slots) for day in basis.days} if hours else {}
    heads = tuple(
        Column(f"day-{n}", basis.day(day, words), width=wide.get(day)) for n, day in enumerate(basis.days, start=1)
    )
    cells = tuple((label, *_cells(basis, metric, ats)) for label, metric, ats in kept)
    marks = {
        (row, f"day-{n}"): mark(basis, "gmv", at)
        for row, (_, metric, ats) in enumerate(kept)
        for n, at in enumerate(ats, start=1)
        if metric == "gmv" and at.comparison
    }
    return Table("pace", (Column("row", ""), *heads), cells, marks=marks)


def _cells(basis: Basis, metric: str, places: list[At]) -> list[Cell]:
    form = basis.money if len(places) <= WEEK else Format.MONEY_SHORT
    return [basis.ref(metric, at, form) for at in places]


def _enter_running(basis: Basis, days: Verdict, places: list[At]) -> None:
    total = Decimal(0)
    for at in places:
        place = at.against(f"{days.period}_gap")
        value = basis.ledger.value("gmv", place)
        if value is None:
            return  # a running total over a day that is not known would be wrong
        total += Decimal(str(value))
        basis.ledger.enter(RUNNING, total, place, form=Format.MONEY_SHORT)

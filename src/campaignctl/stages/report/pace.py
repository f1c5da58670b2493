"""Pace: each day against its target and baseline, and the running total that it leads to."""

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
from campaignctl.stages.report.slugs import Slugs
from campaignctl.stages.report.times import axis_day, clock_words, full_day, weekday
from campaignctl.stages.report.verdict import Verdict

WEEK = 7
FEW = 2
SLUGS = Slugs(
    sections=("pace",),
    charts={"pace": ("Campaign", "Below target", "Target", "Baseline")},
    tables={"pace": ("row", *(f"day-{n}" for n in range(1, WEEK + 1)))},
)


def pace(basis: Basis, days: Verdict) -> Section | None:
    """Return the days against what was planned; None for a single day, or with nothing to compare."""
    if not basis.has_lines or len(basis.days) < 2 or not days.judged:
        return None
    chart = _chart(basis, days)
    parts: tuple[Part, ...] = (chart, _table(basis, days)) if len(basis.days) <= WEEK else (chart,)
    zone = clock_words(basis.inputs.window, basis.inputs.zone)
    context = say("GMV per day, {currency}, {zone}", currency=basis.currency, zone=zone)
    spread = days.period == TARGET and not has_day_targets(basis)
    source = joined(
        basis.source, say(" Target pace: the campaign's target, spread as the baseline runs.") if spread else Sentence()
    )
    return Section("pace", "Pace", _title(basis, days), context, parts, source)


def _title(basis: Basis, days: Verdict) -> Sentence:
    """Return ``Every day but Monday beat its target pace; the campaign closed $240K (7%) above``."""
    plan = "its baseline" if days.period == BASELINE else "its target" if has_day_targets(basis) else "its target pace"
    missed = [weekday(date.fromisoformat(key or "")) for key in sorted(days.below, key=str)]
    if not missed:
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
    verb = "closed" if basis.periods.is_over else "stands"
    return say(
        f"; the {{subject}} {{verb}} {{{basis.id('gmv', gap)}!u}} ({{{basis.id('gmv', change)}!u}}) {{side}}",
        subject=basis.subject,
        verb=verb,
        side=side,
    )


def _chart(basis: Basis, days: Verdict) -> Chart:
    places = [At("day", str(day)) for day in basis.days]
    missed = set(days.below) if days.period == TARGET else set()
    met = tuple(None if at.key in missed else basis.id("gmv", at) for at in places)
    short = tuple(basis.id("gmv", at) if at.key in missed else None for at in places)
    series = [Series("Campaign", met), Series("Below target", short, Role.ATTENTION)]
    for name, period, role in (("Target", TARGET, Role.TARGET), ("Baseline", BASELINE, Role.BASELINE)):
        line = tuple(basis.id("gmv", at.on(period)) if basis.has(period, at) else None for at in places)
        series.append(Series(name, line, role, line=True))
    shown = tuple(one for one in series if any(one.values))
    labels = tuple(basis.day(day, axis_day) for day in basis.days)
    title = _title(basis, days)
    alt = joined(title, say(". "), strongest(basis))
    return Chart(
        "pace", ChartKind.COMBO, title, basis.currency, Format.MONEY_SHORT, labels, shown, alt, basis.unfinished
    )


def _table(basis: Basis, days: Verdict) -> Table:
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
    heads = tuple(Column(f"day-{n}", basis.day(day, full_day)) for n, day in enumerate(basis.days, start=1))
    cells = tuple((label, *_cells(basis, metric, ats)) for label, metric, ats in kept)
    marks = {
        (row, f"day-{n}"): mark(basis, "gmv", at)
        for row, (_, metric, ats) in enumerate(kept)
        for n, at in enumerate(ats, start=1)
        if metric == "gmv" and at.comparison
    }
    return Table("pace", (Column("row", ""), *heads), cells, marks=marks)


def _cells(basis: Basis, metric: str, places: list[At]) -> list[Cell]:
    return [basis.ref(metric, at, basis.money) for at in places]


def _enter_running(basis: Basis, days: Verdict, places: list[At]) -> None:
    total = Decimal(0)
    for at in places:
        place = at.against(f"{days.period}_gap")
        value = basis.ledger.value("gmv", place)
        if value is None:
            return  # a running total over a day that is not known would be wrong
        total += Decimal(str(value))
        basis.ledger.enter(RUNNING, total, place, form=Format.MONEY_SHORT)

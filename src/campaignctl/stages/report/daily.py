"""Day by day: GMV against target and baseline, and how the days ran up to the total."""

from datetime import date

from campaignctl.domain.charts import Chart, ChartKind, Role, Series
from campaignctl.domain.document import Part, Section
from campaignctl.domain.formats import Format
from campaignctl.domain.sentences import Sentence, say
from campaignctl.domain.tables import Column
from campaignctl.metrics.ledger import At
from campaignctl.stages.report.basis import BASELINE, TARGET, Basis, joined
from campaignctl.stages.report.counts import GMV_SHARE
from campaignctl.stages.report.grid import AFTER, BASELINES, GMV, TARGETS, Frame, grid, keys_of
from campaignctl.stages.report.hours import Hours, hours_table
from campaignctl.stages.report.phrases import capital, every
from campaignctl.stages.report.slugs import Slugs
from campaignctl.stages.report.times import full_day
from campaignctl.stages.report.verdict import Verdict

SLUGS = Slugs(
    sections=("daily",),
    charts={"gmv-by-day-daily": ("Campaign", "Baseline", "Target")},
    tables={"daily": ("day", *keys_of([GMV, *TARGETS, *BASELINES]), *keys_of(AFTER))},
)


def daily(basis: Basis, days: Verdict, hours: Hours | None = None) -> Section | None:
    """Return the days of the campaign, None without orders."""
    if not basis.has_lines or not basis.days:
        return None
    places = [At("day", str(day)) for day in basis.days]
    label = (Column("day", "Day"), lambda at: basis.day(date.fromisoformat(at.key or ""), full_day))
    columns = (GMV, *TARGETS, *BASELINES, *AFTER)
    table = grid(basis, "daily", Frame((label,), places, "Campaign"), columns)
    chart = days_against(basis, "gmv-by-day-daily", days)
    parts: tuple[Part | None, ...] = (table, chart, hours_table(basis, hours) if hours else None)
    shown = tuple(part for part in parts if part is not None)
    return Section("daily", "Daily", strongest(basis), basis.context, shown, basis.source)


def strongest(basis: Basis) -> Sentence:
    """Return which day sold most."""
    worth = {day: basis.ledger.value("gmv", At("day", str(day))) or 0 for day in basis.days}
    best = max(basis.days, key=lambda day: (worth[day], day))
    if len(basis.days) == 1 or not worth[best]:
        return joined(say("{day} sold ", day=full_day(best)), say("{gmv.total}"))
    at = At("day", str(best))
    gmv, share = basis.id("gmv", at), basis.id(GMV_SHARE.id, at)
    return say(f"{{day}} sold most: {{{gmv}}}, {{{share}}} of GMV", day=full_day(best))


def days_against(basis: Basis, slug: str, days: Verdict) -> Chart | None:
    """Return the days as columns with baseline and target as lines; None for a single day."""
    if not basis.has_lines or len(basis.days) < 2:
        return None
    places = [At("day", str(day)) for day in basis.days]
    lines = ((BASELINE, "Baseline", Role.BASELINE), (TARGET, "Target", Role.TARGET))
    series = [Series("Campaign", tuple(basis.id("gmv", at) for at in places))]
    for period, name, role in lines:
        values = tuple(basis.id("gmv", at.on(period)) if basis.has(period, at) else None for at in places)
        if any(values):
            series.append(Series(name, values, role, line=True))
    title = days_title(basis, days)
    labels = tuple(basis.day(day, full_day) for day in basis.days)
    alt = joined(title, say(". "), strongest(basis))
    silent = basis.silent_days
    return Chart(
        slug,
        ChartKind.COMBO,
        title,
        basis.currency,
        Format.MONEY_SHORT,
        labels,
        tuple(series),
        alt,
        basis.unfinished,
        missing=tuple(at for at, day in enumerate(basis.days) if day in silent),
    )


def days_title(basis: Basis, days: Verdict) -> Sentence:
    """Return how many days beat their plan; without one, which sold most."""
    if days.judged < 2:
        return strongest(basis)
    plan = (
        "the baseline"
        if days.period == BASELINE
        else "their target pace"
        if not has_day_targets(basis)
        else "their target"
    )
    if not days.below:
        return capital(say(every("judged.days", days.judged, "days") + " beat {plan}", plan=plan))
    if not days.above:
        return say("None of the {judged.days} days reached {plan}", plan=plan)
    return say("{above.days} of {judged.days} days beat {plan}", plan=plan)


def has_day_targets(basis: Basis) -> bool:
    """Whether the set-up names targets by day; else the campaign's is spread over the days."""
    return any(
        target.level.casefold() == "day" and target.metric.casefold() == "gmv"
        for target in basis.inputs.campaign.targets
    )

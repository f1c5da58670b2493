"""Categories: what each brought, and the scorecard of each against its target."""

from collections.abc import Sequence
from decimal import Decimal

from campaignctl.domain.charts import Chart, ChartKind, Role, Series
from campaignctl.domain.document import Part, Section
from campaignctl.domain.formats import Format
from campaignctl.domain.sentences import Sentence, say
from campaignctl.domain.tables import Column
from campaignctl.metrics.ledger import At, Key
from campaignctl.stages.report.basis import TARGET, UNKNOWN, Basis, joined
from campaignctl.stages.report.category_days import TREND, category_days, with_trend
from campaignctl.stages.report.counts import GMV_SHARE
from campaignctl.stages.report.folding import REST, folded, folded_name
from campaignctl.stages.report.grid import (
    AFTER,
    BASELINES,
    GMV,
    SELLERS,
    SHARE,
    SKUS,
    SOLD_THROUGH,
    TARGETS,
    Frame,
    grid,
    keys_of,
)
from campaignctl.stages.report.lift import Lift
from campaignctl.stages.report.lift.by_category import COLUMNS as LIFTS
from campaignctl.stages.report.lift.by_category import lift_by_category, lift_chart, lift_words, with_lifts
from campaignctl.stages.report.listing import day_and_category
from campaignctl.stages.report.phrases import capital, cut, every
from campaignctl.stages.report.slugs import Slugs
from campaignctl.stages.report.times import axis_day
from campaignctl.stages.report.verdict import Verdict

MOST_IDENTITIES = 6
# the series of the days are the categories themselves
SLUGS = Slugs(
    sections=("categories",),
    charts={"gmv-by-category": ("Target", "Met", "Missed"), "gmv-by-day-and-category": ()},
    tables={
        "categories": (
            *("category", "sellers", "skus", "share", TREND.key),
            *keys_of([GMV, *TARGETS, *BASELINES, *LIFTS, SOLD_THROUGH, *AFTER]),
        )
    },
)
NOT_DRAWN = {"units", "net_gmv"}
"""What orders, prices and shares beside them tell as well: the sheet stays one page wide."""
NOT_BESIDE_LIFT = {"baseline", "orders", "discount_depth", "cancel_rate", "refund_rate"}
"""What gives way to the lift and stands on sheet Figures: the sheet stays one page wide."""


def label(key: Key) -> str:
    """Return a category's name."""
    return UNKNOWN["category"] if key is None else key


def categories(basis: Basis, verdict: Verdict, effect: Lift) -> Section | None:
    """Return all categories with their figures; None without orders."""
    if not any(basis.categories):
        return None
    places = [At("category", key) for key in basis.categories]
    words = (Column("category", "Category", group="Who"), lambda at: label(at.key))
    verdicts, days = lift_by_category(basis, effect), category_days(basis, label)
    left = NOT_DRAWN | (NOT_BESIDE_LIFT if verdicts else set())
    whole = (SELLERS, SKUS, GMV, SHARE, *TARGETS, *BASELINES, *LIFTS, SOLD_THROUGH, *AFTER)
    columns = [of for of in whole if of.column.key not in left]
    table = with_lifts(
        grid(basis, "categories", Frame((words,), places, "Campaign"), columns), basis.categories, verdicts
    )
    parts: tuple[Part | None, ...] = (
        with_trend(table, "share") if days else table,
        lift_words(effect, verdicts),
        _by_day(basis),
        lift_chart(basis, verdicts, {key: label(key) for key in verdicts}),
        days,
    )
    shown = tuple(part for part in parts if part is not None)
    return Section("categories", "By category", _largest(basis, verdict), basis.context, shown, basis.source)


def _largest(basis: Basis, verdict: Verdict) -> Sentence:
    first = basis.categories[0]
    share = basis.id(GMV_SHARE.id, At("category", first))
    if share not in basis.ledger.figures:
        return say("No category sold anything")
    if len(basis.categories) == 1:
        return joined(say("{name} brought all GMV, ", name=cut(label(first))), say("{gmv.total}"))
    opening = say(f"{{name}} brought {{{share}}} of GMV", name=cut(label(first)))
    return joined(opening, say("; "), beaten(basis, verdict)) if verdict.judged > 1 else opening


def beaten(basis: Basis, verdict: Verdict) -> Sentence:
    """Return ``5 of 6 categories beat their target``."""
    plan = f"their {basis.plan_words(verdict.period)}"
    if not verdict.below:
        return say(every(f"judged.{verdict.name}", verdict.judged, verdict.name) + " beat {plan}", plan=plan)
    return say(f"{{above.{verdict.name}}} of {{judged.{verdict.name}}} {verdict.name} beat {{plan}}", plan=plan)


def _by_day(basis: Basis) -> Chart | None:
    if len(basis.categories) < 2 or len(basis.days) < 2:
        return None
    shown = list(basis.categories[: MOST_IDENTITIES - 1 if len(basis.categories) > MOST_IDENTITIES else None])
    rest = [key for key in basis.categories if key not in shown]
    series = [_series(basis, label(key), [key]) for key in shown] + ([_series(basis, "Other", rest)] if rest else [])
    title = joined(
        say("{name} led; GMV by day and category, ", name=cut(label(shown[0]))),
        say("{currency}", currency=basis.currency),
    )
    return Chart(
        "gmv-by-day-and-category",
        ChartKind.STACKED_COLUMN,
        title,
        basis.currency,
        Format.MONEY_SHORT,
        tuple(basis.day(day, axis_day) for day in basis.days),
        tuple(series),
        title,
        basis.unfinished,
    )


def _series(basis: Basis, name: str, keys: Sequence[Key]) -> Series:
    """Return the days of one category, or of several together."""
    values = []
    for day in map(str, basis.days):
        if len(keys) == 1:
            values.append(basis.id("gmv", day_and_category(day, keys[0])))
            continue
        parts = [basis.ledger.value("gmv", day_and_category(day, key)) for key in keys]
        at = day_and_category(day, REST)
        known = [Decimal(str(part)) for part in parts if part is not None]
        whole = sum(known, Decimal(0)) if len(known) == len(parts) else None
        basis.ledger.enter(basis.gmv, whole, at, reason="" if whole is not None else "a part of it is not known")
        values.append(basis.id("gmv", at))
    return Series(name, tuple(values), Role.IDENTITY)


def judged(basis: Basis, verdict: Verdict) -> Sentence:
    """Return ``5 of 6 categories beat their target; Fashion missed its target by $82K``."""
    if verdict.judged == 1:
        return _only(basis, verdict)
    if not verdict.below:
        best = verdict.above[0]
        by = basis.id("gmv", verdict.gap(best))
        return joined(capital(beaten(basis, verdict)), say(f"; {{name}} by most, {{{by}!u}}", name=cut(label(best))))
    worst, plan = verdict.below[0], basis.plan_words(verdict.period)
    by = basis.id("gmv", verdict.gap(worst))
    alone = len(verdict.below) == 1
    tail = say(
        f"; {{name}} missed its {{plan}} by {{{by}!u}}" if alone else f"; {{name}} missed by most, {{{by}!u}}",
        name=cut(label(worst)),
        plan=plan,
    )
    if verdict.judged == 1:
        return say(f"{{name}} missed its {{plan}} by {{{by}!u}}", name=cut(label(worst)), plan=plan)
    if not verdict.above:
        return joined(say("None of the {judged.categories} categories reached its {plan}", plan=plan), tail)
    return joined(beaten(basis, verdict), tail)


def _only(basis: Basis, verdict: Verdict) -> Sentence:
    """Return ``Beauty beat its target by $1K``, where no other has one."""
    key = (verdict.above or verdict.below)[0]
    gap, did = basis.id("gmv", verdict.gap(key)), "beat" if verdict.above else "missed"
    plan = basis.plan_words(verdict.period)
    return say(f"{{name}} {did} its {{plan}} by {{{gap}!u}}", name=cut(label(key)), plan=plan)


def _briefly(basis: Basis, verdict: Verdict) -> Sentence:
    """Return the verdict in the few words that a chart's title has room for."""
    if verdict.judged < 2:
        return _largest(basis, verdict)
    if len(verdict.below) > 1:
        return capital(beaten(basis, verdict)) if verdict.above else judged(basis, verdict)
    if not verdict.below:
        return capital(beaten(basis, verdict))
    change = basis.id("gmv", At("category", verdict.below[0]).against(verdict.period))
    name = cut(label(verdict.below[0]), 28)
    return say(f"{{name}} alone missed its {basis.plan_words(verdict.period)}, by {{{change}!u}}", name=name)


def against_targets(basis: Basis, verdict: Verdict) -> Chart | None:
    """Return GMV by category over its target, for the summary of the workbook."""
    if len(basis.categories) < 2:
        return None
    keys = folded(basis, "category", basis.categories)
    places = [At("category", key) for key in keys]
    below = {key for key in keys if _lacks(basis, key)} if verdict.period == TARGET else set()
    ids = tuple(basis.id("gmv", at) for at in places)
    targets = tuple(basis.id("gmv", at.on(TARGET)) if basis.has(TARGET, at) else None for at in places)
    met = tuple(None if at.key in below else name for at, name in zip(places, ids, strict=True))
    missed = tuple(name if at.key in below else None for at, name in zip(places, ids, strict=True))
    series = (Series("Target", targets, Role.TARGET), Series("Met", met), Series("Missed", missed, Role.ATTENTION))
    title = _briefly(basis, verdict)
    return Chart(
        "gmv-by-category",
        ChartKind.BAR,
        title,
        basis.currency,
        Format.MONEY_SHORT,
        tuple(folded_name(basis, "category", key, label) for key in keys),
        tuple(one for one in series if any(one.values)),
        title,
    )


def _lacks(basis: Basis, key: Key) -> bool:
    return (basis.ledger.value("gmv", At("category", key).against(f"{TARGET}_gap")) or 0) < 0

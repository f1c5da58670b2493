"""Categories: what each brought, and the scorecard of each against its target."""

from collections.abc import Sequence
from decimal import Decimal

from campaignctl.domain.document import Chart, ChartKind, Column, Part, Role, Section, Sentence, Series, say
from campaignctl.domain.formats import Format
from campaignctl.metrics.compare import change, gap
from campaignctl.metrics.ledger import At, Key
from campaignctl.stages.report import counts
from campaignctl.stages.report.basis import BASELINE, TARGET, UNKNOWN, Basis, joined
from campaignctl.stages.report.counts import GMV_SHARE, OTHERS, TO_TARGET
from campaignctl.stages.report.grid import (
    AFTER,
    BASELINES,
    GMV,
    PERCENT_OF_TARGET,
    SELLERS,
    SHARE,
    SKUS,
    TARGETS,
    Frame,
    Of,
    grid,
    short,
)
from campaignctl.stages.report.listing import day_and_category
from campaignctl.stages.report.phrases import capital, cut, every
from campaignctl.stages.report.times import axis_day
from campaignctl.stages.report.verdict import Verdict

MOST_IDENTITIES = 6
MOST_ROWS = 8
REST = "(others)"
"""The key under which small categories stand together; no category of a team is written in brackets."""


def label(key: Key) -> str:
    """Return a category's name."""
    return UNKNOWN["category"] if key is None else key


def categories(basis: Basis, verdict: Verdict) -> Section | None:
    """Return all categories with their figures; None without orders."""
    if not any(basis.categories):
        return None
    places = [At("category", key) for key in basis.categories]
    words = (Column("category", "Category", group="Who"), lambda at: label(at.key))
    columns = (SELLERS, SKUS, GMV, SHARE, *TARGETS, *BASELINES, *AFTER)
    table = grid(basis, "categories", Frame((words,), places, "Campaign"), columns)
    stacked = _by_day(basis)
    parts: tuple[Part, ...] = (table, stacked) if stacked else (table,)
    return Section("categories", "By category", _largest(basis, verdict), basis.context, parts, basis.source)


def _largest(basis: Basis, verdict: Verdict) -> Sentence:
    first = basis.categories[0]
    share = basis.id(GMV_SHARE.id, At("category", first))
    if share not in basis.ledger.figures:
        return say("No category sold anything")
    if len(basis.categories) == 1:
        return joined(say("{name} brought all GMV, ", name=cut(label(first))), say("{gmv.total}"))
    opening = say(f"{{name}} brought {{{share}}} of GMV", name=cut(label(first)))
    return joined(opening, say("; "), beaten(verdict)) if verdict.judged > 1 else opening


def beaten(verdict: Verdict) -> Sentence:
    """Return ``5 of 6 categories beat their target``."""
    plan = f"their {verdict.plan}"
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
        basis.ledger.enter(basis.gmv, sum((Decimal(str(part)) for part in parts if part), Decimal(0)), at)
        values.append(basis.id("gmv", at))
    return Series(name, tuple(values), Role.IDENTITY)


def scorecard(basis: Basis, verdict: Verdict) -> Section | None:
    """Return the categories against their targets, the best first; None when nothing can be compared."""
    if len(basis.categories) < 2 or not verdict.judged:
        return None
    keys = _shown(basis)
    places = [At("category", key) for key in keys]
    words = (Column("category", "Category"), lambda at: _name(basis, at.key))
    missed = Of(Column("vs_target", "vs target", Format.MONEY_SHORT), "gmv", comparison=f"{TARGET}_gap")
    columns = short([SELLERS, SKUS, GMV, TARGETS[0], PERCENT_OF_TARGET, missed, BASELINES[1]])
    table = grid(basis, "scorecard", Frame((words,), places, "All categories"), columns)
    chart = _percent(basis, verdict, keys)
    order = "percent of target" if verdict.period == TARGET else "change against baseline"
    context = say(
        "GMV in {currency} against {plan}, sorted by {order}", currency=basis.currency, plan=_plans(basis), order=order
    )
    return Section(
        "scorecard",
        "Scorecard by category",
        _judged(basis, verdict),
        context,
        (table, chart) if chart else (table,),
        basis.source,
    )


def _plans(basis: Basis) -> str:
    known = [period for period in (TARGET, BASELINE) if basis.has(period)]
    return " and ".join(known) or "target"


def _shown(basis: Basis) -> list[Key]:
    """Return the categories to list, by percent of target; beyond eight, small ones together in one row."""
    keys = list(basis.categories)
    if len(keys) > MOST_ROWS:
        _together(basis, keys[MOST_ROWS:])
        keys = keys[:MOST_ROWS]

    def rank(key: Key) -> tuple[bool, float]:
        at = At("category", key)
        value = basis.ledger.value(TO_TARGET.id, at)
        if value is None:
            value = basis.ledger.value("gmv", at.against(BASELINE))
        return (value is None, -float(value or 0))

    ranked = sorted(keys, key=rank)
    return [*ranked, REST] if len(basis.categories) > MOST_ROWS else ranked


def _name(basis: Basis, key: Key) -> str:
    if key != REST:
        return label(key)
    count = basis.ledger.get(OTHERS.id, At("categories"))
    return f"{count.words} others" if count else "Others"


def _together(basis: Basis, keys: Sequence[Key]) -> None:
    """Enter the sums of several categories; a sum is entered only when every part of it is known."""
    ledger, rest = basis.ledger, At("category", REST)
    ledger.enter(OTHERS, len(keys), At("categories"))
    for period in ("", TARGET, BASELINE):
        parts = [ledger.value("gmv", At("category", key, period)) for key in keys]
        if all(part is not None for part in parts):
            ledger.enter(basis.gmv, sum((Decimal(str(part)) for part in parts), Decimal(0)), rest.on(period))
    skus = [ledger.value(counts.SKUS.id, At("category", key)) for key in keys]
    if all(part is not None for part in skus):
        ledger.enter(counts.SKUS, sum(int(part or 0) for part in skus), rest)
    for period in (TARGET, BASELINE):
        gap(ledger, basis.gmv, rest, period)
        change(ledger, basis.gmv, rest, period)
    value, target = ledger.value("gmv", rest), ledger.value("gmv", rest.on(TARGET))
    if value is not None and target:
        ledger.enter(TO_TARGET, float(Decimal(str(value)) / Decimal(str(target))), rest)


def _percent(basis: Basis, verdict: Verdict, keys: Sequence[Key]) -> Chart | None:
    """Return the bars beside the table's rows, the total's last."""
    if verdict.period != TARGET:
        return None
    places = [*(At("category", key) for key in keys), At()]
    ids = [basis.id(TO_TARGET.id, at) for at in places]
    value = {name: basis.ledger.figures[name].value if name in basis.ledger.figures else None for name in ids}
    met = tuple(name if (value[name] or 0) >= 1 else None for name in ids)
    missed = tuple(name if value[name] is not None and (value[name] or 0) < 1 else None for name in ids)
    labels = (*(_name(basis, key) for key in keys), "All categories")
    title = _judged(basis, verdict)
    series = (Series("Met", met), Series("Missed", missed, Role.ATTENTION))
    return Chart("percent-of-target", ChartKind.BAR, title, "% of target", Format.PERCENT, labels, series, title)


def _judged(basis: Basis, verdict: Verdict) -> Sentence:
    """Return ``5 of 6 categories beat their target; Fashion missed its target by $82K``."""
    if not verdict.below:
        best = verdict.above[0]
        by = basis.id("gmv", verdict.gap(best))
        return joined(capital(beaten(verdict)), say(f"; {{name}} by most, {{{by}!u}}", name=cut(label(best))))
    worst = verdict.below[0]
    by = basis.id("gmv", verdict.gap(worst))
    alone = len(verdict.below) == 1
    tail = say(
        f"; {{name}} missed its {{plan}} by {{{by}!u}}" if alone else f"; {{name}} missed by most, {{{by}!u}}",
        name=cut(label(worst)),
        plan=verdict.plan,
    )
    if not verdict.above:
        return joined(say("None of the {judged.categories} categories reached its {plan}", plan=verdict.plan), tail)
    return joined(beaten(verdict), tail)


def against_targets(basis: Basis, verdict: Verdict) -> Chart | None:
    """Return GMV by category over its target, for the summary of the workbook."""
    if len(basis.categories) < 2:
        return None
    keys = basis.categories[:MOST_ROWS]
    places = [At("category", key) for key in keys]
    below = set(verdict.below) if verdict.period == TARGET else set()
    ids = tuple(basis.id("gmv", at) for at in places)
    targets = tuple(basis.id("gmv", at.on(TARGET)) if basis.has(TARGET, at) else None for at in places)
    met = tuple(None if at.key in below else name for at, name in zip(places, ids, strict=True))
    missed = tuple(name if at.key in below else None for at, name in zip(places, ids, strict=True))
    series = (Series("Target", targets, Role.TARGET), Series("Met", met), Series("Missed", missed, Role.ATTENTION))
    title = _judged(basis, verdict) if verdict.judged > 1 else _largest(basis, verdict)
    return Chart(
        "gmv-by-category",
        ChartKind.BAR,
        title,
        basis.currency,
        Format.MONEY_SHORT,
        tuple(label(key) for key in keys),
        tuple(one for one in series if any(one.values)),
        title,
    )

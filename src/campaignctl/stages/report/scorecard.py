"""The scorecard: every category against its target, the best first, small ones in one row."""

from collections.abc import Sequence

from campaignctl.domain.charts import Chart, ChartKind, Role, Series
from campaignctl.domain.document import Section
from campaignctl.domain.formats import Format
from campaignctl.domain.sentences import say
from campaignctl.domain.tables import Column
from campaignctl.metrics.ledger import At, Key
from campaignctl.stages.report.basis import BASELINE, TARGET, Basis
from campaignctl.stages.report.categories import judged, label
from campaignctl.stages.report.counts import TO_TARGET
from campaignctl.stages.report.folding import REST, folded, folded_name
from campaignctl.stages.report.grid import (
    BASELINES,
    GMV,
    PERCENT_OF_TARGET,
    SELLERS,
    SKUS,
    TARGETS,
    Frame,
    Of,
    grid,
    in_money,
)
from campaignctl.stages.report.slugs import Slugs
from campaignctl.stages.report.verdict import Verdict

SLUGS = Slugs(
    sections=("scorecard",),
    charts={"percent-of-target": ("Met", "Missed")},
    tables={
        "scorecard": ("category", "sellers", "skus", "gmv", "target", "percent_of_target", "vs_target", "vs_baseline")
    },
)


def scorecard(basis: Basis, verdict: Verdict) -> Section | None:
    """Return the categories against their targets, the best first; None when nothing can be compared."""
    if len(basis.categories) < 2 or not verdict.judged:
        return None
    keys = _shown(basis)
    places = [At("category", key) for key in keys]
    words = (Column("category", "Category"), lambda at: _name(basis, at.key))
    missed = Of(Column("vs_target", "vs target", Format.MONEY_SHORT), "gmv", comparison=f"{TARGET}_gap")
    columns = in_money([SELLERS, SKUS, GMV, TARGETS[0], PERCENT_OF_TARGET, missed, BASELINES[1]], basis.money)
    table = grid(basis, "scorecard", Frame((words,), places, "All categories"), columns)
    chart = _percent(basis, verdict, keys)
    order = "percent of target" if verdict.period == TARGET else "change against baseline"
    context = say(
        "GMV in {currency} against {plan}, sorted by {order}", currency=basis.currency, plan=_plans(basis), order=order
    )
    return Section(
        "scorecard",
        "Scorecard by category",
        judged(basis, verdict),
        context,
        (table, chart) if chart else (table,),
        basis.source,
    )


def _plans(basis: Basis) -> str:
    known = [period for period in (TARGET, BASELINE) if basis.has(period)]
    return " and ".join(known) or "target"


def _shown(basis: Basis) -> list[Key]:
    """Return the categories to list, by percent of target; of many, small ones together in the last row."""
    shown = folded(basis, "category", basis.categories)
    rest = [REST] if REST in shown else []

    def rank(key: Key) -> tuple[bool, float]:
        at = At("category", key)
        value = basis.ledger.value(TO_TARGET.id, at)
        if value is None:
            value = basis.ledger.value("gmv", at.against(BASELINE))
        return (value is None, -float(value or 0))

    return [*sorted((key for key in shown if key != REST), key=rank), *rest]


def _name(basis: Basis, key: Key) -> str:
    return folded_name(basis, "category", key, label)


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
    title = judged(basis, verdict)
    series = (Series("Met", met), Series("Missed", missed, Role.ATTENTION))
    return Chart("percent-of-target", ChartKind.BAR, title, "% of target", Format.PERCENT, labels, series, title)

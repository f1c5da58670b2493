"""Sellers: who is above plan and who below, how much the few at the ends weigh, and everyone's figures."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from campaignctl.domain.charts import Chart, ChartKind, Role, Series
from campaignctl.domain.document import Part, Section, Text
from campaignctl.domain.formats import Format
from campaignctl.domain.sentences import Ref, Sentence, say
from campaignctl.domain.tables import Cell, Column, Table
from campaignctl.metrics.ledger import At, Key
from campaignctl.stages.report.basis import TARGET, Basis, joined
from campaignctl.stages.report.counts import (
    FURTHEST,
    FURTHEST_SHORTFALL,
    GMV_SHARE,
    QUESTIONED,
    SHORTFALL,
    SUM_ABOVE,
    SUM_BELOW,
    SUM_ON,
)
from campaignctl.stages.report.grid import (
    AFTER,
    BASELINES,
    GMV,
    PERCENT_OF_TARGET,
    SHARE,
    SKUS,
    SOLD_THROUGH,
    TARGETS,
    Frame,
    Of,
    grid,
    in_money,
    keys_of,
)
from campaignctl.stages.report.phrases import capital, cut, every
from campaignctl.stages.report.slugs import Slugs
from campaignctl.stages.report.verdict import Verdict

MOST_ROWS = 8
CULPRITS = 3
COUPLE = 2
GAP_FORMAT = Format.MONEY_SHORT
_SIDE = ("seller", "gap", "percent", "vs_baseline")
SLUGS = Slugs(
    sections=("sellers",),
    charts={
        "spread": ("Above", "On", "Below"),
        "above": ("Sellers", "Furthest"),
        "below": ("Sellers", "Furthest"),
    },
    tables={
        "sellers": (
            "seller",
            "seller_id",
            "category",
            "skus",
            "share",
            "percent_of_target",
            *keys_of([GMV, *TARGETS, *BASELINES]),
            *keys_of([*AFTER, SOLD_THROUGH]),
        ),
        "sellers-above": _SIDE,
        "sellers-below": (*_SIDE, "cause"),
    },
    paragraphs=("seller-spread",),
)


def sellers(basis: Basis, verdict: Verdict) -> Section | None:
    """Return the sellers; None without orders."""
    if not basis.sellers:
        return None
    if verdict.judged:
        _enter_sums(basis, verdict)
    parts: list[Part | None] = [_all(basis)]
    if verdict.judged > 1:
        told = _sums(basis, verdict)
        parts += [
            _spread(verdict, told),
            _said(told),
            *_side(basis, verdict, "above"),
            *_side(basis, verdict, "below"),
        ]
    shown = tuple(part for part in parts if part is not None)
    return Section("sellers", "Sellers", _title(basis, verdict), basis.context, shown, _source(basis, verdict))


def plan(verdict: Verdict) -> str:
    """``plan`` where sellers have targets, else ``baseline``."""
    return "plan" if verdict.period == TARGET else "baseline"


def _source(basis: Basis, verdict: Verdict) -> Sentence:
    if verdict.judged < 2:
        return basis.source
    on_plan = say(" On {plan}: within ±5%.", plan=plan(verdict))
    many = basis.ledger.value(QUESTIONED.id, At(verdict.name))
    if not many:
        return joined(basis.source, on_plan)
    targets = "target is" if many == 1 else "targets are"
    left_out = say(f" {{questioned.sellers}} {targets} larger than the campaign's and left out.")
    return joined(basis.source, joined(on_plan, left_out))


def _enter_sums(basis: Basis, verdict: Verdict) -> None:
    """Enter what sellers above, on and below plan add up to, and what the furthest below lack."""
    place = At("sellers", comparison=f"{verdict.period}_gap")
    for count, keys in ((SUM_ABOVE, verdict.above), (SUM_ON, verdict.on), (SUM_BELOW, verdict.below)):
        basis.ledger.enter(count, _sum(basis, verdict, keys), place, form=GAP_FORMAT)
    furthest = verdict.below[:CULPRITS]
    basis.ledger.enter(SHORTFALL, -_sum(basis, verdict, verdict.below), At("sellers"))
    basis.ledger.enter(FURTHEST, len(furthest), At("sellers"))
    basis.ledger.enter(FURTHEST_SHORTFALL, -_sum(basis, verdict, furthest), At("sellers"))


def _sum(basis: Basis, verdict: Verdict, keys: Sequence[Key]) -> Decimal:
    values = (basis.ledger.value("gmv", verdict.gap(key)) for key in keys)
    return sum((Decimal(str(value)) for value in values if value is not None), Decimal(0))


def _title(basis: Basis, verdict: Verdict) -> Sentence:
    """Return ``24 of 38 sellers beat their plan; the 3 furthest below lack $142K of the $196K shortfall``."""
    if verdict.judged < 2:
        share = basis.id(GMV_SHARE.id, At("seller", basis.sellers[0]))
        if share not in basis.ledger.figures:
            return say("No seller sold anything")
        return say(f"{{name}} brought {{{share}}} of GMV", name=cut(basis.seller(basis.sellers[0])))
    word = plan(verdict)
    if not verdict.below:
        within = "beat their" if not verdict.on else "reached their"
        who = every("judged.sellers", verdict.judged, "sellers")
        return capital(say(who + " {within} {plan}", within=within, plan=word))
    some = (
        " with a plan beat it; " if verdict.judged < len(basis.sellers) and word == "plan" else " beat their {plan}; "
    )
    opening = say("{above.sellers} of {judged.sellers} sellers" + some, plan=word)
    if len(verdict.below) > CULPRITS:
        tail = say("lack {furthest_shortfall.sellers} of the {shortfall.sellers} shortfall")
        return joined(opening, say("the {furthest.sellers} furthest below "), tail)
    worst = verdict.below[0]
    gap = basis.id("gmv", verdict.gap(worst))
    return joined(opening, say(f"{{name}} lacks most, {{{gap}!u}}", name=cut(basis.seller(worst))))


def _spread(verdict: Verdict, told: Mapping[str, Sentence]) -> Chart:
    """Return the bar of how many are above, on and below plan; its parts say what ``told`` has of them."""
    word = plan(verdict)
    sides = (("Above", Role.CAMPAIGN), ("On", Role.TARGET), ("Below", Role.ATTENTION))
    series = tuple(
        Series(name, (f"{name.lower()}.sellers",), role, words=(told.get(name.lower(), Sentence()),))
        for name, role in sides
    )
    title = say("{above.sellers} of {judged.sellers} sellers above {plan}, {below.sellers} below", plan=word)
    return Chart("spread", ChartKind.BAR, title, "sellers", Format.COUNT, ("Sellers",), series, title)


def _said(told: Mapping[str, Sentence]) -> Text:
    """Return ``23 above plan: +$38K · 1 on plan: +$19 · 15 below plan: −$15K``."""
    first, *rest = told.values()
    return Text("seller-spread", (joined(first, *(joined(say(" · "), each) for each in rest)),))


def _sums(basis: Basis, verdict: Verdict) -> Mapping[str, Sentence]:
    """Return ``23 above plan: +$38K`` and its like, by the side of the plan; a side without sellers has none."""
    word, place = plan(verdict), At("sellers", comparison=f"{verdict.period}_gap")
    lines = ((SUM_ABOVE, "above"), (SUM_ON, "on"), (SUM_BELOW, "below"))
    return {
        side: say(f"{{{side}.sellers}} {side} {word}: {{{basis.id(count.id, place)}}}")
        for count, side in lines
        if basis.ledger.value(side, At("sellers"))
    }


def _side(basis: Basis, verdict: Verdict, side: str) -> list[Chart | Table]:
    """Return the sellers furthest above or below plan, as bars and as the rows beside them."""
    every = verdict.above if side == "above" else verdict.below
    keys = every[:MOST_ROWS]
    if not keys:
        return []
    gap = Of(Column("gap", f"vs {plan(verdict)}", GAP_FORMAT), "gmv", comparison=f"{verdict.period}_gap")
    held = PERCENT_OF_TARGET if verdict.period == TARGET else BASELINES[1]
    percent = Of(
        Column("percent", "% of plan" if verdict.period == TARGET else "change", Format.PERCENT),
        held.metric,
        "",
        held.comparison,
    )
    columns = [gap, percent, *([BASELINES[1]] if verdict.period == TARGET else [])]
    words = (Column("seller", "Seller"), lambda at: basis.seller(at.key))
    frame = Frame((words,), [At("seller", key) for key in keys])
    table = grid(basis, f"sellers-{side}", frame, in_money(columns, basis.money))
    return [_bars(basis, verdict, side, keys, len(every)), _whole_percent(table)]


def _whole_percent(table: Table) -> Table:
    """Return the table with shares of plan without decimals: they run from a tenth to many times a plan."""
    at = [column.key for column in table.columns].index("percent")
    rows = ((*row[:at], _whole(row[at]), *row[at + 1 :]) for row in table.rows)
    return replace(table, rows=tuple(rows))


def _whole(cell: Cell) -> Cell:
    return replace(cell, decimals=0) if isinstance(cell, Ref) else cell


def _bars(basis: Basis, verdict: Verdict, side: str, keys: Sequence[Key], count: int) -> Chart:
    furthest = set(keys[:CULPRITS]) if side == "below" and count > CULPRITS else set()
    ids = {key: basis.id("gmv", verdict.gap(key)) for key in keys}
    usual = Role.CAMPAIGN if side == "above" else Role.BASELINE
    series = (
        Series("Sellers", tuple(None if key in furthest else ids[key] for key in keys), usual),
        Series("Furthest", tuple(ids[key] if key in furthest else None for key in keys), Role.ATTENTION),
    )
    opening = "The furthest of " if count > len(keys) else "All " if count > COUPLE else ""
    title = say(f"{opening}{{{side}.sellers}} {side} {plan(verdict)}")
    labels = tuple(basis.seller(key) for key in keys)
    shown_series = tuple(one for one in series if any(one.values))
    return Chart(side, ChartKind.BAR, title, basis.currency, basis.money, labels, shown_series, title)


def _all(basis: Basis) -> Table:
    words = (
        (Column("seller", "Seller", group="Who"), lambda at: basis.seller(at.key)),
        (Column("seller_id", "Seller ID", group="Who"), lambda at: at.key),
        (Column("category", "Category", group="Who"), lambda at: basis.inputs.scope.categories.get(at.key or "")),
    )
    places = [At("seller", key) for key in basis.sellers]
    columns = (SKUS, GMV, SHARE, *TARGETS, PERCENT_OF_TARGET, *BASELINES, *AFTER, SOLD_THROUGH)
    return grid(basis, "sellers", Frame(words, places, "Campaign"), columns)

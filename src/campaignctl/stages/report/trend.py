"""The trend over earlier reports of the same kind: one row a period, as it was last written down.

A period that was not over when its report was made is marked, and set against nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from campaignctl.domain.charts import Chart, ChartKind, Series
from campaignctl.domain.document import Section
from campaignctl.domain.earlier import Earlier
from campaignctl.domain.formats import Format
from campaignctl.domain.sentences import say
from campaignctl.domain.tables import Cell, Column, Table
from campaignctl.metrics.catalogue import by_id
from campaignctl.metrics.ledger import At
from campaignctl.metrics.metric import Unit
from campaignctl.metrics.periods import NEARLY_WHOLE
from campaignctl.stages.report.basis import Basis
from campaignctl.stages.report.counts import PERIODS
from campaignctl.stages.report.slugs import Slugs
from campaignctl.stages.report.span import Span, span_words, window_of
from campaignctl.stages.report.times import day_words

MOST = 12
SHOWN = ("gmv", "orders", "aov", "refund_rate")
BEFORE = "before"
SLUGS = Slugs(
    sections=("trend",),
    charts={"trend": ("GMV",)},
    tables={"trend-periods": ("period", "gmv", "change", "orders", "aov", "refund_rate")},
)


@dataclass(frozen=True, slots=True)
class Told:
    """A period of the trend: its key in figure ids, its words, and whether it was over when told."""

    key: str
    words: str
    whole: bool
    report: Earlier


def trend(basis: Basis) -> Section | None:
    """Return the periods that earlier reports told and this one; None where there is no earlier one."""
    told = _told(basis)
    if not told:
        return None
    now = _now(basis)
    _enter(basis, told, now)
    basis.ledger.enter(PERIODS, len(told) + 1)
    everything = [*told, now]
    rows = tuple(_row(basis, one) for one in everything)
    heads = (
        Column("period", "Period"),
        Column("gmv", "GMV", Format.MONEY_SHORT),
        Column("change", "Against the one before", Format.PERCENT),
        Column("orders", "Orders", Format.COUNT),
        Column("aov", "AOV", Format.MONEY),
        Column("refund_rate", "Refund rate", Format.PERCENT),
    )
    chart = Chart(
        "trend",
        ChartKind.COLUMN,
        say("GMV by period, as last reported"),
        basis.currency,
        Format.MONEY_SHORT,
        tuple(one.words for one in everything),
        (Series("GMV", tuple(basis.id("gmv", At("period", one.key)) for one in everything)),),
        say("Columns of GMV over {periods.total} reports, the newest {gmv.total}"),
    )
    title = say("GMV over {periods.total} reports, the newest {gmv.total}")
    return Section("trend", "Trend", title, basis.context, (chart, Table("trend-periods", heads, rows)), basis.source)


def _told(basis: Basis) -> list[Told]:
    """Return the earlier periods in order, each by its newest report."""
    by_key: dict[str, Told] = {}
    for report in basis.inputs.past:
        one = _one(basis, report)
        if report.as_of < basis.inputs.as_of and report.values.get("gmv.total") is not None:
            by_key[one.key] = one
    by_key.pop(_now(basis).key, None)
    return list(by_key.values())[-MOST:]


def _now(basis: Basis) -> Told:
    return _one(basis, Earlier(basis.inputs.campaign.name, basis.inputs.as_of))


def _one(basis: Basis, report: Earlier) -> Told:
    """Place a report: in its day, week or month; one of a whole campaign by the day on which it was made."""
    zone, span = basis.inputs.zone, basis.inputs.span
    if span is Span.CAMPAIGN:
        day = report.as_of.astimezone(zone).date()
        whole = report.as_of + NEARLY_WHOLE >= basis.inputs.window.end
        return Told(day.isoformat(), f"by {day_words(day)}", whole, report)
    window = window_of(span, report.as_of, zone, basis.inputs.week_starts)
    whole = report.as_of + NEARLY_WHOLE >= window.end
    words = span_words(span, window, zone)
    return Told(window.start.astimezone(zone).date().isoformat(), words if whole else f"{words} so far", whole, report)


def _enter(basis: Basis, told: list[Told], now: Told) -> None:
    for one in told:
        for word, value in _values(one):
            basis.ledger.enter(by_id(word), value, At("period", one.key))
    for word in SHOWN:
        current = basis.ledger.value(word)
        if current is not None:
            basis.ledger.enter(by_id(word), current, At("period", now.key))
    for earlier, later in zip(told, [*told[1:], now], strict=True):
        first, second = (basis.ledger.value("gmv", At("period", one.key)) for one in (earlier, later))
        if earlier.whole and later.whole and first and second is not None:
            moved = float(Decimal(str(second)) / Decimal(str(first)) - 1)
            basis.ledger.enter(by_id("gmv"), moved, At("period", later.key).against(BEFORE), form=Format.PERCENT)


def _values(one: Told) -> Iterator[tuple[str, Decimal | float | int]]:
    for word in SHOWN:
        value, unit = one.report.values.get(f"{word}.total"), by_id(word).unit
        if value is not None:
            yield (
                word,
                int(value) if unit is Unit.COUNT else Decimal(str(value)) if unit is Unit.MONEY else float(value),
            )


def _row(basis: Basis, one: Told) -> tuple[Cell, ...]:
    at = At("period", one.key)
    gmv, *rest = (basis.ledger.ref(word, at) for word in SHOWN)
    return (one.words, gmv, basis.ledger.ref("gmv", at.against(BEFORE)), *rest)

"""The period against others: target, baseline, the stretch just before, and what earlier reports wrote down.

Figures that still move until the return window closes are marked provisional, and earlier campaigns are taken at the
same age.
"""

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction

from campaignctl.domain.document import Section
from campaignctl.domain.earlier import Earlier
from campaignctl.domain.figures import slug
from campaignctl.domain.sentences import Sentence, say
from campaignctl.domain.tables import Cell, Column, Table
from campaignctl.metrics.catalogue import by_id, metrics, of_table
from campaignctl.metrics.compare import change
from campaignctl.metrics.compute import BY_TOTAL, breakdown, enter_other
from campaignctl.metrics.counting import counted_lines
from campaignctl.metrics.ledger import TOTAL
from campaignctl.metrics.measures import Table as Measured
from campaignctl.metrics.metric import Metric, Unit
from campaignctl.metrics.periods import Baseline, Periods, Stratum, before, midnight
from campaignctl.stages.report.basis import BASELINE, TARGET, Basis
from campaignctl.stages.report.slugs import Slugs
from campaignctl.stages.report.times import day_words

PREVIOUS, LAST, EARLIER = "previous", "last", "earlier"
SHOWN = (
    "gmv",
    "net_gmv",
    "orders",
    "units",
    "aov",
    "units_per_order",
    "price_per_unit",
    "discount",
    "discount_depth",
    "cancel_rate",
    "refund_rate",
    "page_views",
    "conversion_rate",
    "stream_gmv",
    "watch_gpm",
    "ctr",
    "ctr_impressions",
)
COMPARED = (
    "order_paid_rate",
    "video_gmv",
    "video_gpm",
    "creator_gmv",
    "commission_rate",
    "roas",
    "keep_rate",
    "referral_fee_rate",
)
"""What only another report can be held against: these stand there beside its figure or not at all."""
STILL_MOVES = {
    "keep_rate",
    "net_gmv",
    "refund_rate",
    "refund_rate_orders",
    "return_rate_units",
    "refunded_value",
    "cancel_rate",
}
"""What returns and late cancellations change after the campaign has ended."""
MOST_EARLIER = 3
SLUGS = Slugs(
    sections=("comparisons",),
    tables={"comparisons": ("metric", "now", *(f"{word}-{n}" for n in range(1, 8) for word in ("then", "change")))},
)


def look_back(basis: Basis) -> None:
    """Enter what the previous stretch, the last report and earlier campaigns said, and the changes against them."""
    _previous(basis)
    for period, report in earlier_of(basis):
        for page in metrics().values():
            value = report.values.get(f"{page.id}.total")
            if value is not None and basis.ledger.get(page.id) is not None:
                basis.ledger.enter(page, _number(page, value), TOTAL.on(period))
                change(basis.ledger, page, TOTAL, period)


def earlier_of(basis: Basis) -> Iterator[tuple[str, Earlier]]:
    """Yield the last report of this campaign and the earlier campaigns, each with its word in figure ids."""
    if basis.inputs.last is not None:
        yield LAST, basis.inputs.last
    for report in basis.inputs.earlier[:MOST_EARLIER]:
        yield f"{EARLIER}-{slug(report.name)}", report


def _number(page: Metric, value: Decimal | float) -> Decimal | float | int:
    if page.unit is Unit.MONEY:
        return Decimal(str(value))
    return int(value) if page.unit is Unit.COUNT and value == int(value) else float(value)


def _previous(basis: Basis) -> None:
    """Enter all metrics of orders for the stretch of equal length just before; none where the exports begin later."""
    during, first = basis.periods, basis.data_from
    if not basis.has_lines or first is None or not during.days:
        return
    window = before(during)
    if window.start < midnight(first, during.zone):
        return
    only = Periods(
        during.campaign, during.days, during.all_days, Baseline((Stratum(Fraction(1), (window,)),), {}, 1),
        during.partial, during.is_over, during.zone,
    )  # fmt: skip
    pages = tuple(page for page in of_table(Measured.ORDER_LINES) if basis.ledger.get(page.id))
    found = breakdown(counted_lines(basis.inputs.order_lines, basis.inputs.scope, only), pages, BY_TOTAL, only)
    enter_other(basis.ledger, pages, found, PREVIOUS)
    for page in pages:
        change(basis.ledger, page, TOTAL, PREVIOUS)


def is_provisional(basis: Basis) -> bool:
    """Whether returns may still change the figures: the day named in the set-up has not come."""
    final = basis.inputs.campaign.figures_final
    return final is not None and basis.inputs.as_of.astimezone(basis.inputs.zone).date() < final


def comparisons(basis: Basis) -> Section | None:
    """Return one table of the headline figures against everything they can be held against; None without any."""
    periods = [(word, title) for word, title in _periods(basis) if _has(basis, word)]
    words = [word for word in SHOWN if basis.ledger.value(word) is not None]
    words += [word for word in COMPARED if any(_told(basis, word, period) for period, _ in periods)]
    rows = tuple(_row(basis, by_id(word), periods) for word in words)
    if not periods or not rows:
        return None
    heads = [Column("metric", "Figure"), Column("now", "Now")]
    for number, (period, title) in enumerate(periods, start=1):
        named = title if period.startswith(EARLIER) else title[:1].lower() + title[1:]
        heads += [Column(f"then-{number}", title), Column(f"change-{number}", f"vs {named}")]
    table = Table("comparisons", tuple(heads), rows, caption=_caption(basis))
    return Section("comparisons", "Comparisons", _title(basis), basis.context, (table,), basis.source)


def _title(basis: Basis) -> Sentence:
    moved = basis.ledger.get("gmv", TOTAL.against(PREVIOUS))
    if basis.ledger.value("gmv") is None:
        return say("The figures that are known, held against plans and what came before")
    if moved is None or moved.value is None:
        return say("GMV of {gmv.total} held against what came before")
    side = "above" if moved.value >= 0 else "below"
    return say(f"GMV is {{{moved.id}!u}} {side} the stretch of equal length just before")


def _periods(basis: Basis) -> Iterator[tuple[str, str]]:
    yield TARGET, basis.target_words.capitalize()
    yield BASELINE, "Baseline"
    yield PREVIOUS, "Just before, as long"
    for period, report in earlier_of(basis):
        if period == LAST:
            yield period, f"Last report, {day_words(report.as_of.astimezone(basis.inputs.zone).date())}"
        else:
            yield period, report.name + _age(report.age)


def _age(age: timedelta | None) -> str:
    if age is None:
        return ""
    days = round(age / timedelta(days=1))
    return f", {abs(days)} days {'after' if days >= 0 else 'before'} its end"


def _has(basis: Basis, period: str) -> bool:
    return any(_told(basis, word, period) for word in SHOWN)


def _told(basis: Basis, word: str, period: str) -> bool:
    return basis.ledger.value(word, TOTAL.on(period)) is not None


def _row(basis: Basis, page: Metric, periods: list[tuple[str, str]]) -> tuple[Cell, ...]:
    mark = " (provisional)" if page.id in STILL_MOVES and is_provisional(basis) else ""
    cells: list[Cell] = [page.label + mark, basis.ledger.ref(page.id)]
    for period, _ in periods:
        cells += [basis.ledger.ref(page.id, TOTAL.on(period)), basis.ledger.ref(page.id, TOTAL.against(period))]
    return tuple(cells)


def _caption(basis: Basis) -> Sentence:
    if is_provisional(basis):
        return say("Provisional figures move until returns are closed; earlier campaigns are taken at the same age.")
    return say("What moved since the last report stands beside it.") if basis.inputs.last is not None else Sentence()

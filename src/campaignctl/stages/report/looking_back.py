"""The period against others: target, baseline, the stretch just before, and what earlier reports wrote down.

Figures that still move until the return window closes are marked provisional, and earlier campaigns are taken at the
same age. What was counted over another length of time or at another age stands beside the figure, not against it.
"""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from campaignctl.domain.document import Part, Section
from campaignctl.domain.earlier import Earlier
from campaignctl.domain.figures import slugs
from campaignctl.domain.sentences import Sentence, say
from campaignctl.domain.tables import Cell, Column, Table
from campaignctl.metrics.catalogue import by_id, metrics, of_table
from campaignctl.metrics.compare import change, gap
from campaignctl.metrics.compute import BY_TOTAL, breakdown, enter_other
from campaignctl.metrics.counting import counted_lines
from campaignctl.metrics.ledger import TOTAL
from campaignctl.metrics.measures import Table as Measured
from campaignctl.metrics.metric import Metric, Unit
from campaignctl.metrics.periods import Baseline, Periods, Stratum, before, local_days, midnight
from campaignctl.stages.report.basis import BASELINE, TARGET, Basis, joined
from campaignctl.stages.report.counts import DAYS
from campaignctl.stages.report.likeness import age_words, is_foreign, standing_apart, unlike, unlike_then
from campaignctl.stages.report.moved import LAST, moved
from campaignctl.stages.report.phrases import cut
from campaignctl.stages.report.provisional import against_before, is_provisional, marked
from campaignctl.stages.report.reach import GRACE, begun_after, enter_like
from campaignctl.stages.report.slugs import Slugs
from campaignctl.stages.report.times import day_words, half_open, period_words

PREVIOUS, EARLIER = "previous", "earlier"
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
MOST_EARLIER = 3
SLUGS = Slugs(
    sections=("comparisons",),
    tables={"comparisons": ("metric", "now", *(f"{word}-{n}" for n in range(1, 8) for word in ("then", "change")))},
    paragraphs=("moved",),
)


def look_back(basis: Basis) -> None:
    """Enter what the previous stretch, the last report and earlier campaigns said, and the changes against them."""
    _previous(basis)
    for period, report in earlier_of(basis):
        if period != LAST and report.days is not None:
            basis.ledger.enter(DAYS, report.days, TOTAL.on(period))
        for page in metrics().values():
            value = report.values.get(f"{page.id}.total")
            if value is not None and basis.ledger.get(page.id) is not None and not is_foreign(basis, page, report):
                basis.ledger.enter(page, _number(page, value), TOTAL.on(period))
                reason = unlike_then(basis, page, report) if period == LAST else unlike(basis, page, report)
                change(basis.ledger, page, TOTAL, period, unlike=reason)
                if period == LAST and page.unit is Unit.MONEY:
                    gap(basis.ledger, page, TOTAL, period)


def earlier_of(basis: Basis) -> Iterator[tuple[str, Earlier]]:
    """Yield the last report of this campaign and the earlier campaigns, each with its word in figure ids."""
    if basis.inputs.last is not None:
        yield LAST, basis.inputs.last
    told = basis.inputs.earlier[:MOST_EARLIER]
    names = [report.name for report in told]
    keys = [name if name not in names[:at] else f"{name} {at + 1}" for at, name in enumerate(names)]
    words = slugs(keys)
    for key, report in zip(keys, told, strict=True):
        yield f"{EARLIER}-{words[key]}", report


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
        during.partial, during.is_over, during.zone, during.whole,
    )  # fmt: skip
    pages = tuple(page for page in of_table(Measured.ORDER_LINES) if basis.ledger.get(page.id))
    lines = counted_lines(basis.inputs.order_lines, basis.inputs.scope, only)
    enter_other(basis.ledger, pages, breakdown(lines, pages, BY_TOTAL, only), PREVIOUS)
    shops = begun_after(basis.inputs, max(first, window.start.astimezone(during.zone).date() - GRACE))
    enter_like(basis.ledger, lines, pages, (BY_TOTAL, only, None), (shops, PREVIOUS))
    for page in pages:
        against_before(basis, page, PREVIOUS)


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
    since = moved(basis, (*SHOWN, *COMPARED))
    parts: tuple[Part, ...] = (table, since) if since is not None else (table,)
    return Section("comparisons", "Comparisons", _title(basis), basis.context, parts, basis.source)


def _title(basis: Basis) -> Sentence:
    moved_by = basis.ledger.get("gmv", TOTAL.against(PREVIOUS))
    if basis.ledger.value("gmv") is None:
        return say("The figures that are known, held against plans and what came before")
    if moved_by is None or moved_by.value is None:
        return say("GMV of {gmv.total} held against what came before")
    side = "above" if moved_by.value >= 0 else "below"
    if basis.periods.is_over:
        return say(f"GMV is {{{moved_by.id}!u}} {side} the stretch of equal length just before")
    one = len(basis.periods.all_days) == 1
    stretch = "the same hours of the day before" if one else "the same part of the {days.total} days before"
    return say(f"GMV so far is {{{moved_by.id}!u}} {side} {stretch}")


def _periods(basis: Basis) -> Iterator[tuple[str, str]]:
    yield TARGET, basis.target_words.capitalize()
    yield BASELINE, "Baseline"
    yield PREVIOUS, f"Just before, {_previous_words(basis)}"
    for period, report in earlier_of(basis):
        if period == LAST:
            yield period, f"Last report, {day_words(report.as_of.astimezone(basis.inputs.zone).date())}"
        else:
            yield period, cut(report.name) + age_words(basis, report)


def _previous_words(basis: Basis) -> str:
    window = before(basis.periods)
    return period_words(window, basis.inputs.zone) if basis.days else ""


def _has(basis: Basis, period: str) -> bool:
    return any(_told(basis, word, period) for word in SHOWN)


def _told(basis: Basis, word: str, period: str) -> bool:
    return basis.ledger.value(word, TOTAL.on(period)) is not None


def _row(basis: Basis, page: Metric, periods: list[tuple[str, str]]) -> tuple[Cell, ...]:
    cells: list[Cell] = [marked(basis, page.id, page.label), basis.ledger.ref(page.id)]
    for period, _ in periods:
        cells += [basis.ledger.ref(page.id, TOTAL.on(period)), basis.ledger.ref(page.id, TOTAL.against(period))]
    return tuple(cells)


def _caption(basis: Basis) -> Sentence:
    """Return what a reader has to know of the columns: what is provisional, which days they hold, what is unlike."""
    told = []
    if is_provisional(basis):
        told.append(say("Provisional figures move until returns are closed, so they stand beside what came before."))
    if _has(basis, PREVIOUS):
        told.append(_days_before(basis))
    for period, report in earlier_of(basis):
        if period != LAST:
            told += standing_apart(basis, report, period)
    spaced = [joined(say(" "), each) if number else each for number, each in enumerate(told)]
    return joined(*spaced)


def _days_before(basis: Basis) -> Sentence:
    """Return the days just before, for weekdays differ in what they sell."""
    window, zone = before(basis.periods), basis.inputs.zone
    days = local_days(window, zone)
    same = [day.weekday() for day in days] == [day.weekday() for day in basis.days]
    which = "the same weekdays" if same else "other weekdays"
    return say("Just before: {when}, {which}.", when=half_open(window, zone), which=which)

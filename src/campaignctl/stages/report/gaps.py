"""What the data do not give: each gap is a finding, so that nobody takes a missing number for a zero."""

from collections.abc import Iterator

from campaignctl.domain.findings import Finding, Severity
from campaignctl.domain.observations import Place
from campaignctl.metrics.catalogue import metrics
from campaignctl.metrics.ledger import TOTAL, At
from campaignctl.metrics.measures import BESIDE_ORDERS
from campaignctl.stages.report.basis import BASELINE, TARGET, Basis
from campaignctl.stages.report.counts import CELLS_BLANK, GAPS, STREAMS_TWICE
from campaignctl.stages.report.doubts import NAMES as DOUBTS_NAMES
from campaignctl.stages.report.doubts import doubts, shop_days
from campaignctl.stages.report.freshness import Freshness, moment
from campaignctl.stages.report.lift.effect import Lift
from campaignctl.stages.report.lift.rung import Rung
from campaignctl.stages.report.provisional import UNDATED
from campaignctl.stages.report.sold import ADDED_UP
from campaignctl.stages.report.subject import is_regular, not_yet
from campaignctl.stages.report.sums_gaps import NAMES as SUMS_NAMES
from campaignctl.stages.report.sums_gaps import sums_gaps
from campaignctl.stages.report.times import full_day

EXPORTS = Place("exports")
BESIDE = {
    "average_view_duration",
    "comment_rate",
    "ctr_impressions",
    "follow_rate",
    "gmv_with_cofunding",
    "gmv_with_tax",
    "like_rate",
    "new_followers",
    "return_rate_units",
    "share_rate",
    "stream_gross_revenue",
    "stream_items",
    "stream_price_per_unit",
}
"""Readings that stand beside what the report shows: some lists have no such column, and nobody misses it."""
SET_UP, NOT_GIVEN = "campaign.xlsx", "the exports do not give"


def gaps(basis: Basis, effect: Lift, fresh: Freshness) -> tuple[Finding, ...]:
    """Return the gaps of a report, and enter how many there are."""
    found = (
        *_orders(basis),
        *doubts(basis, fresh.held),
        *_plans(basis),
        *_lift(basis, effect),
        *_columns(basis),
        *_undated(basis),
        *_blanks(basis),
        *_days(basis),
        *_before(basis, effect),
        *_begun_late(basis, effect),
        *shop_days(basis, effect),
        *_sellers(basis),
        *_older(basis, fresh),
        *_streams(basis),
        *sums_gaps(basis),
    )
    basis.ledger.enter(GAPS, len(found))
    return found


NAMES = {
    **SUMS_NAMES,
    **DOUBTS_NAMES,
    "DAT101": "no-orders",
    "DAT102": "no-gmv-target",
    "DAT103": "no-baseline",
    "DAT104": "column-not-given",
    "DAT105": "day-without-orders",
    "DAT106": "seller-without-orders",
    "DAT107": "seller-unknown",
    "DAT108": "no-live-list",
    "DAT109": "estimate-limited",
    "DAT110": "export-older",
    "DAT111": "livestream-in-two-lists",
    "DAT112": "value-left-blank",
    "DAT113": "days-before-without-orders",
    "DAT114": "refunds-not-dated",
    "DAT115": "exports-begin-late",
}


def _gap(code: str, place: Place, message: str, fix: str) -> Finding:
    severity = Severity.NOTE if code in {"DAT102", "DAT109"} else Severity.WARNING  # a campaign may well have no target
    return Finding(code, NAMES[code], severity, place, "", message, fix)


def _orders(basis: Basis) -> Iterator[Finding]:
    if not basis.has_lines and not not_yet(basis):
        message = "no order export holds a paid line of the campaign"
        yield _gap("DAT101", EXPORTS, message, "Put each shop's order export into exports/<seller id>/.")


def _plans(basis: Basis) -> Iterator[Finding]:
    if basis.has_lines and not basis.has(TARGET) and not is_regular(basis):
        place, fix = Place(SET_UP, "Targets"), "Enter a target with level Campaign and metric GMV."
        yield _gap("DAT102", place, "no GMV target is set for the campaign", fix)
    if basis.has_lines and not basis.has(BASELINE):
        message = "the order exports hold no earlier window to compare with"
        fix = "Export the orders of the weeks before the campaign too, or set Baseline from and Baseline to."
        yield _gap("DAT103", EXPORTS, message, fix)


def _lift(basis: Basis, effect: Lift) -> Iterator[Finding]:
    rung = effect.rung
    if rung is Rung.BASELINE and basis.ledger.value("gmv", TOTAL.against(BASELINE)) is None:
        rung = Rung.NOTHING  # days enough, and nothing sold on them, or nothing that can be read
    if basis.has_lines and rung is not Rung.CONTROL:
        what = {
            Rung.TREND: "what the campaign brought is read off its own trend, which holds whatever else happened",
            Rung.BASELINE: "what the campaign brought cannot be told, only a change against the baseline",
            Rung.NOTHING: "what the campaign brought cannot be told, nor a change against the baseline",
        }[rung]
        yield _gap("DAT109", EXPORTS, what, f"A better estimate needs {effect.standing.lacks}.")


def _columns(basis: Basis) -> Iterator[Finding]:
    """Columns that no export gives take their metrics with them."""
    untold = UNDATED if basis.inputs.held_to else frozenset()
    beside = BESIDE | untold | {page.id for page in metrics().values() if page.table in BESIDE_ORDERS}
    total = [
        figure
        for figure in basis.ledger.figures.values()
        if figure.id.endswith(".total") and figure.value is None and figure.id.split(".")[0] not in beside
    ]
    summed = {figure.id: lacking for figure in total if (lacking := _not_summed(basis, figure.id.split(".")[0]))}
    for lacking in sorted(set(summed.values())):
        named = ", ".join(sorted(figure.label for figure in total if summed.get(figure.id) == lacking))
        yield _gap("DAT104", EXPORTS, f"the sums do not give {lacking}, so there is no {named}", "Sum it as well.")
    total = [figure for figure in total if figure.id not in summed]
    told = {figure.reason for figure in total}
    asked = {measure.told.asks for page in metrics().values() for measure in page.measures if measure.told} - {""}
    for reason in sorted({figure.reason for figure in total if figure.reason.startswith(NOT_GIVEN)} | told & asked):
        named = ", ".join(sorted(figure.label for figure in total if figure.reason == reason))
        fix = "Export with all columns; a renamed column needs a layout of its own."
        fix = "Add sums of the same days without those cuts; they are not counted twice." if reason in asked else fix
        yield _gap("DAT104", EXPORTS, f"{reason}, so there is no {named}", fix)


def _not_summed(basis: Basis, metric: str) -> str:
    """Return the header of what a metric rests on where sums alone tell the campaign and have no such column."""
    told = basis.inputs.summed
    page = next((each for each in metrics().values() if each.id == metric), None)
    if page is None or told is None or basis.tells_orders:
        return ""
    asked = [measure.told.column if measure.told else measure.name for measure in page.measures]
    lacking = next((name for name in asked if name in told.lacks), "")
    return lacking.replace("_", " ").capitalize().replace("Sku", "SKU")


def _undated(basis: Basis) -> Iterator[Finding]:
    if basis.inputs.held_to is not None and basis.has_lines:
        held, at = moment(basis, basis.inputs.held_to), moment(basis, basis.inputs.as_of)
        message = f"the order exports reach to {held} and date no refund, so none is told up to {at}"
        yield _gap("DAT114", EXPORTS, message, "Report without --as-of, or on exports that were made at that time.")


def _blanks(basis: Basis) -> Iterator[Finding]:
    """Lines without a value are in no sum of it; the sum looks whole all the same."""
    for measure in ADDED_UP:
        at = At("column", measure.words)
        now, before = (basis.ledger.get(CELLS_BLANK.id, place) for place in (at, at.on(BASELINE)))
        if now is None and before is None:
            continue
        who = (
            "paid lines of the baseline"
            if now is None
            else "1 paid line"
            if now.value == 1
            else f"{now.words} paid lines"
        )
        holds = "holds" if now is not None and now.value == 1 else "hold"
        message = f"{who} {holds} no {measure.words}; sums of it are without them"
        yield _gap("DAT112", EXPORTS, message, "Export those orders again, and do not edit the file in between.")


def _days(basis: Basis) -> Iterator[Finding]:
    if not basis.has_lines:
        return
    for day in basis.silent_days:
        message = f"the order exports hold no paid line of {full_day(day)}, which counts as nothing sold"
        yield _gap("DAT105", EXPORTS, message, "Check that the exports cover that day.")


def _before(basis: Basis, effect: Lift) -> Iterator[Finding]:
    """Name days before the campaign of which the exports have a hole; the baseline is without the weeks they lie in."""
    series = effect.series
    if series is None or not basis.holes:
        return
    which = full_day(basis.holes[-1])
    days = which if len(basis.holes) == 1 else f"some days before the campaign, the last of them {which}"
    usual = basis.periods.baseline
    left = usual is not None and any(day in basis.holes for stand_ins in usual.days.values() for day in stand_ins)
    told = "the baseline counts them as nothing sold" if left else "the baseline is without the weeks they lie in"
    trend = ", and the trend counts them as nothing sold" if effect.rung is Rung.TREND else ""
    message = f"the order exports hold no paid line of {days}; {told}{trend}"
    yield _gap("DAT113", EXPORTS, message, "Export the orders of those days too, or let the baseline begin later.")


def _begun_late(basis: Basis, effect: Lift) -> Iterator[Finding]:
    """Name every shop whose exports begin later than the others': it is compared with the days that they hold."""
    many = 0 if effect.series is None else effect.series.left_out
    lift = "; what the campaign brought is told without it" if many and effect.estimate is not None else ""
    for shops, what in (
        (basis.reach.late, "its baseline is made of the weeks since"),
        (basis.reach.new, "it has no baseline and is left out where others are held against theirs"),
    ):
        for begun, keys in sorted(shops.items()):
            for key in keys:
                begins = f"the exports of {basis.seller(key)} begin {full_day(begun)}"
                place, fix = Place(f"exports/{key}"), "Ask the shop for its orders of the weeks before too."
                if begun > basis.periods.all_days[-1]:
                    after = f"{begins}, {begun.year}, after the campaign: nothing of them counts"
                    yield _gap("DAT115", place, after, "Export the orders of the campaign's days; check the year.")
                else:
                    yield _gap("DAT115", place, f"{begins}, later than the others': {what}{lift}", fix)


def _sellers(basis: Basis) -> Iterator[Finding]:
    if not basis.has_lines:
        return
    for key in basis.sellers:
        at = At("seller", key)
        if key is not None and basis.ledger.value("orders", at) is None and not basis.sold_anything(at):
            place = Place(f"exports/{key}")
            message = f"{basis.seller(key)} takes part, but no export holds an order of it"
            yield _gap("DAT106", place, message, "Ask the shop for its order export.")
    unknown = basis.ledger.get("gmv", At("seller", None))
    if unknown is not None and unknown.value:
        message = f"orders of {unknown.words} name no seller; they count in the totals"
        fix = "Put the file into exports/<seller id>/, or export with a seller column."
        yield _gap("DAT107", EXPORTS, message, fix)


def _older(basis: Basis, fresh: Freshness) -> Iterator[Finding]:
    for key, end in fresh.older:
        ends, reach = moment(basis, end), moment(basis, fresh.reach)
        message = f"the exports of {basis.seller(key)} end {ends}, a day or more before {reach}"
        yield _gap("DAT110", Place(f"exports/{key}"), message, "Ask the shop for an export of its orders up to now.")


def _streams(basis: Basis) -> Iterator[Finding]:
    twice = basis.ledger.get(STREAMS_TWICE.id)
    if twice is not None:
        many = "1 livestream stands" if twice.value == 1 else f"{twice.words} livestreams stand"
        message = f"{many} in two LIVE lists of a shop and counts once, for it starts within 5 minutes"
        yield _gap("DAT111", EXPORTS, message, "Look whether they are the same; if so, remove one of the two lists.")
    planned = len(basis.inputs.campaign.streams)
    if planned and not basis.streams and not is_regular(basis) and not not_yet(basis):
        message = "livestreams are planned, but no LIVE list holds one of the campaign"
        yield _gap("DAT108", EXPORTS, message, "Put each shop's LIVE list into exports/<seller id>/.")

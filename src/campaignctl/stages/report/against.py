"""What figures are held against once all are entered: targets, the baseline, and the whole campaign."""

from decimal import Decimal

from campaignctl.domain.formats import Format
from campaignctl.insights.plans import is_beyond
from campaignctl.metrics.catalogue import by_id, of_table
from campaignctl.metrics.compare import change, gap
from campaignctl.metrics.compute import (
    BASELINE,
)
from campaignctl.metrics.ledger import TOTAL, At, Ledger
from campaignctl.metrics.measures import Table
from campaignctl.metrics.metric import Metric
from campaignctl.stages.report.basis import Basis
from campaignctl.stages.report.counts import GMV_SHARE, TO_TARGET
from campaignctl.stages.report.provisional import against_before
from campaignctl.stages.report.sold import OF_CATEGORIES
from campaignctl.stages.report.targets import TARGET


def enter_comparisons(basis: Basis) -> None:
    """Enter each figure's change and gap against target and baseline, and each place's share of the whole."""
    ledger = basis.ledger
    for page in of_table(Table.ORDER_LINES):
        change(ledger, page, TOTAL, TARGET)
        against_before(basis, page, BASELINE)
    parts = [
        *(At("day", str(day)) for day in basis.days),
        *(At("category", key) for key in basis.categories),
        *(At("seller", key) for key in basis.sellers),
    ]
    for at in [TOTAL, *parts]:
        _against_plans(basis, at)
        _shares(basis, at)
    for page in map(by_id, OF_CATEGORIES):
        for key in basis.categories:
            change(ledger, page, At("category", key), BASELINE)
    places = (("product", basis.products), ("channel", basis.channels), ("promotion", basis.promotions))
    for scope, keys in places:
        for key in keys:
            _shares(basis, At(scope, key))


def _against_plans(basis: Basis, at: At) -> None:
    ledger, gmv = basis.ledger, basis.gmv
    for reference in (TARGET, BASELINE):
        if reference == TARGET and is_beyond(ledger, at):
            _leave_open(ledger, gmv, at)
            continue
        gap(ledger, gmv, at, reference)
        if at is not TOTAL:
            change(ledger, gmv, at, reference)


def _leave_open(ledger: Ledger, gmv: Metric, at: At) -> None:
    """Enter no difference to a target that is larger than the campaign's: it would tell of a slip, not of sales."""
    reason = "its target is larger than the campaign's"
    ledger.enter(gmv, None, at.against(TARGET), form=Format.PERCENT, reason=reason)
    ledger.enter(gmv, None, at.against(f"{TARGET}_gap"), form=gmv.format, reason=reason)


def _shares(basis: Basis, at: At) -> None:
    """Enter a place's share of the campaign's GMV, and its GMV as a share of its target."""
    ledger = basis.ledger
    value, whole, target = ledger.value("gmv", at), ledger.value("gmv"), ledger.value("gmv", at.on(TARGET))
    if value is not None and whole:
        ledger.enter(GMV_SHARE, float(Decimal(str(value)) / Decimal(str(whole))), at)
    if value is not None and target and not is_beyond(ledger, at):
        ledger.enter(TO_TARGET, float(Decimal(str(value)) / Decimal(str(target))), at)

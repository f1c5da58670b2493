"""Creators: what each brought and is to earn for it, and how much of the campaign's GMV came by them."""

from campaignctl.domain.document import Section
from campaignctl.domain.formats import Format
from campaignctl.domain.sentences import Sentence, say
from campaignctl.domain.tables import Column
from campaignctl.metrics.compute import Dimension
from campaignctl.metrics.ledger import At
from campaignctl.metrics.lines import VALUE
from campaignctl.metrics.measures import Table
from campaignctl.metrics.metric import Unit
from campaignctl.stages.report.basis import Basis, joined
from campaignctl.stages.report.beside.entering import ranked
from campaignctl.stages.report.beside.sold import Lines, sold_and_named
from campaignctl.stages.report.counts import Count, Terms
from campaignctl.stages.report.grid import Frame, Of, grid, keys_of
from campaignctl.stages.report.slugs import Slugs
from campaignctl.stages.report.times import half_open

M, N, P = Format.MONEY, Format.COUNT, Format.PERCENT
BY_CREATOR = Dimension("creator", "creator")
CREATOR_SHARE = Count(
    "creator_share", "GMV by creators", "GMV of counted lines that affiliate orders list / GMV", Unit.RATE, P
)
_COLUMNS = (
    Of(Column("gmv", "GMV", M, "Brought"), "creator_gmv"),
    Of(Column("orders", "Orders", N, "Brought"), "creator_orders"),
    Of(Column("returned", "Returned whole", P, "Brought"), "creator_return_rate"),
    Of(Column("commission", "Estimated", M, "Commission"), "commission_expected"),
    Of(Column("rate", "Of its base", P, "Commission"), "commission_rate"),
    Of(Column("actual", "Actual so far", M, "Commission"), "commission_actual"),
    Of(Column("by_ads", "By Shop Ads", M, "Commission"), "ads_commission"),
    Of(Column("bonus", "Bonus", M, "Commission"), "creator_bonus"),
)
TERMS = Terms((CREATOR_SHARE,), "affiliate orders, orders export", place=5)
SLUGS = Slugs(sections=("creators",), tables={"creators": ("creator", *keys_of(_COLUMNS))})


def creators(basis: Basis) -> Section | None:
    """Return the section on creators; None where no affiliate order was placed in the campaign."""
    keys = ranked(basis, Table.AFFILIATE_ORDERS, BY_CREATOR, [of.metric for of in _COLUMNS])
    if not keys:
        return None
    _enter_share(basis)
    words = ((Column("creator", "Creator"), lambda at: at.key or "Creator unknown"),)
    table = grid(basis, "creators", Frame(words, [At("creator", key) for key in keys], "All creators"), _COLUMNS)
    context = say("Orders that creators brought, in {currency}, sorted by GMV", currency=basis.currency)
    return Section("creators", "Creators", _title(basis), context, (table,), _source(basis))


def _enter_share(basis: Basis) -> None:
    """Enter how much of the campaign's GMV lies on lines that affiliate orders list."""
    found = [_gmv(lines) for lines in sold_and_named(basis, Table.AFFILIATE_ORDERS, ("order_id", "sku_id"))]
    if found and found[0]:
        basis.ledger.enter(CREATOR_SHARE, found[1] / found[0])


def _gmv(lines: Lines) -> int:
    return int(lines.select(VALUE.value.sum()).collect(backend="pandas").item() or 0)


def _title(basis: Basis) -> Sentence:
    opening = say("{creators.total} creators brought {creator_gmv.total}")
    if basis.ledger.value(CREATOR_SHARE.id) is not None:
        opening = joined(opening, say(", {creator_share.total} of GMV"))
    if basis.ledger.value("commission_expected") is None:
        return opening
    return joined(opening, say(", for commission of {commission_expected.total}"))


def _source(basis: Basis) -> Sentence:
    return say(
        "Source: affiliate orders placed {period}. A creator is credited up to 14 days after the click.",
        period=half_open(basis.inputs.window, basis.inputs.zone),
    )

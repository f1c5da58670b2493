"""What was paid out: of the campaign's orders, what each shop got so far, and what was taken off before that."""

import narwhals as nw

from campaignctl.domain.document import Section
from campaignctl.domain.formats import Format
from campaignctl.domain.sentences import Sentence, say
from campaignctl.domain.tables import Column
from campaignctl.metrics.compute import BY_SELLER
from campaignctl.metrics.ledger import At
from campaignctl.metrics.lines import ORDERS
from campaignctl.metrics.measures import Table
from campaignctl.metrics.metric import Unit
from campaignctl.metrics.settlements import SETTLED
from campaignctl.stages.report.basis import Basis, joined
from campaignctl.stages.report.beside.entering import ranked
from campaignctl.stages.report.beside.sold import Lines, sold_and_named
from campaignctl.stages.report.counts import Count, Terms
from campaignctl.stages.report.grid import Frame, Of, grid, keys_of
from campaignctl.stages.report.slugs import Slugs
from campaignctl.stages.report.times import half_open

M, N, P = Format.MONEY, Format.COUNT, Format.PERCENT
SETTLED_SHARE = Count(
    "settled_share", "Settled so far", "counted orders with a settled line / counted orders", Unit.RATE, P
)
_COLUMNS = (
    Of(Column("settled", "Paid out", M, "Paid out"), "settled_amount"),
    Of(Column("orders", "Orders", N, "Paid out"), "settled_orders"),
    Of(Column("kept", "Keep rate", P, "Paid out"), "keep_rate"),
    Of(Column("net_sales", "Net sales", M, "Sold"), "settled_net_sales"),
    Of(Column("discount", "Seller discount", M, "Sold"), "settled_seller_discount"),
    Of(Column("refunded", "Refunded", P, "Sold"), "settled_refund_rate"),
    Of(Column("referral", "Referral fee", M, "Taken off"), "referral_fee"),
    Of(Column("referral_rate", "Fee rate", P, "Taken off"), "referral_fee_rate"),
    Of(Column("refund_fee", "Refund admin.", M, "Taken off"), "refund_administration_fee"),
    Of(Column("campaign_fee", "Campaign fee", M, "Taken off"), "campaign_fee"),
    Of(Column("programmes", "Programme fees", M, "Taken off"), "programme_fees"),
    Of(Column("commission", "Commission", M, "Taken off"), "settled_commission"),
    Of(Column("fees", "Fees in all", M, "Taken off"), "settled_fees"),
    Of(Column("cofunded", "By sellers", M, "Co-funding"), "cofunded_discount"),
    Of(Column("cofunding_share", "Sellers' share", P, "Co-funding"), "cofunding_share"),
    Of(Column("adjustments", "Adjustments", M, "Beside orders"), "adjustments"),
)
TERMS = Terms((SETTLED_SHARE,), "settlement, orders export", place=4)
SLUGS = Slugs(sections=("settled",), tables={"settled": ("seller", *keys_of(_COLUMNS))})


def settled(basis: Basis) -> Section | None:
    """Return the section on payouts; None where no statement holds an order of the campaign."""
    sellers = ranked(basis, Table.SETTLEMENTS, BY_SELLER, [of.metric for of in _COLUMNS])
    if not sellers:
        return None
    _enter_share(basis)
    words = ((Column("seller", "Seller"), lambda at: basis.seller(at.key)),)
    table = grid(basis, "settled", Frame(words, [At("seller", key) for key in sellers], "All shops"), _COLUMNS)
    context = say("Orders placed in the campaign, whole shops, in {currency}", currency=basis.currency)
    return Section("settled", "Paid out", _title(basis), context, (table,), _source(basis))


def _enter_share(basis: Basis) -> None:
    """Enter how many of the counted orders a statement has paid out."""
    told = sold_and_named(basis, Table.SETTLEMENTS, ("order_id",), nw.col(SETTLED.column))
    found = [_orders(lines) for lines in told]
    if found and found[0]:
        basis.ledger.enter(SETTLED_SHARE, found[1] / found[0])


def _orders(lines: Lines) -> int:
    return int(lines.select(ORDERS.value.n_unique()).collect(backend="pandas").item())


def _title(basis: Basis) -> Sentence:
    opening = say("Shops were paid {settled_amount.total} so far")
    if basis.ledger.value("keep_rate") is not None:
        opening = joined(opening, say(", {keep_rate.total} of net sales"))
    if basis.ledger.value(SETTLED_SHARE.id) is None:
        return opening
    return joined(opening, say("; {settled_share.total} of counted orders are settled"))


def _source(basis: Basis) -> Sentence:
    return say(
        "Source: settlements. Orders placed {period}, whenever they were settled; statements list whole shops.",
        period=half_open(basis.inputs.window, basis.inputs.zone),
    )

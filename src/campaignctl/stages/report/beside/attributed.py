"""Livestreams by what is attributed to them: the wider GMV, and how many of those who were shown a stream came in."""

from campaignctl.domain.document import Section
from campaignctl.domain.formats import Format
from campaignctl.domain.sentences import Sentence, say
from campaignctl.domain.tables import Column
from campaignctl.metrics.compute import BY_SELLER
from campaignctl.metrics.ledger import At
from campaignctl.metrics.measures import Table
from campaignctl.stages.report.basis import Basis, joined
from campaignctl.stages.report.beside.entering import ranked
from campaignctl.stages.report.grid import Frame, Of, grid, keys_of
from campaignctl.stages.report.slugs import Slugs
from campaignctl.stages.report.times import half_open

M, N, P, R = Format.MONEY, Format.COUNT, Format.PERCENT, Format.RATIO
_COLUMNS = (
    Of(Column("gmv", "GMV, attributed", M, "Sales"), "stream_gmv_attributed"),
    Of(Column("orders", "Orders", N, "Sales"), "stream_orders_attributed"),
    Of(Column("aov", "AOV", M, "Sales"), "stream_aov_attributed"),
    Of(Column("shown", "Shown", N, "Audience"), "stream_impressions"),
    Of(Column("tap_through", "Tap-through", P, "Audience"), "tap_through_rate"),
    Of(Column("ctr", "CTR by impressions", P, "Audience"), "stream_ctr_attributed"),
    Of(Column("show_gpm", "Show GPM", M, "Audience"), "show_gpm"),
    Of(Column("roas", "ROAS", R, "Ads"), "stream_ads_roas"),
)
SLUGS = Slugs(sections=("attributed",), tables={"attributed": ("seller", *keys_of(_COLUMNS))})


def attributed(basis: Basis) -> Section | None:
    """Return the section on attributed sales of streams; None where no such list holds one of the campaign."""
    sellers = ranked(basis, Table.ATTRIBUTED_STREAMS, BY_SELLER, [of.metric for of in _COLUMNS])
    if not sellers:
        return None
    words = ((Column("seller", "Seller"), lambda at: basis.seller(at.key)),)
    table = grid(basis, "attributed", Frame(words, [At("seller", key) for key in sellers], "All shops"), _COLUMNS)
    context = say("Attributed GMV in {currency}, sorted by it", currency=basis.currency)
    source = say(
        "Source: LIVE lists (attributed) of streams started {period}. Attributed: also bought elsewhere within a day.",
        period=half_open(basis.inputs.window, basis.inputs.zone),
    )
    return Section("attributed", "Streams attributed", _title(basis), context, (table,), source)


def _title(basis: Basis) -> Sentence:
    opening = say("{stream_gmv_attributed.total} is attributed to livestreams")
    if basis.ledger.value("stream_gmv") is not None:
        opening = joined(opening, say(", {stream_gmv.total} of it sold straight from them by the classic list"))
    if basis.ledger.value("tap_through_rate") is None:
        return opening
    return joined(opening, say("; {tap_through_rate.total} of those who were shown one came in"))

"""Ads on livestreams: what they cost, what the platform credits to them, and where a unit of money brought most."""

from campaignctl.domain.charts import Chart, ChartKind, Series
from campaignctl.domain.document import Section
from campaignctl.domain.formats import Format
from campaignctl.domain.sentences import Sentence, say
from campaignctl.domain.tables import Column
from campaignctl.metrics.compute import BY_SELLER
from campaignctl.metrics.ledger import At, Key
from campaignctl.metrics.measures import Table
from campaignctl.stages.report.basis import Basis
from campaignctl.stages.report.beside.entering import ranked
from campaignctl.stages.report.grid import Frame, Of, grid, keys_of
from campaignctl.stages.report.phrases import cut
from campaignctl.stages.report.slugs import Slugs
from campaignctl.stages.report.times import half_open

M, N, P, R = Format.MONEY, Format.COUNT, Format.PERCENT, Format.RATIO
_COLUMNS = (
    Of(Column("cost", "Ad cost", M, "Spent"), "ad_cost"),
    Of(Column("net_cost", "Net of credits", M, "Spent"), "ad_net_cost"),
    Of(Column("revenue", "Ad revenue", M, "Credited to ads"), "ad_revenue"),
    Of(Column("roas", "ROAS", R, "Credited to ads"), "roas"),
    Of(Column("orders", "SKU orders", N, "Credited to ads"), "ad_orders"),
    Of(Column("cost_per_order", "Cost per order", M, "Credited to ads"), "cost_per_ad_order"),
    Of(Column("cost_per_views", "Cost per 1,000 views", M, "Viewers"), "cost_per_thousand_live_views"),
    Of(Column("stayed", "Stayed 10 seconds", P, "Viewers"), "ten_second_view_rate"),
)
MOST_BARS = 8
SLUGS = Slugs(sections=("ads",), charts={"roas": ("ROAS",)}, tables={"ads": ("seller", *keys_of(_COLUMNS))})


def ads(basis: Basis) -> Section | None:
    """Return the section on ads; None where no ads report holds a livestream of the campaign."""
    sellers = ranked(basis, Table.ADS, BY_SELLER, [of.metric for of in _COLUMNS])
    if not sellers:
        return None
    words = ((Column("seller", "Seller"), lambda at: basis.seller(at.key)),)
    table = grid(basis, "ads", Frame(words, [At("seller", key) for key in sellers], "All shops"), _COLUMNS)
    chart = _chart(basis, sellers)
    context = say("Ads on livestreams launched in the campaign, in {currency}", currency=basis.currency)
    return Section("ads", "Ads", _title(basis), context, (table, *([chart] if chart else [])), _source(basis))


def _title(basis: Basis) -> Sentence:
    if basis.ledger.value("roas") is None:
        return say("Ads on livestreams cost {ad_cost.total}")
    return say("Ads of {ad_cost.total} are credited with {ad_revenue.total}, {roas.total} for each unit spent")


def _chart(basis: Basis, sellers: tuple[Key, ...]) -> Chart | None:
    shown = [key for key in sellers if basis.ledger.value("roas", At("seller", key)) is not None][:MOST_BARS]
    if len(shown) < 2:
        return None
    title = say("Ad revenue per unit of ad cost, by shop, the largest spender first")
    labels = tuple(cut(basis.seller(key), 30) for key in shown)
    series = (Series("ROAS", tuple(basis.id("roas", At("seller", key)) for key in shown)),)
    return Chart("roas", ChartKind.BAR, title, "revenue per unit of cost", R, labels, series, title)


def _source(basis: Basis) -> Sentence:
    return say(
        "Source: ads reports. Streams launched {period}. Sales within 7 days of a click or one day of a view; not GMV.",
        period=half_open(basis.inputs.window, basis.inputs.zone),
    )

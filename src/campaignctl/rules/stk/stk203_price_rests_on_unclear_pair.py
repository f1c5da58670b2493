"""The worst price of a SKU rests on two offers of which nobody knows whether they may meet.

The marketplace's own pages disagree. Whoever says the price in a stream, or promises it to a seller, should know that
it may turn out higher.
"""

from collections.abc import Iterator

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.marketplaces.schema import Profile
from campaignctl.pricing.survey import View
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule
from campaignctl.rules.sku._depth import too_deep
from campaignctl.rules.sku._faults import at_price
from campaignctl.rules.stk._prices import lines_of


def check(case: Case) -> Iterator[Rows]:
    """Find SKUs whose worst price a LIVE deal and an offer of the platform make together; others are SKU401's."""
    switch = case.profile.switches.live_deal_meets_platform_offers
    if switch is None or switch.value in {"ignore", "error"}:
        return
    live = {number: offer.id for number, offer in enumerate(case.prices.offers) if offer.live}
    reached = {int(item) for number in live for item in case.prices.reached(number)}
    worst = case.prices.lowest(View.WORST, sorted(reached))
    resting = worst.index[worst["unclear"].astype(bool) & worst["price_by"].isin(live.values())]
    lines = lines_of(case, View.WORST, list(resting), too_deep)
    yield from at_price(
        case.with_rows("sku_lines", lines),
        "{pays_money} for {who} rests on {makers}, and {marketplace} leaves open whether they meet",
        "Ask the marketplace, or give the LIVE deal a buyer limit that keeps the coupon out of reach.",
        "Ask the marketplace, or give the LIVE deal a buyer limit that keeps the coupon out of reach.",
        severity=Severity(switch.value),
        marketplace=case.profile.name,
    )


def _words(profile: Profile) -> str:
    switch = profile.switches.live_deal_meets_platform_offers
    return "" if switch is None else f"{profile.name}: {switch.note} ({switch.source}, weighs as {switch.value})"


RULE = Rule(
    code="STK203",
    name="price-rests-on-unclear-pair",
    severity=Severity.NOTE,
    over="sku_lines",
    where=lambda lines: lines["promotion_known"],
    needs=("list_price", "starts", "ends"),
    check=check,
    fix="Ask the marketplace, or give the LIVE deal a buyer limit that keeps the coupon out of reach.",
    fix_for_seller="Nothing, if that price is fine for you; else limit the units per buyer, or raise the campaign price.",
    limit=_words,
    see=("SKU401",),
    examples=(
        draw("""
Promotions
   | ID      | Title       | Tool            | Level     | Applies to          | Kind of value  | Value | Min. spend | Starts           | Ends             | Seller pays | Per buyer
 7 | HD26-05 | Ten percent | Platform coupon | Shop      | All registered SKUs | Percent off    | 10%   | 40.00      | 2026-11-20 00:00 | 2026-11-25 23:59 | 0           | 1
 8 | HD26-06 | In the show | LIVE flash deal | Variation | Nominated SKUs      | Seller's price |       |            | 2026-11-20 19:00 | 2026-11-20 19:20 | 100%        |
Products
   | Promotion ID | SKU ID              | List price | Campaign price | Stock | Per buyer
 7 | HD26-06      | 1729500011223344501 | 40.00      | 24.00          | 100   | 2         | <- $21.60 for a LIVE viewer with 2 units rests on HD26-06 and HD26-05, and TikTok Shop US leaves open whether they meet
 8 | HD26-06      | 1729500011223344502 | 40.00      | 24.00          | 100   | 1
"""),
    ),
)

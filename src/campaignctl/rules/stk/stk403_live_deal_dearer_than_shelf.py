"""A LIVE deal costs those who watch more than everybody else pays.

Its rank puts it before the lower campaign price, for LIVE viewers alone. The host praises a price that the shop
undercuts, and the comments say so.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.promotions import standing
from campaignctl.rules.rule import Rows, Rule, failing
from campaignctl.rules.stk._meetings import dearer_for_some


def check(case: Case) -> Rows:
    """Find promotions for some buyers that cost them more than anyone pays at the same moment, before coupons."""
    rows = case.promotions
    met = dearer_for_some(case)
    return failing(
        rows,
        rows["id"].isin(met.index),
        at="value",
        say="{id} asks {asks_money} for {sku}, when anyone pays {pays_money} at the same time{more}",
        asks_money=rows["id"].map(met["asks_money"]),
        pays_money=rows["id"].map(met["pays_money"]),
        sku=rows["id"].map(met["sku"]),
        more=rows["id"].map(met["more"]),
    )


RULE = Rule(
    code="STK403",
    name="live-deal-dearer-than-shelf",
    severity=Severity.WARNING,
    over="promotions",
    where=standing,
    needs=("starts", "ends"),
    check=check,
    fix="Set the promotion below what everybody pays, or take the SKU out of it.",
    see=("STK402",),
    examples=(
        draw("""
Promotions
   | ID      | Title          | Tool             | Level     | Applies to     | Which    | Kind of value  | Value | Starts           | Ends             | Seller pays | Quantity
 7 | HD26-01 | Holiday prices | Product discount | Variation | Nominated SKUs |          | Seller's price |       | 2026-11-20 00:00 | 2026-11-25 23:59 | 100%        |
 8 | HD26-06 | In the show    | LIVE flash deal  | Variation | Livestream     | HD26-L01 | Percent off    | 20%   | 2026-11-20 19:00 | 2026-11-20 19:20 | 100%        | 200      | <- HD26-06 asks $25.60 for 1729500011223344501, when anyone pays $24.99 at the same time
 9 | HD26-07 | In the show    | LIVE flash deal  | Variation | Livestream     | HD26-L02 | Percent off    | 25%   | 2026-11-21 19:00 | 2026-11-21 19:20 | 100%        | 200
Livestreams
   | Stream ID | Title         | Kind        | Seller ID | Starts           | Ends
 7 | HD26-L01  | Opening night | Seller LIVE | S-001     | 2026-11-20 19:00 | 2026-11-20 21:00
 8 | HD26-L02  | Second night  | Seller LIVE | S-001     | 2026-11-21 19:00 | 2026-11-21 21:00
Products
   | Promotion ID | SKU ID              | List price | Campaign price | Stock
 7 | HD26-01      | 1729500011223344501 | 32.00      | 24.99          | 100
 8 | HD26-01      | 1729500011223344502 | 32.00      | 26.99          | 100
"""),
    ),
)

"""A line gives less than the Min. discount that its promotion asks for.

The promotion is advertised as at least so much off: one line below it makes the banner wrong for the whole campaign.
"""

from typing import Any

import pandas as pd

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule
from campaignctl.rules.sku._depth import too_shallow, under_minimum
from campaignctl.rules.sku._faults import not_below_list, priced, too_high, without
from campaignctl.rules.sku._slips import hundredfold


def check(case: Case) -> tuple[Rows, ...]:
    """Find lines below the minimum; one that the marketplace itself refuses is SKU202's."""
    small = without(case, under_minimum(case), hundredfold, not_below_list, too_shallow)
    return too_high(case, small, "{depth} off list; {promotion_id} asks for at least {min_discount}")


def _asked(case: Case) -> "pd.Series[Any]":
    return priced(case) & (case.sku_lines["kind_of_value"] != "Percent off")


RULE = Rule(
    code="SKU208",
    name="discount-below-promotion-minimum",
    severity=Severity.ERROR,
    over="sku_lines",
    where=lambda lines: lines["min_discount"].notna(),
    given=_asked,
    needs=("deal_price", "list_price"),
    check=check,
    fix="Lower the campaign price until it reaches the promotion's Min. discount.",
    bars=True,
    see=("SKU202",),
    examples=(
        draw("""
Promotions
   | ID      | Title        | Tool             | Level     | Applies to     | Kind of value  | Starts           | Ends             | Min. discount
 7 | HD26-01 | 20% and more | Product discount | Variation | Nominated SKUs | Seller's price | 2026-11-20 00:00 | 2026-11-25 23:59 | 0.2
 8 | HD26-02 | Any price    | Product discount | Variation | Nominated SKUs | Seller's price | 2026-11-20 00:00 | 2026-11-25 23:59 |
Products
   | Promotion ID | SKU ID              | List price | Campaign price | Stock
 7 | HD26-01      | 1729500011223344501 | 40.00      | 32.00          | 100
 8 | HD26-01      | 1729500011223344502 | 40.00      | 34.00          | 100 | <- 15% off list; HD26-01 asks for at least 20%
 9 | HD26-02      | 1729500011223344503 | 40.00      | 34.00          | 100
10 | HD26-01      | 1729500011223344504 | 40.00      | 39.00          | 100
"""),
    ),
)

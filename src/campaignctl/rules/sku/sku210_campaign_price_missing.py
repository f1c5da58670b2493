"""A line gives no campaign price although its promotion leaves the price to the seller.

There is nothing to key in: the SKU takes a place and does not come into the campaign.
"""

from collections.abc import Iterator

import pandas as pd

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.noticed import left_blank
from campaignctl.rules.rule import Rows, Rule, failing
from campaignctl.workbooks.registration.products import PRODUCTS


def check(case: Case) -> Iterator[Rows]:
    """Find blank campaign prices, and once each sheet without their column; what cannot be read is told elsewhere."""
    lines = case.sku_lines[case.sku_lines["campaign_price"].isna()]
    blank = left_blank(case, lines, PRODUCTS, "campaign_price")
    say = "Campaign price is blank; {promotion_id} asks sellers for it"
    places = lines[["file", "sheet"]].astype("str")
    lacking = {place for place, where in case.maps.items() if "campaign_price" not in where.columns}
    without = pd.Series(pd.MultiIndex.from_frame(places).isin(lacking), index=lines.index) if lacking else ~blank
    without &= blank
    yield failing(lines, blank & ~without, at="campaign_price", say=say)
    yield failing(
        lines,
        without & ~places[without].duplicated().reindex(lines.index, fill_value=False),
        at="campaign_price",
        say="the column Campaign price is missing; {promotion_id} asks sellers for it",
        fix="Put the column back, with its heading as the form has it, and fill in what buyers pay.",
    )


RULE = Rule(
    code="SKU210",
    name="campaign-price-missing",
    severity=Severity.ERROR,
    over="sku_lines",
    where=lambda lines: lines["kind_of_value"].eq("Seller's price"),
    check=check,
    fix="Fill the price that buyers pay, or withdraw the line.",
    examples=(
        draw("""
Promotions
   | ID      | Title          | Tool             | Level     | Applies to     | Kind of value  | Value | Starts           | Ends
 7 | HD26-01 | Holiday prices | Product discount | Variation | Nominated SKUs | Seller's price |       | 2026-11-20 00:00 | 2026-11-25 23:59
 8 | HD26-02 | All 30% off    | Product discount | Variation | Nominated SKUs | Percent off    | 0.3   | 2026-11-20 00:00 | 2026-11-25 23:59
Products
   | Promotion ID | SKU ID              | List price | Campaign price | Stock
 7 | HD26-01      | 1729500011223344501 | 32.00      | 24.99          | 100
 8 | HD26-01      | 1729500011223344502 | 46.00      |                | 100 | <- Campaign price is blank; HD26-01 asks sellers for it
 9 | HD26-01      | 1729500011223344503 | 46.00      | soon           | 100
10 | HD26-02      | 1729500011223344504 | 46.00      |                | 100
"""),
        draw("""
Products
   | Promotion ID | SKU ID              | List price | Stock
 7 | HD26-01      | 1729500011223344501 | 32.00      | 100   | <- the column Campaign price is missing; HD26-01 asks sellers for it
 8 | HD26-01      | 1729500011223344502 | 46.00      | 100
"""),
    ),
)

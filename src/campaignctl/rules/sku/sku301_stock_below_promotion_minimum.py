"""A line keeps fewer units than its promotion asks for.

A deal that is sold out in minutes disappoints everybody whom the advertising brings, and its place on the page stays
empty.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Rows:
    """Find stock below the promotion's Min. stock; no stock at all is SKU302's."""
    lines = case.sku_lines
    return failing(
        lines,
        (lines["stock"] < lines["min_stock"]) & (lines["stock"] > 0),
        at="stock",
        say="Stock {stock} is below the {min_stock} units that {promotion_id} asks for",
        fix="Keep {min_stock} units or more, or withdraw the line.",
    )


RULE = Rule(
    code="SKU301",
    name="stock-below-promotion-minimum",
    severity=Severity.ERROR,
    over="sku_lines",
    where=lambda lines: lines["min_stock"].notna(),
    needs=("stock",),
    check=check,
    fix="Keep as many units as the promotion asks for, or withdraw the line.",
    bars=True,
    see=("SKU302",),
    examples=(
        draw("""
Promotions
   | ID      | Title          | Tool             | Level     | Applies to     | Kind of value  | Starts           | Ends             | Min. stock
 7 | HD26-01 | Holiday prices | Product discount | Variation | Nominated SKUs | Seller's price | 2026-11-20 00:00 | 2026-11-25 23:59 | 100
 8 | HD26-02 | Any stock      | Product discount | Variation | Nominated SKUs | Seller's price | 2026-11-20 00:00 | 2026-11-25 23:59 |
Products
   | Promotion ID | SKU ID              | List price | Campaign price | Stock
 7 | HD26-01      | 1729500011223344501 | 32.00      | 24.99          | 100
 8 | HD26-01      | 1729500011223344502 | 46.00      | 36.80          | 40   | <- Stock 40 is below the 100 units that HD26-01 asks for
 9 | HD26-02      | 1729500011223344502 | 46.00      | 36.80          | 40
10 | HD26-01      | 1729500011223344503 | 46.00      | 36.80          | 0
"""),
    ),
)

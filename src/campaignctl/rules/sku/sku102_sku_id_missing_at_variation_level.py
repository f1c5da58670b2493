"""A line of a promotion at variation level does not say which SKU it means.

A deal at variation level is keyed in per SKU; guessing would discount every size and colour of the product.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.noticed import left_blank
from campaignctl.rules.rule import Rows, Rule, failing
from campaignctl.workbooks.registration.products import PRODUCTS


def check(case: Case) -> Rows:
    """Find blank SKU IDs; an ID that is there but damaged is told elsewhere."""
    lines = case.sku_lines[case.sku_lines["sku_id"].isna()]
    blank = left_blank(case, lines, PRODUCTS, "sku_id")
    return failing(lines, blank, at="sku_id", say="SKU ID is blank; {promotion_id} discounts single variations")


RULE = Rule(
    code="SKU102",
    name="sku-id-missing-at-variation-level",
    severity=Severity.ERROR,
    over="sku_lines",
    where=lambda lines: lines["level"].eq("Variation"),
    check=check,
    fix="Fill the SKU ID, one row for each variation.",
    examples=(
        draw("""
Promotions
   | ID      | Title          | Tool             | Level     | Applies to     | Kind of value  | Starts           | Ends
 7 | HD26-01 | Holiday prices | Product discount | Variation | Nominated SKUs | Seller's price | 2026-11-20 00:00 | 2026-11-25 23:59
 8 | HD26-02 | Whole listings | Product discount | Product   | Nominated SKUs | Seller's price | 2026-11-20 00:00 | 2026-11-25 23:59
Products
   | Promotion ID | Product ID          | SKU ID              | List price | Campaign price | Stock
 7 | HD26-01      | 1729384756102938471 | 1729500011223344501 | 32.00      | 24.99          | 100
 8 | HD26-01      | 1729384756102938472 |                     | 46.00      | 36.80          | 100 | <- SKU ID is blank; HD26-01 discounts single variations
 9 | HD26-02      | 1729384756102938472 |                     | 46.00      | 36.80          | 100
10 | HD26-01      | 1729384756102938473 | 1.7295E+18          | 46.00      | 36.80          | 100
"""),
    ),
)

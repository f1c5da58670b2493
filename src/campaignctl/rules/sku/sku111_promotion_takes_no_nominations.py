"""A line nominates a SKU for a promotion that takes none.

The promotion applies to all registered SKUs, to a category, a shop or a stream; what the line promises for it, price
and stock, nobody reads.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Rows:
    """Find lines of promotions that do not apply to nominated SKUs."""
    lines = case.sku_lines
    say = "{promotion_id} applies to {applies_to}; nothing is nominated for it"
    return failing(lines, lines["promotion_id"].notna(), at="promotion_id", say=say)


RULE = Rule(
    code="SKU111",
    name="promotion-takes-no-nominations",
    severity=Severity.WARNING,
    over="sku_lines",
    where=lambda lines: lines["applies_to"].notna() & lines["applies_to"].ne("Nominated SKUs"),
    check=check,
    fix="Choose a promotion that takes nominations, or withdraw the line.",
    fix_for_seller="Choose a promotion from the list of Promotion ID, or withdraw the line.",
    see=("SKU101",),
    examples=(
        draw("""
Promotions
   | ID      | Title          | Tool             | Level     | Applies to          | Kind of value  | Starts           | Ends
 7 | HD26-01 | Holiday prices | Product discount | Variation | Nominated SKUs      | Seller's price | 2026-11-20 00:00 | 2026-11-25 23:59
 8 | HD26-05 | Ten off        | Platform coupon  | Shop      | All registered SKUs | Percent off    | 2026-11-20 00:00 | 2026-11-25 23:59
Products
   | Promotion ID | SKU ID              | List price | Campaign price | Stock
 7 | HD26-01      | 1729500011223344501 | 32.00      | 24.99          | 100
 8 | HD26-05      | 1729500011223344501 | 32.00      | 24.99          | 100 | <- HD26-05 applies to All registered SKUs; nothing is nominated for it
"""),
    ),
)

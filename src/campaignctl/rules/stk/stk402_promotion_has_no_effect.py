"""A seller gave a price for a promotion that never sets the price: another one outranks it all the time.

The seller believes to have joined it, and nobody will buy through it; often the dearer of the two is not the one that
was meant to win.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule
from campaignctl.rules.sku._depth import too_deep
from campaignctl.rules.sku._faults import at_price, without
from campaignctl.rules.stk._idle import idle_lines
from campaignctl.rules.stk._prices import NOT_MEANT


def check(case: Case) -> tuple[Rows, ...]:
    """Find such lines; promotions that may not meet at all are told by SKU401."""
    few = case.with_rows("sku_lines", idle_lines(case))
    fine = without(few, few.sku_lines["line"].notna(), *NOT_MEANT, too_deep)
    return at_price(
        few.with_rows("sku_lines", few.sku_lines[fine]),
        "{said} {promotion_id} at {deal_price} has no effect: {by} at {by_money} outranks it whenever it runs",
        "Withdraw the line, or move one of the two promotions.",
        "Withdraw the line, or move one of the two promotions.",
    )


RULE = Rule(
    code="STK402",
    name="promotion-has-no-effect",
    severity=Severity.WARNING,
    over="sku_lines",
    where=lambda lines: lines["promotion_known"],
    needs=("list_price", "starts", "ends", "deal_price"),
    check=check,
    fix="Withdraw the line, or move one of the two promotions.",
    fix_for_seller="Withdraw the line from one of the two promotions.",
    see=("SKU401", "STK403"),
    examples=(
        draw("""
Promotions
   | ID      | Title          | Tool             | Level     | Applies to     | Kind of value  | Starts           | Ends             | Seller pays
 7 | HD26-01 | Holiday prices | Product discount | Variation | Nominated SKUs | Seller's price | 2026-11-22 00:00 | 2026-11-23 23:59 | 100%
 8 | HD26-04 | Campaign price | Campaign price   | Variation | Nominated SKUs | Seller's price | 2026-11-20 00:00 | 2026-11-25 23:59 | 85%
 9 | HD26-09 | All of it      | Product discount | Variation | Nominated SKUs | Seller's price | 2026-11-20 00:00 | 2026-11-26 23:59 | 100%
Products
   | Promotion ID | SKU ID              | List price | Campaign price | Stock
 7 | HD26-04      | 1729500011223344501 | 32.00      | 21.99          | 100
 8 | HD26-01      | 1729500011223344501 | 32.00      | 20.80          | 100   | <- product discount HD26-01 at $20.80 has no effect: HD26-04 at $21.99 outranks it whenever it runs
 9 | HD26-09      | 1729500011223344501 | 32.00      | 24.99          | 100
10 | HD26-01      | 1729500011223344502 | 32.00      | 20.80          | 100
"""),
    ),
)

"""What buyers would pay is not below the list price.

The marketplace refuses a deal without a discount, and buyers who see one report it.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule
from campaignctl.rules.sku._faults import not_below_list, priced, too_high, without
from campaignctl.rules.sku._slips import hundredfold


def check(case: Case) -> tuple[Rows, ...]:
    """Find prices at or above list; one that is a hundred times too high is SKU203's."""
    above = without(case, not_below_list(case), hundredfold)
    return too_high(case, above, "Price {deal_price} is not below the list price {list_price}")


RULE = Rule(
    code="SKU201",
    name="deal-not-below-list",
    severity=Severity.ERROR,
    over="sku_lines",
    given=priced,
    needs=("deal_price", "list_price"),
    check=check,
    fix="Lower the campaign price below the list price, or correct the list price.",
    see=("SKU202", "SKU203"),
    examples=(
        draw("""
Products
   | Promotion ID | SKU ID              | List price | Campaign price | Stock
 7 | HD26-01      | 1729500011223344501 | 32.00      | 24.99          | 100
 8 | HD26-01      | 1729500011223344502 | 46.00      | 46.00          | 100 | <- Price $46.00 is not below the list price $46.00
 9 | HD26-01      | 1729500011223344503 | 18.00      | 21.50          | 100 | <- Price $21.50 is not below the list price $18.00
10 | HD26-01      | 1729500011223344504 | 16.00      | 1299           | 100
11 | HD26-01      | 1729500011223344505 | 0          | 12.99          | 100 | <- Price $12.99 is not below the list price $0.00
"""),
        draw("""
Promotions
   | ID      | Title       | Tool             | Level     | Applies to     | Kind of value | Value | Starts           | Ends
 7 | HD26-01 | All for $10 | Product discount | Variation | Nominated SKUs | Fixed price   | 10.00 | 2026-11-20 00:00 | 2026-11-25 23:59
Products
   | Promotion ID | SKU ID              | List price | Stock
 7 | HD26-01      | 1729500011223344501 | 12.00      | 100
 8 | HD26-01      | 1729500011223344502 | 9.00       | 100 | <- Price $10.00 is not below the list price $9.00
"""),
    ),
)

"""The lowest price of the last 30 days is said to be above the list price.

One of the two is wrong. If it is the low, a deal that the marketplace refuses passes every check here.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule, failing
from campaignctl.rules.sku._faults import without
from campaignctl.rules.sku._slips import hundredfold


def check(case: Case) -> Rows:
    """Find recent lows above list; a list price typed in the wrong unit is SKU203's."""
    lines = case.sku_lines
    above = without(case, (lines["low_30d"] > lines["list_price"]) & (lines["list_price"] > 0), hundredfold)
    say = "Lowest 30 days {low_30d} is above the list price {list_price}"
    return failing(lines, above, at="low_30d", say=say)


RULE = Rule(
    code="SKU212",
    name="recent-low-above-list",
    severity=Severity.WARNING,
    over="sku_lines",
    where=lambda lines: lines["low_30d"].notna(),
    needs=("list_price",),
    check=check,
    fix="Look both up in Seller Center, and correct the wrong one.",
    see=("SKU203", "SKU204", "SKU205"),
    examples=(
        draw("""
Products
   | Promotion ID | SKU ID              | List price | Lowest 30 days | Campaign price | Stock
 7 | HD26-01      | 1729500011223344501 | 32.00      | 32.00          | 24.99          | 100
 8 | HD26-01      | 1729500011223344502 | 46.00      | 64.00          | 36.80          | 100 | <- Lowest 30 days $64.00 is above the list price $46.00
 9 | HD26-01      | 1729500011223344503 | 46.00      |                | 36.80          | 100
"""),
    ),
)

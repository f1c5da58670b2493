"""A line is offered without a single unit to sell.

The deal appears as sold out from its first second, and its place could have gone to another SKU.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Rows:
    """Find lines whose stock is 0 or less."""
    lines = case.sku_lines[case.sku_lines["stock"] <= 0]
    units = lines["stock"].astype("str")  # -1 is a slip here, not No limit
    return failing(lines, units.notna(), at="stock", say="Stock is {units}: nothing can be sold", units=units)


RULE = Rule(
    code="SKU302",
    name="no-stock",
    severity=Severity.ERROR,
    over="sku_lines",
    needs=("stock",),
    check=check,
    fix="Type the units kept for this promotion, or write Withdraw in the column Line.",
    see=("SKU301",),
    examples=(
        draw("""
Products
   | Promotion ID | SKU ID              | List price | Campaign price | Stock | Line
 7 | HD26-01      | 1729500011223344501 | 32.00      | 24.99          | 1     | Offer
 8 | HD26-01      | 1729500011223344502 | 46.00      | 36.80          | 0     |          | <- Stock is 0: nothing can be sold
 9 | HD26-01      | 1729500011223344503 | 46.00      | 36.80          | 0     | Withdraw
10 | HD26-01      | 1729500011223344504 | 46.00      | 36.80          | -1    |          | <- Stock is -1: nothing can be sold
"""),
    ),
)

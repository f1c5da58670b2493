"""A flash deal does not undercut the lowest price that buyers paid in the last 30 days.

The marketplace rejects the line when the deal is keyed in, often after the registration deadline, and the slot stays
empty.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Rows:
    """Find flash deals at or above the recent low."""
    lines = case.sku_lines
    high = lines["deal_price"] >= lines["low_30d"]
    return failing(
        lines, high, at="campaign_price", say="flash deal {deal_price} is not below the 30-day low {low_30d}"
    )


RULE = Rule(
    code="SKU204",
    name="flash-deal-above-recent-low",
    severity=Severity.ERROR,
    over="sku_lines",
    where=lambda lines: lines["tool"].eq("flash_deal"),
    needs=("deal_price", "low_30d"),
    check=check,
    fix="Lower the campaign price below {low_30d}, or offer the product in a product discount.",
    examples=(
        draw("""
Products
   | Promotion ID | SKU ID              | List price | Lowest 30 days | Campaign price | Stock
 7 | HD26-02      | 1729500011223344501 | 32.00      | 24.99          | 21.99          | 100
 8 | HD26-02      | 1729500011223344502 | 46.00      | 36.80          | 36.80          | 100 | <- flash deal $36.80 is not below the 30-day low $36.80
 9 | HD26-01      | 1729500011223344503 | 46.00      | 36.80          | 36.80          | 100
"""),
    ),
)

"""All promotions together can cost the platform more than the campaign may.

Each may keep to its own budget on paper, and yet what sellers promised and buyers may claim adds up to more. At stake is
the excess.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule, failing
from campaignctl.rules.stk._exposure import worst_by_promotion


def check(case: Case) -> Rows:
    """Add up the worst cases of all promotions that something bounds."""
    setup, together = case.setup, int(worst_by_promotion(case).sum())
    excess = together - setup["platform_budget"]
    return failing(
        setup,
        excess > 0,
        at="platform_budget",
        say="at worst the platform pays {together_money} for all promotions, {excess_money} more than its budget",
        amount=excess,
        together_money=together,
        excess_money=excess,
    )


RULE = Rule(
    code="STK502",
    name="worst-case-above-platform-budget",
    severity=Severity.WARNING,
    over="campaign",
    needs=("platform_budget",),
    check=check,
    fix="Lower quantities or shares of the promotions that cost most, or have the platform budget raised.",
    see=("CMP106", "STK501"),
    examples=(
        draw("""
Campaign
 | Platform budget
 | 300.00          | <- at worst the platform pays $360.00 for all promotions, $60.00 more than its budget
Promotions
   | ID      | Title          | Tool           | Level     | Applies to     | Kind of value  | Starts           | Ends             | Seller pays | Budget
 7 | HD26-04 | Campaign price | Campaign price | Variation | Nominated SKUs | Seller's price | 2026-11-20 00:00 | 2026-11-25 23:59 | 70%         | 300.00
Products
   | Promotion ID | SKU ID              | List price | Campaign price | Stock
 7 | HD26-04      | 1729500011223344501 | 32.00      | 20.00          | 100
"""),
        draw("""
Campaign
 | Platform budget
 | 360.00
Promotions
   | ID      | Title          | Tool           | Level     | Applies to     | Kind of value  | Starts           | Ends             | Seller pays | Budget
 7 | HD26-04 | Campaign price | Campaign price | Variation | Nominated SKUs | Seller's price | 2026-11-20 00:00 | 2026-11-25 23:59 | 70%         | 300.00
Products
   | Promotion ID | SKU ID              | List price | Campaign price | Stock
 7 | HD26-04      | 1729500011223344501 | 32.00      | 20.00          | 100
"""),
    ),
)

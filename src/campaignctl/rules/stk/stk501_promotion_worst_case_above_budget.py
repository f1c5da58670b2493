"""A promotion can cost the platform more than its budget.

Everything kept for it sold, every claim used: nothing stops it at the budget but somebody who watches. At stake is the
excess.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.promotions import standing
from campaignctl.rules.rule import Rows, Rule, failing
from campaignctl.rules.stk._exposure import worst_by_promotion


def check(case: Case) -> Rows:
    """Compare the worst case of every promotion with its budget; where nothing bounds it, PRM123 asks for a limit."""
    rows = case.promotions
    worst = rows["id"].map(worst_by_promotion(case)).astype("Int64")
    excess = worst - rows["budget"]
    return failing(
        rows,
        excess > 0,
        at="budget",
        say="at worst the platform pays {worst_money} for {id}, {excess_money} more than its budget",
        amount=excess,
        worst_money=worst,
        excess_money=excess,
    )


RULE = Rule(
    code="STK501",
    name="promotion-worst-case-above-budget",
    severity=Severity.WARNING,
    over="promotions",
    where=lambda rows: standing(rows) & rows["id"].notna() & (rows["budget"] > 0),
    check=check,
    fix="Lower Quantity, Max discount or the stock, or raise the budget.",
    see=("PRM112", "PRM123", "STK502"),
    examples=(
        draw("""
Promotions
   | ID      | Title          | Tool             | Level     | Applies to          | Kind of value  | Value | Starts           | Ends             | Seller pays | Budget | Quantity | Max discount | Min. spend
 7 | HD26-04 | Campaign price | Campaign price   | Variation | Nominated SKUs      | Seller's price |       | 2026-11-20 00:00 | 2026-11-25 23:59 | 70%         | 300.00 |          |              |            | <- at worst the platform pays $360.00 for HD26-04, $60.00 more than its budget
 8 | HD26-05 | Five together  | Co-funded coupon | Shop      | All registered SKUs | Amount off     | 5.00  | 2026-11-20 00:00 | 2026-11-25 23:59 | 50%         | 100.00 | 60       |              | 20.00      | <- at worst the platform pays $150.00 for HD26-05, $50.00 more than its budget
 9 | HD26-06 | Ten percent    | Platform coupon  | Shop      | All registered SKUs | Percent off    | 10%   | 2026-11-20 00:00 | 2026-11-25 23:59 | 0           | 400.00 | 100      | 4.00         | 20.00
Products
   | Promotion ID | SKU ID              | List price | Campaign price | Stock
 7 | HD26-04      | 1729500011223344501 | 32.00      | 20.00          | 100
"""),
    ),
)

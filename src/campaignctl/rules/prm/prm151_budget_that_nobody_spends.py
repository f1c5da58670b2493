"""A promotion that the seller pays alone has a platform budget.

The money is set aside for nothing and missing elsewhere; or Seller pays is wrong, and the seller is charged for what
the platform promised. The money at stake is the budget.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.promotions import called, standing
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Rows:
    """Find budgets of promotions whose discount the seller pays in full."""
    rows = case.promotions
    say = "{called} has a budget of {budget}, and the seller pays everything"
    return failing(rows, rows["budget"] > 0, at="budget", say=say, amount=rows["budget"], called=called(rows))


RULE = Rule(
    code="PRM151",
    name="budget-that-nobody-spends",
    severity=Severity.WARNING,
    over="promotions",
    where=lambda rows: standing(rows) & (rows["seller_pays"] >= 1),
    check=check,
    fix="Clear Budget, or correct Seller pays.",
    see=("PRM112", "CMP106"),
    examples=(
        draw("""
Promotions
   | ID      | Tool             | Seller pays | Budget
 7 | HD26-01 | Product discount | 100%        |
 8 | HD26-02 | Flash deal       | 70%         | 9000
 9 | HD26-03 | Flash deal       | 100%        | 9000   | <- HD26-03 has a budget of $9,000.00, and the seller pays everything
"""),
    ),
)

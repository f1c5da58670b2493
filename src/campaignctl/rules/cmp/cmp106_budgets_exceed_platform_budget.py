"""The budgets of the promotions add up to more than the platform may spend.

Each promotion is launched on its own budget; nothing stops the last of them but an overspent account. At stake is
the excess.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.promotions import standing
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Rows:
    """Add up the budgets of all promotions that are not cancelled."""
    offers = case.promotions[standing(case.promotions)]
    together, setup = int(offers["budget"].sum()), case.setup
    excess = together - setup["platform_budget"]
    return failing(
        setup,
        excess > 0,
        at="platform_budget",
        say="the promotions' budgets add up to {together_money}, {excess_money} above the platform budget",
        amount=excess,
        together_money=together,
        excess_money=excess,
    )


RULE = Rule(
    code="CMP106",
    name="budgets-exceed-platform-budget",
    severity=Severity.ERROR,
    over="campaign",
    needs=("platform_budget",),
    check=check,
    fix="Lower the budgets of the promotions, or have the platform budget raised.",
    see=("PRM112",),
    examples=(
        draw("""
Campaign
 | Platform budget
 | 20000           | <- the promotions' budgets add up to $21,000.00, $1,000.00 above the platform budget
Promotions
   | ID      | Budget | Status
 7 | HD26-01 | 12000  |
 8 | HD26-02 | 9000   |
 9 | HD26-03 | 9000   | Cancelled
"""),
        draw("""
Campaign
 | Platform budget
 | 21000
Promotions
   | ID      | Budget
 7 | HD26-01 | 12000
 8 | HD26-02 | 9000
"""),
    ),
)

"""A promotion stands configured with another limit per buyer than was locked.

Without the limit a few buyers take everything that was kept for many.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.lck._keyed import CURE, differs
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Rows:
    """Compare with the stricter of the line's limit and its promotion's; none given is no limit."""
    rows = case.frames["configured"]
    number = case.lock.number if case.lock else 0
    say = (
        f"{{item}} is configured in {{promotion_id}} with {{per_buyer}} per buyer; lock {number} holds {{locked_limit}}"
    )
    return failing(rows, differs(rows, "per_buyer", "limit"), at="per_buyer", say=say)


RULE = Rule(
    code="LCK503",
    name="configured-buyer-limit-differs-from-lock",
    severity=Severity.ERROR,
    over="configured",
    where=lambda rows: rows["locked"],
    check=check,
    fix=CURE,
    see=("LCK502",),
    examples=(
        draw("""
Locked Products
   | Promotion ID | Product ID          | SKU ID              | List price | Campaign price | Stock | Per buyer
 7 | HD26-01      | 1729384756102938471 | 1729500011223344501 | 32.00      | 24.99          | 500   | 5
 8 | HD26-01      | 1729384756102938472 | 1729500011223344502 | 46.00      | 36.80          | 200   | 2
Products
   | Promotion ID | Product ID          | SKU ID              | List price | Campaign price | Stock | Per buyer
 7 | HD26-01      | 1729384756102938471 | 1729500011223344501 | 32.00      | 24.99          | 500   | 5
 8 | HD26-01      | 1729384756102938472 | 1729500011223344502 | 46.00      | 36.80          | 200   | 2
Configured
   | Own ID  | Product ID          | SKU ID              | Deal price | Quantity per user
 2 | HD26-01 | 1729384756102938471 | 1729500011223344501 | 24.99      | 5
 3 | HD26-01 | 1729384756102938472 | 1729500011223344502 | 36.80      | 20                | <- 1729500011223344502 is configured in HD26-01 with 20 per buyer; lock 1 holds 2
"""),
    ),
)

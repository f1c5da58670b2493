"""A promotion stands configured with another number of units than was locked.

Too few end a deal in the first hour; too many, or no limit, sell units at a price that was promised for a part of them.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.lck._keyed import CURE, differs
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Rows:
    """Find other totals, no limit among them; a list that does not show them is not judged."""
    rows = case.frames["configured"]
    number = case.lock.number if case.lock else 0
    say = f"{{item}} is configured in {{promotion_id}} with {{quantity}} in all; lock {number} holds {{locked_units}}"
    return failing(rows, differs(rows, "quantity", "units"), at="quantity", say=say)


RULE = Rule(
    code="LCK502",
    name="configured-units-differ-from-lock",
    severity=Severity.ERROR,
    over="configured",
    where=lambda rows: rows["locked"],
    check=check,
    fix=CURE,
    see=("LCK501", "LCK503"),
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
   | Own ID  | Product ID          | SKU ID              | Deal price | Quantity limit
 2 | HD26-01 | 1729384756102938471 | 1729500011223344501 | 24.99      | 500
 3 | HD26-01 | 1729384756102938472 | 1729500011223344502 | 36.80      | No limit       | <- 1729500011223344502 is configured in HD26-01 with No limit in all; lock 1 holds 200
"""),
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
   | Own ID  | Product ID          | SKU ID              | Deal price | Quantity limit
 2 | HD26-01 | 1729384756102938471 | 1729500011223344501 | 24.99      |
 3 | HD26-01 | 1729384756102938472 | 1729500011223344502 | 36.80      | 20             | <- 1729500011223344502 is configured in HD26-01 with 20 in all; lock 1 holds 200
"""),
    ),
)

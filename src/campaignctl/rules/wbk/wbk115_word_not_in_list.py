"""A cell holds a word that its list does not offer.

What the word was meant to be is a guess, and a wrong guess sets up the wrong promotion.
"""

from dataclasses import replace

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.domain.observations import Kind
from campaignctl.rules.case import Case
from campaignctl.rules.cmp._currency import of_another_market
from campaignctl.rules.rule import Rule, Seen, observed


def check(case: Case) -> Seen:
    """Turn what the reader met into findings."""
    seen = observed(case, Kind.NOT_A_CHOICE, say="{column} “{value}” is not one of the list")
    currency = of_another_market(case)  # told with what it does to every amount
    return replace(seen, observations=tuple(one for one in seen.observations if one not in currency))


RULE = Rule(
    code="WBK115",
    name="word-not-in-list",
    severity=Severity.ERROR,
    check=check,
    fix="Choose a word from the list of {column}.",
    examples=(
        draw("""
Promotions
   | ID      | Title          | Tool             | Level | Applies to     | Kind of value  | Starts           | Ends             | Seller pays | Owner
 7 | HD26-01 | Holiday prices | product DISCOUNT | Shop  | Nominated SKUs | Seller's price | 2026-11-20 00:00 | 2026-11-25 23:59 | 1           | Ines Roth
 8 | HD26-02 | Opening flash  | Lightning deal   | Shop  | Nominated SKUs | Seller's price | 2026-11-20 18:00 | 2026-11-21 18:00 | 1           | Ines Roth | <- Tool “Lightning deal” is not one of the list
"""),
    ),
)

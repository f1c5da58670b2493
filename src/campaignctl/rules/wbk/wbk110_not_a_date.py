"""A cell that must hold a date holds something else.

The promotion would start at a moment that somebody guesses.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.domain.observations import Kind
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rule, Seen, observed


def check(case: Case) -> Seen:
    """Turn what the reader met into findings."""
    return observed(case, Kind.NOT_A_DATE, say="{column} is “{value}”: {detail}")


RULE = Rule(
    code="WBK110",
    name="not-a-date",
    severity=Severity.ERROR,
    check=check,
    fix="Type the date as 2026-11-25 18:00, or choose the day in the cell.",
    examples=(
        draw("""
Promotions
   | ID      | Title          | Tool             | Level | Applies to     | Kind of value  | Starts           | Ends             | Seller pays | Owner
 7 | HD26-01 | Holiday prices | Product discount | Shop  | Nominated SKUs | Seller's price | 2026-11-20 00:00 | 2026-11-25 23:59 | 1           | Ines Roth
 8 | HD26-02 | Opening flash  | Flash deal       | Product | Nominated SKUs | Seller's price | 31/13/2026     | 2026-11-21 18:00 | 1           | Ines Roth | <- Starts is “31/13/2026”: there is no such day
"""),
    ),
)

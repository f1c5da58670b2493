"""A date is written so that day and month could be exchanged.

03/04 is 4 March to one reader and 3 April to the other; the campaign has one launch.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.domain.observations import Kind
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rule, Seen, observed


def check(case: Case) -> Seen:
    """Turn what the reader met into findings."""
    return observed(case, Kind.AMBIGUOUS_DATE, say="{column} “{value}” was {detail}")


RULE = Rule(
    code="WBK112",
    name="date-can-be-read-two-ways",
    severity=Severity.WARNING,
    check=check,
    fix="Type the date with the month's name, or as 2026-11-05.",
    examples=(
        draw("""
Promotions
   | ID      | Title          | Tool             | Level | Applies to     | Kind of value  | Starts           | Ends             | Seller pays | Owner
 7 | HD26-01 | Holiday prices | Product discount | Shop  | Nominated SKUs | Seller's price | 11/05/2026 18:00 | 2026-11-15 18:00 | 1           | Ines Roth | <- Starts “11/05/2026 18:00” was read as 2026-11-05
 8 | HD26-02 | Opening flash  | Flash deal       | Product | Nominated SKUs | Seller's price | 11/20/2026 18:00 | 2026-11-21 18:00 | 1         | Ines Roth
"""),
    ),
)

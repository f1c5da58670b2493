"""An end is a day without a time, or its midnight; it was read as all of that day.

A spreadsheet cannot tell the two apart, and operators mean the day; whoever meant the midnight before would run a day
too long.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.domain.observations import Kind
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rule, Seen, observed


def check(case: Case) -> Seen:
    """Turn what the reader met into findings."""
    return observed(case, Kind.WHOLE_DAY_END, say="{column} {value} was {detail}")


RULE = Rule(
    code="WBK113",
    name="end-at-midnight",
    severity=Severity.NOTE,
    check=check,
    fix="If that is right, type 23:59; if the midnight before was meant, type the day before.",
    examples=(
        draw("""
Promotions
   | ID      | Title          | Tool             | Level | Applies to     | Kind of value  | Starts           | Ends             | Seller pays | Owner
 7 | HD26-01 | Holiday prices | Product discount | Shop  | Nominated SKUs | Seller's price | 2026-11-20 00:00 | 2026-11-25       | 1           | Ines Roth | <- Ends 2026-11-25 00:00 was read as all of that day, until Thu 26 Nov 2026 00:00
 8 | HD26-02 | Opening flash  | Flash deal       | Product | Nominated SKUs | Seller's price | 2026-11-20 18:00 | 2026-11-21 23:59 | 1         | Ines Roth
"""),
    ),
)

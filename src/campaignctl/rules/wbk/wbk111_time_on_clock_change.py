"""A time lies in the hour in which the clocks change.

The hour happens twice or not at all, and a deal keyed in for it starts an hour off.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.domain.observations import Kind
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rule, Seen, observed


def check(case: Case) -> Seen:
    """Turn what the reader met into findings."""
    return observed(case, Kind.DST_TIME, say="{column} {value}: {detail}")


RULE = Rule(
    code="WBK111",
    name="time-on-clock-change",
    severity=Severity.WARNING,
    check=check,
    fix="Choose a time outside the hour of the change.",
    examples=(
        draw("""
Promotions
   | ID      | Title          | Tool             | Level | Applies to     | Kind of value  | Starts           | Ends             | Seller pays | Owner
 7 | HD26-01 | Holiday prices | Product discount | Shop  | Nominated SKUs | Seller's price | 2026-11-01 01:30 | 2026-11-05 18:00 | 1           | Ines Roth | <- Starts 2026-11-01 01:30: the clocks show this time twice; read as the first
 8 | HD26-02 | Opening flash  | Flash deal       | Product | Nominated SKUs | Seller's price | 2026-11-20 18:00 | 2026-11-21 18:00 | 1         | Ines Roth
"""),
    ),
)

"""A percentage was typed as a bare number.

30 was read as 30 %; the same cell formatted otherwise would mean 3,000 %.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.domain.observations import Kind
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rule, Seen, observed


def check(case: Case) -> Seen:
    """Turn what the reader met into findings."""
    return observed(case, Kind.PERCENT_AS_NUMBER, say="{column} {value} was {detail}")


RULE = Rule(
    code="WBK116",
    name="percent-without-sign",
    severity=Severity.NOTE,
    check=check,
    fix="Type the percent sign too.",
    examples=(
        draw("""
Promotions
   | ID      | Title          | Tool             | Level | Applies to     | Kind of value  | Starts           | Ends             | Seller pays | Owner
 7 | HD26-01 | Holiday prices | Product discount | Shop  | Nominated SKUs | Seller's price | 2026-11-20 00:00 | 2026-11-25 23:59 | 0.7         | Ines Roth
 8 | HD26-02 | Opening flash  | Flash deal       | Product | Nominated SKUs | Seller's price | 2026-11-20 18:00 | 2026-11-21 18:00 | 70        | Ines Roth | <- Seller pays 70 was read as 70 %
"""),
    ),
)

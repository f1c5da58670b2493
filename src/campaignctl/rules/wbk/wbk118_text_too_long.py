"""A text is longer than its field takes.

The marketplace cuts it off or refuses it when it is keyed in.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.domain.observations import Kind
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rule, Seen, observed


def check(case: Case) -> Seen:
    """Turn what the reader met into findings."""
    return observed(case, Kind.TEXT_TOO_LONG, say="{column} has {detail}")


RULE = Rule(
    code="WBK118",
    name="text-too-long",
    severity=Severity.ERROR,
    check=check,
    fix="Shorten {column}.",
    examples=(
        draw("""
Promotions
   | ID      | Title          | Tool             | Level | Applies to     | Kind of value  | Starts           | Ends             | Seller pays | Owner
 7 | HD26-01 | Holiday prices | Product discount | Shop  | Nominated SKUs | Seller's price | 2026-11-20 00:00 | 2026-11-25 23:59 | 1           | Ines Roth
 8 | HD26-02 | Opening flash deal for all early birds of the season | Flash deal | Product | Nominated SKUs | Seller's price | 2026-11-20 18:00 | 2026-11-21 18:00 | 1 | Ines Roth | <- Title has 52 characters, at most 50
"""),
    ),
)

"""A heading is not known, but much like one that is missing.

Teams rename columns in good faith; the values under the new name are not read.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.domain.observations import Kind
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rule, Seen, observed


def check(case: Case) -> Seen:
    """Turn what the reader met into findings."""
    return observed(case, Kind.UNKNOWN_COLUMN, say="the heading “{value}” is not known; did you mean {detail}?")


RULE = Rule(
    code="WBK104",
    name="column-renamed",
    severity=Severity.WARNING,
    check=check,
    fix="Rename the heading to {detail}.",
    examples=(
        draw("""
Products
   | Promotion ID | Produt ID           | Product name | List price | Campaign price | Stock | <- the heading “Produt ID” is not known; did you mean Product ID?
 7 | HD26-01      | 1729384756102938471 | Serum 30 ml  | 32.00      | 24.99          | 100
"""),
    ),
    see=("WBK103",),
)

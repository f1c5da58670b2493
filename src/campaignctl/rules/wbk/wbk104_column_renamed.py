"""A heading is not known, but much like one that is missing.

Teams rename columns in good faith. Where the heading is all but the same and the cells fit, it is read as that column;
else the values under the new name are not read.
"""

from collections.abc import Iterator

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.domain.observations import Kind
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rule, Seen, observed


def check(case: Case) -> Iterator[Seen]:
    """Turn what the reader met into findings."""
    yield observed(case, Kind.RENAMED_COLUMN, say="the heading “{value}” was read as {detail}")
    yield observed(case, Kind.UNKNOWN_COLUMN, say="the heading “{value}” is not known; did you mean {detail}?")


RULE = Rule(
    code="WBK104",
    name="column-renamed",
    severity=Severity.WARNING,
    check=check,
    fix="Rename the heading to {detail}.",
    examples=(
        draw("""
Products
   | Promotion ID | Produt ID           | Product name | List price | Campaign price | Stock | <- the heading “Produt ID” was read as Product ID
 7 | HD26-01      | 1729384756102938471 | Serum 30 ml  | 32.00      | 24.99          | 100
"""),
        draw("""
Products
   | Promotion ID | Product number | Product name | List price | Campaign price | Stock
 7 | HD26-01      | AB-100         | Serum 30 ml  | 32.00      | 24.99          | 100
"""),
    ),
    see=("WBK103",),
)

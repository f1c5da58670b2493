"""A cell that must be filled is blank.

The line cannot be checked or set up, and an assumption made for it would be somebody's money.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.domain.observations import Kind
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rule, Seen, observed


def check(case: Case) -> Seen:
    """Turn what the reader met into findings."""
    return observed(case, Kind.BLANK_REQUIRED, say="{column} is blank")


RULE = Rule(
    code="WBK106",
    name="required-cell-blank",
    severity=Severity.ERROR,
    check=check,
    fix="Fill {column}.",
    examples=(
        draw("""
Products
   | Promotion ID | SKU ID              | Product ID          | Product name | List price | Campaign price | Stock
 7 | HD26-01      | 1729500011223344501 | 1729384756102938471 | Serum 30 ml  | 32.00      | 24.99          | 100
 8 | HD26-01      | 1729500011223344502 | 1729384756102938471 | Serum 50 ml  | 46.00      | 36.80          |     | <- Stock is blank
"""),
    ),
)

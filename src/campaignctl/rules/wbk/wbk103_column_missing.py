"""A required column is not in the sheet.

Every check that rests on the column falls silent, so a sheet without prices looks as clean as one whose prices are
right.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.domain.observations import Kind
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rule, Seen, observed


def check(case: Case) -> Seen:
    """Turn what the reader met into findings."""
    return observed(case, Kind.MISSING_COLUMN, say="the column {value} is missing")


RULE = Rule(
    code="WBK103",
    name="column-missing",
    severity=Severity.ERROR,
    check=check,
    firm=True,
    fix="Put the column {value} back, with its heading as the form has it.",
    examples=(
        draw("""
Products
   | Promotion ID | SKU ID              | Product ID          | Product name | List price | <- the column Stock is missing
 7 | HD26-01      | 1729500011223344501 | 1729384756102938471 | Serum 30 ml  | 32.00
"""),
    ),
)

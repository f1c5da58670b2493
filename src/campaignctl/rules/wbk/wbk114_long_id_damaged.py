"""A spreadsheet damaged a long ID.

Excel keeps 15 digits of a number; the rest became zeros, and the deal would go to another product or to none.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.domain.observations import Kind
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rule, Seen, observed


def check(case: Case) -> Seen:
    """Turn what the reader met into findings."""
    return observed(case, Kind.DAMAGED_ID, say="{column} is {value}: {detail}")


RULE = Rule(
    code="WBK114",
    name="long-id-damaged",
    severity=Severity.ERROR,
    check=check,
    fix="Paste the ID again as text (paste values only).",
    examples=(
        draw("""
Products
   | Promotion ID | SKU ID              | Product name | List price | Campaign price | Stock
 7 | HD26-01      | 1729500011223344501 | Serum 30 ml  | 32.00      | 24.99          | 100
 8 | HD26-01      | 1.7295E+18          | Serum 50 ml  | 46.00      | 36.80          | 100 | <- SKU ID is 1.7295E+18: Excel keeps 15 digits of a number; the last ones are lost
"""),
    ),
)

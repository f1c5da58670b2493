"""A number was typed or pasted as text.

Excel neither sums nor compares it; campaignctl reads it, but the next person's formula may not.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.domain.observations import Kind
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rule, Seen, observed


def check(case: Case) -> Seen:
    """Turn what the reader met into findings."""
    return observed(case, Kind.TEXT_NUMBER, say="{column} is text: “{value}”")


RULE = Rule(
    code="WBK201",
    name="number-written-as-text",
    severity=Severity.NOTE,
    check=check,
    fix="Type the number without currency sign, or use Data > Text to Columns.",
    examples=(
        draw("""
Products
   | Promotion ID | SKU ID              | List price | Campaign price | Stock
 7 | HD26-01      | 1729500011223344501 | 32.00      | 24.99          | 100
 8 | HD26-01      | 1729500011223344502 | '$46.00    | 36.80          | 100  | <- List price is text: “$46.00”
"""),
    ),
)

"""An amount has more decimals than its currency.

A formula left them; what buyers pay is rounded, and the line's price is not the one agreed.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.domain.observations import Kind
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rule, Seen, observed


def check(case: Case) -> Seen:
    """Turn what the reader met into findings."""
    return observed(case, Kind.TOO_PRECISE, say="{column} {value} was {detail}")


RULE = Rule(
    code="WBK120",
    name="more-decimals-than-the-currency",
    severity=Severity.WARNING,
    check=check,
    fix="Round the amount in the cell.",
    examples=(
        draw("""
Products
   | Promotion ID | SKU ID              | Product name | List price | Campaign price | Stock
 7 | HD26-01      | 1729500011223344501 | Serum 30 ml  | 32.00      | 24.99          | 100
 8 | HD26-01      | 1729500011223344502 | Serum 50 ml  | 46.00      | 36.7999        | 100 | <- Campaign price 36.7999 was read as $36.80
"""),
    ),
)

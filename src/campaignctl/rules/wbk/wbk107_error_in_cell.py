"""A formula in a cell shows an error.

The value behind it is unknown; a reader that takes it for blank would let the line pass unchecked.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.domain.observations import Kind
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rule, Seen, observed


def check(case: Case) -> Seen:
    """Turn what the reader met into findings."""
    return observed(case, Kind.ERROR_CELL, say="{column} shows {value}")


RULE = Rule(
    code="WBK107",
    name="error-in-cell",
    severity=Severity.ERROR,
    check=check,
    fix="Mend the formula, or type the value.",
    examples=(
        draw("""
Products
   | Promotion ID | SKU ID              | Product name | List price | Campaign price | Stock
 7 | HD26-01      | 1729500011223344501 | Serum 30 ml  | 32.00      | 24.99          | 100
 8 | HD26-01      | 1729500011223344502 | Serum 50 ml  | 46.00      | #N/A           | 100 | <- Campaign price shows #N/A
"""),
    ),
)

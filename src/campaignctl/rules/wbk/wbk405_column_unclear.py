"""A heading may name one of several columns.

A price that is taken for another price is worse than one that is not read: so it is not read, and asked about.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.domain.observations import Kind
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rule, Seen, observed


def check(case: Case) -> Seen:
    """Turn what the reader met into findings."""
    return observed(case, Kind.UNCLEAR_COLUMN, say="the heading “{value}” {detail}; it is not read")


RULE = Rule(
    code="WBK405",
    name="column-unclear",
    severity=Severity.ERROR,
    check=check,
    fix="Give the column the heading that the form has for it.",
    examples=(
        draw("""
Products
   | Promotion ID | SKU ID              | Product ID          | Product name | Price | Stock | <- the heading “Price” may be List price or Campaign price; it is not read
 7 | HD26-01      | 1729500011223344501 | 1729384756102938471 | Serum 30 ml  | 24.99 | 100
"""),
        draw("""
Products
   | Promotion ID | SKU ID              | Product name | List price | Deal price | Promo price | Stock
 7 | HD26-01      | 1729500011223344501 | Serum 30 ml  | 32.00      | 24.99      | 24.99       | 100
"""),
    ),
    see=("WBK103", "WBK105"),
)

"""A sentence stands in the list where a line should be.

Sellers write what matters below their lines: all prices without tax, two SKUs to be left out. No rule reads it, so
somebody must.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.domain.observations import Kind
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rule, Seen, observed


def check(case: Case) -> Seen:
    """Turn what the reader met into findings."""
    return observed(
        case,
        Kind.REMARK,
        say="the remark “{value}” stands among the lines; it is for you to read",
        say_for_seller="the remark “{value}” stands among the lines, and is read as none of them",
    )


RULE = Rule(
    code="WBK407",
    name="remark-among-lines",
    severity=Severity.WARNING,
    check=check,
    fix="Do what it says, or ask the seller; then delete the row.",
    fix_for_seller="Write it under Comment on the sheet Seller, and delete the row.",
    examples=(
        draw("""
Products
   | Promotion ID | Product ID          | Product name | List price | Campaign price | Stock
 7 | HD26-01      | 1729384756102938471 | Serum 30 ml  | 32.00      | 24.99          | 100
 9 | All prices are without tax, please add it |  |  |  |  |  | <- the remark “All prices are without tax, please add it” stands among the lines; it is for you to read
"""),
    ),
)

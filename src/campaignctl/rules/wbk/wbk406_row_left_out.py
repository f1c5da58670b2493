"""A row among the lines is none: the headings again, or a total.

It would be a line without an ID, with the stock of all lines together. It is left out; if it was meant as a line, it
must say which SKU it is.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.domain.observations import Kind
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rule, Seen, observed


def check(case: Case) -> Seen:
    """Turn what the reader met into findings."""
    return observed(case, Kind.ROW_LEFT_OUT, say="the row “{value}” {detail} and was not read as a line")


RULE = Rule(
    code="WBK406",
    name="row-left-out",
    severity=Severity.NOTE,
    check=check,
    fix="Nothing, if it is none; else fill in its IDs.",
    examples=(
        draw("""
Products
   | Promotion ID | Product ID          | Product name | List price | Campaign price | Stock
 7 | HD26-01      | 1729384756102938471 | Serum 30 ml  | 32.00      | 24.99          | 100
 8 | HD26-01      | 1729384756102938472 | Cream 50 ml  | 40.00      | 29.99          | 50
 9 |              |                     | Total        |            |                | 150   | <- the row “Total” is a total and was not read as a line
"""),
    ),
)

"""A cell that must hold a number holds something else.

Words such as “about 200” cannot be keyed in, and whoever keys them in will guess.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.domain.observations import Kind
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rule, Seen, observed


def check(case: Case) -> Seen:
    """Turn what the reader met into findings."""
    return observed(case, Kind.NOT_A_NUMBER, say="{column} is “{value}”: {detail}")


RULE = Rule(
    code="WBK109",
    name="not-a-number",
    severity=Severity.ERROR,
    check=check,
    fix="Type the number alone.",
    examples=(
        draw("""
Products
   | Promotion ID | SKU ID              | Product name | List price | Campaign price | Stock
 7 | HD26-01      | 1729500011223344501 | Serum 30 ml  | 32.00      | 24.99          | 100
 8 | HD26-01      | 1729500011223344502 | Serum 50 ml  | 46.00      | 36.80          | about 200 | <- Stock is “about 200”: a whole number is expected
"""),
    ),
)

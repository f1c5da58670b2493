"""An amount carries the sign of another currency.

€20 keyed in as $20 is a different deal.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.domain.observations import Kind
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rule, Seen, observed


def check(case: Case) -> Seen:
    """Turn what the reader met into findings."""
    return observed(case, Kind.CURRENCY_MISMATCH, say="{column} is “{value}”; {detail}")


RULE = Rule(
    code="WBK117",
    name="amount-in-other-currency",
    severity=Severity.ERROR,
    check=check,
    fix="Type the amount in the campaign's currency, without a sign.",
    examples=(
        draw("""
Products
   | Promotion ID | SKU ID              | Product name | List price | Campaign price | Stock
 7 | HD26-01      | 1729500011223344501 | Serum 30 ml  | 32.00      | 24.99          | 100
 8 | HD26-01      | 1729500011223344502 | Serum 50 ml  | 46.00      | €36.80         | 100 | <- Campaign price is “€36.80”; amounts here are in USD
"""),
    ),
)

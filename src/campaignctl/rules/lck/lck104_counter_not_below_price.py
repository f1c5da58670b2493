"""A counter-offer asks for no less than the seller already offers.

The seller would take it at once, and the campaign pays for the haggling: either the price is mistyped, or the line was to
be approved.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.decisions import COUNTER
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Rows:
    """Find counter-offers at or above the price they answer; the money at stake is the difference on the whole stock."""
    rows = case.frames["decisions"]
    high = rows["counter_price"] >= rows["campaign_price"]
    say = "the counter-offer of {counter_price} is not below the {campaign_price} that {seller_id} offers"
    return failing(
        rows, high, at="counter_price", say=say, amount=(rows["counter_price"] - rows["campaign_price"]) * rows["stock"]
    )


RULE = Rule(
    code="LCK104",
    name="counter-not-below-price",
    severity=Severity.ERROR,
    over="decisions",
    where=lambda rows: rows["decision"].eq(COUNTER),
    needs=("counter_price", "campaign_price"),
    check=check,
    fix="Correct Counter price, or approve the line.",
    examples=(
        draw("""
kai.xlsx: Decisions
   | Seller ID | Promotion ID | SKU ID              | Campaign price | Stock | Terms | Decision | Counter price | Reason | Decided by | Decided on
 7 | S-001     | HD26-01      | 1729500011223344501 | 24.99          | 500   | t1    | Counter  | 22.99         | Price  | Kai Lund   | 2026-11-14
 8 | S-001     | HD26-01      | 1729500011223344502 | 39.00          | 100   | t2    | Counter  | 390.00        | Price  | Kai Lund   | 2026-11-14 | <- the counter-offer of $390.00 is not below the $39.00 that S-001 offers
 9 | S-001     | HD26-01      | 1729500011223344503 | 39.00          | 100   | t3    | Approve  |               |        | Kai Lund   | 2026-11-14
"""),
    ),
)

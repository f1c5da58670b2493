"""A price is below the floor that the seller wrote into the same line.

The seller named both, so one of them is a slip: either the deal loses money on every unit, or the floor is stale and
blocks later changes.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule
from campaignctl.rules.sku._faults import TOO_LOW, below_floor, priced, too_low, without


def check(case: Case) -> tuple[Rows, ...]:
    """Find prices below the floor. The money at stake is what the whole stock would fall short of it."""
    lines = case.sku_lines
    below = without(case, below_floor(case), *TOO_LOW)
    short = ((lines["floor_price"] - lines["deal_price"]) * lines["stock"]).where(lines["stock"] > 0)
    say = "Price {deal_price} is below the floor price {floor_price}"
    return too_low(case, below, say, lines["floor_price"], amount=short)


RULE = Rule(
    code="SKU207",
    name="below-own-floor",
    severity=Severity.ERROR,
    over="sku_lines",
    where=lambda lines: lines["floor_price"].notna(),
    given=priced,
    needs=("deal_price",),
    check=check,
    fix="Raise the campaign price to the floor price, or lower the floor price.",
    see=("SKU209",),
    examples=(
        draw("""
Products
   | Promotion ID | SKU ID              | List price | Campaign price | Stock | Floor price
 7 | HD26-01      | 1729500011223344501 | 32.00      | 24.99          | 100   | 24.99
 8 | HD26-01      | 1729500011223344502 | 46.00      | 30.00          | 100   | 34.50       | <- Price $30.00 is below the floor price $34.50
 9 | HD26-01      | 1729500011223344503 | 46.00      | 30.00          | 100   |
"""),
    ),
)

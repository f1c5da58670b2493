"""One buyer may take more than there is altogether.

The limit per buyer limits nothing; most often the two numbers stand in each other's column, and one buyer can take
everything.
"""

from collections.abc import Iterator

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.promotions import called, standing
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Iterator[Rows]:
    """Compare both numbers of promotions and of sellers' coupons."""
    for rows, key in ((case.promotions, "id"), (case.coupons, "coupon")):
        above = (rows["per_buyer"] > rows["quantity"]) & (rows["quantity"] > 0)
        say = "{called} gives {per_buyer} to one buyer, and {quantity} to all"
        yield failing(rows, above, at="per_buyer", say=say, called=called(rows, key))


RULE = Rule(
    code="PRM126",
    name="buyer-limit-above-quantity",
    severity=Severity.WARNING,
    over="promotions",
    beside=("coupons",),
    where=standing,
    check=check,
    fix="Type {quantity} or less per buyer, or correct the quantity.",
    see=("PRM116", "SKU304"),
    examples=(
        draw("""
Promotions
   | ID      | Tool            | Per buyer | Quantity
 7 | HD26-01 | Platform coupon | 1         | 8000
 8 | HD26-02 | Platform coupon | 8000      | 1        | <- HD26-02 gives 8,000 to one buyer, and 1 to all
 9 | HD26-03 | Flash deal      | No limit  | 200
10 | HD26-04 | Flash deal      | 5         | No limit
Coupons
   | Coupon | Type   | Per buyer | Quantity
 7 | GLOW5  | Seller | 1         | 2000
 8 | GLOW8  | Seller | 20        | 10       | <- GLOW8 gives 20 to one buyer, and 10 to all
"""),
    ),
)

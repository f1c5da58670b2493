"""A promotion gives something else than was locked, and no change says so: its value, its threshold, its limits.

Every line of it was approved for the value that was locked; another one makes all of their prices wrong at once.
"""

from collections.abc import Iterator
from dataclasses import replace

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.lck._moved import CURE, fixed, told
from campaignctl.rules.rule import Rows, Rule
from campaignctl.workbooks.promotions import PROMOTIONS

_TERMS = (
    "level",
    "applies_to",
    "which",
    "kind_of_value",
    "value_percent",
    "value_money",
    "min_spend",
    "per_buyer",
    "quantity",
    "max_discount",
    "min_quantity",
    "tier2_from",
    "tier2_value_percent",
    "tier2_value_money",
    "gift_sku_id",
    "buyers",
    "shown_in",
    "promo_code",
)


def check(case: Case) -> Iterator[Rows]:
    """Find what a promotion gives, to whom and how often, where it is not as locked; what its tool fixes is LCK305's."""
    for found in told(case, "promotions", PROMOTIONS, _TERMS):
        heading = PROMOTIONS.column(found.at).name
        yield replace(found, frame=found.frame[~fixed(case, found.frame, heading)])


RULE = Rule(
    code="LCK207",
    name="promotion-terms-differ-from-lock",
    severity=Severity.ERROR,
    over="promotions",
    check=check,
    fix=CURE,
    see=("LCK206", "LCK208", "LCK305"),
    examples=(
        draw("""
Locked Promotions
   | ID      | Title        | Tool            | Kind of value | Value | Min. spend | Quantity
 7 | HD26-05 | Ten off      | Platform coupon | Percent off   | 10%   | 40.00      | 8000
 8 | HD26-06 | Shared five  | Co-funded coupon | Amount off   | 5.00  | 40.00      | 2500
Promotions
   | ID      | Title        | Tool            | Kind of value | Value | Min. spend | Quantity
 7 | HD26-05 | Ten off      | Platform coupon | Percent off   | 20%   | 40.00      | 8000     | <- Value of HD26-05 is 20%; lock 1 holds 10%
 8 | HD26-06 | Shared five  | Co-funded coupon | Amount off   | 5.00  | 40.00      | 2500
"""),
        draw("""
Locked Promotions
   | ID      | Title        | Tool            | Kind of value | Value | Min. spend | Quantity
 7 | HD26-05 | Ten off      | Platform coupon | Percent off   | 10%   | 40.00      | 8000
 8 | HD26-06 | Shared five  | Co-funded coupon | Amount off   | 5.00  | 40.00      | 2500
Promotions
   | ID      | Title        | Tool            | Kind of value | Value | Min. spend | Quantity
 7 | HD26-05 | Ten off      | Platform coupon | Percent off   | 10%   | 40.00      | 8000
 8 | HD26-06 | Shared five  | Co-funded coupon | Amount off   | 5.00  |            | 2500     | <- Min. spend of HD26-06 is blank; lock 1 holds $40.00
"""),
    ),
)

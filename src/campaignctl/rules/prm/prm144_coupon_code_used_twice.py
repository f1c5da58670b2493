"""Two coupons share a code or a name.

Buyers who type the code get one of the two, and nobody knows which; a coupon that is listed twice is counted twice.
"""

from collections.abc import Iterator

import pandas as pd

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.promotions import standing
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Iterator[Rows]:
    """Find promo codes of promotions, and promo codes and names of one shop's coupons, that stand in a row above."""
    offers, coupons = case.promotions, case.coupons
    yield _again(offers, "promo_code", pd.Series("", index=offers.index))
    shop = coupons["file"].astype("str")
    named = _again(coupons, "coupon", shop)
    yield named
    yield _again(coupons[~coupons.index.isin(named.frame.index)], "promo_code", shop)


def _again(rows: pd.DataFrame, key: str, shop: "pd.Series[str]") -> Rows:
    keys = [shop.reindex(rows.index), rows[key].str.casefold()]
    first = rows.groupby(keys)["row"].transform("min")
    say = f"{{{key}}} already stands in row {{first}}"
    return failing(rows, rows[key].notna() & (rows["row"] > first), at=key, say=say, first=first)


RULE = Rule(
    code="PRM144",
    name="coupon-code-used-twice",
    severity=Severity.ERROR,
    over="promotions",
    beside=("coupons",),
    where=standing,
    check=check,
    fix="Give each coupon a code of its own, or delete the row that repeats it.",
    see=("PRM103", "PRM122"),
    examples=(
        draw("""
Promotions
   | ID      | Tool            | Shown in   | Promo code
 7 | HD26-01 | Platform coupon | Promo code | HOLIDAY26
 8 | HD26-02 | Platform coupon | Promo code | holiday26  | <- holiday26 already stands in row 7
 9 | HD26-03 | Platform coupon |            |
"""),
        draw("""
Coupons
   | Coupon | Type       | Promo code
 7 | GLOW5  | Seller     |
 8 | glow5  | Seller     |            | <- glow5 already stands in row 7
 9 | GLOW8  | Promo code | GLOW2026
10 | GLOW9  | Promo code | GLOW2026   | <- GLOW2026 already stands in row 9
lumeria.xlsx: Coupons
   | Coupon | Type       | Promo code
 7 | GLOW5  | Seller     |
"""),
    ),
)

"""Two promotions that do not go together run at the same time for the same shops or products.

Only one of the two takes effect, or Seller Center refuses the second: two free shippings of a whole shop, two coupons
for new customers. What meets only on single SKUs is told on the Products sheets.
"""

from collections.abc import Iterator

import pandas as pd

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.marketplaces.schema import Profile
from campaignctl.rules.case import Case
from campaignctl.rules.prm._coupon_meetings import coupon_meetings
from campaignctl.rules.prm._meetings import meetings
from campaignctl.rules.promotions import standing
from campaignctl.rules.rule import Rows, Rule, failing

SAY = "{called} meets {other} from {meet} to {part}: {says}"


def check(case: Case) -> Iterator[Rows]:
    """Find promotions, and coupons of one shop, that meet a conflicting one; touching is not meeting."""
    for met in (meetings(case), *coupon_meetings(case)):
        for severity in Severity:
            yield failing(
                met,
                met["weighs"].eq(severity.value),
                at="starts",
                say=SAY,
                fix="Move one of the two to another time, or give up one.",
                severity=severity,
            )


def _words(profile: Profile) -> str:
    return "; ".join(conflict.words for conflict in profile.conflicting)


def _told(rows: pd.DataFrame) -> "pd.Series[bool]":
    return standing(rows) & rows["tool"].notna()


RULE = Rule(
    code="PRM118",
    name="promotions-overlap",
    severity=Severity.ERROR,
    over="promotions",
    beside=("coupons",),
    where=_told,
    needs=("starts", "ends"),
    check=check,
    fix="Move one of the two to another time, or give up one.",
    limit=_words,
    see=("SKU401",),
    examples=(
        draw("""
Promotions
   | ID      | Tool              | Level   | Applies to          | Which | Starts           | Ends
 7 | HD26-01 | Shipping discount | Shop    | All registered SKUs |       | 2026-11-20 00:00 | 2026-11-22 10:00
 8 | HD26-02 | Shipping discount | Shop    | All registered SKUs |       | 2026-11-22 10:00 | 2026-11-25 23:59
 9 | HD26-03 | Shipping discount | Shop    | Seller              | S-001 | 2026-11-24 00:00 | 2026-11-24 23:59 | <- HD26-03 meets HD26-02 from Tue 24 Nov 2026 00:00 to Tue 24 Nov 2026 23:59: one storewide free shipping at a time
10 | HD26-04 | Shipping discount | Product | All registered SKUs |       | 2026-11-20 00:00 | 2026-11-25 23:59
"""),
        draw("""
Promotions
   | ID      | Tool               | Level     | Applies to          | Starts           | Ends             | Buyers
 7 | HD26-01 | Buy more save more | Product   | All registered SKUs | 2026-11-20 00:00 | 2026-11-22 23:59 |
 8 | HD26-02 | Buy more save more | Product   | Nominated SKUs      | 2026-11-22 00:00 | 2026-11-25 23:59 |        | <- HD26-02 meets HD26-01 from Sun 22 Nov 2026 00:00 to Sun 22 Nov 2026 23:59: one product in one buy more save more at a time
 9 | HD26-03 | Target coupon      | Shop      | All registered SKUs | 2026-11-20 00:00 | 2026-11-25 23:59 | New
10 | HD26-04 | Target coupon      | Shop      | All registered SKUs | 2026-11-20 00:00 | 2026-11-25 23:59 | Repeat
11 | HD26-05 | Campaign price     | Variation | Nominated SKUs      | 2026-11-20 00:00 | 2026-11-25 23:59 |
12 | HD26-06 | Flash deal         | Variation | Nominated SKUs      | 2026-11-23 00:00 | 2026-11-24 23:59 |
13 | HD26-07 | Target coupon      | Shop      | All registered SKUs | 2026-11-25 00:00 | 2026-11-25 23:59 | New    | <- HD26-07 meets HD26-03 from Wed 25 Nov 2026 00:00 to Wed 25 Nov 2026 23:59: one active new-customer coupon at a time
"""),
        draw("""
Promotions
   | ID      | Tool              | Level | Applies to     | Starts           | Ends
 7 | HD26-01 | Shipping discount | Shop  | Nominated SKUs | 2026-11-20 00:00 | 2026-11-22 23:59
 8 | HD26-02 | Shipping discount | Shop  | Nominated SKUs | 2026-11-22 00:00 | 2026-11-25 23:59 | <- HD26-02 meets HD26-01 from Sun 22 Nov 2026 00:00 to Sun 22 Nov 2026 23:59: one storewide free shipping at a time
 9 | HD26-03 | Shipping discount | Shop  | Nominated SKUs | 2026-11-20 00:00 | 2026-11-25 23:59
Products
   | Promotion ID | SKU ID              | List price
 7 | HD26-01      | 1729500011223344501 | 32.00
 8 | HD26-02      | 1729500011223344502 | 46.00
"""),
        draw("""
Coupons
   | Coupon | Type         | Starts           | Ends
 7 | NEW5   | New customer | 2026-11-20 00:00 | 2026-11-25 23:59
 8 | NEW8   | New customer | 2026-11-25 00:00 | 2026-12-25 23:59 | <- NEW8 meets NEW5 from Wed 25 Nov 2026 00:00 to Wed 25 Nov 2026 23:59: one active new-customer coupon at a time
 9 | GLOW5  | Seller       | 2026-11-20 00:00 | 2026-11-25 23:59
10 | GLOW8  | Seller       | 2026-11-20 00:00 | 2026-11-25 23:59
lumeria.xlsx: Coupons
   | Coupon | Type         | Starts           | Ends
 7 | NEW9   | New customer | 2026-11-20 00:00 | 2026-11-25 23:59
lumeria.xlsx: Seller
 | Seller ID | Shop name
 | S-003     | Lumeria
"""),
    ),
)

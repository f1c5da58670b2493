"""One SKU stands in two promotions that may not meet, and they run at the same time.

The marketplace refuses the second one, or lets the lower price win for hours that nobody planned. How much it weighs
is the profile's to say: some pairs are barred, others only warned of.
"""

from collections.abc import Iterator

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.marketplaces.schema import Profile
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule, failing
from campaignctl.rules.sku._meetings import meetings


def check(case: Case) -> Iterator[Rows]:
    """Find such lines within one workbook; a promotion that ends at 10:00 does not meet one that starts then."""
    met = meetings(case)
    for severity in Severity:
        yield failing(
            met,
            met["severity"] == severity,
            at="promotion_id",
            say="{thing} is in {other_id} too, from {from_at} to {to_at}: {says}",
            severity=severity,
        )


def _words(profile: Profile) -> str:
    return "; ".join(conflict.words for conflict in profile.conflicting if conflict.at != "shop")


RULE = Rule(
    code="SKU401",
    name="sku-in-clashing-promotions",
    severity=Severity.ERROR,
    over="sku_lines",
    where=lambda lines: lines["promotion_known"],
    needs=("starts", "ends"),
    check=check,
    fix="Withdraw the SKU from one of the two promotions, or move one until they no longer meet.",
    fix_for_seller="Withdraw the SKU from one of the two promotions.",
    limit=_words,
    examples=(
        draw("""
Promotions
   | ID      | Title           | Tool             | Level     | Applies to     | Kind of value  | Starts           | Ends
 7 | HD26-01 | Holiday prices  | Product discount | Variation | Nominated SKUs | Seller's price | 2026-11-20 00:00 | 2026-11-25 23:59
 8 | HD26-02 | Opening flash   | Flash deal       | Variation | Nominated SKUs | Seller's price | 2026-11-20 18:00 | 2026-11-22 10:00
 9 | HD26-03 | Campaign prices | Campaign price   | Variation | Nominated SKUs | Seller's price | 2026-11-22 00:00 | 2026-11-25 23:59
10 | HD26-04 | Second half     | Campaign price   | Variation | Nominated SKUs | Seller's price | 2026-11-22 10:00 | 2026-11-25 23:59
Products
   | Promotion ID | Product ID          | SKU ID              | List price | Campaign price | Stock
 7 | HD26-02      | 1729384756102938471 | 1729500011223344501 | 32.00      | 20.99          | 100
 8 | HD26-03      | 1729384756102938471 | 1729500011223344501 | 32.00      | 22.99          | 100 | <- SKU 1729500011223344501 is in HD26-02 too, from Sun 22 Nov 2026 00:00 to Sun 22 Nov 2026 10:00: no seller flash deal beside a campaign price
 9 | HD26-01      | 1729384756102938471 | 1729500011223344501 | 32.00      | 24.99          | 100
10 | HD26-02      | 1729384756102938472 | 1729500011223344502 | 32.00      | 20.99          | 100
11 | HD26-04      | 1729384756102938472 | 1729500011223344502 | 32.00      | 22.99          | 100
12 | HD26-02      | 1729384756102938473 | 1729500011223344503 | 32.00      | 20.99          | 100
13 | HD26-03      | 1729384756102938473 | 1729500011223344504 | 32.00      | 22.99          | 100
"""),
        draw("""
Promotions
   | ID      | Title           | Tool       | Level     | Applies to     | Kind of value  | Starts           | Ends
 7 | HD26-02 | Opening flash   | Flash deal | Variation | Nominated SKUs | Seller's price | 2026-11-20 18:00 | 2026-11-21 18:00
 8 | HD26-05 | Saturday flash  | Flash deal | Product   | Nominated SKUs | Seller's price | 2026-11-21 12:00 | 2026-11-22 12:00
Products
   | Promotion ID | Product ID          | SKU ID              | List price | Campaign price | Stock
 7 | HD26-02      | 1729384756102938471 | 1729500011223344501 | 32.00      | 20.99          | 100
 8 | HD26-02      | 1729384756102938471 | 1729500011223344502 | 32.00      | 20.99          | 100
 9 | HD26-05      | 1729384756102938471 |                     | 32.00      | 20.99          | 100 | <- Product 1729384756102938471 is in HD26-02 too, from Sat 21 Nov 2026 12:00 to Sat 21 Nov 2026 18:00: one product in one flash deal at a time
"""),
    ),
)

"""A shop's score is lower than the marketplace, or a promotion it registered for, asks.

Seller Center turns the shop away when its lines are keyed in. The marketplace's conditions are those for the Kind on the
Campaign sheet, as long as it is filled; a promotion's Min. score counts for the shops that nominate SKUs there.
"""

from collections.abc import Iterator

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule
from campaignctl.rules.sel._offering import condition_words, of_whom, unmet

MEASURE = "shop_score"


def check(case: Case) -> Iterator[Rows]:
    """Find shops with lines whose score is too low, once each, at the strictest condition."""
    return unmet(case, case.sellers, "shop_score", MEASURE, "Shop score {shop_score}; {by} asks for {says}")


RULE = Rule(
    code="SEL103",
    name="shop-score-too-low",
    severity=Severity.ERROR,
    over="sellers",
    given=lambda case: of_whom(case, case.sellers, MEASURE),
    needs=("shop_score",),
    check=check,
    fix="Leave the shop out, or look its score up again if it has risen since.",
    limit=lambda profile: condition_words(profile, MEASURE),
    bars=True,
    see=("SEL109",),
    examples=(
        draw("""
Campaign
 | Kind
 | Season sale
Promotions
   | ID      | Title          | Tool             | Level     | Applies to     | Kind of value  | Starts           | Ends             | Min. score
 7 | HD26-01 | Holiday prices | Product discount | Variation | Nominated SKUs | Seller's price | 2026-11-20 00:00 | 2026-11-25 23:59 |
 8 | HD26-02 | Best shops     | Flash deal       | Variation | Nominated SKUs | Seller's price | 2026-11-20 18:00 | 2026-11-21 18:00 | 4
Sellers
   | Seller ID | Shop name    | Category    | Tier   | Shop score
 7 | S-001     | Moss & Amber | Beauty      | Growth | 3.5
 8 | S-002     | Kind Home    | Home        | Growth | 3.4        | <- Shop score 3.4; TikTok Shop US asks for Shop Performance Score at least 3.5 to enter
 9 | S-003     | Lumeria      | Electronics | Growth | 3.8        | <- Shop score 3.8; HD26-02 asks for at least 4
10 | S-004     | Not in it    | Other       | Growth | 1.2
Products
   | Promotion ID | SKU ID              | List price | Campaign price | Stock
 7 | HD26-01      | 1729500011223344501 | 32.00      | 24.99          | 100
kindhome.xlsx: Seller
 | Seller ID | Shop name | Taking part
 | S-002     | Kind Home | Yes
kindhome.xlsx: Products
   | Promotion ID | SKU ID              | List price | Campaign price | Stock
 7 | HD26-01      | 1729500011223344502 | 32.00      | 24.99          | 100
lumeria.xlsx: Seller
 | Seller ID | Shop name | Taking part
 | S-003     | Lumeria   | Yes
lumeria.xlsx: Products
   | Promotion ID | SKU ID              | List price | Campaign price | Stock
 7 | HD26-02      | 1729500011223344503 | 32.00      | 24.99          | 100
"""),
    ),
)

"""A shop ships free only from a basket that is larger than the marketplace lets into this kind of campaign.

The shop is refused on registration, or its products lose the free-shipping mark that the campaign advertises. The
conditions are those for the Kind on the Campaign sheet, as long as it is filled.
"""

from collections.abc import Iterator

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule
from campaignctl.rules.sel._offering import condition_words, of_whom, unmet

MEASURE = "free_shipping_from"


def check(case: Case) -> Iterator[Rows]:
    """Find shops with lines whose free shipping begins too high."""
    say = "Free shipping from {free_shipping_from}; {by} asks for {says}"
    return unmet(case, case.registrations, "free_shipping_from", MEASURE, say)


RULE = Rule(
    code="SEL113",
    name="free-shipping-threshold-too-high",
    severity=Severity.ERROR,
    over="registration",
    given=lambda case: of_whom(case, case.registrations, MEASURE),
    needs=("free_shipping_from",),
    check=check,
    fix="Ask the shop to lower its threshold in Seller Center, and to correct the form.",
    fix_for_seller="Lower your threshold in Seller Center, and correct it here.",
    limit=lambda profile: condition_words(profile, MEASURE),
    see=("SEL103",),
    examples=(
        draw("""
Campaign
 | Kind
 | Season sale
Seller
 | Seller ID | Shop name    | Taking part | Free shipping from
 | S-001     | Moss & Amber | Yes         | 30.00
Products
   | Promotion ID | SKU ID              | List price | Campaign price | Stock
 7 | HD26-01      | 1729500011223344501 | 32.00      | 24.99          | 100
kindhome.xlsx: Seller
 | Seller ID | Shop name | Taking part | Free shipping from
 | S-002     | Kind Home | Yes         | 45.00              | <- Free shipping from $45.00; TikTok Shop US asks for free shipping from $30 or less
kindhome.xlsx: Products
   | Promotion ID | SKU ID              | List price | Campaign price | Stock
 7 | HD26-01      | 1729500011223344502 | 32.00      | 24.99          | 100
"""),
    ),
)

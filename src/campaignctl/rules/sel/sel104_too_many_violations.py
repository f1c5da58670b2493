"""A shop has more violations than the marketplace lets into this kind of campaign.

Its lines are refused, or taken out in the middle of the campaign when the next violation comes. The conditions are those
for the Kind on the Campaign sheet, as long as it is filled.
"""

from collections.abc import Iterator

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule
from campaignctl.rules.sel._offering import condition_words, of_whom, unmet

MEASURE = "violations_30d"


def check(case: Case) -> Iterator[Rows]:
    """Find shops with lines that have too many violations in the last 30 days."""
    say = "{violations} violations in 30 days; {by} asks for {says}"
    return unmet(case, case.sellers, "violations", MEASURE, say)


RULE = Rule(
    code="SEL104",
    name="too-many-violations",
    severity=Severity.ERROR,
    over="sellers",
    given=lambda case: of_whom(case, case.sellers, MEASURE),
    needs=("violations",),
    check=check,
    fix="Leave the shop out, or have the violations appealed and the number corrected.",
    limit=lambda profile: condition_words(profile, MEASURE),
    bars=True,
    see=("SEL103",),
    examples=(
        draw("""
Campaign
 | Kind
 | Brand day
Sellers
   | Seller ID | Shop name    | Category | Tier   | Violations 30 days
 7 | S-001     | Moss & Amber | Beauty   | Growth | 2
 8 | S-002     | Kind Home    | Home     | Growth | 3                  | <- 3 violations in 30 days; TikTok Shop US asks for fewer than 3 violations in 30 days
 9 | S-003     | Not in it    | Other    | Growth | 9
Products
   | Promotion ID | SKU ID              | List price | Campaign price | Stock
 7 | HD26-01      | 1729500011223344501 | 32.00      | 24.99          | 100
kindhome.xlsx: Seller
 | Seller ID | Shop name | Taking part
 | S-002     | Kind Home | Yes
kindhome.xlsx: Products
   | Promotion ID | SKU ID              | List price | Campaign price | Stock
 7 | HD26-01      | 1729500011223344502 | 32.00      | 24.99          | 100
"""),
        draw("""
Campaign
 | Kind
 | Always on
Sellers
   | Seller ID | Shop name    | Category | Tier   | Violations 30 days
 7 | S-001     | Moss & Amber | Beauty   | Growth | 9
Products
   | Promotion ID | SKU ID              | List price | Campaign price | Stock
 7 | HD26-01      | 1729500011223344501 | 32.00      | 24.99          | 100
"""),
    ),
)

"""A shop that is to stay out of the campaign, so that the lift can be measured against it, offers lines.

Its sales rise with the campaign, and the campaign seems to bring nothing.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Rows:
    """Find shops of the role Comparison or Outside with lines."""
    sellers = case.sellers
    lines = sellers["seller_id"].map(case.sku_lines["seller_id"].value_counts())
    said = lines.map(lambda count: "1 line" if count == 1 else f"{count:,.0f} lines", na_action="ignore")
    say = "{shop_name} has the role {role}, yet its form offers {lines}"
    return failing(sellers, lines.notna(), at="role", say=say, lines=said)


RULE = Rule(
    code="SEL118",
    name="comparison-shop-registered",
    severity=Severity.ERROR,
    over="sellers",
    where=lambda sellers: sellers["role"].isin(["Comparison", "Outside"]),
    check=check,
    fix="Set Role to Campaign and compare with another shop, or take its workbook out of the folder registrations.",
    see=("SEL107",),
    examples=(
        draw("""
Sellers
   | Seller ID | Shop name    | Category    | Tier   | Role
 7 | S-001     | Moss & Amber | Beauty      | Growth | Comparison | <- Moss & Amber has the role Comparison, yet its form offers 1 line
 8 | S-002     | Kind Home    | Home        | Growth | Comparison
Products
   | Promotion ID | SKU ID              | List price | Campaign price | Stock
 7 | HD26-01      | 1729500011223344501 | 32.00      | 24.99          | 100
"""),
    ),
)

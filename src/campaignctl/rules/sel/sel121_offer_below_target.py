"""Sold out to the last unit, a shop's lines would not reach its GMV target.

The target is missed before the campaign starts; more stock or more SKUs are needed, or another target. The money at
stake is what is missing.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule, failing
from campaignctl.rules.sel._worth import worth
from campaignctl.rules.sku._faults import priced


def check(case: Case) -> Rows:
    """Compare the target with all units at their campaign prices; a shop with a price that is missing is not judged."""
    sellers, lines = case.sellers, case.sku_lines
    unknown = lines.loc[priced(case) & (lines["deal_price"].isna() | lines["stock"].isna()), "seller_id"]
    most = sellers["seller_id"].map(worth(case)).astype("Int64")
    short = (most < sellers["gmv_target"]) & ~sellers["seller_id"].isin(unknown)
    say = "sold out, the lines of {shop_name} bring {most_money}; its GMV target is {gmv_target}"
    return failing(sellers, short, at="gmv_target", say=say, amount=sellers["gmv_target"] - most, most_money=most)


RULE = Rule(
    code="SEL121",
    name="offer-below-target",
    severity=Severity.WARNING,
    over="sellers",
    where=lambda sellers: sellers["gmv_target"].notna(),
    check=check,
    fix="Ask the shop for more stock or more SKUs, or lower its target.",
    see=("SEL117", "SEL120"),
    examples=(
        draw("""
Sellers
   | Seller ID | Shop name    | Category    | Tier   | GMV target
 7 | S-001     | Moss & Amber | Beauty      | Growth | 5000       | <- sold out, the lines of Moss & Amber bring $2,500.00; its GMV target is $5,000.00
 8 | S-002     | Kind Home    | Home        | Growth | 5000
 9 | S-003     | Lumeria      | Electronics | Growth | 5000
Products
   | Promotion ID | SKU ID              | List price | Campaign price | Stock
 7 | HD26-01      | 1729500011223344501 | 32.00      | 25.00          | 100
lumeria.xlsx: Seller
 | Seller ID | Shop name | Taking part
 | S-003     | Lumeria   | Yes
lumeria.xlsx: Products
   | Promotion ID | SKU ID              | List price | Campaign price | Stock
 7 | HD26-01      | 1729500011223344503 | 90.00      | 75.00          | 100
"""),
    ),
)

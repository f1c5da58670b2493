"""A coupon for selected products names one that the shop does not register.

Either the ID is wrong, and the coupon meets a campaign product after all, or the coupon cannot meet the campaign and
need not be listed.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Rows:
    """Find product IDs that no line of the same workbook has."""
    rows = case.coupons
    lines = case.sku_lines[case.sku_lines["file"].isin(rows["file"].unique())]
    known = lines["file"].astype("str") + " " + lines["product_id"]
    named = rows["product_ids"].str.split("; ").explode()
    files = rows["file"].astype("str").reindex(named.index)
    strange = named[named.notna() & ~(files + " " + named).isin(known) & files.isin(lines["file"].astype("str"))]
    odd = strange.groupby(level=0).agg(", ".join)
    return failing(
        rows,
        odd.notna().reindex(rows.index, fill_value=False),
        at="product_ids",
        say="{coupon} is for product {odd}, which is not on the sheet Products",
        odd=odd,
    )


RULE = Rule(
    code="PRM143",
    name="coupon-product-not-registered",
    severity=Severity.NOTE,
    over="coupons",
    where=lambda rows: rows["product_ids"].notna() & rows["applies_to"].eq("Selected products"),
    needs=("coupon",),
    check=check,
    fix="Correct the ID, or take it out if the product is not in the campaign.",
    see=("SKU104",),
    examples=(
        draw("""
Coupons
   | Coupon | Type   | Applies to        | Product IDs
 7 | GLOW5  | Seller | Selected products | 1729384756102938471
 8 | GLOW8  | Seller | Selected products | 1729384756102938471; 1729384756102938479 | <- GLOW8 is for product 1729384756102938479, which is not on the sheet Products
 9 | GLOW9  | Seller | Whole shop        |
Products
   | Promotion ID | Product ID          | SKU ID              | List price | Campaign price | Stock
 7 | HD26-01      | 1729384756102938471 | 1729500011223344501 | 32.00      | 24.99          | 100
"""),
    ),
)

"""One SKU ID stands under two product IDs in the same workbook.

A SKU belongs to one product. The marketplace refuses the pair that is wrong, and a product-level deal would hit the
wrong listing.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule, failing
from campaignctl.rules.sku._ids import malformed
from campaignctl.rules.sku._items import disagreeing, item_codes


def check(case: Case) -> tuple[Rows, ...]:
    """Find the odd pair: the product that fewer lines of the workbook name, else the one named later."""
    lines = case.sku_lines
    mixed = disagreeing(lines, item_codes(case, "sku_id", in_file=True), item_codes(case, "product_id"))
    mixed = mixed[~malformed(mixed["sku_id"], case.profile) & ~malformed(mixed["product_id"], case.profile)]
    if mixed.empty:
        return ()
    inside = lines.loc[lines["product_id"].isin(mixed["product_id"]), ["file", "product_id"]]
    named = inside.groupby(["file", "product_id"], observed=True).size().rename("named")
    mixed = mixed.join(named, on=["file", "product_id"])
    best = mixed.sort_values("named", ascending=False, kind="stable").drop_duplicates("item").set_index("item")
    other = mixed["item"].map(best["product_id"])
    say = "SKU {sku_id} is under product {product_id} here, and under {other} in row {there}"
    there = mixed["item"].map(best["row"]).astype("str")
    return (failing(mixed, mixed["product_id"] != other, at="product_id", say=say, other=other, there=there),)


RULE = Rule(
    code="SKU105",
    name="sku-of-two-products",
    severity=Severity.ERROR,
    over="sku_lines",
    check=check,
    fix="Look both IDs up in Seller Center, and correct the wrong one.",
    see=("SKU106",),
    examples=(
        draw("""
Products
   | Promotion ID | Product ID          | SKU ID              | List price | Campaign price | Stock
 7 | HD26-01      | 1729384756102938479 | 1729500011223344501 | 32.00      | 24.99          | 100 | <- SKU 1729500011223344501 is under product 1729384756102938479 here, and under 1729384756102938471 in row 8
 8 | HD26-02      | 1729384756102938471 | 1729500011223344501 | 32.00      | 22.99          | 100
 9 | HD26-01      | 1729384756102938471 | 1729500011223344502 | 46.00      | 36.80          | 100
"""),
    ),
)

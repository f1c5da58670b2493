"""A shop's own code stands beside two different SKU IDs.

A code dragged down one row too far makes the warehouse pack the wrong colour; the marketplace goes by the SKU ID.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule, failing
from campaignctl.rules.sku._items import disagreeing, item_codes


def check(case: Case) -> Rows:
    """Find SKU IDs that differ from the first one beside the same code in the workbook."""
    lines = case.sku_lines
    mixed = disagreeing(lines, item_codes(case, "seller_sku", in_file=True), item_codes(case, "sku_id"))
    first = mixed.drop_duplicates("item").set_index("item")
    other = mixed["item"].map(first["sku_id"])
    return failing(
        mixed.drop_duplicates(["item", "sku_id"]),
        (mixed["sku_id"] != other).reindex(mixed.drop_duplicates(["item", "sku_id"]).index),
        at="seller_sku",
        say="Seller SKU {seller_sku} is SKU {sku_id} here and {other} in row {there}",
        other=other,
        there=mixed["item"].map(first["row"]).astype("str"),
    )


RULE = Rule(
    code="SKU110",
    name="seller-sku-of-two-skus",
    severity=Severity.NOTE,
    over="sku_lines",
    where=lambda lines: lines["seller_sku"].notna(),
    check=check,
    fix="Correct the code, or the SKU ID, whichever was copied from another row.",
    see=("SKU105",),
    examples=(
        draw("""
Products
   | Promotion ID | SKU ID              | Seller SKU | List price | Campaign price | Stock
 7 | HD26-01      | 1729500011223344501 | SERUM-30   | 32.00      | 24.99          | 100
 8 | HD26-02      | 1729500011223344501 | SERUM-30   | 32.00      | 22.99          | 100
 9 | HD26-01      | 1729500011223344502 | SERUM-30   | 46.00      | 36.80          | 100 | <- Seller SKU SERUM-30 is SKU 1729500011223344502 here and 1729500011223344501 in row 7
10 | HD26-01      | 1729500011223344503 |            | 46.00      | 36.80          | 100
"""),
    ),
)

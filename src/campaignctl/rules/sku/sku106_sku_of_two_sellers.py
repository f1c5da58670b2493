"""Two sellers registered the same SKU ID.

A SKU belongs to one shop: one of the two copied a line from somebody else's form, and its deal cannot be keyed in.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule, failing
from campaignctl.rules.sku._ids import malformed
from campaignctl.rules.sku._items import disagreeing, item_codes


def check(case: Case) -> Rows:
    """Find the SKU's first line in every form but the first; two forms of one seller are SEL106's.

    The other form is named by seller ID and row: a return to a seller leaves both out.
    """
    lines = case.sku_lines
    mixed = disagreeing(lines, item_codes(case, "sku_id"), item_codes(case, "seller_id"))
    mixed = mixed[~malformed(mixed["sku_id"], case.profile)].drop_duplicates(["item", "seller_id"])
    first = mixed.drop_duplicates("item").set_index("item")
    return failing(
        mixed,
        mixed.duplicated("item"),
        at="sku_id",
        say="SKU {sku_id} is registered by {other} too, in row {there} of its form",
        say_for_seller="SKU {sku_id} is registered by another seller too",
        other=mixed["item"].map(first["seller_id"]),
        there=mixed["item"].map(first["row"]).astype("str"),
    )


RULE = Rule(
    code="SKU106",
    name="sku-of-two-sellers",
    severity=Severity.ERROR,
    over="sku_lines",
    where=lambda lines: lines["sku_id"].notna(),
    needs=("seller_id",),
    check=check,
    fix="Look it up in Seller Center; whoever does not sell it corrects the ID, or withdraws the line.",
    fix_for_seller="Look it up in Seller Center; correct the ID if it is not yours, or withdraw the line.",
    see=("SKU105", "SEL106"),
    examples=(
        draw("""
Products
   | Promotion ID | Product ID          | SKU ID              | List price | Campaign price | Stock
 7 | HD26-01      | 1729384756102938471 | 1729500011223344501 | 32.00      | 24.99          | 100
 8 | HD26-02      | 1729384756102938471 | 1729500011223344501 | 32.00      | 22.99          | 100
lumeria.xlsx: Seller
 | Seller ID | Shop name | Taking part
 | S-003     | Lumeria   | Yes
lumeria.xlsx: Products
   | Promotion ID | Product ID          | SKU ID              | List price | Campaign price | Stock
 7 | HD26-01      | 1729384756102938475 | 1729500011223344505 | 90.00      | 79.00          | 100
 8 | HD26-01      | 1729384756102938471 | 1729500011223344501 | 32.00      | 24.99          | 100 | <- SKU 1729500011223344501 is registered by S-001 too, in row 7 of its form
"""),
    ),
)

"""A seller gives two list prices for the same SKU.

A SKU has one list price at a time; every discount of the campaign is measured against it.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.narrowing import of_rows
from campaignctl.rules.rule import Rows, Rule, failing
from campaignctl.rules.sku._items import disagreeing, item_codes
from campaignctl.rules.sku._slips import hundredfold, list_at_fault


def check(case: Case) -> tuple[Rows, ...]:
    """Find list prices that differ from the first one of the SKU in the workbook; slips of the unit left out."""
    lines = case.sku_lines
    mixed = disagreeing(lines, item_codes(case, "sku_id", in_file=True), item_codes(case, "list_price"))
    if mixed.empty:
        return ()
    few = case.with_rows("sku_lines", mixed)
    mixed = mixed[~(of_rows(few, "sku_lines", hundredfold) & list_at_fault(few))]
    first = mixed.drop_duplicates("item").set_index("item")
    other = mixed["item"].map(first["list_price"]).astype("Int64")
    say = "List price {list_price} here, {other_money} for the same SKU in row {there}"
    there = mixed["item"].map(first["row"]).astype("str")
    odd = mixed["list_price"] != other
    return (failing(mixed, odd, at="list_price", say=say, other_money=other, there=there),)


RULE = Rule(
    code="SKU107",
    name="list-prices-differ",
    severity=Severity.WARNING,
    over="sku_lines",
    where=lambda lines: lines["sku_id"].notna(),
    needs=("list_price",),
    check=check,
    fix="Write the price that stands in Seller Center today in every row of the SKU.",
    see=("SKU203",),
    examples=(
        draw("""
Products
   | Promotion ID | Product ID          | SKU ID              | List price | Campaign price | Stock
 7 | HD26-01      | 1729384756102938471 | 1729500011223344501 | 32.00      | 24.99          | 100
 8 | HD26-02      | 1729384756102938471 | 1729500011223344501 | 34.00      | 22.99          | 100 | <- List price $34.00 here, $32.00 for the same SKU in row 7
 9 | HD26-01      | 1729384756102938471 | 1729500011223344502 | 34.00      | 26.99          | 100
10 | HD26-02      | 1729384756102938471 | 1729500011223344502 | 3400       | 24.99          | 100
"""),
    ),
)

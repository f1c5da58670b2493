"""A livestream shows a SKU of which not one unit is kept.

It is sold out before the host opens the box.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.liv._show import show, sku_stock
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Rows:
    """Find SKUs whose lines together keep nothing."""
    rows, stock = show(case), sku_stock(case)
    none = rows["sku_id"].map(stock) <= 0
    return failing(rows, none, at="sku_id", say="{stream_id} shows SKU {sku_id}, of which no unit is kept")


RULE = Rule(
    code="LIV315",
    name="segment-sku-without-stock",
    severity=Severity.ERROR,
    over="run_of_show",
    where=lambda rows: rows["sku_id"].notna(),
    needs=("stream_id",),
    check=check,
    fix="Ask the shop for stock, or show another SKU.",
    see=("SKU302", "LIV306"),
    examples=(
        draw("""
Livestreams
   | Stream ID | Title         | Starts           | Ends
 7 | HD26-L01  | Opening night | 2026-11-20 19:00 | 2026-11-20 21:00
Run of show
   | Stream ID | Order | Minutes | Segment | SKU ID
 7 | HD26-L01  | 1     | 15      | Product | 1729500011223344501
 8 | HD26-L01  | 2     | 15      | Product | 1729500011223344502 | <- HD26-L01 shows SKU 1729500011223344502, of which no unit is kept
Products
   | Promotion ID | SKU ID              | List price | Campaign price | Stock
 7 | HD26-01      | 1729500011223344501 | 32.00      | 24.99          | 0
 8 | HD26-02      | 1729500011223344501 | 32.00      | 22.99          | 50
 9 | HD26-01      | 1729500011223344502 | 46.00      | 36.80          | 0
"""),
    ),
)

"""The livestreams release more units of a SKU than its shop keeps for the campaign.

The last viewers buy what is not there; the orders are cancelled, and the shop is punished for it. The money at stake
is what those units sell for.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.liv._show import crossing, show, sku_stock
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Rows:
    """Add up the units of every SKU over all streams, and find the segment that first goes over its stock."""
    rows = crossing(show(case), "sku_id", sku_stock(case))
    prices = case.sku_lines.groupby("sku_id")["deal_price"].max()
    return failing(
        rows,
        rows["sku_id"].notna(),
        at="units_released",
        say="with {stream_id} the shows have released {released} units of {sku_id}; {allowed} are kept",
        amount=(rows["whole"] - rows["allowed"]) * rows["sku_id"].map(prices).astype("Int64"),
    )


RULE = Rule(
    code="LIV306",
    name="units-released-above-stock",
    severity=Severity.ERROR,
    over="run_of_show",
    where=lambda rows: rows["sku_id"].notna() & (rows["units_released"] > 0),
    needs=("stream_id", "order"),
    check=check,
    fix="Release fewer units, or ask the shop to keep more.",
    see=("LIV314", "LIV315"),
    examples=(
        draw("""
Livestreams
   | Stream ID | Title         | Starts           | Ends
 7 | HD26-L01  | Opening night | 2026-11-20 19:00 | 2026-11-20 21:00
 8 | HD26-L02  | Second night  | 2026-11-21 19:00 | 2026-11-21 21:00
Run of show
   | Stream ID | Order | Minutes | Segment | SKU ID              | Units released
 7 | HD26-L01  | 1     | 15      | Product | 1729500011223344501 | 60
 8 | HD26-L01  | 2     | 15      | Product | 1729500011223344502 | 100
 9 | HD26-L02  | 1     | 15      | Product | 1729500011223344501 | 60             | <- with HD26-L02 the shows have released 120 units of 1729500011223344501; 100 are kept
Products
   | Promotion ID | SKU ID              | List price | Campaign price | Stock
 7 | HD26-01      | 1729500011223344501 | 32.00      | 24.99          | 100
 8 | HD26-01      | 1729500011223344502 | 46.00      | 36.80          | 100
"""),
    ),
)

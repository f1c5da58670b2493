"""A segment shows a SKU that no seller offers in this campaign.

The host sells at a price that nobody agreed to, or pins a product that is not for sale.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.liv._show import show
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Rows | tuple[()]:
    """Find SKU IDs that are in no line; shops with lines of whole products leave the question open."""
    lines = case.sku_lines
    if "sku_lines" not in case.read_sheets:
        return ()
    rows = show(case)
    whole = lines.loc[lines["sku_id"].isna() & ~lines["level"].eq("Variation"), "seller_id"].dropna().unique()
    open_ended = rows["s_seller_id"].isin(whole) | (rows["s_seller_id"].isna() & bool(len(whole)))
    unknown = rows["sku_id"].notna() & ~rows["sku_id"].isin(lines["sku_id"]) & ~open_ended
    return failing(rows, unknown, at="sku_id", say="{stream_id} shows SKU {sku_id}, which no seller offers")


RULE = Rule(
    code="LIV304",
    name="segment-sku-not-offered",
    severity=Severity.ERROR,
    over="run_of_show",
    check=check,
    fix="Correct the SKU ID, or ask the shop to register the SKU.",
    see=("LIV305", "LIV312"),
    examples=(
        draw("""
Livestreams
   | Stream ID | Title         | Starts           | Ends
 7 | HD26-L01  | Opening night | 2026-11-20 19:00 | 2026-11-20 21:00
Run of show
   | Stream ID | Order | Minutes | Segment | SKU ID
 7 | HD26-L01  | 1     | 5       | Opening |
 8 | HD26-L01  | 2     | 15      | Product | 1729500011223344501
 9 | HD26-L01  | 3     | 15      | Product | 1729500011223344502
10 | HD26-L01  | 4     | 15      | Product | 1729500011223344599 | <- HD26-L01 shows SKU 1729500011223344599, which no seller offers
Products
   | Promotion ID | SKU ID              | List price | Campaign price | Stock
 7 | HD26-01      | 1729500011223344501 | 32.00      | 24.99          | 100
 8 | HD26-02      | 1729500011223344502 | 46.00      | 36.80          | 100
"""),
    ),
)

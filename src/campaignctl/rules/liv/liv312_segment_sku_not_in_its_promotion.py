"""A deal shows a SKU that its promotion does not hold.

The pin is there, the price stays as it was: the shop nominated the SKU for another promotion, or for none.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.liv._show import show
from campaignctl.rules.liv._streams import with_promotion
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Rows:
    """Find SKUs without a line in the promotion of their segment, where sellers nominate SKUs for it one by one."""
    lines = case.sku_lines
    rows = with_promotion(case, show(case), "promotion_id")
    whole = lines.loc[lines["sku_id"].isna(), "promotion_id"]
    named = lines["promotion_id"].astype("str").str.casefold() + " " + lines["sku_id"]
    held = (rows["promotion_id"].astype("str").str.casefold() + " " + rows["sku_id"]).isin(named)
    asked = rows["p_applies_to"].eq("Nominated SKUs").fillna(value=False) & ~rows["p_id"].isin(whole)
    offered = rows["sku_id"].isin(lines["sku_id"])
    say = "SKU {sku_id} is not nominated for {promotion_id}, which {stream_id} announces it with"
    return failing(rows, asked & offered & ~held, at="sku_id", say=say)


RULE = Rule(
    code="LIV312",
    name="segment-sku-not-in-its-promotion",
    severity=Severity.ERROR,
    over="run_of_show",
    where=lambda rows: rows["sku_id"].notna() & rows["promotion_id"].notna(),
    needs=("stream_id",),
    check=check,
    fix="Choose another SKU or another promotion, or ask the shop to nominate the SKU for it.",
    see=("LIV304", "LIV308"),
    examples=(
        draw("""
Livestreams
   | Stream ID | Title         | Starts           | Ends
 7 | HD26-L01  | Opening night | 2026-11-20 19:00 | 2026-11-20 21:00
Run of show
   | Stream ID | Order | Minutes | Segment   | SKU ID              | Promotion ID
 7 | HD26-L01  | 1     | 10      | LIVE deal | 1729500011223344501 | HD26-02
 8 | HD26-L01  | 2     | 10      | LIVE deal | 1729500011223344502 | HD26-02      | <- SKU 1729500011223344502 is not nominated for HD26-02, which HD26-L01 announces it with
 9 | HD26-L01  | 3     | 10      | Product   | 1729500011223344502 |
Products
   | Promotion ID | SKU ID              | List price | Campaign price | Stock
 7 | HD26-02      | 1729500011223344501 | 32.00      | 24.99          | 100
 8 | HD26-01      | 1729500011223344502 | 46.00      | 36.80          | 100
"""),
    ),
)

"""A shop's livestream shows a SKU that another shop registered.

The account cannot pin what it does not sell, and the other shop does not know that its stock is promised there.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.liv._show import show
from campaignctl.rules.liv._streams import same
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Rows:
    """Compare the shop of a Seller LIVE with the one that offers the SKU."""
    rows, lines = show(case), case.sku_lines.dropna(subset=["sku_id", "seller_id"])
    owner = rows["sku_id"].map(lines.drop_duplicates("sku_id").set_index("sku_id")["seller_id"]).astype("str")
    both = lines["sku_id"] + " " + lines["seller_id"].str.casefold()
    offered = (rows["sku_id"] + " " + rows["s_seller_id"].astype("str").str.casefold()).isin(both)
    strange = rows["s_kind"].eq("Seller LIVE").fillna(value=False) & rows["s_seller_id"].notna() & owner.notna()
    say = "{stream_id} is of {s_seller_id}; SKU {sku_id} is offered by {owner}"
    other = ~same(owner, rows["s_seller_id"].astype("str")) & ~offered
    return failing(rows, strange & other, at="sku_id", say=say, owner=owner)


RULE = Rule(
    code="LIV305",
    name="segment-sku-of-another-seller",
    severity=Severity.ERROR,
    over="run_of_show",
    where=lambda rows: rows["sku_id"].notna(),
    check=check,
    fix="Show a SKU of the stream's own shop, or move the segment to a stream of the other one.",
    see=("LIV304", "SKU106"),
    examples=(
        draw("""
Livestreams
   | Stream ID | Title         | Kind          | Seller ID | Starts           | Ends
 7 | HD26-L01  | Opening night | Seller LIVE   | S-001     | 2026-11-20 19:00 | 2026-11-20 21:00
 8 | HD26-L02  | All shops     | Official LIVE |           | 2026-11-21 19:00 | 2026-11-21 21:00
Run of show
   | Stream ID | Order | Minutes | Segment | SKU ID
 7 | HD26-L01  | 1     | 15      | Product | 1729500011223344501
 8 | HD26-L01  | 2     | 15      | Product | 1729500011223344503 | <- HD26-L01 is of S-001; SKU 1729500011223344503 is offered by S-003
 9 | HD26-L02  | 1     | 15      | Product | 1729500011223344503
Products
   | Promotion ID | SKU ID              | List price | Campaign price | Stock
 7 | HD26-01      | 1729500011223344501 | 32.00      | 24.99          | 100
lumeria.xlsx: Seller
 | Seller ID | Shop name | Taking part
 | S-003     | Lumeria   | Yes
lumeria.xlsx: Products
   | Promotion ID | SKU ID              | List price | Campaign price | Stock
 7 | HD26-01      | 1729500011223344503 | 90.00      | 79.00          | 100
"""),
    ),
)

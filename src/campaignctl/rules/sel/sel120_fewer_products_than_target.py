"""A shop offers fewer SKUs than it is to register.

There is still time to ask for more, as long as its account manager knows.
"""

import numpy as np
import pandas as pd

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule, failing
from campaignctl.rules.sku._items import distinct, item_codes


def check(case: Case) -> Rows:
    """Count the SKUs, or products where a line names no SKU, of every shop with lines."""
    sellers = case.sellers
    shops, items = item_codes(case, "seller_id"), item_codes(case, "sku_id")
    if (items < 0).any():
        products = item_codes(case, "product_id")
        items = np.where((items < 0) & (products >= 0), items.max() + 1 + products, items)
    named, many = (shops >= 0) & (items >= 0), items.max(initial=0) + 1
    once = pd.unique(shops[named] * many + items[named]) // many
    numbers = pd.Series(once).map(distinct(case, "seller_id")).value_counts()
    offered = sellers["seller_id"].map(numbers).astype("Int64")
    say = "{shop_name} offers {offered} of the {sku_target} SKUs that are its target"
    return failing(sellers, offered < sellers["sku_target"], at="sku_target", say=say, offered=offered)


RULE = Rule(
    code="SEL120",
    name="fewer-products-than-target",
    severity=Severity.NOTE,
    over="sellers",
    where=lambda sellers: sellers["sku_target"].notna(),
    check=check,
    fix="Ask the shop for more, or lower its target.",
    see=("SEL121",),
    examples=(
        draw("""
Sellers
   | Seller ID | Shop name    | Category    | Tier   | SKU target
 7 | S-001     | Moss & Amber | Beauty      | Growth | 2          | <- Moss & Amber offers 1 of the 2 SKUs that are its target
 8 | S-002     | Kind Home    | Home        | Growth | 5
 9 | S-003     | Lumeria      | Electronics | Growth | 1
Products
   | Promotion ID | SKU ID              | List price | Campaign price | Stock
 7 | HD26-01      | 1729500011223344501 | 32.00      | 24.99          | 100
 8 | HD26-02      | 1729500011223344501 | 32.00      | 22.99          | 100
lumeria.xlsx: Seller
 | Seller ID | Shop name | Taking part
 | S-003     | Lumeria   | Yes
lumeria.xlsx: Products
   | Promotion ID | SKU ID              | List price | Campaign price | Stock
 7 | HD26-01      | 1729500011223344503 | 90.00      | 79.00          | 100
"""),
    ),
)

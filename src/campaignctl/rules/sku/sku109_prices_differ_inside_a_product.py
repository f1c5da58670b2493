"""A promotion at product level gets two campaign prices for one product.

It can hold one: every variation will cost the same, and which of the two prices that is depends on who keys it in.
"""

import numpy as np
import pandas as pd

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule, failing
from campaignctl.rules.sku._items import disagreeing, item_codes


def check(case: Case) -> Rows | tuple[()]:
    """Find campaign prices that differ from the first one of the product in the same promotion and workbook."""
    lines = case.sku_lines
    if lines.empty:
        return ()
    offers, products = item_codes(case, "promotion_id"), item_codes(case, "product_id", in_file=True)
    codes = np.where(products < 0, -1, products * (offers.max(initial=0) + 1) + offers)
    mixed = disagreeing(lines, codes, pd.factorize(lines["campaign_price"])[0].astype("int64"))
    first = mixed.drop_duplicates("item").set_index("item")
    other = mixed["item"].map(first["campaign_price"]).astype("Int64")
    return failing(
        mixed,
        mixed["campaign_price"] != other,
        at="campaign_price",
        say="Product {product_id} is offered at {campaign_price} here and at {other_money} in row {there}",
        other_money=other,
        there=mixed["item"].map(first["row"]).astype("str"),
    )


RULE = Rule(
    code="SKU109",
    name="prices-differ-inside-a-product",
    severity=Severity.ERROR,
    over="sku_lines",
    where=lambda lines: lines["level"].eq("Product") & lines["kind_of_value"].eq("Seller's price"),
    check=check,
    fix="Write one price for the product, or offer its SKUs in a promotion at variation level.",
    see=("SKU108", "SKU103"),
    examples=(
        draw("""
Promotions
   | ID      | Title          | Tool             | Level     | Applies to     | Kind of value  | Starts           | Ends
 7 | HD26-01 | Holiday prices | Product discount | Variation | Nominated SKUs | Seller's price | 2026-11-20 00:00 | 2026-11-25 23:59
 8 | HD26-02 | Whole listings | Product discount | Product   | Nominated SKUs | Seller's price | 2026-11-20 00:00 | 2026-11-25 23:59
Products
   | Promotion ID | Product ID          | SKU ID              | List price | Campaign price | Stock
 7 | HD26-02      | 1729384756102938471 | 1729500011223344501 | 32.00      | 24.99          | 100
 8 | HD26-02      | 1729384756102938471 | 1729500011223344502 | 46.00      | 36.80          | 100 | <- Product 1729384756102938471 is offered at $36.80 here and at $24.99 in row 7
 9 | HD26-02      | 1729384756102938472 | 1729500011223344503 | 46.00      | 36.80          | 100
10 | HD26-01      | 1729384756102938471 | 1729500011223344502 | 46.00      | 35.00          | 100
"""),
    ),
)

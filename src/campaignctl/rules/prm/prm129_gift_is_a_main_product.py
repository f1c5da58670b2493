"""The gift of a promotion is one of the products that it is given with.

Seller Center refuses it; and where it did not, whoever buys one gets two at the price of one.
"""

import pandas as pd

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.prm._gifts import gifts, is_gift
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Rows:
    """Find gifts whose SKU or product stands among the lines of the promotion, or of all where it is for all."""
    rows, lines = gifts(case), case.sku_lines
    mine = {
        promotion: lines if scope == "All registered SKUs" else lines[lines["promotion_id"] == promotion]
        for promotion, scope in zip(rows["id"], rows["applies_to"], strict=True)
        if scope in ("All registered SKUs", "Nominated SKUs")
    }
    given = zip(rows["id"], rows["gift_sku_id"], rows["gift_product"], strict=True)
    own = [
        promotion in mine
        and bool((mine[promotion]["sku_id"].eq(sku) | mine[promotion]["product_id"].eq(product)).any())
        for promotion, sku, product in given
    ]
    same = pd.Series(own, index=rows.index, dtype="bool")
    return failing(rows, same, at="gift_sku_id", say="gift {gift_sku_id} is one of the products of {id}")


RULE = Rule(
    code="PRM129",
    name="gift-is-a-main-product",
    severity=Severity.ERROR,
    over="promotions",
    where=is_gift,
    needs=("id",),
    check=check,
    fix="Give another SKU away, or take the product out of the promotion.",
    see=("PRM130", "PRM131"),
    examples=(
        draw("""
Promotions
   | ID      | Title         | Tool               | Level   | Applies to     | Kind of value | Starts           | Ends             | Gift SKU ID
 7 | HD26-01 | Balm on top   | Gift with purchase | Product | Nominated SKUs | Gift          | 2026-11-20 00:00 | 2026-11-25 23:59 | 1729500011223344509
 8 | HD26-02 | Serum on top  | Gift with purchase | Product | Nominated SKUs | Gift          | 2026-11-20 00:00 | 2026-11-25 23:59 | 1729500011223344502 | <- gift 1729500011223344502 is one of the products of HD26-02
Products
   | Promotion ID | Product ID          | SKU ID              | List price | Stock
 7 | HD26-01      | 1729384756102938471 | 1729500011223344501 | 32.00      | 100
 8 | HD26-02      | 1729384756102938472 | 1729500011223344502 | 46.00      | 100
"""),
    ),
)

"""A line names a SKU in a promotion that discounts whole products.

The deal hits every variation of the product, also those that nobody meant to sell cheaper. Where the workbook knows
others of the product that are not in this promotion, the money at stake is what they would give away.
"""

from typing import Any

import pandas as pd

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> tuple[Rows, ...]:
    """Find such products, once for each promotion and workbook, unless all variations of the workbook are in it."""
    lines = case.sku_lines
    named = lines[
        lines["level"].eq("Product").fillna(value=False) & lines["product_id"].notna() & lines["sku_id"].notna()
    ]
    if named.empty:
        return ()
    known = lines[lines["product_id"].isin(named["product_id"]) & lines["sku_id"].notna()]
    there = known.drop_duplicates(["file", "product_id", "sku_id"])
    keys = ["file", "product_id", "promotion_id"]
    first = named.drop_duplicates(keys)
    others = first[[*keys, "deal_price"]].merge(there, on=["file", "product_id"], suffixes=("", "_other"))
    inside = pd.MultiIndex.from_frame(named[[*keys, "sku_id"]])
    others = others[~pd.MultiIndex.from_frame(others[[*keys, "sku_id"]]).isin(inside)]
    less = (others["list_price"] - others["deal_price"]).clip(lower=0) * others["stock"].clip(lower=0)
    told = others.assign(less=less).groupby(keys, observed=True).agg(rest=("sku_id", ", ".join), amount=("less", "sum"))
    met = first.join(told, on=keys)
    say = "{promotion_id} discounts whole products: SKU {sku_id} cannot be picked alone"
    return (
        failing(met, met["rest"].isna(), at="sku_id", say=say),
        failing(
            met, met["rest"].notna(), at="sku_id", say=f"{say}; {{rest}} would be discounted too", amount=_whole(met)
        ),
    )


def _whole(met: pd.DataFrame) -> "pd.Series[Any]":
    return met["amount"].astype("Int64").where(met["kind_of_value"].isin(["Seller's price", "Fixed price"]))


RULE = Rule(
    code="SKU108",
    name="sku-named-at-product-level",
    severity=Severity.WARNING,
    over="sku_lines",
    check=check,
    fix="Clear SKU ID if the whole product is meant, or offer the SKU in a promotion at variation level.",
    see=("SKU102", "SKU109"),
    examples=(
        draw("""
Promotions
   | ID      | Title          | Tool             | Level     | Applies to     | Kind of value  | Starts           | Ends
 7 | HD26-01 | Holiday prices | Product discount | Variation | Nominated SKUs | Seller's price | 2026-11-20 00:00 | 2026-11-25 23:59
 8 | HD26-02 | Whole listings | Product discount | Product   | Nominated SKUs | Seller's price | 2026-11-20 00:00 | 2026-11-25 23:59
Products
   | Promotion ID | Product ID          | SKU ID              | List price | Campaign price | Stock
 7 | HD26-01      | 1729384756102938471 | 1729500011223344501 | 32.00      | 24.99          | 100
 8 | HD26-02      | 1729384756102938471 | 1729500011223344502 | 32.00      | 19.99          | 100 | <- HD26-02 discounts whole products: SKU 1729500011223344502 cannot be picked alone; 1729500011223344501 would be discounted too
 9 | HD26-02      | 1729384756102938472 |                     | 46.00      | 36.80          | 100
10 | HD26-02      | 1729384756102938473 | 1729500011223344503 | 46.00      | 36.80          | 100 | <- HD26-02 discounts whole products: SKU 1729500011223344503 cannot be picked alone
"""),
    ),
)

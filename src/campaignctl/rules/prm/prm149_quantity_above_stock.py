"""A promotion promises more units than its SKUs keep.

Advertising counts with the larger number, and the deal is sold out long before it ends.
"""

from collections.abc import Iterator
from typing import Any

import pandas as pd

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.prm._limits import limit_words, limits, weighed
from campaignctl.rules.promotions import called, standing
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Iterator[Rows]:
    """Compare Quantity with the stock of all lines; a tool's own rule on stock weighs as the profile says."""
    rows, lines = case.promotions, case.sku_lines[["promotion_id", "stock"]].dropna()
    kept = lines["stock"].clip(lower=0).groupby(lines["promotion_id"].astype("str")).sum()
    stock = rows["id"].map(kept).astype("Int64")
    ruled = {
        key: limit for key, limit in limits(case.profile, lambda tool: tool.stock.within_stock).items() if limit.value
    }
    more: dict[str, Any] = {"called": called(rows), "kept": stock}
    say = "{called} promises {quantity} units; its SKUs keep {kept}"
    above = rows["quantity"] > stock
    yield from weighed(rows, above, ruled, at="quantity", say=say, **more)
    yield failing(rows, above & ~rows["tool"].isin(list(ruled)), at="quantity", say=say, **more)


def _of_products(case: Case) -> "pd.Series[bool]":
    """Whether a promotion sets the price of products that sellers nominate."""
    first = case.profile.layers[0].key
    priced = [key for key, tool in case.profile.tools.items() if tool.layer == first]
    return case.promotions["applies_to"].eq("Nominated SKUs") & case.promotions["tool"].isin(priced)


RULE = Rule(
    code="PRM149",
    name="quantity-above-stock",
    severity=Severity.WARNING,
    over="promotions",
    where=lambda rows: standing(rows) & (rows["quantity"] > 0),
    given=_of_products,
    needs=("id",),
    check=check,
    fix="Lower Quantity to {kept}, or ask sellers to keep more.",
    limit=lambda profile: limit_words(profile, lambda tool: tool.stock.within_stock),
    see=("SKU301", "LIV306"),
    examples=(
        draw("""
Promotions
   | ID      | Tool             | Applies to     | Quantity
 7 | HD26-01 | Flash deal       | Nominated SKUs | 150
 8 | HD26-02 | Flash deal       | Nominated SKUs | 1500     | <- HD26-02 promises 1,500 units; its SKUs keep 200
 9 | HD26-03 | Flash deal       | Nominated SKUs | No limit
Products
   | Promotion ID | SKU ID              | List price | Campaign price | Stock
 7 | HD26-01      | 1729500011223344501 | 32.00      | 24.99          | 150
 8 | HD26-02      | 1729500011223344502 | 46.00      | 36.80          | 150
 9 | HD26-02      | 1729500011223344503 | 46.00      | 36.80          | 50
10 | HD26-03      | 1729500011223344503 | 46.00      | 36.80          | 50
"""),
    ),
)

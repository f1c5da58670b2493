"""A SKU keeps the same number of units for two promotions that run at the same time.

Most often the same units are meant: what the one sells the other has promised too. The money at stake is what those
units sell for.
"""

import numpy as np
import pandas as pd

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.narrowing import sure
from campaignctl.rules.rule import Rows, Rule, failing
from campaignctl.rules.sku._items import item_codes


def check(case: Case) -> Rows:
    """Find the later of two lines of one SKU with equal stock whose promotions share a moment."""
    lines = _alike(case).sort_values(["item", "starts", "row"])
    item, until = lines["item"], lines["ends"].astype("int64")
    before = until.groupby(item).cummax().groupby(item).shift()
    other, there = (lines[key].groupby(item).shift() for key in ("promotion_id", "row"))
    together = (lines["starts"].astype("int64") < before) & lines["promotion_id"].ne(other)
    return failing(
        lines,
        together,
        at="stock",
        say="{stock} units are kept for {promotion_id}, and as many for {other} in row {there} at the same time",
        amount=lines["stock"] * lines["deal_price"],
        other=other,
        there=there.astype("Int64").astype("str"),
    )


def _alike(case: Case) -> pd.DataFrame:
    """Return the lines of SKUs that have another line with the same stock in the workbook; equal ones share ``item``.

    Lines without stock or time are left out by their number: lines without them would be a copy of all columns.
    """
    lines = case.sku_lines
    kept = sure((lines["stock"] > 0) & (lines["starts"] < lines["ends"]))
    codes = np.where(kept, item_codes(case, "sku_id", in_file=True), -1)
    stock = pd.factorize(lines["stock"])[0].astype("int64")
    pair = pd.Series(codes * (stock.max(initial=0) + 1) + stock, index=lines.index)
    several = pair.duplicated(keep=False).to_numpy() & (codes >= 0)
    return lines[several].assign(item=pair[several]) if np.any(several) else lines[:0].assign(item=pair[:0])


RULE = Rule(
    code="SKU307",
    name="stock-promised-twice",
    severity=Severity.NOTE,
    over="sku_lines",
    where=lambda lines: lines["promotion_known"],
    check=check,
    fix="Divide the units between the two, or confirm that there are twice as many.",
    see=("SKU301", "SKU401", "PRM149"),
    examples=(
        draw("""
Products
   | Promotion ID | SKU ID              | List price | Campaign price | Stock
 7 | HD26-01      | 1729500011223344501 | 32.00      | 24.99          | 100
 8 | HD26-02      | 1729500011223344501 | 32.00      | 22.99          | 100 | <- 100 units are kept for HD26-02, and as many for HD26-01 in row 7 at the same time
 9 | HD26-01      | 1729500011223344502 | 46.00      | 36.80          | 100
10 | HD26-02      | 1729500011223344502 | 46.00      | 34.80          | 60
11 | HD26-02      | 1729500011223344503 | 46.00      | 34.80          | 60
12 | HD26-03      | 1729500011223344503 | 46.00      | 34.80          | 60
"""),
    ),
)

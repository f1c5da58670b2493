"""One workbook nominates the same SKU for the same promotion twice.

The marketplace refuses an upload that holds an ID twice; with two prices, nobody knows which one was agreed.
"""

import pandas as pd

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.noticed import noticed
from campaignctl.rules.rule import Rows, Rule, failing
from campaignctl.rules.sku._ids import malformed
from campaignctl.rules.sku._items import item_codes, numbered
from campaignctl.workbooks.registration.products import PRODUCTS


def check(case: Case) -> tuple[Rows, ...]:
    """Find the second and every further row; a product nominated as a whole counts by its product ID.

    Two workbooks of one seller are SEL106's, and would repeat every line here.
    """
    lines = _more_than_once(case)
    lines = lines[~(lines["sku_id"].isna() & noticed(case, lines, PRODUCTS, "sku_id"))]
    lines = lines[~malformed(lines["item"], case.profile)]
    first = lines.groupby("place")["row"].transform("first").astype("str")
    again, whole = lines.duplicated("place"), lines["sku_id"].isna()
    say = "{item} stands in {promotion_id} already, in row {first}"
    return (
        failing(lines, again & ~whole, at="sku_id", say=say, first=first),
        failing(lines, again & whole, at="product_id", say=say, first=first),
    )


def _more_than_once(case: Case) -> pd.DataFrame:
    """Return lines whose ``item`` has several rows for one promotion in a workbook, which share a ``place``."""
    lines = case.sku_lines
    items, whole = item_codes(case, "sku_id", in_file=True), lines["sku_id"].isna() & ~lines["level"].eq("Variation")
    if whole.any():
        items = numbered(lines["sku_id"].mask(whole, lines["product_id"]), lines["file"])
    offers = item_codes(case, "promotion_id")
    place = pd.Series(items * (offers.max(initial=0) + 1) + offers, index=lines.index)
    several = place.duplicated(keep=False) & (items >= 0)
    lines = lines[several].assign(place=place[several])
    return lines.assign(item=lines["sku_id"].mask(whole[several], lines["product_id"]))


RULE = Rule(
    code="SKU103",
    name="sku-nominated-twice",
    severity=Severity.ERROR,
    over="sku_lines",
    where=lambda lines: lines["promotion_known"],
    check=check,
    fix="Keep the row that holds, and delete the other one.",
    see=("SEL106",),
    examples=(
        draw("""
Products
   | Promotion ID | Product ID          | SKU ID              | List price | Campaign price | Stock
 7 | HD26-01      | 1729384756102938471 | 1729500011223344501 | 32.00      | 24.99          | 100
 8 | HD26-02      | 1729384756102938471 | 1729500011223344501 | 32.00      | 22.99          | 100
 9 | HD26-01      | 1729384756102938471 | 1729500011223344501 | 32.00      | 23.99          | 100 | <- 1729500011223344501 stands in HD26-01 already, in row 7
10 | HD26-01      | 1729384756102938471 | 1.7295E+18          | 32.00      | 24.99          | 100
11 | HD26-01      | 1729384756102938471 | 1.7295E+18          | 32.00      | 24.99          | 100
"""),
    ),
)

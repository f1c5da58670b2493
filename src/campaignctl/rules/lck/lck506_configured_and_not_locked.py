"""A SKU stands configured in a promotion that was not locked for it.

It sells at a price that nobody approved, often one that was rejected or withdrawn after the file was made.
"""

import pandas as pd

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.domain.keyed_in import WHOLE
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Rows:
    """Find rows of locked promotions that the lock does not hold; a whole product in place of its SKUs is told apart."""
    rows = case.frames["configured"]
    number = case.lock.number if case.lock else 0
    say = f"{{item}} is configured in {{promotion_id}}, and lock {number} does not hold it"
    return failing(rows, ~rows["locked"] & ~_other_level(case, rows), at="sku_id", say=say)


def _other_level(case: Case, rows: pd.DataFrame) -> "pd.Series[bool]":
    """Whether a row names the product of a locked line, and its SKU or none, at the other level."""
    if case.lock is None:
        return pd.Series(data=False, index=rows.index)
    lines = case.lock.lines
    whole = case.lock.promotions.loc[case.lock.promotions["level"].eq(WHOLE), "id"]
    products = pd.MultiIndex.from_frame(lines[["promotion_id", "product_id"]].astype("str"))
    keys = pd.MultiIndex.from_frame(rows[["promotion_id", "product_id"]].astype("str"))
    known = pd.Series(keys.isin(products), index=rows.index)
    return known & (rows["sku_id"].isna() | rows["promotion_id"].isin(whole))


RULE = Rule(
    code="LCK506",
    name="configured-and-not-locked",
    severity=Severity.ERROR,
    over="configured",
    where=lambda rows: rows["promotion_known"],
    check=check,
    fix="Take it out in Seller Center, or approve the line and lock again.",
    see=("LCK205", "LCK507"),
    examples=(
        draw("""
Locked Products
   | Promotion ID | Product ID          | SKU ID              | List price | Campaign price | Stock | Per buyer
 7 | HD26-01      | 1729384756102938471 | 1729500011223344501 | 32.00      | 24.99          | 500   | 5
 8 | HD26-01      | 1729384756102938472 | 1729500011223344502 | 46.00      | 36.80          | 200   | 2
Products
   | Promotion ID | Product ID          | SKU ID              | List price | Campaign price | Stock | Per buyer
 7 | HD26-01      | 1729384756102938471 | 1729500011223344501 | 32.00      | 24.99          | 500   | 5
 8 | HD26-01      | 1729384756102938472 | 1729500011223344502 | 46.00      | 36.80          | 200   | 2
Configured
   | Own ID  | Product ID          | SKU ID              | Deal price
 2 | HD26-01 | 1729384756102938471 | 1729500011223344501 | 24.99
 3 | HD26-01 | 1729384756102938472 | 1729500011223344502 | 36.80
 4 | HD26-01 | 1729384756102938473 | 1729500011223344503 | 19.99      | <- 1729500011223344503 is configured in HD26-01, and lock 1 does not hold it
"""),
    ),
)

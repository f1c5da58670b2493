"""A promotion stands configured for whole products where variations were locked, or the other way round.

A deal on a whole product covers every colour and size, those added later too, at a price that nobody agreed for them.
"""

import pandas as pd

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.lck._keyed import CURE, said_alike
from campaignctl.rules.rule import Rows, Rule, failing

_UNKNOWN = "unknown"


def check(case: Case) -> Rows:
    """Find rows without a SKU in a promotion of variations, and levels that the list itself states otherwise."""
    rows = case.frames["configured"]
    held = _levels(case, rows)
    stated = rows["level"].astype("str").where(rows["level"].ne(_UNKNOWN))
    told = stated.fillna(rows["sku_id"].notna().map({True: "Variation", False: "Product"}).astype("str"))
    number = case.lock.number if case.lock else 0
    wrong = told.ne(held) & held.notna()
    alike = said_alike(rows.assign(told=told), wrong, "told")
    what = (" for " + rows["item"].astype("str")).mask(alike, "")
    say = f"{{promotion_id}} is configured{{what}} at level {{told}}; lock {number} holds {{held}}"
    return failing(rows, wrong, at="sku_id", say=say, told=told, held=held, what=what)


def _levels(case: Case, rows: pd.DataFrame) -> "pd.Series[str]":
    if case.lock is None:
        return pd.Series(index=rows.index, dtype="str")
    levels = case.lock.promotions.drop_duplicates("id").set_index("id")["level"]
    return rows["promotion_id"].map(levels).astype("str")


RULE = Rule(
    code="LCK505",
    name="configured-at-other-level",
    severity=Severity.ERROR,
    over="configured",
    where=lambda rows: rows["promotion_known"],
    check=check,
    fix=CURE,
    see=("SKU102", "LCK506"),
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
 4 | HD26-01 | 1729384756102938472 |                     | 36.80      | <- HD26-01 is configured for 1729384756102938472 at level Product; lock 1 holds Variation
"""),
    ),
)

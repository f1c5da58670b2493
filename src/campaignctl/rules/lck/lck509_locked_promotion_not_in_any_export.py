"""Promotions stand configured in the exports, and a locked one is not among them.

Either it was not keyed in, or the file that shows it is missing: nobody knows whether its prices are right.
"""

import pandas as pd

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Rows:
    """Find promotions with locked lines of which no export shows a row, where exports show any."""
    rows, shown = case.promotions, case.frames["configured"]["promotion_id"].dropna().unique()
    lines = case.lock.lines["promotion_id"].value_counts() if case.lock else pd.Series(dtype="int64")
    count = rows["id"].map(lines).fillna(0).astype("int64")
    missing = (count > 0) & ~rows["id"].isin(shown) & bool(len(shown))
    say = "No export shows {id}; its {count} locked lines are not compared"
    return failing(rows, missing, at="id", say=say, count=count)


RULE = Rule(
    code="LCK509",
    name="locked-promotion-not-in-any-export",
    severity=Severity.WARNING,
    over="promotions",
    given=lambda case: case.promotions["id"].notna() & (case.lock is not None),
    check=check,
    fix="Key it in, or put the export that shows it into exports/.",
    see=("LCK507", "LCK508"),
    examples=(
        draw("""
Promotions
   | ID      | Title         | Tool             | Level     | Applies to     | Kind of value  | Starts           | Ends
 7 | HD26-01 | Holiday price | Product discount | Variation | Nominated SKUs | Seller's price | 2026-11-20 00:00 | 2026-11-25 23:59
 8 | HD26-02 | Opening flash | Flash deal       | Variation | Nominated SKUs | Seller's price | 2026-11-20 18:00 | 2026-11-21 18:00 | <- No export shows HD26-02; its 1 locked lines are not compared
 9 | HD26-03 | Closing flash | Flash deal       | Variation | Nominated SKUs | Seller's price | 2026-11-24 18:00 | 2026-11-25 18:00
Locked Products
   | Promotion ID | Product ID          | SKU ID              | List price | Campaign price | Stock
 7 | HD26-01      | 1729384756102938471 | 1729500011223344501 | 32.00      | 24.99          | 500
 8 | HD26-02      | 1729384756102938472 | 1729500011223344502 | 46.00      | 36.80          | 200
Products
   | Promotion ID | Product ID          | SKU ID              | List price | Campaign price | Stock
 7 | HD26-01      | 1729384756102938471 | 1729500011223344501 | 32.00      | 24.99          | 500
 8 | HD26-02      | 1729384756102938472 | 1729500011223344502 | 46.00      | 36.80          | 200
Configured
   | Own ID  | Product ID          | SKU ID              | Deal price
 2 | HD26-01 | 1729384756102938471 | 1729500011223344501 | 24.99
"""),
    ),
)

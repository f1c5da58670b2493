"""A locked line is missing from its promotion as it stands configured.

The seller keeps stock for it and the banner shows it; buyers find the list price.
"""

import pandas as pd

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Rows:
    """Find what lock and changes both promise of a promotion that was read, and no file shows, in the last of them."""
    rows = case.frames["unconfigured"]
    heads = [case.maps[file, sheet].header_row for file, sheet in zip(rows["file"], rows["sheet"], strict=True)]
    rows = rows.assign(row=pd.array(heads, dtype="Int64"))
    number = case.lock.number if case.lock else 0
    say = f"{{item}} of {{seller_id}} is not configured in {{promotion_id}}; lock {number} holds it at {{deal_price}}"
    return failing(rows, rows["item"].notna(), at="sku_id", say=say)


RULE = Rule(
    code="LCK507",
    name="locked-and-not-configured",
    severity=Severity.ERROR,
    over="unconfigured",
    check=check,
    fix="Add it in Seller Center, or enter in the sheet Changes that it is withdrawn.",
    see=("LCK506", "LCK509"),
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
   | Own ID  | Product ID          | SKU ID              | Deal price | <- 1729500011223344502 of S-001 is not configured in HD26-01; lock 1 holds it at $36.80
 2 | HD26-01 | 1729384756102938471 | 1729500011223344501 | 24.99
"""),
    ),
)

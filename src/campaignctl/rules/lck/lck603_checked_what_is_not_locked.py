"""The launch check has a row for a SKU that is not locked in that promotion.

A digit was lost, a row was typed by hand, or the list is that of another campaign: what it says is compared with nothing.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Rows:
    """Find rows that the newest lock does not hold; without a lock, all of them."""
    rows = case.frames["launch_check"]
    holds = f"lock {case.lock.number} does not hold it" if case.lock else "nothing is locked"
    return failing(rows, ~rows["locked"], at="sku_id", say=f"{{item}} in {{promotion_id}} is unknown: {holds}")


RULE = Rule(
    code="LCK603",
    name="checked-what-is-not-locked",
    severity=Severity.ERROR,
    over="launch_check",
    where=lambda rows: rows["item"].notna() | rows["seen_price"].notna(),
    check=check,
    fix="Print the list of the newest lock, and copy what was seen into its row.",
    see=("LCK605",),
    examples=(
        draw("""
Locked Products
   | Promotion ID | Product ID          | SKU ID              | List price | Campaign price | Stock
 7 | HD26-01      | 1729384756102938471 | 1729500011223344501 | 32.00      | 24.99          | 500
 8 | HD26-01      | 1729384756102938472 | 1729500011223344502 | 46.00      | 36.80          | 200
Products
   | Promotion ID | Product ID          | SKU ID              | List price | Campaign price | Stock
 7 | HD26-01      | 1729384756102938471 | 1729500011223344501 | 32.00      | 24.99          | 500
 8 | HD26-01      | 1729384756102938472 | 1729500011223344502 | 46.00      | 36.80          | 200
Launch check
   | Check at         | Promotion ID | SKU ID              | Price at start | Seen price | Seen by   | Seen at
 7 | 2026-11-20 00:00 | HD26-01      | 1729500011223344501 | 24.99          | 24.99      | Ines Roth | 2026-11-20 00:04
 8 | 2026-11-20 00:00 | HD26-01      | 1729500011223344599 | 36.80          | 36.80      | Ines Roth | 2026-11-20 00:05 | <- 1729500011223344599 in HD26-01 is unknown: lock 1 does not hold it
"""),
    ),
)

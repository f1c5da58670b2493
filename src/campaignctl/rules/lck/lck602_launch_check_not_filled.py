"""A price of the launch check was not looked up.

Whoever reads the list in the morning takes a blank for "it was right".
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.noticed import met
from campaignctl.rules.rule import Rows, Rule, failing
from campaignctl.workbooks.launch_check import SEEN_PRICE


def check(case: Case) -> Rows:
    """Find rows without a price, and those that do not say when it was seen, or by whom.

    A price that nobody can read is not missing: the cell itself is a finding.
    """
    rows = case.frames["launch_check"]
    lacking = {"seen_price": "no price was seen", "seen_at": "nobody says when", "seen_by": "nobody says who saw it"}
    blank = rows[list(lacking)].isna()
    what = blank.idxmax(axis=1).map(lacking)
    say = "{item} in {promotion_id}: {what}"
    return failing(rows, blank.any(axis=1) & ~met(case, rows, SEEN_PRICE.name), at="seen_price", say=say, what=what)


RULE = Rule(
    code="LCK602",
    name="launch-check-not-filled",
    severity=Severity.WARNING,
    over="launch_check",
    where=lambda rows: rows["item"].notna(),
    check=check,
    fix="Look at the product page, and type the price, your name, and when you saw it.",
    see=("LCK601",),
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
 8 | 2026-11-20 00:00 | HD26-01      | 1729500011223344502 | 36.80          |            |           |                  | <- 1729500011223344502 in HD26-01: no price was seen
"""),
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
 7 | 2026-11-20 00:00 | HD26-01      | 1729500011223344501 | 24.99          | 24.99      |           | 2026-11-20 00:04 | <- 1729500011223344501 in HD26-01: nobody says who saw it
 8 | 2026-11-20 00:00 | HD26-01      | 1729500011223344502 | 36.80          | 36.80      | Ines Roth | 2026-11-20 00:05
 9 | 2026-11-20 00:00 | HD26-01      | 1729500011223344502 | 36.80          | sold out   | Ines Roth | 2026-11-20 00:05
"""),
    ),
)

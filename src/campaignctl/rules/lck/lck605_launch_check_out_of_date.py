"""The launch check asks for another price than the newest lock holds.

It was printed before the lock was taken again, or a price on it was typed over: people compare with a price that was
given up.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.lck._seen import must_see
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Rows:
    """Compare the price at start on the list with the one that follows from the lock and its changes."""
    rows = case.frames["launch_check"]
    due = must_see(case)
    say = "the list says {shelf_price} for {item} in {promotion_id}; buyers must see {due_money}"
    return failing(rows, rows["shelf_price"].ne(due), at="shelf_price", say=say, due_money=due)


RULE = Rule(
    code="LCK605",
    name="launch-check-out-of-date",
    severity=Severity.WARNING,
    over="launch_check",
    where=lambda rows: rows["locked"] & rows["shelf_price"].notna(),
    check=check,
    fix="Take the list that the last lock wrote into out/, and leave its prices as they are.",
    see=("LCK601", "LCK603"),
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
 8 | 2026-11-20 00:00 | HD26-01      | 1729500011223344502 | 39.00          | 36.80      | Ines Roth | 2026-11-20 00:05 | <- the list says $39.00 for 1729500011223344502 in HD26-01; buyers must see $36.80
"""),
    ),
)

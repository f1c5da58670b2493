"""A change that is not part of the lock takes effect before the lock was taken.

Locked was what held then; whoever enters a change with an earlier hour moves what is already agreed, keyed in and
announced, and needs nobody's approval for it.
"""

from typing import Any

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.lck._changes import in_rows, on_record
from campaignctl.rules.rule import Rows, Rule


def check(case: Case) -> Rows:
    """Find changes that count, with an hour before that of the lock, and are not in it; events only explain."""
    found: dict[int, dict[str, Any]] = {}
    for one in on_record(case):
        change = one.change
        if case.lock and change.approved and change.moves and change.at is not None and change.at < case.lock.taken_at:
            found[change.row] = {"taken": case.lock.taken_at}
    number = case.lock.number if case.lock else 0
    say = f"{{number}} takes effect {{from_time}}; lock {number} was taken {{taken}} without it"
    return Rows(in_rows(case, found), "from_time", say)


RULE = Rule(
    code="LCK308",
    name="change-dated-before-lock",
    severity=Severity.ERROR,
    over="changes",
    needs=("from_time",),
    check=check,
    fix="Enter the hour from which it holds and who approved it, or lock again, which takes it in.",
    see=("LCK301", "LCK302"),
    examples=(
        draw("""
Locked Products
   | Promotion ID | Product ID          | SKU ID              | List price | Campaign price | Stock
 7 | HD26-01      | 1729384756102938471 | 1729500011223344501 | 32.00      | 24.99          | 500
Products
   | Promotion ID | Product ID          | SKU ID              | List price | Campaign price | Stock
 7 | HD26-01      | 1729384756102938471 | 1729500011223344501 | 32.00      | 24.99          | 500
Changes
   | No.  | From             | Kind      | Seller ID | SKU ID              | Field | Old | New | Why     | Asked by   | Approved by
 7 | C001 | 2026-11-10 09:00 | SKU terms | S-001     | 1729500011223344501 | Stock | 500 | 600 | restock | Norah Lind |             | <- C001 takes effect Tue 10 Nov 2026 09:00; lock 1 was taken Mon 16 Nov 2026 18:00 without it
 8 | C002 | 2026-11-21 09:00 | SKU terms | S-001     | 1729500011223344501 | Stock | 600 | 700 | restock | Norah Lind | Kai Lund
 9 | C003 | 2026-11-10 09:00 | Event     |           |                     |       |     |     | outage  | Norah Lind |
"""),
    ),
)

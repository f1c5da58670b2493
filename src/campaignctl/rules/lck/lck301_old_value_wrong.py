"""A change says that something stood otherwise than it did.

Whoever wrote the change had another state before his eyes: an older file, or another promotion of the same SKU. The new
value may be meant for something else.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.lck._changes import in_rows, on_record
from campaignctl.rules.rule import Rows, Rule
from campaignctl.rules.wording import word


def check(case: Case) -> Rows:
    """Find changes whose Old is not what the lock holds, with the changes before them applied; a blank Old says nothing."""
    found = {}
    for one in on_record(case):
        change = one.change
        if change.old is not None and one.before and change.old not in one.before:
            stood = " or ".join(word(change.field, value, case) for value in one.before)
            found[change.row] = {"said": word(change.field, change.old, case), "stood": stood}
    return Rows(in_rows(case, found), "old", "{number} says {field} was {said}; it stands at {stood}")


RULE = Rule(
    code="LCK301",
    name="old-value-wrong",
    severity=Severity.ERROR,
    over="changes",
    check=check,
    fix="Look up what is locked, and correct Old; then see whether New still means the right thing.",
    see=("LCK303",),
    examples=(
        draw("""
Locked Products
   | Promotion ID | SKU ID              | List price | Campaign price | Stock
 7 | HD26-01      | 1729500011223344501 | 32.00      | 24.99          | 500
 8 | HD26-02      | 1729500011223344502 | 46.00      | 36.00          | 100
Changes
   | No.  | From             | Kind      | Seller ID | SKU ID              | Other ID | Field          | Old              | New   | Why         | Asked by   | Approved by
 7 | C001 | 2026-11-21 09:00 | SKU terms | S-001     | 1729500011223344501 |          | Campaign price | 25.99            | 23.99 | price match | Norah Lind | Kai Lund    | <- C001 says Campaign price was $25.99; it stands at $24.99
 8 | C002 | 2026-11-22 09:00 | SKU terms | S-001     | 1729500011223344501 |          | Campaign price | 23.99            | 22.99 | price match | Norah Lind | Kai Lund
 9 | C003 | 2026-11-21 09:00 | SKU terms | S-001     | 1729500011223344502 |          | Stock          |                  | 120   | restock     | Norah Lind | Kai Lund
10 | C004 | 2026-11-19 09:00 | Promotion |           |                     | HD26-02  | Ends           | 2026-11-21 17:00 | 2026-11-21 20:00 | longer | Ines Roth | Kai Lund    | <- C004 says Ends was Sat 21 Nov 2026 17:00; it stands at Sat 21 Nov 2026 18:00
"""),
    ),
)

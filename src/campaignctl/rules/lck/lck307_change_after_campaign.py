"""A change takes effect when the campaign is over.

Nothing can follow from it: either its day is wrong, or it belongs to the next campaign.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.lck._changes import is_change
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Rows:
    """Find changes at or after the campaign's end; events may come later."""
    rows, ends = case.frames["changes"], case.field("ends")
    late = is_change(rows) & (rows["from_time"] >= ends)
    return failing(rows, late, at="from_time", say="{number} takes effect {from_time}, when the campaign is over")


RULE = Rule(
    code="LCK307",
    name="change-after-campaign",
    severity=Severity.WARNING,
    over="changes",
    needs=("from_time", "campaign.ends"),
    check=check,
    fix="Correct the day, or take the row out.",
    examples=(
        draw("""
Changes
   | No.  | From             | Kind      | Seller ID | SKU ID              | Field | Old | New | Why     | Asked by   | Approved by
 7 | C001 | 2026-12-21 09:00 | SKU terms | S-001     | 1729500011223344501 | Stock | 100 | 120 | restock | Norah Lind | Kai Lund    | <- C001 takes effect Mon 21 Dec 2026 09:00, when the campaign is over
 8 | C002 | 2026-11-25 23:00 | SKU terms | S-001     | 1729500011223344501 | Stock | 100 | 120 | restock | Norah Lind | Kai Lund
 9 | C003 | 2026-12-01 09:00 | Event     |           |                     |       |     |     | outage  | Norah Lind |
"""),
    ),
)

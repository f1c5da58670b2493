"""A promotion is said to be keyed in, but nobody wrote down its ID on the marketplace.

It cannot be looked up when something is wrong, and its export cannot be told from any other.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.noticed import left_blank
from campaignctl.rules.promotions import called
from campaignctl.rules.rule import Rows, Rule, failing
from campaignctl.workbooks.promotions import PROMOTIONS


def check(case: Case) -> Rows:
    """Find promotions that are Configured or Checked without a Marketplace ID."""
    rows = case.promotions
    none = left_blank(case, rows, PROMOTIONS, "marketplace_id")
    return failing(rows, none, at="marketplace_id", say="{called} is {status}, without an ID", called=called(rows))


RULE = Rule(
    code="PRM136",
    name="keyed-in-without-marketplace-id",
    severity=Severity.WARNING,
    over="promotions",
    where=lambda rows: rows["status"].isin(["Configured", "Checked"]),
    check=check,
    fix="Copy the ID of the activity or coupon from Seller Center.",
    see=("PRM135", "PRM137"),
    examples=(
        draw("""
Promotions
   | ID      | Tool             | Starts           | Ends             | Status     | Marketplace ID
 7 | HD26-01 | Product discount | 2026-11-20 00:00 | 2026-11-25 23:59 | Configured | 7345678901234567890
 8 | HD26-02 | Flash deal       | 2026-11-20 18:00 | 2026-11-21 17:59 | Checked    |                     | <- HD26-02 is Checked, without an ID
 9 | HD26-03 | Product discount | 2026-11-20 00:00 | 2026-11-25 23:59 | Planned    |
"""),
    ),
)

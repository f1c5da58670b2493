"""A change that takes effect after the price lock was approved by nobody.

After the lock terms change only with approval: a change that nobody approved is not promised to anybody, and the price
that stands in it is not in force.
"""

from collections.abc import Iterator

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.lck._changes import is_change
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Iterator[Rows]:
    """Find changes without a name in Approved by, and those approved by nobody in Contacts."""
    rows, lock = case.frames["changes"], case.field("price_lock")
    late = is_change(rows) & (rows["from_time"] >= lock)
    say = "{number} takes effect after the price lock, and nobody approved it"
    yield failing(rows, late & rows["approved_by"].isna(), at="approved_by", say=say)
    if "contacts" in case.read_sheets:
        names = case.contacts["name"].dropna().str.casefold()
        stranger = rows["approved_by"].notna() & ~rows["approved_by"].astype("str").str.casefold().isin(names)
        say = "{number} was approved by {approved_by}, who is not in Contacts"
        yield failing(rows, late & stranger, at="approved_by", say=say, fix="Choose a name from Contacts.")


RULE = Rule(
    code="LCK302",
    name="change-without-approval",
    severity=Severity.ERROR,
    over="changes",
    needs=("from_time", "campaign.price_lock"),
    check=check,
    fix="Have it approved and enter who did, or take the row out.",
    examples=(
        draw("""
Changes
   | No.  | From             | Kind      | Seller ID | SKU ID              | Field          | Old   | New   | Why          | Asked by   | Approved by
 7 | C001 | 2026-11-21 09:00 | SKU terms | S-001     | 1729500011223344501 | Campaign price | 24.99 | 23.99 | price match  | Norah Lind |             | <- C001 takes effect after the price lock, and nobody approved it
 8 | C002 | 2026-11-14 09:00 | SKU terms | S-001     | 1729500011223344502 | Stock          | 100   | 120   | restock      | Norah Lind |
 9 | C003 | 2026-11-21 09:00 | Event     |           |                     |                |       |       | viral video  | Norah Lind |
10 | C004 | 2026-11-21 09:00 | SKU terms | S-001     | 1729500011223344503 | Stock          | 100   | 120   | restock      | Norah Lind | Eva Dorn    | <- C004 was approved by Eva Dorn, who is not in Contacts
11 | C005 | 2026-11-21 09:00 | SKU terms | S-001     | 1729500011223344504 | Stock          | 100   | 120   | restock      | Norah Lind | Kai Lund
"""),
    ),
)

"""A line was registered after prices were locked: it is not part of the lock.

Sellers believe that what they send is in. A line that comes late is keyed in by nobody, unless somebody approves it and
locks again.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Rows:
    """Find lines that were not there when the lock was taken; those that were left out of it then are no news."""
    lines = case.sku_lines
    number = case.lock.number if case.lock else 0
    say = f"Line of {{item}} in {{promotion_id}} came after lock {number} and is not part of it"
    told = "{item} in {promotion_id} came after terms were agreed, and is not part of them"
    return failing(lines, ~lines["known_at_lock"], at="promotion_id", say=say, say_for_seller=told)


RULE = Rule(
    code="LCK205",
    name="line-added-after-lock",
    severity=Severity.WARNING,
    over="sku_lines",
    given=lambda case: case.sku_lines["item"].notna() & (case.lock is not None),
    check=check,
    fix="Approve the line and lock again, or tell the seller that it came too late.",
    fix_for_seller="Nothing: we tell you whether it can still take part.",
    see=("LCK204",),
    examples=(
        draw("""
Locked Products
   | Promotion ID | SKU ID              | List price | Campaign price | Stock
 7 | HD26-01      | 1729500011223344501 | 32.00      | 24.99          | 500
Products
   | Promotion ID | SKU ID              | List price | Campaign price | Stock
 7 | HD26-01      | 1729500011223344501 | 32.00      | 24.99          | 500
 8 | HD26-02      | 1729500011223344501 | 32.00      | 22.99          | 500   | <- Line of 1729500011223344501 in HD26-02 came after lock 1 and is not part of it
"""),
    ),
)

"""A price was looked up before its promotion starts.

The page shows yesterday's price then, right or wrong; the check must be made again.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Rows:
    """Compare the time of looking with the locked start."""
    rows = case.frames["launch_check"]
    say = "{item} was looked up {seen_at}; {promotion_id} starts {locked_starts}"
    return failing(rows, rows["seen_at"] < rows["locked_starts"], at="seen_at", say=say)


RULE = Rule(
    code="LCK604",
    name="checked-before-it-starts",
    severity=Severity.WARNING,
    over="launch_check",
    where=lambda rows: rows["locked"] & rows["seen_at"].notna(),
    check=check,
    fix="Look again after the start, or correct the time.",
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
 7 | 2026-11-20 00:00 | HD26-01      | 1729500011223344501 | 24.99          | 24.99      | Ines Roth | 2026-11-20 00:00
 8 | 2026-11-20 00:00 | HD26-01      | 1729500011223344502 | 36.80          | 46.00      | Ines Roth | 2026-11-19 23:58 | <- 1729500011223344502 was looked up Thu 19 Nov 2026 23:58; HD26-01 starts Fri 20 Nov 2026 00:00
"""),
    ),
)

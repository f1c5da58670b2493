"""A promotion starts or ends at another time than was locked, and no change says so.

Sellers, hosts and the banner follow the locked hour; prices that change an hour earlier are sold without anybody there.
"""

from collections.abc import Iterator

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.lck._moved import CURE, told
from campaignctl.rules.rule import Rows, Rule
from campaignctl.workbooks.promotions import PROMOTIONS


def check(case: Case) -> Iterator[Rows]:
    """Find starts, ends and claim windows that moved."""
    return told(case, "promotions", PROMOTIONS, ("starts", "ends", "claim_starts", "claim_ends", "valid_days"))


RULE = Rule(
    code="LCK206",
    name="promotion-window-differs-from-lock",
    severity=Severity.ERROR,
    over="promotions",
    check=check,
    fix=CURE,
    see=("LCK207", "LCK208"),
    examples=(
        draw("""
Locked Promotions
   | ID      | Title         | Tool             | Starts           | Ends
 7 | HD26-01 | Holiday deals | Product discount | 2026-11-20 00:00 | 2026-11-25 23:59
 8 | HD26-02 | Opening flash | Flash deal       | 2026-11-20 18:00 | 2026-11-21 18:00
 9 | HD26-03 | Second flash  | Flash deal       | 2026-11-21 18:00 | 2026-11-22 18:00
Promotions
   | ID      | Title         | Tool             | Starts           | Ends
 7 | HD26-01 | Holiday deals | Product discount | 2026-11-20 00:00 | 2026-11-25 23:59
 8 | HD26-02 | Opening flash | Flash deal       | 2026-11-20 17:00 | 2026-11-21 18:00 | <- Starts of HD26-02 is Fri 20 Nov 2026 17:00; lock 1 holds Fri 20 Nov 2026 18:00
 9 | HD26-03 | Second flash  | Flash deal       | 2026-11-21 18:00 | 2026-11-22 20:00
Changes
   | No.  | From             | Kind      | Other ID | Field | Old              | New              | Why        | Asked by   | Approved by
 7 | C001 | 2026-11-19 09:00 | Promotion | HD26-03  | Ends  | 2026-11-22 18:00 | 2026-11-22 20:00 | longer LIVE | Norah Lind | Kai Lund
"""),
    ),
)

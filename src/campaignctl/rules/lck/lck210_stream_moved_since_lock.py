"""A stream starts or ends at another time than was locked, and no change says so.

Its deals, its host and its announcement keep the locked hour: viewers come to an empty room, or the deal opens to nobody.
"""

from collections.abc import Iterator

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.lck._moved import CURE, told
from campaignctl.rules.rule import Rows, Rule
from campaignctl.workbooks.livestreams import LIVESTREAMS


def check(case: Case) -> Iterator[Rows]:
    """Find streams of the lock that start or end at another time."""
    return told(case, "streams", LIVESTREAMS, ("starts", "ends"))


RULE = Rule(
    code="LCK210",
    name="stream-moved-since-lock",
    severity=Severity.ERROR,
    over="livestreams",
    check=check,
    fix=CURE,
    see=("LCK211",),
    examples=(
        draw("""
Locked Livestreams
   | Stream ID | Title         | Account   | Host       | Starts           | Ends             | Status
 7 | HD26-L01  | Opening night | mossamber | Robin Hale | 2026-11-20 19:00 | 2026-11-20 21:00 | Confirmed
 8 | HD26-L02  | Second night  | mossamber | Robin Hale | 2026-11-21 19:00 | 2026-11-21 21:00 | Confirmed
 9 | HD26-L03  | Third night   | mossamber | Robin Hale | 2026-11-22 19:00 | 2026-11-22 21:00 | Offered
Livestreams
   | Stream ID | Title         | Account   | Host       | Starts           | Ends             | Status
 7 | HD26-L01  | Opening night | mossamber | Robin Hale | 2026-11-20 20:00 | 2026-11-20 21:00 | Confirmed | <- Starts of HD26-L01 is Fri 20 Nov 2026 20:00; lock 1 holds Fri 20 Nov 2026 19:00
 8 | HD26-L02  | Second night  | mossamber | Robin Hale | 2026-11-21 19:00 | 2026-11-21 22:00 | Confirmed
 9 | HD26-L03  | Third night   | mossamber | Robin Hale | 2026-11-22 18:00 | 2026-11-22 21:00 | Offered
Changes
   | No.  | From             | Kind       | Other ID | Field | Old              | New              | Why         | Asked by   | Approved by
 7 | C001 | 2026-11-19 09:00 | Livestream | HD26-L02 | Ends  | 2026-11-21 21:00 | 2026-11-21 22:00 | more to show | Robin Hale | Kai Lund
"""),
    ),
)

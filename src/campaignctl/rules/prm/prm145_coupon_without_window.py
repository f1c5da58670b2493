"""Nobody can tell when a seller's coupon can be used: it has no dates, and no Valid days.

Whether it meets the campaign, and how low a price can fall, stays open.
"""

from collections.abc import Iterator

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.noticed import left_blank
from campaignctl.rules.promotions import called
from campaignctl.rules.rule import Rows, Rule, failing
from campaignctl.workbooks.registration.coupons import COUPONS


def check(case: Case) -> Iterator[Rows]:
    """Find coupons without Valid days whose end, or else whose start, is blank; unreadable cells are told elsewhere."""
    rows = case.coupons[left_blank(case, case.coupons, COUPONS, "valid_days")]
    endless = left_blank(case, rows, COUPONS, "ends")
    say = "{called} has no end and no valid days"
    yield failing(rows, endless, at="ends", say=say, called=called(rows, "coupon"))
    open_start = ~endless & left_blank(case, rows, COUPONS, "starts")
    say = "{called} has an end and no start"
    yield failing(rows, open_start, at="starts", say=say, called=called(rows, "coupon"))


RULE = Rule(
    code="PRM145",
    name="coupon-without-window",
    severity=Severity.ERROR,
    over="coupons",
    check=check,
    fix="Fill Starts and Ends, or Valid days.",
    see=("PRM101", "PRM120"),
    examples=(
        draw("""
Coupons
   | Coupon | Type     | Starts           | Ends             | Valid days
 7 | GLOW5  | Seller   | 2026-11-20 00:00 | 2026-11-25 23:59 |
 8 | GLOW8  | Seller   | 2026-11-20 00:00 |                  |            | <- GLOW8 has no end and no valid days
 9 | GLOW9  | Seller   |                  | 2026-11-25 23:59 |            | <- GLOW9 has an end and no start
10 | FOLLOW | Follower |                  |                  | 14
11 | GLOW10 | Seller   | 2026-11-20 00:00 | next week        |
"""),
    ),
)

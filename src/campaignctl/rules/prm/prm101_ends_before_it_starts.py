"""A promotion or coupon ends before it starts, or in the same moment.

Seller Center refuses it, and until then nobody can tell which of the two times was meant. An end is the last moment
that counts: 25 Nov without a time is the whole of 25 Nov.
"""

from collections.abc import Iterator

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.promotions import as_typed, called, standing
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Iterator[Rows]:
    """Find windows of promotions and sellers' coupons, and times to claim them, that have no length."""
    for rows, key in ((case.promotions, "id"), (case.coupons, "coupon")):
        yield failing(
            rows,
            rows["ends"] <= rows["starts"],
            at="ends",
            say="{called} ends {ends}, and starts {starts}",
            fix="Move the end after {starts}, or the start before {ends}.",
            called=called(rows, key),
            ends=as_typed(rows["ends"], case.zone),
        )
        yield failing(
            rows,
            rows["claim_ends"] <= rows["claim_starts"],
            at="claim_ends",
            say="{called} can be claimed until {claim_ends}, and from {claim_starts}",
            fix="Move the end after {claim_starts}, or the start before {claim_ends}.",
            called=called(rows, key),
            claim_ends=as_typed(rows["claim_ends"], case.zone),
        )


RULE = Rule(
    code="PRM101",
    name="ends-before-it-starts",
    severity=Severity.ERROR,
    over="promotions",
    beside=("coupons",),
    where=standing,
    needs=("starts", "ends"),
    check=check,
    fix="Correct the one of the two times that is wrong.",
    see=("PRM102", "PRM107"),
    examples=(
        draw("""
Promotions
   | ID      | Tool             | Starts           | Ends             | Claim starts     | Claim ends       | Status
 7 | HD26-08 | Product discount | 2026-11-23 00:00 | 2026-11-23 00:01 |                  |                  |
 8 | HD26-09 | Product discount | 2026-11-24 00:00 | 2026-11-24       |                  |                  |
 9 | HD26-10 | Product discount | 2026-11-24 00:00 | 2026-11-23 23:59 |                  |                  |           | <- HD26-10 ends Mon 23 Nov 2026 23:59, and starts Tue 24 Nov 2026 00:00
10 | HD26-11 | Flash deal       | 2026-11-24 18:00 | 2026-11-24 18:00 |                  |                  |           | <- HD26-11 ends Tue 24 Nov 2026 18:00, and starts Tue 24 Nov 2026 18:00
11 | HD26-12 | Flash deal       | 2026-11-24 18:00 | 2026-11-23 18:00 |                  |                  | Cancelled
12 | HD26-13 | Platform coupon  | 2026-11-20 00:00 | 2026-11-25 23:59 | 2026-11-22 12:00 | 2026-11-21 12:00 |           | <- HD26-13 can be claimed until Sat 21 Nov 2026 12:00, and from Sun 22 Nov 2026 12:00
"""),
        draw("""
Coupons
   | Coupon | Type     | Starts           | Ends             | Valid days
 7 | GLOW5  | Seller   | 2026-11-20 00:00 | 2026-11-25 23:59 |
 8 | GLOW8  | Seller   | 2026-11-25 00:00 | 2026-11-20 23:59 |            | <- GLOW8 ends Fri 20 Nov 2026 23:59, and starts Wed 25 Nov 2026 00:00
 9 | GLOWFL | Follower |                  |                  | 14
"""),
    ),
)

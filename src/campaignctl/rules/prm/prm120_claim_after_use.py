"""A coupon can be claimed when it can no longer be used, or it is not clear until when it can be used.

Buyers collect a coupon that is dead on arrival, and complain to the shop. A coupon runs either to a date or for some
days after its claim, never both.
"""

from collections.abc import Iterator
from typing import Any

import pandas as pd

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.promotions import as_typed, called, standing
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Iterator[Rows]:
    """Find claim windows that reach beyond the last use, and sellers' coupons with both an end and valid days."""
    for rows, key in ((case.promotions, "id"), (case.coupons, "coupon")):
        yield from _late(case, rows[rows["valid_days"].isna()], key)
    coupons = case.coupons
    yield failing(
        coupons,
        coupons["ends"].notna() & coupons["valid_days"].notna(),
        at="valid_days",
        say="{called} ends {ends}, and {valid_days} days after its claim",
        fix="Keep one of Ends and Valid days.",
        called=called(coupons, "coupon"),
        ends=as_typed(coupons["ends"], case.zone),
    )


def _late(case: Case, rows: pd.DataFrame, key: str) -> Iterator[Rows]:
    rows = rows[(rows["starts"] < rows["ends"]) & ~(rows["claim_ends"] <= rows["claim_starts"])]
    more: dict[str, Any] = {"called": called(rows, key), "ends": as_typed(rows["ends"], case.zone)}
    closes = as_typed(rows["claim_ends"], case.zone)
    late = rows["claim_ends"] > rows["ends"]
    say = "{called} can be claimed until {claim_ends}, and used until {ends}"
    yield failing(
        rows, late, at="claim_ends", say=say, fix="End claims on {ends} or earlier.", **more, claim_ends=closes
    )
    after = ~late & (rows["claim_starts"] >= rows["ends"])
    say = "{called} can be claimed from {claim_starts}, and used until {ends}"
    yield failing(rows, after, at="claim_starts", say=say, fix="Let claims start before {ends}.", **more)


RULE = Rule(
    code="PRM120",
    name="claim-after-use",
    severity=Severity.ERROR,
    over="promotions",
    beside=("coupons",),
    where=lambda rows: standing(rows) & (rows["claim_starts"].notna() | rows["claim_ends"].notna()),
    needs=("ends",),
    check=check,
    fix="Let claims end with the last use, or earlier.",
    see=("PRM101",),
    examples=(
        draw("""
Promotions
   | ID      | Tool            | Starts           | Ends             | Claim starts     | Claim ends
 7 | HD26-01 | Platform coupon | 2026-11-20 00:00 | 2026-11-25 23:59 | 2026-11-17 00:00 | 2026-11-25 23:59
 8 | HD26-02 | Platform coupon | 2026-11-20 00:00 | 2026-11-25 23:59 | 2026-11-17 00:00 | 2026-11-27 23:59 | <- HD26-02 can be claimed until Fri 27 Nov 2026 23:59, and used until Wed 25 Nov 2026 23:59
 9 | HD26-03 | Platform coupon | 2026-11-20 00:00 | 2026-11-25 23:59 | 2026-11-26 00:00 |                  | <- HD26-03 can be claimed from Thu 26 Nov 2026 00:00, and used until Wed 25 Nov 2026 23:59
"""),
        draw("""
Coupons
   | Coupon  | Type     | Claim ends       | Starts           | Ends             | Valid days
 7 | GLOW5   | Seller   | 2026-11-25 23:59 | 2026-11-20 00:00 | 2026-11-25 23:59 |
 8 | GLOW8   | Seller   | 2026-11-28 23:59 | 2026-11-20 00:00 | 2026-11-25 23:59 |            | <- GLOW8 can be claimed until Sat 28 Nov 2026 23:59, and used until Wed 25 Nov 2026 23:59
 9 | FOLLOW  | Follower | 2026-11-25 23:59 |                  |                  | 14
10 | FOLLOW2 | Follower |                  | 2026-11-20 00:00 | 2026-11-25 23:59 | 14         | <- FOLLOW2 ends Wed 25 Nov 2026 23:59, and 14 days after its claim
"""),
    ),
)

"""A coupon can be claimed for longer than the marketplace allows.

Seller Center refuses the window when it is keyed in.
"""

from collections.abc import Iterator

import pandas as pd

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.prm._limits import by_tool, limit_words, limits, weighed
from campaignctl.rules.prm._windows import length_words
from campaignctl.rules.promotions import called, standing
from campaignctl.rules.rule import Rows, Rule


def check(case: Case) -> Iterator[Rows]:
    """Find claim windows beyond the longest; a blank end is that of the coupon's use."""
    known = limits(case.profile, lambda tool: tool.coupon.claim_longest)
    for rows, key in ((case.promotions, "id"), (case.coupons, "coupon")):
        since, until = rows["claim_starts"].fillna(rows["starts"]), rows["claim_ends"].fillna(rows["ends"])
        most = by_tool(rows, {tool: limit.value for tool, limit in known.items()}, "timedelta64[us]")
        lasts = until - since
        yield from weighed(
            rows,
            lasts > most,
            known,
            at="claim_ends",
            say="{called} can be claimed for {length}; {marketplace} allows {longest}",
            called=called(rows, key),
            length=pd.Series([None if pd.isna(span) else length_words(span) for span in lasts], index=rows.index),
            longest=by_tool(rows, {tool: limit.text for tool, limit in known.items()}, "str"),
            marketplace=case.profile.name,
        )


RULE = Rule(
    code="PRM140",
    name="claim-window-too-long",
    severity=Severity.ERROR,
    over="promotions",
    beside=("coupons",),
    where=standing,
    check=check,
    fix="End the claims earlier.",
    limit=lambda profile: limit_words(profile, lambda tool: tool.coupon.claim_longest),
    see=("PRM120",),
    examples=(
        draw("""
Coupons
   | Coupon  | Type     | Claim starts     | Claim ends       | Valid days
 7 | FOLLOW  | Follower | 2026-01-01 00:00 | 2026-12-31 23:59 | 14
 8 | FOLLOW2 | Follower | 2025-11-20 00:00 | 2026-11-30 23:59 | 14         | <- FOLLOW2 can be claimed for 376 days; TikTok Shop US allows 365 days
 9 | GLOW5   | Seller   | 2025-11-20 00:00 | 2026-11-30 23:59 | 14
"""),
    ),
)

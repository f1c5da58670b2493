"""A percentage coupon is capped below what it gives at its own minimum spend.

Nobody ever gets the percentage that is advertised: already the smallest order that may use the coupon meets the cap.
"""

from collections.abc import Iterator
from typing import Any

import pandas as pd

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.marketplaces.schema import Profile
from campaignctl.rules.case import Case
from campaignctl.rules.prm._limits import by_tool, limit_words, limits, weighed
from campaignctl.rules.promotions import called, standing
from campaignctl.rules.rule import Rows, Rule, failing

_MICRO = 1_000_000


def check(case: Case) -> Iterator[Rows]:
    """Compare the cap with the percentage of the minimum spend; a tool's own rule on this weighs as the profile says."""
    ruled = limits(case.profile, lambda tool: tool.coupon.cap_against_spend)
    for rows, key in ((case.promotions, "id"), (case.coupons, "coupon")):
        due = _at_threshold(rows)
        strictly = by_tool(rows, {tool: limit.value == "more than" for tool, limit in ruled.items()}, "boolean")
        low = (rows["max_discount"] < due) | ((rows["max_discount"] == due) & strictly.fillna(value=False))
        say = "{called} gives {value_percent} from {min_spend}, that is {due_money}, and at most {max_discount}"
        more: dict[str, Any] = {"called": called(rows, key), "due_money": due}
        yield failing(rows, low & ~rows["tool"].isin(list(ruled)), at="max_discount", say=say, **more)
        yield from weighed(rows, low, ruled, at="max_discount", say=say, **more)


def _at_threshold(rows: pd.DataFrame) -> "pd.Series[Any]":
    """Return what the percentage gives at the minimum spend, in minor units."""
    share = (rows["value_percent"].where(rows["value_percent"].between(0, 1)) * _MICRO).round().astype("Int64")
    return (rows["min_spend"].where(rows["min_spend"] > 0) * share + _MICRO // 2) // _MICRO


def _words(profile: Profile) -> str:
    return limit_words(profile, lambda tool: tool.coupon.cap_against_spend)


RULE = Rule(
    code="PRM139",
    name="cap-below-the-percentage",
    severity=Severity.WARNING,
    over="promotions",
    beside=("coupons",),
    where=lambda rows: standing(rows) & rows["max_discount"].notna(),
    check=check,
    fix="Raise Max discount to {due_money} or more, or lower the percentage or the minimum spend.",
    limit=_words,
    see=("PRM114", "PRM141"),
    examples=(
        draw("""
Promotions
   | ID      | Tool            | Kind of value | Value | Min. spend | Max discount
 7 | HD26-01 | Platform coupon | Percent off   | 20%   | 50.00      | 10.00
 8 | HD26-02 | Platform coupon | Percent off   | 20%   | 50.00      | 6.00         | <- HD26-02 gives 20% from $50.00, that is $10.00, and at most $6.00
 9 | HD26-03 | Platform coupon | Percent off   | 20%   |            | 6.00
Coupons
   | Coupon | Type   | Kind of value | Value | Min. spend | Max discount
 7 | GLOW10 | Seller | Percent off   | 10%   | 80.00      | 5.00         | <- GLOW10 gives 10% from $80.00, that is $8.00, and at most $5.00
 8 | GLOW20 | Seller | Percent off   | 20%   | None       | 5.00
"""),
    ),
)

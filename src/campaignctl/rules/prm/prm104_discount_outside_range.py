"""A percent off is smaller or larger than the tool allows.

Seller Center refuses it when it is keyed in, often after the letters to buyers are written. Ranges change from one
day to the next: the day on which the promotion starts decides.
"""

from collections.abc import Iterator
from typing import Any

import pandas as pd

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.marketplaces.schema import Profile, Range, percent
from campaignctl.rules.case import Case
from campaignctl.rules.prm._limits import a_tool
from campaignctl.rules.promotions import standing
from campaignctl.rules.rule import Rows, Rule, failing

SAY = "{value_percent} is {side} the {bound} that {marketplace} {asks} {tool_said}"


def check(case: Case) -> Iterator[Rows]:
    """Find promotions and coupons outside the range of their tool on their first day; both ends are allowed."""
    yield from _outside(case, case.promotions, case.promotions["starts"])
    coupons = case.coupons
    window = case.campaign.window
    starts = coupons["starts"].fillna(coupons["claim_starts"])
    yield from _outside(case, coupons, starts if window is None else starts.fillna(pd.Timestamp(window.start)))


def _outside(case: Case, rows: pd.DataFrame, starts: "pd.Series[Any]") -> Iterator[Rows]:
    sensible = (rows["value_percent"].between(0, 1) & rows["tool"].notna() & starts.notna()).fillna(value=False)
    rows, days = rows[sensible], starts[sensible].dt.tz_convert(case.zone).dt.date
    sorts = pd.DataFrame({"tool": rows["tool"], "day": days})
    for tool, day in sorts.drop_duplicates().itertuples(index=False):
        known = case.profile.discount_range(tool, day, region=case.profile.country)
        if known is not None and known.severity is not None:
            yield from _beside(rows[sorts["tool"].eq(tool) & sorts["day"].eq(day)], known)


def _beside(rows: pd.DataFrame, known: Range) -> Iterator[Rows]:
    sides = ((known.least, "below", "asks of"), (known.most, "above", "allows for"))
    for bound, side, asks in sides:
        if bound is not None:
            limit = float(bound)
            yield failing(
                rows,
                rows["value_percent"] < limit if side == "below" else rows["value_percent"] > limit,
                at="value",
                say=SAY,
                fix="Choose {range}.",
                severity=known.severity,
                bound=percent(bound),
                side=side,
                asks=asks,
                marketplace=known.marketplace,
                tool_said=a_tool(rows),
                range=known.text,
            )


def _words(profile: Profile) -> str:
    return "; ".join(f"{tool.name}, {known.words}" for tool in profile.tools.values() for known in tool.discounts)


RULE = Rule(
    code="PRM104",
    name="discount-outside-range",
    severity=Severity.ERROR,
    over="promotions",
    beside=("coupons",),
    where=lambda rows: standing(rows) & rows["kind_of_value"].eq("Percent off"),
    needs=("value_percent", "tool", "starts"),
    check=check,
    fix="Choose a percentage inside the tool's range.",
    limit=_words,
    see=("PRM110", "PRM115"),
    examples=(
        draw("""
Promotions
   | ID      | Tool             | Kind of value | Value | Starts           | Ends
 7 | HD26-01 | Flash deal       | Percent off   | 10%   | 2026-11-20 18:00 | 2026-11-21 18:00
 8 | HD26-02 | Flash deal       | Percent off   | 9%    | 2026-11-20 18:00 | 2026-11-21 18:00 | <- 9% is below the 10% that TikTok Shop US asks of a flash deal
 9 | HD26-03 | Product discount | Percent off   | 90%   | 2026-11-20 00:00 | 2026-11-25 23:59
10 | HD26-04 | Product discount | Percent off   | 0.95  | 2026-11-20 00:00 | 2026-11-25 23:59 | <- 95% is above the 90% that TikTok Shop US allows for a product discount
11 | HD26-05 | Product discount | Percent off   | 0.95  | 2024-09-30 00:00 | 2024-10-02 23:59
"""),
        draw("""
Coupons
   | Coupon  | Type     | Kind of value | Value | Starts           | Ends             | Valid days
 7 | VOLT50  | Seller   | Percent off   | 50%   | 2026-11-20 00:00 | 2026-11-25 23:59 |
 8 | VOLT65  | Seller   | Percent off   | 65%   | 2026-11-20 00:00 | 2026-11-25 23:59 |            | <- 65% is above the 50% that TikTok Shop US allows for a seller coupon
 9 | FOLLOW  | Follower | Percent off   | 65%   |                  |                  | 30
10 | FOLLOW2 | Follower | Percent off   | 85%   |                  |                  | 30         | <- 85% is above the 80% that TikTok Shop US allows for a follower coupon
"""),
    ),
)

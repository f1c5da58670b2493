"""A promotion starts before the campaign or ends after it, or a new coupon never meets it.

Sales outside the window do not count for the campaign, but the discount is paid all the same. The warm-up belongs to
the window here; coupons that already run, and times to claim one, may lie outside.
"""

from collections.abc import Iterator
from typing import Any

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.promotions import as_typed, called, standing
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Iterator[Rows]:
    """Find promotions that reach over an end of the campaign, and new coupons that lie beside it altogether."""
    window, warm_up = case.campaign.window, case.field("warm_up_starts")
    if window is None:
        return
    first = min(window.start, warm_up) if warm_up is not None else window.start
    rows = case.promotions
    words: dict[str, Any] = {"called": called(rows), "ends": as_typed(rows["ends"], case.zone)}
    campaign = {"first": first, "last": as_typed(case.setup["ends"], case.zone).iloc[0]}
    sound = rows["starts"] < rows["ends"]
    early, late = sound & (rows["starts"] < first), sound & (rows["ends"] > window.end)
    say = "{called} starts {starts}; the campaign starts {first}"
    yield failing(rows, early, at="starts", say=say, fix="Start it on {first} or later.", **words, **campaign)
    say = "{called} ends {ends}; the campaign ends {last}"
    yield failing(rows, late, at="ends", say=say, fix="End it on {last} or earlier.", **words, **campaign)
    rows = case.coupons[~case.coupons["already_running"].fillna(value=False)]
    apart = (rows["starts"] < rows["ends"]) & ((rows["ends"] <= first) | (rows["starts"] >= window.end))
    yield failing(
        rows,
        apart,
        at="starts",
        say="{called} runs {starts} to {ends}, outside the campaign",
        fix="Move it between {first} and {last}, or leave it out.",
        called=called(rows, "coupon"),
        ends=as_typed(rows["ends"], case.zone),
        **campaign,
    )


RULE = Rule(
    code="PRM102",
    name="outside-campaign-window",
    severity=Severity.WARNING,
    over="promotions",
    beside=("coupons",),
    where=standing,
    needs=("starts", "ends", "campaign.starts", "campaign.ends"),
    check=check,
    fix="Move it inside the campaign, or change the campaign's own dates.",
    see=("PRM101",),
    examples=(
        draw("""
Promotions
   | ID      | Tool             | Starts           | Ends             | Claim starts
 7 | HD26-01 | Product discount | 2026-11-20 00:00 | 2026-11-25 23:59 |
 8 | HD26-02 | Product discount | 2026-11-19 18:00 | 2026-11-25 23:59 |                  | <- HD26-02 starts Thu 19 Nov 2026 18:00; the campaign starts Fri 20 Nov 2026 00:00
 9 | HD26-03 | Product discount | 2026-11-24 00:00 | 2026-11-26       |                  | <- HD26-03 ends Thu 26 Nov 2026 23:59; the campaign ends Wed 25 Nov 2026 23:59
10 | HD26-04 | Platform coupon  | 2026-11-20 00:00 | 2026-11-25 23:59 | 2026-11-16 00:00
"""),
        draw("""
Campaign
 | Warm-up starts
 | 2026-11-17 00:00
Promotions
   | ID      | Tool             | Starts           | Ends
 7 | HD26-02 | Product discount | 2026-11-19 18:00 | 2026-11-25 23:59
Coupons
   | Coupon | Type   | Already running | Starts           | Ends
 7 | GLOW5  | Seller | No              | 2026-11-19 00:00 | 2026-12-25 23:59
 8 | GLOW8  | Seller | No              | 2026-12-20 00:00 | 2026-12-25 23:59 | <- GLOW8 runs Sun 20 Dec 2026 00:00 to Fri 25 Dec 2026 23:59, outside the campaign
 9 | GLOW9  | Seller | Yes             | 2026-09-01 00:00 | 2026-10-31 23:59
"""),
    ),
)

"""A promotion that is not keyed in yet starts at a time that has passed, or that comes too soon to key it in.

Seller Center takes only starts that are still to come, and on some marketplaces only some time ahead.
"""

from collections.abc import Iterator

import pandas as pd

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.marketplaces.schema import Profile
from campaignctl.rules.case import Case
from campaignctl.rules.prm._limits import by_tool, limit_words, limits, weighed
from campaignctl.rules.promotions import called, standing
from campaignctl.rules.rule import Rows, Rule

KEYED_IN = ("Configured", "Checked")


def check(case: Case) -> Iterator[Rows]:
    """Find starts before the hour at which the set-up is looked at, and, where asked, before the lead time is over."""
    if case.now is None:
        return
    rows, now = case.promotions, pd.Timestamp(case.now)
    ahead = limits(case.profile, lambda tool: tool.duration.starts_in_future)
    passed = rows["starts"] <= now
    say = "{called} starts {starts}; {marketplace} takes only starts to come"
    more = {"called": called(rows), "marketplace": case.profile.name}
    yield from weighed(rows, passed, ahead, at="starts", say=say, **more)
    lead = limits(case.profile, lambda tool: tool.duration.lead)
    soonest = now + by_tool(rows, {key: limit.value for key, limit in lead.items()}, "timedelta64[us]")
    say = "{called} starts {starts}; {marketplace} asks for {lead} to key it in"
    words = by_tool(rows, {key: limit.text for key, limit in lead.items()}, "str")
    yield from weighed(rows, ~passed & (rows["starts"] < soonest), lead, at="starts", say=say, lead=words, **more)


def _words(profile: Profile) -> str:
    ahead = limits(profile, lambda tool: tool.duration.starts_in_future)
    named = ", ".join(profile.tools[key].name for key in ahead)
    lead = limit_words(profile, lambda tool: tool.duration.lead)
    return f"in the future: {named} ({profile.name})" + (f"; ahead: {lead}" if lead else "") if named else lead


RULE = Rule(
    code="PRM124",
    name="starts-in-the-past",
    severity=Severity.ERROR,
    over="promotions",
    where=lambda rows: standing(rows) & ~rows["status"].isin(KEYED_IN),
    needs=("tool", "starts"),
    check=check,
    timed=True,
    fix="Move the start to a time that can still be keyed in; set Status to Configured if it is keyed in already.",
    limit=_words,
    see=("PRM135",),
    examples=(
        draw("""
As of 2026-11-20 09:00
Promotions
   | ID      | Tool             | Starts           | Ends             | Status
 7 | HD26-01 | Product discount | 2026-11-20 00:00 | 2026-11-25 23:59 |            | <- HD26-01 starts Fri 20 Nov 2026 00:00; TikTok Shop US takes only starts to come
 8 | HD26-02 | Flash deal       | 2026-11-20 18:00 | 2026-11-21 17:59 | Planned
 9 | HD26-03 | Product discount | 2026-11-20 00:00 | 2026-11-25 23:59 | Configured
10 | HD26-04 | Platform coupon  | 2026-11-20 00:00 | 2026-11-25 23:59 | Planned
"""),
    ),
)

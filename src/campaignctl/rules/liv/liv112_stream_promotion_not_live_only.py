"""A livestream counts on a promotion that everybody gets, LIVE or not.

Viewers are told of a price only for them and find it in the shop as well; nothing gives them a reason to stay.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.marketplaces.schema import Profile
from campaignctl.rules.case import Case
from campaignctl.rules.liv._streams import attached
from campaignctl.rules.prm._limits import tool_words
from campaignctl.rules.rule import Rows, Rule, failing

LIVE = "LIVE"


def check(case: Case) -> Rows:
    """Find promotions that are no LIVE tool, are not shown in LIVE alone, and do not apply to livestreams."""
    rows = attached(case)
    only = rows["p_tool"].isin(live_tools(case.profile))
    only |= rows["p_shown_in"].eq(LIVE).fillna(value=False)
    only |= rows["p_applies_to"].eq("Livestream").fillna(value=False)
    said = {name: tool_words(name) for name in rows["p_tool_name"].dropna().unique()}
    return failing(
        rows,
        ~only & rows["p_tool_name"].notna(),
        at="promotion_ids",
        say="{named} of {stream_id} is a {tool} for everybody, not for LIVE viewers only",
        tool=rows["p_tool_name"].map(said),
    )


def live_tools(profile: Profile) -> list[str]:
    """Return the tools whose price LIVE viewers alone see."""
    return [tool for audience in profile.audiences if LIVE in audience.shown_in for tool in audience.tools]


RULE = Rule(
    code="LIV112",
    name="stream-promotion-not-live-only",
    severity=Severity.NOTE,
    over="livestreams",
    needs=("stream_id",),
    check=check,
    fix="Name LIVE deals and LIVE coupons only, or choose LIVE under Shown in of the promotion.",
    see=("LIV110",),
    examples=(
        draw("""
Promotions
   | ID      | Title         | Tool             | Applies to          | Starts           | Ends             | Shown in
 7 | HD26-01 | For all       | Platform coupon  | All registered SKUs | 2026-11-20 00:00 | 2026-11-25 23:59 | Everywhere
 8 | HD26-02 | In the show   | LIVE flash deal  | Nominated SKUs      | 2026-11-20 19:00 | 2026-11-20 19:20 |
 9 | HD26-03 | Chat and win  | Seller coupon    | Seller              | 2026-11-20 00:00 | 2026-11-25 23:59 | LIVE
Livestreams
   | Stream ID | Title         | Starts           | Ends             | Promotion IDs
 7 | HD26-L01  | Opening night | 2026-11-20 19:00 | 2026-11-20 21:00 | HD26-02; HD26-03
 8 | HD26-L02  | Second night  | 2026-11-21 19:00 | 2026-11-21 21:00 | HD26-01          | <- HD26-01 of HD26-L02 is a platform coupon for everybody, not for LIVE viewers only
"""),
    ),
)

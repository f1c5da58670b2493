"""The quantity of a promotion is one that cannot be set.

Seller Center takes a whole number in the tool's range, or none at all; 0 is not “no limit”.
"""

from collections.abc import Iterator

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.domain.forms import NO_LIMIT
from campaignctl.marketplaces.schema import Profile
from campaignctl.rules.case import Case
from campaignctl.rules.prm._limits import a_tool, by_tool, limit_words, limits, weighed
from campaignctl.rules.promotions import called, standing
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Iterator[Rows]:
    """Find quantities above the most and under the least of their tool; 0 and less, of coupons too, are wrong always."""
    rows = case.promotions
    most = limits(case.profile, lambda tool: tool.total_limit.most)
    least = limits(case.profile, lambda tool: tool.total_limit.least)
    for known, side, way in ((most, "above the most", "or less"), (least, "below the least", "or more")):
        bound = by_tool(rows, {key: limit.value for key, limit in known.items()}, "Int64")
        wrong = rows["quantity"] > bound if side.startswith("above") else rows["quantity"] < bound
        yield from weighed(
            rows,
            wrong & (rows["quantity"] > 0),
            known,
            at="quantity",
            say="quantity {quantity} is {side} that {marketplace} takes for {said}, {bound}",
            fix="Type {bound} {way}, or No limit.",
            bound=bound,
            side=side,
            way=way,
            said=a_tool(rows),
            marketplace=case.profile.name,
        )
    for frame, key in ((rows, "id"), (case.coupons, "coupon")):
        none = (frame["quantity"] <= 0) & frame["quantity"].ne(NO_LIMIT)
        say = "quantity of {called} is {quantity}: it gives nothing to anybody"
        yield failing(frame, none, at="quantity", say=say, fix="Type how many there are.", called=called(frame, key))


def _words(profile: Profile) -> str:
    least = limit_words(profile, lambda tool: tool.total_limit.least)
    return f"least: {least}; most: {limit_words(profile, lambda tool: tool.total_limit.most)}"


RULE = Rule(
    code="PRM125",
    name="quantity-not-offered",
    severity=Severity.ERROR,
    over="promotions",
    beside=("coupons",),
    where=lambda rows: standing(rows) & rows["quantity"].notna(),
    check=check,
    fix="Type a quantity that the tool takes.",
    limit=_words,
    see=("PRM116", "PRM123"),
    examples=(
        draw("""
Promotions
   | ID      | Tool               | Quantity
 7 | HD26-01 | Gift with purchase | 99999
 8 | HD26-02 | Gift with purchase | 100000   | <- quantity 100,000 is above the most that TikTok Shop US takes for a gift with purchase, 99,999
 9 | HD26-03 | Platform coupon    | 100000
10 | HD26-04 | Platform coupon    | 0        | <- quantity of HD26-04 is 0: it gives nothing to anybody
11 | HD26-05 | Product discount   | No limit
Coupons
   | Coupon | Type   | Quantity
 7 | GLOW5  | Seller | 1
 8 | GLOW8  | Seller | 0        | <- quantity of GLOW8 is 0: it gives nothing to anybody
"""),
    ),
)

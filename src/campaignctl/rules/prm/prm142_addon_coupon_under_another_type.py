"""A coupon that the marketplace made by itself is listed as one that the shop made.

It appears with every new discount of the shop and goes on top of it; who takes it for an ordinary coupon plans without
it.
"""

from collections.abc import Iterator

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.prm._limits import limit_words, limits
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Iterator[Rows]:
    """Find coupons whose name holds the marketplace's own word, under a type that does not."""
    rows = case.coupons
    for word in {limit.value.casefold() for limit in limits(case.profile, lambda tool: tool.coupon.auto_name).values()}:
        named = rows["coupon"].str.casefold().str.contains(word, regex=False)
        typed = rows["type"].astype("str").str.casefold().str.contains(word, regex=False)
        say = "“{coupon}” is a coupon that {marketplace} makes by itself, listed as {type}"
        yield failing(rows, named & ~typed, at="type", say=say, marketplace=case.profile.name)


RULE = Rule(
    code="PRM142",
    name="addon-coupon-under-another-type",
    severity=Severity.WARNING,
    over="coupons",
    where=lambda rows: rows["coupon"].notna() & rows["type"].notna(),
    check=check,
    fix="Choose the type Auto.",
    limit=lambda profile: limit_words(profile, lambda tool: tool.coupon.auto_name),
    examples=(
        draw("""
Coupons
   | Coupon             | Type           | Kind of value | Value | Min. spend
 7 | GLOW5              | Seller         | Amount off    | 5.00  | 30.00
 8 | Shop addon 3f9a    | Auto ("addon") | Amount off    | 1.00  | 30.00
 9 | ADDON coupon 77    | Seller         | Amount off    | 1.00  | 30.00      | <- “ADDON coupon 77” is a coupon that TikTok Shop US makes by itself, listed as Seller
"""),
    ),
)

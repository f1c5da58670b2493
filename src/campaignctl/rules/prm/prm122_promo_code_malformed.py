"""A promo code is not of the form that the marketplace takes.

It is printed in letters and shown in videos before Seller Center refuses it.
"""

from collections.abc import Iterator

import pandas as pd

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.prm._limits import limit_words, limits, weighed
from campaignctl.rules.promotions import standing
from campaignctl.rules.rule import Rows, Rule


def check(case: Case) -> Iterator[Rows]:
    """Find codes that do not fit their tool's pattern as a whole."""
    known = limits(case.profile, lambda tool: tool.coupon.code)
    for frame in (case.promotions, case.coupons):
        rows = frame[frame["promo_code"].notna()]
        fits = pd.Series(data=True, index=rows.index)
        for key, limit in known.items():
            fits &= ~rows["tool"].eq(key) | rows["promo_code"].str.fullmatch(limit.value)
        words = {key: limit.note or limit.text for key, limit in known.items()}
        yield from weighed(
            rows,
            ~fits,
            known,
            at="promo_code",
            say="“{promo_code}” is not a promo code that {marketplace} takes: {form}",
            fix="Choose a code of {form}.",
            form=rows["tool"].map(words),
            marketplace=case.profile.name,
        )


RULE = Rule(
    code="PRM122",
    name="promo-code-malformed",
    severity=Severity.ERROR,
    over="promotions",
    beside=("coupons",),
    where=lambda rows: standing(rows) & rows["promo_code"].notna(),
    needs=("tool",),
    check=check,
    fix="Choose a code of the form that the marketplace takes.",
    limit=lambda profile: limit_words(profile, lambda tool: tool.coupon.code),
    see=("WBK118",),
    examples=(
        draw("""
Promotions
   | ID      | Tool          | Shown in   | Promo code
 7 | HD26-01 | Seller coupon | Promo code | HOLIDAY26
 8 | HD26-02 | Seller coupon | Promo code | HD-26!        | <- “HD-26!” is not a promo code that TikTok Shop US takes: 6 to 12 letters and digits
 9 | HD26-03 | Seller coupon | Promo code | HOLIDAYDEALS26 | <- “HOLIDAYDEALS26” is not a promo code that TikTok Shop US takes: 6 to 12 letters and digits
10 | HD26-04 | Platform coupon | Promo code | HD26
"""),
        draw("""
Coupons
   | Coupon | Type       | Shown in   | Promo code
 7 | GLOW   | Promo code | Promo code | GLOW2026
 8 | GLOW5  | Promo code | Promo code | GLOW5      | <- “GLOW5” is not a promo code that TikTok Shop US takes: 6 to 12 letters and digits
 9 | GLOW6  | Seller     | Everywhere |
"""),
    ),
)

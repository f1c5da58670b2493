"""A percentage stands where a price belongs, or a price where a percentage belongs.

“30 %” of a fixed price would be keyed in as $0.30, “$30” of a percentage as 30 % off. Either sells a whole night of
stock at a price that nobody agreed to.
"""

import re
from collections.abc import Iterator
from typing import Any

import pandas as pd

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.domain.money import CURRENCIES
from campaignctl.rules.case import Case
from campaignctl.rules.prm._values import like_a_share, sure_share
from campaignctl.rules.promotions import standing
from campaignctl.rules.rule import Rows, Rule, failing

KINDS = ("Percent off", "Amount off", "Fixed price")


def check(case: Case) -> Iterator[Rows]:
    """Find values, of tier 2 too, whose sign or size belongs to another kind of value."""
    for key in ("value", "tier2_value"):
        yield from _mixed_up(case, case.promotions, key)
    yield from _mixed_up(case, case.coupons, "value")


def _mixed_up(case: Case, rows: pd.DataFrame, key: str) -> Iterator[Rows]:
    money = rows["kind_of_value"].isin(["Amount off", "Fixed price"])
    percent = rows["kind_of_value"].eq("Percent off")
    signs = "|".join(re.escape(sign) for sign in ("$", "€", "£", "¥", CURRENCIES[case.campaign.currency].symbol))
    words: dict[str, Any] = {"at": key, "typed": rows[key]}
    yield failing(
        rows,
        money & rows[key].str.contains("%", regex=False),
        say="{kind_of_value} is {typed}: that is a percentage",
        fix="Choose Percent off, or type the amount of money.",
        **words,
    )
    yield failing(
        rows,
        percent & rows[key].str.contains(signs),
        say="Percent off is {typed}: that is money",
        fix="Type the percentage, or choose another kind of value.",
        **words,
    )
    yield failing(
        rows,
        percent & (rows[f"{key}_percent"] > 1),
        say="Percent off is {typed}, read as {read_percent}: more than the whole price",
        fix="Type a percentage up to 100%, or choose Amount off or Fixed price.",
        read_percent=rows[f"{key}_percent"],
        **words,
    )
    small = money & like_a_share(case, rows[f"{key}_money"])
    sure = small & sure_share(case, rows, key)
    for mask, severity in ((sure, Severity.ERROR), (small & ~sure, Severity.WARNING)):
        yield failing(
            rows,
            mask,
            say="{kind_of_value} is {typed}, that is {read_money}: was {read_percent} meant?",
            fix="Choose Percent off, or type the amount of money.",
            severity=severity,
            read_money=rows[f"{key}_money"],
            read_percent=rows[f"{key}_money"] / 10 ** CURRENCIES[case.campaign.currency].decimals,
            **words,
        )


RULE = Rule(
    code="PRM110",
    name="percent-and-price-mixed-up",
    severity=Severity.ERROR,
    over="promotions",
    beside=("coupons",),
    where=lambda rows: standing(rows) & rows["kind_of_value"].isin(KINDS),
    needs=("kind_of_value",),
    check=check,
    fix="Make kind of value and value say the same.",
    see=("PRM104", "PRM109", "PRM115"),
    examples=(
        draw("""
Promotions
   | ID      | Tool             | Kind of value | Value
 7 | HD26-01 | Product discount | Percent off   | 30%
 8 | HD26-02 | Product discount | Fixed price   | 30%   | <- Fixed price is 30%: that is a percentage
 9 | HD26-03 | Product discount | Fixed price   | 0.3   | <- Fixed price is 0.3, that is $0.30: was 30% meant?
10 | HD26-04 | Product discount | Fixed price   | 12.99
11 | HD26-05 | Product discount | Percent off   | $5    | <- Percent off is $5: that is money
12 | HD26-06 | Product discount | Percent off   | 129   | <- Percent off is 129, read as 129%: more than the whole price
13 | HD26-07 | Product discount | Percent off   | 100
"""),
        draw("""
Coupons
   | Coupon | Type   | Kind of value | Value
 7 | GLOW5  | Seller | Amount off    | 5.00
 8 | GLOW10 | Seller | Amount off    | 10%   | <- Amount off is 10%: that is a percentage
 9 | GLOW11 | Seller | Amount off    | 0.1   | <- Amount off is 0.1, that is $0.10: was 10% meant?
10 | GLOW12 | Seller | Amount off    | 0.50  | <- Amount off is 0.5, that is $0.50: was 50% meant?
"""),
    ),
)

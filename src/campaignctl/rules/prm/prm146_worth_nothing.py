"""A promotion takes off nothing, or sells for nothing.

A discount of 0 is a cell that was never filled; a fixed price of 0 gives every unit away.
"""

from collections.abc import Iterator

import pandas as pd

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.prm._limits import limits
from campaignctl.rules.prm._values import least_floor
from campaignctl.rules.promotions import called, standing
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Iterator[Rows]:
    """Find discounts of 0 that no range of the tool rules out, and fixed prices of 0."""
    ranged = [key for key, tool in case.profile.tools.items() if tool.discounts]
    floored = list(limits(case.profile, least_floor))
    for rows, key in ((case.promotions, "id"), (case.coupons, "coupon")):
        kind = rows["kind_of_value"]
        percent = kind.eq("Percent off") & (rows["value_percent"] <= 0) & ~rows["tool"].isin(ranged)
        amount = kind.eq("Amount off") & (rows["value_money"] <= 0) & ~rows["tool"].isin(floored)
        say = "{called} takes off nothing"
        yield failing(rows, _sure(percent) | _sure(amount), at="value", say=say, called=called(rows, key))
        free = _sure(kind.eq("Fixed price") & (rows["value_money"] <= 0))
        yield failing(rows, free, at="value", say="{called} sells for nothing", called=called(rows, key))


def _sure(mask: "pd.Series[bool]") -> "pd.Series[bool]":
    return mask.fillna(value=False).astype(bool)


RULE = Rule(
    code="PRM146",
    name="worth-nothing",
    severity=Severity.ERROR,
    over="promotions",
    beside=("coupons",),
    where=standing,
    check=check,
    fix="Type the value that was agreed.",
    see=("PRM104", "PRM115"),
    examples=(
        draw("""
Promotions
   | ID      | Tool               | Kind of value | Value
 7 | HD26-01 | Platform coupon    | Percent off   | 10%
 8 | HD26-02 | Platform coupon    | Percent off   | 0     | <- HD26-02 takes off nothing
 9 | HD26-03 | Co-funded coupon   | Amount off    | 0     | <- HD26-03 takes off nothing
10 | HD26-04 | Product discount   | Fixed price   | 0     | <- HD26-04 sells for nothing
11 | HD26-05 | Seller coupon      | Percent off   | 0
"""),
    ),
)

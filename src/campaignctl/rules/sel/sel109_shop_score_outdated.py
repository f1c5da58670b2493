"""A shop's score will be old when the campaign starts.

Scores and violations change by the week; a shop that passed a month ago may be turned away on launch night.
"""

from typing import Any

import pandas as pd

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule, failing
from campaignctl.rules.sel._offering import offered

OLDEST_DAYS = 14
"""How old a score may be at launch. The team's own rule for the column Score as of; no marketplace sets it."""


def check(case: Case) -> Rows:
    """Find shops with lines whose score is older at launch; local days are counted, and 14 are not too many."""
    sellers = case.sellers
    starts = case.local(case.field("starts").to_pydatetime()).date()
    age = (pd.Timestamp(starts) - _local_day(case, sellers["score_as_of"])).dt.days
    say = "The shop score will be {age} days old at launch; {oldest} is the most"
    return failing(sellers, age > OLDEST_DAYS, at="score_as_of", say=say, age=age.astype("Int64"), oldest=OLDEST_DAYS)


def _local_day(case: Case, moments: "pd.Series[Any]") -> "pd.Series[Any]":
    days: pd.Series[Any] = moments.dt.tz_convert(case.zone).dt.tz_localize(None).dt.normalize()
    return days


RULE = Rule(
    code="SEL109",
    name="shop-score-outdated",
    severity=Severity.WARNING,
    over="sellers",
    where=lambda sellers: sellers["shop_score"].notna() & sellers["score_as_of"].notna(),
    given=lambda case: case.sellers["seller_id"].isin(offered(case)["seller_id"]),
    needs=("campaign.starts",),
    check=check,
    fix="Look the score up again, and write the day beside it.",
    limit=lambda _: f"{OLDEST_DAYS} days at launch: the team's own rule, not the marketplace's",
    see=("SEL103",),
    examples=(
        draw("""
Sellers
   | Seller ID | Shop name    | Category    | Tier   | Shop score | Score as of
 7 | S-001     | Moss & Amber | Beauty      | Growth | 4.2        | 2026-11-06
 8 | S-002     | Kind Home    | Home        | Growth | 4.4        | 2026-11-05  | <- The shop score will be 15 days old at launch; 14 is the most
 9 | S-003     | Not in it    | Electronics | Growth | 4.1        | 2026-08-01
Products
   | Promotion ID | SKU ID              | List price | Campaign price | Stock
 7 | HD26-01      | 1729500011223344501 | 32.00      | 24.99          | 100
kindhome.xlsx: Seller
 | Seller ID | Shop name | Taking part
 | S-002     | Kind Home | Yes
kindhome.xlsx: Products
   | Promotion ID | SKU ID              | List price | Campaign price | Stock
 7 | HD26-01      | 1729500011223344502 | 32.00      | 24.99          | 100
"""),
    ),
)

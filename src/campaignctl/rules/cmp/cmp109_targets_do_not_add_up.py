"""Targets by category, tier or day do not add up to the campaign's target.

Each team reaches its own number and the campaign still misses, or the reverse. Parts that add up to less are told
only where every category, tier or day has one; half a percent counts as rounding.
"""

from collections.abc import Iterator

import pandas as pd

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.cmp._days import campaign_days, named_days
from campaignctl.rules.cmp._numbers import said_number
from campaignctl.rules.rule import Rows, Rule, failing

ROUNDING = 0.005


def check(case: Case) -> Iterator[Rows]:
    """Compare the sum of the parts, level by level and metric by metric, with the campaign's own number."""
    rows = case.targets
    whole = rows[rows["level"].eq("Campaign")].drop_duplicates("metric")
    for level, all_names in _everything(case).items():
        parts = rows[rows["level"].eq(level)]
        if parts.empty:
            continue
        names = _names(case, parts)
        sums = whole["metric"].map(parts.groupby("metric")["target"].sum()).astype("Float64")
        named = names.groupby(parts["metric"]).agg(set)
        complete = whole["metric"].map(lambda metric, by=named, of=all_names: of and of <= by.get(metric, set()))
        off = sums - whole["target"]
        wrong = (off > whole["target"] * ROUNDING) | (complete.astype("bool") & (-off > whole["target"] * ROUNDING))
        yield failing(
            whole,
            wrong & sums.notna(),
            at="target",
            say="{metric}: the parts by {part} add up to {together}, the campaign's target is {number}",
            part=level.lower(),
            together=said_number(whole["metric"], sums, case),
            number=said_number(whole["metric"], whole["target"], case),
        )


def _everything(case: Case) -> dict[str, set[str]]:
    """Return what there would have to be a part of, level by level."""
    sellers = case.sellers[~case.sellers["role"].isin(["Comparison", "Outside"])]
    return {
        "Category": set(sellers["category"].dropna().str.casefold()),
        "Tier": set(sellers["tier"].dropna().str.casefold()),
        "Day": set(campaign_days(case)),
    }


def _names(case: Case, parts: pd.DataFrame) -> "pd.Series[str]":
    """Return what each part is of: a day as 2026-11-20, anything else casefolded."""
    return named_days(case, parts["name"]).fillna(parts["name"].str.casefold()).fillna("")


RULE = Rule(
    code="CMP109",
    name="targets-do-not-add-up",
    severity=Severity.WARNING,
    over="targets",
    needs=("level", "metric", "target"),
    check=check,
    fix="Correct the campaign's target or its parts.",
    see=("CMP114",),
    examples=(
        draw("""
Targets
   | Level    | Name       | Metric | Target
 7 | Campaign |            | GMV    | 500000 | <- GMV: the parts by category add up to $560,000, the campaign's target is $500,000
 8 | Category | Beauty     | GMV    | 320000
 9 | Category | Home       | GMV    | 240000
10 | Day      | 2026-11-20 | GMV    | 200000
11 | Campaign |            | Orders | 9000
12 | Category | Beauty     | Orders | 9030
"""),
        draw("""
Targets
   | Level    | Name        | Metric | Target
 7 | Campaign |             | Orders | 9000 | <- Orders: the parts by tier add up to 6,000, the campaign's target is 9,000
 8 | Tier     | Growth      | Orders | 4000
 9 | Tier     | Key account | Orders | 2000
Sellers
   | Seller ID | Shop name    | Category | Tier
 7 | S-001     | Moss & Amber | Beauty   | Growth
 8 | S-002     | Casa Fina    | Home     | Key account
"""),
    ),
)

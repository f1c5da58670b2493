"""Which shops offer lines, and what is asked of them: by the marketplace for this kind of campaign, and by promotions.

The marketplace's conditions are those of the kind of campaign that the Campaign sheet names. Where Kind is blank, or
names a kind for which the profile has none, none of them is applied. A tool's own conditions and a promotion's Min.
score hold for the shops that nominate SKUs there.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pandas as pd

from campaignctl.domain.findings import Severity
from campaignctl.marketplaces.schema import Condition, Profile
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, failing
from campaignctl.rules.sku._items import item_codes

GONE = ("Excluded", "Withdrawn", "Declined")
"""Replies of shops that are not in the campaign; SEL107 tells when they offer lines all the same."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One condition, the shops it holds for, who asks it, and what a breach weighs; amounts in minor units."""

    sellers: frozenset[str]
    by: str
    says: str
    compare: str
    bound: float
    severity: Severity

    @property
    def strictness(self) -> tuple[int, float]:
        """The gravest first, and among those the hardest to meet."""
        return self.severity.rank, -self.bound if self.compare in ("at least", "above") else self.bound

    def broken(self, values: "pd.Series[Any]") -> "pd.Series[Any]":
        """Whether each value breaks the condition."""
        breach: dict[str, pd.Series[Any]] = {
            "at least": values < self.bound,
            "at most": values > self.bound,
            "below": values >= self.bound,
            "above": values <= self.bound,
            "is": values != self.bound,
        }
        return breach[self.compare]


def offered(case: Case) -> pd.DataFrame:
    """Return each shop with each promotion it nominates SKUs for: ``seller_id``, ``promotion_id``, ``tool``, ``min_score``."""
    return case.whole.once(_offered)


def _offered(case: Case) -> pd.DataFrame:
    lines = case.sku_lines[["seller_id", "promotion_id", "tool", "min_score", "reply", "file"]]
    offers = item_codes(case, "promotion_id")
    place = lines["file"].cat.codes.astype("int64") * (offers.max(initial=0) + 2) + offers
    lines = lines[~place.duplicated()].drop_duplicates(["seller_id", "promotion_id"])
    there = lines["seller_id"].notna() & ~lines["reply"].isin(GONE)
    chosen: pd.DataFrame = lines[there]
    return chosen


def asked(case: Case, measure: str) -> list[Asked]:
    """Return what is asked of the shops that offer lines, strictest first; ``measure`` is the profile's word."""
    return case.whole.once(_asked, measure)


def _asked(case: Case, measure: str) -> list[Asked]:
    lines = offered(case)
    everyone = frozenset(lines["seller_id"])
    kind = case.field("kind")
    asks = [
        _of(condition, everyone, case.profile)
        for entry in case.profile.entry.values()
        if kind in entry.kinds
        for condition in _conditions(entry.conditions, measure)
    ]
    for key, tool in case.profile.tools.items():
        sellers = frozenset(lines.loc[lines["tool"].eq(key), "seller_id"])
        asks += [_of(condition, sellers, case.profile) for condition in _conditions(tool.entry, measure)]
    if measure == "shop_score":
        asks += _own(lines)
    return sorted((ask for ask in asks if ask.sellers), key=lambda ask: ask.strictness)


def _conditions(conditions: tuple[Condition, ...], measure: str) -> Iterator[Condition]:
    for condition in conditions:
        if condition.measure == measure and condition.of == "seller" and condition.to == "enter" and condition.severity:
            yield condition


def _of(condition: Condition, sellers: frozenset[str], profile: Profile) -> Asked:
    severity = condition.severity or Severity.NOTE
    return Asked(sellers, profile.name, condition.says, condition.compare, float(condition.value), severity)


def _own(lines: pd.DataFrame) -> Iterator[Asked]:
    for promotion, rows in lines.dropna(subset=["min_score"]).groupby("promotion_id"):
        least = float(rows["min_score"].iloc[0])
        sellers = frozenset(rows["seller_id"])
        yield Asked(sellers, str(promotion), f"at least {least:g}", "at least", least, Severity.ERROR)


def of_whom(case: Case, rows: pd.DataFrame, measure: str) -> "pd.Series[bool]":
    """Whether anything is asked of each row's shop."""
    return rows["seller_id"].isin(frozenset[str]().union(*(ask.sellers for ask in asked(case, measure))))


def unmet(case: Case, rows: pd.DataFrame, key: str, measure: str, say: str) -> Iterator[Rows]:
    """Return the rows whose ``key`` does not meet what is asked, each with the strictest condition it breaks.

    ``say`` may quote ``{by}`` and ``{says}``.
    """
    for ask in asked(case, measure):
        broken = rows["seller_id"].isin(ask.sellers) & ask.broken(rows[key]).fillna(value=False)
        yield failing(rows, broken, at=key, say=say, severity=ask.severity, by=ask.by, says=ask.says)
        rows = rows[~broken]


def condition_words(profile: Profile, measure: str) -> str:
    """Return the marketplace's conditions of entry on ``measure`` with their sources."""
    named = [(entry.name, entry.conditions) for entry in profile.entry.values()]
    named += [(tool.name, tool.entry) for tool in profile.tools.values()]
    return "; ".join(
        f"{name}, {condition.words}" for name, conditions in named for condition in _conditions(conditions, measure)
    )

"""A shop nominates more products or SKUs for one promotion than the marketplace lets it hold.

Seller Center takes the first ones and refuses the rest; which ones those are nobody chose.
"""

from collections.abc import Callable, Iterator

import pandas as pd

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.marketplaces.schema import Counts, Limit, Profile
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule, failing

COUNTED: tuple[tuple[str, str, Callable[[Counts], Limit[int] | None]], ...] = (
    ("products", "product_id", lambda counts: counts.products),
    ("SKUs", "sku_id", lambda counts: counts.skus),
    ("lines", "", lambda counts: counts.lines),
)


def check(case: Case) -> Iterator[Rows]:
    """Find the first line of a shop beyond each limit; only promotions with so many lines are looked at."""
    sizes = case.sku_lines["promotion_id"].value_counts()
    for words, key, pick in COUNTED:
        for tool, limit in _limits(case.profile, pick).items():
            large = sizes[sizes > limit.value].index
            lines = case.sku_lines[case.sku_lines["promotion_id"].isin(large) & case.sku_lines["tool"].eq(tool)]
            if not lines.empty:
                yield _beyond(lines.dropna(subset=[key]) if key else lines, key, limit, words, case.profile)


def _beyond(lines: pd.DataFrame, key: str, limit: Limit[int], words: str, profile: Profile) -> Rows:
    shop = ["seller_id", "promotion_id"]
    once = lines.drop_duplicates([*shop, key]) if key else lines
    number = once.groupby(shop, observed=True).cumcount() + 1
    whole = number.groupby([once[each] for each in shop], observed=True).transform("max")
    return failing(
        once,
        number == limit.value + 1,
        at="promotion_id",
        say="{seller_id} nominates {whole} {words} for {promotion_id}; {place} takes {limit}",
        severity=limit.severity,
        whole=whole,
        words=words,
        limit=limit.text,
        place=profile.name,
    )


def _limits(profile: Profile, pick: Callable[[Counts], Limit[int] | None]) -> dict[str, Limit[int]]:
    found = {key: pick(tool.counts) for key, tool in profile.tools.items()}
    return {key: limit for key, limit in found.items() if limit is not None and limit.severity is not None}


def _words(profile: Profile) -> str:
    known = [(words, key, limit) for words, _, pick in COUNTED for key, limit in _limits(profile, pick).items()]
    return "; ".join(f"{profile.tools[key].name}, {words}, {limit.words}" for words, key, limit in known)


RULE = Rule(
    code="SKU402",
    name="too-many-lines-for-one-promotion",
    severity=Severity.ERROR,
    over="sku_lines",
    where=lambda lines: lines["promotion_known"],
    check=check,
    fix="Withdraw the weakest ones, or put the rest into a second promotion.",
    fix_for_seller="Withdraw the weakest ones.",
    limit=_words,
    see=("PRM138",),
    examples=(
        draw("""
Promotions
   | ID      | Title       | Tool               | Level   | Applies to     | Kind of value | Starts           | Ends
 7 | HD26-01 | Balm on top | Gift with purchase | Product | Nominated SKUs | Gift          | 2026-11-20 00:00 | 2026-11-25 23:59
Products
      | Promotion ID | Product ID       | List price | Stock
7-106 | HD26-01      | 1729384756102### | 32.00      | 100
  107 | HD26-01      | 1729384756102007 | 32.00      | 100
  108 | HD26-01      | 1729384756102108 | 32.00      | 100 | <- S-001 nominates 101 products for HD26-01; TikTok Shop US takes 100
"""),
    ),
)

"""A limit per buyer cannot be set: the marketplace offers a range of whole numbers, or no limit.

0 is refused, not read as unlimited; a line without its limit can be emptied by one reseller.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.marketplaces.schema import Profile
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule, failing
from campaignctl.rules.sku._buyer_limits import not_offered, offered


def check(case: Case) -> Rows:
    """Find limits outside the tool's range; where no range is on record, limits below one."""
    lines = case.sku_lines
    wrong = not_offered(case).fillna(value=False).astype(bool)
    ranges = {key: _range(case.profile, key) for key in offered(case.profile)}
    allowed = lines.loc[wrong, "tool"].astype("str").map(ranges).fillna("1 or more")
    say = "Per buyer {per_buyer}; {place} allows {allowed}, or No limit"
    return failing(lines, wrong, at="per_buyer", say=say, allowed=allowed, place=case.profile.name)


def _range(profile: Profile, key: str) -> str:
    limit = offered(profile)[key]
    return f"{limit.least.text}–{limit.most.text}" if limit.least and limit.most else ""


def _words(profile: Profile) -> str:
    limits = offered(profile)
    return "; ".join(
        f"{profile.tools[key].name}: {_range(profile, key)} ({limit.least.source}, checked {limit.least.checked})"
        for key, limit in limits.items()
        if limit.least
    )


RULE = Rule(
    code="SKU303",
    name="line-limit-not-offered",
    severity=Severity.ERROR,
    over="sku_lines",
    where=lambda lines: lines["per_buyer"].notna(),
    check=check,
    fix="Type a whole number that the marketplace offers, or No limit.",
    limit=_words,
    see=("SKU304",),
    examples=(
        draw("""
Products
   | Promotion ID | SKU ID              | List price | Campaign price | Stock | Per buyer
 7 | HD26-01      | 1729500011223344501 | 32.00      | 24.99          | 200   | 99
 8 | HD26-01      | 1729500011223344502 | 46.00      | 36.80          | 200   | 100      | <- Per buyer 100; TikTok Shop US allows 1–99, or No limit
 9 | HD26-02      | 1729500011223344503 | 46.00      | 36.80          | 200   | 0        | <- Per buyer 0; TikTok Shop US allows 1–99, or No limit
10 | HD26-03      | 1729500011223344504 | 46.00      | 36.80          | 200   | 0        | <- Per buyer 0; TikTok Shop US allows 1 or more, or No limit
11 | HD26-01      | 1729500011223344505 | 46.00      | 36.80          | 200   | No limit
12 | HD26-01      | 1729500011223344506 | 46.00      | 36.80          | 200   |
"""),
    ),
)

"""A product or SKU ID does not have the marketplace's form.

It is most often the seller's own code, a truncated number, or two IDs in one cell: the line cannot be keyed in.
"""

from collections.abc import Iterator

import pandas as pd

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.marketplaces.schema import Profile
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule, failing
from campaignctl.workbooks.registration.products import PRODUCT, SKU


def check(case: Case) -> Iterator[Rows]:
    """Find IDs that are not so many digits; damaged ones are missing here and told elsewhere."""
    form = case.profile.item_id
    if not form.shortest or not form.longest or not form.shortest.severity:
        return
    for column in (PRODUCT, SKU):
        lines = case.sku_lines[_odd(case.sku_lines[column.key], form.shortest.value, form.longest.value)]
        yield failing(
            lines,
            lines["row"].notna(),
            at=column.key,
            say=f"{column.name} “{{{column.key}}}” is not {_words(case.profile)}",
            severity=form.shortest.severity,
        )


def _odd(ids: "pd.Series[str]", shortest: int, longest: int) -> "pd.Series[bool]":
    """Tell the IDs that are not digits of such a length; a clean column, which most are, is judged in one go."""
    given = ids.dropna().to_list()
    whole, lengths = "".join(given), set(map(len, given))
    if whole.isascii() and whole.isdigit() and shortest <= min(lengths) and max(lengths) <= longest:
        return pd.Series(data=False, index=ids.index)
    return ids.notna() & ~ids.fillna("").str.fullmatch(f"[0-9]{{{shortest},{longest}}}")


def _words(profile: Profile) -> str:
    form = profile.item_id
    return f"{form.shortest.text}–{form.longest.text} digits" if form.shortest and form.longest else ""


RULE = Rule(
    code="SKU104",
    name="id-not-in-marketplace-form",
    severity=Severity.ERROR,
    over="sku_lines",
    check=check,
    fix="Copy the ID from Seller Center and paste it as text (paste values only).",
    limit=lambda profile: f"{profile.name}: {_words(profile)}" if _words(profile) else "",
    see=("SKU102",),
    examples=(
        draw("""
Products
   | Promotion ID | Product ID          | SKU ID              | List price | Campaign price | Stock
 7 | HD26-01      | 1729384756102938471 | 1729500011223344501 | 32.00      | 24.99          | 100
 8 | HD26-01      | 1729384756102938472 | GG-SERUM-50         | 46.00      | 36.80          | 100 | <- SKU ID “GG-SERUM-50” is not 15–20 digits
 9 | HD26-01      | 17293847561029      | 1729500011223344503 | 46.00      | 36.80          | 100 | <- Product ID “17293847561029” is not 15–20 digits
10 | HD26-01      | 172938475610293     | 17295000112233445041 | 46.00     | 36.80          | 100
11 | HD26-01      | 1729384756102938474 | 1.7295E+18          | 46.00      | 36.80          | 100
"""),
    ),
)

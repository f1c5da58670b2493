"""Which shops a promotion reaches, as far as the workbooks tell."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from campaignctl.rules.case import Case

EVERYONE = None
"""What a promotion of all registered SKUs reaches."""


def shops(case: Case, rows: pd.DataFrame) -> list[frozenset[str] | None]:
    """Return the seller IDs that each promotion of ``rows`` reaches, casefolded; ``EVERYONE`` for all of them."""
    known = _known(case)
    return [_reached(row, known) for row in rows[["id", "applies_to", "which"]].to_dict("records")]


def _known(case: Case) -> Mapping[str, frozenset[str]]:
    """Return the shops behind each promotion's nominations, each seller's names, categories and livestreams."""
    lines = (
        case.sku_lines[["promotion_id", "seller_id"]].drop_duplicates().dropna().set_axis(["name", "seller"], axis=1)
    )
    sellers, streams = case.sellers, case.frames["livestreams"]
    parts = [lines.assign(scope="Nominated SKUs")]
    for scope, frame, keys in (
        ("Seller", sellers, ("seller_id", "shop_name")),
        ("Category", sellers, ("category",)),
        ("Livestream", streams, ("stream_id", "title")),
    ):
        for key in keys:
            named = pd.DataFrame({"name": frame[key], "seller": frame["seller_id"]}).dropna()
            parts.append(named.assign(scope=scope))
    both = pd.concat(parts).astype("str")
    names = both["scope"] + " " + both["name"].str.casefold()
    return {str(name): frozenset(group) for name, group in both["seller"].str.casefold().groupby(names)}


def _reached(row: Mapping[Any, Any], known: Mapping[str, frozenset[str]]) -> frozenset[str] | None:
    scope = row["applies_to"]
    if pd.isna(scope) or scope == "All registered SKUs":
        return EVERYONE
    names = [row["id"]] if scope == "Nominated SKUs" else str(row["which"]).split("; ")
    return frozenset[str]().union(*(known.get(f"{scope} {str(name).casefold()}", ()) for name in names))

"""Which promotions meet: at the same time, for the same shops or products, and against the marketplace's rules.

Promotions of nominated SKUs meet on single SKUs, which the Products sheets tell; here they meet only what holds for
all registered SKUs, or, where a shop may have one at a time, what another of its SKUs is nominated for.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from campaignctl.domain.frames import plain_rows
from campaignctl.marketplaces.schema import Conflict
from campaignctl.rules.case import Case
from campaignctl.rules.promotions import as_typed, called

EVERYTHING = frozenset({"*"})

Row = Mapping[str, Any]
Shops = Mapping[str, frozenset[str]]


def meetings(case: Case) -> pd.DataFrame:
    """Return the lower row of every two promotions that conflict.

    It has ``called``, ``other``, ``meet``, ``part``, ``says`` and ``weighs`` besides the promotion's own columns.
    """
    rows = case.promotions.assign(called=called(case.promotions)).sort_values(["starts", "row"])
    shops = _shops(case)
    found = [
        _pair(one, other, conflict)
        for one, other in _same_time(rows[rows["starts"] < rows["ends"]])
        if (conflict := _between(case, one, other, shops))
    ]
    more = ("other", "meet", "part", "says", "weighs")
    told = pd.DataFrame(found, columns=[*rows.columns, *more])
    return told.assign(part=as_typed(told["part"], case.zone)) if found else told


def _same_time(rows: pd.DataFrame) -> Iterator[tuple[Row, Row]]:
    """Yield every two promotions that overlap in time: sorted by start, only those still running are looked at."""
    running: list[Row] = []
    records = plain_rows(rows)
    for row in records:
        running = [other for other in running if other["ends"] > row["starts"]]
        yield from ((row, other) for other in running)
        running.append(row)


def _between(case: Case, one: Row, other: Row, shops: Shops) -> Conflict | None:
    """Return the first rule of the marketplace that two promotions break together."""
    for conflict in case.profile.conflicts(one["tool"], other["tool"]):
        if conflict.severity and _speaks_of(conflict, one, other) and _meet(conflict, one, other, shops):
            return conflict
    return None


def _speaks_of(conflict: Conflict, one: Row, other: Row) -> bool:
    levels = not conflict.levels or {one["level"], other["level"]} <= set(conflict.levels)
    buyers = not conflict.buyers or {one["buyers"], other["buyers"]} <= set(conflict.buyers)
    return levels and buyers


def _meet(conflict: Conflict, one: Row, other: Row, shops: Shops) -> bool:
    first, second = (_scope(each, shops, by_shop=conflict.at == "shop") for each in (one, other))
    either = (first == EVERYTHING and bool(second)) or (second == EVERYTHING and bool(first))
    return either or bool(first & second)


def _scope(row: Row, shops: Shops, *, by_shop: bool) -> frozenset[str]:
    """Return what a promotion covers: everything, or names of sellers, categories and streams, each with its kind."""
    applies_to = row["applies_to"]
    if applies_to == "All registered SKUs":
        return EVERYTHING
    if applies_to == "Nominated SKUs":
        return shops.get(row["id"], frozenset()) if by_shop else frozenset({f"nominated {row['id']}"})
    names: list[str] = [] if pd.isna(row["which"]) else str(row["which"]).split("; ")
    scopes = frozenset(f"{applies_to} {name.casefold()}" for name in names)
    return scopes.union(*(shops.get(scope, ()) for scope in scopes if by_shop or applies_to == "Seller"))


def _shops(case: Case) -> Shops:
    """Return the shops behind every category, seller's name and nomination, each as ``Seller <id>``.

    Nominations count for tools that a shop may have one of at a time; for the others the SKUs decide.
    """
    lines, sellers = case.sku_lines, case.sellers
    once = {key for conflict in case.profile.conflicting if conflict.at == "shop" for key in conflict.between}
    ids = case.promotions.loc[case.promotions["tool"].isin(once), "id"].dropna()
    pairs = [lines.loc[lines["promotion_id"].isin(ids), ["promotion_id", "seller_id"]].drop_duplicates().dropna()]
    for scope, key in (("Category", "category"), ("Seller", "shop_name")):
        known = sellers[[key, "seller_id"]].dropna()
        pairs.append(known[["seller_id"]].assign(promotion_id=f"{scope} " + known[key].str.casefold()))
    together = pd.concat(pairs)
    named = "Seller " + together["seller_id"].str.casefold()
    return {str(key): frozenset(group) for key, group in named.groupby(together["promotion_id"])}


def _pair(one: Row, other: Row, conflict: Conflict) -> dict[str, Any]:
    late, early = (one, other) if one["row"] > other["row"] else (other, one)
    met = {"other": early["called"], "meet": max(one["starts"], other["starts"])}
    met |= {"part": min(one["ends"], other["ends"]), "says": conflict.says, "weighs": str(conflict.severity)}
    return {**late, **met}

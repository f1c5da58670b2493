"""Which promotions meet: at the same time, for the same shops or products, and against the marketplace's rules.

Promotions of nominated SKUs meet on single SKUs, which the Products sheets tell; here they meet only what holds for
all registered SKUs, or, where a shop may have one at a time, what another of its SKUs is nominated for.
"""

from collections.abc import Iterator
from typing import Any

import pandas as pd

from campaignctl.marketplaces.schema import Conflict
from campaignctl.rules.case import Case
from campaignctl.rules.promotions import as_typed, called

EVERYTHING = frozenset({"*"})


def meetings(case: Case) -> pd.DataFrame:
    """Return the later row of every two promotions that conflict, with ``called``, ``other``, ``meet``, ``part``,
    ``says`` and ``weighs``.
    """
    rows = case.promotions.sort_values(["starts", "row"])
    rows = rows[rows["starts"] < rows["ends"]].reset_index(drop=True)
    shops = _shops(case)
    found = []
    for one, other in _same_time(rows):
        for conflict in case.profile.conflicts(one["tool"], other["tool"]):
            if (
                conflict.severity is not None
                and _speaks_of(conflict, one, other)
                and _meet(conflict, one, other, shops)
            ):
                found.append(_pair(one, other, conflict))
                break
    return _told(found, rows, case)


def _same_time(rows: pd.DataFrame) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Yield every two promotions that overlap in time: sorted by start, only those still running are looked at."""
    running: list[dict[str, Any]] = []
    for row in rows.assign(called=called(rows)).to_dict("records"):
        running = [other for other in running if other["ends"] > row["starts"]]
        yield from ((row, other) for other in running)  # type: ignore[misc]
        running.append(row)  # type: ignore[arg-type]


def _speaks_of(conflict: Conflict, one: dict[str, Any], other: dict[str, Any]) -> bool:
    levels = not conflict.levels or {one["level"], other["level"]} <= set(conflict.levels)
    buyers = not conflict.buyers or {one["buyers"], other["buyers"]} <= set(conflict.buyers)
    return levels and buyers


def _meet(conflict: Conflict, one: dict[str, Any], other: dict[str, Any], shops: dict[str, frozenset[str]]) -> bool:
    first, second = (_scope(each, shops, by_shop=conflict.at == "shop") for each in (one, other))
    either = (first == EVERYTHING and bool(second)) or (second == EVERYTHING and bool(first))
    return either or bool(first & second)


def _scope(row: dict[str, Any], shops: dict[str, frozenset[str]], *, by_shop: bool) -> frozenset[str]:
    """Return what a promotion covers: everything, or names of sellers, categories and streams, each with its kind."""
    applies_to = row["applies_to"]
    if applies_to == "All registered SKUs":
        return EVERYTHING
    if applies_to == "Nominated SKUs":
        return shops.get(row["id"], frozenset()) if by_shop else frozenset({f"nominated {row['id']}"})
    names = [] if pd.isna(row["which"]) else str(row["which"]).split("; ")
    scopes = frozenset(f"{applies_to} {name.casefold()}" for name in names)
    return scopes.union(*(shops.get(scope, ()) for scope in scopes if by_shop or applies_to == "Seller"))


def _shops(case: Case) -> dict[str, frozenset[str]]:
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


def _pair(one: dict[str, Any], other: dict[str, Any], conflict: Conflict) -> dict[str, Any]:
    late, early = (one, other) if one["row"] > other["row"] else (other, one)
    met = {"other": early["called"], "meet": max(one["starts"], other["starts"])}
    met |= {"part": min(one["ends"], other["ends"]), "says": conflict.says, "weighs": conflict.severity}
    return late | met


def _told(found: list[dict[str, Any]], rows: pd.DataFrame, case: Case) -> pd.DataFrame:
    if not found:
        return rows.iloc[:0].assign(called="", other="", meet=rows["starts"].iloc[:0], says="", weighs="")
    told = pd.DataFrame(found)
    return told.assign(part=as_typed(told["part"], case.zone), weighs=told["weighs"].astype("str"))


def coupon_meetings(case: Case) -> pd.DataFrame:
    """Return coupons that meet an earlier one of their shop where the shop may have one at a time, as ``meetings``.

    A coupon without dates of use counts from its first claim to its last.
    """
    rows = case.coupons
    starts, ends = rows["starts"].fillna(rows["claim_starts"]), rows["ends"].fillna(rows["claim_ends"])
    rows = rows.assign(since=starts, until=ends, called=called(rows, "coupon"))[starts < ends]
    found = []
    for key in rows["tool"].dropna().unique():
        for conflict in case.profile.conflicts(key, key):
            if conflict.at == "shop" and conflict.severity is not None:
                found.append(_one_at_a_time(rows[rows["tool"].eq(key)], conflict))
    met = (
        pd.concat(found)
        if found
        else rows.iloc[:0].assign(other="", meet=rows["since"], part=rows["until"], says="", weighs="")
    )
    return met.assign(part=as_typed(met["part"], case.zone))


def _one_at_a_time(rows: pd.DataFrame, conflict: Conflict) -> pd.DataFrame:
    """Return the coupons that start while one of the same shop still runs, by the end that reaches furthest so far."""
    if conflict.buyers:
        rows = rows[rows["buyers"].isin(conflict.buyers) | rows["type"].str.startswith(conflict.buyers)]
    rows = rows.sort_values(["seller_id", "since", "row"])
    shop = rows["seller_id"]
    until = rows["until"].astype("int64")
    reach = until.groupby(shop).cummax()
    holder = rows["called"].where(reach == until).groupby(shop).ffill()
    before, who = reach.groupby(shop).shift(), holder.groupby(shop).shift()
    last = pd.to_datetime(before, unit="us", utc=True).astype(rows["until"].dtype)
    meets = rows["since"] < last
    met = rows.assign(other=who, meet=rows["since"], says=conflict.says, weighs=str(conflict.severity))
    return met.assign(part=rows["until"].where(rows["until"] <= last, last))[meets]

"""Which lines of a seller put one SKU or product into two promotions that may not meet, and when they do."""

from dataclasses import dataclass
from itertools import combinations_with_replacement
from typing import Any

import numpy as np
import pandas as pd

from campaignctl.domain.findings import Severity
from campaignctl.marketplaces.schema import Conflict, Profile
from campaignctl.rules.case import Case
from campaignctl.rules.narrowing import sure
from campaignctl.rules.sku._items import Codes, item_codes


@dataclass(frozen=True, slots=True)
class Offers:
    """The promotions of the lines, numbered, and for each pair the number of the conflict when they meet, else -1."""

    table: pd.DataFrame
    meeting: Codes
    conflicts: tuple[Conflict, ...]


def meetings(case: Case) -> pd.DataFrame:
    """Return the later line of every forbidden meeting, the gravest one for each line.

    Columns beside the line's own: ``conflict`` (its number in ``Offers``), ``severity``, ``says``, ``thing`` (the SKU
    or product), ``other_id``, ``from_at`` and ``to_at``: the half-open stretch that both promotions share.
    """
    lines, codes = case.sku_lines, item_codes(case, "promotion_id")
    first = np.flatnonzero(~pd.Series(codes).duplicated())
    table = lines.iloc[first][["promotion_id", "tool", "level", "starts", "ends"]]
    runs = sure(table["starts"] < table["ends"])
    offers = _offers(table[runs], case.profile)
    meets = np.any(offers.meeting >= 0, axis=1)
    if not meets.any():
        return lines.iloc[:0].assign(severity="")
    number = np.full(codes.max() + 1, -1)
    number[codes[first[runs]]] = np.where(meets, np.arange(len(offers.table)), -1)
    number = number[codes]
    few = case.with_rows("sku_lines", lines.assign(offer=number)[number >= 0])
    pairs = pd.concat([_by_sku(few, offers), _by_product(few, offers)])
    return _told(few.sku_lines, pairs, offers)


def _offers(table: pd.DataFrame, profile: Profile) -> Offers:
    words = table[["tool", "level"]].astype("str").fillna("")
    kinds = list(zip(words["tool"], words["level"], strict=True))
    found: dict[tuple[int, int], Conflict] = {}
    distinct = list(dict.fromkeys(kinds))
    for one, other in combinations_with_replacement(range(len(distinct)), 2):
        conflict = _conflict(profile, distinct[one], distinct[other])
        if conflict is not None:
            found[one, other] = found[other, one] = conflict
    conflicts = tuple(found.values())
    forbidden = np.full((len(distinct), len(distinct)), -1)
    for place, pair in enumerate(found):
        forbidden[pair] = place
    kind = np.array([distinct.index(each) for each in kinds], dtype=int)
    starts, ends = table["starts"].to_numpy(), table["ends"].to_numpy()
    together = (starts[:, None] < ends[None, :]) & (starts[None, :] < ends[:, None])
    np.fill_diagonal(together, val=False)
    meeting = np.where(together, forbidden[np.ix_(kind, kind)], -1)
    return Offers(table.reset_index(drop=True), meeting, conflicts)


def _conflict(profile: Profile, one: tuple[str, str], other: tuple[str, str]) -> Conflict | None:
    """Return the gravest conflict of two kinds of promotion on one SKU or product; those of shops are not a line's."""
    fitting = [
        each
        for each in profile.conflicts(one[0], other[0])
        if each.at != "shop" and not each.buyers and each.severity and _at_levels(each, one[1], other[1])
    ]
    return min(fitting, key=lambda each: Severity(each.weight).rank, default=None)


def _at_levels(conflict: Conflict, *levels: str) -> bool:
    return not conflict.levels or set(levels) <= set(conflict.levels)


def _by_sku(case: Case, offers: Offers) -> pd.DataFrame:
    pairs = _pairs(case.sku_lines, item_codes(case, "sku_id", in_file=True), ["item", "offer"], offers)
    return pairs[_on(offers, "sku")[pairs["conflict"]]]


def _by_product(case: Case, offers: Offers) -> pd.DataFrame:
    """Pair lines of one product: for rules on products, and where a line without a SKU means all of them."""
    lines = case.sku_lines
    lines = lines.assign(whole=lines["sku_id"].isna() & ~lines["level"].eq("Variation"))
    pairs = _pairs(lines, item_codes(case, "product_id", in_file=True), ["item", "offer", "whole"], offers)
    whole: pd.Series[bool] = pairs["whole_one"] | pairs["whole_other"]
    return pairs[whole | _on(offers, "product")[pairs["conflict"]]]


def _on(offers: Offers, at: str) -> "np.ndarray[Any, np.dtype[np.bool_]]":
    return np.array([conflict.at == at for conflict in offers.conflicts], dtype=bool)


def _pairs(lines: pd.DataFrame, codes: Codes, distinct: list[str], offers: Offers) -> pd.DataFrame:
    """Return pairs of lines of one item whose promotions meet: positions ``one`` and, later, ``other``."""
    held = lines.assign(item=codes, at=lines.index)[[*distinct, "at"]]
    held = held[codes >= 0].drop_duplicates(distinct)
    held = held[held.duplicated("item", keep=False)]
    pairs: pd.DataFrame = held.merge(held, on="item", suffixes=("_one", "_other"))
    pairs["conflict"] = offers.meeting[pairs["offer_one"], pairs["offer_other"]]
    return pairs[(pairs["conflict"] >= 0) & (pairs["at_one"] < pairs["at_other"])]


def _told(lines: pd.DataFrame, pairs: pd.DataFrame, offers: Offers) -> pd.DataFrame:
    ranks = np.array([Severity(conflict.weight).rank for conflict in offers.conflicts], dtype=int)
    pairs = pairs.assign(rank=ranks[pairs["conflict"]]).sort_values(["rank", "at_other", "at_one"])
    pairs = pairs.drop_duplicates("at_other")
    rows = lines.loc[pairs["at_other"]]
    one = offers.table.loc[pairs["offer_one"]].set_index(rows.index)
    on_sku = pairs["conflict"].map(lambda number: offers.conflicts[number].at == "sku").set_axis(rows.index)
    sku = on_sku & rows["sku_id"].notna()
    return rows.assign(
        severity=[offers.conflicts[number].severity for number in pairs["conflict"]],
        says=[offers.conflicts[number].says for number in pairs["conflict"]],
        thing=("SKU " + rows["sku_id"]).where(sku, "Product " + rows["product_id"]),
        other_id=one["promotion_id"],
        from_at=rows["starts"].where(rows["starts"] > one["starts"], one["starts"]),
        to_at=rows["ends"].where(rows["ends"] < one["ends"], one["ends"]),
    )

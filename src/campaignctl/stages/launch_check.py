"""A lock in, the launch check out: heroes and a sample of every promotion, with the prices that buyers must see."""

from dataclasses import dataclass, replace
from hashlib import blake2b
from typing import Any

import pandas as pd

from campaignctl.domain.forms import Form
from campaignctl.domain.frames import plain_rows
from campaignctl.domain.keyed_in import item_of_keyed, keyed_in
from campaignctl.domain.lock import Lock
from campaignctl.domain.terms import product_words
from campaignctl.domain.times import zone_words
from campaignctl.rules.case import Case
from campaignctl.rules.expected import expected_prices
from campaignctl.workbooks.launch_check import BOX, HERO, LAUNCH_CHECK, SAMPLE
from campaignctl.workbooks.launch_form import launch_form
from campaignctl.workbooks.letterhead import letterhead_of
from campaignctl.workbooks.retype import retyped

BY_MONEY, BY_LOT = 3, 2
CHOSEN = (
    f"Listed are all hero SKUs and, of every promotion, {BY_MONEY} with the most money off (discount times units kept) "
    f"and {BY_LOT} others; the same lock always gives the same list."
)
_ORDER = ["starts", "promotion_id", "is_sample", "shop_name", "product", "item"]


@dataclass(frozen=True, slots=True)
class LaunchCheck:
    """``launch-check.xlsx`` ready to be written, and how many prices are to be looked up."""

    form: Form
    rows: int


def launch_check(case: Case, lock: Lock) -> LaunchCheck:
    """Return the launch check of a lock; without rows when nothing that was locked has a price."""
    chosen = chosen_rows(keyed_in(lock))
    prices = expected_prices(case, lock, chosen)
    told = pd.concat([chosen, prices], axis=1).assign(check_at=chosen["starts"], product_link=_links(case, chosen))
    told = told.sort_values(_ORDER, kind="stable", na_position="last")
    form = launch_form(
        _rows(told, lock),
        replace(letterhead_of(case.campaign), zone=lock.zone, currency=lock.currency),
        zone_word=zone_words(lock.zone),
        chosen=CHOSEN,
        lock=lock.number,
    )
    return LaunchCheck(form, len(told))


def chosen_rows(keyed: pd.DataFrame) -> pd.DataFrame:
    """Return the rows to look up, with ``item``, ``product`` in words, ``why`` and ``is_sample``."""
    rows = keyed[keyed["deal_price"].notna() & (keyed["sku_id"].notna() | keyed["product_id"].notna())]
    off = ((rows["list_price"] - rows["deal_price"]) * rows["quantity"]).fillna(0)
    rows = rows.assign(item=item_of_keyed(rows), product=product_words(rows), off=off)
    rows = rows.drop_duplicates(["promotion_id", "item"])
    hero = rows["hero"].fillna(value=False).astype(bool)
    dear = _first(rows.sort_values(["off", "item"], ascending=[False, True], kind="stable"), BY_MONEY)
    rest = rows[~rows.index.isin(dear)]
    lots = rest.assign(lot=[_lot(*pair) for pair in zip(rest["promotion_id"], rest["item"], strict=True)])
    drawn = _first(lots.sort_values("lot", kind="stable"), BY_LOT)
    kept = rows[hero | rows.index.isin([*dear, *drawn])]
    return kept.assign(why=hero.map({True: HERO, False: SAMPLE}), is_sample=~hero)


def _first(rows: pd.DataFrame, most: int) -> list[Any]:
    return rows.groupby("promotion_id", sort=False).head(most).index.tolist()


def _lot(promotion: str, item: str) -> bytes:
    return blake2b(f"{promotion}|{item}".encode("utf-8", "replace"), digest_size=8).digest()


def _links(case: Case, rows: pd.DataFrame) -> "pd.Series[Any]":
    """Return the link that a registration gives of each row's SKU or product."""
    lines = case.frames["all_lines"].dropna(subset=["product_link"])
    by_sku, by_product = (
        lines.dropna(subset=[key]).drop_duplicates(key).set_index(key)["product_link"]
        for key in ("sku_id", "product_id")
    )
    return rows["sku_id"].map(by_sku).fillna(rows["product_id"].map(by_product)).astype("str")


def _rows(told: pd.DataFrame, lock: Lock) -> list[dict[str, Any]]:
    given = [column for column in LAUNCH_CHECK.columns if column.key in told and column.is_input]
    rows = plain_rows(told)
    return [
        {"tick": BOX, "why": row["why"]}
        | {column.key: retyped(column, row, lock.currency, lock.zone) for column in given}
        for row in rows
    ]

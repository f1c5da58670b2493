"""Which SKUs a coupon or promotion meets, and what comes of it, a row for each coupon or promotion."""

from typing import Any

import pandas as pd

from campaignctl.domain.wording import counted
from campaignctl.pricing.laid_out import instants
from campaignctl.pricing.no_effect import dearer
from campaignctl.rules.case import Case

_NONE = (0, 0, 0)
_MEETING = ["other", "sku", "pays_money", "from_at", "more"]


def meetings(case: Case) -> pd.DataFrame:
    """Return, for the coupons that a rule was shown, ``skus`` (a count), ``words`` for it, ``starts`` and ``ends``."""
    prices, rows = case.prices, case.coupons
    places = _places(case)
    met = [prices.meeting(places[row]) if row in places else _NONE for row in rows.index]
    counts = pd.Series([skus for skus, _, _ in met], index=rows.index, dtype="Int64")
    columns = {
        "skus": counts,
        "words": [counted(skus, "campaign SKU") for skus, _, _ in met],
        "starts": _moments([starts for _, starts, _ in met], rows.index),
        "ends": _moments([ends for _, _, ends in met], rows.index),
    }
    return pd.DataFrame(columns, index=rows.index)


def on_top(case: Case) -> pd.DataFrame:
    """Return, for the coupons that a rule was shown, where each makes a worst price together with another coupon.

    ``other`` is that coupon (blank: nowhere), ``sku`` and ``pays_money`` the deepest of such prices, ``from_at`` when it
    holds, ``more`` how many other SKUs there are, in words.
    """
    places, rows = _places(case), case.coupons
    told = [_deepest(case, places[row]) if row in places else ("", "", 0, pd.NaT, "") for row in rows.index]
    return pd.DataFrame(told, columns=_MEETING, index=rows.index).astype({"pays_money": "Int64"})


def _deepest(case: Case, number: int) -> tuple[str, str, int, Any, str]:
    prices, coupon = case.prices, case.prices.offers[number]
    worst = prices.worst
    layer = {offer.id for offer in prices.offers if offer.layer == coupon.layer and offer.id != coupon.id}
    theirs = worst[worst["seller_id"].eq(coupon.seller).fillna(value=False)]
    makers = theirs["made_by"].astype("str").str.split("; ")
    met = theirs[[coupon.id in made and bool(layer & set(made)) for made in makers]]
    if met.empty:
        return "", "", 0, pd.NaT, ""
    first = met.assign(off=met["pays"] / met["list_price"]).sort_values("off", kind="stable").iloc[0]
    other = next(made for made in str(first["made_by"]).split("; ") if made in layer)
    return other, _thing(first), int(first["pays"]), first["starts"], _more(len(met) - 1)


def dearer_for_some(case: Case) -> pd.DataFrame:
    """Return, by the id of each promotion that costs its buyers more than anyone pays, the widest such gap.

    ``asks_money`` and ``pays_money`` are the two prices of ``sku``, ``more`` how many other SKUs there are, in words.
    """
    found = dearer(case.prices)
    found = found.assign(gap=found["price"] - found["shelf"]).sort_values("gap", ascending=False, kind="stable")
    widest = found.drop_duplicates("offer").set_index("offer")
    lines = case.whole.sku_lines.iloc[case.prices.items.first_line[widest["item"].to_numpy(dtype="int64")]]
    others = found.groupby("offer")["item"].nunique().reindex(widest.index) - 1
    columns = {
        "asks_money": widest["price"].astype("Int64"),
        "pays_money": widest["shelf"].astype("Int64"),
        "sku": [_thing(line) for line in lines.to_dict("records")],
        "more": [_more(int(number)) for number in others],
    }
    return pd.DataFrame(columns, index=widest.index)


def _places(case: Case) -> dict[Any, int]:
    """Return the number among the offers of every coupon, by its label in the frame of coupons."""
    labels = case.whole.coupons.index
    return {labels[offer.row]: number for number, offer in enumerate(case.prices.offers) if offer.own}


def _thing(line: Any) -> str:
    return str(line["product_id"]) if pd.isna(line["sku_id"]) else str(line["sku_id"])


def _more(number: int) -> str:
    return "" if number < 1 else f" (and {counted(number, 'more SKU')})"


def _moments(microseconds: list[int], index: "pd.Index[Any]") -> "pd.Series[Any]":
    return pd.Series(instants(pd.array(microseconds, dtype="int64").to_numpy()), index=index)

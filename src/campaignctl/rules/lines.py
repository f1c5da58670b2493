"""A registered line is judged together with its promotion and its seller.

``joined_lines`` adds to every line of a Products sheet, from the promotion it names: ``tool`` and ``tool_name``,
``level``, ``applies_to``, ``kind_of_value``, ``starts``, ``ends``, ``min_discount``, ``min_stock``, ``min_score``,
``promotion_known``; from its seller: ``shop_name``, ``shop_score``, ``violations``, ``reply``, ``seller_known``; and
what follows: ``deal_price`` (minor units, what a buyer pays before coupons) and ``depth`` (share off list).
"""

from typing import Any

import pandas as pd

from campaignctl.domain.deal_price import deal_prices
from campaignctl.marketplaces.schema import Profile

_FROM_PROMOTION = (
    "title",
    "tool",
    "tool_name",
    "level",
    "applies_to",
    "kind_of_value",
    "value_percent",
    "value_money",
    "starts",
    "ends",
    "seller_pays",
    "min_discount",
    "min_stock",
    "min_score",
    "register_by",
    "quantity",
    "status",
)
_FROM_SELLER = ("shop_name", "shop_score", "violations", "reply", "role", "reply_by")


def joined_promotions(promotions: pd.DataFrame, profile: Profile) -> pd.DataFrame:
    """Return promotions with ``tool`` as the profile's key and ``tool_name`` as people call it."""
    keys = {name: profile.tool_key(name) for name in promotions["tool"].dropna().unique()}
    names = promotions["tool"]
    return promotions.assign(tool=names.map(keys).astype("str"), tool_name=names)


def joined_coupons(
    coupons: pd.DataFrame, sellers: pd.DataFrame, registrations: pd.DataFrame, profile: Profile
) -> pd.DataFrame:
    """Return coupons with their shop's name, and with the tool that their type is made with, as promotions say it.

    Coupons of shops that do not take part are left out: they meet no SKU of the campaign.
    """
    refused = registrations.loc[registrations["taking_part"].eq("No").fillna(value=False), "seller_id"]
    coupons = coupons[~coupons["seller_id"].isin(refused.dropna())].reset_index(drop=True)
    names = sellers.dropna(subset=["seller_id"]).drop_duplicates("seller_id").set_index("seller_id")["shop_name"]
    tools = {word: key for key, tool in profile.tools.items() for word in tool.coupon_types}
    keys = coupons["type"].map(tools).astype("str")
    called = keys.map({key: tool.name for key, tool in profile.tools.items()}).astype("str")
    return coupons.assign(shop_name=_looked_up(coupons["seller_id"], names), tool=keys, tool_name=called)


def joined_lines(
    lines: pd.DataFrame, promotions: pd.DataFrame, sellers: pd.DataFrame, registrations: pd.DataFrame
) -> pd.DataFrame:
    """Return SKU lines with what their promotion and seller say; see the module's docstring.

    Withdrawn lines, lines of shops that do not take part, and lines of cancelled promotions are left out: nobody
    promises them any more.
    """
    lines = lines[~lines["line"].eq("Withdraw").fillna(value=False)]
    cancelled = promotions.loc[promotions["status"].eq("Cancelled").fillna(value=False), "id"]
    lines = lines[~lines["promotion_id"].isin(cancelled.dropna())]
    refused = registrations.loc[registrations["taking_part"].eq("No").fillna(value=False), "seller_id"]
    lines = lines[~lines["seller_id"].isin(refused.dropna())].reset_index(drop=True)
    offers = promotions.dropna(subset=["id"]).drop_duplicates("id").set_index("id")
    shops = sellers.dropna(subset=["seller_id"]).drop_duplicates("seller_id").set_index("seller_id")
    whole = lines.assign(
        promotion_known=lines["promotion_id"].isin(offers.index).astype("boolean"),
        seller_known=lines["seller_id"].isin(shops.index).astype("boolean"),
    )
    for key in _FROM_PROMOTION:
        whole[_free(key, lines)] = _looked_up(lines["promotion_id"], offers[key])
    for key in _FROM_SELLER:
        whole[key] = _looked_up(lines["seller_id"], shops[key])
    return _priced(whole)


def _looked_up(ids: "pd.Series[str]", by_id: "pd.Series[Any]") -> Any:
    """Return what ``by_id`` holds for each id, words as few-valued; missing where there is no such id."""
    few = by_id.astype("category") if by_id.dtype == "str" else by_id
    return few.reindex(ids).array


def _free(key: str, lines: pd.DataFrame) -> str:
    """Tell a promotion's field that a line has too (per buyer, say) apart by its prefix."""
    return f"promotion_{key}" if key in lines.columns else key


def _priced(lines: pd.DataFrame) -> pd.DataFrame:
    listed, price = lines["list_price"], deal_prices(lines)
    sensible = listed.where(listed > 0)
    return lines.assign(deal_price=price, depth=((listed - price) / sensible).astype("Float64"))

"""The shapes of all big tables: which columns they have, and of which exact type.

Ids and words are ``str`` (missing = NaN), money and counts ``Int64``, rates ``Float64``, instants
``datetime64[us, UTC]``, flags ``boolean``, few-valued words ``category``. ``shaped`` is the only door: what leaves a
reader went through it.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Any

import numpy as np
import pandas as pd

from campaignctl.domain.forms import Column, Sheet, Type


class Dtype(StrEnum):
    """The pandas type of each kind of column."""

    WORD = "str"
    MONEY = "Int64"
    COUNT = "Int64"
    RATE = "Float64"
    INSTANT = "datetime64[us, UTC]"
    FLAG = "boolean"
    FEW = "category"


Shape = Mapping[str, str]

ORIGIN: Shape = {"file": Dtype.FEW, "sheet": Dtype.FEW, "row": Dtype.COUNT}
"""Where a row stands: file relative to the campaign folder, sheet as the file names it, row as Excel numbers it."""

ORDER_LINES: Shape = {
    "seller_id": Dtype.WORD,
    "order_id": Dtype.WORD,
    "sku_id": Dtype.WORD,
    "product_id": Dtype.WORD,
    "seller_sku": Dtype.WORD,
    "product_name": Dtype.WORD,
    "variation": Dtype.WORD,
    "category": Dtype.WORD,
    "status": Dtype.FEW,  # canonical: unpaid, paid, shipped, completed, cancelled, unknown
    "line_kind": Dtype.FEW,  # canonical: sale, sample, gift, replacement
    "quantity": Dtype.COUNT,
    "returned_quantity": Dtype.COUNT,
    "unit_list_price": Dtype.MONEY,
    "subtotal_before_discount": Dtype.MONEY,
    "platform_discount": Dtype.MONEY,
    "seller_discount": Dtype.MONEY,
    "subtotal_after_discount": Dtype.MONEY,
    "order_amount": Dtype.MONEY,  # of the whole order: on its first line only, so that it may be summed
    "order_refund": Dtype.MONEY,  # likewise
    "order_shipping": Dtype.MONEY,  # likewise
    "order_taxes": Dtype.MONEY,  # likewise
    "created": Dtype.INSTANT,
    "paid": Dtype.INSTANT,
    "cancelled": Dtype.INSTANT,
    "created_day": Dtype.WORD,  # local day of the shop, 2026-11-20
    "paid_day": Dtype.WORD,
    "channel": Dtype.FEW,
    "creator": Dtype.WORD,
    **ORIGIN,
}
"""One row per order and SKU, as a shop's orders export lists them; money in minor units."""

STREAMS: Shape = {
    "seller_id": Dtype.WORD,
    "title": Dtype.WORD,
    "started": Dtype.INSTANT,
    "started_day": Dtype.WORD,
    "duration": Dtype.COUNT,  # seconds
    "gross_revenue": Dtype.MONEY,
    "direct_gmv": Dtype.MONEY,
    "items_sold": Dtype.COUNT,
    "customers": Dtype.COUNT,
    "average_price": Dtype.MONEY,
    "orders": Dtype.COUNT,
    "show_gpm": Dtype.MONEY,
    "watch_gpm": Dtype.MONEY,
    "views": Dtype.COUNT,
    "viewers": Dtype.COUNT,
    "peak_viewers": Dtype.COUNT,
    "new_followers": Dtype.COUNT,
    "average_view_duration": Dtype.RATE,  # seconds
    "likes": Dtype.COUNT,
    "comments": Dtype.COUNT,
    "shares": Dtype.COUNT,
    "product_impressions": Dtype.COUNT,
    "product_clicks": Dtype.COUNT,
    "ctr": Dtype.RATE,
    "ctor": Dtype.RATE,
    **ORIGIN,
}
"""One row per livestream of a LIVE list."""


PRODUCTS: Shape = {
    "seller_id": Dtype.WORD,
    "product_id": Dtype.WORD,
    "sku_id": Dtype.WORD,
    "seller_sku": Dtype.WORD,
    "product_name": Dtype.WORD,
    "variation": Dtype.WORD,
    "category": Dtype.WORD,
    "brand": Dtype.WORD,
    "status": Dtype.FEW,  # canonical: active, inactive, draft, reviewing, failed, frozen, deleted, unknown
    "list_price": Dtype.MONEY,
    "stock": Dtype.COUNT,  # missing = the file does not say; that is not 0
    **ORIGIN,
}
"""One row per SKU and file, as a shop lists what it sells; a file holds only some of the columns."""

_CHANNEL: Shape = {
    "gmv": Dtype.MONEY,
    "items_sold": Dtype.COUNT,
    "impressions": Dtype.COUNT,
    "page_views": Dtype.COUNT,
    "unique_page_views": Dtype.COUNT,
    "customers": Dtype.COUNT,
    "ctr": Dtype.RATE,
    "conversion": Dtype.RATE,
}
CHANNELS = ("shop_tab", "live", "video", "card")
"""Where buyers meet a product. GMV is that of live, video and card together; the shop tab's lies inside theirs."""

_WIDE: Shape = {
    "sku_orders": Dtype.COUNT,
    "customers": Dtype.COUNT,
    "impressions": Dtype.COUNT,
    "clicks": Dtype.COUNT,
    "carts": Dtype.COUNT,  # times it was put into a cart
    "unique_impressions": Dtype.COUNT,
    "unique_clicks": Dtype.COUNT,
    "cart_users": Dtype.COUNT,
    "seller_live_gmv": Dtype.MONEY,  # these four are attributed, and make up the list's GMV
    "seller_video_gmv": Dtype.MONEY,
    "creator_gmv": Dtype.MONEY,
    "seller_card_gmv": Dtype.MONEY,
    "cofunded_gmv": Dtype.MONEY,  # with what the platform adds
    "refunds": Dtype.MONEY,
    "refunded_items": Dtype.COUNT,
}
"""What the wide list alone tells of a product, all channels together."""

PRODUCT_TRAFFIC: Shape = {
    "seller_id": Dtype.WORD,
    "product_id": Dtype.WORD,
    "product_name": Dtype.WORD,
    "status": Dtype.FEW,
    "gmv": Dtype.MONEY,
    "items_sold": Dtype.COUNT,
    "orders": Dtype.COUNT,
    **{f"{channel}_{name}": dtype for channel in CHANNELS for name, dtype in _CHANNEL.items()},
    **_WIDE,
    "first_day": Dtype.WORD,  # local days of the shop that the numbers cover, the last one included
    "last_day": Dtype.WORD,
    **ORIGIN,
}
"""One row per product and period: what was sold and seen, in all and by channel. Periods that overlap do not add up."""

CONFIGURED_PROMOTIONS: Shape = {
    "seller_id": Dtype.WORD,
    "promotion_id": Dtype.WORD,  # ours, where the file says it
    "marketplace_id": Dtype.WORD,
    "title": Dtype.WORD,
    "tool": Dtype.FEW,  # the profile's key, or unknown
    "status": Dtype.FEW,  # canonical: draft, not started, running, ended, stopped, unknown
    "level": Dtype.FEW,  # Shop, Product, Variation, unknown
    "starts": Dtype.INSTANT,
    "ends": Dtype.INSTANT,
    "product_id": Dtype.WORD,
    "sku_id": Dtype.WORD,  # missing where whole products take part
    "deal_price": Dtype.MONEY,
    "discount": Dtype.RATE,
    "quantity": Dtype.COUNT,  # -1 = No limit
    "per_buyer": Dtype.COUNT,  # -1 = No limit
    **ORIGIN,
}
"""One row per SKU (or product) of a promotion, as it was keyed in or is to be; money in minor units."""


def prices_shape(layers: Iterable[str]) -> Shape:
    """Return the shape of a table of prices: one row per item (a SKU, or a product without one) and stretch of time.

    All money is per unit: that of the first unit of a basket of ``units`` units. List price less discounts is what the
    buyer ``pays``; those discounts are ``off_by_seller`` and ``off_by_platform``. ``product_price`` is what the
    promotions on products make, set by the promotion ``price_by`` (missing: the list price stands), and ``off_<layer>``
    is what each further layer of the marketplace's stack takes off. ``kept`` is what the buyer pays and the platform
    adds, ``contribution`` what is left of it after ``fees`` and unit cost, ``room`` how far ``kept`` lies above the
    seller's floor. ``made_by`` are the promotions and coupons that made the price, ``beside`` those that run without
    touching it (gifts, shipping). ``unclear``: it rests on a pair that the marketplace leaves unclear. ``line`` is the
    index of the SKU line that names the price, or else of the first one of the item.
    """
    return {
        "seller_id": Dtype.WORD,
        "product_id": Dtype.WORD,
        "sku_id": Dtype.WORD,
        "starts": Dtype.INSTANT,
        "ends": Dtype.INSTANT,
        "audience": Dtype.FEW,
        "units": Dtype.COUNT,
        "list_price": Dtype.MONEY,
        "product_price": Dtype.MONEY,
        "price_by": Dtype.FEW,
        **{f"off_{layer}": Dtype.MONEY for layer in layers},
        "pays": Dtype.MONEY,
        "off_by_seller": Dtype.MONEY,
        "off_by_platform": Dtype.MONEY,
        "kept": Dtype.MONEY,
        "fees": Dtype.MONEY,
        "unit_cost": Dtype.MONEY,
        "contribution": Dtype.MONEY,
        "floor_price": Dtype.MONEY,
        "room": Dtype.MONEY,
        "made_by": Dtype.FEW,
        "beside": Dtype.FEW,
        "unclear": Dtype.FLAG,
        "line": Dtype.COUNT,
    }


WORST_PRICES: Shape = {"shelf_price": Dtype.MONEY, "least_kept": Dtype.MONEY, "least_room": Dtype.MONEY}
"""What a table of worst prices, one row per item, has besides ``prices_shape``: the least price anyone pays for one
unit, and what is left for the seller, and above its floor, in the basket that is worst for the seller."""

PRICE_TABLE: Shape = {
    "shop_name": Dtype.FEW,
    "seller_sku": Dtype.WORD,
    "product_name": Dtype.WORD,
    "variation": Dtype.WORD,
    "low_30d": Dtype.MONEY,
    "standing": Dtype.FEW,  # below floor, close to floor, ok, no floor
}
"""What a table of worst prices for people says besides: what the item is called, and how it stands to its floor."""

UNPRICED: Shape = {
    "seller_id": Dtype.WORD,
    "product_id": Dtype.WORD,
    "sku_id": Dtype.WORD,
    "why": Dtype.WORD,
    "line": Dtype.COUNT,
}
"""One row per item that could not be priced; ``line`` is the index of its first SKU line."""

ATTRIBUTED: Shape = {
    "promotion_id": Dtype.WORD,
    "outcome": Dtype.FEW,  # matched, unexplained, or outside
    "expected_off": Dtype.MONEY,
    "observed_off": Dtype.MONEY,
    "beyond_by_seller": Dtype.MONEY,
    "beyond_by_platform": Dtype.MONEY,
}
"""One row per order line: the promotion that set the price of its SKU when it was placed (missing: none did).

All money is of the whole line: the discount that the promotion gives, the one in the file, and what each side paid
beyond the promotion. ``outside``: no sale, or no SKU or moment of the campaign.
"""

CEILINGS: Shape = {
    "seller_id": Dtype.WORD,
    "product_id": Dtype.WORD,
    "sku_id": Dtype.WORD,
    "tools": Dtype.FEW,
    "price": Dtype.MONEY,
    "set_by": Dtype.FEW,
    "until": Dtype.INSTANT,
    "strictly": Dtype.FLAG,
}
"""One row per item and look-back of the marketplace: the ``price`` that its next deals by ``tools`` must lie below
(``strictly``) or may equal, ``until`` the look-back has passed it; the promotion ``set_by`` made it."""

BUDGET_LEDGER: Shape = {
    "promotion_id": Dtype.WORD,
    "title": Dtype.WORD,
    "cost_centre": Dtype.FEW,
    "budget": Dtype.MONEY,
    "worst_case": Dtype.MONEY,
    "expected": Dtype.MONEY,
    "expected_from": Dtype.WORD,
    "committed": Dtype.MONEY,
    "left": Dtype.MONEY,
}
"""One row per promotion that the platform pays a part of, or that has a budget; all money is the platform's.

``worst_case`` is everything kept for it sold and every claim used, ``committed`` the worst case of what is locked;
each is missing where it is not known. ``left`` is the budget less what is committed, or less the worst case as long as
nothing is locked; ``expected`` is what the team or earlier campaigns expect to be used of the same, and
``expected_from`` says which of them, or why nothing is expected.
"""


def dtype_of(column: Column) -> str:
    """Return the frame type of a form's column."""
    match column.type:
        case Type.MONEY:
            return Dtype.MONEY
        case Type.INT:
            return Dtype.COUNT
        case Type.PERCENT | Type.NUMBER:
            return Dtype.RATE
        case Type.DATE | Type.DATETIME:
            return Dtype.INSTANT
        case Type.YES_NO:
            return Dtype.FLAG
        case Type.CHOICE:
            return Dtype.FEW
        case _:
            return Dtype.WORD


def shape_of(sheet: Sheet) -> Shape:
    """Return the shape of the frame that a sheet is read into.

    A ``percent or money`` column becomes three: ``<key>_percent`` (a fraction), ``<key>_money`` (minor units) and
    ``<key>`` (the words as typed). Computed columns are not read, but for shares that are compared with the rest.
    """
    shape: dict[str, str] = {}
    for column in sheet.columns:
        if column.type is Type.VALUE:
            shape[f"{column.key}_percent"] = Dtype.RATE
            shape[f"{column.key}_money"] = Dtype.MONEY
        if column.is_input:
            shape[column.key] = dtype_of(column)
        elif column.compared:
            shape[column.key] = Dtype.RATE
    return {**shape, **ORIGIN}


def shaped(frame: pd.DataFrame, shape: Shape) -> pd.DataFrame:
    """Return ``frame`` with exactly the columns and types of ``shape``; absent columns come out missing.

    ``TypeError`` when a column cannot be held in its type: that is a fault of the caller, not of the data.
    """
    length = len(frame)
    columns = {}
    for name, dtype in shape.items():
        values = frame[name] if name in frame else pd.Series([pd.NA] * length, index=frame.index, dtype="object")
        try:
            words = dtype == Dtype.FEW and values.dtype == "object"  # all missing, they would not be words
            columns[name] = (values.astype("str") if words else values).astype(dtype)  # type: ignore[call-overload]
        except (TypeError, ValueError) as error:
            raise TypeError(f"column {name} does not hold {dtype}: {error}") from error
    return pd.DataFrame(columns, index=frame.index)


def framed(columns: Mapping[str, Any], length: int, shape: Shape) -> pd.DataFrame:
    """Return a frame of ``shape`` made from lists or arrays of ``length`` values; one text stands for all its rows.

    Absent columns come out missing; ``TypeError`` as in ``shaped``.
    """
    arrays = {}
    for name, dtype in shape.items():
        try:
            arrays[name] = _array(columns.get(name), length, dtype)
        except (TypeError, ValueError, OverflowError) as error:
            raise TypeError(f"column {name} does not hold {dtype}: {error}") from error
    return pd.DataFrame(arrays, index=pd.RangeIndex(length))


def _array(values: Any, length: int, dtype: str) -> Any:
    if isinstance(values, str):
        values = pd.Categorical.from_codes(np.zeros(length, "int8"), categories=pd.Index([values], dtype="str"))
    if values is None:
        return _distinct([None], dtype).take(np.zeros(length, "int8"))
    if str(getattr(values, "dtype", "")) == dtype:
        return values
    return _few(values, dtype) if dtype in (Dtype.FEW, Dtype.FLAG) else pd.array(values, dtype=dtype)


def _few(values: Sequence[Hashable], dtype: str) -> Any:
    """Return words or flags as an array made of the few distinct ones: several times faster than one by one."""
    distinct = list(dict.fromkeys(values))
    if len(distinct) == 1:  # a shop often says the same in all of its rows
        return _distinct(distinct, dtype).take(np.zeros(len(values), "int8"))
    place = dict(zip(distinct, range(len(distinct)), strict=True))
    return _distinct(distinct, dtype).take(np.fromiter(map(place.__getitem__, values), "int64", len(values)))


def _distinct(values: Sequence[Any], dtype: str) -> Any:
    """Return values as an array; few-valued words are words even where all are missing."""
    if dtype == Dtype.FEW:
        return pd.Series(values, dtype=Dtype.WORD).astype("category").array
    return pd.array(values, dtype=dtype)  # type: ignore[call-overload]


def empty(shape: Shape) -> pd.DataFrame:
    """Return a frame of ``shape`` without rows; of arrays, for most sheets of a campaign may be empty."""
    return framed({}, 0, shape)

"""A lock is what was agreed at one moment: approved lines, promotions and streams, frozen; promises are read from it.

Its frames hold the values that were agreed, not where they came from: a seller's workbook that is changed, moved or
lost afterwards changes nothing that was promised.
"""

from dataclasses import dataclass, fields
from datetime import datetime

import pandas as pd

from campaignctl.domain.document import Input
from campaignctl.domain.frames import Dtype, Shape, shaped

_ORIGIN: Shape = {"file": Dtype.WORD, "sheet": Dtype.WORD, "row": Dtype.COUNT}
"""Where a line stood when it was locked."""

LOCKED_LINES: Shape = {
    "seller_id": Dtype.WORD,
    "shop_name": Dtype.WORD,
    "promotion_id": Dtype.WORD,
    "product_id": Dtype.WORD,
    "sku_id": Dtype.WORD,  # missing where the promotion takes whole products
    "seller_sku": Dtype.WORD,
    "product_name": Dtype.WORD,
    "variation": Dtype.WORD,
    "category": Dtype.WORD,
    "list_price": Dtype.MONEY,
    "low_30d": Dtype.MONEY,
    "campaign_price": Dtype.MONEY,  # as the seller states it; missing where the promotion sets the price
    "deal_price": Dtype.MONEY,  # what buyers pay before coupons, whoever set it
    "stock": Dtype.COUNT,
    "per_buyer": Dtype.COUNT,  # -1 = No limit
    "floor_price": Dtype.MONEY,
    "unit_cost": Dtype.MONEY,
    "commission": Dtype.RATE,
    "in_a_live": Dtype.FLAG,
    "hero": Dtype.FLAG,
    "terms": Dtype.WORD,
    "decided_by": Dtype.WORD,
    "decided_on": Dtype.INSTANT,
    **_ORIGIN,
}
"""One row per approved line: a SKU (or product) of a seller in a promotion; money in minor units."""

LEFT_OUT: Shape = {
    "seller_id": Dtype.WORD,
    "promotion_id": Dtype.WORD,
    "product_id": Dtype.WORD,
    "sku_id": Dtype.WORD,
    "seller_sku": Dtype.WORD,
    "product_name": Dtype.WORD,
    "variation": Dtype.WORD,
    "terms": Dtype.WORD,
    "standing": Dtype.WORD,  # Reject, Hold, Counter, undecided ...
}
"""One row per line that was there when the lock was taken and is not part of it."""

LOCKED_PROMOTIONS: Shape = {
    "id": Dtype.WORD,
    "title": Dtype.WORD,
    "tool": Dtype.WORD,  # the profile's key
    "tool_name": Dtype.WORD,
    "level": Dtype.WORD,
    "applies_to": Dtype.WORD,
    "which": Dtype.WORD,
    "kind_of_value": Dtype.WORD,
    "value_percent": Dtype.RATE,
    "value_money": Dtype.MONEY,
    "starts": Dtype.INSTANT,
    "ends": Dtype.INSTANT,
    "seller_pays": Dtype.RATE,
    "budget": Dtype.MONEY,
    "min_spend": Dtype.MONEY,
    "per_buyer": Dtype.COUNT,
    "quantity": Dtype.COUNT,
    "max_discount": Dtype.MONEY,
    "platform_cap": Dtype.MONEY,
    "cost_centre": Dtype.WORD,
    "min_quantity": Dtype.COUNT,
    "tier2_from": Dtype.RATE,
    "tier2_value_percent": Dtype.RATE,
    "tier2_value_money": Dtype.MONEY,
    "gift_sku_id": Dtype.WORD,
    "claim_starts": Dtype.INSTANT,
    "claim_ends": Dtype.INSTANT,
    "valid_days": Dtype.COUNT,
    "buyers": Dtype.WORD,
    "shown_in": Dtype.WORD,
    "promo_code": Dtype.WORD,
    "status": Dtype.WORD,
}
"""One row per promotion that stood when the lock was taken, with the terms of the sheet Promotions."""

LOCKED_STREAMS: Shape = {
    "stream_id": Dtype.WORD,
    "title": Dtype.WORD,
    "kind": Dtype.WORD,
    "seller_id": Dtype.WORD,
    "account": Dtype.WORD,
    "host": Dtype.WORD,
    "backup_host": Dtype.WORD,
    "starts": Dtype.INSTANT,
    "ends": Dtype.INSTANT,
    "place": Dtype.WORD,
    "producer": Dtype.WORD,
    "status": Dtype.WORD,
    "gmv_target": Dtype.MONEY,
    "ads_budget": Dtype.MONEY,
    "promotion_ids": Dtype.WORD,
}
"""One row per stream that was confirmed when the lock was taken."""

LOCKED_TARGETS: Shape = {
    "level": Dtype.WORD,  # Campaign, Category, Tier, Day, Seller
    "name": Dtype.WORD,
    "metric": Dtype.WORD,
    "target": Dtype.RATE,  # as the sheet says it: money in major units
}
"""One row per number to reach, those of the sheet Sellers among them."""

FRAMES = {
    "lines": LOCKED_LINES,
    "left_out": LEFT_OUT,
    "promotions": LOCKED_PROMOTIONS,
    "streams": LOCKED_STREAMS,
    "targets": LOCKED_TARGETS,
}
"""The frames of a lock, each with its shape."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """A finding of severity error that was open when the lock was taken, and why it was accepted."""

    code: str
    seller: str
    sku: str
    promotion: str
    other: str
    message: str
    reason: str


@dataclass(frozen=True, slots=True, eq=False)
class Lock:
    """What was agreed at ``taken_at`` (aware). The frames have the shapes of ``FRAMES``.

    ``applied`` are the numbers of the changes that the frames already contain; ``everything`` says that no line was
    decided on its own: all clean ones were approved at once.
    """

    number: int
    taken_at: datetime
    by: str
    campaign: str
    currency: str
    zone: str
    lines: pd.DataFrame
    left_out: pd.DataFrame
    promotions: pd.DataFrame
    streams: pd.DataFrame
    targets: pd.DataFrame
    platform_budget: int | None = None
    accepted: tuple[Accepted, ...] = ()
    inputs: tuple[Input, ...] = ()
    applied: tuple[str, ...] = ()
    everything: bool = False

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Lock):
            return NotImplemented
        return all(_same(getattr(self, each.name), getattr(other, each.name)) for each in fields(self))

    __hash__ = None  # type: ignore[assignment] # its frames have none


def frozen(frame: pd.DataFrame, shape: Shape, by: list[str]) -> pd.DataFrame:
    """Return a frame as a lock holds it: of exactly ``shape``, its rows in the order of ``by``, numbered from 0."""
    whole = shaped(frame, shape)
    return whole.sort_values(by, kind="stable", na_position="first").reset_index(drop=True)


def _same(one: object, other: object) -> bool:
    if isinstance(one, pd.DataFrame) and isinstance(other, pd.DataFrame):
        return one.equals(other)
    return one == other

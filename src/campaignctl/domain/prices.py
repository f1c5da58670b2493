"""The prices of a campaign as people read them: all SKUs in one table, single SKUs with their whole story."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

import pandas as pd

from campaignctl.domain.findings import Finding

ALONE = "baskets of one SKU alone; what several make of a threshold together is out of scope"
"""What every table of prices says of itself."""


class Standing(StrEnum):
    """How a SKU stands to its seller's floor, in the basket that is worst for the seller."""

    BELOW = "below floor"
    CLOSE = "close to floor"
    OK = "ok"
    OPEN = "no floor"


@dataclass(frozen=True, slots=True)
class PriceLayer:
    """A layer of the marketplace's stack that takes something off a basket; its column is ``off_<key>``."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class Ceiling:
    """What a SKU's next deals by ``tools`` may cost ``until`` a moment: at most ``price``, or ``strictly`` less."""

    tools: str
    price: int
    strictly: bool
    until: datetime


@dataclass(frozen=True, slots=True)
class SkuPrices:
    """One item with all its prices.

    ``row`` is its row in the table of all. ``segments`` and ``shelf`` are of ``prices_shape``, in the order of time:
    the worst legal prices, and those on the shelf. ``standings`` tells for each stretch how the basket that is worst
    for the seller stands to the floor.
    """

    row: Mapping[str, Any]
    segments: pd.DataFrame
    shelf: pd.DataFrame
    standings: tuple[Standing, ...]
    ceilings: tuple[Ceiling, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Prices:
    """The prices of a campaign.

    ``table`` holds one row per item, the least room first, of ``prices_shape``, ``WORST_PRICES`` and ``PRICE_TABLE``;
    ``skus`` are the items that were asked for. ``unpriced`` is of the shape of that name; ``left_out`` says of
    promotions and coupons, by id, why they could not be priced. ``tools`` names each promotion's tool; ``anyone`` is
    how the audience is called that sees what everybody sees. ``ledger`` is of the shape ``BUDGET_LEDGER``; ``lock`` is
    the number of the lock that the prices are read from, None where they are those of the sheets.
    """

    campaign: str
    marketplace: str
    currency: str
    zone: str
    layers: tuple[PriceLayer, ...]
    anyone: str
    tools: Mapping[str, str]
    table: pd.DataFrame
    skus: tuple[SkuPrices, ...]
    unpriced: pd.DataFrame
    left_out: Mapping[str, str]
    ledger: pd.DataFrame
    lock: int | None
    findings: tuple[Finding, ...]

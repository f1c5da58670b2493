"""The campaign's order lines added up by everything that one can choose by: the finest cut of the cube."""

from typing import Any

import narwhals as nw
import pandas as pd

from campaignctl.metrics.counting import CAMPAIGN
from campaignctl.metrics.grouping import grouped
from campaignctl.metrics.lines import (
    CANCELLED_VALUE,
    COUNTED,
    LIST_VALUE,
    PLATFORM_DISCOUNT,
    REFUNDED_VALUE,
    SELLER_DISCOUNT,
    UNITS,
    VALUE,
)

MEASURES = (VALUE, UNITS, LIST_VALUE, SELLER_DISCOUNT, PLATFORM_DISCOUNT, CANCELLED_VALUE, REFUNDED_VALUE)
COLUMNS = {
    "day": "paid_day",
    "seller": "seller_id",
    "category": "campaign_category",
    "promotion": "promotion_id",
    "channel": "channel",
    "stream": "stream_key",
    "product": "product_id",
}
"""The axes a cube may have, in their order, and the column each is taken from."""


def sums_of(table: nw.LazyFrame[Any]) -> pd.DataFrame:
    """Return one row per combination that sold: a text column per axis (missing: unknown), then the measures.

    ``table`` is that of ``counting.counted_lines``, with ``promotion_id`` beside. A measure of which the exports say
    nothing at all is left out; where some rows lack one, the others are added up, as in the figures.
    """
    counted = table.filter((nw.col("period") == CAMPAIGN) & nw.col(COUNTED.column))
    found = grouped(counted, MEASURES, list(COLUMNS.values()))
    known = [measure.name for measure in MEASURES if found.empty or found[measure.name].notna().any()]
    found[known] = found[known].fillna(0)
    return found.rename(columns={column: axis for axis, column in COLUMNS.items()})[[*COLUMNS, *known]]

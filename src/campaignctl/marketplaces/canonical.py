"""The canonical tables: what an export of any marketplace is read into, and what kind of cell fits which column."""

from collections.abc import Mapping
from typing import Literal

from campaignctl.domain.export_frames import CONFIGURED_PROMOTIONS, ORDER_LINES, PRODUCT_TRAFFIC, PRODUCTS, STREAMS
from campaignctl.domain.frames import Dtype, Shape
from campaignctl.domain.handed_out import ADS, AFFILIATE_ORDERS, ATTRIBUTED_STREAMS, SETTLEMENTS, VIDEOS
from campaignctl.domain.sums import SUMS

CANONICAL: Mapping[str, Shape] = {
    "order_lines": ORDER_LINES,
    "live_streams": STREAMS,
    "products": PRODUCTS,
    "product_traffic": PRODUCT_TRAFFIC,
    "configured_promotions": CONFIGURED_PROMOTIONS,
    "settlements": SETTLEMENTS,
    "ads": ADS,
    "videos": VIDEOS,
    "affiliate_orders": AFFILIATE_ORDERS,
    "attributed_streams": ATTRIBUTED_STREAMS,
    "sums": SUMS,
}
"""The canonical tables that a layout may fill, and their shapes."""

CellType = Literal[
    "id",
    "text",
    "words",
    "money",
    "count",
    "rate_fraction",
    "rate_percent",
    "duration_seconds",
    "duration_words",
    "instant",
]
"""``words`` are few and have aliases; ``rate_fraction`` and ``rate_percent`` say what a number without % means."""

HOLDS: Mapping[str, tuple[str, ...]] = {
    "id": (Dtype.WORD,),
    "text": (Dtype.WORD, Dtype.FEW),
    "words": (Dtype.FEW,),
    "money": (Dtype.MONEY,),
    "count": (Dtype.COUNT,),
    "rate_fraction": (Dtype.RATE,),
    "rate_percent": (Dtype.RATE,),
    "duration_seconds": (Dtype.COUNT, Dtype.RATE),
    "duration_words": (Dtype.COUNT, Dtype.RATE),
    "instant": (Dtype.INSTANT,),
}
PERIOD_DAYS = ("first_day", "last_day")
"""The columns that hold the days a file says it covers, in tables that have them."""
COLUMNS_MET = "columns"
"""The column that holds which columns a file has, in tables that have it."""

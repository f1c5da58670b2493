"""Locks drawn in the test: a few promotions with their lines, as one would be on record."""

from datetime import UTC, datetime
from typing import Any

import pandas as pd
import pytest

from campaignctl.domain.frames import empty, framed
from campaignctl.domain.lock import FRAMES, LOCKED_LINES, LOCKED_PROMOTIONS, Lock

PRODUCT, SKU = 1729400000000000000, 1729300000000000000
STARTS, ENDS = pd.Timestamp("2026-11-20 08:00", tz="UTC"), pd.Timestamp("2026-11-26 08:00", tz="UTC")


def locked_line(number: int = 1, **cells: Any) -> dict[str, Any]:
    """One approved line; ``number`` tells its product and SKU from others."""
    return {
        "seller_id": "S-001", "shop_name": "Moss & Amber", "promotion_id": "HD26-01",
        "product_id": str(PRODUCT + number), "sku_id": str(SKU + number), "product_name": f"Serum {number}",
        "list_price": 3200, "campaign_price": 2499, "deal_price": 2499, "stock": 500, "per_buyer": 5, **cells,
    }  # fmt: skip


def locked_promotion(id_: str = "HD26-01", **cells: Any) -> dict[str, Any]:
    """One locked promotion: a product discount at the seller's price over the whole campaign."""
    return {
        "id": id_, "title": f"Prices {id_}", "tool": "product_discount", "tool_name": "Product discount",
        "level": "Variation", "applies_to": "Nominated SKUs", "kind_of_value": "Seller's price", "starts": STARTS,
        "ends": ENDS, **cells,
    }  # fmt: skip


def a_lock(lines: Any = (), promotions: Any = None, **more: Any) -> Lock:
    """A lock of these lines and promotions; of one promotion when none is given."""
    rows = {"lines": list(lines), "promotions": [locked_promotion()] if promotions is None else list(promotions)}
    shapes = {"lines": LOCKED_LINES, "promotions": LOCKED_PROMOTIONS}
    held = {name: empty(shape) for name, shape in FRAMES.items()}
    for name, shape in shapes.items():
        columns = {key: [row.get(key) for row in rows[name]] for key in shape}
        held[name] = framed(columns, len(rows[name]), shape)
    about = {"campaign": "HD26", "currency": "USD", "zone": "America/Los_Angeles", **more}
    return Lock(1, datetime(2026, 11, 16, 18, tzinfo=UTC), "ines", **about, **held)


@pytest.fixture
def lock() -> Any:
    return a_lock


@pytest.fixture
def line() -> Any:
    return locked_line


@pytest.fixture
def promotion() -> Any:
    return locked_promotion

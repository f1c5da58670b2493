"""What is keyed in of a lock has the level of its promotion: SKUs one by one, or whole products."""

from datetime import UTC, datetime

import pandas as pd
import pytest

from campaignctl.domain.frames import empty, framed
from campaignctl.domain.keyed_in import KEYED_IN, item_of_keyed, keyed_in
from campaignctl.domain.lock import FRAMES, LOCKED_LINES, LOCKED_PROMOTIONS, Lock

STARTS = pd.Timestamp("2026-11-20 08:00", tz="UTC")


def lock(lines, **promotion):
    own = {"id": "P", "level": "Variation", "starts": STARTS, "kind_of_value": "Seller's price", **promotion}
    held = {name: empty(shape) for name, shape in FRAMES.items()}
    columns = {key: [line.get(key) for line in lines] for key in LOCKED_LINES}
    held["lines"] = framed(columns, len(lines), LOCKED_LINES)
    held["promotions"] = framed({key: [own.get(key)] for key in LOCKED_PROMOTIONS}, 1, LOCKED_PROMOTIONS)
    return Lock(1, datetime(2026, 11, 16, tzinfo=UTC), "ines", "HD26", "USD", "UTC", **held)


def line(sku="11", product="1", **cells):
    return {
        "seller_id": "S-001", "promotion_id": "P", "product_id": product, "sku_id": sku, "deal_price": 999,
        "stock": 10, "per_buyer": 5, **cells,
    }  # fmt: skip


def test_a_variation_is_keyed_in_as_it_is_locked():
    rows = keyed_in(lock([line("12"), line("11")], per_buyer=2))
    assert {name: str(rows[name].dtype) for name in rows} == dict(KEYED_IN)
    assert rows[["sku_id", "quantity", "per_buyer", "level"]].to_numpy().tolist() == [
        ["11", 10, 2, "Variation"],
        ["12", 10, 2, "Variation"],
    ]
    assert rows["starts"].tolist() == [STARTS] * 2


def test_a_product_taken_whole_is_one_row_with_all_its_units():
    rows = keyed_in(lock([line("11", per_buyer=3), line("12", hero=True), line("21", "2")], level="Product"))
    assert rows["sku_id"].isna().all()
    assert rows[["product_id", "deal_price", "quantity", "per_buyer"]].to_numpy().tolist() == [
        ["1", 999, 20, 3],
        ["2", 999, 10, 5],
    ]
    assert rows["hero"].tolist() == [True, False]
    assert item_of_keyed(rows).tolist() == ["1", "2"]


def test_several_prices_of_one_product_are_none():
    rows = keyed_in(lock([line("11"), line("12", deal_price=899)], level="Product"))
    assert rows[["several_prices", "deal_price"]].to_numpy().tolist() == [[True, pd.NA]]


@pytest.mark.parametrize(
    ("kind", "value", "discount"), [("Percent off", 0.25, 0.25), ("Seller's price", 0.25, pd.NA), ("Gift", None, pd.NA)]
)
def test_a_percentage_off_is_told(kind, value, discount):
    assert keyed_in(lock([line()], kind_of_value=kind, value_percent=value))["discount"].tolist() == [discount]


def test_nothing_locked_is_nothing_to_key_in():
    assert keyed_in(lock([])).empty
    assert keyed_in(lock([], level="Product")).empty

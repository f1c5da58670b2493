"""A form lists the SKUs that we know of, with their list price and the lowest price paid in the last 30 days."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import duckdb
import pandas as pd
import pytest

from campaignctl.domain.export_frames import ORDER_LINES
from campaignctl.domain.frames import shaped
from campaignctl.stages.invitations.items import MOST, Sources, known_items
from campaignctl.stages.invitations.recent import recent

NEWEST = datetime(2026, 11, 10, 12, 0, tzinfo=UTC)
PRODUCTS = (
    "seller_id",
    "product_id",
    "sku_id",
    "seller_sku",
    "product_name",
    "variation",
    "category",
    "status",
    "list_price",
)


def orders(*lines):
    """Order lines from ``(sku, days before the newest, cents for all units, units, more)``."""
    rows = [
        {
            "seller_id": "S-001",
            "order_id": str(number),
            "sku_id": sku,
            "product_name": f"Product {sku}",
            "status": "completed",
            "line_kind": "sale",
            "quantity": units,
            "unit_list_price": 5000,
            "subtotal_after_discount": cents,
            "created": NEWEST - timedelta(days=days),
            **(more[0] if more else {}),
        }
        for number, (sku, days, cents, units, *more) in enumerate(lines)
    ]
    return shaped(pd.DataFrame(rows), ORDER_LINES)


def products(*rows):
    return pd.DataFrame([dict(zip(PRODUCTS, row, strict=True)) for row in rows]).astype({"list_price": "Int64"})


def lines(*rows):
    keys = ("seller_id", "product_id", "sku_id", "seller_sku", "product_name", "variation", "category", "list_price")
    return pd.DataFrame([dict(zip(keys, row, strict=True)) for row in rows]).astype({"list_price": "Int64"})


OLD = lines(("S-001", "P1", "100", "AB-1", "Lotion", "50 ml", "Beauty", 2000))


@pytest.mark.parametrize("engine", ["pandas", "duckdb"])
def test_the_recent_low_is_the_lowest_price_a_buyer_paid_for_one_unit(engine):
    table = orders(("100", 0, 3000, 1), ("100", 5, 5600, 2), ("100", 29, 2900, 1), ("100", 31, 900, 1))
    found = recent(table if engine == "pandas" else duckdb.from_df(table.drop(columns=["file", "sheet"])), NEWEST)
    assert found[["sku_id", "low_30d", "units"]].to_dict("records") == [{"sku_id": "100", "low_30d": 2800, "units": 4}]


def test_samples_gifts_cancelled_and_unpaid_lines_are_no_prices():
    free = [{"line_kind": "sample"}, {"line_kind": "gift"}, {"status": "cancelled"}, {"status": "unpaid"}]
    found = recent(orders(("100", 0, 3000, 1), *(("100", 1, 1, 1, more) for more in free)), NEWEST)
    assert found["low_30d"].tolist() == [3000]


def test_without_orders_nothing_is_known_of_prices():
    assert recent(None, NEWEST) is None
    assert recent(shaped(pd.DataFrame(), ORDER_LINES), None) is None
    assert recent(shaped(pd.DataFrame(), ORDER_LINES), NEWEST).empty


def test_a_product_export_names_the_skus_and_orders_their_low():
    listed = products(
        ("S-001", "P1", "100", "AB-1", "Lotion", "50 ml", "Skin care", "active", 2000),
        ("S-001", "P1", "101", "AB-2", "Lotion", "90 ml", "Skin care", "inactive", 3000),
        ("S-001", "P2", "102", None, "Soap", None, "Skin care", None, None),
    )
    (first, second) = known_items(Sources(listed, recent(orders(("102", 0, 700, 1)), NEWEST)), "USD")["S-001"]
    assert first == {"product_id": "P2", "sku_id": "102", "product_name": "Soap", "low_30d": Decimal("7.00")}
    assert second["list_price"] == Decimal("20.00")
    assert "category" not in second  # the marketplace's category is not the team's


def test_an_earlier_campaign_fills_what_the_export_does_not_say():
    listed = products(("S-001", "P1", "100", None, "Lotion", None, "Skin care", "active", None))
    (row,) = known_items(Sources(listed, None, [OLD]), "USD")["S-001"]
    assert row["list_price"] == Decimal("20.00")
    assert (row["seller_sku"], row["variation"], row["category"]) == ("AB-1", "50 ml", "Beauty")


def test_without_an_export_it_is_what_was_registered_and_sold():
    found = known_items(Sources(None, recent(orders(("100", 0, 1500, 1), ("103", 0, 9000, 3)), NEWEST), [OLD]), "USD")[
        "S-001"
    ]
    assert [row["sku_id"] for row in found] == ["103", "100"]  # what sells most stands first
    assert found[1]["low_30d"] == Decimal("15.00")


def test_the_most_comparable_campaign_comes_first_and_no_sku_twice():
    other = lines(
        ("S-001", "P1", "100", "ZZ", "Old lotion", None, None, 1), ("S-002", "P9", "900", None, "Mug", None, None, 5)
    )
    found = known_items(Sources(None, None, [OLD, other]), "USD")
    assert [row["seller_sku"] for row in found["S-001"]] == ["AB-1"]
    assert found["S-002"][0]["product_name"] == "Mug"


def test_amounts_follow_the_currency():
    (row,) = known_items(Sources(None, None, [OLD]), "IDR")["S-001"]
    assert row["list_price"] == Decimal(2000)


def test_a_large_shop_gets_what_sells_most():
    rows = [("S-001", "P", str(number), None, "Item", None, None, "active", 100) for number in range(MOST + 40)]
    found = known_items(Sources(products(*rows), recent(orders((str(MOST + 20), 0, 900, 9)), NEWEST)), "USD")["S-001"]
    assert len(found) == MOST
    assert found[0]["sku_id"] == str(MOST + 20)


def test_nothing_known_is_no_rows():
    assert known_items(Sources(), "USD") == {}

"""Promotions as they were keyed in are read back from the upload form and from lists made of the marketplace's fields."""

import pandas as pd
import pytest

from campaignctl.domain.export_frames import CONFIGURED_PROMOTIONS
from campaignctl.domain.observations import Kind

TOTAL = "Total Purchase Limit (optional)\n1. Total Purchase Limit ≤ Stock\n2. Blank refers to no limit"
BUYER = "Buyer purchase limit（optional）\n1. 1 ≤ Buyer purchase limit ≤ 99\n2. Blank refers to no limit"
FORM = ("Product_id (required)", "SKU_id (required)", "Deal Price (required)", TOTAL, BUYER)
NAME = "S-001/HD26-01-1.xlsx"
_LIST = (
    "Activity ID|Activity name|Activity type|Status|Product level|Start time|End time|Product ID|SKU ID|Activity price|"
    "Discount|Quantity limit|Quantity per user"
)
LIST = _LIST.split("|")


def form(drawn, *rows, header=FORM, name=NAME):
    lines = [dict(zip(header, row, strict=True)) for row in rows]
    drawn.xlsx(name, lines, header=header, above=(), sheet="Sheet1")


def test_a_filled_upload_form_is_read_back(drawn):
    form(drawn, ("1729400000000000001", "1729300000000000001", "24.99", "100", "2"))
    exports = drawn.read()
    assert exports.observations == ()
    found = exports.frame("configured_promotions")
    assert {name: str(found[name].dtype) for name in found} == dict(CONFIGURED_PROMOTIONS)
    row = found.iloc[0].to_dict()
    assert row | {
        "product_id": "1729400000000000001", "sku_id": "1729300000000000001", "deal_price": 2499, "quantity": 100,
        "per_buyer": 2, "row": 2,
    } == row  # fmt: skip
    assert found[["starts", "title", "promotion_id", "level"]].isna().all(axis=None)


@pytest.mark.parametrize(
    ("cells", "limits"),
    [
        (("", ""), [-1, -1]),
        (("  ", "-"), [-1, -1]),
        (("0", "1"), [0, 1]),
        (("many", ""), [pd.NA, -1]),
    ],
)
def test_a_blank_limit_is_no_limit_and_zero_is_not(drawn, cells, limits):
    form(drawn, ("1729400000000000001", "1729300000000000001", "24.99", *cells))
    found = drawn.read().frame("configured_promotions")
    assert found[["quantity", "per_buyer"]].iloc[0].tolist() == limits


def test_a_form_that_asks_for_no_limit_says_none(drawn):
    form(drawn, ("1729400000000000001", "1729300000000000001", "24.99"), header=FORM[:3])
    exports = drawn.read()
    assert exports.observations == ()
    assert exports.frame("configured_promotions")[["quantity", "per_buyer"]].isna().all(axis=None)


def test_blank_rows_are_no_promotions(drawn):
    form(drawn, ("",) * 5, ("1729400000000000001", "", "24.99", "", ""), ("",) * 5)
    found = drawn.read().frame("configured_promotions")
    assert (found["row"].tolist(), found["sku_id"].isna().tolist()) == ([3], [True])


def test_a_rounded_id_is_named_at_its_cell(drawn, odd):
    form(drawn, ("1729400000000000001", 1.7293e18, "24.99", "", ""))
    assert [row for row, _, _ in odd(drawn.read(), Kind.DAMAGED_ID)] == [2]


def test_a_list_of_activities_says_what_runs_when(drawn):
    row = (
        "7300000000000000001", "Opening flash", "FLASHSALE", "NOT_START", "VARIATION", "11/20/2026 06:00:00 PM",
        "11/21/2026 06:00:00 PM", "1729400000000000001", "1729300000000000001", "24.99", "", "-1", "2",
    )  # fmt: skip
    drawn.csv("S-001/activities.csv", [dict(zip(LIST, row, strict=True))], header=LIST)
    exports = drawn.read()
    assert exports.observations == ()
    told = exports.frame("configured_promotions").iloc[0].to_dict()
    assert told | {
        "marketplace_id": "7300000000000000001", "title": "Opening flash", "tool": "flash_deal",
        "status": "not started", "level": "Variation", "starts": pd.Timestamp("2026-11-21 02:00", tz="UTC"),
        "ends": pd.Timestamp("2026-11-22 02:00", tz="UTC"), "deal_price": 2499, "quantity": -1, "per_buyer": 2,
    } == told  # fmt: skip


def test_what_is_planned_does_not_tell_how_new_the_data_is(drawn, line):
    row = dict.fromkeys(LIST, "") | {"Product ID": "1729400000000000001", "Start time": "12/24/2030 06:00:00 PM"}
    drawn.csv("S-001/activities.csv", [row], header=LIST)
    assert drawn.read().latest is None
    drawn.csv("S-001/orders.csv", [line()])
    assert drawn.read().latest == pd.Timestamp("2026-10-26 05:06", tz="UTC")

"""The classic LIVE list is read as its workbook types it; what is not read is called by its name."""

import datetime as dt
from pathlib import Path

import pandas as pd
import pytest

from campaignctl.domain.export_frames import STREAMS
from campaignctl.domain.observations import Kind
from campaignctl.readers.exports.sources import plain

REAL = Path(__file__).parents[4] / "shared" / "real-exports"
NAME = "S-001/Livestream list.xlsx"


def local(*when: int) -> dt.datetime:
    return dt.datetime(*when)  # noqa: DTZ001 - a workbook's date cells say no zone


def test_every_column_of_a_stream_is_typed(drawn, live):
    drawn.xlsx(NAME, [live()])
    exports = drawn.read()
    assert exports.observations == ()
    found = exports.frame("live_streams")
    assert {name: str(found[name].dtype) for name in found} == dict(STREAMS)
    row = found.iloc[0].to_dict()
    assert row | {
        "seller_id": "S-001", "title": "Friday LIVE", "started": pd.Timestamp("2026-11-20 23:05", tz="UTC"),
        "started_day": "2026-11-20", "duration": 7200, "gross_revenue": 120050, "direct_gmv": 100000, "items_sold": 50,
        "average_price": 2500, "orders": 40, "show_gpm": 1000, "watch_gpm": 50000, "views": 2000, "peak_viewers": 90,
        "product_clicks": 500, "ctr": 0.25, "ctor": 0.08, "sheet": "Sheet1", "row": 4,
    } == row  # fmt: skip


def test_a_stream_past_midnight_belongs_to_the_day_it_began(drawn, live):
    drawn.xlsx(NAME, [live(**{"Start time": local(2026, 10, 31, 23, 30), "Duration": 4 * 3600})])
    found = drawn.read().frame("live_streams")
    assert found["started_day"].tolist() == ["2026-10-31"]


def test_money_and_numbers_of_a_country_with_decimal_commas(drawn, live):
    drawn.xlsx(NAME, [live(**{"Direct GMV": 35.91, "Gross revenue": "R$ 1.022,25", "Avg. price": 7.0})])
    exports = drawn.reads("BRL", "America/Sao_Paulo", "dmy").read()
    row = exports.frame("live_streams").iloc[0]
    assert (row["direct_gmv"], row["gross_revenue"], row["average_price"]) == (3591, 102225, 700)


def test_a_rate_beyond_a_hundred_percent_stands(drawn, live):
    drawn.xlsx(NAME, [live(CTR=1.35), live(CTR="135%"), live(CTR="n/a")])
    found = drawn.read().frame("live_streams")
    assert found["ctr"].tolist() == [1.35, 1.35, pd.NA]


def test_cells_of_a_workbook_keep_what_they_hold(drawn, us_orders):
    line = {
        "Order ID": 123456789012345, "SKU ID": 1.7293e18, "Order Status": "Shipped", "Quantity": 2.0,
        "SKU Subtotal After Discount": 0.1 + 0.2, "Created Time": local(2026, 10, 25, 22, 5, 43),
    }  # fmt: skip
    drawn.xlsx("S-001/orders.xlsx", [line], header=us_orders, above=(), sheet="OrderSKUList")
    exports = drawn.read()
    row = exports.frame("order_lines").iloc[0]
    assert row["order_id"] == "123456789012345"
    assert pd.isna(row["sku_id"])
    assert [one.value for one in exports.observations if one.kind is Kind.DAMAGED_ID] == ["1.7293e+18"]
    assert (row["quantity"], row["subtotal_after_discount"]) == (2, 30)
    assert row["created"] == pd.Timestamp("2026-10-26 05:05:43", tz="UTC")
    assert row["sheet"] == "OrderSKUList"


def test_other_lists_are_called_by_their_name(drawn, odd):
    drawn.xlsx("S-001/x.xlsx", [], header=["Creator name", "Attributed orders", "AOV", "Est. commission", "Videos"])
    ((_, value, detail),) = odd(drawn.read(), Kind.UNKNOWN_LAYOUT)
    assert value == "x.xlsx"
    assert detail.startswith("is the creator data of the affiliate centre: this version reads affiliate orders")


def lent(drawn, name):
    if not (REAL / name).is_file():
        pytest.skip("the real exports are not here")
    drawn.path(f"S-001/{name}").symlink_to(REAL / name)


def test_a_real_live_list_agrees_with_what_it_prints(drawn):
    lent(drawn, "live-list-classic.xlsx")
    exports = drawn.reads("IDR", "Asia/Jakarta", "dmy").read()
    assert exports.observations == ()
    (pull,) = exports.pulls
    assert (str(pull.first), str(pull.last), pull.header_row) == ("2026-03-16", "2026-04-12", 3)
    found = exports.frame("live_streams")
    assert len(found) == 122
    assert found["row"].tolist() == list(range(4, 126))
    assert found["started_day"].between("2026-03-16", "2026-04-12").all()
    assert not found.drop(columns="file").isna().to_numpy().any()
    clicks, views, orders = (found[name].astype("float") for name in ("product_clicks", "views", "orders"))
    assert (clicks / views).sub(found["ctr"]).abs().max() < 1e-6
    assert (orders / clicks).sub(found["ctor"]).abs().max() < 1e-6
    assert (found["direct_gmv"] / views * 1000).sub(found["watch_gpm"]).abs().max() <= 1


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("  =1+1", "  =1+1"),
        (True, "TRUE"),
        (39.0, "39"),
        (12.99, "12.99"),
        (0.1 + 0.2, "0.3"),
        (123456789012345.0, "123456789012345"),
        (1.729382328828069e18, "1.72938232882807e+18"),
        (local(2026, 11, 1, 1, 30), "2026-11-01 01:30:00"),
        (local(2026, 11, 1, 1, 30, 0, 500000), "2026-11-01 01:30:00.500"),
        (dt.date(2026, 11, 1), "2026-11-01 00:00:00"),
        (dt.time(2, 37, 5), "02:37:05"),
        (dt.timedelta(hours=26, seconds=5), "26:00:05"),
        (None, ""),
    ],
)
def test_a_cell_of_a_workbook_as_text(cell, text):
    assert plain(cell) == text


def test_durations_may_be_times_of_a_workbook(drawn, live):
    spans = (dt.timedelta(hours=26, seconds=5), dt.time(2))
    drawn.xlsx(NAME, [live(Duration=span, **{"Start time": "2026-11-20 15:05"}) for span in spans], dates="[h]:mm:ss")
    assert drawn.read().frame("live_streams")["duration"].tolist() == [93605, 7200]


def test_what_is_no_rate_and_no_duration_is_named(drawn, live, odd):
    drawn.xlsx(NAME, [live(Duration="all day", CTR="high", Views="many")])
    assert sorted(odd(drawn.read(), Kind.NULLED)) == [
        (4, "all day", "is no duration"),
        (4, "high", "is no rate"),
        (4, "many", "is no whole number"),
    ]

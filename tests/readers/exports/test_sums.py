"""Sums by day are read like any export: a day, whatever cuts and measures there are, and nothing guessed."""

import pytest

from campaignctl.domain.observations import Kind
from campaignctl.marketplaces.layouts import layouts_of

DAILY = ["Date", "Seller ID", "GMV", "Orders"]


def day(when="11/20/2026", **cells):
    return {"Date": when, "Seller ID": "S-001", "GMV": "100.00", "Orders": "4", **cells}


def sums(exports):
    return exports.frame("sums")


def test_a_table_of_days_is_a_table_of_sums(drawn):
    drawn.csv("daily.csv", [day(), day("11/21/2026", GMV="$1,022.25")], header=DAILY)
    exports = drawn.read()
    found = sums(exports)
    assert exports.observations == ()
    assert list(found["day"]) == ["2026-11-20", "2026-11-21"]
    assert list(found["gmv"]) == [10000, 102225]
    assert list(found["orders"]) == [4, 4]
    assert found["columns"].iloc[0] == "gmv orders seller_id starts"


def test_a_workbook_with_real_dates_is_read_the_same(drawn):
    rows = [{"Date": "2026-11-20", "Product ID": "1729400000000000001", "Units sold": 3}]
    drawn.xlsx("S-001/pivot.xlsx", rows, header=["Date", "Product ID", "Units sold"], above=(("Our shop",), ()))
    found = sums(drawn.read())
    assert found[["seller_id", "day", "product_id", "units"]].to_numpy().tolist() == [
        ["S-001", "2026-11-20", "1729400000000000001", 3]
    ]


@pytest.mark.parametrize("family", ["tiktok_shop", "shopee", "a_marketplace_to_come"])
def test_every_marketplace_knows_it(drawn, family):
    drawn.csv("S-001/daily.csv", [day()], header=DAILY)
    assert len(sums(drawn.but(layouts=layouts_of(family)).read())) == 1


def test_a_blank_is_not_zero_and_what_is_no_number_is_named(drawn, odd):
    drawn.csv("daily.csv", [day(GMV=""), day("11/21/2026", GMV="5%", Orders="4.5")], header=DAILY)
    exports = drawn.read()
    assert sums(exports)["gmv"].isna().all()
    assert odd(exports, Kind.NULLED) == [
        (3, "5%", "is no amount in USD with at most 2 decimals"),
        (3, "4.5", "is no whole number"),
    ]


def test_a_row_that_says_total_instead_of_a_day_is_of_no_day(drawn, odd):
    drawn.csv("daily.csv", [day(), day("Total", GMV="999.00")], header=DAILY)
    exports = drawn.read()
    assert sums(exports)["day"].isna().tolist() == [False, True]
    assert odd(exports, Kind.NULLED)[0][:2] == (3, "Total")


def test_of_two_pulls_with_the_same_columns_the_newer_one_has_the_day(drawn):
    drawn.csv("a.csv", [day(), day("11/21/2026"), day("11/22/2026")], header=DAILY)
    drawn.csv("b.csv", [day(GMV="1.00"), day("11/21/2026", GMV="1.00")], header=DAILY)
    found = sums(drawn.read())
    assert found["gmv"].sum() == 30000


def test_rates_and_averages_are_known_and_not_read(drawn):
    drawn.csv("daily.csv", [day(AOV="25.00", CTR="4%")], header=[*DAILY, "AOV", "CTR"])
    exports = drawn.read()
    assert exports.observations == ()
    assert exports.pulls[0].unknown == ()


def test_an_export_of_orders_stays_one_though_it_has_a_date(drawn, line, us_orders):
    drawn.csv("S-001/a.csv", [line(Date="11/20/2026", GMV="1")], header=["Date", "GMV", *us_orders])
    assert {pull.table for pull in drawn.read().pulls} == {"order_lines"}


def test_a_table_without_a_measure_is_not_taken_for_sums(drawn, odd):
    drawn.csv("plan.csv", [{"Date": "11/20/2026", "Channel": "LIVE"}], header=["Date", "Channel", "Host"])
    exports = drawn.read()
    assert exports.pulls == ()
    assert len(odd(exports, Kind.UNKNOWN_LAYOUT)) == 1


def test_a_file_that_was_cut_off_loses_its_last_row_and_says_so(drawn, odd):
    drawn.raw("S-001/daily.csv", b"Date,GMV,Orders\n11/20/2026,100.00,4\n11/21/2026,12")
    exports = drawn.read()
    assert list(sums(exports)["gmv"]) == [10000]
    why = "has 2 cells under 3 headers and no line end, and was left out; the file was cut off there"
    assert odd(exports, Kind.UNREADABLE) == [(3, "Row 3", why)]


def test_a_last_row_that_is_whole_needs_no_line_end(drawn):
    drawn.raw("S-001/daily.csv", b"Date,GMV,Orders\n11/20/2026,100.00,4\n11/21/2026,12.00,1")
    exports = drawn.read()
    assert list(sums(exports)["gmv"]) == [10000, 1200]
    assert exports.observations == ()

"""An orders export as Seller Center writes it becomes order lines, to the cent and to the second."""

from datetime import UTC, datetime

import pandas as pd
import pytest

from campaignctl.domain.export_frames import ORDER_LINES
from campaignctl.domain.observations import Kind

NAME = "S-001/All order-2026-11-30-10_05.csv"


def test_every_column_of_a_line_is_typed(drawn, line):
    drawn.csv(NAME, [line()], encoding="utf-8-sig")
    found = drawn.orders()
    assert {name: str(found[name].dtype) for name in found} == dict(ORDER_LINES)
    assert found.iloc[0].dropna().to_dict() == {
        "seller_id": "S-001",
        "order_id": "583870900000000001",
        "sku_id": "1729300000000000001",
        "product_id": "1729400000000000001",
        "seller_sku": "CUP-RED",
        "product_name": "Cup",
        "variation": "Red",
        "category": "Kitchen",
        "status": "shipped",
        "line_kind": "sale",
        "quantity": 1,
        "returned_quantity": 0,
        "unit_list_price": 2000,
        "subtotal_before_discount": 2000,
        "platform_discount": 100,
        "seller_discount": 300,
        "subtotal_after_discount": 1600,
        "order_amount": 2219,
        "order_refund": 0,
        "order_shipping": 499,
        "order_taxes": 120,
        "created": pd.Timestamp("2026-10-26 05:05:43+00:00"),
        "paid": pd.Timestamp("2026-10-26 05:06:00+00:00"),
        "created_day": "2026-10-25",
        "paid_day": "2026-10-25",
        "channel": "LIVE",
        "creator": "ada",
        "file": f"exports/{NAME}",
        "sheet": "",
        "row": 2,
    }


def test_all_63_columns_are_known(drawn, line, us_orders):
    assert len(us_orders) == 63
    drawn.csv(NAME, [line()])
    assert drawn.read().observations == ()


def test_the_row_that_explains_the_columns_is_no_order(drawn, line, us_orders):
    explained = dict.fromkeys(us_orders, "Some words.") | {"Order ID": "Platform unique order ID."}
    drawn.csv(NAME, [explained, line()])
    assert drawn.orders()["row"].tolist() == [3]


def test_amounts_of_the_whole_order_are_kept_on_its_first_line(drawn, line):
    other = line("583870900000000002")
    drawn.csv(NAME, [line(), other, line(**{"SKU ID": "1729300000000000002"}), other])
    found = drawn.orders()
    assert found["order_amount"].tolist() == [2219, 2219, pd.NA, pd.NA]
    for amount in ("order_refund", "order_shipping", "order_taxes"):
        assert found[amount].notna().tolist() == [True, True, False, False]
    assert found["subtotal_after_discount"].tolist() == [1600] * 4, "identical lines are legitimate"


def test_who_the_buyer_is_never_leaves_the_reader(drawn, line, buyer):
    cache = drawn.folder / "out/cache"
    drawn.csv(NAME, [line(Quantity="two")])
    exports = drawn.but(cache=cache).read()
    text = exports.frame("order_lines").to_csv() + repr(exports.observations)
    kept = b"".join(path.read_bytes() for path in cache.rglob("*") if path.is_file())
    assert kept
    for value in buyer.values():
        assert value not in text
        assert value.encode() not in kept


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("10/05/2026 10:05:43 PM\t", "2026-10-06 05:05:43"),
        ("10/05/2026 22:05:43\t", "2026-10-06 05:05:43"),
        ("2026/10/05 22:05:43", "2026-10-06 05:05:43"),
        ("\u00a010/05/2026 22:05:43 \t", "2026-10-06 05:05:43"),
        ("11/01/2026 12:30:00 AM", "2026-11-01 07:30:00"),  # before the hour that comes twice
        ("11/01/2026 01:30:00 AM", "2026-11-01 08:30:00"),  # in it: the first is meant
        ("11/01/2026 02:30:00 AM", "2026-11-01 10:30:00"),  # after it
        ("11/01/2026 11:59:59 PM", "2026-11-02 07:59:59"),
    ],
)
def test_a_local_time_is_set_on_the_line_of_utc(drawn, line, written, meant):
    drawn.csv(NAME, [line(**{"Created Time": written, "Paid Time": "10/25/2026 10:06:00 PM"})])
    assert drawn.orders()["created"][0] == pd.Timestamp(meant, tz="UTC")


def test_a_time_that_the_clock_skips_is_told(drawn, line, odd):
    drawn.csv(NAME, [line(**{"Created Time": "03/14/2027 02:30:00 AM"}), line("583870900000000002")])
    exports = drawn.read()
    assert exports.frame("order_lines")["created"][0] == pd.Timestamp("2027-03-14 10:30:00", tz="UTC")
    why = "the clocks of America/Los_Angeles skip this time (1 such times); was the file made in another zone?"
    assert odd(exports, Kind.DST_TIME) == [(2, "2027-03-14 02:30:00", why)]


def test_the_day_is_that_of_the_shop(drawn, line):
    drawn.csv(NAME, [line(**{"Created Time": "10/31/2026 11:30:00 PM", "Paid Time": ""})])
    found = drawn.orders()
    assert found["created_day"].tolist() == ["2026-10-31"]
    assert found["paid_day"].isna().all()


@pytest.mark.parametrize("blank", ["", "-", "--", "N/A", "#DIV/0!", " \t", "\u00a0"])
def test_a_blank_is_neither_zero_nor_odd(drawn, line, blank):
    cells = ("Quantity", "SKU Seller Discount", "Paid Time", "SKU ID", "Creator Handle", "Product Category")
    drawn.csv(NAME, [line(**dict.fromkeys(cells, blank))])
    found = drawn.orders()
    for name in ("quantity", "seller_discount", "paid", "paid_day", "sku_id", "creator", "category"):
        assert found[name].isna().all(), name


def test_what_is_not_blank_and_became_null_is_named_with_its_row(drawn, line, odd):
    drawn.csv(NAME, [line(), line(**{"SKU Seller Discount": "three", "Created Time": "soon"}), line(Quantity="1.5")])
    exports = drawn.read()
    assert odd(exports, Kind.NULLED) == [
        (4, "1.5", "is no whole number"),
        (3, "three", "is no amount in USD with at most 2 decimals"),
        (3, "soon", "is no date and time of a form known for this export"),
    ]
    cells = {one.place.column: one.place.cell for one in exports.observations}
    assert cells == {"Quantity": "L4", "SKU Seller Discount": "Q3", "Created Time": "AC3"}
    found = exports.frame("order_lines")
    assert found["seller_discount"].isna().tolist() == [False, True, False]


def test_a_column_of_rubbish_is_counted_after_200_cells(drawn, line, odd):
    drawn.csv(NAME, [line(f"{583870900000000000 + n}", Quantity="many") for n in range(500)])
    found = odd(drawn.read(), Kind.NULLED)
    assert [row for row, _, _ in found[:-1]] == list(range(2, 202))
    assert found[-1] == (None, "500 cells", "in all could not be read")


@pytest.mark.parametrize("damaged", ["5.83871E+17", "5.838709e+17", "5,83871E+17", "6E+17"])
def test_an_id_that_a_spreadsheet_rounded_is_refused(drawn, line, odd, damaged):
    drawn.csv(NAME, [line(), line(damaged)])
    exports = drawn.read()
    assert [(row, value) for row, value, _ in odd(exports, Kind.DAMAGED_ID)] == [(3, damaged)]
    found = exports.frame("order_lines")
    assert found["order_id"].isna().tolist() == [False, True]
    assert found["order_amount"].isna().tolist() == [False, True], "nobody knows which line is the order's first"


def test_an_amount_in_another_currency_is_no_amount(drawn, line, odd):
    drawn.csv(NAME, [line(**{"SKU Subtotal After Discount": "Rp9.467.316"})])
    assert odd(drawn.read(), Kind.CURRENCY_MISMATCH) == [
        (2, "Rp9.467.316", "the amount is in IDR, the campaign in USD")
    ]


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("Unpaid", "unpaid"),
        ("To ship", "paid"),
        ("Awaiting collection", "paid"),
        ("Dikirim", "shipped"),
        ("จัดส่งแล้ว", "shipped"),
        ("ที่จะจัดส่ง", "paid"),
        ("ยกเลิกแล้ว", "cancelled"),
        ("Canceled", "cancelled"),
        (" CANCELLED\t", "cancelled"),
        ("Concluído", "completed"),
        ("已完成", "completed"),
        ("Delivered", "completed"),
    ],
)
def test_status_words_of_all_languages_mean_the_same(drawn, line, word, meant):
    drawn.csv(NAME, [line(**{"Order Status": word})])
    assert drawn.orders()["status"].tolist() == [meant]


def test_a_status_that_nobody_knows_is_unknown_and_told_once(drawn, line, odd):
    drawn.csv(NAME, [line(), *[line(f"{n:018}", **{"Order Status": "Teleported"}) for n in range(3)]])
    exports = drawn.read()
    assert exports.frame("order_lines")["status"].tolist() == ["shipped", "unknown", "unknown", "unknown"]
    assert odd(exports, Kind.NOT_A_CHOICE) == [(3, "Teleported", "3 rows, read as unknown")]


def free(line, order, **cells):
    zeros = ("SKU Unit Original Price", "SKU Subtotal Before Discount", "SKU Platform Discount", "SKU Seller Discount")
    return line(order, **dict.fromkeys(zeros, "0.00"), **{"SKU Subtotal After Discount": "0.00", **cells})


def test_samples_gifts_and_replacements_are_no_sales(drawn, line):
    given = {"SKU Platform Discount": "0", "SKU Seller Discount": "20.00", "SKU Subtotal After Discount": "0"}
    by_platform = {"SKU Platform Discount": "20.00", "SKU Seller Discount": "0", "SKU Subtotal After Discount": "0"}
    drawn.csv(
        NAME,
        [
            line("1"),
            free(line, "1"),
            free(line, "2"),
            line("3", **given),
            line("4", **by_platform),
            line("5", **{"Normal or Pre-order": "Sample order"}),
            line("6", **{"Normal or Pre-order": "Replacement"}),
            line("7", **{"Normal or Pre-order": "Pre-order"}),
        ],
    )
    assert drawn.orders()["line_kind"].tolist() == [
        "sale", "gift", "sample", "gift", "sale", "sample", "replacement", "sale",
    ]  # fmt: skip


def test_the_latest_time_in_the_data_is_known(drawn, line):
    drawn.csv(NAME, [line(), line("2", **{"Created Time": "11/20/2026 08:00:00 AM"})])
    assert drawn.read().latest == datetime(2026, 11, 20, 16, tzinfo=UTC)


def test_day_first_dates_are_read_as_the_marketplace_says(drawn, line):
    drawn.csv(NAME, [line(**{"Created Time": "05/10/2026 22:05:43", "Paid Time": "25/10/2026 22:05:43"})])
    found = drawn.reads("USD", "Europe/London", "dmy").orders()
    assert found["created_day"].tolist() == ["2026-10-05"]


def test_a_file_that_proves_another_order_of_day_and_month_is_read_so_and_told(drawn, line, odd):
    times = [f"{day:02}/10/2026 22:05:43" for day in (5, 25, 30)]
    drawn.csv(NAME, [line(f"{n}", **{"Created Time": time, "Paid Time": time}) for n, time in enumerate(times)])
    exports = drawn.read()
    assert exports.frame("order_lines")["created_day"].tolist() == ["2026-10-05", "2026-10-25", "2026-10-30"]
    assert odd(exports, Kind.AMBIGUOUS_DATE) == [
        (None, "05/10/2026 22:05:43", "read as day before month; the dates of the file fit no other order")
    ]


def test_a_file_of_early_days_is_ambiguous_only_where_the_other_order_is_as_likely(drawn, line, odd):
    def file(name, times):
        drawn.csv(name, [line(f"{n}", **{"Created Time": t, "Paid Time": t}) for n, t in enumerate(times)])

    file("S-001/a.csv", [f"12/{day:02}/2026 10:00:00 AM" for day in range(1, 10)])  # swapped: all over the year
    file("S-002/b.csv", ["11/12/2026 10:00:00 AM"])
    exports = drawn.read()
    assert [(one.place.file, one.value) for one in exports.observations] == [
        ("exports/S-002/b.csv", "11/12/2026 10:00:00 AM")
    ]
    assert [row for row, _, _ in odd(exports, Kind.AMBIGUOUS_DATE)] == [None]


def test_times_outside_of_all_reason_are_no_times(drawn, line, odd):
    drawn.csv(NAME, [line(**{"Created Time": "01/01/1970 12:00:00 AM"})])
    assert [value for _, value, _ in odd(drawn.read(), Kind.NULLED)] == ["01/01/1970 12:00:00 AM"]


@pytest.mark.parametrize(
    "written",
    [
        "Nov 20, 2026 10:15 PM",
        "November 20, 2026 at 10:15 PM",
        "Fri, Nov 20, 2026, 10:15:00\u202fPM",
        "20 Nov 2026 22:15",
        "20-Nov-2026 22:15:00",
        "11/20/2026, 10:15:00 p.m.",
        "11/20/2026 10:15 PM",
        "2026-11-20T22:15:00",
        "2026-11-20 22:15",
        "2026-11-21T06:15:00Z",
        "2026-11-21T06:15:00.000Z",
        "2026-11-20T22:15:00-08:00",
        "2026-11-21 14:15:00 +0800",
        "2026-11-21 06:15:00 UTC",
        "46346.927083333",
        "46346,92708",
    ],
)
def test_a_time_that_can_mean_one_moment_only_is_read_however_it_is_written(drawn, line, odd, written):
    drawn.csv(NAME, [line(**{"Created Time": written})])
    exports = drawn.read()
    assert odd(exports, Kind.NULLED) == odd(exports, Kind.AMBIGUOUS_DATE) == []
    found = exports.frame("order_lines")
    assert found["created"][0] == pd.Timestamp("2026-11-21 06:15", tz="UTC")
    assert found["created_day"][0] == "2026-11-20"


@pytest.mark.parametrize(
    "written", ["Nov 20, 2026", "20/11/26 22:15", "Mittwoch 22:15", "20261120", "2026-11-20T25:00Z"]
)
def test_a_time_that_leaves_anything_open_is_no_time(drawn, line, odd, written):
    drawn.csv(NAME, [line(**{"Created Time": written})])
    assert [value for _, value, _ in odd(drawn.read(), Kind.NULLED)] == [written]


def test_a_file_of_several_ways_to_write_a_time_is_read_whole(drawn, line, odd):
    ways = ["11/20/2026 10:15:00 PM", "46346.927083333", "2026-11-21T06:15:00Z", "Nov 20, 2026 10:15 PM", "--"]
    drawn.csv(NAME, [line(f"{n}", **{"Created Time": way}) for n, way in enumerate(ways)])
    exports = drawn.read()
    assert odd(exports, Kind.NULLED) == []
    assert len(set(exports.frame("order_lines")["created"].dropna())) == 1


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("46346.92", "was read as days since 30 Dec 1899, the way a spreadsheet counts them"),
        ("2026-11-21T06:15Z", "was moved from the zone that it names to the clock of America/Los_Angeles"),
    ],
)
def test_times_that_no_export_writes_are_read_and_told_once(drawn, line, odd, written, why):
    drawn.csv(NAME, [line(f"{n}", **{"Created Time": written}) for n in range(3)])
    detail = f"Created Time “{written}” {why}; so were all such times of the file"
    assert odd(drawn.read(), Kind.ASSUMED) == [(None, written, detail)]


def test_day_numbers_and_dates_of_a_workbook_are_read_alike(drawn, line, odd):
    cell = datetime(2026, 11, 20, 22, 15)  # noqa: DTZ001 - a workbook's date cells say no zone
    rows = [line("1", **{"Created Time": 46346.927083333}), line("2", **{"Created Time": cell})]
    drawn.xlsx("S-001/orders.xlsx", rows, header=tuple(rows[0]), above=(), sheet="OrderSKUList")
    exports = drawn.read()
    assert odd(exports, Kind.NULLED) == []
    assert len(set(exports.frame("order_lines")["created"].dropna())) == 1

"""Numbers, times and ids as other people write them: read where a file can mean one thing only, refused where not."""

import pytest

from campaignctl.domain.observations import Kind

AFTER, BEFORE = "SKU Subtotal After Discount", "SKU Subtotal Before Discount"
ALL = (
    "SKU Unit Original Price", BEFORE, "SKU Platform Discount", "SKU Seller Discount", AFTER,
    "Shipping Fee After Discount", "Taxes", "Order Amount", "Order Refund Amount",
)  # fmt: skip


def written(line, number, write, **cells):
    plain = line(str(number))
    amounts = {title: write(plain[title]) for title in ALL}
    return {**plain, **amounts, **cells}


def comma(amount):
    return amount.replace(".", ",")


def values(exports):
    return exports.frame("order_lines")["subtotal_after_discount"].tolist()


def test_a_file_with_decimal_commas_throughout_is_read_and_says_so(drawn, line, odd):
    lines = [written(line, 1, comma), written(line, 2, comma, **{AFTER: "1.234,56"})]
    drawn.csv("S-001/a.csv", lines, delimiter=";")
    exports = drawn.read()
    assert values(exports) == [16_00, 1_234_56]
    ((_, value, detail),) = odd(exports, Kind.ASSUMED)
    assert value == "20,00"
    assert "was read with a comma before the decimals" in detail
    assert odd(exports, Kind.NULLED) == []


def test_blanks_between_thousands_are_read_where_commas_are_the_decimals(drawn, line):
    lines = [written(line, 1, comma), written(line, 2, comma, **{AFTER: "1 234,56"})]
    drawn.csv("S-001/a.csv", lines)
    assert values(drawn.read()) == [16_00, 1_234_56]


def test_a_point_in_a_file_of_commas_is_believed_by_nobody(drawn, line, odd):
    drawn.csv("S-001/a.csv", [written(line, 1, comma), line("2")])
    exports = drawn.read()
    assert exports.frame("order_lines")["subtotal_after_discount"].isna().tolist() == [True, False]
    assert (2, "16,00") in [(row, value) for row, value, _ in odd(exports, Kind.NULLED)]
    assert odd(exports, Kind.ASSUMED) == []


def test_a_third_decimal_is_a_slip_and_no_thousand(drawn, line, odd):
    whole = dict.fromkeys(ALL, "16")
    drawn.csv("S-001/a.csv", [{**line("1"), **whole}, {**line("2"), **whole, AFTER: "28.375"}])
    exports = drawn.read()
    assert [value for _, value, _ in odd(exports, Kind.NULLED)] == ["28.375"]
    assert exports.frame("order_lines")["subtotal_after_discount"].isna().tolist() == [False, True]


def test_what_two_ways_read_differently_follows_the_rest_of_the_file(drawn, line):
    """``1.230`` alone is a dollar and 23 cents; beside ``16,00`` it is a thousand and more."""
    drawn.csv("S-001/a.csv", [written(line, 1, comma, **{AFTER: "1.230"}), written(line, 2, comma)])
    assert values(drawn.read()) == [1_230_00, 16_00]


def test_points_in_a_campaign_of_commas_are_read_too(drawn, line):
    drawn.csv("S-001/a.csv", [line("1", **{AFTER: "1,234.56"}), line("2")])
    assert values(drawn.reads("EUR").read()) == [1_234_56, 16_00]


@pytest.mark.parametrize(
    ("shown", "day"),
    [
        ("21.11.2026 13:55:59", "2026-11-21"),
        ("05.11.2026 13:55", "2026-11-05"),
        ("21-11-2026 13:55:59", "2026-11-21"),
        ("11-21-2026 13:55:59", "2026-11-21"),
    ],
)
def test_days_apart_by_points_or_dashes_are_read(drawn, line, shown, day):
    drawn.csv("S-001/a.csv", [line("1", **{"Created Time": shown, "Paid Time": shown})])
    assert drawn.read().frame("order_lines")["paid_day"].tolist() == [day]


def test_days_before_months_between_points_are_told_as_an_assumption(drawn, line, odd):
    shown = "05.11.2026 13:55:00"
    drawn.csv("S-001/a.csv", [line("1", **{"Created Time": shown, "Paid Time": shown})])
    exports = drawn.read()
    assert [detail for _, _, detail in odd(exports, Kind.ASSUMED)] == [
        "Created Time “05.11.2026 13:55:00” was read as day.month.year; so were all such times of the file"
    ]
    assert odd(exports, Kind.AMBIGUOUS_DATE) == []


@pytest.mark.parametrize("shown", ['="1729300000000000001"', "'1729300000000000001"])
def test_what_keeps_the_digits_of_an_id_is_no_part_of_it(drawn, line, shown):
    drawn.csv("S-001/a.csv", [line("1", **{"SKU ID": shown})])
    assert drawn.orders()["sku_id"].tolist() == ["1729300000000000001"]


def test_a_long_id_that_was_a_number_once_is_damaged(drawn, line, odd):
    drawn.csv("S-001/a.csv", [line("1", **{"SKU ID": "1729300000000000001.0"})])
    assert [value for _, value, _ in odd(drawn.read(), Kind.DAMAGED_ID)] == ["1729300000000000001.0"]


def test_ids_that_all_end_in_zeros_after_15_digits_were_rounded(drawn, line, odd):
    ids = [f"1729300000000{number:02d}0000" for number in range(1, 6)]
    drawn.csv("S-001/a.csv", [line(str(number), **{"SKU ID": one}) for number, one in enumerate(ids)])
    ((row, value, detail),) = odd(drawn.read(), Kind.DAMAGED_ID)
    assert (row, value) == (None, ids[0])
    assert "keeps 15 digits" in detail
    drawn.csv(
        "S-001/a.csv",
        [line(str(number), **{"SKU ID": one}) for number, one in enumerate([*ids, "1729300000000001001"])],
    )
    assert odd(drawn.read(), Kind.DAMAGED_ID) == []


def test_a_heading_that_stands_among_the_rows_names_no_currency(drawn, line, us_orders, odd):
    drawn.csv("S-001/a.csv", [line("1"), dict(zip(us_orders, us_orders, strict=True))])
    assert odd(drawn.read(), Kind.CURRENCY_MISMATCH) == []


def test_the_row_that_explains_columns_is_known_in_any_order_of_columns(drawn, line, us_orders):
    explained = dict.fromkeys(us_orders, "Text.") | {"Order ID": "Platform unique order ID."}
    drawn.csv("S-001/a.csv", [explained, line("1")], header=us_orders[::-1])
    assert drawn.orders()["order_id"].tolist() == ["1"]


def test_a_column_of_currencies_that_names_another_is_told(drawn, line, us_orders, odd):
    rows = [line("1", Currency="EUR"), line("2", Currency="USD")]
    drawn.csv("S-001/a.csv", rows, header=[*us_orders, "Currency"])
    ((row, value, detail),) = odd(drawn.read(), Kind.CURRENCY_MISMATCH)
    assert (row, value) == (None, "EUR")
    assert detail == "1 row says so, and its amounts were read as USD all the same"


def test_a_heading_in_another_currency_is_told(drawn, line, us_orders, odd):
    other = [f"{title} (£)" if title == AFTER else title for title in us_orders]
    drawn.csv("S-001/a.csv", [{**line("1"), f"{AFTER} (£)": "16.00"}], header=other)
    ((row, value, detail),) = odd(drawn.read(), Kind.CURRENCY_MISMATCH)
    assert (row, value) == (1, "£")
    assert detail.endswith("amounts were read as USD all the same")
    ours = [f"{title} ($)" if title == AFTER else title for title in us_orders]
    drawn.csv("S-001/a.csv", [{**line("1"), f"{AFTER} ($)": "16.00"}], header=ours)
    assert odd(drawn.read(), Kind.CURRENCY_MISMATCH) == []

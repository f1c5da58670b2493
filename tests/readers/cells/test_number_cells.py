"""Money, counts, numbers and shares in every spelling people use; what is not certain is observed, never guessed."""

from datetime import datetime

import pandas as pd
import pytest

from campaignctl.domain.forms import NO_LIMIT, Column, Type
from campaignctl.domain.observations import Kind
from campaignctl.readers.cells import READ, Reading

ZONE = "America/Los_Angeles"
TEXT, NOT, PRECISE, OTHER = Kind.TEXT_NUMBER, Kind.NOT_A_NUMBER, Kind.TOO_PRECISE, Kind.CURRENCY_MISMATCH
BIG = "1" + "0" * 400


def _read(kind: Type, cell, currency="USD", **more):
    """Return the value of one cell and the kind of what was observed of it."""
    typed = READ[kind]([cell], Column("Price", "price", kind, **more), Reading(currency, ZONE))
    value = next(iter(typed.column))
    return (None if pd.isna(value) else value), (typed.odd[0][1] if typed.odd else None)


MONEY = [
    (12.99, 1299, None),
    (12.0, 1200, None),
    (0.0, 0, None),
    (-5.0, -500, None),
    (22.399999999, 2240, None),  # what is left of 22.40 after Excel's arithmetic
    (100000000.07, 10000000007, None),  # its binary noise is larger than that of small amounts
    (12.345, 1235, PRECISE),
    (12.344, 1234, PRECISE),
    ("", None, None),
    ("   ", None, None),
    ("\u00a0", None, None),
    ("\u200b", None, None),
    ("-", None, None),
    ("n/a", None, None),
    ("12.99", 1299, TEXT),
    ("$1,234.56", 123456, TEXT),
    ("US$ 5", 500, TEXT),
    ("USD 5", 500, TEXT),
    ("5 usd", 500, TEXT),
    ("-$5", -500, TEXT),
    ("$ -5.00", -500, TEXT),
    ("−5", -500, TEXT),
    ("+5", 500, TEXT),
    ("1 234.50", 123450, TEXT),
    ("1\u202f234.50", 123450, TEXT),
    ("１２．９９", 1299, TEXT),
    ("12.345", 1235, PRECISE),
    ("$12.990", 1299, TEXT),
    ("12,99", None, NOT),
    ("1.234,56", None, NOT),
    ("1,23,456", None, NOT),
    ("12 99", None, NOT),
    ("about 200", None, NOT),
    ("20%", None, NOT),
    ("12.99.", None, NOT),
    ("1e3", None, NOT),
    ("5 pcs", None, NOT),
    ("€5", None, OTHER),
    ("5 EUR", None, OTHER),
    ("R$ 35,91", None, OTHER),
    ("Rp9.467.316", None, OTHER),
    ("¥100", None, OTHER),
    ("100元", None, OTHER),
    ("HK$5", None, OTHER),
    (True, None, NOT),
    (float("nan"), None, NOT),
    (float("inf"), None, NOT),
    (1e300, None, NOT),
    (-1e16, None, NOT),
    (BIG, None, NOT),
    ("9" * 16, None, NOT),
    (datetime(2026, 11, 20), None, NOT),  # noqa: DTZ001 - as a spreadsheet holds it
]


@pytest.mark.parametrize(("cell", "minor", "kind"), MONEY)
def test_money(cell, minor, kind):
    assert _read(Type.MONEY, cell) == (minor, kind)


@pytest.mark.parametrize(
    ("currency", "cell", "minor", "kind"),
    [
        ("EUR", "12,99 €", 1299, TEXT),
        ("EUR", "1.234,56", 123456, TEXT),
        ("EUR", "1.234", 123400, TEXT),  # a thousand, by the habits of the currency
        ("EUR", "12.99", None, NOT),
        ("EUR", "$5", None, OTHER),
        ("BRL", "R$ 35,91", 3591, TEXT),
        ("IDR", "Rp9.467.316", 9467316, TEXT),
        ("IDR", "Rp. 9.467", 9467, TEXT),
        ("IDR", 9467316.0, 9467316, None),
        ("IDR", 12.5, 13, PRECISE),
        ("IDR", "9,467,316", None, NOT),
        ("VND", "120.000đ", 120000, TEXT),
        ("JPY", "1,280円", 1280, TEXT),
        ("JPY", "￥1,280", 1280, TEXT),
        ("MXN", "$1,234.50", 123450, TEXT),
        ("MXN", "MX$5", 500, TEXT),
        ("SGD", "S$5", 500, TEXT),
        ("MYR", "RM 5.90", 590, TEXT),
        ("CAD", "CA$1,234.50", 123450, TEXT),
        ("CAD", "$5", 500, TEXT),
        ("TWD", "NT$1,280", 128000, TEXT),
        ("PLN", "1 234,50 zł", 123450, TEXT),
        ("XTS", "XTS 5", 500, TEXT),
    ],
)
def test_points_and_commas_mean_what_they_mean_where_the_currency_is_used(currency, cell, minor, kind):
    assert _read(Type.MONEY, cell, currency) == (minor, kind)


def test_a_number_that_fits_the_other_habit_only_says_which_one_holds_here():
    typed = READ[Type.MONEY](["12,99"], Column("Price", "price", Type.MONEY), Reading("USD", ZONE))
    assert typed.odd == ((0, NOT, "12,99", "decimals stand after a point here"),)


@pytest.mark.parametrize("cell", ["20%", "20 %", "7.5%"])
def test_a_percentage_where_an_amount_belongs_is_not_blamed_on_its_decimals(cell):
    typed = READ[Type.MONEY]([cell], Column("Price", "price", Type.MONEY), Reading("USD", ZONE))
    assert (typed.odd[0][1], "decimals" in typed.odd[0][3]) == (NOT, False)


def test_an_amount_with_more_decimals_says_what_it_was_read_as():
    typed = READ[Type.MONEY]([12.345], Column("Price", "price", Type.MONEY), Reading("USD", ZONE))
    assert typed.odd == ((0, PRECISE, "12.345", "read as $12.35"),)


@pytest.mark.parametrize(
    ("cell", "value", "kind"),
    [
        (300.0, 300, None),
        (300, 300, None),
        ("300", 300, TEXT),
        ("1,200", 1200, TEXT),
        ("12.0", 12, TEXT),
        (-3.0, -3, None),
        (12.5, None, NOT),
        ("12.5", None, NOT),
        ("about 200", None, NOT),
        ("200 pcs", None, NOT),
        ("No limit", None, NOT),
        ("--", None, None),
        (False, None, NOT),
        (float("nan"), None, NOT),
        (1e18, None, NOT),
        (BIG, None, NOT),
    ],
)
def test_counts(cell, value, kind):
    assert _read(Type.INT, cell) == (value, kind)


@pytest.mark.parametrize("cell", ["No limit", "NO LIMIT", "unlimited", "无限制", "-1", -1.0])
def test_no_limit_is_not_a_missing_limit(cell):
    assert _read(Type.INT, cell, no_limit=True) == (NO_LIMIT, None)


@pytest.mark.parametrize("cell", ["None", "none", "No minimum", 0.0])
def test_a_typed_none_is_zero_and_a_blank_stays_missing(cell):
    assert _read(Type.MONEY, cell, typed_none=True) == (0, None)
    assert _read(Type.MONEY, "", typed_none=True) == (None, None)


@pytest.mark.parametrize(
    ("cell", "value", "kind"),
    [
        (4.5, 4.5, None),
        ("4.5", 4.5, TEXT),
        ("$2,000,000", 2000000.0, TEXT),
        ("4,5", None, NOT),
        ("good", None, NOT),
        (True, None, NOT),
        (float("inf"), None, NOT),
        (1e300, 1e300, None),
    ],
)
def test_numbers(cell, value, kind):
    assert _read(Type.NUMBER, cell) == (value, kind)


@pytest.mark.parametrize(
    ("cell", "share", "kind"),
    [
        (0.3, 0.3, None),
        (1.0, 1.0, None),
        (0.0, 0.0, None),
        (0.1 + 0.2, 0.3, None),
        (30.0, 0.3, Kind.PERCENT_AS_NUMBER),
        (1.5, 0.015, Kind.PERCENT_AS_NUMBER),
        (-20.0, -0.2, Kind.PERCENT_AS_NUMBER),
        ("30 %", 0.3, TEXT),
        ("30%", 0.3, TEXT),
        ("30％", 0.3, TEXT),
        ("0.5%", 0.005, TEXT),
        ("30", 0.3, TEXT),
        ("0.3", 0.3, TEXT),
        ("1", 1.0, TEXT),
        ("1.5", 0.015, TEXT),
        ("12,5 %", None, NOT),
        ("a third", None, NOT),
        ("%", None, NOT),
        ("n/a", None, None),
        (True, None, NOT),
        (float("nan"), None, NOT),
        (1e300, None, NOT),
        (BIG, None, NOT),
    ],
)
def test_shares_in_their_three_spellings(cell, share, kind):
    assert _read(Type.PERCENT, cell) == (share, kind)


@pytest.mark.parametrize(
    ("cell", "detail"), [(30.0, "read as 30 %"), ("30", "read as 30 %"), ("0.125", "read as 12.5 %")]
)
def test_a_share_says_what_it_was_read_as(cell, detail):
    typed = READ[Type.PERCENT]([cell], Column("Share", "share", Type.PERCENT), Reading("USD", ZONE))
    assert typed.odd[0][3] == detail

"""Columns fit their headings, values and hints."""

from decimal import Decimal

import pytest

from campaignctl.domain.forms import Column, Type
from campaignctl.writers.forms.widths import WIDEST, hint_height, sample, width

ID = "1729384756102938471"
WIDTHS = [
    (Column("SKU ID", "sku", Type.ID), (ID,), 21.5),
    (Column("SKU ID", "sku", Type.ID, width=25), (ID,), 25),
    (Column("SKU ID", "sku", Type.ID, width=9), (ID,), 21.5),
    (Column("Title", "title", Type.TEXT), ("x" * 90,), WIDEST),
    (Column("Starts", "starts", Type.DATETIME), (), 23),
    (Column("Tool", "tool", Type.CHOICE, choices=("Gift with purchase",)), (), 21.5),
    (Column("Price", "price", Type.MONEY), (Decimal(123_456_789_012),), 20.5),
    (Column("Campaign price", "price", Type.MONEY, width=17), (), 19.8),
    (Column("Lowest price 30 days", "low", Type.MONEY, width=13), (), 17.4),
]


@pytest.mark.parametrize(("column", "values", "expected"), WIDTHS)
def test_a_column_is_as_wide_as_its_words_need(column, values, expected):
    assert width(column, values, "USD") == pytest.approx(expected)


def test_hints_are_shown_in_full():
    long = "what buyers pay before coupons, shipping and tax, in the currency of the campaign"
    assert hint_height([("list", 10)], 40) == 40
    assert hint_height([("list", 10), (long, 14)], 40) > 60
    assert hint_height([], 40) == 40


def test_a_word_longer_than_its_column_takes_more_lines():
    assert hint_height([("x" * 100, 14)], 10) > hint_height([("x" * 10, 14)], 10)


def test_only_the_first_rows_decide_the_width():
    assert len(sample(range(100_000))) == 200

"""What the database makes of a cell's text is what exact decimal arithmetic makes of it."""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from campaignctl.marketplaces.layouts import layouts_of
from campaignctl.readers.exports.engine import connect, literal
from campaignctl.readers.exports.numbers import Money, amount, count, money_of, rate, seconds
from campaignctl.readers.exports.project import stripped

LAYOUTS = layouts_of("tiktok_shop")
CURRENCIES = ("USD", "IDR", "BRL", "JPY", "MXN", "VND")


@pytest.fixture(scope="module")
def sql() -> Iterator[Callable[[str, str], Any]]:
    """What the database makes of an expression over the text ``cell``."""
    with connect() as connection:
        yield lambda expression, cell: connection.execute(
            f"SELECT {expression} FROM (SELECT {literal(cell)} AS cell)"
        ).fetchone()[0]


def minor(money: Money) -> str:
    return amount("cell", stripped("cell"), money)


def oracle(cell: str, money: Money) -> int | None:
    """Read an amount the slow way: take the text apart, then let Decimal decide."""
    text = re.sub(r"[–−]", "-", cell.strip())
    closed = text.startswith("(") and text.endswith(")")
    text = text[1:-1] if closed else text
    for mark in money.marks:
        if mark.casefold() in text.casefold():
            text = re.sub(re.escape(mark), "", text, count=1, flags=re.IGNORECASE)
            break
    text = text.strip()
    negative = text.startswith("-")
    whole, _, part = text.removeprefix("-").strip().partition(money.writing.decimal)
    groups = whole.split(money.writing.thousands)
    if len(groups) > 1 and not (1 <= len(groups[0]) <= 3 and all(len(group) == 3 for group in groups[1:])):
        return None
    value = Decimal(f"{''.join(groups)}.{part or 0}").scaleb(money.currency.decimals)
    if value != value.to_integral_value():
        return None
    return -int(value) if negative or closed else int(value)


@st.composite
def amounts(draw: st.DrawFn) -> tuple[str, Money]:
    """An amount as a file of some currency may write it."""
    money = money_of(draw(st.sampled_from(CURRENCIES)), LAYOUTS.money)
    whole = draw(st.integers(0, 10**14))
    part = draw(st.from_regex(r"[0-9]{0,4}", fullmatch=True))
    digits = f"{whole:,}".replace(",", money.writing.thousands) if draw(st.booleans()) else str(whole)
    number = digits + (money.writing.decimal + part if part else "")
    mark = draw(st.sampled_from(("", *money.marks)))
    gap = draw(st.sampled_from(("", " ")))
    text = draw(st.sampled_from((f"{mark}{gap}{number}", f"{number}{gap}{mark}")))
    text = draw(st.sampled_from((text, f"-{text}", f"({text})", f"−{text}")))
    return draw(st.sampled_from((text, f" {text}\t", f"\u00a0{text}"))), money


@given(drawn_amount=amounts())
@example(drawn_amount=("$1,022.25", money_of("USD", LAYOUTS.money)))
@example(drawn_amount=("Rp9.467.316", money_of("IDR", LAYOUTS.money)))
@example(drawn_amount=("BRL 35,91", money_of("BRL", LAYOUTS.money)))
@example(drawn_amount=("100,000,000,000,000", money_of("USD", LAYOUTS.money)))
def test_an_amount_is_read_to_the_last_digit_or_not_at_all(sql, drawn_amount):
    cell, money = drawn_amount
    assert sql(minor(money), cell) == oracle(cell, money)


@given(value=st.integers(1 - 10**15, 10**15 - 1), code=st.sampled_from(CURRENCIES))
def test_what_is_written_is_read_back(sql, value, code):
    money = money_of(code, LAYOUTS.money)
    assert sql(minor(money), money.written(str(money.currency.major(value)))) == value


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("12.999", "USD"), ("12.345,67", "USD"), ("1e3", "USD"), ("1_000", "USD"), ("0x1F", "USD"), ("5.", "USD"),
        ("1,02,2", "USD"), ("--5", "USD"), ("-$-5", "USD"), ("(5", "USD"), ("5)", "USD"), ("$", "USD"), ("NaN", "USD"),
        ("Rp5", "USD"), ("R$ 5,00", "USD"), ("35.91", "BRL"), ("12,5", "IDR"), ("1234567890123456789", "USD"),
        ("$5 off", "USD"), ("5 5", "USD"),
    ],
)  # fmt: skip
def test_what_is_no_amount_stays_none(sql, cell, code):
    assert sql(minor(money_of(code, LAYOUTS.money)), cell) is None


@pytest.mark.parametrize(
    ("cell", "meant"),
    [("1", 1), (" 12\t", 12), ("1,234", 1234), ("3.0", 3), ("-2", -2), ("1.5", None), ("1e2", None), ("12,34", None)],
)
def test_a_count_is_a_whole_number(sql, cell, meant):
    money = money_of("USD", LAYOUTS.money)
    assert sql(count("cell", stripped("cell"), money.writing), cell) == meant


@pytest.mark.parametrize(
    ("cell", "as_fraction", "as_percent"),
    [
        ("0.353407", 0.353407, 0.00353407),
        ("5.93%", 0.0593, 0.0593),
        ("5.93", 5.93, 0.0593),
        ("201.57", 201.57, 2.0157),
        ("1,234.5 %", 12.345, 12.345),
        ("1e-05", 1e-05, 1e-07),
        ("nan", None, None),
        ("inf", None, None),
        ("high", None, None),
    ],
)
def test_a_rate_is_what_the_layout_says_never_what_its_size_suggests(sql, cell, as_fraction, as_percent):
    writing = money_of("USD", LAYOUTS.money).writing
    for percent, meant in ((False, as_fraction), (True, as_percent)):
        found = sql(rate("cell", writing, percent=percent), cell)
        assert found == (None if meant is None else pytest.approx(meant, rel=1e-12))


def test_a_rate_with_a_decimal_comma(sql):
    writing = money_of("BRL", LAYOUTS.money).writing
    assert sql(rate("cell", writing, percent=False), "5,93%") == pytest.approx(0.0593)


@pytest.mark.parametrize(
    ("cell", "meant"),
    [("10521", 10521), ("2h37m", 9420), ("2h 5min 3s", 7503), ("34s", 34), ("26:00:05", 93605), ("1小时2分", 3720)],
)
def test_a_duration_is_told_in_seconds(sql, cell, meant):
    assert sql(seconds("cell", bare=True), cell) == meant


@pytest.mark.parametrize("cell", ["12:30", "long", "-5", "2:75:00"])
def test_what_is_no_duration_stays_none(sql, cell):
    assert sql(seconds("cell", bare=True), cell) is None


def test_a_bare_number_is_no_duration_in_words(sql):
    assert sql(seconds("cell", bare=False), "10521") is None

"""Money is a whole number of minor units; a share of it rounds half up, whatever floats would have made of it."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaignctl.domain.money import CURRENCIES, share_of

AMOUNTS = st.integers(0, 10**14)
PERCENTS = st.decimals(0, 1, places=4)


@pytest.mark.parametrize(
    ("amount", "rate", "share"),
    [
        (1299, "0.3", 390),  # 389.7
        (25, "0.5", 13),  # 12.5: the half goes up, not to the even neighbour
        (35, "0.5", 18),  # 17.5: both neighbours' rules agree
        (1, 0.5, 1),
        (1, 0.4999, 0),
        (10, 0.15, 2),  # as a binary number 0.15 lies below it, and 1.5 would go down
        (115, 1.1, 127),  # 126.5, which floats make 126.50000000000001
        (0, "0.7", 0),
        (10**15 - 1, 1, 10**15 - 1),
    ],
)
def test_a_share_of_money_rounds_half_up(amount, rate, share):
    assert share_of(amount, rate) == share


@given(AMOUNTS, PERCENTS)
def test_a_share_is_what_exact_fractions_say(amount, rate):
    exact = Fraction(amount) * Fraction(rate)
    assert share_of(amount, rate) == (2 * exact + 1).__floor__() // 2


@given(AMOUNTS, PERCENTS)
def test_a_share_and_the_rest_are_the_whole(amount, rate):
    share = share_of(amount, rate)
    assert 0 <= share <= amount
    assert abs(share + share_of(amount, 1 - rate) - amount) <= 1  # both round up at a half


@given(AMOUNTS, st.floats(0, 1).map(lambda rate: round(rate, 4)))
def test_a_float_counts_as_the_number_it_is_written_as(amount, rate):
    assert share_of(amount, rate) == share_of(amount, Decimal(repr(rate)))


@pytest.mark.parametrize("currency", CURRENCIES.values(), ids=CURRENCIES)
@given(minor=st.integers(-(10**15), 10**15))
def test_minor_units_and_amounts_convert_without_loss(currency, minor):
    assert currency.minor(currency.major(minor)) == minor


@pytest.mark.parametrize(
    ("code", "major", "minor"), [("USD", "12.99", 1299), ("IDR", "1299", 1299), ("USD", "-5", -500)]
)
def test_an_amount_has_its_currencys_decimals(code, major, minor):
    assert CURRENCIES[code].minor(Decimal(major)) == minor
    assert CURRENCIES[code].major(minor) == Decimal(major)


@pytest.mark.parametrize(("code", "major"), [("USD", "12.999"), ("IDR", "1299.5"), ("JPY", "0.1")])
def test_more_decimals_than_the_currency_has_are_refused(code, major):
    with pytest.raises(ValueError, match="decimals"):
        CURRENCIES[code].minor(Decimal(major))

"""A share of money is exact before it is rounded, at any size, and the parts of a sum are never lost."""

from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaignctl.domain.money import share_of
from campaignctl.pricing.shares import WHOLE, dearest_part, millionths, shares_of

AMOUNTS = st.integers(0, 10**13)
RATES = st.integers(0, WHOLE)
MODES = {"half up": ROUND_HALF_UP, "half even": ROUND_HALF_EVEN, "down": ROUND_FLOOR, "up": ROUND_CEILING}


@pytest.mark.parametrize("mode", MODES)
@given(amount=AMOUNTS, rate=RATES)
def test_a_share_is_the_exact_product_rounded(mode, amount, rate):
    exact = Decimal(amount) * rate / WHOLE
    assert shares_of(np.array([amount]), rate, mode)[0] == int(exact.quantize(Decimal(1), MODES[mode]))


@given(amount=AMOUNTS, rate=RATES)
def test_a_column_of_shares_agrees_with_the_one_of_the_domain(amount, rate):
    assert shares_of(np.array([amount]), np.array([rate]))[0] == share_of(amount, Decimal(rate) / WHOLE)


@pytest.mark.parametrize(
    ("rate", "parts"), [(0.15, 150_000), (0.333, 333_000), (Decimal("0.0825"), 82_500), (1, WHOLE)]
)
def test_a_rate_is_taken_at_its_shortest_written_form(rate, parts):
    assert millionths(rate) == parts


@given(total=st.integers(0, 10**9), units=st.integers(1, 99))
def test_cents_that_do_not_divide_go_to_the_first(total, units):
    first = dearest_part(total, units)
    assert first * units >= total > (first - 1) * units

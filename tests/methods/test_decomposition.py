"""The parts of a change add up to it, and a change of mix alone is nobody's conversion."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from campaignctl.methods.decomposition import factor_change, funnel_change

AMOUNTS = arrays(float, 4, elements=st.one_of(st.just(0.0), st.floats(0.01, 1e6)))


def consistent(visitors, orders, totals):
    """No orders without visitors, no money without orders, and the reverse."""
    some = (visitors > 0) & (orders > 0) & (totals > 0)
    return visitors * some, orders * some, totals * some


def test_the_drawn_example_of_one_segment():
    parts = funnel_change([100_000], [180_000], [2_000], [2_880], [50_000], [63_360])
    assert parts.total == pytest.approx(13_360, rel=1e-9)
    assert parts.traffic == pytest.approx(33_161, abs=1)
    assert parts.mix == pytest.approx(0, abs=1e-6)


def test_a_change_of_mix_alone_gives_nothing_to_conversion_and_value():
    parts = funnel_change([800, 200], [200, 800], [80, 2], [20, 8], [800, 60], [200, 240])
    assert (parts.conversion, parts.value) == pytest.approx((0, 0), abs=1e-9)
    assert parts.mix == pytest.approx(440 - 860, rel=1e-9)


@given(st.tuples(AMOUNTS, AMOUNTS, AMOUNTS), st.tuples(AMOUNTS, AMOUNTS, AMOUNTS))
def test_the_parts_add_up_whatever_comes_and_goes(before, after):
    v0, o0, m0 = consistent(*before)
    v1, o1, m1 = consistent(*after)
    if not m0.sum() or not m1.sum():
        return
    parts = funnel_change(v0, v1, o0, o1, m0, m1)
    assert parts.total == pytest.approx(m1.sum() - m0.sum(), rel=1e-9, abs=1e-9 * max(m0.sum(), m1.sum()))


def test_factors_of_a_product_share_its_change_whatever_their_order():
    forth = factor_change([100, 2, 30, 0.9], [150, 1.8, 33, 0.7])
    back = factor_change([0.9, 30, 2, 100], [0.7, 33, 1.8, 150])[::-1]
    assert forth == pytest.approx(back)
    assert forth.sum() == pytest.approx(np.prod([150, 1.8, 33, 0.7]) - np.prod([100, 2, 30, 0.9]))


def test_money_without_an_order_counts_as_that_of_one_order_by_one_visitor():
    told = funnel_change([0, 100], [50, 120], [0, 10], [5, 12], [30, 100], [60, 140])
    spelled_out = funnel_change([1, 100], [50, 120], [1, 10], [5, 12], [30, 100], [60, 140])
    assert told == spelled_out

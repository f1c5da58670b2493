"""p-values are adjusted for all tests tried."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaignctl.methods.discoveries import adjusted


def test_the_fifteen_tests_of_the_1995_paper_keep_four():
    printed = [
        0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
        0.7590, 1.0000,
    ]  # fmt: skip
    assert (adjusted(printed) <= 0.05).sum() == 4


@given(st.lists(st.floats(0, 1), max_size=30))
def test_an_adjusted_value_is_never_below_the_raw_one_and_keeps_the_order(p):
    raised = adjusted(p)
    assert all(after >= before - 1e-12 for before, after in zip(p, raised, strict=True))
    assert sorted(range(len(p)), key=lambda i: (p[i], i)) == sorted(range(len(p)), key=lambda i: (raised[i], p[i], i))


def test_a_p_value_outside_0_and_1_is_a_bad_call():
    with pytest.raises(ValueError, match="between 0 and 1"):
        adjusted([0.1, 1.2])


def test_what_was_named_beforehand_is_looked_at_harder_and_the_others_pay():
    assert adjusted([0.004, 0.03, 0.5, 0.9]) == pytest.approx([0.016, 0.06, 2 / 3, 0.9])
    assert adjusted([0.004, 0.03, 0.5, 0.9], [1, 5, 1, 1]) == pytest.approx([0.024, 0.024, 1, 1])


@given(st.lists(st.floats(0, 1), max_size=30), st.floats(0.1, 50))
def test_only_the_proportions_of_weights_count(p, weight):
    assert adjusted(p, weight) == pytest.approx(adjusted(p))


def test_where_there_is_nothing_weights_find_nothing_more_than_the_rate():
    chance = np.random.default_rng(26)
    weights = [20] * 3 + [1] * 60
    found = sum((adjusted(chance.random(63), weights) <= 0.05).any() for _ in range(4000))
    assert found / 4000 == pytest.approx(0.05, abs=0.011)  # three standard errors


@pytest.mark.parametrize("weight", [0, -1, float("nan"), float("inf")])
def test_a_weight_not_above_0_is_a_bad_call(weight):
    with pytest.raises(ValueError, match="above 0"):
        adjusted([0.1, 0.2], [1, weight])

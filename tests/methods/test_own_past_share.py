"""A share is held against its own past, also one that often was nothing."""

import numpy as np
import pytest

from campaignctl.methods.own_past_share import share_change

WHOLES = [60] * 11
FEW = [3, 0, 0, 5, 1, 1, 2, 3, 3, 1, 3]


def test_a_share_that_rose_far_beyond_a_past_with_zeros_has_a_small_p_value_and_its_rise_in_points():
    found = share_change(FEW, WHOLES, 30, 110, 1)
    assert found.usual == pytest.approx(22 / 660)
    assert found.points == pytest.approx(30 / 110 - 22 / 660)
    assert 0.1 < found.low < found.points < found.high < 30 / 110 + 1e-9
    assert found.p < 0.001


def test_a_share_like_its_past_is_no_change():
    found = share_change(FEW, WHOLES, 4, 110, 1)
    assert found.low < 0 < found.high
    assert found.p > 0.5


def test_one_of_few_after_a_past_without_any_is_no_discovery_and_half_of_many_is():
    assert share_change([0] * 8, [20] * 8, 1, 20, 1).p > 0.05
    assert share_change([0] * 8, [200] * 8, 100, 200, 1).p < 0.001


def test_the_size_of_a_unit_does_not_change_what_is_found():
    small, large = (share_change([x * s for x in FEW], [x * s for x in WHOLES], 30 * s, 110 * s, s) for s in (1, 2500))
    assert small.p == pytest.approx(large.p)
    assert small.points == pytest.approx(large.points)


def test_on_noise_alone_at_most_one_p_value_in_twenty_is_below_five_percent():
    rng = np.random.default_rng(4)
    drawn = rng.binomial(60, 0.03, (3000, 12))
    p = np.array([share_change(row[:11], WHOLES, row[11], 60, 1).p for row in drawn])
    assert np.mean(p < 0.05) < 0.06
    assert np.mean(p < 0.002) < 0.004


@pytest.mark.parametrize(
    ("past", "wholes", "whole"), [([1, 2], [9, 9], 9), ([1, 1, 1, 1], [0, 9, 9, 0], 9), ([1, 2, 1], [9, 9, 9], 0)]
)
def test_too_short_a_past_or_no_sales_say_nothing(past, wholes, whole):
    assert share_change(past, wholes, 0, whole, 1) is None

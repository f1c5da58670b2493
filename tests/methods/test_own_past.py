"""A number is held against its own past."""

import numpy as np
import pytest

from campaignctl.methods.own_past import change


def test_a_rise_far_beyond_its_past_has_a_small_p_value_and_an_interval_without_zero():
    found = change([100, 104, 98, 101, 99, 103], 160)
    assert found.effect == pytest.approx(0.587, abs=0.01)
    assert found.low > 0
    assert found.p < 0.001


def test_a_number_like_its_past_is_no_change():
    found = change([100, 104, 98, 101, 99, 103], 102)
    assert found.low < 0 < found.high
    assert found.p > 0.3


def test_on_noise_alone_one_p_value_in_twenty_is_below_five_percent():
    rng = np.random.default_rng(4)
    draws = rng.lognormal(0, 0.3, (4000, 9))
    p = [change(row[:8], row[8]).p for row in draws]
    assert np.mean(np.array(p) < 0.05) == pytest.approx(0.05, abs=0.012)


@pytest.mark.parametrize(("past", "now"), [([1, 2], 3), ([1, 0, 2, 3], 3), ([1, 2, 3, 4], 0), ([5, 5, 5, 5], 6)])
def test_too_short_empty_or_motionless_a_past_says_nothing(past, now):
    assert change(past, now) is None

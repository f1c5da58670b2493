"""A number is held against its own past."""

import numpy as np
import pytest

from campaignctl.methods.own_past import change, trend


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


def test_the_interval_is_that_of_student_s_t_with_one_freedom_less_than_there_are_earlier_values():
    past = [100, 104, 98, 101, 99, 103]
    found, logs = change(past, 110), np.log(past)
    half = 2.5705818 * logs.std(ddof=1) * np.sqrt(1 + 1 / 6)  # 97.5 % of t with 5 degrees of freedom
    off = np.log(110) - logs.mean()
    assert (found.low, found.high) == pytest.approx((np.expm1(off - half), np.expm1(off + half)), rel=1e-6)
    assert found.usual == pytest.approx(np.exp(logs.mean()))


def test_a_trend_is_the_step_of_the_line_through_the_logarithms_with_its_interval():
    values = np.exp([0.0, 0.12, 0.18, 0.33, 0.37])  # their line climbs by 0.095 and leaves 0.00235 unexplained
    found = trend(values)
    half = 3.1824463 * np.sqrt(0.00235 / 3 / 10)  # 97.5 % of t with 3 degrees of freedom
    assert found.effect == pytest.approx(np.expm1(0.095))
    assert (found.low, found.high) == pytest.approx((np.expm1(0.095 - half), np.expm1(0.095 + half)), rel=1e-6)
    assert found.p == pytest.approx(0.001729, abs=1e-6)  # t = 10.73
    assert found.usual == pytest.approx(np.exp(0.2))


def test_on_noise_alone_one_trend_in_twenty_has_a_p_value_below_five_percent():
    draws = np.random.default_rng(4).lognormal(0, 0.3, (4000, 8))
    assert np.mean([trend(row).p < 0.05 for row in draws]) == pytest.approx(0.05, abs=0.012)


@pytest.mark.parametrize("values", [[1, 2, 3, 5], [1, 2, 3, 0, 5], [1, 2, 4, 8, 16]])
def test_too_few_values_an_empty_one_or_a_perfect_line_tell_no_trend(values):
    assert trend(values) is None

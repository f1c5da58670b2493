"""A lift is read off a group without a campaign, and says how unsure it is."""

from itertools import pairwise

import numpy as np
import pytest

from campaignctl.methods.fake_dates import distinguishable, fake_starts, on_fake_dates
from campaignctl.methods.lift import Estimate, net, of_base, with_control
from campaignctl.methods.near_and_far import net_of_near, taken
from campaignctl.methods.weekly_trend import without_control

START, DAYS = 84, 7


def shops(lift=1.0, event=1.0, noise=0.02, seed=5):
    rng = np.random.default_rng(seed)
    weekday = np.tile([0.92, 0.9, 0.93, 0.97, 1.08, 1.18, 1.06], 14)
    both = weekday * np.exp(0.001 * np.arange(98) + rng.normal(0, 0.05, 98))
    both[START : START + DAYS] *= event
    treated, control = (1000 * both * np.exp(rng.normal(0, noise, 98)) for _ in range(2))
    treated[START : START + DAYS] *= lift
    return treated, control


def test_the_true_lift_lies_in_the_interval():
    found = with_control(*shops(lift=1.25), START, DAYS)
    assert found.low < 0.25 < found.high
    assert not found.holds_zero
    assert np.median(found.draws) == pytest.approx(found.effect * found.expected, rel=0.01)


def test_good_and_bad_days_of_a_small_control_are_no_lift_on_average():
    rng, found = np.random.default_rng(11), []
    for seed in range(40):
        treated, control = shops(lift=1.25, seed=seed)
        days = rng.gamma(12, 1 / 12, 98)  # few orders a day: they stray by a third, and by nothing on average
        found.append(with_control(treated, control * days, START, DAYS, seed=seed).effect)
    assert np.mean(found) == pytest.approx(0.25, abs=0.05)


def test_an_event_that_moves_both_groups_is_no_lift():
    with_event, without = (with_control(*shops(event=event), START, DAYS) for event in (1.3, 1.0))
    assert with_event.effect == pytest.approx(without.effect, abs=1e-9)
    assert with_event.holds_zero


def test_the_same_input_gives_the_same_interval():
    one, other = (with_control(*shops(), START, DAYS) for _ in range(2))
    assert (one.low, one.high) == (other.low, other.high)


def test_what_buyers_only_moved_in_time_is_taken_off_the_net_effect():
    treated, control = shops(lift=1.25)
    moved = treated.copy()
    moved[START - 3 : START] *= 0.8
    moved[START + DAYS :] *= 0.85
    assert net(moved, control, START, DAYS).effect < with_control(moved, control, START, DAYS).effect - 0.1


def test_a_day_without_sales_is_refused():
    treated, control = shops()
    treated[40] = 0
    with pytest.raises(ValueError, match="without sales"):
        with_control(treated, control, START, DAYS)


def test_too_few_days_are_refused():
    with pytest.raises(ValueError, match="too few"):
        with_control(*shops(), 20, DAYS)


def test_without_a_control_the_trend_of_eight_weeks_is_the_measure():
    series = 1000 * np.exp(0.005 * np.arange(98))
    series[START:] *= 1.2
    series *= np.exp(np.random.default_rng(1).normal(0, 0.01, 98))
    found = without_control(series, START, DAYS)
    assert found.low < 0.2 < found.high
    assert found.high - found.low < 0.2


def test_a_longer_campaign_is_held_against_the_same_eight_weeks():
    series = 1000 * np.exp(0.005 * np.arange(98)) * np.exp(np.random.default_rng(1).normal(0, 0.01, 98))
    series[START:] *= 1.2
    for days in (8, 10, 14):
        found = without_control(series, START, days)
        assert found.low < 0.2 < found.high < 0.35
        assert found.expected == pytest.approx(series[START : START + days].sum() / 1.2, rel=0.06)


def test_part_of_a_week_counts_for_what_its_weekdays_usually_make():
    week = np.array([5.0, 1, 1, 1, 1, 1, 10])
    series = np.tile(week, 14) * np.exp(np.random.default_rng(2).normal(0, 0.01, 98))
    found = without_control(series, START, 8)
    assert found.expected == pytest.approx(20 + 5, rel=0.03)


def test_what_one_group_took_from_the_other_falls_out_of_both_together():
    treated, far = shops(lift=1.3, noise=0.01)
    near, _ = shops(noise=0.01, seed=6)
    near *= 2
    moved = 0.3 / 1.3 * treated[START : START + DAYS] / 2
    near[START : START + DAYS] -= moved
    near *= far / shops(noise=0.01, seed=6)[1]  # the days of the same world
    gain, both = with_control(treated, far, START, DAYS), net_of_near(treated, near, far, START, DAYS)
    assert taken(near, far, START, DAYS).high < 0
    assert both.effect == pytest.approx(gain.effect / 2, abs=0.06)
    assert both.low < 0.15 < both.high


def test_fake_dates_end_before_the_gap_and_never_overlap():
    starts = fake_starts(START, DAYS)
    assert len(starts) >= 2
    assert starts[0] + DAYS <= START - 7
    assert all(early + DAYS <= late for late, early in pairwise(starts))


def test_an_effect_smaller_than_that_of_a_fake_date_cannot_be_told_from_zero():
    sure = Estimate(0.2, 0.1, 0.3, 1.0, np.zeros(1))
    calm, wild = (Estimate(e, -1, 1, 1.0, np.zeros(1)) for e in (0.05, -0.25))
    assert distinguishable(sure, (calm, calm)) is True
    assert distinguishable(sure, (calm, wild)) is False
    assert distinguishable(sure, (calm,)) is None


def test_the_estimator_runs_on_fake_dates_as_on_the_real_one():
    treated, control = shops()
    fakes = on_fake_dates(lambda start: with_control(treated, control, start, DAYS), fake_starts(START, DAYS))
    assert all(abs(fake.effect) < 0.1 for fake in fakes)


def test_an_amount_gained_is_told_as_a_share_of_any_base_above_zero():
    found = of_base(np.array([0.1, 0.2, 0.3]), 0.5)
    assert (found.effect, found.expected) == (0.4, 0.5)
    with pytest.raises(ValueError, match="strays too far"):
        of_base(np.array([0.1, 0.2, 0.3]), 0.0)


def test_errors_that_hardly_fade_make_an_interval_wide_and_are_not_refused():
    rng = np.random.default_rng(5)
    treated = np.exp(10 + np.cumsum(rng.normal(0, 5.0, 98)))
    found = with_control(treated, np.exp(rng.normal(10, 0.05, 98)), 91, 7)
    assert found.low < 0 < found.high

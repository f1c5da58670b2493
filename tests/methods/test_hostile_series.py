"""Whatever series come, an estimate is a number with an interval, or there is none and it is said why."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from campaignctl.methods.against_others import apart
from campaignctl.methods.decomposition import factor_change, funnel_change
from campaignctl.methods.discoveries import adjusted, best_of
from campaignctl.methods.fake_dates import fake_starts
from campaignctl.methods.lift import estimate, net, of_base, with_control
from campaignctl.methods.near_and_far import net_of_near, taken
from campaignctl.methods.ordinary_days import fit
from campaignctl.methods.own_past import change, trend
from campaignctl.methods.own_past_share import share_change
from campaignctl.methods.students_t import probability, quantile
from campaignctl.methods.weekly_trend import without_control

START, DAYS, LENGTH = 84, 7, 98
RNG = np.random.default_rng(8)
ONE, OTHER = (1000 * np.exp(RNG.normal(0, 0.1, LENGTH)) for _ in range(2))


def spoiled(value, at=40, of=ONE):
    made = of.copy()
    made[at] = value
    return made


MEASURES = {
    "with control": lambda t: with_control(t, OTHER, START, DAYS),
    "as control": lambda c: with_control(OTHER, c, START, DAYS),
    "net": lambda t: net(t, OTHER, START, DAYS),
    "taken": lambda near: taken(near, OTHER, START, DAYS),
    "net of near": lambda t: net_of_near(t, ONE, OTHER, START, DAYS),
}


@pytest.mark.parametrize("measure", MEASURES.values(), ids=MEASURES)
@pytest.mark.parametrize("value", [np.nan, np.inf, 0.0, -5.0])
def test_a_day_that_is_no_amount_is_refused(measure, value):
    with pytest.raises(ValueError, match="without sales"):
        measure(spoiled(value))


def test_a_day_on_which_near_ones_sold_nothing_hinders_only_what_was_taken_from_them():
    quiet = spoiled(0.0)
    with pytest.raises(ValueError, match="without sales"):
        taken(quiet, OTHER, START, DAYS)
    assert np.isfinite(net_of_near(ONE, quiet, OTHER, START, DAYS).effect)


@pytest.mark.parametrize("value", [np.nan, np.inf, -1e9])
@pytest.mark.parametrize("at", [START - 1, START + 1])
def test_a_week_that_is_no_amount_is_refused(value, at):
    with pytest.raises(ValueError, match="without sales"):
        without_control(spoiled(value, at), START, DAYS)


@pytest.mark.parametrize("scale", [1.0, 3.0, 1e12])
def test_a_copy_of_the_control_says_nothing_of_how_sure_it_is(scale):
    with pytest.raises(ValueError, match="never strays"):
        with_control(scale * OTHER, OTHER, START, DAYS)
    with pytest.raises(ValueError, match="lie on their line"):
        without_control(np.full(LENGTH, scale), START, DAYS)


def test_a_constant_control_is_a_control():
    found = with_control(ONE, np.full(LENGTH, 5.0), START, DAYS)
    assert found.low < 0 < found.high


@pytest.mark.parametrize("unit", [1e-3, 1e12])
def test_the_unit_changes_money_and_nothing_else(unit):
    for measure in (
        lambda u: with_control(u * ONE, u * OTHER, START, DAYS),
        lambda u: without_control(u * ONE, START, DAYS),
        lambda u: net_of_near(u * ONE, u * OTHER, u * OTHER * ONE, START, DAYS),
    ):
        small, large = measure(1.0), measure(unit)
        assert (large.effect, large.low, large.high) == pytest.approx((small.effect, small.low, small.high))
        assert large.draws == pytest.approx(unit * small.draws, rel=1e-6, abs=1e-6 * unit)


@pytest.mark.parametrize(
    "bad",
    [(START, 0), (START, -1), (3, DAYS), (START, 60), (20, DAYS)],
    ids=["none", "less", "no gap", "beyond", "few"],
)
def test_a_campaign_that_does_not_fit_the_series_is_refused(bad):
    with pytest.raises(ValueError, match=r"."):
        with_control(ONE, OTHER, *bad)
    with pytest.raises(ValueError, match=r"."):
        without_control(ONE, *bad)


@pytest.mark.parametrize("days", [1, 3, 7, 10, 14])
def test_a_campaign_of_any_length_has_an_interval_that_is_wider_than_nothing(days):
    for found in (with_control(ONE, OTHER, START, days), without_control(ONE, START, days)):
        assert found.low < found.effect < found.high
        assert np.isfinite([found.low, found.high, found.expected]).all()
        assert np.isfinite(found.draws).all()


def test_a_past_that_strays_without_bound_is_refused():
    with pytest.raises(ValueError, match="strays too far"):
        estimate(1.0, np.array([1.0, np.inf]))
    with pytest.raises(ValueError, match="strays too far"):
        of_base(np.array([1.0, 2.0]), 0.0)


@settings(deadline=None, max_examples=60)
@given(arrays(float, LENGTH, elements=st.floats(1e-2, 1e15)), arrays(float, LENGTH, elements=st.floats(1e-2, 1e15)))
def test_wild_series_give_a_finite_interval_or_none(treated, control):
    for measure in (
        lambda: with_control(treated, control, START, DAYS, draws=200),
        lambda: net(treated, control, START, DAYS, draws=200),
        lambda: without_control(treated, START, DAYS, draws=200),
    ):
        try:
            found = measure()
        except ValueError:
            continue
        assert np.isfinite(found.draws).all()
        assert found.low <= found.effect <= found.high


def test_seventeen_days_are_fitted_and_sixteen_or_a_gap_in_them_are_not():
    assert fit(np.log(ONE[:17])).days == 17
    with pytest.raises(ValueError, match="too few"):
        fit(np.log(ONE[:16]))
    with pytest.raises(ValueError, match="without a number"):
        fit(spoiled(np.nan))


def test_fake_dates_of_no_campaign_are_refused():
    with pytest.raises(ValueError, match="a day at least"):
        fake_starts(START, 0)


@pytest.mark.parametrize("value", [np.nan, np.inf, 0.0, -1.0])
def test_a_number_that_is_none_has_no_past_and_no_trend(value):
    assert change([1, 2, 3, 4], value) is None
    assert change([1, 2, value, 4], 3) is None
    assert trend([1, 2, 4, 3, 5, value]) is None
    assert apart([1.0, value], [1.0, 1.2, 1.3]) is None
    assert apart([1.0, 1.1], [1.0, 1.2, value]) is None


@pytest.mark.parametrize("value", [np.nan, np.inf, -1.0])
def test_a_share_of_what_is_no_amount_is_not_told(value):
    assert share_change([1, 2, value], [10, 10, 10], 1, 10, 1) is None
    assert share_change([1, 2, 1], [10, 10, 10], value, 10, 1) is None
    assert share_change([1, 2, 1], [10, 10, 10], 1, 10, value) is None


@pytest.mark.parametrize("value", [np.nan, np.inf, -1.0])
def test_what_is_no_amount_is_not_taken_apart(value):
    with pytest.raises(ValueError, match="none of them negative"):
        funnel_change([1, value], [1, 1], [1, 1], [1, 1], [1, 1], [1, 1])
    with pytest.raises(ValueError, match="none of them negative"):
        factor_change([1, 2], [1, value])
    with pytest.raises(ValueError, match="same segments"):
        factor_change([1, 2], [1, 2, 3])


def test_sales_without_counted_visitors_still_add_up():
    parts = funnel_change([0, 10], [20, 10], [3, 2], [0, 2], [30, 20], [50, 20])
    assert parts.total == pytest.approx(70 - 50, rel=1e-9)


@pytest.mark.parametrize("p", [np.nan, -0.1, 1.1])
def test_what_is_no_probability_is_refused(p):
    with pytest.raises(ValueError, match="p-value"):
        adjusted([0.5, p])
    with pytest.raises(ValueError, match="p-value"):
        best_of(p, 3)


def test_no_tests_have_no_discoveries_and_the_best_of_none_is_refused():
    assert adjusted([]).size == 0
    with pytest.raises(ValueError, match="one of several"):
        best_of(0.5, 0)


def test_a_t_without_freedom_is_refused():
    for freedom in (0, -1, np.nan):
        with pytest.raises(ValueError, match="degrees of freedom"):
            probability(1.0, freedom)
    for p in (0, 1, np.nan):
        with pytest.raises(ValueError, match="between 0 and 1"):
            quantile(p, 5)

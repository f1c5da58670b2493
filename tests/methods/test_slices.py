"""The slice that moved is named: not its parent, not its child."""

from itertools import product

import numpy as np
import pytest

from campaignctl.methods.slices import Usual, dispersion, exponent, moved, strays

CODES = np.array(list(product(range(4), range(5), range(3))))


def forecast(seed=1):
    return np.random.default_rng(seed).gamma(4, 60, len(CODES))


def noisy(f, seed=2):
    return np.maximum(f + np.random.default_rng(seed).normal(0, 3, len(f)) * np.sqrt(f), 0)


def test_one_category_that_halved_is_the_first_and_only_slice():
    f = forecast()
    a = noisy(f) * np.where(CODES[:, 0] == 2, 0.5, 1)
    first, *rest = moved(CODES, f, a)
    assert first.names == ((0, 2),)
    assert first.change < 0
    assert rest == []


def test_a_pair_of_values_is_told_from_its_parents():
    f = forecast()
    a = noisy(f) * np.where((CODES[:, 1] == 3) & (CODES[:, 2] == 1), 2.5, 1)
    assert moved(CODES, f, a)[0].names == ((1, 3), (2, 1))


def test_two_causes_are_both_named():
    f = forecast()
    factor = np.where(CODES[:, 0] == 0, 0.4, 1) * np.where((CODES[:, 0] != 0) & (CODES[:, 1] == 4), 2.6, 1)
    assert {each.names for each in moved(CODES, f, noisy(f) * factor)[:2]} == {((0, 0),), ((1, 4),)}


@pytest.mark.parametrize("moved_half", [0, 1])
def test_of_two_halves_the_one_that_moved_is_named(moved_half):
    codes = np.column_stack([(np.arange(60) < 25) == moved_half, np.arange(60)]).astype(int)
    f = np.random.default_rng(1).gamma(9, 50, len(codes))
    a = noisy(f) * np.where(codes[:, 0] == moved_half, 0.5, 1)
    assert moved(codes, f, a)[0].names == ((0, moved_half),)


def test_ordinary_noise_names_nothing():
    f = forecast()
    assert moved(CODES, f, noisy(f)) == ()


def test_what_has_no_forecast_is_no_slice():
    f = forecast() * (CODES[:, 0] != 1)
    assert all((0, 1) not in each.names for each in moved(CODES, f, noisy(forecast())))
    assert dispersion(np.zeros(3), np.ones(3)) == 1.0


WIDE = np.array(list(product(range(10), range(12), range(6))))


def straying(power, seed=3):
    """Return forecast and actual of leaves of very different size that stray as a power of it; nothing moved."""
    rng = np.random.default_rng(seed)
    f = rng.lognormal(5, 1.2, len(WIDE))
    return f, np.maximum(f + 0.1 * f.mean() ** (1 - power / 2) * f ** (power / 2) * rng.normal(0, 1, len(f)), 0)


@pytest.mark.parametrize("power", [1, 1.5, 2])
def test_how_leaves_stray_is_read_off_them(power):
    assert exponent(*straying(power)) == pytest.approx(power, abs=0.15)


@pytest.mark.parametrize("power", [1, 1.5, 2])
def test_how_far_each_leaf_strays_is_known_whatever_its_size(power):
    f, a = straying(power)
    large = f > np.median(f)
    for some in (large, ~large):
        assert np.mean((a - f)[some] ** 2 / strays(f, a)[some]) == pytest.approx(1, abs=0.35)


def test_leaves_that_stray_as_counts_do_have_one_dispersion_in_every_slice():
    f = forecast()
    usual = Usual(dispersion(f, noisy(f)), f * dispersion(f, noisy(f)))
    parts = np.array([f[CODES[:, 0] == code].sum() for code in range(4)])
    varied = np.array([usual.strays[CODES[:, 0] == code].sum() for code in range(4)])
    assert usual.of(varied, parts / f.sum(), f.sum()) == pytest.approx(np.full(4, usual.dispersion))


def test_sparse_leaves_are_taken_for_counts_and_their_slice_is_found():
    """Most small leaves stay empty and a few sell much: a week of a shop, by category and hour."""
    rng = np.random.default_rng(7)
    f = rng.lognormal(1, 1.5, len(WIDE))
    a = 4 * rng.poisson(f / 4 * np.where(WIDE[:, 0] == 4, 3, 1)) * rng.lognormal(0, 0.5, len(f))
    assert np.mean(a == 0) > 0.2
    assert exponent(f, a) == 1
    assert moved(WIDE, f, a)[0].names == ((0, 4),)


@pytest.mark.parametrize("power", [1, 1.5, 2])
def test_large_leaves_that_stray_as_they_always_do_are_no_slices(power):
    assert moved(WIDE, *straying(power)) == ()


def test_a_slice_that_moved_is_told_among_leaves_that_stray_in_proportion():
    f, a = straying(2)
    a *= np.where((WIDE[:, 0] == 4) & (WIDE[:, 2] == 1), 0.5, 1)
    assert [each.names for each in moved(WIDE, f, a)] == [((0, 4), (2, 1))]


def test_a_change_is_told_in_the_unit_of_the_input():
    f, a = straying(2)
    inside = WIDE[:, 1] == 7
    a *= np.where(inside, 2, 1)
    (found,) = moved(WIDE, f, a)
    assert found.forecast == pytest.approx(f[inside].sum())
    assert found.change == pytest.approx((a - f)[inside].sum())


def test_the_unit_does_not_change_what_is_named():
    f, a = straying(1.5)
    a *= np.where(WIDE[:, 1] == 7, 1.6, 1)
    small, large = (moved(WIDE, unit * f, unit * a) for unit in (0.01, 1e12))
    assert [each.names for each in small] == [each.names for each in large] == [((1, 7),)]
    assert small[0].score == pytest.approx(large[0].score, rel=1e-6)


def test_few_leaves_are_taken_for_counts():
    assert exponent(np.arange(1.0, 39), np.arange(2.0, 40)) == 1.0
    assert exponent(np.ones(80), np.ones(80)) == 1.0


def test_no_leaves_have_no_slices_and_leaves_as_forecast_have_none():
    assert moved(np.zeros((0, 2)), [], []) == ()
    assert moved(CODES, forecast(), forecast()) == ()
    assert moved([[0, 0]], [5.0], [50.0]) == ()


@pytest.mark.parametrize(
    ("codes", "f", "a"),
    [
        ([[0], [1]], [1.0, np.nan], [1.0, 1.0]),
        ([[0], [1]], [1.0, 1.0], [1.0, np.inf]),
        ([[0], [1]], [1.0, -1.0], [1.0, 1.0]),
        ([[0], [1]], [1.0, 1.0], [1.0, -1.0]),
        ([[0], [-1]], [1.0, 1.0], [1.0, 1.0]),
        ([[0]], [1.0, 1.0], [1.0, 1.0]),
        ([0, 1], [1.0, 1.0], [1.0, 1.0]),
    ],
    ids=["no number", "without end", "negative forecast", "negative actual", "negative code", "lengths", "one column"],
)
def test_what_is_no_amount_is_refused(codes, f, a):
    with pytest.raises(ValueError, match=r"negative|each leaf"):
        moved(codes, f, a)

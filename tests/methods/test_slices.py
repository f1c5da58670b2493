"""The slice that moved is named: not its parent, not its child."""

from itertools import product

import numpy as np

from campaignctl.methods.slices import dispersion, moved

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


def test_ordinary_noise_names_nothing():
    f = forecast()
    assert moved(CODES, f, noisy(f)) == ()


def test_what_has_no_forecast_is_no_slice():
    f = forecast() * (CODES[:, 0] != 1)
    assert all((0, 1) not in each.names for each in moved(CODES, f, noisy(forecast())))
    assert dispersion(np.zeros(3), np.ones(3)) == 1.0

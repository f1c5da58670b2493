"""Our results are those of libraries that others wrote, where these are installed."""

import numpy as np
import pytest

from campaignctl.methods.discoveries import adjusted
from campaignctl.methods.ordinary_days import fit, regressors, simulated
from campaignctl.methods.own_past import trend
from campaignctl.methods.slices import exponent
from campaignctl.methods.students_t import probability, quantile, two_sided
from campaignctl.methods.weekly_trend import without_control

DAYS = 77


def errors(rho, days=DAYS, seed=1):
    rng = np.random.default_rng(seed)
    u = rng.normal(0, 1, days)
    for day in range(1, days):
        u[day] = rho * u[day - 1] + np.sqrt(1 - rho * rho) * u[day]
    return u


def ratio(rho=0.5, seed=1):
    return 0.3 + 0.1 * (np.arange(DAYS) % 7 == 5) + 0.002 * np.arange(DAYS) + 0.05 * errors(rho, seed=seed)


@pytest.mark.parametrize("seed", range(5))
def test_adjusted_p_values_are_scipy_s(seed):
    stats = pytest.importorskip("scipy.stats")
    rng = np.random.default_rng(seed)
    p = np.concatenate([rng.uniform(0, 1, 40), rng.uniform(0, 1e-3, 5), [0, 1, 0.5, 0.5]])
    assert adjusted(p) == pytest.approx(stats.false_discovery_control(p), abs=1e-14)


@pytest.mark.parametrize("freedom", [0.3, 1, 2.7, 6, 30, 1e4])
def test_student_s_t_is_scipy_s(freedom):
    t = pytest.importorskip("scipy.stats").t
    for at in (-40, -2.5, -0.1, 0, 1, 7):
        assert probability(at, freedom) == pytest.approx(t.cdf(at, freedom), abs=1e-10)
        assert two_sided(at, freedom) == pytest.approx(2 * t.sf(abs(at), freedom), rel=1e-8)
    for p in (0.6, 0.95, 0.975, 0.999):
        assert quantile(p, freedom) == pytest.approx(t.ppf(p, freedom), rel=1e-7)


def test_the_line_of_ordinary_days_is_that_of_least_squares():
    api = pytest.importorskip("statsmodels.api")
    z = ratio()
    ours, theirs = fit(z), api.OLS(z, regressors(np.arange(DAYS), DAYS)).fit()
    assert ours.coefficients == pytest.approx(theirs.params, rel=1e-8)
    scale = ours.uncertainty / theirs.normalized_cov_params
    assert scale == pytest.approx(np.full_like(scale, scale[0, 0]), rel=1e-6)
    assert ours.spread**2 >= theirs.scale


def test_lingering_errors_are_found_as_the_full_likelihood_finds_them_on_average():
    """Fitted errors understate how long errors linger; ours are corrected, to the safe side of the likelihood's."""
    arima = pytest.importorskip("statsmodels.tsa.arima.model").ARIMA
    ours, theirs = [], []
    for seed in range(40):
        z = ratio(0.5, seed)
        ours.append(fit(z).rho)
        exog = regressors(np.arange(DAYS), DAYS)
        theirs.append(arima(z, exog=exog, order=(1, 0, 0), trend="n").fit().params[-2])
    assert np.mean(theirs) < np.mean(ours) < np.mean(theirs) + 0.2
    assert 0.45 < np.mean(ours) < 0.62
    assert np.corrcoef(ours, theirs)[0, 1] > 0.8


def test_simulated_courses_spread_as_a_prediction_of_generalised_least_squares_does():
    """With rho known, the variance of a day ahead is that of its line and of its error."""
    api = pytest.importorskip("statsmodels.api")
    z = ratio(0.0, 3)
    known, ahead = fit(z), np.arange(DAYS + 7, DAYS + 14)
    theirs = api.OLS(z, regressors(np.arange(DAYS), DAYS)).fit().get_prediction(regressors(ahead, DAYS))
    paths = simulated(known, ahead, 40_000, np.random.default_rng(0))
    assert paths.mean(axis=0) == pytest.approx(theirs.predicted_mean, abs=0.002)
    lingering = (1 + known.rho) / (1 - known.rho)
    low, high = np.percentile(paths, [2.5, 97.5], axis=0)
    width = (high - low) / (theirs.conf_int(obs=True) @ [-1, 1])
    assert (width >= 0.98).all()
    assert (width <= 1.2 * np.sqrt(lingering)).all()


def test_the_weekly_trend_is_a_prediction_of_least_squares():
    api = pytest.importorskip("statsmodels.api")
    rng = np.random.default_rng(2)
    daily = 1000 * np.exp(0.003 * np.arange(63) + rng.normal(0, 0.1, 63))
    totals = np.log(daily.reshape(-1, 7).sum(axis=1))
    line = api.OLS(totals[:8], api.add_constant(np.arange(8))).fit()
    theirs = line.get_prediction([[1, 8]]).conf_int(obs=True)[0]
    found = without_control(daily, 56, 7)
    assert (found.high, found.low) == pytest.approx(np.exp(totals[8] - theirs) - 1, rel=1e-6)
    assert found.expected == pytest.approx(np.exp(line.predict([1, 8])[0]), rel=1e-9)
    assert np.percentile(found.draws, [2.5, 97.5]) / found.expected == pytest.approx(
        (np.exp(totals[8]) - np.exp(theirs[::-1])) / found.expected, abs=0.04
    )


def test_a_step_of_a_trend_is_that_of_least_squares():
    api = pytest.importorskip("statsmodels.api")
    values = [100, 108, 103, 120, 118, 131, 127]
    theirs = api.OLS(np.log(values), api.add_constant(np.arange(7))).fit()
    found = trend(values)
    assert found.effect == pytest.approx(np.expm1(theirs.params[1]), rel=1e-9)
    assert (found.low, found.high) == pytest.approx(np.expm1(theirs.conf_int()[1]), rel=1e-6)
    assert found.p == pytest.approx(theirs.pvalues[1], rel=1e-6)


def test_how_leaves_stray_is_the_slope_of_theil_and_sen():
    stats = pytest.importorskip("scipy.stats")
    rng = np.random.default_rng(4)
    f = np.sort(rng.lognormal(5, 1, 240))
    a = np.maximum(f + 0.4 * f**0.75 * rng.normal(0, 1, 240), 0)
    x, y = (np.log([np.median(g) for g in np.array_split(v, 12)]) for v in (f, (a - f) ** 2))
    assert exponent(f, a) == pytest.approx(stats.theilslopes(y, x).slope, rel=1e-9)

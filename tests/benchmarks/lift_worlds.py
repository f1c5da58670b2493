"""Worlds with a known lift: shops with weekdays, growth and lingering noise, some of which hold a campaign."""

from dataclasses import dataclass, replace

import numpy as np

BEFORE, DAYS, AFTER, SHOPS = 84, 7, 7, 200
START, LENGTH = BEFORE, BEFORE + DAYS + AFTER
WEEKDAYS = np.array([0.92, 0.90, 0.93, 0.97, 1.08, 1.18, 1.06])


@dataclass(frozen=True, slots=True)
class Scenario:
    """What differs from a quiet world; lags and spreads are those of errors in logarithms.

    ``orders`` a day come to a shop of size one, each of its own value: none means that sales are no sum of orders.
    """

    name: str
    treated: int = 40
    controls: int = 160
    least_lift: float = 0.05
    most_lift: float = 0.40
    event: float = 1.0
    drift: float = 0.0
    near_loses: float = 0.0
    pulled: bool = False
    group_lag: float = 0.5
    group_spread: float = 0.03
    shop_spread: float = 0.35
    viral: bool = False
    fat_tails: float = 0.0
    orders: float = 0.0


QUIET = Scenario("quiet")
SCENARIOS = (
    QUIET,
    replace(QUIET, name="platform event +15%", event=1.15),
    replace(QUIET, name="treated grow faster", drift=0.0015),
    replace(QUIET, name="near lose 20% of gain", near_loses=0.2),
    replace(QUIET, name="pull-forward", pulled=True),
    replace(QUIET, name="8 treated, noisy", treated=8, controls=40, shop_spread=0.6),
    replace(QUIET, name="no effect", least_lift=0.0, most_lift=0.0),
    replace(QUIET, name="rough group swings", group_lag=0.8, group_spread=0.06),
    replace(QUIET, name="viral days", viral=True),
    replace(QUIET, name="fat tails", fat_tails=0.15),
    replace(QUIET, name="few orders a day", controls=30, shop_spread=0.2, orders=4.0),
)
STRAYS = 0.9
"""The standard deviation of an order's value over its mean."""


@dataclass(frozen=True, slots=True)
class World:
    """Daily sales (days,) of the groups; ``truth`` is the gross lift, ``net`` that from 7 days before to 7 after.

    ``taken`` is what near shops lost, ``kept`` the lift less that; ``moved`` is the lift with a platform event on top.
    """

    treated: np.ndarray
    control: np.ndarray
    near: np.ndarray
    far: np.ndarray
    truth: float
    net: float
    taken: float
    kept: float
    moved: float


def world(scenario: Scenario, seed: int) -> World:
    """Return the world of a seed; near and far are the two halves of the control group."""
    rng = np.random.default_rng(seed)
    base, treated = _sales(scenario, rng)
    lifts = np.ones((LENGTH, base.shape[1]))
    lift = rng.uniform(scenario.least_lift, scenario.most_lift) if scenario.most_lift else 0.0
    each = lift * rng.normal(1, 0.3, int(treated.sum()))
    lifts[np.ix_(range(START, START + DAYS), np.flatnonzero(treated))] = 1 + each
    if scenario.pulled:
        for first, last in ((START - 3, START), (START + DAYS, START + DAYS + 7)):
            lifts[first:last, treated] *= 0.9
    seen = base * lifts
    inside = slice(START, START + DAYS)
    near = np.flatnonzero(~treated)[::2]
    gained = float((seen - base)[inside][:, treated].sum())
    lost = scenario.near_loses * gained
    if lost:
        seen[inside, near] -= base[inside][:, near] * lost / base[inside][:, near].sum()
    expected = float(base[inside][:, treated].sum())
    around = slice(START - 7, START + DAYS + 7)
    far = np.setdiff1d(np.flatnonzero(~treated), near)
    return World(
        treated=seen[:, treated].sum(axis=1),
        control=seen[:, ~treated].sum(axis=1),
        near=seen[:, near].sum(axis=1),
        far=seen[:, far].sum(axis=1),
        truth=gained / expected,
        net=float((seen - base)[around][:, treated].sum()) / expected,
        taken=-lost / float(base[inside][:, near].sum()),
        kept=(gained - lost) / expected,
        moved=(1 + gained / expected) * scenario.event - 1,
    )


def _sales(scenario: Scenario, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Return what every shop would sell without a campaign, shape (days, shops), and which are treated."""
    shops = scenario.treated + scenario.controls
    sizes = rng.lognormal(0, 1, shops)
    chosen = rng.choice(shops, scenario.treated, replace=False, p=sizes / sizes.sum())
    treated = np.isin(np.arange(shops), chosen)
    day = np.arange(LENGTH)
    logs = np.log(WEEKDAYS[day % 7]) + 0.001 * day + _lingering(0.5, 0.06, 1, rng)[:, 0]
    groups = _lingering(scenario.group_lag, scenario.group_spread, 2, rng)
    logs = logs[:, None] + groups[:, treated.astype(int)] + _lingering(0.3, scenario.shop_spread, shops, rng)
    logs[:, treated] += scenario.drift * day[:, None]
    if scenario.event != 1:
        logs[START : START + DAYS] += np.log(scenario.event)
    if scenario.fat_tails:
        logs += scenario.fat_tails * rng.standard_t(3, logs.shape)
    base = 1000 * sizes * np.exp(logs)
    if scenario.viral:
        for at in rng.choice(BEFORE, 3, replace=False):
            base[at, rng.choice(np.flatnonzero(treated), 2, replace=False)] *= 6
    return (_in_orders(scenario, base, rng) if scenario.orders else base), treated


def _in_orders(scenario: Scenario, base: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Return sales as sums of orders that come by chance, ``base`` being what is to be expected of a shop's day."""
    values = STRAYS**-2 * rng.poisson(base * scenario.orders / 1000)
    return rng.standard_gamma(values) * STRAYS**2 * 1000 / scenario.orders


def _lingering(lag: float, spread: float, series: int, rng: np.random.Generator) -> np.ndarray:
    """Return errors that carry ``lag`` of yesterday's, of standard deviation ``spread``, shape (days, series)."""
    steps = rng.normal(0, 1, (LENGTH, series))
    path = np.empty_like(steps)
    path[0] = steps[0]
    for day in range(1, LENGTH):
        path[day] = lag * path[day - 1] + np.sqrt(1 - lag * lag) * steps[day]
    return spread * path

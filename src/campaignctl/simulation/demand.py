"""How many orders a shop is to expect in each hour: what moves the market, what moves the shop, what the campaign does.

All shops share the weekday, a slow growth and the market's lingering ups and downs; the campaign's shops and those
beside it drift a little apart, and every shop has good and bad days of its own. That is why a comparison is worth
something, and why it is not exact.
"""

from datetime import datetime, timedelta

import numpy as np
from numpy.typing import NDArray

from campaignctl.simulation.causes import CONVERSION, EVENT, TRAFFIC, UNDER_PLAN
from campaignctl.simulation.world import BEFORE, CAMPAIGN, DAYS, FIRST_DAY, NEAR, Shop, World

Rates = NDArray[np.float64]

WEEKDAYS = np.array([0.92, 0.90, 0.93, 0.97, 1.10, 1.15, 1.03])
HOURS = np.array([2, 1, 1, 1, 1, 1, 2, 3, 4, 5, 6, 6, 6, 6, 5, 5, 6, 7, 9, 11, 12, 10, 7, 4], dtype=float)
CAMPAIGN_DAYS = np.array([1.25, 1.05, 1.0, 0.85, 0.85, 1.1])
GROWTH = 0.001
"""Of all shops' orders, a day, in logarithms."""
MARKET, GROUP, SHOP = (0.5, 0.06), (0.5, 0.03), (0.3, 0.20)
"""How much of yesterday's error lingers, and its standard deviation, in logarithms."""
WAITED, STAYED_AWAY = 0.92, 0.94
"""What is left of orders in the three days before the campaign, and in the week after it."""
WAITING_DAYS = 3
TAKEN = 0.85
"""What is left, during the campaign, of the orders of shops beside it."""

PERSUADED = 0.25
"""The part of the campaign's effect, in logarithms, that comes from visitors who would else not have bought."""


def without_campaign(world: World, shop: Shop) -> Rates:
    """Return the orders to expect had there been no campaign, shape (days, 24)."""
    days = len(world.days)
    at = np.arange(days)
    group = int(shop.role != CAMPAIGN)
    log = (at - BEFORE) * GROWTH + np.log(WEEKDAYS[(at + FIRST_DAY.weekday()) % 7])
    log += _lingering(*MARKET, days, (world.seed, 9001))
    log += _lingering(*GROUP, days, (world.seed, 9002, group))
    log += _lingering(*SHOP, days, (world.seed, 9003, shop.number))
    return np.asarray(shop.orders_a_day * np.exp(log)[:, None] * HOURS / HOURS.sum())


def orders_expected(world: World, shop: Shop) -> Rates:
    """Return the orders to expect with the campaign and all that was planted, shape (days, 24)."""
    rates = without_campaign(world, shop)
    inside = slice(BEFORE, BEFORE + DAYS)
    if shop.role == NEAR:
        rates[inside] *= TAKEN
    if shop.role == CAMPAIGN:
        rates[inside] *= shop.lift * (CAMPAIGN_DAYS[:, None] if shop.lift > 1 else 1.0)
        if world.days_after:
            rates[BEFORE - WAITING_DAYS : BEFORE] *= WAITED
            rates[BEFORE + DAYS :] *= STAYED_AWAY
    for cause in world.causes_at(shop, TRAFFIC, CONVERSION, UNDER_PLAN, EVENT):
        rates.reshape(-1)[hour_of(cause.starts) : hour_of(cause.ends)] *= cause.amount
    return rates


def conversion_expected(world: World, shop: Shop) -> Rates:
    """Return how many of a shop's visitors buy, against its usual, shape (days, 24); what else moves brings visitors."""
    factors = np.ones((len(world.days), 24))
    if shop.role == CAMPAIGN:
        factors[BEFORE : BEFORE + DAYS] = shop.lift**PERSUADED
    for cause in world.causes_at(shop, CONVERSION):
        factors.reshape(-1)[hour_of(cause.starts) : hour_of(cause.ends)] *= cause.amount
    return factors


def hour_of(moment: datetime) -> int:
    """Return the hours from the world's first midnight to a local time."""
    return (moment - datetime.combine(FIRST_DAY, datetime.min.time())) // timedelta(hours=1)


def _lingering(lag: float, spread: float, days: int, seed: tuple[int, ...]) -> Rates:
    """Return errors of standard deviation ``spread`` that carry ``lag`` of yesterday's; more days change no earlier."""
    steps = np.random.default_rng(seed).normal(0, 1, days)
    path = np.empty(days)
    path[0] = steps[0]
    for day in range(1, days):
        path[day] = lag * path[day - 1] + np.sqrt(1 - lag * lag) * steps[day]
    return spread * path

"""Ordinary trade: shops that sell, stream, are seen and give discounts as usual, day after day, without any campaign.

Market, shop and product swing, and their swings linger from day to day, as real ones do.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

import numpy as np
import pandas as pd

SHOPS, PRODUCTS, DAYS, BEFORE = 24, 4, 7, 84
CHANNELS = ("LIVE", "Video", "Product card")
START = date(2026, 9, 18)
FIRST = START - timedelta(days=BEFORE + 7)
LENGTH = BEFORE + 7 + DAYS
DEPTHS = np.array([0.05, 0.08, 0.12])
"""What a shop takes off the list price on a day: the least of it is what it promises for a campaign."""
_WEEKDAYS = np.array([0.92, 0.90, 0.93, 0.97, 1.08, 1.18, 1.06])
_HOURS = np.array([2, 1, 1, 1, 1, 1, 2, 3, 4, 5, 6, 6, 6, 6, 5, 5, 6, 7, 9, 11, 12, 10, 7, 4], float)
_BY_CHANNEL = np.array([0.25, 0.20, 0.55])
_CONVERSION = np.array([0.08, 0.03, 0.04])


@dataclass(frozen=True, slots=True, eq=False)
class Trade:
    """Order lines of ordinary days: ``day`` counts from the first, ``shop`` from 0; streams as (shop, day, columns).

    ``visits`` counts visitors, shape (days, shops, products, channels); ``listed`` are list prices in minor units,
    shape (shops, products).
    """

    lines: pd.DataFrame
    streams: pd.DataFrame
    visits: np.ndarray
    listed: np.ndarray


@cache
def ordinary(seed: int, orders_a_day: float = 9.0) -> Trade:
    """Return a world of shops that trade as usual, with swings of market, shop and product that linger."""
    rng = np.random.default_rng([seed, 41])
    sizes = rng.lognormal(0, 0.6, SHOPS)
    taste = rng.dirichlet(np.full(PRODUCTS, 4.0), SHOPS)
    listed = rng.integers(9, 60, (SHOPS, PRODUCTS)) * 100
    day = np.arange(LENGTH)
    market = np.log(_WEEKDAYS[(day + FIRST.weekday()) % 7]) + 0.001 * day + _lingering(0.5, 0.06, 1, rng)[:, 0]
    swing = _lingering(0.3, 0.25, SHOPS, rng)
    usual = orders_a_day * sizes / sizes.mean()
    count = rng.poisson(usual * np.exp(market[:, None] + swing))
    days, shops = (np.repeat(each.ravel(), count.ravel()) for each in np.indices(count.shape))
    lines = _lines(days, shops, taste, listed, rng)
    seen = usual * np.exp(market[:, None] + 0.8 * swing + _lingering(0.4, 0.12, SHOPS, rng))
    return Trade(lines, _streams(rng), _visits(seen[:, :, None] * taste, lines, rng), listed)


def _lines(
    days: np.ndarray, shops: np.ndarray, taste: np.ndarray, listed: np.ndarray, rng: np.random.Generator
) -> pd.DataFrame:
    many = len(days)
    product = (rng.random(many)[:, None] > taste[shops].cumsum(axis=1)[:, :-1]).sum(axis=1)
    quantity = rng.choice([1, 2, 3], many, p=[0.86, 0.11, 0.03])
    level = np.digitize(_lingering(0.6, 1.0, SHOPS, rng), [-0.43, 0.43])
    before = listed[shops, product] * quantity
    off = np.round(before * DEPTHS[level[days, shops]]).astype(int)
    after = before - off
    fate = rng.random(many)
    return pd.DataFrame(
        {
            "day": days,
            "shop": shops,
            "product": product,
            "second": rng.choice(24, many, p=_HOURS / _HOURS.sum()) * 3600 + rng.integers(0, 3600, many),
            "status": np.where(fate < 0.03, "cancelled", "completed"),
            "channel": rng.choice(CHANNELS, many, p=_BY_CHANNEL),
            "quantity": quantity,
            "subtotal_before_discount": before,
            "seller_discount": off - off // 4,
            "platform_discount": off // 4,
            "subtotal_after_discount": after,
            "order_amount": after + 499,
            "order_refund": np.where((fate > 0.03) & (fate < 0.07), after + 499, 0),
        }
    )


def _visits(seen: np.ndarray, lines: pd.DataFrame, rng: np.random.Generator) -> np.ndarray:
    """Return how many came to see each product by each channel; at least those who bought."""
    came = rng.poisson(seen[..., None] * _BY_CHANNEL / _CONVERSION)
    bought = np.zeros_like(came)
    channel = lines["channel"].map({name: at for at, name in enumerate(CHANNELS)})
    np.add.at(bought, (lines["day"], lines["shop"], lines["product"], channel), 1)
    return np.maximum(came, bought)


def _streams(rng: np.random.Generator) -> pd.DataFrame:
    """Return one stream a day of every third shop; what it sells per view varies as streams do."""
    day, shop = (each.ravel() for each in np.meshgrid(np.arange(LENGTH), np.arange(0, SHOPS, 3)))
    many = len(day)
    views = rng.integers(2500, 9000, many)
    return pd.DataFrame(
        {
            "day": day,
            "shop": shop,
            "duration": rng.integers(6600, 7500, many),
            "direct_gmv": np.round(views * 30 * np.exp(rng.normal(0, 0.35, many))).astype(int),
            "orders": rng.integers(20, 60, many),
            "views": views,
            "product_clicks": views // 10,
            "product_impressions": views * 4,
            "peak_viewers": views // 20,
        }
    )


def _lingering(lag: float, spread: float, series: int, rng: np.random.Generator) -> np.ndarray:
    """Return errors that carry ``lag`` of yesterday's, of standard deviation ``spread``, shape (days, series)."""
    steps = rng.normal(0, 1, (LENGTH, series))
    path = np.empty_like(steps)
    path[0] = steps[0]
    for day in range(1, LENGTH):
        path[day] = lag * path[day - 1] + np.sqrt(1 - lag * lag) * steps[day]
    return spread * path

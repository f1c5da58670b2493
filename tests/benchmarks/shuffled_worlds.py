"""Worlds in which nothing happened: the days of ordinary trade permuted within their weekday, the roles of shops too.

Whatever a report finds in one of them it found in noise. No targets are set and
no stock is kept: a missed plan is a fact about the plan, and cannot be found by chance.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import numpy as np
import pandas as pd

from campaignctl.domain.campaign import Campaign, Seller, Window
from campaignctl.domain.frames import ORDER_LINES, STREAMS, shaped
from campaignctl.stages.report import ReportInputs

ZONE = ZoneInfo("America/Los_Angeles")
SHOPS, PRODUCTS, DAYS, BEFORE = 24, 4, 7, 84
CATEGORIES = ("Beauty", "Fashion", "Home", "Sports", "Toys", "Kitchen")
CHANNELS = ("LIVE", "Video", "Product card")
START = date(2026, 9, 18)
FIRST = START - timedelta(days=BEFORE + 7)
LENGTH = BEFORE + 7 + DAYS
WEEKDAYS = np.array([0.92, 0.90, 0.93, 0.97, 1.08, 1.18, 1.06])
HOURS = np.array([2, 1, 1, 1, 1, 1, 2, 3, 4, 5, 6, 6, 6, 6, 5, 5, 6, 7, 9, 11, 12, 10, 7, 4], float)


@dataclass(frozen=True, slots=True, eq=False)
class Trade:
    """Order lines of ordinary days: ``day`` counts from the first, ``shop`` from 0; streams as (shop, day, columns)."""

    lines: pd.DataFrame
    streams: pd.DataFrame


@cache
def ordinary(seed: int, orders_a_day: float = 9.0) -> Trade:
    """Return a world of shops that trade as usual, with swings of market, shop and product that linger."""
    rng = np.random.default_rng([seed, 41])
    sizes = rng.lognormal(0, 0.6, SHOPS)
    day = np.arange(LENGTH)
    logs = np.log(WEEKDAYS[(day + FIRST.weekday()) % 7]) + 0.001 * day + _lingering(0.5, 0.06, 1, rng)[:, 0]
    shop_day = orders_a_day * sizes / sizes.mean() * np.exp(logs[:, None] + _lingering(0.3, 0.25, SHOPS, rng))
    count = rng.poisson(shop_day)
    days, shops = (np.repeat(each.ravel(), count.ravel()) for each in np.indices(count.shape))
    return Trade(_lines(days, shops, rng), _streams(rng))


def _lines(days: np.ndarray, shops: np.ndarray, rng: np.random.Generator) -> pd.DataFrame:
    many = len(days)
    taste = rng.dirichlet(np.full(PRODUCTS, 4.0), SHOPS)
    listed = rng.integers(900, 6000, (SHOPS, PRODUCTS))
    product = (rng.random(many)[:, None] > taste[shops].cumsum(axis=1)[:, :-1]).sum(axis=1)
    quantity = rng.choice([1, 2, 3], many, p=[0.86, 0.11, 0.03])
    depth = np.clip(0.08 + _lingering(0.6, 0.02, SHOPS, rng)[days, shops], 0, 0.5)
    before = listed[shops, product] * quantity
    off = np.round(before * depth).astype(int)
    after = before - off
    fate = rng.random(many)
    return pd.DataFrame(
        {
            "day": days,
            "shop": shops,
            "product": product,
            "second": rng.choice(24, many, p=HOURS / HOURS.sum()) * 3600 + rng.integers(0, 3600, many),
            "status": np.where(fate < 0.03, "cancelled", "completed"),
            "channel": rng.choice(CHANNELS, many, p=[0.25, 0.2, 0.55]),
            "quantity": quantity,
            "subtotal_before_discount": before,
            "seller_discount": off - off // 4,
            "platform_discount": off // 4,
            "subtotal_after_discount": after,
            "order_amount": after + 499,
            "order_refund": np.where((fate > 0.03) & (fate < 0.07), after + 499, 0),
        }
    )


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


def shuffled(seed: int, orders_a_day: float = 9.0) -> ReportInputs:
    """Return the report's inputs of one shuffle: days permuted within their weekday, roles permuted over shops."""
    rng = np.random.default_rng([seed, 43])
    trade, moved, roles = ordinary(seed // 10, orders_a_day), _permuted_days(rng), rng.permutation(SHOPS)
    taking_part = sorted(int(shop) for shop in roles[: SHOPS // 2])
    sellers = tuple(
        Seller(
            _id(shop),
            f"Shop {shop}",
            _category(shop),
            "Growth",
            "Campaign" if shop in taking_part else "Comparison",
            None,
        )
        for shop in range(SHOPS)
    )
    campaign = Campaign("Nothing Days", "ND26", "tiktok_shop/us", ZONE.key, "USD", _window(), sellers=sellers)
    return ReportInputs(
        campaign=campaign,
        as_of=_window().end + timedelta(days=7),
        order_lines=_order_lines(trade.lines, moved),
        streams=_stream_list(trade.streams, moved, taking_part),
        registered=_registered(taking_part),
        marketplace="TikTok Shop US",
    )


def _permuted_days(rng: np.random.Generator) -> np.ndarray:
    """Return for each day the day it is moved to: another of the same weekday."""
    moved = np.arange(LENGTH)
    for weekday in range(7):
        same = np.arange(weekday, LENGTH, 7)
        moved[same] = rng.permutation(same)
    return moved


def _order_lines(lines: pd.DataFrame, moved: np.ndarray) -> pd.DataFrame:
    local, words = _moments(moved[lines["day"].to_numpy()], lines["second"].to_numpy())
    shop, product = lines["shop"], lines["product"]
    return shaped(
        lines.assign(
            seller_id=shop.map(_id),
            order_id=[f"O{number:07d}" for number in range(len(lines))],
            sku_id=[f"K-{s}-{p}" for s, p in zip(shop, product, strict=True)],
            product_id=[f"P-{s}-{p}" for s, p in zip(shop, product, strict=True)],
            product_name=[f"Product {s}-{p}" for s, p in zip(shop, product, strict=True)],
            line_kind="sale",
            created=local,
            paid=local,
            created_day=words,
            paid_day=words,
            file="exports/orders.csv",
            row=np.arange(len(lines)) + 2,
        ),
        ORDER_LINES,
    )


def _stream_list(streams: pd.DataFrame, moved: np.ndarray, taking_part: list[int]) -> pd.DataFrame:
    mine = streams[streams["shop"].isin(taking_part)].reset_index(drop=True)
    started, words = _moments(moved[mine["day"].to_numpy()], np.full(len(mine), 19 * 3600) + mine["shop"].to_numpy())
    named = {
        "seller_id": mine["shop"].map(_id),
        "title": [f"LIVE {s} {d}" for s, d in zip(mine["shop"], words, strict=True)],
    }
    return shaped(
        mine.assign(**named, started=started, started_day=words, file="exports/live.xlsx", row=mine.index + 4), STREAMS
    )


def _moments(day: np.ndarray, second: np.ndarray) -> tuple[pd.Series, list[str]]:
    start = pd.Timestamp(FIRST)
    local = pd.Series(start + pd.to_timedelta(day, "D") + pd.to_timedelta(second, "s"))
    words = [str(FIRST + timedelta(days=n)) for n in range(LENGTH)]
    return local.dt.tz_localize(ZONE.key).dt.tz_convert("UTC").dt.as_unit("us"), [words[d] for d in day]


def _registered(taking_part: list[int]) -> pd.DataFrame:
    """Return every SKU of the shops that take part."""
    rows = [
        {
            "seller_id": _id(shop),
            "sku_id": f"K-{shop}-{product}",
            "product_id": f"P-{shop}-{product}",
            "product_name": f"Product {shop}-{product}",
            "category": _category(shop),
        }
        for shop in taking_part
        for product in range(PRODUCTS)
    ]
    return pd.DataFrame(rows)


def _window() -> Window:
    start = datetime(START.year, START.month, START.day, tzinfo=ZONE)
    return Window(start, start + timedelta(days=DAYS))


def _id(shop: int) -> str:
    return f"S-{shop:03d}"


def _category(shop: int) -> str:
    return CATEGORIES[shop % len(CATEGORIES)]


def _lingering(lag: float, spread: float, series: int, rng: np.random.Generator) -> np.ndarray:
    """Return errors that carry ``lag`` of yesterday's, of standard deviation ``spread``, shape (days, series)."""
    steps = rng.normal(0, 1, (LENGTH, series))
    path = np.empty_like(steps)
    path[0] = steps[0]
    for day in range(1, LENGTH):
        path[day] = lag * path[day - 1] + np.sqrt(1 - lag * lag) * steps[day]
    return spread * path

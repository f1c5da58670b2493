"""Worlds in which nothing happened: the days of ordinary trade permuted within their weekday, the roles of shops too.

Whatever a report finds in one of them it found in noise, but for facts: that a target was missed stays true, however
the days are dealt.
"""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import numpy as np
import pandas as pd
from shuffled_plans import Plan, category_of, events, id_of, lock_of, plan_of, prices_of, registered
from shuffled_trade import BEFORE, CHANNELS, DAYS, FIRST, LENGTH, PRODUCTS, SHOPS, START, Trade, ordinary

from campaignctl.domain.campaign import Campaign, Seller, Window
from campaignctl.domain.export_frames import ORDER_LINES, PRODUCT_TRAFFIC, STREAMS
from campaignctl.domain.frames import shaped
from campaignctl.stages.report import ReportInputs

ZONE = ZoneInfo("America/Los_Angeles")
_LISTED_FROM = (BEFORE - 7, BEFORE + 7)
"""First days of the two product lists: the campaign's own, and as many days two weeks earlier."""


def shuffled(seed: int, orders_a_day: float = 9.0) -> ReportInputs:
    """Return the report's inputs of one shuffle: days permuted within their weekday, roles permuted over shops.

    Every second world has no product lists: what is told from orders alone is then tried.
    """
    rng = np.random.default_rng([seed, 43])
    trade, moved, roles = ordinary(seed // 10, orders_a_day), _permuted_days(rng), rng.permutation(SHOPS)
    taking_part = sorted(int(shop) for shop in roles[: SHOPS // 2])
    plan = plan_of(trade, taking_part, rng)
    listed, streams = registered(taking_part, trade, plan), _stream_list(trade.streams, moved, taking_part)
    lock = lock_of(listed, streams, _window())
    sellers, window = _sellers(taking_part, plan), _window()
    campaign = Campaign(
        "Nothing Days", "ND26", "tiktok_shop/us", ZONE.key, "USD", window, sellers=sellers, targets=plan.targets
    )
    return ReportInputs(
        campaign=campaign,
        as_of=window.end + timedelta(days=7),
        order_lines=_order_lines(trade.lines, moved),
        streams=streams,
        traffic=_product_lists(trade, moved) if seed % 2 == 0 else None,
        registered=listed,
        marketplace="TikTok Shop US",
        lock=lock,
        prices=prices_of(lock),
        events=events(window, taking_part),
    )


def _sellers(taking_part: list[int], plan: Plan) -> tuple[Seller, ...]:
    return tuple(
        Seller(
            id_of(shop),
            f"Shop {shop}",
            category_of(shop),
            "Growth",
            "Campaign" if shop in taking_part else "Comparison",
            plan.by_shop.get(shop),
        )
        for shop in range(SHOPS)
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
            seller_id=shop.map(id_of),
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
        "seller_id": mine["shop"].map(id_of),
        "title": [f"LIVE {s} {d}" for s, d in zip(mine["shop"], words, strict=True)],
    }
    return shaped(
        mine.assign(**named, started=started, started_day=words, file="exports/live.xlsx", row=mine.index + 4), STREAMS
    )


def _product_lists(trade: Trade, moved: np.ndarray) -> pd.DataFrame:
    """Return the product lists of all shops over both periods: what was seen and bought on the days moved there."""
    lines = trade.lines.assign(now=moved[trade.lines["day"].to_numpy()])
    lists = []
    for first in _LISTED_FROM:
        within = (moved >= first) & (moved < first + DAYS)
        frame = pd.DataFrame(
            [
                {"seller_id": id_of(shop), "product_id": f"P-{shop}-{product}", "shop": shop, "product": product}
                for shop in range(SHOPS)
                for product in range(PRODUCTS)
            ]
        )
        for at, (word, channel) in enumerate(zip(("live", "video", "card"), CHANNELS, strict=True)):
            frame[f"{word}_unique_page_views"] = trade.visits[within, :, :, at].sum(axis=0).ravel()
            sold = lines[(lines["now"] >= first) & (lines["now"] < first + DAYS) & (lines["channel"] == channel)]
            by = sold.groupby(["shop", "product"]).agg(
                customers=("quantity", "size"), items_sold=("quantity", "sum"), gmv=("subtotal_after_discount", "sum")
            )
            told = by.reindex(pd.MultiIndex.from_frame(frame[["shop", "product"]]), fill_value=0).reset_index(drop=True)
            frame = frame.join(told.add_prefix(f"{word}_"))
        start, end = (FIRST + timedelta(days=day) for day in (first, first + DAYS - 1))
        lists.append(frame.assign(first_day=str(start), last_day=str(end), file="exports/products.xlsx"))
    return shaped(pd.concat(lists, ignore_index=True), PRODUCT_TRAFFIC)


def _moments(day: np.ndarray, second: np.ndarray) -> tuple[pd.Series, list[str]]:
    start = pd.Timestamp(FIRST)
    local = pd.Series(start + pd.to_timedelta(day, "D") + pd.to_timedelta(second, "s"))
    words = [str(FIRST + timedelta(days=n)) for n in range(LENGTH)]
    return local.dt.tz_localize(ZONE.key).dt.tz_convert("UTC").dt.as_unit("us"), [words[d] for d in day]


def _window() -> Window:
    start = datetime(START.year, START.month, START.day, tzinfo=ZONE)
    return Window(start, start + timedelta(days=DAYS))

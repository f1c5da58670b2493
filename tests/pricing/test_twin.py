"""The engine and its twin agree on every price of every promotion set, stretch by stretch and funder by funder."""

import random
from collections import defaultdict
from datetime import timedelta
from functools import cache
from itertools import pairwise

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from campaignctl.marketplaces.load import load
from campaignctl.pricing.paths import price_paths
from campaignctl.pricing.survey import View

from . import bazaar, shopee
from .twin import TIKTOK_US, Shop
from .worlds import Dice, frames, items, reaching, world

SETS = 40
"""How many worlds of several promotion sets each are tried; a thousand take about five minutes."""

US_TOOLS = tuple(TIKTOK_US.tools)
US_COUPONS = (("Seller", "seller_coupon"), ("Follower", "follower_coupon"), ("New customer", "target_coupon"), ("Repeat customer", "target_coupon"), ("Promo code", "seller_coupon"), ('Auto ("addon")', "seller_coupon"))  # fmt: skip
US_PRICES = ("live_flash_deal", "campaign_price", "flash_deal", "product_discount")


@cache
def profile_of(name):
    return load(name)


def agree(market, profile, currency, world):
    promotions, coupons, lines = world
    paths = price_paths(frames(promotions, coupons, lines), profile, currency)
    for view in (View.WORST, View.SHELF, View.LEANEST):
        told = paths.segments(view)
        rows = defaultdict(list)
        for row in told.to_dict("records"):
            rows[row["seller_id"], row["product_id"], "" if pd.isna(row["sku_id"]) else row["sku_id"]].append(row)
        for item in items(lines):
            listed = min(x["list_price"] for x in lines if (x["seller_id"], x["product_id"], x["sku_id"]) == item)
            shop = Shop(market, listed, reaching(item, promotions, coupons, lines))
            check(shop, view, rows[item[0], item[1], item[2] or ""], market)


def check(shop, view, rows, market):
    if shop.window() is None:
        assert rows == []
        return
    moments = shop.moments()
    assert [(row["starts"], row["ends"]) for row in rows] == list(pairwise(moments))
    answer = {View.WORST: shop.worst, View.SHELF: shop.shelf, View.LEANEST: shop.leanest}[view]
    for row in rows:
        moment, last = row["starts"].to_pydatetime(), row["ends"].to_pydatetime() - timedelta(microseconds=1)
        assert told(row, market) == expected(answer(moment), shop.beside(moment))
        assert all(shop.running(moment, who) == shop.running(last, who) for who in market.audiences)


def told(row, market):
    cuts = {layer: row[f"off_{layer}"] for layer, how in market.layers if how in {"best one", "all"}}
    by = None if pd.isna(row["price_by"]) else row["price_by"]
    numbers = tuple(row[key] for key in ("pays", "off_by_seller", "off_by_platform", "kept", "fees"))
    return (row["audience"], row["units"], row["list_price"], row["product_price"], by, cuts, *numbers, words(row["made_by"]), row["unclear"], set(words(row["beside"])))  # fmt: skip


def words(joined):
    return tuple(filter(None, joined.split("; ")))


def expected(r, beside):
    return (r.audience, r.units, r.listed, r.product_price, r.price_by, r.cuts, r.pays, r.seller, r.platform, r.kept, r.fees, r.promotions, r.unclear, beside)  # fmt: skip


@settings(max_examples=SETS, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(st.integers(min_value=0))
def test_every_price_of_a_us_campaign_is_the_twin_s(seed):
    dice = Dice(random.Random(seed), US_TOOLS, US_COUPONS, US_PRICES)  # noqa: S311 - dice
    agree(TIKTOK_US, profile_of("TikTok Shop US"), "USD", world(dice, shops=dice.random.randrange(1, 9)))


@settings(max_examples=SETS // 2, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(st.integers(min_value=0))
def test_every_price_of_the_second_marketplace_is_the_twin_s(seed):
    dice = Dice(random.Random(seed), shopee.TOOLS, shopee.COUPONS, shopee.PRICES)  # noqa: S311 - dice
    agree(shopee.VN, profile_of("Shopee VN"), "VND", world(dice, shops=dice.random.randrange(1, 9)))


@pytest.fixture(scope="module")
def made_up(tmp_path_factory):
    """Hypothesis asks for the profile over and over: it is read once, and called for, so that failures stay short."""
    read = bazaar.profile(tmp_path_factory.mktemp("bazaar"))
    return lambda: read


@settings(max_examples=SETS // 2, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(min_value=0))
def test_every_price_of_another_marketplace_is_the_twin_s(made_up, seed):
    dice = Dice(random.Random(seed), bazaar.TOOLS, bazaar.COUPONS, bazaar.PRICES)  # noqa: S311 - dice
    agree(bazaar.MARKET, made_up(), "IDR", world(dice, shops=dice.random.randrange(1, 9)))

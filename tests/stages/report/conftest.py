"""A small invented campaign: four shops, three categories, six days and eight weeks before them."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import pandas as pd
import pytest

from campaignctl.domain.campaign import Campaign, Seller, Target, Window
from campaignctl.domain.document import Document, Input
from campaignctl.domain.export_frames import ORDER_LINES, STREAMS
from campaignctl.domain.frames import shaped
from campaignctl.domain.observations import Kind, Observation, Place
from campaignctl.stages.report import ReportInputs, report

ZONE = ZoneInfo("America/Los_Angeles")
START, END = datetime(2026, 11, 20, tzinfo=ZONE), datetime(2026, 11, 26, tzinfo=ZONE)
SHOPS = {  # id: name, category, share of the day's orders, change in the campaign, target in dollars
    "S-001": ("Lantern & Sons", "Beauty", 30, 2.0, 95_000),
    "S-002": ("Blue Orchard", "Home & Kitchen", 22, 1.5, 60_000),
    "S-003": ("Quiet Harbour", "Toys", 14, 0.7, 38_000),
    "S-004": ("Old Thimble", "Beauty", 9, 1.6, None),
}
CATEGORY_TARGETS = {"Beauty": 110_000, "Home & Kitchen": 60_000, "Toys": 38_000}


def order(shop: str, day: date, number: int, boost: float) -> list[dict[str, object]]:
    """One order of two lines, the second of a SKU that is not registered."""
    paid = datetime(day.year, day.month, day.day, 9 + number % 12, number % 60, tzinfo=ZONE)
    order_id = f"{shop[-1]}{day:%y%m%d}{number:04d}"
    status = "cancelled" if number % 17 == 5 else "completed"
    price = 2_000 + 137 * (number % 23) + day.day
    value = round(price * boost)
    shared = {
        "seller_id": shop,
        "order_id": order_id,
        "status": status,
        "line_kind": "sale",
        "created": paid,
        "paid": paid,
        "paid_day": str(day),
        "created_day": str(day),
        "file": f"exports/{shop}/orders.csv",
        "row": number + 2,
    }
    first = {
        **shared,
        "sku_id": f"{shop[-1]}00{number % 5}",
        "product_id": f"P-{shop[-1]}{number % 5}",
        "product_name": f"Product {shop[-1]}{number % 5}",
        "quantity": 1 + number % 2,
        "subtotal_before_discount": value + 700,
        "seller_discount": 500,
        "platform_discount": 200,
        "subtotal_after_discount": value,
        "order_amount": value + 1_000 + 300,
        "order_refund": value // 2 if number % 19 == 3 else 0,
    }
    second = {
        **shared,
        "sku_id": f"{shop[-1]}99",
        "product_id": f"P-{shop[-1]}9",
        "product_name": "Something else",
        "quantity": 1,
        "subtotal_before_discount": 1_000,
        "seller_discount": 0,
        "platform_discount": 0,
        "subtotal_after_discount": 1_000,
    }
    return [first, second] if number % 3 == 0 else [first]


def lines(shops: dict = SHOPS, weeks: int = 8, until: datetime = END) -> pd.DataFrame:
    rows: list[dict[str, object]] = []
    for day in (START.date() + timedelta(days=n) for n in range(-7 * weeks, 6)):
        within = START.date() <= day
        for shop, (_, _, orders, change, _) in shops.items():
            weekday = 1.3 if day.weekday() in {5, 6} else 1.0
            count = round(orders * weekday * (change if within else 1.0))
            for number in range(count):
                rows += order(shop, day, number, 1.0)
    frame = shaped(pd.DataFrame(rows), ORDER_LINES)
    return frame[frame["paid"] < until].reset_index(drop=True)


@cache
def ordinary_lines() -> pd.DataFrame:
    return lines()


def registered(shops: dict = SHOPS) -> pd.DataFrame:
    rows = [
        {"seller_id": shop, "sku_id": f"{shop[-1]}00{n}", "product_id": f"P-{shop[-1]}{n}", "category": None}
        for shop in shops
        for n in range(5)
    ]
    return pd.DataFrame(rows).astype("str").where(lambda frame: frame != "None").astype("str")


def streams(count: int = 12) -> pd.DataFrame:
    rows = [
        {
            "seller_id": list(SHOPS)[n % 4],
            "title": f"{list(SHOPS.values())[n % 4][0]} LIVE",
            "started": START + timedelta(hours=10 + 11 * n),
            "duration": 3_600 + 300 * n,
            "direct_gmv": 61_200 - 3_100 * n,
            "orders": 30 - n,
            "views": 3_000 + 411 * (n % 5),
            "product_clicks": 500 + 20 * n,
            "peak_viewers": 90 + n,
            "file": "exports/S-001/live.xlsx",
            "row": n + 4,
        }
        for n in range(count)
    ]
    return shaped(pd.DataFrame(rows), STREAMS)


def campaign(shops: dict = SHOPS, **changes: object) -> Campaign:
    targets = (
        Target("Campaign", "", "GMV", 200_000_00 // 10),
        Target("Campaign", "", "Orders", 700),
        *(Target("Category", name, "GMV", value * 10) for name, value in CATEGORY_TARGETS.items()),
    )
    sellers = tuple(
        Seller(key, name, category, "Growth", "Campaign", None if target is None else target * 10)
        for key, (name, category, _, _, target) in shops.items()
    )
    plain: dict[str, object] = {
        "name": "Lantern Week 2026",
        "code": "LW26",
        "marketplace": "tiktok_shop/us",
        "zone": "America/Los_Angeles",
        "currency": "USD",
        "window": Window(START, END),
        "baseline_from": date(2026, 9, 25),
        "baseline_to": date(2026, 11, 13),
        "targets": targets,
        "sellers": sellers,
    }
    return Campaign(**{**plain, **changes})


def inputs(**changes: object) -> ReportInputs:
    files = tuple(Input(f"exports/{shop}/orders.csv", "0" * 64, 3_000 + n) for n, shop in enumerate(SHOPS))
    plain: dict[str, object] = {
        "campaign": campaign(),
        "as_of": datetime(2026, 12, 2, 9, tzinfo=ZONE),
        "order_lines": None if "order_lines" in changes else ordinary_lines().copy(),
        "streams": streams(),
        "registered": registered(),
        "marketplace": "TikTok Shop US",
        "observations": (Observation(Kind.NULLED, Place("exports/S-001/orders.csv", "", 7, "Quantity", "L7"), "x"),),
        "inputs": files,
    }
    return ReportInputs(**{**plain, **changes})


@pytest.fixture(scope="session")
def build() -> Callable[..., ReportInputs]:
    return inputs


@pytest.fixture(scope="session")
def ordinary(build: Callable[..., ReportInputs]) -> Document:
    """The report of the campaign as it stands, for tests that change nothing of it."""
    return report(build())


@pytest.fixture(scope="session")
def make_campaign() -> Callable[..., Campaign]:
    return campaign


@pytest.fixture(scope="session")
def make_lines() -> Callable[..., pd.DataFrame]:
    return lines


@pytest.fixture(scope="session")
def make_streams() -> Callable[..., pd.DataFrame]:
    return streams


@pytest.fixture(scope="session")
def make_registered() -> Callable[..., pd.DataFrame]:
    return registered

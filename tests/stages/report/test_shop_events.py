"""An event that the sheet Changes notes of one shop is held against that shop's own pace, to the hour."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import numpy as np
import pandas as pd
import pytest

from campaignctl.domain.campaign import Campaign, Seller, Window
from campaignctl.domain.events import NotedEvent
from campaignctl.domain.export_frames import ORDER_LINES
from campaignctl.domain.frames import shaped
from campaignctl.stages.report import ReportInputs, report

ZONE = ZoneInfo("America/Los_Angeles")
START, DAYS = datetime(2026, 11, 20, tzinfo=ZONE), 6
AT = START + timedelta(days=3, hours=18)
SHOPS = {"S-1": 1.0, "S-2": 6.0, "S-3": 6.0}
"""Orders an hour."""


def orders(factor, *, hours=24):
    """Orders of eight weeks and the campaign, S-1's multiplied by ``factor`` for some hours from ``AT`` on."""
    rng = np.random.default_rng(8)
    rows = []
    for hour in range(-56 * 24, DAYS * 24):
        moment = START + timedelta(hours=hour, minutes=30)
        for shop, rate in SHOPS.items():
            now = factor if shop == "S-1" and AT <= moment < AT + timedelta(hours=hours) else 1.0
            rows += [(shop, moment)] * rng.poisson(rate * now)
    return shaped(
        pd.DataFrame(
            {
                "seller_id": [shop for shop, _ in rows],
                "order_id": [str(n) for n in range(len(rows))],
                "sku_id": "1",
                "product_id": "1",
                "status": "completed",
                "line_kind": "sale",
                "quantity": 1,
                "subtotal_after_discount": 2000,
                "paid": [moment for _, moment in rows],
                "created": [moment for _, moment in rows],
                "paid_day": [str(moment.astimezone(ZONE).date()) for _, moment in rows],
            }
        ),
        ORDER_LINES,
    )


def told(order_lines, *events):
    window = Window(START, START + timedelta(days=DAYS))
    sellers = tuple(Seller(shop, f"Shop {shop}", "Beauty", "Growth", "Campaign", None) for shop in SHOPS)
    campaign = Campaign("Deals", "HD", "Market", str(ZONE), "USD", window, sellers=sellers)
    document = report(ReportInputs(campaign, window.end + timedelta(hours=1), order_lines, events=events))
    tables = [part for section in document.sections for part in section.parts if hasattr(part, "rows")]
    cells = (cell for table in tables for row in table.rows for cell in row if hasattr(cell, "parts"))
    return document, [words for cell in cells if "24 hours" in (words := document.words(cell))]


@pytest.mark.parametrize(("factor", "side"), [(4.0, "more"), (0.1, "less")])
def test_a_shop_that_left_its_pace_when_an_event_is_noted_of_it_is_told_with_the_event(factor, side):
    document, said = told(orders(factor), NotedEvent(AT + timedelta(minutes=7), "A viral video.", "S-1"))
    assert said
    assert said[0].startswith("In the 24 hours from Mon Nov 23, 18:00 (A viral video) Shop S-1 took")
    assert said[0].endswith(side)
    due = next(f for name, f in document.figures.items() if name.startswith("insight_count.shop_event_due."))
    assert due.value == pytest.approx(24, abs=6)


def test_an_event_that_moved_nothing_is_not_told_and_one_of_another_shop_neither():
    assert told(orders(1.0), NotedEvent(AT, "A viral video.", "S-1"))[1] == []
    assert told(orders(4.0), NotedEvent(AT, "A viral video.", "S-2"))[1] == []


def test_an_event_outside_the_campaign_or_of_a_shop_without_orders_ends_in_no_error():
    beside = (NotedEvent(START - timedelta(hours=1), "before", "S-1"), NotedEvent(AT, "who is it", "S-9"))
    assert told(orders(1.0), *beside, NotedEvent(START + timedelta(days=DAYS), "after", "S-1"))[1] == []


def test_an_event_in_the_last_hours_is_held_against_those_alone():
    late = START + timedelta(days=DAYS, hours=-5)
    document, _ = told(orders(1.0), NotedEvent(late, "late", "S-1"))
    took = next(f for name, f in document.figures.items() if name.startswith("insight_count.shop_event.s-1"))
    assert took.value < 15

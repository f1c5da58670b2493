"""Reports on days shuffled within their weekday find next to nothing: what they found, they would find in noise."""

import sys
from pathlib import Path

import pandas as pd
import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))

from shuffled_insights import told
from shuffled_worlds import ordinary, shuffled


def test_twenty_reports_on_shuffled_days_hold_at_most_one_insight():
    found = [(seed, one.code, one.tried.key) for seed in range(20) for one in told(seed, orders_a_day=3.0)]
    assert len(found) <= 1, found


@pytest.fixture
def lines() -> pd.DataFrame:
    return shuffled(3, orders_a_day=3.0).order_lines


def test_a_shuffle_keeps_every_line_and_its_weekday(lines):
    before = ordinary(0, 3.0).lines
    assert len(lines) == len(before)
    assert lines["subtotal_after_discount"].sum() == before["subtotal_after_discount"].sum()
    weekdays = pd.to_datetime(lines["paid_day"]).dt.day_of_week.value_counts().to_dict()
    first = pd.Timestamp("2026-06-19").weekday()
    assert weekdays == ((before["day"] + first) % 7).value_counts().to_dict()


def test_another_shuffle_puts_other_days_into_the_campaign(lines):
    other = shuffled(4, orders_a_day=3.0)
    assert other.order_lines["paid_day"].tolist() != lines["paid_day"].tolist()
    assert other.scope.sellers != shuffled(3, orders_a_day=3.0).scope.sellers

"""Money of stock that was not there: a pace takes several sales, and missing units bring no more than they are."""

from datetime import UTC, datetime, timedelta

import pandas as pd

from campaignctl.stages.report.promised.stock import LEAST_LINES, judged_stock

START = datetime(2026, 11, 20, tzinfo=UTC)
END = START + timedelta(days=6)
MOMENTS = pd.Series(pd.date_range(START, END, periods=2000, inclusive="left"))


def judged(*, lines, stock, last):
    """A promise of ``stock`` units of which ``lines`` of $20 were sold, the last so long after the start."""
    sold = {"lines": [lines], "units": [lines], "value": [2000 * lines], "last": [START + last]}
    agreed = {"stock": [stock], "opens": [START], "closes": [END]}
    found = judged_stock(pd.DataFrame(sold), pd.DataFrame(agreed), MOMENTS)
    return found.iloc[0]


def test_one_early_order_is_no_pace_and_no_billions():
    one = judged(lines=1, stock=30, last=timedelta(seconds=5))
    assert not one["stopped"]
    assert one["lost"] == 0


def test_sales_below_the_least_number_are_never_said_to_have_stopped():
    first = timedelta(hours=2)
    assert not judged(lines=LEAST_LINES - 1, stock=30, last=first)["stopped"]
    assert judged(lines=LEAST_LINES, stock=30, last=first)["short"]


def test_missing_units_bring_no_more_than_their_own_price():
    short = judged(lines=20, stock=30, last=timedelta(hours=8))  # at its pace seventeen times as much again
    assert short["missing"] == 10
    assert short["lost"] == 10 * 2000


def test_stock_sold_to_the_end_is_worth_its_whole_pace():
    out = judged(lines=30, stock=30, last=timedelta(days=3))
    assert out["sold_out"]
    assert 30 * 1900 < out["lost"] < 30 * 2100

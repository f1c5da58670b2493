"""Events that the sheet Changes notes of one shop: its orders in the 24 hours from then, and at all other times.

Earlier windows of the campaign's length and weekdays are cut at the same hours: they tell how a shop swings anyway.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta

import narwhals as nw
import numpy as np
import pandas as pd
from numpy.typing import NDArray

from campaignctl.domain.events import NotedEvent
from campaignctl.insights.facts import MONTHS, WEEKDAYS, ShopEvent
from campaignctl.methods.own_pace import swing
from campaignctl.metrics.counting import CAMPAIGN, with_period
from campaignctl.metrics.grouping import grouped
from campaignctl.metrics.lines import ORDERS, VALUE
from campaignctl.metrics.periods import Periods
from campaignctl.stages.report.basis import Basis

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
Amounts = NDArray[np.float64]


def shop_events(basis: Basis, apart: Periods) -> Iterator[ShopEvent]:
    """Yield the events of one shop each in the campaign's time; ``apart`` has each window of the baseline by itself."""
    during = basis.periods.campaign
    noted = [one for one in basis.inputs.events if one.seller and during.start <= one.at < during.end]
    if not noted or basis.lines is None or not basis.tells_hours:
        return
    lines = with_period(basis.lines, "paid", apart).with_columns(hour=nw.col("paid").dt.truncate("1h"))
    hourly = grouped(lines, (ORDERS, VALUE), ["period", "seller_id", "hour"]).dropna(subset=["seller_id"])
    hourly = hourly.assign(hour=pd.to_datetime(hourly["hour"], utc=True))
    for event in noted:
        yield _event(basis, apart, hourly, event)


def _event(basis: Basis, apart: Periods, hourly: pd.DataFrame, event: NotedEvent) -> ShopEvent:
    during = apart.campaign
    since = event.at - (event.at - during.start) % HOUR
    own = hourly["seller_id"].eq(event.seller).fillna(value=False)
    now = hourly["period"].eq(CAMPAIGN) & hourly["hour"].ge(since) & hourly["hour"].lt(since + DAY)
    rest = hourly["period"].eq(CAMPAIGN) & ~now
    usual = swing(*_earlier(apart, hourly, own, since - during.start))
    length = min(since + DAY, during.end) - since
    sums = {
        f"{name}{at}": int(hourly.loc[which & whose, column.name].fillna(0).sum())
        for at, which in (("", now), ("_else", rest))
        for name, whose, column in (("orders", own, ORDERS), ("others", ~own, ORDERS), ("value", own, VALUE))
    }
    return ShopEvent(
        event.seller,
        _words(since.astimezone(basis.inputs.zone)),
        event.what,
        days_else=(during.end - during.start - length) / DAY,
        swing=usual.variance,
        freedom=usual.freedom,
        **sums,
    )


def _earlier(
    apart: Periods, hourly: pd.DataFrame, own: "pd.Series[bool]", offset: timedelta
) -> tuple[Amounts, Amounts]:
    """Return the orders of a shop and of all others in the whole stretches of earlier windows, (windows, stretches)."""
    strata = apart.baseline.strata if apart.baseline else ()
    starts = {number: stratum.windows[0].start for number, stratum in enumerate(strata, start=1)}
    length = apart.campaign.end - apart.campaign.start
    first, last = -(offset // DAY), (length - offset) // DAY  # whole stretches before and after the same hour
    shape = (len(starts), max(last - first, 0))
    found = np.zeros(shape), np.zeros(shape)
    earlier = hourly[hourly["period"].isin(starts)]
    begun = earlier["hour"] - pd.to_datetime(earlier["period"].map(starts), utc=True) - offset
    place = (begun // DAY - first).to_numpy()
    row, inside = earlier["period"].to_numpy(int) - 1, (place >= 0) & (place < shape[1])
    orders, mine = earlier[ORDERS.name].to_numpy(float), own[earlier.index].to_numpy(bool)
    for amounts, whose in zip(found, (mine, ~mine), strict=True):
        which = inside & whose
        np.add.at(amounts, (row[which], place[which]), orders[which])
    return found


def _words(moment: datetime) -> str:
    """Return ``Mon Nov 23, 18:00``."""
    return f"{WEEKDAYS[moment.weekday()]} {MONTHS[moment.month - 1]} {moment.day}, {moment:%H:%M}"

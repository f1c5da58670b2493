"""Sales by day of the campaign and of shops outside it, as far back as the exports reach.

Comparison shops in the campaign's categories are near: the campaign may take sales from them. The others are far, and
only they can say what would have been.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

import narwhals as nw
import numpy as np
import pandas as pd
from numpy.typing import NDArray

from campaignctl.domain.campaign import Window
from campaignctl.metrics.catalogue import by_id
from campaignctl.metrics.counting import Scope, counted_lines
from campaignctl.metrics.grouping import grouped
from campaignctl.metrics.periods import Periods, local_days, midnight
from campaignctl.stages.report.inputs import ReportInputs

Amounts = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Series:
    """GMV a day in minor units from ``first`` on; ``start`` and ``days`` are where the campaign lies in it.

    ``near`` and ``far`` are sums over the comparison shops; ``near_shops`` and ``far_shops`` how many they are.
    """

    first: date
    start: int
    days: int
    campaign: Amounts
    near: Amounts
    far: Amounts
    near_shops: int
    far_shops: int

    @property
    def before(self) -> int:
        """Days before the campaign."""
        return self.start

    def day(self, at: int) -> date:
        """Return the local day at a position."""
        return self.first + timedelta(days=at)

    def since(self, at: int) -> "Series":
        """Return the series from a position before the campaign on."""
        later = {name: getattr(self, name)[at:] for name in ("campaign", "near", "far")}
        return replace(self, first=self.day(at), start=self.start - at, **later)


def series_of(inputs: ReportInputs, first: date, until: datetime) -> Series:
    """Return the series from local day ``first`` to the last whole day before ``until``."""
    whole = _whole(inputs, first, until)
    near, far = _comparison(inputs)
    window = local_days(Window(inputs.window.start, min(inputs.window.end, whole.campaign.end)), inputs.zone)
    return Series(
        first=first,
        start=(inputs.window.start.astimezone(inputs.zone).date() - first).days,
        days=len(window),
        campaign=_daily(inputs, inputs.scope, whole),
        near=_daily(inputs, _of_shops(near), whole),
        far=_daily(inputs, _of_shops(far), whole),
        near_shops=len(near),
        far_shops=len(far),
    )


def _whole(inputs: ReportInputs, first: date, until: datetime) -> Periods:
    """Return all days as one period: those that the data hold wholly."""
    last = (until + timedelta(hours=3)).astimezone(inputs.zone).date()  # few shops sell to the very minute
    window = Window(midnight(first, inputs.zone), midnight(last, inputs.zone))
    days = local_days(window, inputs.zone)
    return Periods(window, days, days, zone=inputs.zone)


def _comparison(inputs: ReportInputs) -> tuple[frozenset[str], frozenset[str]]:
    """Return the comparison shops in the campaign's categories, and those outside them.

    One that offered SKUs all the same rose with the campaign, and says nothing of what would have been.
    """
    sellers, listed = inputs.campaign.sellers, inputs.listed
    offering = set() if listed is None else set(listed["seller_id"].dropna())
    own = {seller.category for seller in sellers if seller.role.casefold() == "campaign" and seller.category}
    shops = [seller for seller in sellers if seller.role.casefold() == "comparison" and seller.id not in offering]
    near = frozenset(seller.id for seller in shops if not seller.category or seller.category in own)
    return near, frozenset(seller.id for seller in shops) - near


def _of_shops(shops: frozenset[str]) -> Scope | None:
    return Scope(sellers=shops) if shops else None


def _daily(inputs: ReportInputs, scope: Scope | None, whole: Periods) -> Amounts:
    days = [str(day) for day in whole.days]
    if scope is None:
        return np.zeros(len(days))
    lines = counted_lines(inputs.order_lines, scope, whole)
    if scope.sellers:
        lines = lines.filter(~nw.col("seller_id").is_null())
    measures = by_id("gmv").measures
    found = grouped(lines, measures, ["paid_day"]).set_index("paid_day")[measures[0].name]
    return np.asarray(found.reindex(days).fillna(0), dtype=np.float64)


def daily_by(inputs: ReportInputs, series: Series, until: datetime, skus: pd.DataFrame) -> Mapping[str, Amounts]:
    """Return GMV a day of groups of SKUs, each as long as the series, from one pass over the lines.

    ``skus`` is of the form of the registered ones, its ``category`` the word of a SKU's group.
    """
    scope = Scope(registered=skus, sellers=frozenset(str(seller) for seller in skus["seller_id"].dropna().unique()))
    whole = _whole(inputs, series.first, until)
    lines = counted_lines(inputs.order_lines, scope, whole).filter(~nw.col("seller_id").is_null())
    measures = by_id("gmv").measures
    found = grouped(lines, measures, ["campaign_category", "paid_day"])
    days, value = [str(day) for day in whole.days], measures[0].name
    return {
        str(group): np.asarray(rows.set_index("paid_day")[value].reindex(days).fillna(0), dtype=np.float64)
        for group, rows in found.groupby("campaign_category")
    }

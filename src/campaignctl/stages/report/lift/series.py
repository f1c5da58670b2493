"""Sales by day of the campaign and of shops outside it, as far back as the exports reach.

Comparison shops in the campaign's categories are near: the campaign may take sales from them. The others are far, and
only they can say what would have been. Exports reach back differently far, and a shop that comes in half-way would look
like growth of its group: days before the last one has begun are left out.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from types import MappingProxyType

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
from campaignctl.stages.report.reach import begun_after

Amounts = NDArray[np.float64]
ENOUGH, GRACE = 84, 7
"""Days that a comparison asks for, and how much later a small shop may sell for the first time."""


@dataclass(frozen=True, slots=True, eq=False)
class Series:
    """GMV a day in minor units from ``first`` on; ``start`` and ``days`` are where the campaign lies in it.

    ``near`` and ``far`` are sums over the comparison shops that sold all along; ``near_shops`` and ``far_shops`` how
    many they are. ``left_out`` is how many shops of the campaign are not in its sum: their exports begin too late, or
    have a hole. ``holed`` are the shops of any group that are left out for a hole. ``categories`` are the parts of the
    campaign's sum by the word of their category.
    """

    first: date
    start: int
    days: int
    campaign: Amounts
    near: Amounts
    far: Amounts
    near_shops: int
    far_shops: int
    left_out: int = 0
    holed: frozenset[str] = frozenset()
    categories: Mapping[str, Amounts] = field(default_factory=dict)

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
        parts = {name: daily[at:] for name, daily in self.categories.items()}
        return replace(self, first=self.day(at), start=self.start - at, categories=parts, **later)


def series_of(
    inputs: ReportInputs, first: date, until: datetime, lacking: Mapping[str, tuple[date, ...]] = MappingProxyType({})
) -> Series:
    """Return the series from local day ``first`` to the last whole day before ``until``.

    It begins where the last shop begins whose exports reach back far enough for a comparison; shops whose exports begin
    later are left out, of the campaign as of the comparison.
    """
    whole = _whole(inputs, first, until)
    start = (inputs.window.start.astimezone(inputs.zone).date() - first).days
    window = local_days(Window(inputs.window.start, min(inputs.window.end, whole.campaign.end)), inputs.zone)
    near, far = _comparison(inputs)
    enough = max(start - ENOUGH, 0)
    sold = _sold(inputs, inputs.scope, whole, "seller_id", "campaign_category")
    campaign = _wide(sold, "seller_id", whole)  # with lines of no seller, as in every total of the report
    since = str(first + timedelta(days=enough))
    holed = [shop for shop, days in lacking.items() if any(str(day) >= since for day in days)]
    late = campaign.columns.intersection(list(begun_after(inputs, first + timedelta(days=enough))))
    left_out = late.union(own := _few(campaign.drop(columns=late), holed))
    campaign = campaign.drop(columns=left_out)
    beside = _by_shop(inputs, _of_shops(near | far), whole).drop(columns="", errors="ignore")
    beside = beside.loc[:, _begun(beside) <= enough + GRACE]
    groups = [beside[[shop for shop in beside if shop in shops]] for shops in (near, far)]
    without = [_few(group, holed) for group in groups]
    groups = [group.drop(columns=shops) for group, shops in zip(groups, without, strict=True)]
    series = Series(
        first=first,
        start=start,
        days=len(window),
        campaign=_sum(campaign),
        near=_sum(groups[0]),
        far=_sum(groups[1]),
        near_shops=groups[0].shape[1],
        far_shops=groups[1].shape[1],
        left_out=len(left_out),
        holed=frozenset(own).union(*without),
        categories=_parts(sold[~sold["seller_id"].isin(left_out)], whole),
    )
    begun = np.concatenate([_begun(campaign), *map(_begun, groups)])
    return series.since(int(begun[begun <= enough].max(initial=0)))


def _few(daily: pd.DataFrame, shops: Iterable[str]) -> "pd.Index[str]":
    """Return those of ``shops`` that are in a group, none where they sell half of it or more."""
    found = daily.columns.intersection(list(shops))
    return found if 2 * daily[found].to_numpy().sum() < daily.to_numpy().sum() else found[:0]


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


def _by_shop(inputs: ReportInputs, scope: Scope | None, whole: Periods) -> pd.DataFrame:
    """Return GMV a day (rows) of each shop that sold at all (columns); a shop unknown has the column ``""``."""
    if scope is None:
        return pd.DataFrame(index=[str(day) for day in whole.days], dtype="float64")
    return _wide(_sold(inputs, scope, whole, "seller_id"), "seller_id", whole)


def _sold(inputs: ReportInputs, scope: Scope, whole: Periods, *keys: str) -> pd.DataFrame:
    """Return ``gmv`` by ``keys`` and ``paid_day``; a key that the lines do not tell is ``""``."""
    (measure,) = by_id("gmv").measures
    found = grouped(counted_lines(inputs.order_lines, scope, whole), (measure,), [*keys, "paid_day"])
    told = {key: found[key].astype("str").fillna("") for key in keys}
    return found.assign(gmv=found[measure.name], **told)[[*keys, "paid_day", "gmv"]]


def _wide(sold: pd.DataFrame, key: str, whole: Periods) -> pd.DataFrame:
    """Return GMV a day (rows) of each value of a key (columns)."""
    wide = sold.pivot_table(index="paid_day", columns=key, values="gmv", aggfunc="sum")
    return wide.reindex([str(day) for day in whole.days]).fillna(0).astype("float64")


def _parts(sold: pd.DataFrame, whole: Periods) -> Mapping[str, Amounts]:
    wide = _wide(sold, "campaign_category", whole)
    return {str(name): np.asarray(wide[name], dtype=np.float64) for name in wide}


def _begun(daily: pd.DataFrame) -> NDArray[np.int64]:
    """Return the position of each shop's first day with sales, past the end for one that never sold."""
    sold = daily.to_numpy() > 0
    first = sold.argmax(axis=0) if len(sold) else 0  # a report of its first hours has no whole day yet
    return np.where(sold.any(axis=0), first, len(sold))


def _sum(daily: pd.DataFrame) -> Amounts:
    return np.asarray(daily.to_numpy().sum(axis=1), dtype=np.float64)


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

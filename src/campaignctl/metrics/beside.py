"""Which rows of what shops hand in beside orders are the campaign's: by their moment, or their list's period."""

from collections.abc import Mapping
from typing import Any

import narwhals as nw

from campaignctl.metrics.counting import CAMPAIGN, flagged, with_period
from campaignctl.metrics.measures import Table
from campaignctl.metrics.native import lazy
from campaignctl.metrics.periods import Periods

MOMENTS: Mapping[Table, tuple[str, ...]] = {
    Table.SETTLEMENTS: ("created", "settled"),  # an adjustment may name no order
    Table.ADS: ("launched",),
    Table.AFFILIATE_ORDERS: ("created",),
    Table.ATTRIBUTED_STREAMS: ("started",),
}
"""The columns that place a row in time, the first one that is told."""

LISTS = (Table.VIDEOS,)
"""Tables whose rows hold what happened in a stretch of days; only those of exactly the campaign's days count."""


def campaign_rows(table: Table, native: object, periods: Periods) -> nw.LazyFrame[Any]:
    """Return the campaign's rows of ``table``, one of ``BESIDE_ORDERS``, with the flags of its metrics' predicates.

    ``native`` is a pandas frame or a DuckDB relation of that table's shape.
    """
    rows = lazy(native)
    mine = _listed(rows, periods) if table in LISTS else _happened(rows, MOMENTS[table], periods)
    return mine.with_columns(*flagged(table))


def _happened(rows: nw.LazyFrame[Any], moments: tuple[str, ...], periods: Periods) -> nw.LazyFrame[Any]:
    placed = rows.with_columns(at=nw.coalesce(*[nw.col(moment) for moment in moments]))
    return with_period(placed, "at", periods).filter(nw.col("period") == CAMPAIGN)


def _listed(rows: nw.LazyFrame[Any], periods: Periods) -> nw.LazyFrame[Any]:
    first, last = (str(periods.days[at]) for at in (0, -1)) if periods.days else ("", "")
    mine = rows.filter((nw.col("first_day") == first) & (nw.col("last_day") == last))
    return mine.with_columns(period=nw.lit(CAMPAIGN, nw.Int64))

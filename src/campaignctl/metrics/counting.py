"""Which lines a campaign counts, and in which period, category and refund each of them falls.

The headline counts the lines of registered SKUs, or the whole shops of registered sellers. Lines whose seller is not
known stay in the totals.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import narwhals as nw
import pandas as pd

from campaignctl.domain.campaign import Window
from campaignctl.metrics.catalogue import of_table
from campaignctl.metrics.committed import KEPT_FOR_IT
from campaignctl.metrics.lines import CANCELLED, COUNTED, KEPT, REFUNDED, REGISTERED, SHOP
from campaignctl.metrics.measures import Table, flags
from campaignctl.metrics.native import lazy
from campaignctl.metrics.periods import Periods
from campaignctl.metrics.placed import PAID, PLACED
from campaignctl.metrics.refunds import with_refunds

CAMPAIGN = 0
"""The value of ``period`` for the campaign itself; 1, 2, ... are the strata of its baseline."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What the campaign counts.

    ``registered`` has ``seller_id``, ``sku_id``, ``product_id`` and ``category`` per registered SKU (a blank SKU means
    the whole product), None when nothing is registered. ``sellers`` limits the shops; empty means all. ``categories``
    gives each seller's main category.
    """

    registered: pd.DataFrame | None = None
    whole_shops: bool = False
    sellers: frozenset[str] = frozenset()
    categories: Mapping[str, str] = field(default_factory=dict)

    @property
    def counts_registered(self) -> bool:
        """Whether the headline is of registered SKUs; without registrations it is always of whole shops."""
        return self.registered is not None and not self.whole_shops


def counted_lines(native: object, scope: Scope, periods: Periods) -> nw.LazyFrame[Any]:
    """Return the order lines of the campaign and its baseline with all that measures need.

    ``native`` is a pandas frame or a DuckDB relation of the shape ``ORDER_LINES``. Added are ``period``, ``in_scope``,
    ``registered``, ``campaign_category``, ``sku_order``, ``refund`` and a flag per predicate.
    """
    lines = lazy(native)
    within = with_period(lines, "paid", periods)
    if scope.sellers:
        within = within.filter(nw.col("seller_id").is_null() | nw.col("seller_id").is_in(sorted(scope.sellers)))
    placed = _categorised(_registered(within, native, scope), native, scope)
    in_scope = nw.col("registered") if scope.counts_registered else nw.lit(value=True)
    sku_order = nw.concat_str([nw.col("order_id"), nw.col("sku_id")], separator=" ")
    whole = with_refunds(placed.with_columns(in_scope=in_scope, sku_order=sku_order), lines)
    return whole.with_columns(*[p.expr.alias(p.column) for p in (COUNTED, KEPT, CANCELLED, REFUNDED, SHOP, REGISTERED)])


def placed_lines(native: object, scope: Scope, periods: Periods) -> nw.LazyFrame[Any]:
    """Return the order lines placed in the campaign, paid or not, with ``in_scope`` and a flag per predicate."""
    lines = lazy(native)
    within = with_period(lines, "created", periods).filter(nw.col("period") == CAMPAIGN)
    if scope.sellers:
        within = within.filter(nw.col("seller_id").is_null() | nw.col("seller_id").is_in(sorted(scope.sellers)))
    in_scope = nw.col("registered") if scope.counts_registered else nw.lit(value=True)
    placed = _registered(within, native, scope).with_columns(in_scope=in_scope)
    return placed.with_columns(*[where.expr.alias(where.column) for where in (PLACED, PAID)])


def committed_skus(native: object) -> nw.LazyFrame[Any]:
    """Return registered SKUs, a table of the shape ``COMMITTED_SKUS``, with the flag of their predicate."""
    skus = lazy(native)
    return skus.with_columns(KEPT_FOR_IT.expr.alias(KEPT_FOR_IT.column), period=nw.lit(CAMPAIGN, nw.Int64))


def held_streams(native: object, periods: Periods) -> nw.LazyFrame[Any]:
    """Return the streams that started in the campaign, with a flag per predicate."""
    streams = lazy(native)
    within = with_period(streams, "started", periods).filter(nw.col("period") == CAMPAIGN)
    return within.with_columns(*flagged(Table.STREAMS), one=nw.lit(1, nw.Int64))


def listed_products(native: object, periods: Periods) -> nw.LazyFrame[Any]:
    """Return the rows of product lists of exactly the campaign's local days, with a flag per predicate."""
    lists = lazy(native)
    first, last = (str(periods.days[at]) for at in (0, -1)) if periods.days else ("", "")
    mine = lists.filter((nw.col("first_day") == first) & (nw.col("last_day") == last))
    return mine.with_columns(*flagged(Table.PRODUCT_TRAFFIC), period=nw.lit(CAMPAIGN, nw.Int64))


def flagged(table: Table) -> list[nw.Expr]:
    """Return a flag for each predicate that the metrics of ``table`` count by."""
    return flags(tuple(measure for page in of_table(table) for measure in page.measures))


def with_period(table: nw.LazyFrame[Any], moment: str, periods: Periods) -> nw.LazyFrame[Any]:
    """Return the rows whose ``moment`` lies in the campaign or its baseline, with that period's number."""
    strata = [stratum.windows for stratum in periods.baseline.strata] if periods.baseline else []
    number = nw.lit(-1, nw.Int64)
    for code, windows in enumerate([(periods.campaign,), *strata]):
        number = nw.when(_inside(moment, windows)).then(nw.lit(code, nw.Int64)).otherwise(number)
    return table.with_columns(period=number).filter(nw.col("period") >= 0)


def _inside(moment: str, windows: tuple[Window, ...]) -> nw.Expr:
    at = nw.col(moment)
    inside = nw.lit(value=False)
    for window in windows:
        inside |= (at >= window.start) & (at < window.end)
    return inside.fill_null(value=False)


def _registered(lines: nw.LazyFrame[Any], native: object, scope: Scope) -> nw.LazyFrame[Any]:
    """Mark the lines of registered SKUs, and of the products registered whole."""
    listed = scope.registered
    if listed is None:
        return lines.with_columns(registered=nw.lit(value=False), sku_category=nw.lit(None, nw.String))
    skus = listed.dropna(subset=["sku_id"]).drop_duplicates("sku_id")
    products = listed[listed["sku_id"].isna()].dropna(subset=["product_id"]).drop_duplicates("product_id")
    joined = lines.join(beside(native, _marked(skus, "sku_id", "sku")), on="sku_id", how="left")
    joined = joined.join(beside(native, _marked(products, "product_id", "whole")), on="product_id", how="left")
    return joined.with_columns(
        registered=~(nw.col("sku_mark").is_null() & nw.col("whole_mark").is_null()),
        sku_category=nw.coalesce(nw.col("sku_category"), nw.col("whole_category")),
    )


def _marked(listed: pd.DataFrame, key: str, prefix: str) -> pd.DataFrame:
    category = listed["category"] if "category" in listed else pd.Series(pd.NA, index=listed.index)
    marks = {key: listed[key], f"{prefix}_mark": "yes", f"{prefix}_category": category}
    return pd.DataFrame(marks).astype("str").where(lambda frame: frame.notna()).astype("str")


def _categorised(lines: nw.LazyFrame[Any], native: object, scope: Scope) -> nw.LazyFrame[Any]:
    """Give each line the campaign's category: the registration's, else the seller's main one, else the export's."""
    main = pd.DataFrame(list(scope.categories.items()), columns=["seller_id", "seller_category"]).astype("str")
    joined = lines.join(beside(native, main), on="seller_id", how="left")
    chosen = nw.coalesce(nw.col("sku_category"), nw.col("seller_category"), nw.col("category"))
    return joined.with_columns(campaign_category=chosen)


def beside(native: object, frame: pd.DataFrame) -> nw.LazyFrame[Any]:
    """Return a small frame in the engine of ``native``, so that the two can be joined."""
    if isinstance(native, pd.DataFrame):
        return nw.from_native(frame).lazy()
    small: nw.LazyFrame[Any] = nw.from_native(native.query("beside", "SELECT * FROM frame"))  # type: ignore[attr-defined]
    return small

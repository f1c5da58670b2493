"""What the figures of a drawn example are: the whole way from the table to the figure, for tests and documentation."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pandas as pd

from campaignctl.metrics.beside import campaign_rows
from campaignctl.metrics.catalogue import of_table
from campaignctl.metrics.compute import (
    BY_CATEGORY,
    BY_DAY,
    BY_PRODUCT,
    BY_SELLER,
    BY_TOTAL,
    Dimension,
    breakdown,
    enter,
    enter_baseline,
)
from campaignctl.metrics.counting import (
    Scope,
    committed_skus,
    counted_lines,
    held_streams,
    listed_products,
    placed_lines,
)
from campaignctl.metrics.example import WEEK, Example
from campaignctl.metrics.kept import kept
from campaignctl.metrics.ledger import Ledger
from campaignctl.metrics.measures import BESIDE_ORDERS, Table
from campaignctl.metrics.periods import Periods, periods

Engine = Callable[[pd.DataFrame], object]
"""Takes a frame into an engine; the identity is pandas."""


DIMENSIONS = (BY_TOTAL, BY_DAY, BY_CATEGORY, BY_SELLER, BY_PRODUCT)


def drawn_figures(drawn: Example, engine: Engine = lambda frame: frame) -> Ledger:
    """Return all figures of an example's tables: in total, and of its order lines by what it expects figures of."""
    ledger = Ledger("USD")
    during = week()
    lines, streams = drawn.table("order_lines"), drawn.table("streams")
    if lines is not None:
        native = engine(lines)
        table = kept(counted_lines(native, Scope(registered=_listed(drawn)), during), native, {})
        for dimension in _asked(drawn):
            metrics = of_table(Table.ORDER_LINES)
            found = breakdown(table, metrics, dimension, during)
            enter(ledger, metrics, found)
            enter_baseline(ledger, metrics, found)
        metrics = of_table(Table.PLACED_LINES)
        placed = placed_lines(engine(lines), Scope(registered=_listed(drawn)), during)
        enter(ledger, metrics, breakdown(placed, metrics, BY_TOTAL, during, compare=False))
    if streams is not None:
        metrics = of_table(Table.STREAMS)
        enter(ledger, metrics, breakdown(held_streams(engine(streams), during), metrics, BY_TOTAL, during))
    lists = drawn.table("product_traffic")
    if lists is not None:
        metrics = of_table(Table.PRODUCT_TRAFFIC)
        enter(ledger, metrics, breakdown(listed_products(engine(lists), during), metrics, BY_TOTAL, during))
    committed = drawn.table("committed_skus")
    if committed is not None:
        metrics = of_table(Table.COMMITTED_SKUS)
        enter(ledger, metrics, breakdown(committed_skus(engine(committed)), metrics, BY_TOTAL, during))
    for name in BESIDE_ORDERS:
        if (handed := drawn.table(name)) is not None:
            metrics = of_table(name)
            enter(ledger, metrics, breakdown(campaign_rows(name, engine(handed), during), metrics, BY_TOTAL, during))
    return ledger


def week() -> Periods:
    """Return the periods of every example: its week, with the four weeks before it as the baseline."""
    return periods(
        WEEK, datetime(2026, 12, 1, tzinfo=UTC), ZoneInfo("UTC"), (date(2026, 10, 23), date(2026, 11, 19)), None
    )


def _asked(drawn: Example) -> list[Dimension]:
    scopes = {name.split(".")[1].partition("@")[0].partition("~")[0] for name, _ in drawn.expected}
    return [dimension for dimension in DIMENSIONS if dimension.scope in scopes]


def _listed(drawn: Example) -> pd.DataFrame | None:
    listed = drawn.registered
    if listed is None:
        return None
    whole = listed.reindex(columns=["seller_id", "sku_id", "product_id", "category"])
    return whole.where(whole != "").astype("str")

"""What was known at a past as-of time: what exports made since then tell of later is taken back.

An order paid later was not paid yet, one cancelled later stood, what was settled later was not paid out. Exports date
no refund: where they reach a day or more beyond, nobody can say which of them had been made, and none is told.
"""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import narwhals as nw
import pandas as pd

from campaignctl.domain.sums import CAME_BACK
from campaignctl.metrics.measures import Table
from campaignctl.metrics.native import lazy
from campaignctl.metrics.told import told_column
from campaignctl.stages.report.inputs import ReportInputs

A_DAY = timedelta(days=1)
INSTANTS = ("created", "paid", "cancelled")
UNDATED = ("order_refund", "returned_quantity")

UNDATED_SUMS = tuple(told_column(name, "") for name in CAME_BACK)
"""What sums tell of returns, up to the day on which somebody added them up."""


def as_known(inputs: ReportInputs) -> ReportInputs:
    """Return the inputs as they stood at their as-of time; the same where the exports reach no further.

    ``held_to`` is then the newest moment of the order exports, where that is so late that refunds are not told.
    """
    beside = _settled_by(inputs)
    held = _reach(inputs.order_lines)
    if held is None or held <= inputs.as_of:
        return replace(inputs, beside=beside)
    late = held >= inputs.as_of + A_DAY
    lines = _as_of(inputs.order_lines, inputs.as_of, undated=late)
    return replace(inputs, beside=beside, order_lines=lines, held_to=held if late else None)


def _reach(native: object | None) -> datetime | None:
    """Return the newest moment that order lines tell; None without any."""
    if native is None:
        return None
    newest = lazy(native).select(*[nw.col(name).max() for name in INSTANTS])
    plain = newest.with_columns(*[nw.col(name).cast(nw.String) for name in INSTANTS])  # engines differ in instants
    found = plain.collect(backend="pandas").to_native().iloc[0].dropna()
    return None if found.empty else pd.to_datetime(found, format="ISO8601", utc=True).max().to_pydatetime()


def _as_of(native: object, at: datetime, *, undated: bool) -> object:
    frame: Any = nw.from_native(native)
    paid_later, undone = _after("paid", at), _after("cancelled", at)
    status = nw.when(undone).then(nw.lit("paid")).otherwise(nw.col("status").cast(nw.String))
    columns = [
        nw.when(paid_later).then(nw.lit("unpaid")).otherwise(status).alias("status"),
        nw.when(~paid_later).then(nw.col("paid")).alias("paid"),
        nw.when(~paid_later).then(nw.col("paid_day")).alias("paid_day"),
        nw.when(~undone).then(nw.col("cancelled")).alias("cancelled"),
    ]
    lost = [*UNDATED, *(name for name in UNDATED_SUMS if name in frame.columns)]
    columns += [nw.when(nw.col(name).is_null()).then(nw.col(name)) for name in lost if undated]
    return frame.with_columns(*columns).to_native()


def _after(moment: str, at: datetime) -> nw.Expr:
    return (nw.col(moment) > at).fill_null(value=False)


def _settled_by(inputs: ReportInputs) -> dict[str, object]:
    """Return what shops handed in beside orders, of settlements those of the time."""
    told = dict(inputs.beside)
    native = told.get(Table.SETTLEMENTS)
    if native is not None:
        rows: Any = nw.from_native(native)
        told[Table.SETTLEMENTS] = rows.filter(~_after("settled", inputs.as_of)).to_native()
    return told

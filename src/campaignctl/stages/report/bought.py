"""What was bought in the campaign, line by line, beside the promotion that each line was bought through."""

from dataclasses import dataclass
from typing import Any

import narwhals as nw
import pandas as pd

from campaignctl.domain.export_frames import ORDER_LINES
from campaignctl.domain.frames import shaped
from campaignctl.metrics.counting import CAMPAIGN
from campaignctl.metrics.lines import COUNTED, SHOP
from campaignctl.metrics.told import SUMMED, has_sums
from campaignctl.stages.report.basis import Basis
from campaignctl.stages.report.promoted import FACT

COLUMNS = (
    "seller_id",
    "sku_id",
    "product_id",
    "quantity",
    "subtotal_before_discount",
    "platform_discount",
    "seller_discount",
    "subtotal_after_discount",
    "created",
    "created_day",
    "paid_day",
)
AMOUNTS = ("subtotal_before_discount", "seller_discount", "platform_discount", "subtotal_after_discount")
"""What a return is made of: where a sum is without one of them, it is not known, and not zero."""
_SHAPE = {name: ORDER_LINES[name] for name in COLUMNS}


@dataclass(frozen=True, slots=True, eq=False)
class Bought:
    """Paid sale lines of the campaign's shops; ``counted`` marks those that the headline counts.

    ``lines`` has the columns of ``COLUMNS``; ``by`` is of the shape ``ATTRIBUTED`` under the same labels, None where
    there are no prices to tell promotions by.
    """

    lines: pd.DataFrame
    counted: "pd.Series[bool]"
    by: pd.DataFrame | None


def bought(basis: Basis) -> Bought | None:
    """Return the lines of the campaign as far as the data reach, in the order of the exports; None without any.

    None too where sums tell a part of them: it would pass for all.
    """
    return None if basis.sold_by_order is None else _held(basis.sold_by_order, basis.facts)


def bought_in_all(basis: Basis) -> Bought | None:
    """Return lines and sums of the campaign together, for what asks for amounts alone; None where some are not told.

    A row of sums has no moment, and nothing says which promotions its orders were bought through.
    """
    if basis.lines is None:
        return None
    sums = basis.lines.filter(nw.col(SUMMED)) if has_sums(basis.lines) else None
    held = _held(basis.lines, None)
    if held is None or sums is None:
        return held
    told = sums.filter((nw.col("period") == CAMPAIGN) & nw.col(COUNTED.column)).select(*AMOUNTS)
    return None if told.collect(backend="pandas").to_native().isna().any(axis=None) else held


def _held(lines: nw.LazyFrame[Any], facts: pd.DataFrame | None) -> Bought | None:
    held = lines.filter((nw.col("period") == CAMPAIGN) & nw.col(SHOP.column)).sort("file", "sheet", "row")
    table = held.select(*COLUMNS, COUNTED.column, *([] if facts is None else [FACT]))
    plain = table.with_columns(nw.col("created").cast(nw.String))  # engines hand out instants each in its own way
    frame = plain.collect(backend="pandas").to_native().reset_index(drop=True)
    if frame.empty:
        return None
    told = shaped(frame.assign(created=pd.to_datetime(frame["created"], format="ISO8601", utc=True)), _SHAPE)
    by = None if facts is None else facts.iloc[frame[FACT].astype("int64")].reset_index(drop=True)
    return Bought(told, frame[COUNTED.column].fillna(value=False).astype(bool), by)

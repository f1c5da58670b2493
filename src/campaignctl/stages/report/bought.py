"""What was bought in the campaign, line by line, beside the promotion that each line was bought through."""

from dataclasses import dataclass

import narwhals as nw
import pandas as pd

from campaignctl.domain.frames import ORDER_LINES, shaped
from campaignctl.metrics.counting import CAMPAIGN, counted_lines
from campaignctl.metrics.lines import COUNTED, SHOP
from campaignctl.pricing.attribute import attribute
from campaignctl.stages.report.basis import Basis

COLUMNS = (
    "seller_id",
    "order_id",
    "sku_id",
    "product_id",
    "line_kind",
    "quantity",
    "subtotal_before_discount",
    "platform_discount",
    "seller_discount",
    "subtotal_after_discount",
    "created",
    "created_day",
    "paid_day",
)
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
    """Return the lines of the campaign as far as the data reach; None without any."""
    if not basis.has_lines:
        return None
    inputs = basis.inputs
    table = counted_lines(inputs.order_lines, inputs.scope, basis.periods)
    held = table.filter((nw.col("period") == CAMPAIGN) & nw.col(SHOP.column)).select(*COLUMNS, COUNTED.column)
    plain = held.with_columns(nw.col("created").cast(nw.String))  # engines hand out instants each in its own way
    frame = plain.collect(backend="pandas").to_native().reset_index(drop=True)
    if frame.empty:
        return None
    lines = shaped(frame.assign(created=pd.to_datetime(frame["created"], format="ISO8601", utc=True)), _SHAPE)
    by = None if inputs.prices is None else attribute(lines, inputs.prices)
    return Bought(lines, frame[COUNTED.column].fillna(value=False).astype(bool), by)

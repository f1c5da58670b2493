"""What was bought in the campaign, line by line, beside the promotion that each line was bought through."""

from dataclasses import dataclass

import narwhals as nw
import pandas as pd

from campaignctl.domain.export_frames import ORDER_LINES
from campaignctl.domain.frames import shaped
from campaignctl.metrics.counting import CAMPAIGN
from campaignctl.metrics.lines import COUNTED, SHOP
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
    if basis.sold_by_order is None:
        return None
    held = basis.sold_by_order.filter((nw.col("period") == CAMPAIGN) & nw.col(SHOP.column)).sort("file", "sheet", "row")
    table = held.select(*COLUMNS, COUNTED.column, *([] if basis.facts is None else [FACT]))
    plain = table.with_columns(nw.col("created").cast(nw.String))  # engines hand out instants each in its own way
    frame = plain.collect(backend="pandas").to_native().reset_index(drop=True)
    if frame.empty:
        return None
    lines = shaped(frame.assign(created=pd.to_datetime(frame["created"], format="ISO8601", utc=True)), _SHAPE)
    by = None if basis.facts is None else basis.facts.iloc[frame[FACT].astype("int64")].reset_index(drop=True)
    return Bought(lines, frame[COUNTED.column].fillna(value=False).astype(bool), by)

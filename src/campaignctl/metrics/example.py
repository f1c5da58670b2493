"""A metric's drawn example: a few rows of a table, and below them the figures that must come of it.

::

    order_lines
    | order_id | paid       | subtotal_after_discount |
    | 1        | 2026-11-20 | 10.00                   |
    | 2        |            | 99.00                   |
    gmv.total = $10.00

Columns that are not drawn hold those of an ordinary paid sale. The campaign of every example is the week from
November 20 to 26, 2026, in UTC and US dollars; all lines are in it unless a sheet ``registered`` lists the SKUs.
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal

import pandas as pd

from campaignctl.catalogue.drawn import Drawn, DrawnSheet, cell_value, draw
from campaignctl.domain.campaign import Window
from campaignctl.domain.export_frames import ORDER_LINES, PRODUCT_TRAFFIC, STREAMS
from campaignctl.domain.frames import Dtype, Shape, shaped
from campaignctl.domain.handed_out import ADS, AFFILIATE_ORDERS, ATTRIBUTED_STREAMS, SETTLEMENTS, VIDEOS
from campaignctl.metrics.committed import COMMITTED_SKUS

WEEK = Window(datetime(2026, 11, 20, tzinfo=UTC), datetime(2026, 11, 27, tzinfo=UTC))
SHAPES = {
    "order_lines": ORDER_LINES,
    "streams": STREAMS,
    "product_traffic": PRODUCT_TRAFFIC,
    "committed_skus": COMMITTED_SKUS,
    "settlements": SETTLEMENTS,
    "ads": ADS,
    "videos": VIDEOS,
    "affiliate_orders": AFFILIATE_ORDERS,
    "attributed_streams": ATTRIBUTED_STREAMS,
}
NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)

_EXPECTED = re.compile(r"^\s*(?P<id>[a-z_]+\.\S+) = (?P<words>.+?)\s*$", re.MULTILINE)
_MONEY = re.compile(
    r"price|discount|amount|refund|shipping|taxes|revenue|gmv|gpm|sales$|fee|cost|commission|base|bonus|payment"
)
_ORDINARY: dict[str, dict[str, object]] = {
    "order_lines": {
        "seller_id": "S-001",
        "sku_id": "1001",
        "product_id": "P-1",
        "status": "completed",
        "line_kind": "sale",
        "quantity": 1,
        "created": NOON,
        "paid": NOON,
        "file": "orders.csv",
    },
    "streams": {"seller_id": "S-001", "title": "LIVE", "started": datetime(2026, 11, 20, 19, tzinfo=UTC)},
    "product_traffic": {"seller_id": "S-001", "first_day": "2026-11-20", "last_day": "2026-11-26"},
    "committed_skus": {"seller_id": "S-001"},
    "settlements": {"seller_id": "S-001", "order_id": "1", "kind": "order", "created": NOON, "settled": NOON},
    "ads": {"seller_id": "S-001", "title": "LIVE", "launched": NOON},
    "videos": {"seller_id": "S-001", "video_id": "1", "first_day": "2026-11-20", "last_day": "2026-11-26"},
    "affiliate_orders": {"seller_id": "S-001", "order_id": "1", "creator": "ada", "created": NOON},
    "attributed_streams": {"seller_id": "S-001", "title": "LIVE", "started": NOON},
}


@dataclass(frozen=True, slots=True)
class Example:
    """The drawing, and the words expected of each figure id."""

    drawn: Drawn
    expected: tuple[tuple[str, str], ...]

    @property
    def text(self) -> str:
        """The example as documentation shows it."""
        return "\n".join([self.drawn.text, *(f"{name} = {words}" for name, words in self.expected)])

    def table(self, name: str) -> pd.DataFrame | None:
        """Return the canonical table that the drawing shows, or None when it does not draw it."""
        sheet = next((sheet for sheet in self.drawn.sheets if sheet.name == name), None)
        return None if sheet is None else _frame(sheet, name)

    @property
    def registered(self) -> pd.DataFrame | None:
        """The registered SKUs, when the drawing lists them."""
        sheet = next((sheet for sheet in self.drawn.sheets if sheet.name == "registered"), None)
        if sheet is None:
            return None
        rows = [dict(zip(sheet.headings, (str(c).strip("'") for c in row.cells), strict=False)) for row in sheet.rows]
        return pd.DataFrame(rows, columns=list(sheet.headings), dtype="str")


def example(text: str) -> Example:
    """Return the example drawn in ``text``; ``ValueError`` when it expects nothing."""
    expected = tuple((found["id"], found["words"]) for found in _EXPECTED.finditer(text))
    if not expected:
        raise ValueError("an example ends with the figures it expects, such as: gmv.total = $10.00")
    return Example(draw(_EXPECTED.sub("", text)), expected)


def _frame(sheet: DrawnSheet, name: str) -> pd.DataFrame:
    shape = SHAPES[name]
    unknown = [heading for heading in sheet.headings if heading not in shape]
    if unknown:
        raise ValueError(f"{name} has no column {unknown[0]}")
    frame = pd.DataFrame(
        [
            {
                **_ORDINARY[name],
                **{h: _value(h, cell, shape) for h, cell in zip(sheet.headings, row.cells, strict=True)},
            }
            for row in sheet.rows
        ]
    )
    for moment in [str(column) for column in frame if shape[str(column)] == Dtype.INSTANT]:
        frame[moment] = pd.to_datetime(frame[moment], utc=True)
        if f"{moment}_day" in shape:
            frame[f"{moment}_day"] = frame[moment].dt.strftime("%Y-%m-%d")
    return shaped(frame, shape)


def _value(heading: str, cell: str, shape: Shape) -> object:
    value = cell_value(cell)
    if value is None:
        return None
    match shape[heading]:
        case Dtype.WORD | Dtype.FEW:
            return cell.removeprefix("'")
        case Dtype.INSTANT if isinstance(value, datetime):
            return value.replace(tzinfo=UTC)
        case Dtype.MONEY if _MONEY.search(heading):
            return int(Decimal(cell).scaleb(2))
        case Dtype.MONEY:
            return int(cell)
        case _:
            return value

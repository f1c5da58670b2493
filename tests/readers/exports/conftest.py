"""Exports drawn in the test: a campaign folder into which files are put as a Seller Center would write them."""

import csv
import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
import xlsxwriter

from campaignctl.domain.observations import Kind, Observation
from campaignctl.marketplaces.layouts import Layouts, layouts_of
from campaignctl.readers.cells.base import Reading
from campaignctl.readers.exports.parts import Setting
from campaignctl.readers.exports.read import read_exports
from campaignctl.readers.exports.tables import Exports

_US_ORDERS = (
    "Order ID|Order Status|Order Substatus|Cancelation/Return Type|Normal or Pre-order|SKU ID|Seller SKU|Product ID|"
    "Product Name|Variation| Virtual Bundle Seller SKU|Quantity|Sku Quantity of return|SKU Unit Original Price|"
    "SKU Subtotal Before Discount|SKU Platform Discount|SKU Seller Discount|SKU Subtotal After Discount|"
    "Shipping Fee After Discount|Original Shipping Fee|Shipping Fee Seller Discount|Co-Funded Shipping Fee Discount|"
    "Shipping Fee Platform Discount|Payment platform discount|Retail Delivery Fee|Taxes|Order Amount|"
    "Order Refund Amount|Created Time|Paid Time|RTS Time|Shipped Time|Delivered Time|Cancelled Time|Cancel By|"
    "Cancel Reason|Fulfillment Type|Warehouse Name|Tracking ID|Delivery Option Type|Delivery Option|"
    "Shipping Provider Name|Buyer Message|Buyer Nickname|Buyer Username|Recipient|Phone #|Country|State|City|Zipcode|"
    "Address Line 1|Address Line 2|Delivery Instruction|Payment Method|Weight(kg)|Product Category|Package ID|"
    "Seller Note|Shipping Information|Combined Listing|Order Channel|Creator Handle"
)
US_ORDERS = _US_ORDERS.split("|")

_CLASSIC_LIVE = (
    "Livestream|Start time|Duration|Gross revenue|Direct GMV|Items sold|Customers|Avg. price|Orders paid for|"
    "GMV/1K shows|GMV/1K views|Views|Viewers|Peak viewers|New followers|Avg. view duration|Likes|Comments|Shares|"
    "Product impressions|Product clicks|CTR|CTOR (SKU orders)"
)
CLASSIC_LIVE = _CLASSIC_LIVE.split("|")

STARTED = dt.datetime(2026, 11, 20, 15, 5)  # noqa: DTZ001 - a workbook's date cells say no zone

BUYER = {
    "Buyer Message": "please hurry",
    "Buyer Nickname": "nick-of-buyer",
    "Buyer Username": "user-of-buyer",
    "Recipient": "Jane Roe",
    "Phone #": "(+1)4155550100",
    "City": "Springfield",
    "Zipcode": "95112",
    "Address Line 1": "1 Elm Street",
}


def order_line(order: str = "583870900000000001", /, **cells: str) -> dict[str, str]:
    """One line of an order that was paid for; ``cells`` by header replace what stands there."""
    return {
        "Order ID": f"{order}\t",
        "Order Status": "Shipped",
        "Normal or Pre-order": "Normal",
        "SKU ID": "1729300000000000001\t",
        "Seller SKU": "CUP-RED",
        "Product ID": "1729400000000000001\t",
        "Product Name": "Cup",
        "Variation": "Red",
        "Quantity": "1",
        "Sku Quantity of return": "0",
        "SKU Unit Original Price": "20.00",
        "SKU Subtotal Before Discount": "20.00",
        "SKU Platform Discount": "1.00",
        "SKU Seller Discount": "3.00",
        "SKU Subtotal After Discount": "16.00",
        "Shipping Fee After Discount": "4.99",
        "Taxes": "1.20",
        "Order Amount": "22.19",
        "Order Refund Amount": "0.00",
        "Created Time": "10/25/2026 10:05:43 PM\t",
        "Paid Time": "10/25/2026 10:06:00 PM\t",
        "Cancelled Time": "\t",
        "Product Category": "Kitchen",
        "Order Channel": "LIVE",
        "Creator Handle": "ada",
        **BUYER,
        **cells,
    }


def stream(**cells: Any) -> dict[str, Any]:
    """One row of the classic LIVE list, typed as its workbook types it."""
    zeros = dict.fromkeys(CLASSIC_LIVE[15:], 0)
    return {
        **zeros, "Livestream": "Friday LIVE", "Start time": STARTED, "Duration": 7200,
        "Gross revenue": "$1,200.50", "Direct GMV": "$1,000.00", "Items sold": 50, "Customers": 40,
        "Avg. price": "$25.00", "Orders paid for": 40, "GMV/1K shows": "$10.00", "GMV/1K views": "$500.00",
        "Views": 2000, "Viewers": 1500, "Peak viewers": 90, "New followers": 12, "Product clicks": 500,
        "CTR": 0.25, "CTOR (SKU orders)": 0.08, **cells,
    }  # fmt: skip


US = Reading("USD", "America/Los_Angeles", "mdy")


@dataclass(frozen=True)
class Drawn:
    """A campaign folder and how its exports are to be read."""

    folder: Path
    layouts: Layouts
    reading: Reading = US
    sellers: tuple[str, ...] = ("S-001", "S-002")
    cache: Path | None = None

    def but(self, **changes: Any) -> "Drawn":
        return replace(self, **changes)

    def reads(self, currency: str = "USD", zone: str = "America/Los_Angeles", order: str = "mdy") -> "Drawn":
        return self.but(reading=Reading(currency, zone, order))

    def path(self, name: str) -> Path:
        path = self.folder / "exports" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        return path

    def raw(self, name: str, content: bytes) -> Path:
        path = self.path(name)
        path.write_bytes(content)
        return path

    def csv(
        self, name: str, lines: Sequence[dict[str, Any]], *, header: Sequence[str] = US_ORDERS,
        above: Sequence[Sequence[str]] = (), encoding: str = "utf-8", delimiter: str = ",",
        quote: int = csv.QUOTE_MINIMAL,
    ) -> Path:  # fmt: skip
        path = self.path(name)
        with path.open("w", encoding=encoding, newline="") as file:
            writer = csv.writer(file, delimiter=delimiter, quoting=quote, lineterminator="\r\n")
            writer.writerows([*above, header, *([line.get(cell, "") for cell in header] for line in lines)])
        return path

    def xlsx(
        self, name: str, lines: Sequence[dict[str, Any]], *, header: Sequence[str] = CLASSIC_LIVE,
        above: Sequence[Sequence[str]] = (("2026-11-20 ~ 2026-11-30",), ()), sheet: str = "Sheet1",
        dates: str = "yyyy-mm-dd hh:mm",
    ) -> Path:  # fmt: skip
        path = self.path(name)
        options = {"default_date_format": dates, "strings_to_formulas": False}
        with xlsxwriter.Workbook(path, options) as book:
            tab = book.add_worksheet(sheet)
            for row, cells in enumerate([*above, header, *([line.get(cell, "") for cell in header] for line in lines)]):
                for column, cell in enumerate(cells):
                    tab.write(row, column, cell)
        return path

    def read(self) -> Exports:
        return read_exports(self.folder, Setting(self.layouts, self.reading, self.sellers), self.cache)

    def orders(self) -> pd.DataFrame:
        """Read, demanding that nothing was odd."""
        exports = self.read()
        assert exports.observations == ()
        return exports.frame("order_lines")


@pytest.fixture
def drawn(tmp_path: Path) -> Drawn:
    return Drawn(tmp_path, layouts_of("tiktok_shop"))


@pytest.fixture
def line() -> Any:
    return order_line


@pytest.fixture
def live() -> Any:
    return stream


@pytest.fixture
def us_orders() -> list[str]:
    return list(US_ORDERS)


@pytest.fixture
def buyer() -> dict[str, str]:
    return BUYER


@pytest.fixture
def odd() -> Any:
    """The observations of one kind, as (row, value, detail)."""

    def of(exports: Exports, kind: Kind) -> list[tuple[int | None, str, str]]:
        found: list[Observation] = [one for one in exports.observations if one.kind is kind]
        return [(one.place.row, one.value, one.detail) for one in found]

    return of

"""What comes in after the invented campaign is locked: its promotions as keyed in, and what was seen on launch night."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pandas as pd

from campaignctl.domain.frames import plain_rows
from campaignctl.domain.keyed_in import item_of_keyed, keyed_in
from campaignctl.domain.lock import Lock
from campaignctl.domain.raw_table import RawTable
from campaignctl.domain.terms import product_words
from campaignctl.simulation.books import Book, Row
from campaignctl.simulation.setup import OWNER
from campaignctl.simulation.world import ENTRY, FLASH, PRICES, WEEKEND
from campaignctl.workbooks.launch_check import BOX, SAMPLE
from campaignctl.workbooks.launch_check import LAUNCH_CHECK as SHEET
from campaignctl.workbooks.retype import retyped

LIST = "exports/Promotions_20261119.csv"
CHECK = "launch-check.xlsx"
NOMINATED = (PRICES, FLASH, WEEKEND, ENTRY)
EACH = 6
"""Prices looked up, of each promotion."""

_HEADER = (
    "Own ID|Activity name|Activity type|Status|Product level|Start time|End time|Seller ID|Product ID|SKU ID|Activity price|"
    "Quantity limit|Quantity per user"
)
HEADER = tuple(_HEADER.split("|"))
_TYPES = {"product_discount": "DIRECT_DISCOUNT", "flash_deal": "FLASHSALE"}
_STAMP = "%m/%d/%Y %I:%M:%S %p"


@dataclass(slots=True)
class Night:
    """The rows of the list of promotions, by heading, and the launch check that somebody filled."""

    listed: list[Row] = field(default_factory=list)
    check: Book = field(default_factory=lambda: Book(CHECK, {SHEET.key: []}))

    @property
    def table(self) -> RawTable:
        """The list as its file holds it."""
        return RawTable(HEADER, tuple(tuple(row.get(name) for name in HEADER) for row in self.listed))

    def cell(self, heading: str, index: int) -> str:
        """Return the cell of a row of the list, counted from 0; -1 is its heading."""
        return f"{'ABCDEFGHIJKLM'[HEADER.index(heading)]}{index + 2}"


def night_of(lock: Lock) -> Night:
    """Return what came in after a lock when everything was keyed in and seen as it was locked."""
    keyed = keyed_in(lock)
    offers = lock.promotions.drop_duplicates("id").set_index("id")
    rows = plain_rows(keyed)
    listed = [_listed(row, offers.loc[row["promotion_id"]], lock) for row in rows]
    told = keyed.assign(product=product_words(keyed), item=item_of_keyed(keyed))
    told = told[told["promotion_id"].isin(NOMINATED)]  # those of the campaign, without what faults were planted on
    seen = plain_rows(told.groupby("promotion_id").head(EACH))
    return Night(listed, Book(CHECK, {SHEET.key: [_seen(row, lock) for row in seen]}))


def _listed(row: Row, offer: "pd.Series[Any]", lock: Lock) -> Row:
    zone = ZoneInfo(lock.zone)
    first, last = row["starts"].tz_convert(zone), row["ends"].tz_convert(zone) - timedelta(seconds=1)
    return {
        "Own ID": row["promotion_id"],
        "Activity name": offer["title"],
        "Activity type": _TYPES.get(offer["tool"], "FIXED_PRICE"),
        "Status": "NOT_START",
        "Product level": str(row["level"]).upper(),
        "Start time": first.strftime(_STAMP),
        "End time": last.strftime(_STAMP),
        "Seller ID": row["seller_id"],
        "Product ID": row["product_id"],
        "SKU ID": row["sku_id"],
        "Activity price": "" if pd.isna(row["deal_price"]) else f"{row['deal_price'] / 100:.2f}",  # a gift has none
        "Quantity limit": str(row["quantity"]),
        "Quantity per user": str(row["per_buyer"]),
    }


def _seen(row: Row, lock: Lock) -> Row:
    told = {**row, "check_at": row["starts"], "shelf_price": row["deal_price"], "seen_price": row["deal_price"]}
    told["seen_at"] = row["starts"] + timedelta(minutes=4)
    given = {column.key: retyped(column, told, lock.currency, lock.zone) for column in SHEET.columns if column.is_input}
    return {**given, "tick": BOX, "why": SAMPLE, "seen_by": OWNER}

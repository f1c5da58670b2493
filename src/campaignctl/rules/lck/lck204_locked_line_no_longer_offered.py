"""A line that was locked is no longer offered: its row is gone, or says Withdraw, and no change says so.

It is on the banner and in the upload file all the same; buyers will find it at a price that its seller no longer wants.
"""

from collections.abc import Iterator
from dataclasses import replace

import pandas as pd

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.changes import promised
from campaignctl.domain.findings import Severity
from campaignctl.rules.against import LINE, by_line
from campaignctl.rules.case import Case
from campaignctl.rules.promotions import standing
from campaignctl.rules.rule import Rows, Rule

_AT = ["file", "sheet", "row"]


_TOLD = "{item} in {promotion_id} was agreed with you, and is no longer offered"


def check(case: Case) -> Iterator[Rows]:
    """Find lines of the lock that nobody offers, at their row, their sheet, or their shop on the sheet Sellers.

    The money at stake is what the whole stock would have sold for. Lines of a promotion that is itself gone are told
    with it.
    """
    gone = _gone(case)
    if case.lock is None or gone.empty:
        return
    say = f"Line of {{item}} in {{promotion_id}} is part of lock {case.lock.number} and is no longer offered"
    amount = gone["deal_price"] * gone["stock"]
    for key, placed in (("line", _at_rows), ("line", _at_sheets), ("seller_id", _at_shops)):
        told = placed(case, gone)
        gone = gone.drop(told.index)
        yield Rows(told, key, say, amount=amount[told.index], say_for_seller=_TOLD)


def _gone(case: Case) -> pd.DataFrame:
    lock = case.lock
    if lock is None:
        return pd.DataFrame()
    left = by_line(promised(lock, [replace(change, approved=True) for change in case.changes]).lines)
    live = pd.MultiIndex.from_frame(case.sku_lines[LINE].astype("str"))
    standing_ids = case.promotions.loc[standing(case.promotions), "id"]
    gone = left[~left.index.isin(live) & left["promotion_id"].isin(standing_ids)]
    return gone.assign(item=gone.index.get_level_values("item")).reset_index(drop=True).drop(columns=_AT)


def _at_rows(case: Case, gone: pd.DataFrame) -> pd.DataFrame:
    """Return the lines whose row still stands in its seller's workbook, with its place."""
    raw = case.frames["all_lines"]
    items = raw["sku_id"].fillna(raw["product_id"])
    rows = raw.assign(item=items, promotion_id=raw["promotion_id"].astype("str"))[[*LINE, *_AT]]
    return _with_place(gone, rows.dropna(subset=["item"]).drop_duplicates(LINE, keep="last"), LINE)


def _at_sheets(case: Case, gone: pd.DataFrame) -> pd.DataFrame:
    """Return the lines whose seller still has a sheet Products, with that sheet."""
    raw = case.frames["all_lines"]
    sheets = raw[["seller_id", "file", "sheet"]].drop_duplicates("seller_id")
    return _with_place(gone, sheets.assign(row=None).astype({"row": "Int64"}), ["seller_id"])


def _at_shops(case: Case, gone: pd.DataFrame) -> pd.DataFrame:
    shops = case.sellers.dropna(subset=["seller_id"]).drop_duplicates("seller_id")
    return _with_place(gone, shops[["seller_id", *_AT]], ["seller_id"])


def _with_place(gone: pd.DataFrame, places: pd.DataFrame, on: list[str]) -> pd.DataFrame:
    return gone.reset_index().merge(places, on=on).set_index("index").rename_axis(None)


RULE = Rule(
    code="LCK204",
    name="locked-line-no-longer-offered",
    severity=Severity.ERROR,
    over="sku_lines",
    check=check,
    fix="Have the row offered again, or enter Withdraw SKU in the sheet Changes with who approved it.",
    fix_for_seller="Put the row back and write Offer in its column Line, or tell us why it has to go.",
    see=("LCK205",),
    examples=(
        draw("""
Locked Products
   | Promotion ID | SKU ID              | List price | Campaign price | Stock
 7 | HD26-01      | 1729500011223344501 | 32.00      | 24.99          | 500
 8 | HD26-01      | 1729500011223344502 | 46.00      | 39.00          | 100
 9 | HD26-01      | 1729500011223344503 | 28.00      | 22.40          | 300
Products
   | Promotion ID | SKU ID              | List price | Campaign price | Stock | Line
 7 | HD26-01      | 1729500011223344501 | 32.00      | 24.99          | 500   | Offer
 8 | HD26-01      | 1729500011223344502 | 46.00      | 39.00          | 100   | Withdraw | <- Line of 1729500011223344502 in HD26-01 is part of lock 1 and is no longer offered
 9 | HD26-01      | 1729500011223344503 | 28.00      | 22.40          | 300   | Withdraw
Changes
   | No.  | From             | Kind         | Seller ID | SKU ID              | Why         | Asked by   | Approved by
 7 | C001 | 2026-11-18 09:00 | Withdraw SKU | S-001     | 1729500011223344503 | fire damage | Norah Lind | Kai Lund
"""),
    ),
)

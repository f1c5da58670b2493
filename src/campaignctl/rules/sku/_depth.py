"""How deep a line's discount may be: the range of its tool on the day its promotion starts, and the promotion's own.

Shares are compared in hundredths of a percent and money in minor units, so that both stay whole; a price that rounds
to the end of a range lies inside it.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import numpy as np
import pandas as pd

from campaignctl.marketplaces.schema import Range
from campaignctl.rules.case import Case
from campaignctl.rules.narrowing import of_rows
from campaignctl.rules.sku._items import item_codes

BASIS = 10_000


@dataclass(frozen=True, slots=True)
class Allowed:
    """The range of every line: ``ranges[sort[i]]``, None where none is known."""

    sort: "pd.Series[Any]"
    ranges: tuple[Range | None, ...]

    @property
    def least(self) -> "pd.Series[Any]":
        """The least discount of every line in hundredths of a percent."""
        return self._each(lambda known: known.least)

    @property
    def most(self) -> "pd.Series[Any]":
        """The most of every line in hundredths of a percent."""
        return self._each(lambda known: known.most)

    def _each(self, end: Any) -> "pd.Series[Any]":
        shares = [None if known is None else _basis(end(known)) for known in self.ranges]
        return pd.Series(pd.array(shares, dtype="Int64").take(self.sort.to_numpy()), index=self.sort.index)


def _basis(share: Decimal | None) -> int | None:
    return None if share is None else int(share * BASIS)


def allowed(case: Case) -> Allowed:
    """Return the marketplace's range of every SKU line: lines alike in promotion, category and price share one."""
    return Allowed(of_rows(case, "sku_lines", _sorts), case.whole.once(_ranges))


def _ranges(case: Case) -> tuple[Range | None, ...]:
    """Return the range of each sort of line, by its number."""
    first = case.sku_lines[~case.once(_sorts).duplicated()]
    return tuple(_range(case, row) for row in _category(case, first).to_dict("records"))


def _sorts(case: Case) -> "pd.Series[Any]":
    """Return the number of each line's sort: lines of one sort have one range."""
    lines = case.sku_lines
    tools = [case.profile.tools[key] for key in case.promotions["tool"].dropna().unique()]
    ranges = [known for tool in tools for known in tool.discounts]
    sort = item_codes(case, "promotion_id")
    if any(known.categories for known in ranges):
        codes = pd.factorize(_category(case, lines)["category"])[0]
        sort = sort * (len(lines) + 1) + codes
    edges = sorted({edge for known in ranges for edge in (known.price_from, known.price_below) if edge is not None})
    if edges:
        steps = np.searchsorted(edges, lines["list_price"].fillna(0).to_numpy(dtype="int64"), side="right")
        steps[lines["list_price"].isna()] = len(edges) + 1  # a blank price is judged by itself
        sort = pd.factorize(sort)[0] * (len(edges) + 2) + steps
    return pd.Series(pd.factorize(sort)[0], index=lines.index)


def _category(case: Case, lines: pd.DataFrame) -> pd.DataFrame:
    """Fill blank categories with the main category of the form, else with that of the Sellers sheet."""
    category = lines["category"].astype("str")
    for frame, key in ((case.registrations, "main_category"), (case.sellers, "category")):
        main = frame.dropna(subset=["seller_id"]).drop_duplicates("seller_id").set_index("seller_id")[key]
        category = category.fillna(lines["seller_id"].map(main).astype("str"))
    return lines.assign(category=category)


def _range(case: Case, row: dict[Any, Any]) -> Range | None:
    if pd.isna(row["tool"]) or pd.isna(row["starts"]):
        return None
    price = None if pd.isna(row["list_price"]) else int(row["list_price"])
    category = "" if pd.isna(row["category"]) else str(row["category"])
    on = case.local(row["starts"].to_pydatetime()).date()
    return case.profile.discount_range(row["tool"], on, category, case.profile.country, price)


def shallower_than(lines: pd.DataFrame, share: "pd.Series[Any] | int") -> "pd.Series[Any]":
    """Whether a line gives less off list than ``share``, in hundredths of a percent."""
    return lines["list_price"] - lines["deal_price"] < lines["list_price"] * share // BASIS


def deeper_than(lines: pd.DataFrame, share: "pd.Series[Any] | int") -> "pd.Series[Any]":
    """Whether a line gives more off list than ``share``, in hundredths of a percent."""
    return lines["list_price"] - lines["deal_price"] > -(-lines["list_price"] * share // BASIS)


def too_shallow(case: Case) -> "pd.Series[Any]":
    """Whether a line gives less than the range of its tool allows."""
    return shallower_than(case.sku_lines, allowed(case).least)


def too_deep(case: Case) -> "pd.Series[Any]":
    """Whether a line gives more than the range of its tool allows."""
    return deeper_than(case.sku_lines, allowed(case).most)


def minimum(lines: pd.DataFrame) -> "pd.Series[Any]":
    """Return the Min. discount of every line's promotion in hundredths of a percent."""
    return (lines["min_discount"] * BASIS).round().astype("Int64")


def under_minimum(case: Case) -> "pd.Series[Any]":
    """Whether a line gives less than the Min. discount of its promotion."""
    return shallower_than(case.sku_lines, minimum(case.sku_lines))


def lowest_price(case: Case) -> "pd.Series[Any]":
    """Return the lowest price of every line, in minor units, that lies inside the range of its tool."""
    lines = case.sku_lines
    return lines["list_price"] - lines["list_price"] * allowed(case).most // BASIS

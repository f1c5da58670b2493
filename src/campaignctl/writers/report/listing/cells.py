"""The cells of a listing's column as the XML of a worksheet: numbers as numbers, everything else inert text."""

from collections.abc import Callable, Sequence
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np
import pandas as pd

from campaignctl.domain.listing import Listing, ListingColumn, Shows
from campaignctl.domain.money import CURRENCIES
from campaignctl.writers.inline_text import UNSAFE, escaped
from campaignctl.writers.report.cells import plain

_EPOCH = np.datetime64("1899-12-30")
_DAY = np.timedelta64(1, "D")
FLAGS = {True: "Yes", False: "No"}


def values(listing: Listing, column: ListingColumn, rows: slice = slice(None)) -> list[Any]:
    """Return what the cells of ``column`` hold: a number in its natural unit, a text, or None for a blank."""
    series = listing.frame[column.key].iloc[rows]
    match column.shows:
        case Shows.MONEY | Shows.PRICE:
            return _numbers(series, 10 ** CURRENCIES[listing.currency].decimals if listing.currency else 1)
        case Shows.COUNT | Shows.LIMIT | Shows.PERCENT | Shows.NUMBER:
            return _numbers(series, 1)
        case Shows.MOMENT | Shows.DAY:
            return _serials(series, listing.zone)
        case Shows.FLAG:
            return [None if pd.isna(value) else FLAGS[bool(value)] for value in series.tolist()]
        case _:
            return _texts(series)


def _numbers(series: "pd.Series[Any]", parts: int) -> list[Any]:
    """Return numbers, money in major units; a number without end is none that a cell could hold."""
    exact = pd.to_numeric(series)
    whole = exact.to_numpy(dtype="float64", na_value=np.nan) / parts
    return [number if ok else None for number, ok in zip(whole.tolist(), np.isfinite(whole).tolist(), strict=True)]


def _serials(series: "pd.Series[Any]", zone: str) -> list[Any]:
    """Return instants as Excel counts days, on the clock of ``zone``; Excel knows no zones."""
    local = series.dt.tz_convert(ZoneInfo(zone)).dt.tz_localize(None)
    days = (local.to_numpy() - _EPOCH) / _DAY
    return [None if np.isnan(day) else day for day in days.tolist()]


def _texts(series: "pd.Series[Any]") -> list[Any]:
    texts = series.astype("object").tolist() if series.dtype == "category" else series.tolist()
    missing = series.isna().tolist()
    return [None if blank else _clean(str(text)) or None for text, blank in zip(texts, missing, strict=True)]


def _clean(text: str) -> str:
    return plain(text) if UNSAFE.search(text) else text[:32767]


def as_xml(letters: str, first: int, found: Sequence[Any], style: int) -> list[str]:
    """Return one ``<c>`` element per value of a column, from row ``first`` (counted from 1) on."""
    blank = f'" s="{style}"/>'
    number = f'" s="{style}"><v>'
    text = f'" s="{style}" t="inlineStr"><is><t'
    open_ = f'<c r="{letters}'
    return [
        f"{open_}{row}{blank}"
        if value is None
        else f"{open_}{row}{text}{escaped(value)}</t></is></c>"
        if type(value) is str
        else f"{open_}{row}{number}{value:.16G}</v></c>"
        for row, value in enumerate(found, first)
    ]


def body(columns: Sequence[tuple[str, Sequence[Any], int]], heights: Callable[[int], str], first: int) -> str:
    """Return the rows of a piece of the listing; ``columns`` are letters, values and style, all of one length."""
    cells = [as_xml(letters, first, found, style) for letters, found, style in columns]
    return "".join(
        f'<row r="{row}"{heights(row)}>{"".join(whole)}</row>'
        for row, whole in enumerate(zip(*cells, strict=True), first)
    )

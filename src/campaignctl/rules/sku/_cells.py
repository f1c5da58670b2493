"""What a reader met in a cell of a Products sheet: a cell that only looks blank, or one that was rounded."""

from typing import Any

import pandas as pd

from campaignctl.domain.observations import Kind
from campaignctl.rules.case import Case
from campaignctl.workbooks.registration.products import PRODUCTS

LOST = (Kind.DAMAGED_ID, Kind.ERROR_CELL, Kind.UNCALCULATED)
"""A cell that is missing in the frame although something stands in it."""


def met(case: Case, lines: pd.DataFrame, key: str, *kinds: Kind) -> "pd.Series[Any]":
    """Whether one of ``kinds`` was met in the cell ``key`` of each of ``lines``; meant for few lines."""
    heading = PRODUCTS.column(key).name
    cells = {
        (seen.place.file, seen.place.sheet, seen.place.row)
        for seen in case.observations
        if seen.kind in kinds and seen.place.column == heading
    }
    places = zip(lines["file"], lines["sheet"], lines["row"], strict=True)
    return pd.Series([place in cells for place in places], index=lines.index, dtype="bool")

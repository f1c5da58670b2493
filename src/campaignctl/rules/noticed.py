"""A cell that the reader already spoke of is not spoken of again."""

from collections.abc import Collection

import pandas as pd

from campaignctl.domain.forms import Sheet
from campaignctl.domain.observations import Kind
from campaignctl.rules.case import Case


def met(case: Case, rows: pd.DataFrame, heading: str, kinds: Collection[Kind] = ()) -> "pd.Series[bool]":
    """Whether the reader met something (of ``kinds``, where given) in the cell under ``heading`` of each row."""
    cells = {
        (seen.place.file, seen.place.sheet, seen.place.row)
        for seen in case.observations
        if seen.place.column == heading and (not kinds or seen.kind in kinds)
    }
    places = zip(rows["file"], rows["sheet"], rows["row"], strict=True)
    return pd.Series([place in cells for place in places], index=rows.index, dtype="bool")


def noticed(case: Case, rows: pd.DataFrame, sheet: Sheet, key: str) -> "pd.Series[bool]":
    """Whether the reader met something odd in the cell ``key`` of each row, or did not read its whole column."""
    heading = sheet.column(key).name
    unread = {
        (seen.place.file, seen.place.sheet)
        for seen in case.observations
        if (seen.kind is Kind.UNKNOWN_COLUMN and heading in (seen.place.column, seen.detail))
        or (seen.kind is Kind.UNCLEAR_COLUMN and heading in seen.detail)
    }
    absent = [place in unread for place in zip(rows["file"], rows["sheet"], strict=True)]
    return met(case, rows, heading) | pd.Series(absent, index=rows.index, dtype="bool")


def left_blank(case: Case, rows: pd.DataFrame, sheet: Sheet, key: str) -> "pd.Series[bool]":
    """Whether the cell ``key`` of each row is blank, and nothing has been said of it yet."""
    return rows[key].isna() & ~noticed(case, rows, sheet, key)

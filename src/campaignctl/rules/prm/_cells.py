"""A cell of a promotion or coupon that the reader already spoke of is not spoken of again."""

import pandas as pd

from campaignctl.domain.forms import Sheet
from campaignctl.domain.observations import Kind
from campaignctl.rules.case import Case


def noticed(case: Case, rows: pd.DataFrame, sheet: Sheet, key: str) -> "pd.Series[bool]":
    """Whether the reader met something odd in the cell ``key`` of each row, or did not read its whole column."""
    heading = sheet.column(key).name
    met = [seen for seen in case.observations if heading in (seen.place.column, seen.detail)]
    cells = {(seen.place.file, seen.place.sheet, seen.place.row) for seen in met if seen.place.column == heading}
    unread = {(seen.place.file, seen.place.sheet) for seen in met if seen.kind is Kind.UNKNOWN_COLUMN}
    unread |= {
        (seen.place.file, seen.place.sheet)
        for seen in case.observations
        if seen.kind is Kind.UNCLEAR_COLUMN and heading in seen.detail
    }
    places = zip(rows["file"], rows["sheet"], rows["row"], strict=True)
    told = [(file, name, row) in cells or (file, name) in unread for file, name, row in places]
    return pd.Series(told, index=rows.index, dtype="bool")


def left_blank(case: Case, rows: pd.DataFrame, sheet: Sheet, key: str) -> "pd.Series[bool]":
    """Whether the cell ``key`` of each row is blank, and nothing has been said of it yet."""
    return rows[key].isna() & ~noticed(case, rows, sheet, key)

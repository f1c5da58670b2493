"""Computed cells are locked without a password, as a courtesy; a sheet with an outline stays open.

Excel neither opens nor closes outline groups on a locked sheet, so there the computed cells refuse typing instead.
"""

from xlsxwriter.worksheet import Worksheet

_ALLOWED = ("format_columns", "format_rows", "insert_rows", "sort", "autofilter")


def protect(sheet: Worksheet, *, folded: bool) -> None:
    """Lock what is not an input, unless columns are folded away."""
    if not folded:
        sheet.protect("", dict.fromkeys(_ALLOWED, True))

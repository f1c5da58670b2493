"""Lines that speak of one thing: the same SKU or product, in one workbook or in all."""

from typing import Any

import numpy as np
import pandas as pd

from campaignctl.rules.case import Case

Codes = np.ndarray[Any, np.dtype[np.int64]]


def item_codes(case: Case, key: str, *, in_file: bool = False) -> Codes:
    """Return a number for what each SKU line has in column ``key``, -1 where it is missing.

    With ``in_file`` the same ID has another number in every workbook. The numbers are those of the whole campaign.
    """
    return _of_lines(case, case.whole.once(_codes_in_files if in_file else _codes, key))


def distinct(case: Case, key: str) -> "pd.Series[Any]":
    """Return what the campaign's lines have in column ``key``, once each, at its number in ``item_codes``."""
    return case.whole.once(_numbered, key)[1]


def numbered(ids: "pd.Series[Any]", files: "pd.Series[Any]") -> Codes:
    """Return a number for each ID within its workbook, -1 where it is missing."""
    return _in_files(pd.factorize(ids)[0], files)


def disagreeing(lines: pd.DataFrame, codes: Codes, values: Codes) -> pd.DataFrame:
    """Return the lines of every item whose ``values``, missing ones aside, are not all the same, with ``item``.

    Items and values are numbers, -1 where missing.
    """
    known = np.flatnonzero((codes >= 0) & (values >= 0))
    items, numbers = codes[known], values[known]
    first = np.full(items.max(initial=-1) + 1, -1)
    first[items[::-1]] = numbers[::-1]
    differs = numbers != first[items]
    if not differs.any():
        return lines.iloc[:0].assign(item=items[:0])
    mixed = np.zeros(len(first), dtype=bool)
    mixed[items[differs]] = True
    chosen = mixed[items]
    return lines.iloc[known[chosen]].assign(item=items[chosen])


def _numbered(case: Case, key: str) -> tuple[Codes, "pd.Series[Any]"]:
    codes, ids = pd.factorize(case.sku_lines[key])
    return codes.astype("int64"), pd.Series(ids)


def _codes(case: Case, key: str) -> Codes:
    return case.once(_numbered, key)[0]


def _codes_in_files(case: Case, key: str) -> Codes:
    return _in_files(case.once(_codes, key), case.sku_lines["file"])


def _in_files(codes: Codes, files: "pd.Series[Any]") -> Codes:
    at = files.cat.codes.to_numpy(dtype="int64")
    if not at.any():  # one workbook
        return codes
    numbers: Codes = pd.factorize(np.where(codes < 0, -1, codes * (at.max() + 1) + at))[0].astype("int64")
    return np.where(codes < 0, -1, numbers)


def _of_lines(case: Case, codes: Codes) -> Codes:
    """Return the numbers of the lines that are left of all."""
    lines, all_lines = case.sku_lines, case.whole.sku_lines
    return codes if lines is all_lines else codes[all_lines.index.get_indexer(lines.index)]

"""Lines that speak of one thing: the same SKU or product, in one workbook or in all."""

from typing import Any

import numpy as np
import pandas as pd

Codes = np.ndarray[Any, np.dtype[np.int64]]


def item_codes(lines: pd.DataFrame, key: str, *, in_file: bool = True) -> Codes:
    """Return a number for each line's ID in column ``key``, -1 where it is missing.

    With ``in_file`` the same ID has another number in every workbook.
    """
    codes = pd.factorize(lines[key])[0].astype("int64")
    if not in_file:
        return codes
    files = lines["file"].cat.codes.to_numpy(dtype="int64")
    return np.where(codes < 0, -1, codes * (files.max(initial=0) + 1) + files)


def disagreeing(lines: pd.DataFrame, codes: Codes, values: "pd.Series[Any]") -> pd.DataFrame:
    """Return the lines of every item whose ``values``, missing ones aside, are not all the same, with ``item``."""
    numbers = pd.factorize(values)[0]
    known = (codes >= 0) & (numbers >= 0)
    items = pd.factorize(codes[known])[0]
    first = np.full(items.max(initial=-1) + 1, -1)
    first[items[::-1]] = numbers[known][::-1]
    mixed = np.unique(items[numbers[known] != first[items]])
    chosen = np.isin(items, mixed)
    return lines.iloc[np.flatnonzero(known)[chosen]].assign(item=items[chosen])

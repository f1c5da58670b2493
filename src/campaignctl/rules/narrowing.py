"""A rule is shown only the rows that it speaks of and can judge; rules that are shown the same rows share one case.

At a hundred thousand lines a copy of the frame costs more than most checks; and what one rule made of its rows
(``Case.once``) serves the next.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from campaignctl.rules.case import Case

Mask = npt.NDArray[np.bool_]

_KEPT = 3
"""Narrowed cases that are kept: rules on the same columns stand side by side, and each case holds all columns."""


def narrowed(case: Case, over: str, mask: Mask) -> Case:
    """Return the case with only the rows of ``mask`` in ``over``; itself where the mask leaves nothing out."""
    if mask.all():
        return case
    kept = case.once(_narrowings)
    key = (over, np.packbits(mask).tobytes())
    if key not in kept:
        while len(kept) >= _KEPT:
            del kept[next(iter(kept))]
        kept[key] = case.with_rows(over, case.frames[over][mask])
    return kept[key]


def sure(mask: "pd.Series[Any]") -> Mask:
    """Return a mask of one's own, in which missing means no."""
    return np.array(mask.to_numpy(dtype=bool, na_value=False))


def of_rows(case: Case, over: str, make: Callable[[Case], "pd.Series[Any]"]) -> "pd.Series[Any]":
    """Return what ``make`` says of each row of ``over``; it is asked once, of all rows of the campaign.

    For what a row and the campaign decide, whatever other rows a rule is shown.
    """
    told = case.whole.once(make)
    rows = case.frames[over]
    return told if rows is case.whole.frames[over] else told.reindex(rows.index)


def _narrowings(_case: Case) -> dict[tuple[str, bytes], Case]:
    return {}

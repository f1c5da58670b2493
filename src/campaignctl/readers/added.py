"""Columns that people add to a form: kept as they wrote them, carried to the roster, and ignored by every rule."""

from collections import Counter
from collections.abc import Sequence

import pandas as pd

from campaignctl.readers.cells import shown
from campaignctl.readers.sheets import RawSheet

MOST = 40
"""Columns kept of all files together: those that most rows fill."""


def added_columns(raw: RawSheet) -> pd.DataFrame:
    """Return what stands under headings that nobody declared, as text, a row for each entry; blank ones are missing."""
    texts = {heading: [shown(cell) or None for cell in cells] for heading, cells in raw.added.items()}
    return pd.DataFrame({heading: pd.array(column, dtype="str") for heading, column in texts.items()})


def together(parts: Sequence[tuple[int, pd.DataFrame | None]]) -> pd.DataFrame:
    """Return the added columns of several files under one another; each part is its number of rows and its columns.

    Equal headings are one column, whatever file they stand in.
    """
    filled: Counter[str] = Counter()
    for _, part in parts:
        if part is not None:
            filled.update({str(heading): int(part[heading].notna().sum()) for heading in part.columns})
    kept = [heading for heading, count in filled.most_common(MOST) if count]
    frames = [(pd.DataFrame(index=range(rows)) if part is None else part).reindex(columns=kept) for rows, part in parts]
    whole = pd.concat(frames, ignore_index=True) if frames else pd.DataFrame(columns=kept)
    return whole.astype("str")

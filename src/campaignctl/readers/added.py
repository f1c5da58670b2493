"""Columns that people add to a form: kept as they wrote them, carried to the roster, and ignored by every rule."""

from collections import Counter
from collections.abc import Iterator, Sequence

import pandas as pd

from campaignctl.readers.cells import shown
from campaignctl.readers.raw import RawSheet

MOST = 40
"""Columns kept of all files together: those that most rows fill."""


def added_columns(parts: Sequence[RawSheet]) -> pd.DataFrame:
    """Return what stands under headings that nobody declared, as text, a row for each entry of each part in turn.

    Equal headings are one column, whatever file they stand in; blank cells are missing, blank columns left out.
    """
    filled: Counter[str] = Counter()
    for raw in parts:
        filled.update({heading: sum(cell != "" for cell in cells) for heading, cells in raw.added.items()})
    kept = [heading for heading, count in filled.most_common(MOST) if count]
    columns = {heading: pd.array(list(_column(parts, heading)), dtype="str") for heading in kept}
    return pd.DataFrame(columns, index=pd.RangeIndex(sum(len(raw.rows) for raw in parts)))


def _column(parts: Sequence[RawSheet], heading: str) -> Iterator[str | None]:
    for raw in parts:
        yield from (shown(cell) or None for cell in raw.added.get(heading) or [""] * len(raw.rows))

"""A file as a marketplace hands it out: rows of cells under a header, with whatever stands above it."""

from dataclasses import dataclass
from datetime import datetime

RawCell = str | int | float | datetime | None


@dataclass(frozen=True, slots=True)
class RawTable:
    """One sheet or one CSV; ``above`` are the rows before the header, ``sheet`` the tab's name in a workbook."""

    header: tuple[str, ...]
    rows: tuple[tuple[RawCell, ...], ...]
    above: tuple[tuple[RawCell, ...], ...] = ()
    sheet: str = "Sheet1"

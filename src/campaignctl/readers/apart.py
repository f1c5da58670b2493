"""A workbook of an old or other format is read in a process of its own.

Its parser believes what the file claims of its sizes, and takes the whole process down when that is too much; these
formats are rare enough to pay for a process each.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from campaignctl.readers.extent import MOST_CELLS
from campaignctl.readers.package import Unfit

_SCRIPT = Path(__file__).with_name("apart_process.py")
_SECONDS = 300
_MOST_BYTES = 64 << 20


@dataclass(frozen=True, slots=True)
class ApartSheet:
    """One sheet as a ``Grid`` holds it."""

    name: str
    rows: list[list[Any]]
    left: int
    hidden: bool
    merged: tuple[tuple[tuple[int, int], tuple[int, int]], ...]


def read_apart(path: Path) -> tuple[ApartSheet, ...]:
    """Return the sheets of a workbook that is no package of XML; ``Unfit`` when its parser fails in whatever way."""
    if path.stat().st_size > _MOST_BYTES:
        raise Unfit(f"is over {_MOST_BYTES >> 20} MB; save it as .xlsx")
    command = [sys.executable, "-I", "-X", "utf8", str(_SCRIPT), str(path), str(MOST_CELLS)]
    try:
        ran = subprocess.run(command, capture_output=True, check=False, timeout=_SECONDS)  # noqa: S603 - our own script
    except subprocess.TimeoutExpired as late:
        raise Unfit("takes too long to read; save it as .xlsx") from late
    try:
        told = json.loads(ran.stdout)
    except ValueError as error:
        raise Unfit("is damaged, or claims to be far larger than it is; save it as .xlsx") from error
    if "why" in told:
        raise Unfit(told["why"])
    return tuple(_sheets(told["sheets"]))


def _sheets(told: list[dict[str, Any]]) -> Iterator[ApartSheet]:
    for sheet in told:
        merged = tuple(((r0, c0), (r1, c1)) for (r0, c0), (r1, c1) in sheet["merged"])
        rows = [[_cell(cell) if isinstance(cell, list) else cell for cell in row] for row in sheet["rows"]]
        yield ApartSheet(sheet["name"], rows, sheet["left"], sheet["hidden"], merged)


def _cell(told: list[Any]) -> Any:
    kind, value = told
    match kind:
        case "datetime":
            return datetime.fromisoformat(value)
        case "date":
            return date.fromisoformat(value)
        case "time":
            return time.fromisoformat(value)
        case _:
            return timedelta(seconds=value)

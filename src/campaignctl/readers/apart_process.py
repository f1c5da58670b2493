"""The process that reads one workbook and writes its cells as JSON; it is run as a script, with nothing of ours loaded.

``apart_process.py FILE MOST_CELLS`` prints ``{"sheets": [...]}``, or ``{"why": ...}`` for a file that is refused.
"""

import contextlib
import io
import json
import sys
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import python_calamine

_MEMORY, _CPU = 3 << 30, 120


def main(path: str, most_cells: int) -> None:
    """Read the file at ``path`` and print what it holds."""
    _limited()
    try:
        told: dict[str, Any] = {"sheets": _sheets(path, most_cells)}
    except python_calamine.PasswordError:
        told = {"why": "is protected with a password"}
    except (python_calamine.CalamineError, OSError, ValueError) as error:
        told = {"why": f"cannot be read as a workbook ({error})"}
    json.dump(told, sys.stdout, ensure_ascii=True)


def _limited() -> None:
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (_CPU, _CPU))


def _sheets(path: str, most_cells: int) -> list[dict[str, Any]]:
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(Path(path).read_bytes()))
    found, cells = [], 0
    for about in book.sheets_metadata:
        if about.typ != python_calamine.SheetTypeEnum.WorkSheet:
            continue
        sheet = book.get_sheet_by_name(about.name)
        cells += sheet.total_height * sheet.total_width
        if cells > most_cells:
            raise ValueError(f"a used area of {cells:,} cells")
        rows = [[_told(cell) for cell in row] for row in sheet.iter_rows()] if sheet.start else []
        found.append({
            "name": about.name,
            "rows": rows,
            "left": sheet.start[1] if sheet.start else 0,
            "hidden": about.visible != python_calamine.SheetVisibleEnum.Visible,
            "merged": sheet.merged_cell_ranges or [],
        })  # fmt: skip
    return found


def _told(cell: Any) -> Any:
    match cell:
        case datetime() | date() | time():
            return [type(cell).__name__, cell.isoformat()]
        case timedelta():
            return ["timedelta", cell.total_seconds()]
        case int() if not isinstance(cell, bool):
            return float(cell)  # as the other formats give it
        case _:
            return cell


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))

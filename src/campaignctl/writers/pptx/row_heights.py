"""How high the rows of a table are: as the template has them, less when there are many, more where one says more."""

from collections.abc import Sequence
from typing import Any

from campaignctl.writers.pptx.directions import Directions
from campaignctl.writers.pptx.fitting import Style, needed
from campaignctl.writers.pptx.table_columns import TableColumn

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
EMU_INCH, EMU_POINT = 914400, 12700
_MARGINS = {"marL": 91440, "marR": 91440, "marT": 45720, "marB": 45720}


def lay_rows(shape: Any, rows: Sequence[Any], heads: int, wants: Directions, *, is_led: bool) -> int:
    """Give the rows their height, less than the pattern's when there are many; return it.

    Where the table ``is_led`` by a first row of its own, that one keeps its height.
    """
    above = heads + is_led
    head = sum(int(row.get("h")) for row in rows[:above])
    height = int(rows[min(above, len(rows) - 1)].get("h"))
    if wants.height:
        height = min(height, (round(wants.height * EMU_INCH) - head) // max(len(rows) - above, 1))
    for row in rows[above:]:
        row.set("h", str(height))
    shape.height = head + height * (len(rows) - above)
    return height


def grow(shape: Any, rows: Sequence[Any], columns: Sequence[TableColumn], wants: Directions) -> None:
    """Give rows the height that their words need, as far as the table has it to spare.

    Cells that say more than one thing are set as large as the template has them, others as small as may be.
    """
    spare = round(wants.height * EMU_INCH) - shape.height if wants.height else 0
    for row in rows:
        needs = [_need(cell, column.width) for cell, column in zip(row.findall(f"{A}tc"), columns, strict=True)]
        more = max(0, min(spare, max(needs) - int(row.get("h"))))
        row.set("h", str(int(row.get("h")) + more))
        shape.height, spare = shape.height + more, spare - more


def _need(cell: Any, width: int) -> int:
    paragraphs = list(cell.iter(f"{A}p"))
    if cell.get("rowSpan") or cell.get("vMerge") or cell.get("gridSpan"):
        return 0
    left, right, top, bottom = margins_of(cell)
    room, one = (width - left - right) / EMU_POINT, len(paragraphs) == 1
    return round(needed(paragraphs, Style(), room, smallest=one) * EMU_POINT) + top + bottom


def margins_of(cell: Any) -> list[int]:
    """Return what an ``a:tc`` leaves free left, right, above and below its text."""
    look = cell.find(f"{A}tcPr")
    return [int(look.get(name, default)) if look is not None else default for name, default in _MARGINS.items()]

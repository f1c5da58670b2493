"""Returns for workbooks: as many cells marked in each as its second argument says, spread over its rows."""

import re
import sys
from pathlib import Path
from zipfile import ZipFile

from campaignctl.domain.returns import Beside, Line, Mark, Return, Standing, Tile, key_of
from campaignctl.folder.outputs import Outputs
from campaignctl.writers.returns import write_return

COLUMN, FIRST, HEADER = "K", 7, 4
WRONG, CURE = "Deal 12.30 is not below the 30-day low 11.60.", "Lower the deal price, or choose a product discount."


def rows_of(book: Path) -> int:
    """Return the last row of the sheet Products, from the range that it says it uses."""
    with ZipFile(book) as package, package.open("xl/worksheets/sheet1.xml") as sheet:
        found = re.search(rb'<dimension ref="[A-Z0-9]+:[A-Z]+(\d+)"', sheet.read(4096))
    return int(found[1]) if found else FIRST


def return_of(name: str, last: int, cells: int) -> Return:
    """Return a return with ``cells`` errors."""
    rows = range(FIRST, last + 1, max((last - FIRST + 1) // cells, 1))[:cells]
    error = Standing.ERROR
    return Return(
        name=name,
        source=name,
        title=f"{cells:,} cells to mend before you can be confirmed",
        context="Fern & Clay (S-001)",
        tiles=(Tile(f"{cells:,}", "▲ errors: must be mended", error),),
        lines=tuple(
            Line(error, "Products", f"{COLUMN}{row}", "SKU204", "12.30", WRONG, CURE, "new", key_of((str(row),) * 6))
            for row in rows
        ),
        marks=tuple(
            Mark("Products", f"{COLUMN}{row}", error, f"campaignctl · SKU204 error\n{WRONG}\nFix: {CURE}")
            for row in rows
        ),
        besides=(Beside("Products", HEADER, "Findings", tuple((row, error, "▲ SKU204 too dear") for row in rows)),),
        footer=("Click a cell address to jump to it.",),
        campaign="HD26",
    )


folder, count = Path(sys.argv[1]), int(sys.argv[2])
for book in sorted(folder.glob("*.xlsx")):
    write_return(return_of(book.stem, rows_of(book), count), book, folder.parent / "returns", Outputs())

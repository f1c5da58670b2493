"""Which cells of a workbook hold formulas: the parser shows their results only."""

import re
from pathlib import Path

from campaignctl.readers.package import Unfit, opened, path_of
from campaignctl.readers.preflight import sheets_of

_FORMULA = re.compile(rb"""\sr\s*=\s*["']([A-Z]{1,3}[0-9]{1,7})["'][^<>]*>\s*<(?:[\w.-]+:)?f[\s/>]""")
_OVERLAP = 1 << 10


def formula_cells(path: Path) -> dict[str, frozenset[str]]:
    """Return the cells with a formula by the name of their sheet; nothing for a file that is no package of parts."""
    cells: dict[str, frozenset[str]] = {}
    try:
        with path.open("rb") as file:
            package = opened(path, file)
            names, sheets = sheets_of(package)
            for part in sheets:
                found, tail = set[str](), b""
                for piece in package.unpacked(part):
                    text = tail + piece
                    if b"<f" in text or b":f" in text:  # most of a list holds none, and looking at each cell takes long
                        found.update(cell.decode() for cell in _FORMULA.findall(text))
                    tail = text[-_OVERLAP:]
                cells |= dict.fromkeys(names.get(path_of(part), ()), frozenset(found))
    except Unfit:
        return {}
    return cells

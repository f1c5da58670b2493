"""How rows of a table stand apart: the head of a block below the rows before it, and a total below all."""

from copy import deepcopy
from typing import Any

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls

from campaignctl.domain.tables import Table
from campaignctl.writers.pptx.paragraphs import paint

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
EMU_POINT = 12700


def is_heading(table: Table, index: int) -> bool:
    """Whether a row says something in its first cell alone: it heads those below it."""
    _, *rest = table.rows[index] if index < len(table.rows) else ("", None)
    return len(rest) > 1 and all(cell == "" for cell in rest)


def headed(row: Any) -> Any:
    """Return a row with its words set apart from those of ordinary rows."""
    for run in row.iter(f"{A}r"):
        paint(run, "tx2")
        run.find(f"{A}rPr").set("b", "1")
    return row


def part_off(above: Any, head: Any) -> None:
    """Draw the line over the head of a block in ink, as that under the table's own header."""
    for row, side in ((above, "lnB"), (head, "lnT")):
        for edge in row.iterfind(f"{A}tc/{A}tcPr/{A}{side}"):
            for old in list(edge):
                edge.remove(old)
            edge.set("w", str(EMU_POINT))
            edge.append(parse_xml(f'<a:solidFill {nsdecls("a")}><a:schemeClr val="tx1"/></a:solidFill>'))


def close_with(above: Any, total: Any) -> None:
    """Draw the line over the total as the lower edge of the row above too: programs differ in which one wins."""
    for upper, lower in zip(above.findall(f"{A}tc"), total.findall(f"{A}tc"), strict=True):
        edge, old = lower.find(f"{A}tcPr/{A}lnT"), upper.find(f"{A}tcPr/{A}lnB")
        if edge is not None and old is not None:
            fresh = deepcopy(edge)
            fresh.tag = f"{A}lnB"
            old.getparent().replace(old, fresh)

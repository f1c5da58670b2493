"""A chart that stands in the rows of a table: its cell reaches down over all rows, so that mark and row agree.

The rows get one exact height, and the chart the height of all of them; rows below, without words, hold its axis.
"""

from collections.abc import Sequence
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from campaignctl.writers.pptx.scales import keep_height

EMU_TWIP = 635
USUAL = 360
"""A quarter of an inch in twips: the height of a row whose template gives none."""


def cell_of(drawing: Any) -> Any | None:
    """Return the ``w:tc`` that a drawing stands in, or None outside any table."""
    return next(drawing.iterancestors(qn("w:tc")), None)


def has_drawing(element: Any) -> bool:
    """Whether a drawing stands in an element."""
    return next(element.iter(qn("w:drawing")), None) is not None


def without_drawing(row: Any) -> Any:
    """Return a row with its drawings taken out; their paragraphs stay, as a cell needs one."""
    for drawing in list(row.iter(qn("w:drawing"))):
        run = drawing.getparent()
        run.getparent().remove(run)
    return row


def merge_down(rows: Sequence[Any]) -> None:
    """Make one cell of those below the one in the first row that holds a drawing."""
    for at, cell in enumerate(rows[0].findall(qn("w:tc"))):
        if not has_drawing(cell):
            continue
        for number, row in enumerate(rows):
            merge = OxmlElement("w:vMerge")
            if not number:
                merge.set(qn("w:val"), "restart")
            look = row.findall(qn("w:tc"))[at].get_or_add_tcPr()
            look.insert_element_before(
                merge, "w:tcBorders", "w:shd", "w:noWrap", "w:tcMar", "w:textDirection", "w:tcFitText", "w:vAlign"
            )


def lay_in_rows(shape: Any, drawing: Any, pattern: Any, feet: Sequence[Any], rows: int) -> None:
    """Give a chart the height of ``rows`` rows and of those below; its plot stays in the former."""
    high, below = rows * _exact(pattern), sum(_exact(foot) for foot in feet)
    extent = next(drawing.iter("{*}extent"))
    extent.set("cy", str((high + below) * EMU_TWIP))
    keep_height(shape, high / (high + below))


def _exact(row: Any) -> int:
    """Make a row as high as its template has it, whatever stands in it, and return how high (twips) that is."""
    look = row.get_or_add_trPr()
    height = look.find(qn("w:trHeight"))
    if height is None:
        height = OxmlElement("w:trHeight")
        height.set(qn("w:val"), str(USUAL))
        look.append(height)
    height.set(qn("w:hRule"), "exact")
    return int(height.get(qn("w:val")))

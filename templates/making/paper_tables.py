"""Tables on paper: a head, a rule, and one pattern row that the memo is grown from."""

from collections.abc import Sequence
from dataclasses import dataclass

from docx.document import Document as Paper
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Inches

from making.paper import INK, RULE, rule


@dataclass(frozen=True, slots=True)
class Col:
    """A column: its token, width in inches and head."""

    token: str
    width: float
    head: str
    right: bool = False
    bold: bool = False


def table(paper: Paper, columns: Sequence[Col]) -> None:
    """Add a table whose last row holds a token per column."""
    made = paper.add_table(rows=2, cols=len(columns))
    made.autofit = False
    _cell_margins(made._tbl.tblPr)  # noqa: SLF001 (cell margins have no public way)
    for at, column in enumerate(columns):
        made.columns[at].width = Inches(column.width)
        for row, style, text in ((0, "Memo Head", column.head), (1, "Memo Cell", f"{{{{ {column.token} }}}}")):
            cell = made.rows[row].cells[at]
            cell.width = Inches(column.width)
            paragraph = cell.paragraphs[0]
            paragraph.style = paper.styles[style]
            run = paragraph.add_run(text)
            run.bold = True if row and column.bold else None
            if column.right:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            ink, weight = (RULE, 0.5) if row else (INK, 1)
            rule(cell._tc.get_or_add_tcPr(), "bottom", weight, ink)  # noqa: SLF001
    for row in made.rows:
        whole = OxmlElement("w:cantSplit")
        row._tr.get_or_add_trPr().append(whole)  # noqa: SLF001
    head = OxmlElement("w:tblHeader")
    made.rows[0]._tr.get_or_add_trPr().append(head)  # noqa: SLF001


def _cell_margins(properties: object) -> None:
    box = OxmlElement("w:tblCellMar")
    for side, width in (("left", 0), ("right", 100)):
        edge = OxmlElement(f"w:{side}")
        edge.set(qn("w:w"), str(width))
        edge.set(qn("w:type"), "dxa")
        box.append(edge)
    properties.insert_element_before(box, "w:tblLook")  # type: ignore[attr-defined]

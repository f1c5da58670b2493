"""Tables on paper: a head, a rule, and one pattern row that the memo is grown from."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from docx.document import Document as Paper
from docx.enum.table import WD_ALIGN_VERTICAL, WD_ROW_HEIGHT_RULE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Inches, RGBColor

from making.paper import INK, RULE, SECONDARY, rule


@dataclass(frozen=True, slots=True)
class Col:
    """A column: its token, width in inches and head.

    ``below`` is a second token under the first, in grey; ``left`` keeps words so many inches from the numbers before.
    """

    token: str
    width: float
    head: str
    right: bool = False
    bold: bool = False
    below: str = ""
    grey: bool = False
    left: float = 0


def table(paper: Paper, columns: Sequence[Col], total: Sequence[str] = ()) -> None:
    """Add a table whose pattern row holds a token per column; ``total`` are those of a last row in bold."""
    made = _grid(paper, columns, 3 if total else 2)
    for at, column in enumerate(columns):
        words = (column.head, _token(column.token), _token(total[at]) if total else "")
        for row, cell in enumerate(made.columns[at].cells):
            style = "Memo Cell" if row else "Memo Head"
            _write(paper, cell, Line(words[row], style, column.bold or row > 1, column.grey), column)
            ink, weight = (RULE, 0.5) if row else (INK, 1)
            rule(cell._tc.get_or_add_tcPr(), "bottom", weight, ink)  # noqa: SLF001 (borders have no public way)
            if column.below and row == 1:
                cell.add_paragraph(_token(column.below), style=paper.styles["Memo Note"])


def rows_with_chart(paper: Paper, columns: Sequence[Col], high: float, below: float) -> Any:
    """Add a table of exact rows without rules between them and a last one ``below``; return the cell of the chart.

    The chart stands in the column that has no token.
    """
    made = _grid(paper, columns, 3)
    for at, column in enumerate(columns):
        for row, cell in enumerate(made.columns[at].cells):
            words = column.head if not row else _token(column.token) if row == 1 else ""
            style = "Memo Head" if not row else "Memo Row" if column.token else "Memo Chart"
            _write(paper, cell, Line(words, style, column.bold, column.grey), column)
            if not row:
                rule(cell._tc.get_or_add_tcPr(), "bottom", 1, INK)  # noqa: SLF001 (borders have no public way)
            elif column.token:
                cell.vertical_alignment = WD_ALIGN_VERTICAL.CENTER
    for row, inches in ((1, high), (2, below)):
        made.rows[row].height, made.rows[row].height_rule = Inches(inches), WD_ROW_HEIGHT_RULE.EXACTLY
    at = next(number for number, column in enumerate(columns) if not column.token)
    return made.cell(1, at)


@dataclass(frozen=True, slots=True)
class Line:
    """The words of a cell, their style, and whether they are bold or grey."""

    words: str
    style: str
    bold: bool
    grey: bool


def _grid(paper: Paper, columns: Sequence[Col], rows: int) -> Any:
    made = paper.add_table(rows=rows, cols=len(columns))
    made.autofit = False
    _cell_margins(made._tbl.tblPr)  # noqa: SLF001 (cell margins have no public way)
    for at, column in enumerate(columns):
        made.columns[at].width = Inches(column.width)
        for row in made.rows:
            row.cells[at].width = Inches(column.width)
    for row in made.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001
    made.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001
    return made


def _write(paper: Paper, cell: Any, line: Line, column: Col) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.style = paper.styles[line.style]
    run = paragraph.add_run(line.words)
    run.bold = True if line.bold and line.style != "Memo Head" else None
    if line.grey and line.style != "Memo Head":
        run.font.color.rgb = RGBColor.from_string(SECONDARY)
    if column.right:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    if column.left:
        paragraph.paragraph_format.left_indent = Inches(column.left)


def _token(word: str) -> str:
    return f"{{{{ {word} }}}}" if word else ""


def _cell_margins(properties: object) -> None:
    box = OxmlElement("w:tblCellMar")
    for side, width in (("left", 0), ("right", 100)):
        edge = OxmlElement(f"w:{side}")
        edge.set(qn("w:w"), str(width))
        edge.set(qn("w:type"), "dxa")
        box.append(edge)
    properties.insert_element_before(box, "w:tblLook")  # type: ignore[attr-defined]

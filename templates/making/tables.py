"""Tables of the house: a header, one pattern row and, where there is a sum, one pattern for the total."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from xml.sax.saxutils import escape

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Emu

from making.drawing import Spot
from making.look import GRID, INK, PAPER, SECONDARY, Type, emu, fill

LEAD_SIZE = 16  # points of what a first row of its own is called
GAP = 6  # points between the grounds of two groups
NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # Office's own name for "No Style, No Grid"


@dataclass(frozen=True, slots=True)
class Col:
    """One column: its width in inches and what its header, pattern and total cells hold."""

    width: float
    head: str
    cell: str
    total: str = ""
    align: str = "r"
    bold: bool = False
    left: float = 0.06
    second: str = ""  # a line below the cell's own, smaller and secondary
    after: str = ""  # words behind the cell's own, smaller and secondary
    ground: str = ""  # the fill of a cell that stands for a group of rows
    gap: str = ""  # the colour of lines all around a cell, between shaded ones
    anchor: str = "ctr"
    top: float = 0  # what a cell that is not in its row's middle has above its words, inches
    quiet: bool = False  # words in the colour of what is secondary


@dataclass(frozen=True, slots=True)
class Rows:
    """Heights in inches, type sizes in points; ``pad`` is the margin above and below a cell's text.

    A head of no height is no head. ``ruled`` draws lines between the rows.
    """

    head: float
    row: float
    size: float = 14
    head_size: float = 12
    pad: float = 0.03
    ruled: bool = True


@dataclass(frozen=True, slots=True)
class Lead:
    """A first row of its own: its height, its words over the first ``span`` columns, and the line below them."""

    height: float
    cell: str
    second: str
    span: int


def column(key: str, width: float, align: str = "r", *, bold: bool = False) -> Col:
    """Return a column that shows the document's column ``key`` (or its number)."""
    return Col(width, f"{{{{ head.{key} }}}}", f"{{{{ row.{key} }}}}", f"{{{{ total.{key} }}}}", align, bold)


def table(spot: Spot, columns: Sequence[Col], rows: Rows, *, total: bool = False, lead: Lead | None = None) -> None:
    """Add a table at the corner of a spot's box; columns and rows make its size."""
    count = 3 if total else 2
    width = sum(each.width for each in columns)
    height = rows.head + (lead.height if lead else 0) + rows.row * (count - 1)
    place = [Emu(emu(value)) for value in (spot.box.x, spot.box.y, width, height)]
    shape = spot.slide.shapes.add_table(count, len(columns), *place)
    shape.name = spot.name
    shape._element.nvGraphicFramePr.cNvPr.set("descr", spot.alt)  # noqa: SLF001 (no public way to alt text)
    tbl = shape._element.graphic.graphicData.tbl  # noqa: SLF001 (likewise)
    tbl.getparent().replace(tbl, parse_xml(_xml(columns, rows, lead, total=total)))


def _xml(columns: Sequence[Col], rows: Rows, lead: Lead | None, *, total: bool) -> str:
    grid = "".join(f'<a:gridCol w="{emu(each.width)}"/>' for each in columns)
    head = _row(rows.head, columns, [each.head for each in columns], rows, "head") if rows.head else ""
    head += _led(columns, lead, rows) if lead else ""
    pattern = _row(rows.row, columns, [each.cell for each in columns], rows, "row")
    last = _row(rows.row, columns, [each.total for each in columns], rows, "total") if total else ""
    return (
        f'<a:tbl {nsdecls("a")}><a:tblPr firstRow="{int(rows.head > 0)}" lastRow="{int(total)}">'
        f"<a:tableStyleId>{NO_STYLE}</a:tableStyleId></a:tblPr>"
        f"<a:tblGrid>{grid}</a:tblGrid>{head}{pattern}{last}</a:tbl>"
    )


def _led(columns: Sequence[Col], lead: Lead, rows: Rows) -> str:
    look = Rows(rows.head, rows.row, LEAD_SIZE, pad=rows.pad)
    wide = replace(columns[0], cell=lead.cell, second=lead.second, align="l", bold=True, anchor="ctr", top=0, ground="")
    first = _cell(wide, 0, lead.cell, look, "row").replace("<a:tc>", f'<a:tc gridSpan="{lead.span}">', 1)
    rest = [replace(each, second="", after="") for each in columns[1:]]
    cells = [_cell(each, at, "", look, "row") for at, each in enumerate(rest, start=1)]
    hidden = [cell.replace("<a:tc>", '<a:tc hMerge="1">', 1) for cell in cells[: lead.span - 1]]
    return f'<a:tr h="{emu(lead.height)}">{first}{"".join(hidden)}{"".join(cells[lead.span - 1 :])}</a:tr>'


def _row(height: float, columns: Sequence[Col], texts: Sequence[str], rows: Rows, kind: str) -> str:
    cells = "".join(
        _cell(each, index, text, rows, kind) for index, (each, text) in enumerate(zip(columns, texts, strict=True))
    )
    return f'<a:tr h="{emu(height)}">{cells}</a:tr>'


def _cell(col: Col, index: int, text: str, rows: Rows, kind: str) -> str:
    look = {
        "head": Type(rows.head_size, bold=True, colour=SECONDARY),
        "row": Type(rows.size, bold=col.bold, colour=SECONDARY if col.quiet else INK),
        "total": Type(rows.size, bold=True),
    }[kind]
    size = f'sz="{round(look.size * 100)}" b="{int(look.bold)}"'
    run = f'<a:r><a:rPr lang="en-US" {size} dirty="0">{fill(look.colour)}</a:rPr><a:t>{escape(text)}</a:t></a:r>'
    run += _small(f" {col.after}") if col.after and kind == "row" else ""
    above = rows.pad + (col.top if kind == "row" else 0)
    is_group = kind == "row" and col.ground
    lines = _gaps(col.gap) if col.gap else _borders("group" if is_group else kind if rows.ruled else "bare")
    edge = lines + fill(col.ground if is_group else "")
    return (
        f'<a:tc><a:txBody><a:bodyPr/><a:lstStyle/><a:p><a:pPr algn="{col.align}"/>{run if text else ""}'
        f'<a:endParaRPr lang="en-US" {size} dirty="0"/></a:p>{_second(col) if kind == "row" else ""}</a:txBody>'
        f'<a:tcPr marL="{emu(0 if index == 0 else col.left)}" marR="{emu(0.06)}" marT="{emu(above)}" '
        f'marB="{emu(rows.pad)}" anchor="{"b" if kind == "head" else col.anchor}">{edge}</a:tcPr>'
        "</a:tc>"
    )


def _second(col: Col) -> str:
    return f'<a:p><a:pPr algn="{col.align}"/>{_small(col.second)}</a:p>' if col.second else ""


def _small(words: str) -> str:
    look = f'<a:rPr lang="en-US" sz="1200" b="0" dirty="0">{fill(SECONDARY)}</a:rPr>'
    return f"<a:r>{look}<a:t>{escape(words)}</a:t></a:r>"


def _borders(kind: str) -> str:
    none = "<a:noFill/>"
    under = {"head": (1, INK), "row": (0.75, GRID), "group": (GAP, PAPER), "total": (0, ""), "bare": (0, "")}[kind]
    above = (1, INK) if kind == "total" else (0, "")
    edge = "".join(f'<a:{side} w="0">{none}</a:{side}>' for side in ("lnL", "lnR"))
    return edge + _edge("lnT", *above) + _edge("lnB", *under)


def _gaps(ink: str) -> str:
    return "".join(_edge(side, 2, ink) for side in ("lnL", "lnR", "lnT", "lnB"))


def _edge(side: str, points: float, ink: str) -> str:
    return f'<a:{side} w="{round(points * 12700)}" cap="flat" cmpd="sng">{fill(ink)}</a:{side}>'

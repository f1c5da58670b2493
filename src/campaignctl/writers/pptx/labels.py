"""Labels of a chart that would collide are thinned out; a key names the series in their own colours."""

import math
from collections.abc import Sequence
from copy import deepcopy
from typing import Any

from campaignctl.domain.charts import Chart, Role
from campaignctl.domain.document import Document
from campaignctl.domain.formats import words
from campaignctl.writers.pptx.drawn import figures
from campaignctl.writers.pptx.inert import inert
from campaignctl.writers.pptx.measuring import width
from campaignctl.writers.pptx.scales import plot_width
from campaignctl.writers.pptx.scene import Piece
from campaignctl.writers.pptx.unfinished import SIGN, WORDS

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
EMU_POINT = 12700
AIR = 1.1  # a label needs a tenth more than its own width
_BEFORE_SKIP = {f"{C}{name}" for name in ("crossAx", "crosses", "crossesAt", "auto", "lblAlgn", "lblOffset")}
GAP = "\u2003"  # between the entries of a key
HARDLY_TURNED = "1"  # 1/60,000 degree: no program breaks the words of a turned label into pieces


def thin_out(shape: Any, chart: Chart, document: Document, rows: Sequence[int], family: str) -> None:
    """Thin out the labels of upright columns: where values collide the highest keeps its own, names are skipped."""
    space = shape.chart._chartSpace  # noqa: SLF001 (labels are thinned in XML)
    if not space.xpath(".//c:barChart[c:barDir/@val='col']"):
        return
    room = shape.width * plot_width(shape)[1] / EMU_POINT / len(rows)
    for labels in space.xpath(".//c:barChart/c:ser/c:dLbls"):
        texts = [words(figure.value, chart.format, figure.unit) for figure in figures(chart, document)]
        if _widest(texts, labels, family) > room:
            _label_highest(labels)
    names = [inert(chart.categories[row]) for row in rows]
    for axis in space.xpath(".//c:catAx[c:tickLblPos/@val!='none'][not(c:tickLblSkip)]"):
        words_of_names = [word for name in names for word in name.split()]
        if _widest(words_of_names, axis, family) > room > 0:  # names may wrap, their words may not break
            _skip_names(axis, math.ceil(_widest(names, axis, family) / room))


def key(shape: Any, chart: Chart) -> list[Piece]:
    """Return the key of a chart: the name of every series that is to be seen, behind a mark as it is drawn.

    What only leads the eye has no entry.

    Where a category is not over yet, what its hatching means.
    """
    guides = {inert(series.name) for series in chart.series if series.role is Role.GUIDE}
    every = (each for plot in shape.chart.plots for each in plot.series if each.name not in guides)
    drawn = [each for each in every if any(each.values)]
    pieces = []
    for number, series in enumerate(drawn, start=1):
        gap = GAP if number < len(drawn) else ""
        pieces += [_mark(series._element), Piece(inert(series.name) + gap)]  # noqa: SLF001 (its look is in XML only)
    if chart.partial and drawn:
        pieces += [Piece(GAP), _mark(drawn[0]._element, SIGN), Piece(WORDS)]  # noqa: SLF001 (likewise)
    return pieces


def _mark(series: Any, sign: str = "■") -> Piece:
    look = series.find(f"{C}spPr")
    is_line = series.getparent().tag == f"{C}lineChart"
    line = look.find(f"{A}ln") if look is not None else None
    inked = line if is_line else look
    fill = inked.find(f"{A}solidFill") if inked is not None else None
    dashed = is_line and line is not None and line.find(f"{A}prstDash") is not None
    colour = next((each.get("val", "") for each in fill), "") if fill is not None else ""
    return Piece(("- - -" if dashed else "—" if is_line else sign) + "\u00a0", colour)


def _widest(texts: Sequence[str], part: Any, family: str) -> float:
    look = part.find(f"{C}txPr//{A}defRPr")
    size = int(look.get("sz", 1000)) / 100 if look is not None else 10.0
    bold = look is not None and look.get("b") == "1"
    return max((width(text, size, family, bold=bold) for text in texts), default=0.0) * AIR


def _label_highest(labels: Any) -> None:
    points = [
        (float(each.findtext(f"{C}v")), each.get("idx")) for each in labels.getparent().iterfind(f"{C}val//{C}pt")
    ]
    if not points or labels.find(f"{C}showVal") is None:
        return
    own = labels.makeelement(f"{C}dLbl")
    own.append(labels.makeelement(f"{C}idx", {"val": max(points)[1]}))
    own.extend(deepcopy(part) for part in labels if part.tag != f"{C}dLbl")
    labels.find(f"{C}showVal").set("val", "0")
    labels.insert(0, own)


def _skip_names(axis: Any, step: int) -> None:
    skip = axis.makeelement(f"{C}tickLblSkip", {"val": str(step)})
    before = [part for part in axis if part.tag in _BEFORE_SKIP]
    before[-1].addnext(skip)
    for body in axis.iterfind(f"{C}txPr/{A}bodyPr"):
        body.set("rot", HARDLY_TURNED)

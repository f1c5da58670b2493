"""What marks of a chart say where it is not their value: the amount of a column that floats stands above it.

The amounts are cells of the chart's own workbook and the labels follow them, as Office does with "Value From Cells";
a program that does not know such labels shows the words that stand in them.
"""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any
from uuid import NAMESPACE_URL, uuid5
from xml.sax.saxutils import escape

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from xlsxwriter.utility import xl_range_abs

from campaignctl.domain.charts import Series
from campaignctl.domain.document import Document
from campaignctl.domain.figures import Figure
from campaignctl.domain.formats import office_for
from campaignctl.writers.pptx.inert import inert

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
C15 = "http://schemas.microsoft.com/office/drawing/2012/chart"
OF_LABELS, OF_SERIES = "{CE6537A1-D6FC-4f65-9D91-7224C49458BB}", "{02D57815-91ED-43cb-92C2-25804820EDAC}"
"""Under which names Office looks for what it added to charts in 2012."""

RANGE_SHOWN = '<c15:showDataLabelsRange val="1"/>'
HEADING = ": said"
NO_LABELS = (
    '<c:dLbls {spaces}><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr><c:dLblPos val="t"/></c:dLbls>'.format(
        spaces=nsdecls("c", "a")
    )
)
_SHOWN = ("showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize")
_AFTER_LABELS = {f"{C}{name}" for name in ("trendline", "errBars", "cat", "val", "smooth", "shape")}


@dataclass(frozen=True, slots=True)
class Amount:
    """One label: the number in its cell, the cell's format, and the words that both make.

    Without a format the cell holds the words themselves.
    ``place`` is where it stands to its mark, where that is not as its series has it.
    """

    value: float
    form: str
    words: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """What the marks of the series at place ``at`` say, category by category."""

    at: int
    heading: str
    amounts: tuple[Amount | None, ...]


def said_of(
    found: Sequence[tuple[str, Series | None]],
    document: Document,
    rows: Sequence[int],
    told: Mapping[str, Sequence[Amount | None]],
) -> tuple[Said, ...]:
    """Return the labels of each series that has its own, of those categories whose index is in ``rows``.

    ``told`` holds, by the name of a series, labels that are chosen already.
    """
    return tuple(
        Said(at, inert(name) + HEADING, tuple(told[name]))
        if name in told
        else Said(at, inert(name) + HEADING, tuple(_amount(series.labels[row], document) for row in rows))
        for at, (name, series) in enumerate(found)
        if series is not None and (series.labels or name in told)
    )


def _amount(name: str | None, document: Document) -> Amount | None:
    figure = document.figures[name] if name is not None else None
    if figure is None or figure.number is None:
        return None
    return Amount(figure.number, form_of(figure), f"{_arrow(figure)}{figure.words}")


def form_of(figure: Figure) -> str:
    """Return the Office number format in which a cell with a figure's value reads as its words."""
    return office_for(figure.value, figure.format, figure.unit, signed=figure.is_change)


def without_arrows(form: str) -> str:
    """Return a number format that keeps the sign of a change, and loses the arrow that tells good from bad."""
    for marked, plain in (('"▲ +"', '"+"'), ('"▼ −"', '"−"'), ('"● "', "")):
        form = form.replace(marked, plain)
    return form


def _arrow(figure: Figure) -> str:
    """Return the arrow that stands before a change, as the format of its cell has it."""
    if not figure.is_change:
        return ""
    return {"+": "▲ ", "−": "▼ "}.get(figure.words[:1], "● ")


def say_amounts(native: Any, said: Sequence[Said]) -> None:
    """Put the labels on their series; their cells are the columns after those of all series."""
    drawn = [series for plot in native.plots for series in plot.series]
    for column, each in enumerate(said, start=len(drawn) + 1):
        cells = xl_range_abs(1, column, len(each.amounts), column)
        label(drawn[each.at]._element, each, f"Sheet1!{cells}")  # noqa: SLF001 (labels of cells are XML only)


def label(series: Any, said: Said, cells: str) -> None:
    """Put the labels on the ``c:ser`` of a series; ``cells`` is where they stand in the chart's workbook."""
    labels = series.find(f"{C}dLbls")
    if labels is None:
        labels = parse_xml(NO_LABELS)
        next(part for part in series if part.tag in _AFTER_LABELS).addprevious(labels)
    for old in (*labels.findall(f"{C}dLbl"), *labels.findall(f"{C}extLst"), *series.findall(f"{C}extLst")):
        old.getparent().remove(old)
    look = [labels.find(f"{C}{name}") for name in ("spPr", "txPr", "dLblPos")]
    for at, amount in reversed(list(enumerate(said.amounts))):
        labels.insert(0, _point(said.heading, at, amount, look))
    for name in _SHOWN:
        part = labels.find(f"{C}{name}")
        if part is None:
            part = labels.makeelement(f"{C}{name}")
            labels.append(part)
        part.set("val", "0")
    labels.append(_extension(OF_LABELS, RANGE_SHOWN))
    series.append(_extension(OF_SERIES, _range(said, cells)))


def _point(heading: str, at: int, amount: Amount | None, look: Sequence[Any]) -> Any:
    """Return the label of one mark; one without an amount has none."""
    if amount is None:
        return parse_xml(f'<c:dLbl {nsdecls("c")}><c:idx val="{at}"/><c:delete val="1"/></c:dLbl>')
    shape, letters, place = (deepcopy(part) if part is not None else None for part in look)
    own = parse_xml(
        f'<c:dLbl {nsdecls("c", "a")}><c:idx val="{at}"/><c:tx><c:rich><a:bodyPr wrap="none"/><a:lstStyle/>'
        f'<a:p><a:fld id="{{{str(uuid5(NAMESPACE_URL, f"{heading}.{at}")).upper()}}}" type="CELLRANGE">'
        '<a:rPr lang="en-US"/><a:t/></a:fld><a:endParaRPr lang="en-US"/></a:p></c:rich></c:tx></c:dLbl>'
    )
    own.find(f".//{A}t").text = amount.words
    letters_of = letters.find(f".//{A}defRPr") if letters is not None else None
    if letters_of is not None:
        _set_in(own, letters_of)
    if place is not None and amount.place:
        place.set("val", amount.place)
    for part in (shape, place):
        if part is not None:
            own.append(part)
    for name in _SHOWN:
        own.append(own.makeelement(f"{C}{name}", {"val": "0"}))
    own.append(_extension(OF_LABELS, RANGE_SHOWN))
    return own


def _set_in(label: Any, letters: Any) -> None:
    """Set a label's words in the letters of its series, which words of their own do not take over."""
    run = label.find(f".//{A}rPr")
    for name, value in letters.attrib.items():
        run.set(name, value)
    run.extend(deepcopy(part) for part in letters)


def _extension(name: str, content: str) -> Any:
    return parse_xml(f'<c:extLst {nsdecls("c")}><c:ext uri="{name}" xmlns:c15="{C15}">{content}</c:ext></c:extLst>')


def _range(said: Said, cells: str) -> str:
    points = "".join(
        f'<c:pt idx="{at}"><c:v>{escape(amount.words)}</c:v></c:pt>' for at, amount in enumerate(said.amounts) if amount
    )
    return (
        f"<c15:datalabelsRange><c15:f>{cells}</c15:f><c15:dlblRangeCache>"
        f'<c:ptCount val="{len(said.amounts)}"/>{points}</c15:dlblRangeCache></c15:datalabelsRange>'
    )

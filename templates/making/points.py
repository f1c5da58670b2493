"""Charts of points: estimates as markers, their intervals as lines, one row each, from the top."""

from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from pptx.chart.data import XyChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Emu

from making.charts import settings, type_of
from making.drawing import Spot
from making.look import GRID, INK, PAPER, SECONDARY, Box, Type, emu, fill, line

ACROSS, DOWN = 333333333, 444444444
CAP = 0.1  # half the height of the cap of an interval, in rows


@dataclass(frozen=True, slots=True)
class Estimate:
    """One series: its name in the template, its colour and the size of its markers in points; 0 is a line.

    ``label`` is how its labels are set, on ``side`` of the marks (``t``, ``b``, ``l``, ``r``); ``named`` ones say what
    the series is called. ``caps`` end an interval.
    """

    name: str
    colour: str
    marker: int = 0
    label: Type | None = None
    side: str = "t"
    named: bool = False
    caps: bool = False
    width: float = 3
    dash: str = ""


def guide(words: str, value: float, colour: str) -> Estimate:
    """Return a dashed line at a value through all rows; ``words`` stand on the axis where it is."""
    return Estimate(f"{words}@{value:g}", colour, width=1.25, dash="sysDash")


def hollow(name: str, colour: str, marker: int, label: Type | None = None) -> tuple[Estimate, Estimate]:
    """Return a marker with a white heart: a series of its own, for not every program draws the edge of a marker."""
    return Estimate(name, colour, marker, label), Estimate(f"{name}: centre", PAPER, round(marker * 0.6))


@dataclass(frozen=True, slots=True)
class Reach:
    """The axis of the values: its number format, a value that it always reaches up to, and the line at zero."""

    form: str
    least: float | None = None
    zero: str = INK


def points(spot: Spot, series: Sequence[Estimate], inner: Box, axis: Reach) -> None:
    """Add a chart of points, its rows from the top."""
    data = XyChartData()
    for each in series:
        data.add_series(each.name).add_data_point(1, 0.5)
    place = [Emu(emu(value)) for value in (spot.box.x, spot.box.y, spot.box.w, spot.box.h)]
    shape = spot.slide.shapes.add_chart(XL_CHART_TYPE.XY_SCATTER, *place, data)
    shape.name = spot.name
    shape._element.nvGraphicFramePr.cNvPr.set("descr", spot.alt)  # noqa: SLF001 (no public way to alt text)
    space = shape.chart._chartSpace  # noqa: SLF001 (python-pptx offers no way to most of a chart's look)
    for old in space.xpath("*[not(self::c:date1904 or self::c:externalData)]"):
        space.remove(old)
    external = space.xpath("c:externalData")[0]
    drawn = settings(inner, _plot(series) + _across(axis) + _down(axis))
    for element in list(parse_xml(f"<c:chartSpace {nsdecls('c', 'a')}>{drawn}</c:chartSpace>")):
        external.addprevious(element)
    shape.chart.replace_data(data)


def _plot(series: Sequence[Estimate]) -> str:
    """Return the series, the last first: one program draws them in their order, another those written last below."""
    drawn = "".join(_series(number, each) for number, each in reversed(list(enumerate(series))))
    ids = f'<c:axId val="{ACROSS}"/><c:axId val="{DOWN}"/>'
    return f'<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>{drawn}{ids}</c:scatterChart>'


def _series(number: int, each: Estimate) -> str:
    joined = line("", 0) if each.marker else line(each.colour, each.width, each.dash)
    return (
        f'<c:ser><c:idx val="{number}"/><c:order val="{number}"/><c:spPr>{joined}</c:spPr>'
        f'{_marker(each)}{_labels(each)}{_caps(each)}<c:smooth val="0"/></c:ser>'
    )


def _marker(each: Estimate) -> str:
    if not each.marker:
        return '<c:marker><c:symbol val="none"/></c:marker>'
    look = f"<c:spPr>{fill(each.colour)}{line('', 0)}</c:spPr>"
    return f'<c:marker><c:symbol val="circle"/><c:size val="{each.marker}"/>{look}</c:marker>'


def _labels(each: Estimate) -> str:
    if each.label is None:
        return ""
    return (
        "<c:dLbls><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        f"{type_of(round(each.label.size), each.label.colour, bold=each.label.bold, one_line=True)}"
        f'<c:dLblPos val="{each.side}"/><c:showLegendKey val="0"/><c:showVal val="0"/><c:showCatName val="0"/>'
        f'<c:showSerName val="{int(each.named)}"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
    )


def _caps(each: Estimate) -> str:
    if not each.caps:
        return ""
    return (
        '<c:errBars><c:errDir val="y"/><c:errBarType val="both"/><c:errValType val="fixedVal"/><c:noEndCap val="1"/>'
        f'<c:val val="{CAP}"/><c:spPr>{line(each.colour, 2)}</c:spPr></c:errBars>'
    )


def _across(axis: Reach) -> str:
    reach = f'<c:max val="{axis.least}"/><c:min val="0"/>' if axis.least is not None else ""
    return (
        f'<c:valAx><c:axId val="{ACROSS}"/><c:scaling><c:orientation val="minMax"/>{reach}</c:scaling>'
        f'<c:delete val="0"/><c:axPos val="b"/><c:majorGridlines><c:spPr>{line(GRID, 0.75)}</c:spPr></c:majorGridlines>'
        f'<c:numFmt formatCode={quoteattr(axis.form)} sourceLinked="0"/><c:majorTickMark val="none"/>'
        '<c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="nextTo"/><c:spPr>{line("", 0)}</c:spPr>{type_of(12, SECONDARY)}'
        f'<c:crossAx val="{DOWN}"/><c:crosses val="max"/><c:crossBetween val="midCat"/></c:valAx>'
    )


def _down(axis: Reach) -> str:
    """Return the axis of rows: without words, it draws the line at zero."""
    return (
        f'<c:valAx><c:axId val="{DOWN}"/><c:scaling><c:orientation val="maxMin"/></c:scaling>'
        '<c:delete val="0"/><c:axPos val="l"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="none"/>'
        f'<c:spPr>{line(axis.zero, 1)}</c:spPr><c:crossAx val="{ACROSS}"/><c:crosses val="autoZero"/>'
        '<c:crossBetween val="midCat"/></c:valAx>'
    )

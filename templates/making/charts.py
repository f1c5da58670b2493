"""Native charts of the house: colour belongs to the series, never to a point, so that new figures keep the look."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Emu

from making.drawing import Spot
from making.look import BASELINE, GRID, INK, SECONDARY, Box, emu, fill, line

CATEGORY_AXIS, VALUE_AXIS = 111111111, 222222222


@dataclass(frozen=True, slots=True)
class Look:
    """One series: its name in the template, its colour and, for a line, its width in points and dash.

    A line without a colour is not seen; its labels are.

    ``label`` is the colour of its value labels, empty for none; ``place`` where they stand,
    ``form`` their number format where it is not that of the figures. An empty ``colour`` leaves the series unfilled.
    """

    name: str
    colour: str
    width: float = 0
    dash: str = ""
    label: str = ""
    place: str = "outEnd"
    form: str = ""


@dataclass(frozen=True, slots=True)
class Axis:
    """An axis: shown with labels or not, its line, and the ends of its scale where the template fixes them."""

    labels: str = ""  # colour of the labels, empty for none
    ink: str = ""
    least: float | None = None
    most: float | None = None
    reversed: bool = False
    grid: bool = False


@dataclass(frozen=True, slots=True)
class Recipe:
    """A chart: columns or bars, perhaps with lines over them, and where the plot lies inside its frame (shares)."""

    bars: Sequence[Look]
    lines: Sequence[Look] = ()
    horizontal: bool = False
    grouping: str = "clustered"
    gap: int = 50
    categories: Axis = field(default_factory=Axis)
    values: Axis = field(default_factory=Axis)
    inner: Box = field(default_factory=lambda: Box(0, 0, 1, 1))
    label_size: int = 12


def guides(ink: str = INK) -> list[Look]:
    """Return the lines of a chart whose columns float: amounts above them, and what leads from one to the next."""
    links = (Look(f"{which} link", BASELINE, width=0.5) for which in ("First", "Second", "Third"))
    return [Look("Amount", "", label=ink, place="t"), *links]


def chart(spot: Spot, recipe: Recipe) -> None:
    """Add a native chart with sample categories; the deck writer brings the figures."""
    data = CategoryChartData()
    data.categories = ["Sample 1", "Sample 2"]
    for look in (*recipe.bars, *recipe.lines):
        data.add_series(look.name, (1, 2))
    place = [Emu(emu(value)) for value in (spot.box.x, spot.box.y, spot.box.w, spot.box.h)]
    shape = spot.slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, *place, data)
    shape.name = spot.name
    if spot.alt:
        shape._element.nvGraphicFramePr.cNvPr.set("descr", spot.alt)  # noqa: SLF001 (no public way to alt text)
    space = shape.chart._chartSpace  # noqa: SLF001 (python-pptx cannot make a combination chart)
    for old in space.xpath("*[not(self::c:date1904 or self::c:externalData)]"):
        space.remove(old)
    external = space.xpath("c:externalData")[0]
    for element in list(parse_xml(f"<c:chartSpace {nsdecls('c', 'a')}>{_space(recipe)}</c:chartSpace>")):
        external.addprevious(element)
    shape.chart.replace_data(data)


def _space(recipe: Recipe) -> str:
    lines = _lines(recipe) if recipe.lines else ""
    return settings(recipe.inner, f"{_bars(recipe)}{lines}{_category_axis(recipe)}{_value_axis(recipe)}")


def settings(inner: Box, plots: str) -> str:
    """Return what a chart space holds beside its data: no title, no key, no frame, and ``plots`` inside ``inner``."""
    return (
        '<c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea>'
        f"{_layout(inner)}{plots}"
        '<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr></c:plotArea><c:plotVisOnly val="1"/>'
        '<c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>'
        f"{type_of(12, SECONDARY)}"
    )


def _layout(inner: Box) -> str:
    return (
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{inner.x:.6f}"/><c:y val="{inner.y:.6f}"/><c:w val="{inner.w:.6f}"/><c:h val="{inner.h:.6f}"/>'
        "</c:manualLayout></c:layout>"
    )


def _bars(recipe: Recipe) -> str:
    series = "".join(
        f'<c:ser><c:idx val="{index}"/><c:order val="{index}"/><c:spPr>{fill(look.colour)}{line("", 0)}</c:spPr>'
        f'<c:invertIfNegative val="0"/>{_labels(look, recipe.label_size)}</c:ser>'
        for index, look in enumerate(recipe.bars)
    )
    return (
        f'<c:barChart><c:barDir val="{"bar" if recipe.horizontal else "col"}"/>'
        f'<c:grouping val="{recipe.grouping}"/><c:varyColors val="0"/>{series}'
        f'<c:gapWidth val="{recipe.gap}"/><c:overlap val="100"/>{_axes()}</c:barChart>'
    )


def _lines(recipe: Recipe) -> str:
    first = len(recipe.bars)
    series = "".join(
        f'<c:ser><c:idx val="{index}"/><c:order val="{index}"/>'
        f"<c:spPr>{line(look.colour, look.width, look.dash)}</c:spPr>"
        f'<c:marker><c:symbol val="none"/></c:marker>{_labels(look, recipe.label_size)}<c:smooth val="0"/></c:ser>'
        for index, look in enumerate(recipe.lines, start=first)
    )
    return (
        f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{series}'
        f'<c:marker val="1"/>{_axes()}</c:lineChart>'
    )


def _axes() -> str:
    return f'<c:axId val="{CATEGORY_AXIS}"/><c:axId val="{VALUE_AXIS}"/>'


def _labels(look: Look, size: int) -> str:
    if not look.label:
        return ""
    own = f'formatCode="{look.form or "General"}" sourceLinked="{int(not look.form)}"'
    return (
        f"<c:dLbls><c:numFmt {own}/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        f"{type_of(size, look.label, bold=True, one_line=True)}"
        f'<c:dLblPos val="{look.place}"/><c:showLegendKey val="0"/>'
        f'<c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/>'
        '<c:showBubbleSize val="0"/></c:dLbls>'
    )


def _category_axis(recipe: Recipe) -> str:
    axis = recipe.categories
    return (
        f'<c:catAx><c:axId val="{CATEGORY_AXIS}"/>{_scale(axis)}<c:delete val="{int(not (axis.labels or axis.ink))}"/>'
        f'<c:axPos val="{"l" if recipe.horizontal else "b"}"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        f'<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="{_label_place(axis)}"/>'
        f"<c:spPr>{line(axis.ink, 0.75)}</c:spPr>{type_of(12, axis.labels or INK)}"
        f'<c:crossAx val="{VALUE_AXIS}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/>'
        '<c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def _value_axis(recipe: Recipe) -> str:
    axis = recipe.values
    grid = f"<c:majorGridlines><c:spPr>{line(GRID, 0.75)}</c:spPr></c:majorGridlines>" if axis.grid else ""
    return (
        f'<c:valAx><c:axId val="{VALUE_AXIS}"/>{_scale(axis)}<c:delete val="{int(not (axis.labels or axis.ink))}"/>'
        f'<c:axPos val="{"b" if recipe.horizontal else "l"}"/>{grid}<c:numFmt formatCode="General" sourceLinked="1"/>'
        f'<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="{_label_place(axis)}"/>'
        f"<c:spPr>{line(axis.ink, 0.75)}</c:spPr>{type_of(12, axis.labels or INK)}"
        f'<c:crossAx val="{CATEGORY_AXIS}"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>'
    )


def _label_place(axis: Axis) -> str:
    return "nextTo" if axis.labels else "none"


def _scale(axis: Axis) -> str:
    most = f'<c:max val="{axis.most}"/>' if axis.most is not None else ""
    least = f'<c:min val="{axis.least}"/>' if axis.least is not None else ""
    way = "maxMin" if axis.reversed else "minMax"
    return f'<c:scaling><c:orientation val="{way}"/>{most}{least}</c:scaling>'


def type_of(size: int, ink: str, *, bold: bool = False, one_line: bool = False) -> str:
    """Return how the text of a chart's part is set."""
    wrap = ' wrap="none"' if one_line else ""
    return (
        f'<c:txPr><a:bodyPr rot="0" vert="horz"{wrap}/><a:lstStyle/><a:p><a:pPr>'
        f'<a:defRPr sz="{size * 100}" b="{int(bold)}">{fill(ink)}</a:defRPr>'
        '</a:pPr><a:endParaRPr lang="en-US"/></a:p></c:txPr>'
    )

"""A chart of points is one of estimates: a marker per row, its interval as a line through it, rows from the top.

The template's series carry the look. ``<name>`` holds the estimates of the document's series of that name,
``<name>: interval`` their intervals, and ``<name>: centre`` the estimates again, for the white heart of a hollow
marker. A gap parts the interval of one row from that of the next. ``<words>@<value>`` is a guide: a line at that value
through all rows, whose words stand on the axis where there is room. Series to which the template gives labels say their
values beside them, from cells of the chart's own workbook.
"""

import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape, unescape

from pptx.chart.data import XyChartData
from pptx.chart.xlsx import XyWorkbookWriter
from xlsxwriter import Workbook
from xlsxwriter.utility import xl_range_abs

from campaignctl.domain.charts import Chart, Series
from campaignctl.domain.document import Document
from campaignctl.domain.errors import BadTemplate
from campaignctl.writers.pptx.charts import number_format
from campaignctl.writers.pptx.inert import inert
from campaignctl.writers.pptx.lanes import Lanes
from campaignctl.writers.pptx.point_labels import says_name, says_values, turn_names, values_said
from campaignctl.writers.pptx.said import HEADING, Said, label
from campaignctl.writers.pptx.scales import plot_width

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
INTERVAL, CENTRE = ": interval", ": centre"
GUIDE = "@"
STEPS = (1, 2, 2.5, 5, 10)
MOST_LINES = 5
ROOMY = 4
"""Steps of an axis up to which words fit between the numbers beside them."""

_BEFORE_UNIT = {f"{C}{name}" for name in ("crossAx", "crosses", "crossesAt", "crossBetween")}

SPACERS = 2  # rows of the workbook between the points of two series
SAID_IN = 2  # the column of the workbook that holds what the points say
EMU_POINT = 12700

Point = tuple[float | None, float | None, str]
"""Value, place among the rows, and the id of its figure."""
UNSEEN: Point = (0.0, None, "")


class _InertWorkbook(XyWorkbookWriter):
    """The workbook inside a chart; names that look like formulas or links stay text."""

    @contextmanager
    def _open_worksheet(self, xlsx_file: BytesIO) -> Iterator[tuple[Any, Any]]:
        options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        workbook = Workbook(xlsx_file, options)
        yield workbook, workbook.add_worksheet()
        workbook.close()

    def _populate_worksheet(self, workbook: Any, worksheet: Any) -> None:
        look = workbook.add_format({"num_format": unescape(self._chart_data.number_format)})
        for series in self._chart_data:
            offset = self.series_table_row_offset(series)  # type: ignore[no-untyped-call]  # python-pptx types none
            worksheet.write(offset, 1, series.name)
            worksheet.write_column(offset + 1, 0, series.x_values, look)
            worksheet.write_column(offset + 1, 1, series.y_values)
        for series, said in zip(self._chart_data, self._chart_data.said, strict=False):
            top = self.series_table_row_offset(series)  # type: ignore[no-untyped-call]  # likewise
            for row, amount in enumerate(said.amounts if said else (), start=top + 1):
                if amount is not None:
                    worksheet.write(row, SAID_IN, amount.value, workbook.add_format({"num_format": amount.form}))


class _InertData(XyChartData):
    """Chart data whose workbook takes no name for a formula; beside its points stands what they say."""

    said: Sequence[Said | None] = ()

    @property
    def _workbook_writer(self) -> _InertWorkbook:
        return _InertWorkbook(self)  # type: ignore[no-untyped-call]  # python-pptx does not type it


def is_points(shape: Any) -> bool:
    """Whether a chart shape draws points."""
    return bool(shape.chart._chartSpace.xpath(".//c:scatterChart"))  # noqa: SLF001 (python-pptx has no simple way)


def fill_points(shape: Any, chart: Chart, document: Document, lanes: Lanes, place: str) -> None:
    """Give a chart of points the estimates of those categories that have ``lanes``, one in each.

    ``BadTemplate``, which names ``place``, when the document has a series for which the template has none.
    """
    native = shape.chart
    found = [series for plot in native.plots for series in plot.series]
    names = [series.name for series in found]
    given = {series.name: series for series in chart.series}
    lacking = [name for name in given if name not in names]
    if lacking:
        raise BadTemplate(
            f"{place} has no series {', '.join(lacking)}; it has {', '.join(names)}.",
            "Name the series of the chart in the template as the report does.",
        )
    data: Any = _InertData(number_format=escape(number_format(chart, document)))  # type: ignore[no-untyped-call]
    drawn = [_points(name, given, document, lanes) for name in names]
    most = max(1, *map(len, drawn))
    for name, held in zip(names, drawn, strict=True):
        series = data.add_series(inert(name))
        for x, y, _ in held + [UNSEEN] * (most - len(held)):  # not every program draws series of unequal lengths
            series.add_data_point(x, y)
    low, high = _scale(native, chart, document, lanes)
    room = shape.width * plot_width(shape)[1] / EMU_POINT / ((high - low) or 1.0)
    data.said = [
        Said(at, f"{at}{HEADING}", values_said(series._element, [name for *_, name in held], document, room))  # noqa: SLF001 (labels are XML only)
        if held and says_values(series._element)  # noqa: SLF001 (likewise)
        else None
        for at, (series, held) in enumerate(zip(found, drawn, strict=True))
    ]
    native.replace_data(data)
    for at, said in enumerate(data.said):
        element, top = found[at]._element, at * (most + SPACERS)  # noqa: SLF001 (labels are XML only)
        if said is not None:
            label(element, said, f"Sheet1!{xl_range_abs(top + 1, SAID_IN, top + most, SAID_IN)}")
        elif says_name(element) and drawn[at]:
            sides = [((x - low) * room, (high - x) * room, x < 0) for x, *_ in drawn[at] if x is not None]
            turn_names(element, names[at], sides)


def _guide(name: str) -> tuple[str, float] | None:
    """Return the words and the value of a guide; None of a series that is none."""
    words, _, value = name.rpartition(GUIDE)
    try:
        return (words, float(value)) if words else None
    except ValueError:
        return None


def _points(name: str, given: dict[str, Series], document: Document, lanes: Lanes) -> list[Point]:
    if name not in given and (guide := _guide(name)):
        return [(guide[1], 0.0, ""), (guide[1], lanes.end, "")]
    whole = given.get(name.removesuffix(INTERVAL).removesuffix(CENTRE))
    if whole is None:
        return []
    if not name.endswith(INTERVAL):
        found = [_point(whole.values, row, lanes.middle(at), document) for at, row in enumerate(lanes.rows)]
        return [point for point in found if point[0] is not None]
    lines: list[Point] = []
    for at, row in enumerate(lanes.rows):
        low, high = (_point(ends, row, lanes.middle(at), document) for ends in (whole.low, whole.high))
        if low[0] is not None and high[0] is not None:
            lines += [low, high, UNSEEN]
    return lines


def _point(values: Sequence[str | None], row: int, middle: float, document: Document) -> Point:
    name = values[row] if row < len(values) else None
    return _number(values, row, document), middle, name or ""


def _number(values: Sequence[str | None], row: int, document: Document) -> float | None:
    name = values[row] if row < len(values) else None
    number = document.figures[name].number if name is not None else None
    return number if number is not None and math.isfinite(number) else None


def _scale(native: Any, chart: Chart, document: Document, lanes: Lanes) -> tuple[float, float]:
    """Give the values an axis on round numbers that holds zero and every end, and return its ends; lay out the rows."""
    across, down = native._chartSpace.xpath(".//c:valAx")  # noqa: SLF001 (python-pptx shows only a part of an axis)
    held = [
        number
        for series in chart.series
        for values in (series.values, series.low, series.high)
        for row in lanes.rows
        if (number := _number(values, row, document)) is not None
    ]
    guides = [guide for plot in native.plots for series in plot.series if (guide := _guide(series.name))]
    held += [value for _, value in guides]
    held += [float(end.get("val")) for name in ("min", "max") for end in across.findall(f"{C}scaling/{C}{name}")]
    low, high = min([0.0, *held]), max([0.0, *held])
    step = _step((high - low) or 1.0)
    low, high = math.floor(low / step + 1e-9) * step, math.ceil(high / step - 1e-9) * step
    _set(across, low, high, step)
    _set(down, 0.0, lanes.end, 1.0)
    _name(across, guides, (low, high), step)
    return low, high


def _name(axis: Any, guides: Sequence[tuple[str, float]], ends: tuple[float, float], step: float) -> None:
    """Write the words of a guide in place of its number on the axis, where it has a number and room for words."""
    look = axis.find(f"{C}numFmt")
    told = [(words, value) for words, value in guides if math.isclose(value / step, round(value / step))]
    if look is None or (ends[1] - ends[0]) / step > ROOMY:
        return
    for words, value in told[:2]:  # a format holds two conditions
        quoted = inert(words).replace('"', "'")
        look.set("formatCode", f'[={value:.10g}]"{quoted}";{look.get("formatCode")}')


def _step(reach: float) -> float:
    power = 10.0 ** math.floor(math.log10(reach / MOST_LINES))
    return next(power * each for each in STEPS if power * each * MOST_LINES >= reach)


def _set(axis: Any, low: float, high: float, step: float) -> None:
    scaling = axis.find(f"{C}scaling")
    for old in [*scaling.findall(f"{C}max"), *scaling.findall(f"{C}min"), *axis.findall(f"{C}majorUnit")]:
        old.getparent().remove(old)
    for name, value in (("max", high), ("min", low)):
        scaling.append(scaling.makeelement(f"{C}{name}", {"val": f"{value:.10g}"}))
    before = [part for part in axis if part.tag in _BEFORE_UNIT]
    before[-1].addnext(axis.makeelement(f"{C}majorUnit", {"val": f"{step:.10g}"}))

"""A chart keeps the template's look and gets the document's figures: series by name, gaps as gaps."""

import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from copy import deepcopy
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape, unescape

from pptx.chart.data import CategoryChartData
from pptx.chart.xlsx import CategoryWorkbookWriter
from xlsxwriter import Workbook

from campaignctl.domain.document import Chart, Document
from campaignctl.domain.errors import BadTemplate
from campaignctl.domain.figures import Figure
from campaignctl.domain.formats import office, words
from campaignctl.writers.pptx.inert import inert
from campaignctl.writers.pptx.measuring import width

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"

Values = tuple[float | None, ...]


class _InertWorkbook(CategoryWorkbookWriter):
    """The workbook inside a chart; names that look like formulas or links stay text."""

    @contextmanager
    def _open_worksheet(self, xlsx_file: BytesIO) -> Iterator[tuple[Any, Any]]:
        options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        workbook = Workbook(xlsx_file, options)
        yield workbook, workbook.add_worksheet()
        workbook.close()

    def _write_series(self, workbook: Any, worksheet: Any) -> None:
        for column, series in enumerate(self._chart_data, start=1):
            look = workbook.add_format({"num_format": unescape(series.number_format)})
            worksheet.write(0, column, series.name)
            worksheet.write_column(1, column, series.values, look)


class _InertData(CategoryChartData):
    """Chart data whose workbook takes no name for a formula."""

    @property
    def _workbook_writer(self) -> _InertWorkbook:
        return _InertWorkbook(self)


def fill_chart(shape: Any, chart: Chart, document: Document, rows: Sequence[int], place: str) -> None:
    """Give a chart shape the values of those categories whose index is in ``rows``.

    The template's series all stay, in their order; one that the document lacks is all gaps. ``BadTemplate`` when
    the document has a series for which the template has no place.
    """
    native = shape.chart
    data = _InertData(number_format=escape(number_format(chart, document)))  # python-pptx pastes it into XML as it is
    data.categories = [inert(chart.categories[row]) for row in rows]
    for name, values in _series(native, chart, document, place):
        data.add_series(inert(name), [values[row] if row < len(values) else None for row in rows])
    native.replace_data(data)
    _spare_labels(native, chart, document, rows, int(shape.width))


def number_format(chart: Chart, document: Document) -> str:
    """Return the Office number format that shows a chart's values as its figures' words."""
    figure = next(figures(chart, document), None)
    return office(chart.format, figure.unit, signed=figure.is_change) if figure else "General"


def figures(chart: Chart, document: Document) -> Iterator[Figure]:
    """Yield the figures of a chart, series by series."""
    return (document.figures[value] for series in chart.series for value in series.values if value is not None)


def extent(charts: Sequence[Chart], document: Document) -> float:
    """Return the largest size among the values of several charts: the end of the scale they share."""
    sizes = [abs(figure.number) for chart in charts for figure in figures(chart, document) if figure.number is not None]
    return max(sizes, default=0.0) or 1.0


def scale_to(shape: Any, most: float) -> None:
    """End a chart's scale at ``most`` on the side where its template starts from zero, a tenth left free."""
    scaling = _scaling(shape)
    downward = scaling.find(f"{C}max") is not None and float(scaling.find(f"{C}max").get("val")) == 0
    _set(scaling, "min" if downward else "max", (-1 if downward else 1) * most * 1.1)


def widen(shape: Any, chart: Chart, document: Document) -> None:
    """Move the fixed ends of a chart's scale out where a value lies beyond them: no bar may be cut off."""
    values = [figure.number for figure in figures(chart, document) if figure.number is not None]
    scaling = _scaling(shape)
    for name, beyond, furthest in (("max", 1, max(values, default=0.0)), ("min", -1, min(values, default=0.0))):
        end = scaling.find(f"{C}{name}") if scaling is not None else None
        if end is not None and furthest * beyond > float(end.get("val")) * beyond:
            _set(scaling, name, furthest * 1.05)


def share_of_scale(shape: Any, value: float) -> float | None:
    """Return where ``value`` lies in a chart's frame, from 0 at the left to 1, when the template fixes its scale."""
    scaling = _scaling(shape)
    ends = [scaling.find(f"{C}{name}") if scaling is not None else None for name in ("min", "max")]
    if None in ends:
        return None
    least, most = (float(end.get("val")) for end in ends)  # type: ignore[union-attr]
    layout = shape.chart._chartSpace.find(f".//{C}plotArea/{C}layout/{C}manualLayout")  # noqa: SLF001 (not public)
    x, w = (float(layout.find(f"{C}{name}").get("val")) if layout is not None else d for name, d in (("x", 0), ("w", 1)))
    return x + w * (value - least) / (most - least)


def keys(shape: Any) -> list[tuple[str, str, Any]]:
    """Return glyph, name and fill of every series with a value: what a reader needs to tell them apart."""
    found = []
    for plot in shape.chart.plots:
        for series in plot.series:
            if all(value is None for value in series.values):
                continue
            look = series._element.find(f"{C}spPr")  # noqa: SLF001 (the fill as the template has it)
            line = look.find(f"{A}ln") if look is not None else None
            is_line = series._element.getparent().tag == f"{C}lineChart"  # noqa: SLF001 (likewise)
            dashed = is_line and line is not None and line.find(f"{A}prstDash") is not None
            ink = (line if is_line else look).find(f"{A}solidFill") if look is not None else None
            found.append(("- - -" if dashed else "—" if is_line else "■", series.name, ink))
    return found


def _series(native: Any, chart: Chart, document: Document, place: str) -> list[tuple[str, Values]]:
    """Return name and values for every series of the template: by its name, else by its place."""
    names = [series.name for plot in native.plots for series in plot.series]
    given = {series.name: series for series in chart.series}
    by_name = set(given) <= set(names)
    if not by_name and len(given) > len(names):
        raise BadTemplate(
            f"{place} has {len(names)} series, the report {len(chart.series)}: {', '.join(given)}.",
            "Give the chart in the template as many series as the report has.",
        )
    ordered = [given.get(name) for name in names] if by_name else [*chart.series, *[None] * len(names)][: len(names)]
    gaps: Values = (None,) * len(chart.categories)
    return [
        (series.name, tuple(_number(value, document) for value in series.values)) if series else (name, gaps)
        for name, series in zip(names, ordered, strict=True)
    ]


def _number(value: str | None, document: Document) -> float | None:
    number = document.figures[value].number if value is not None else None
    return None if number is None or math.isnan(number) else number


def _scaling(shape: Any) -> Any:
    return shape.chart._chartSpace.find(f".//{C}valAx/{C}scaling")  # noqa: SLF001 (min and max stand in one order only)


def _set(scaling: Any, name: str, value: float) -> None:
    for old in scaling.findall(f"{C}{name}"):
        scaling.remove(old)
    end = scaling.makeelement(f"{C}{name}", {"val": repr(value)})
    least = scaling.find(f"{C}min")
    if name == "max" and least is not None:
        least.addprevious(end)  # the schema wants the maximum first
    else:
        scaling.append(end)


def _spare_labels(native: Any, chart: Chart, document: Document, rows: Sequence[int], room: int) -> None:
    """Where labels over columns would collide, label the highest alone."""
    for series in native._chartSpace.iterfind(f".//{C}barChart[{C}barDir]/{C}ser"):  # noqa: SLF001 (labels by series)
        labels = series.find(f"{C}dLbls")
        upright = series.getparent().find(f"{C}barDir").get("val") == "col"
        if labels is None or not upright or not rows or _stand_free(chart, document, labels, room / 12700 / len(rows)):
            continue
        values = [(float(point.findtext(f"{C}v")), point.get("idx")) for point in series.iterfind(f"{C}val//{C}pt")]
        if values:
            _label_only(labels, max(values)[1])


def _stand_free(chart: Chart, document: Document, labels: Any, room: float) -> bool:
    look = labels.find(f".//{A}defRPr")
    size = int(look.get("sz", 1000)) / 100 if look is not None else 10.0
    texts = (words(figure.value, chart.format, figure.unit) for figure in figures(chart, document))
    return max((width(text, size, "Calibri", bold=True) for text in texts), default=0.0) * 1.1 <= room


def _label_only(labels: Any, index: str) -> None:
    own = labels.makeelement(f"{C}dLbl")
    own.append(labels.makeelement(f"{C}idx", {"val": index}))
    own.extend(deepcopy(part) for part in labels if part.tag != f"{C}dLbl")
    labels.find(f"{C}showVal").set("val", "0")
    labels.insert(0, own)

"""A chart keeps the template's look and gets the document's figures: series by name, gaps as gaps."""

import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape, unescape

from pptx.chart.data import CategoryChartData
from pptx.chart.xlsx import CategoryWorkbookWriter
from xlsxwriter import Workbook

from campaignctl.domain.charts import Chart, Series
from campaignctl.domain.document import Document
from campaignctl.domain.errors import BadTemplate
from campaignctl.domain.formats import office, office_for
from campaignctl.writers.pptx.drawn import figures, is_share
from campaignctl.writers.pptx.inert import inert
from campaignctl.writers.pptx.inside import drop_crowded, fill_whole, lies_in_parts, words_inside
from campaignctl.writers.pptx.said import Said, said_of, say_amounts, without_arrows
from campaignctl.writers.pptx.unfinished import hatch

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_AFTER_FORMAT = {f"{C}{name}" for name in ("majorTickMark", "minorTickMark", "tickLblPos", "spPr", "txPr", "crossAx")}
GENERAL = "General"
"""The format of what has none yet."""

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
        for column, said in enumerate(self._chart_data.said, start=len(self._chart_data) + 1):
            worksheet.write(0, column, said.heading)
            for row, amount in enumerate(said.amounts, start=1):
                if amount is not None and amount.form:
                    worksheet.write(row, column, amount.value, workbook.add_format({"num_format": amount.form}))
                elif amount is not None:
                    worksheet.write_string(row, column, amount.words)


class _InertData(CategoryChartData):
    """Chart data whose workbook takes no name for a formula; beside its series stands what their marks say instead."""

    said: Sequence[Said] = ()

    @property
    def _workbook_writer(self) -> _InertWorkbook:
        return _InertWorkbook(self)  # type: ignore[no-untyped-call]  # python-pptx does not type it


def fill_chart(shape: Any, chart: Chart, document: Document, rows: Sequence[int], place: str) -> None:
    """Give a chart shape the values of those categories whose index is in ``rows``.

    The template's series all stay, in their order; one that the document lacks is all gaps. ``BadTemplate``, which
    names ``place``, when the document has a series for which the template has none.
    """
    native = shape.chart
    shown = number_format(chart, document)
    data: Any = _inert_data(escape(shown))  # python-pptx pastes the format into XML as it is
    data.categories = [inert(chart.categories[row]) for row in rows]
    found = _series(native, chart, place)
    for name, series in found:
        values = [_number(value, document) for value in series.values] if series else []
        data.add_series(inert(name), [values[row] if row < len(values) else None for row in rows])
    told = words_inside(shape, chart, document, rows) if lies_in_parts(shape) else {}
    data.said = said_of(found, document, rows, told)
    native.replace_data(data)
    say_amounts(native, data.said)
    hatch(native, chart, rows)
    if lies_in_parts(shape):
        fill_whole(shape, chart, document, rows)
        drop_crowded(shape, chart, document, rows)
    _link_formats(native, ".//c:dLbls//c:numFmt", without_arrows(shown))
    if not is_share(shape):
        _name_formats(native)
        _link_formats(native, ".//c:valAx/c:numFmt", _of_axis(chart, document))


def number_format(chart: Chart, document: Document) -> str:
    """Return the Office number format that shows a chart's values as its figures' words.

    Where the figures need different ones it is that of a whole column, which holds for sizes and signs as usual.
    """
    own = {
        office_for(figure.value, chart.format, figure.unit, signed=figure.is_change)
        for figure in figures(chart, document)
        if figure.number is not None and math.isfinite(figure.number)
    }
    return own.pop() if len(own) == 1 else _of_column(chart, document)


def _of_column(chart: Chart, document: Document) -> str:
    figure = next(figures(chart, document), None)
    largest = max((each.number for each in figures(chart, document) if each.number is not None), default=0)
    return office(chart.format, figure.unit, signed=figure.is_change, largest=largest) if figure else GENERAL


def _of_axis(chart: Chart, document: Document) -> str:
    """Return the format of a scale: changes keep their sign there, and lose the arrow that tells good from bad."""
    return without_arrows(_of_column(chart, document))


def _inert_data(form: str) -> Any:
    return _InertData(number_format=form)  # type: ignore[no-untyped-call]  # python-pptx does not type it


def _series(native: Any, chart: Chart, place: str) -> list[tuple[str, Series | None]]:
    """Return name and series for every series of the template: by its name, else by its place; None for a gap."""
    names = [series.name for plot in native.plots for series in plot.series]
    given = {series.name: series for series in chart.series}
    by_name = set(given) <= set(names)
    if not by_name and len(given) > len(names):
        raise BadTemplate(
            f"{place} has {len(names)} series, the report {len(chart.series)}: {', '.join(given)}.",
            "Give the chart in the template as many series as the report has.",
        )
    ordered = [given.get(name) for name in names] if by_name else [*chart.series, *[None] * len(names)][: len(names)]
    return [(series.name if series else name, series) for name, series in zip(names, ordered, strict=True)]


def _number(value: str | None, document: Document) -> float | None:
    number = document.figures[value].number if value is not None else None
    return number if number is not None and math.isfinite(number) else None


def _name_formats(native: Any) -> None:
    """Give every value axis a number format to fill, as Office writes it for a chart that was drawn by hand."""
    for axis in native._chartSpace.xpath(".//c:valAx[not(c:numFmt)]"):  # noqa: SLF001 (all at once)
        after = next(part for part in axis if part.tag in _AFTER_FORMAT)
        after.addprevious(axis.makeelement(f"{C}numFmt", {"formatCode": GENERAL, "sourceLinked": "1"}))


def _link_formats(native: Any, path: str, shown: str) -> None:
    """Write the figures' format where the template leaves it to the data; not every program follows that link."""
    for link in native._chartSpace.xpath(path):  # noqa: SLF001 (all at once)
        if link.get("sourceLinked") == "1" or link.get("formatCode") == GENERAL:
            link.set("formatCode", shown)
            link.set("sourceLinked", "0")

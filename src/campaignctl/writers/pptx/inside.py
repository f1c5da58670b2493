"""What the parts of lying bars say inside them: words where there is room, else their number, else nothing.

A label that is wider than its part would stand on its neighbours, which programs do not mind.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from campaignctl.domain.charts import Chart, Series
from campaignctl.domain.document import Document
from campaignctl.domain.formats import words
from campaignctl.writers.pptx.inert import inert
from campaignctl.writers.pptx.measuring import width
from campaignctl.writers.pptx.said import Amount, form_of
from campaignctl.writers.pptx.scales import end_at, plot_width

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
FAMILY, EMU_POINT = "Calibri", 12700
AIR = 8.0
"""Points that a part has left and right of its label together."""

PARTS = ".//c:barChart[c:barDir/@val='bar'][c:grouping/@val!='clustered']"


def lies_in_parts(shape: Any) -> bool:
    """Whether a chart is of lying bars, each made of parts, and how long they are is known, as on a slide."""
    return hasattr(shape, "width") and bool(shape.chart._chartSpace.xpath(PARTS))  # noqa: SLF001 (kinds are told apart in XML)


def fill_whole(shape: Any, chart: Chart, document: Document, rows: Sequence[int]) -> None:
    """Let the longest of bars that are not shares fill its scale."""
    if shape.chart._chartSpace.xpath(f"{PARTS}[c:grouping/@val='stacked']"):  # noqa: SLF001 (likewise)
        most = max((sum(_parts(chart, document, row)) for row in rows), default=0.0)
        if most > 0:
            end_at(shape, most)


def words_inside(shape: Any, chart: Chart, document: Document, rows: Sequence[int]) -> dict[str, list[Amount | None]]:
    """Return, by series that has words, what its parts say: those, their number where there is no room, or None."""
    held = {series.name: series for series in chart.series if series.words}
    lengths = _lengths(shape, chart, document, rows)
    return {
        name: [
            _that_fits(series, row, room, document, _letters(element))
            for row, room in zip(rows, lengths[name], strict=True)
        ]
        for name, element in _labelled(shape)
        if (series := held.get(name)) is not None
    }


def says_all(shape: Any, chart: Chart, document: Document, rows: Sequence[int]) -> bool:
    """Whether the parts of a chart say all their words."""
    told = words_inside(shape, chart, document, rows)
    asked = [(series, row) for series in chart.series for row in rows if row < len(series.words) and series.words[row]]
    return bool(told) and all(
        (amount := told.get(series.name, [None] * len(rows))[at]) is not None and not amount.form
        for series, row in asked
        for at in (rows.index(row),)
    )


def drop_crowded(shape: Any, chart: Chart, document: Document, rows: Sequence[int]) -> None:
    """Take the label off each part that is shorter than its number."""
    lengths = _lengths(shape, chart, document, rows)
    held = {series.name: series for series in chart.series if not series.words}
    for name, element in _labelled(shape):
        if (series := held.get(name)) is None:
            continue
        labels, look = element.find(f"{C}dLbls"), _letters(element)
        for at, row in reversed(list(enumerate(rows))):
            figure = document.figures[value] if row < len(series.values) and (value := series.values[row]) else None
            said = words(figure.value, chart.format, figure.unit) if figure is not None else ""
            if said and _wide(said, look) > lengths[name][at]:
                gone = labels.makeelement(f"{C}dLbl")
                gone.append(labels.makeelement(f"{C}idx", {"val": str(at)}))
                gone.append(labels.makeelement(f"{C}delete", {"val": "1"}))
                labels.insert(0, gone)


def _that_fits(series: Series, row: int, room: float, document: Document, look: tuple[float, bool]) -> Amount | None:
    figure = document.figures[value] if (value := series.values[row]) else None
    if figure is None or figure.number is None or not figure.number:
        return None
    said = inert(document.words(series.words[row])) if row < len(series.words) else ""
    if said and _wide(said, look) <= room:
        return Amount(figure.number, "", said)
    return Amount(figure.number, form_of(figure), figure.words) if _wide(figure.words, look) <= room else None


def _labelled(shape: Any) -> Iterator[tuple[str, Any]]:
    """Yield name and ``c:ser`` of each series of parts to which the template gives labels."""
    for plot in shape.chart.plots:
        for series in plot.series:
            element = series._element  # noqa: SLF001 (labels are XML only)
            if element.find(f"{C}dLbls") is not None:
                yield series.name, element


def _lengths(shape: Any, chart: Chart, document: Document, rows: Sequence[int]) -> dict[str, list[float]]:
    """Return how long the parts of each series are, in points of type."""
    plot = shape.width * plot_width(shape)[1] / EMU_POINT
    is_share = bool(shape.chart._chartSpace.xpath(f"{PARTS}[c:grouping/@val='percentStacked']"))  # noqa: SLF001 (raw)
    wholes = [sum(_parts(chart, document, row)) for row in rows]
    most = max(wholes, default=0.0)
    return {
        series.name: [
            _number(series, row, document) / ((whole if is_share else most) or 1.0) * plot
            for row, whole in zip(rows, wholes, strict=True)
        ]
        for series in chart.series
    }


def _parts(chart: Chart, document: Document, row: int) -> list[float]:
    return [_number(series, row, document) for series in chart.series]


def _number(series: Series, row: int, document: Document) -> float:
    name = series.values[row] if row < len(series.values) else None
    return max(document.figures[name].number or 0.0, 0.0) if name is not None else 0.0


def _letters(series: Any) -> tuple[float, bool]:
    look = series.find(f"{C}dLbls/{C}txPr//{A}defRPr")
    return (int(look.get("sz", 1200)) / 100, look.get("b") == "1") if look is not None else (12.0, False)


def _wide(text: str, look: tuple[float, bool]) -> float:
    size, bold = look
    return width(text, size, FAMILY, bold=bold) + AIR

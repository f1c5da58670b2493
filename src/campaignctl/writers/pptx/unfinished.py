"""A column of what is not over yet, a day that still runs, is hatched in its series' own colour."""

from collections.abc import Sequence
from copy import deepcopy
from typing import Any

from campaignctl.domain.charts import Chart

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
SIGN, WORDS = "▨", "not over yet"
"""How a key names such columns."""

_AFTER_POINTS = {f"{C}{name}" for name in ("dLbls", "trendline", "errBars", "cat", "val")}


def hatch(native: Any, chart: Chart, rows: Sequence[int]) -> None:
    """Hatch the columns of those categories in ``rows`` that are not over yet; the template's own points go."""
    places = [at for at, row in enumerate(rows) if row in chart.partial]
    for series in native._chartSpace.xpath(".//c:barChart/c:ser") if places else ():  # noqa: SLF001 (all plots at once)
        fill = series.find(f"{C}spPr/{A}solidFill")
        if fill is None or not len(fill):
            continue
        for old in series.findall(f"{C}dPt"):
            series.remove(old)
        after = next(part for part in series if part.tag in _AFTER_POINTS)
        for place in places:
            after.addprevious(_point(series, place, fill[0]))


def _point(series: Any, place: int, colour: Any) -> Any:
    """Return the look of one column: stripes in the series' colour, on the page's ground, inside a line of it."""
    point = series.makeelement(f"{C}dPt")
    for name, value in (("idx", str(place)), ("invertIfNegative", "0"), ("bubble3D", "0")):
        point.append(point.makeelement(f"{C}{name}", {"val": value}))
    look = _child(point, f"{C}spPr")
    stripes = _child(look, f"{A}pattFill", prst="wdUpDiag")
    _child(stripes, f"{A}fgClr").append(deepcopy(colour))
    _child(_child(stripes, f"{A}bgClr"), f"{A}schemeClr", val="bg1")
    _child(_child(look, f"{A}ln", w="9525"), f"{A}solidFill").append(deepcopy(colour))
    return point


def _child(parent: Any, tag: str, **attributes: str) -> Any:
    child = parent.makeelement(tag, attributes)
    parent.append(child)
    return child

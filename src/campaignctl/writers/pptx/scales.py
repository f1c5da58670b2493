"""Scales that tell the truth: no bar is cut off, charts side by side share one, gridlines stand on round numbers."""

import math
import re
from collections.abc import Sequence
from typing import Any

from campaignctl.domain.charts import Chart
from campaignctl.domain.document import Document
from campaignctl.domain.formats import words
from campaignctl.writers.pptx.drawn import figures, is_share
from campaignctl.writers.pptx.measuring import width

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
ROUND = (1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10)
FAMILY, EMU_POINT = "Calibri", 12700
AIR = 8.0  # points between a bar, its label and what follows
ROOM = 1.1  # a shared scale ends a tenth beyond the longest bar
BEYOND = 1.05  # a scale that had to be widened ends a twentieth beyond it
_BEFORE_UNIT = {f"{C}{name}" for name in ("crossAx", "crosses", "crossesAt", "crossBetween")}
_CENTS = re.compile(r"(?<=;)([^;]*)0\.0+$")


def extent(charts: Sequence[Chart], document: Document) -> float:
    """Return the largest size among the values of several charts, in their unit; 1 when there is none."""
    sizes = [abs(figure.number) for chart in charts for figure in figures(chart, document) if figure.number is not None]
    return max(sizes, default=0.0) or 1.0


def scale_to(shape: Any, most: float, chart: Chart, document: Document) -> None:
    """Let a chart's scale lead from zero to beyond ``most``, to the side on which its values lie.

    Where people see the axis it ends on a round number, and names of bars that go down stand on their other side.
    """
    values = [figure.number for figure in figures(chart, document) if figure.number is not None]
    scaling, downward = _scaling(shape), max(values, default=0.0) <= 0 > min(values, default=0.0)
    deleted = scaling.getparent().find(f"{C}delete")
    hidden = deleted is not None and deleted.get("val") not in {"0", "false"}
    end = most * max(ROOM, _beyond(shape, chart, document)) if hidden else _round_up(most)
    _set(scaling, "max", 0.0 if downward else end)
    _set(scaling, "min", -end if downward else 0.0)
    for place in _axes(shape, ".//c:catAx/c:tickLblPos[@val='nextTo']") if downward else ():
        place.set("val", "high")


def _beyond(shape: Any, chart: Chart, document: Document) -> float:
    """Return how far a scale reaches beyond its longest bar for labels outside the bars' ends to have room."""
    across = shape.width * plot_width(shape)[1] / EMU_POINT
    need = 0.0
    for labels in _axes(shape, ".//c:barChart[c:barDir/@val='bar']/c:ser/c:dLbls[c:dLblPos/@val='outEnd']"):
        look = labels.find(f"{C}txPr//{A}defRPr")
        size, bold = (int(look.get("sz", 1200)) / 100, look.get("b") == "1") if look is not None else (12.0, False)
        said = (words(each.value, chart.format, each.unit, signed=each.is_change) for each in figures(chart, document))
        need = max([need, *(width(text, size, FAMILY, bold=bold) + AIR for text in said)])
    return across / (across - need) if need < across / 2 else 2.0


def _round_up(value: float) -> float:
    power = 10.0 ** math.floor(math.log10(value))
    return next(power * each for each in ROUND if power * each >= value)


def widen(shape: Any, chart: Chart, document: Document) -> None:
    """Move the fixed ends of a chart's scale out where a value lies beyond them."""
    values = [figure.number for figure in figures(chart, document) if figure.number is not None]
    scaling = _scaling(shape)
    for name, way, furthest in (("max", 1, max(values, default=0.0)), ("min", -1, min(values, default=0.0))):
        end = scaling.find(f"{C}{name}") if scaling is not None else None
        if end is not None and furthest * way > float(end.get("val")) * way:
            _set(scaling, name, furthest * BEYOND)


def calm(shape: Any, chart: Chart, document: Document) -> None:
    """Give a value axis with gridlines three to five of them, on round numbers; parts of a whole count percent."""
    if is_share(shape):
        return
    for axis in _axes(shape, ".//c:valAx[c:majorGridlines][not(c:majorUnit)]"):
        most = extent([chart], document)
        power = 10.0 ** math.floor(math.log10(most / 4))
        step = next(power * each for each in (1, 2, 2.5, 5, 10) if power * each * 4 >= most)
        before = [part for part in axis if part.tag in _BEFORE_UNIT]
        before[-1].addnext(axis.makeelement(f"{C}majorUnit", {"val": repr(step)}))
        look = axis.find(f"{C}numFmt")
        if step >= 1 and look is not None:  # zero dollars on an axis need no cents
            look.set("formatCode", _CENTS.sub(r"\g<1>0", look.get("formatCode")))


def share_of_scale(shape: Any, value: float) -> float | None:
    """Return where ``value`` lies in a chart's frame, from 0 at the left to 1, when the template fixes its scale."""
    scaling = _scaling(shape)
    least, most = (scaling.find(f"{C}{name}") if scaling is not None else None for name in ("min", "max"))
    if least is None or most is None:
        return None
    low, high = float(least.get("val")), float(most.get("val"))
    start, wide = plot_width(shape)
    return start + wide * (value - low) / (high - low)


def plot_width(shape: Any) -> tuple[float, float]:
    """Return where the plot starts in its frame and how wide it is, as shares of the frame's width."""
    for layout in _axes(shape, ".//c:plotArea/c:layout/c:manualLayout"):
        return float(layout.find(f"{C}x").get("val")), float(layout.find(f"{C}w").get("val"))
    return 0.0, 1.0


def plot_height(shape: Any) -> float:
    """Return how much of a chart's frame its plot takes from the top, as a share of the frame's height."""
    for layout in _axes(shape, ".//c:plotArea/c:layout/c:manualLayout"):
        return float(layout.find(f"{C}y").get("val")) + float(layout.find(f"{C}h").get("val"))
    return 1.0


def plot_down(shape: Any) -> tuple[float, float]:
    """Return where the plot starts in its frame and how high it is, as shares of the frame's height."""
    for layout in _axes(shape, ".//c:plotArea/c:layout/c:manualLayout"):
        return float(layout.find(f"{C}y").get("val")), float(layout.find(f"{C}h").get("val"))
    return 0.0, 1.0


def gridline_step(shape: Any) -> float:
    """Return how far the gridlines of a chart's values are apart; 0 where the program chooses."""
    return next((float(unit.get("val")) for unit in _axes(shape, ".//c:valAx/c:majorUnit")), 0.0)


def end_at(shape: Any, value: float) -> None:
    """Let a chart's scale end at ``value``."""
    _set(_scaling(shape), "max", value)


def keep_height(shape: Any, share: float) -> None:
    """Let a chart's plot end at ``share`` of its frame's height."""
    for layout in _axes(shape, ".//c:plotArea/c:layout/c:manualLayout"):
        layout.find(f"{C}h").set("val", f"{share:.6f}")


def _axes(shape: Any, path: str) -> list[Any]:
    return list(shape.chart._chartSpace.xpath(path))  # noqa: SLF001 (python-pptx shows only a part of an axis)


def _scaling(shape: Any) -> Any:
    return next(iter(_axes(shape, ".//c:valAx/c:scaling")), None)


def _set(scaling: Any, name: str, value: float) -> None:
    for old in scaling.findall(f"{C}{name}"):
        scaling.remove(old)
    end = scaling.makeelement(f"{C}{name}", {"val": repr(value)})
    least = scaling.find(f"{C}min")
    if name == "max" and least is not None:
        least.addprevious(end)  # the schema wants the maximum first
    else:
        scaling.append(end)

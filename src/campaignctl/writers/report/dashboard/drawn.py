"""The native charts of the sheet Dashboard: their titles name what is chosen, their marks follow it."""

from typing import Any

from xlsxwriter.chart import Chart as NativeChart
from xlsxwriter.workbook import Workbook

from campaignctl.writers.report.chart_layout import LABEL_SIZE, TITLE_SIZE
from campaignctl.writers.report.charts import HATCH
from campaignctl.writers.report.dashboard.hidden import Cells
from campaignctl.writers.report.dashboard.numbers import Parts
from campaignctl.writers.xlsx_style import BASELINE, CAMPAIGN, FONT, GRID, INK, PAPER, SECONDARY, XlsxRefused

LABELLED = 14
"""More columns than these have no room for the words of their values."""


def columns(book: Workbook, parts: Parts, title: str, shape: str) -> NativeChart:
    """Return GMV by day as columns, with baseline and target as lines; ``shape`` is the number format of GMV."""
    native = _chart(book, "column")
    native.add_series(_bars("GMV", parts, shape, gap=50, labelled=parts.values.count <= LABELLED))
    if parts.against:
        lines = _chart(book, "line")
        for word, cells in parts.against.items():
            lines.add_series(
                {"name": word.capitalize(), "categories": parts.names.range, "values": cells.range, **_line(word)}
            )
        native.combine(lines)
    native.set_x_axis(_names())
    native.set_y_axis({"visible": False, "major_gridlines": {"visible": False}, "min": 0})
    return _dressed(native, title, legend=bool(parts.against))


def bars(book: Workbook, parts: Parts, title: str, shape: str) -> NativeChart:
    """Return GMV by seller or channel as bars, the largest on top."""
    native = _chart(book, "bar")
    native.add_series(_bars("GMV", parts, shape, gap=45, labelled=True))
    native.set_x_axis({"visible": False, "major_gridlines": {"visible": False}, "min": 0})
    native.set_y_axis({**_names(), "reverse": True})
    return _dressed(native, title, legend=False)


def _chart(book: Workbook, shape: str) -> NativeChart:
    native = book.add_chart({"type": shape})
    if native is None:
        raise XlsxRefused(f"xlsxwriter knows no {shape} chart")
    return native


def _bars(name: str, parts: Parts, shape: str, *, gap: int, labelled: bool) -> dict[str, Any]:
    look: dict[str, Any] = {"fill": {"color": CAMPAIGN}, "gap": gap}
    if labelled:
        look["data_labels"] = {
            "value": True,
            "num_format": shape,
            "font": _font(LABEL_SIZE, INK),
            "position": "outside_end",
            "fill": {"color": PAPER},
        }
    if parts.partial:
        look["points"] = [_hatched if at in parts.partial else None for at in range(parts.values.count)]
    return {"name": name, "categories": parts.names.range, "values": parts.values.range, **look}


_hatched: dict[str, Any] = {
    "pattern": {"pattern": HATCH, "fg_color": CAMPAIGN, "bg_color": PAPER},
    "border": {"color": CAMPAIGN},
}
"""A day that is not over."""


def _line(word: str) -> dict[str, Any]:
    if word == "target":
        return {"line": {"color": INK, "width": 1.5, "dash_type": "dash"}, "marker": {"type": "none"}}
    marker = {"type": "circle", "size": 7, "fill": {"color": PAPER}, "border": {"color": BASELINE, "width": 1.5}}
    return {"line": {"color": BASELINE, "width": 2.25}, "marker": marker}


def _names() -> dict[str, Any]:
    return {
        "num_font": _font(LABEL_SIZE, SECONDARY),
        "line": {"color": GRID},
        "major_tick_mark": "none",
        "minor_tick_mark": "none",
        "text_axis": True,
    }


def _dressed(native: NativeChart, title: str, *, legend: bool) -> NativeChart:
    place = {"overlay": False, "layout": {"x": 0.01, "y": 0.02}}
    native.set_title({"name": f"={title}", "name_font": _font(TITLE_SIZE, INK, bold=True), **place})
    native.set_chartarea({"border": {"none": True}, "fill": {"color": PAPER}})
    native.set_legend({"position": "bottom" if legend else "none", "font": _font(LABEL_SIZE, SECONDARY)})
    return native


def _font(size: float, colour: str, *, bold: bool = False) -> dict[str, Any]:
    return {"name": FONT, "size": size, "color": colour, "bold": bold}


def title_cells(calc_title: Cells) -> str:
    """Return the cell of a title."""
    return calc_title.at(0)

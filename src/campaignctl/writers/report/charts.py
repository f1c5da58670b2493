"""Native charts in the recipes of the house style: bars from zero, the finding as title, labels or gridlines."""

import re
from collections.abc import Sequence
from typing import Any

from xlsxwriter.chart import Chart as NativeChart
from xlsxwriter.utility import quote_sheetname, xl_range_abs
from xlsxwriter.workbook import Workbook

from campaignctl.domain.charts import ChartKind, Role
from campaignctl.domain.formats import Format
from campaignctl.writers.report.cells import plain
from campaignctl.writers.report.chart_axes import crossed, font, longest, number_format, set_axes
from campaignctl.writers.report.chart_layout import LABEL_SIZE, LYING, STACKED, TITLE_SIZE, Box, box_of, plot_area
from campaignctl.writers.report.chart_numbers import Range, ToDraw
from campaignctl.writers.report.columns import FIRST
from campaignctl.writers.report.drawn import Drawn, take_turns
from campaignctl.writers.xlsx_style import (
    ATTENTION,
    BASELINE,
    CAMPAIGN,
    IDENTITIES,
    INK,
    PALE,
    PAPER,
    SECONDARY,
    XlsxRefused,
    checked,
)

GAPS = {
    ChartKind.STACKED_COLUMN: 60,
    ChartKind.STACKED_BAR: 35,
    ChartKind.BAR: 45,
    ChartKind.COLUMN: 50,
    ChartKind.COMBO: 50,
}
FILLS = {Role.CAMPAIGN: CAMPAIGN, Role.ATTENTION: ATTENTION, Role.TARGET: PALE, Role.BASELINE: BASELINE}
LIGHT = (IDENTITIES[1],)
"""Fills on which ink reads better than white."""

HATCH = "wide_upward_diagonal"

NARROWEST_PART = 0.06
"""A part of a stack below this share of the longest bar has no room for its words."""

_LIKE_A_CELL = re.compile(r"!(?=\$?[A-Z]+\$?\d)")


def draw_chart(book: Workbook, todo: ToDraw) -> None:
    """Draw one chart in its place on its sheet."""
    chart, placed, page = todo.placed.chart, todo.placed, todo.page
    title = plain(page.document.words(chart.title))
    under = crossed(todo, placed.width)
    box = box_of(chart, title, placed.width, placed.height, len(todo.rows), crossed=under)
    native = _marks(book, todo, box)
    if title:
        letters = font(TITLE_SIZE, INK, bold=True)
        place = {"overlay": True, "layout": {"x": 0.008, "y": 0.02}}
        native.set_title({"name": literal(title), "name_font": letters, **place})
    else:
        native.set_title({"none": True})
    native.set_chartarea({"border": {"none": True}, "fill": {"color": PAPER}})
    native.set_plotarea({"layout": plot_area(chart, box), "fill": {"none": True}})
    native.set_legend({"position": box.legend, "font": font(LABEL_SIZE, SECONDARY)})
    native.set_size({"width": box.width, "height": box.height})
    alt = plain(page.document.words(chart.alt)) or title
    box_at = {"x_offset": placed.left, "object_position": 2, "description": alt}
    checked(page.sheet.insert_chart(placed.row, FIRST, native, box_at), f"the chart {chart.slug}")


def literal(text: str) -> str:
    """Return ``text`` so that xlsxwriter cannot take it for a reference to a cell (``Wow!A1``)."""
    return _LIKE_A_CELL.sub("! ", text)


def _marks(book: Workbook, todo: ToDraw, box: Box) -> NativeChart:
    """Return a chart with its series and axes: bars or columns, and lines over them."""
    kind = todo.placed.chart.kind
    bars = [at for at, row in enumerate(todo.rows) if not row.line]
    lines = [at for at, row in enumerate(todo.rows) if row.line]
    shape = "bar" if kind in LYING else "column"
    native = _filled(_empty(book, shape if bars else "line", kind), todo, bars or lines, box)
    if bars and lines:
        native.combine(_filled(_empty(book, "line", kind), todo, lines, box))
    set_axes(native, todo, box)
    return native


def _empty(book: Workbook, shape: str, kind: ChartKind) -> NativeChart:
    native = book.add_chart({"type": shape, **({"subtype": "stacked"} if kind in STACKED else {})})
    if native is None:
        raise XlsxRefused(f"xlsxwriter knows no {shape} chart")
    return native


def _filled(native: NativeChart, todo: ToDraw, places: Sequence[int], box: Box) -> NativeChart:
    for at in places:
        row, name = todo.rows[at], todo.sources.names[at]
        look = _line(row) if row.line else _bar(todo, row, box)
        whiskers = todo.sources.whiskers[at] if todo.sources.whiskers else None
        if whiskers is not None:
            look["y_error_bars"] = _whiskers(*whiskers)
        source = {"categories": todo.sources.categories, "values": todo.sources.values[at]}
        native.add_series({"name": literal(plain(name)) if isinstance(name, str) else name, **source, **look})
    return native


def _line(row: Drawn) -> dict[str, Any]:
    if row.role is Role.TARGET:
        return {"line": {"color": INK, "width": 1.5, "dash_type": "dash"}, "marker": {"type": "none"}}
    colour = BASELINE if row.role is Role.BASELINE else FILLS.get(row.role, CAMPAIGN)
    marker = {"type": "circle", "size": 7, "fill": {"color": PAPER}, "border": {"color": colour, "width": 1.5}}
    return {"line": {"color": colour, "width": 2.25}, "marker": marker}


def _bar(todo: ToDraw, row: Drawn, box: Box) -> dict[str, Any]:
    chart = todo.placed.chart
    stacked = chart.kind in STACKED
    look: dict[str, Any] = {"fill": {"color": _fill(row, row.role)}, "gap": GAPS[chart.kind]}
    if stacked:
        look["border"] = {"color": PAPER, "width": 0.75}
    elif take_turns([one for one in todo.rows if not one.line]):
        look["overlap"] = 100
    if len(set(row.roles)) > 1 or chart.partial:
        look["points"] = [_point(_fill(row, role), hatched=at in chart.partial) for at, role in enumerate(row.roles)]
    if box.values_labelled and stacked:
        look["data_labels"] = _inside(todo, row)
    elif box.values_labelled and row.role is not Role.TARGET:
        look["data_labels"] = {
            "value": True,
            "num_format": number_format(todo),
            "font": font(LABEL_SIZE, PAPER if row.low else INK, bold=bool(row.low)),
            "position": "inside_base" if row.low else "outside_end",  # clear of the whisker
        }
        if any(one.line for one in todo.rows):
            look["data_labels"]["fill"] = {"color": PAPER}  # a line that passes does not strike the words out
    return look


def _point(colour: str, *, hatched: bool) -> dict[str, Any]:
    """Return the look of one bar; that of a day that is not over is hatched."""
    if not hatched:
        return {"fill": {"color": colour}}
    return {"pattern": {"pattern": HATCH, "fg_color": colour, "bg_color": PAPER}, "border": {"color": colour}}


def _inside(todo: ToDraw, row: Drawn) -> dict[str, Any]:
    """Return labels inside the parts of a stack; a part too narrow for its words has none."""
    least = longest(todo) * NARROWEST_PART
    sections = number_format(todo).split(";")
    shape = f"{sections[0]};{sections[-1]}" if todo.placed.chart.format is Format.MONEY else sections[-1]
    dark = _fill(row, row.role) not in (BASELINE, PALE, *LIGHT)
    letters = font(LABEL_SIZE, PAPER if dark else INK)
    return {"value": True, "num_format": f'[<{least:g}]"";{shape}', "font": letters, "position": "center"}


def _whiskers(up: Range, down: Range) -> dict[str, Any]:
    """Return the intervals of a series, in ink; their lengths stand in cells, for literals are not drawn everywhere."""
    return {
        "type": "custom",
        "plus_values": _formula(up),
        "minus_values": _formula(down),
        "line": {"color": INK, "width": 1.5},
    }


def _formula(cells: Range) -> str:
    sheet, *corners = cells
    return f"={quote_sheetname(str(sheet))}!{xl_range_abs(*(int(corner) for corner in corners))}"


def _fill(row: Drawn, role: Role) -> str:
    if role is Role.IDENTITY:
        return IDENTITIES[row.at] if row.at < len(IDENTITIES) else PALE
    return FILLS[role]

"""Where you stand: beside the campaign, every sheet with its rows, its quick check, and the next command to type."""

from collections.abc import Mapping
from typing import Any

from xlsxwriter.worksheet import Worksheet

from campaignctl.domain.forms import Column
from campaignctl.writers.forms.draft import Draft
from campaignctl.writers.forms.layout import Layout, ListLayout, RecordLayout, on_tab
from campaignctl.writers.forms.values import plain
from campaignctl.writers.xlsx_style import (
    BLUE_TEXT,
    DATA_BAR,
    GRID,
    INK,
    NEW_FILL,
    SECONDARY,
    SECTION_SIZE,
    SMALL_SIZE,
    checked,
    quoted,
    status_formats,
    write_text,
)

_SHEET, _ROWS, _CHECK = 6, 7, 8
_TOP = 3


def write_standing(draft: Draft, sheet: Worksheet) -> None:
    """Write the table and the next command into columns G to I."""
    sheet.set_column(_SHEET - 1, _SHEET - 1, 3)
    for at, wide in ((_SHEET, 22), (_ROWS, 11), (_CHECK, 19)):
        sheet.set_column(at, at, wide)
    _heading(draft, sheet)
    last = _TOP + 1
    for last, layout in enumerate(draft.layouts, start=_TOP + 2):
        _sheet_line(draft, sheet, last, layout)
    status_formats(sheet, draft.styles, (_TOP + 2, _CHECK, last, _CHECK))
    if draft.form.next_command:
        _next(draft, sheet, last + 2)


def _heading(draft: Draft, sheet: Worksheet) -> None:
    head = draft.styles(bold=True, size=SECTION_SIZE, bottom=2, bottom_color=INK)
    for at in (_SHEET, _ROWS, _CHECK):
        text = "Where you stand" if at == _SHEET else ""
        write_text(sheet, _TOP, at, text, head)
    small = {"size": SMALL_SIZE, "colour": SECONDARY, "bottom": 1, "bottom_color": GRID}
    for at, text in ((_SHEET, "Sheet"), (_ROWS, "Rows"), (_CHECK, "Quick check")):
        look = draft.styles(**small, indent=1, align="right" if at == _ROWS else "left")
        write_text(sheet, _TOP + 1, at, text, look)


def _sheet_line(draft: Draft, sheet: Worksheet, row: int, layout: Layout) -> None:
    line = {"bottom": 1, "bottom_color": GRID, "indent": 1}
    link = draft.styles(colour=BLUE_TEXT, **line)
    first = "B7" if isinstance(layout, ListLayout) else "C4"
    checked(sheet.write_url(row, _SHEET, f"internal:{quoted(layout.tab)}!{first}", link, layout.tab), "a link")
    count = draft.styles(align="right", **line)
    formula, kept = _rows(layout)
    checked(sheet.write_formula(row, _ROWS, formula, count, kept), f"the rows of {layout.tab}")
    verdict, shown = _verdict(layout)
    look = draft.styles(size=SMALL_SIZE, colour=SECONDARY, **line)
    checked(sheet.write_formula(row, _CHECK, verdict, look, shown), f"the quick check of {layout.tab}")


def _rows(layout: Layout) -> tuple[str, int | str]:
    if isinstance(layout, ListLayout):
        return f"={layout.used(elsewhere=True)}", len(layout.filled.rows)
    needed = required_lines(layout)
    filled = sum(plain(layout.values.get(column.key), column) not in (None, "") for column in needed)
    sums = "+".join(f'({on_tab(layout, layout.cell(column.key))}<>"")' for column in needed)
    return f'={sums or 0}&" of {len(needed)}"', f"{filled} of {len(needed)}"


def required_lines(layout: RecordLayout) -> tuple[Column, ...]:
    """Return the lines that must always be filled."""
    return tuple(column for column in layout.columns if column.required == "yes")


def _verdict(layout: Layout) -> tuple[str, str]:
    """Return the formula of a sheet's verdict and the words to keep where the blank sheet already decides them."""
    area = on_tab(layout, layout.check) if layout.check else ""
    empty = "○ to fill" if layout.filled.sheet.required else "– optional"
    trouble = f'COUNTIF({area},"▲*")'
    verdict = f'IF({trouble}>0,"▲ "&{trouble}&" to look at","✓ ok")' if area else '"✓ ok"'
    if not isinstance(layout, ListLayout):
        return f"={verdict}", ""
    rows = layout.used(elsewhere=True)
    return f'=IF({rows}=0,"{empty}",{verdict})', "" if layout.filled.rows else empty


def _next(draft: Draft, sheet: Worksheet, top: int) -> None:
    small = {"size": SMALL_SIZE}
    _box(draft, sheet, top, "Next", {"bold": True, "top": 1, "top_color": DATA_BAR})
    _box(draft, sheet, top + 1, "Mend what is marked ▲; then, in the campaign folder:", small)
    command = small | {"font_name": "Consolas", "bottom": 1, "bottom_color": DATA_BAR}
    _box(draft, sheet, top + 2, draft.form.next_command, command)


def _box(draft: Draft, sheet: Worksheet, row: int, text: str, look: Mapping[str, Any]) -> None:
    """Write one line of the box: its words in the first cell, its edges around the three."""
    edges: dict[int, dict[str, Any]] = {
        _SHEET: {"left": 1, "left_color": DATA_BAR, "indent": 1},
        _ROWS: {},
        _CHECK: {"right": 1, "right_color": DATA_BAR},
    }
    for at, edge in edges.items():
        style = draft.styles(fill=NEW_FILL, **look, **edge)
        write_text(sheet, row, at, text if at == _SHEET else "", style)

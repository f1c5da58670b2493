"""An empty sheet for sums by day: a team that gets no orders types or pastes its own numbers under these headers."""

from collections.abc import Mapping
from pathlib import Path

from campaignctl.writers.xlsx_style import GRID, Styles, checked, open_workbook, strict

SHEET = "Sums"
_LAST_ROW = 2000
_FORMS = {"instant": "yyyy-mm-dd", "money": "#,##0.00", "count": "#,##0"}
_TEXT = "@"
"""Ids have 18 digits and more: as numbers Excel would round them."""


def write_sums_form(columns: Mapping[str, str], path: Path) -> None:
    """Write a sheet with a header per column; ``columns`` gives the type of each by its header, in order."""
    with strict():
        book = open_workbook(path, title="Sums by day")
        style, sheet = Styles(book), book.add_worksheet(SHEET)
        for at, (header, kind) in enumerate(columns.items()):
            cells = style(num_format=_FORMS.get(kind, _TEXT))
            checked(sheet.set_column(at, at, max(12, len(header) + 3), cells), f"the width of {header}")
            checked(sheet.write_string(0, at, header, style(bold=True, bg_color=GRID)), f"the header {header}")
        sheet.freeze_panes(1, 0)
        checked(sheet.autofilter(0, 0, _LAST_ROW, len(columns) - 1), "the filter")
        book.close()

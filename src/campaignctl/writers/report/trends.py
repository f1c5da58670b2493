"""A trend in a row: small columns in one cell, drawn from the row of the same name in a table of days."""

from collections.abc import Sequence

from xlsxwriter.utility import xl_range_abs

from campaignctl.writers.report.page import Page, PlacedTable
from campaignctl.writers.xlsx_style import BASELINE, CAMPAIGN, checked, quoted

LOOK = {"type": "column", "series_color": BASELINE, "high_point": True, "high_color": CAMPAIGN, "min": 0}


def draw_trends(pages: Sequence[Page]) -> None:
    """Draw the trends of all tables; whatever days they draw may stand on another sheet."""
    placed = {table.table.slug: (page, table) for page in pages for table in page.tables}
    for page, table in placed.values():
        for column, at in zip(table.table.columns, table.columns, strict=True):
            if column.trend in placed:
                _draw(page, table, at, *placed[column.trend])


def _draw(page: Page, table: PlacedTable, at: int, there: Page, days: PlacedTable) -> None:
    """Draw the column ``at`` of a table from the rows of the table ``days`` on the page ``there``."""
    rows = {cells[0]: days.rows[0] + number for number, cells in enumerate(days.table.rows)}
    for row, cells in enumerate(table.table.rows, start=table.rows[0]):
        if (source := rows.get(cells[0])) is not None:
            cells_of_days = xl_range_abs(source, days.columns[1], source, days.columns[-1])
            look = {**LOOK, "range": f"{quoted(there.name)}!{cells_of_days}"}
            checked(page.sheet.add_sparkline(row, at, look), f"the trend in row {row}")

"""Tables as a marketplace hands them out, for the demo, tests and benchmarks: CSV with a BOM, or a workbook."""

import csv
from datetime import UTC, datetime
from pathlib import Path

import xlsxwriter

from campaignctl.domain.raw_table import RawTable

_CREATED = datetime(2020, 1, 1, tzinfo=UTC).replace(tzinfo=None)


def write_csv(table: RawTable, path: Path) -> None:
    """Write UTF-8 with a BOM and CRLF line ends, as Seller Centers do."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        lines = csv.writer(file, lineterminator="\r\n")
        lines.writerows(table.above)
        lines.writerow(table.header)
        lines.writerows(table.rows)


def write_xlsx(table: RawTable, path: Path) -> None:
    """Write one sheet; text stays text, times are real times, equal input gives equal bytes."""
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(path, options) as book:
        book.set_properties({"created": _CREATED})
        clock = book.add_format({"num_format": "yyyy-mm-dd hh:mm"})
        sheet = book.add_worksheet(table.sheet)
        for at, row in enumerate((*table.above, table.header, *table.rows)):
            for column, cell in enumerate(row):
                if isinstance(cell, datetime):
                    sheet.write_datetime(at, column, cell, clock)
                elif isinstance(cell, str):
                    sheet.write_string(at, column, cell)
                elif cell is not None:
                    sheet.write_number(at, column, cell)

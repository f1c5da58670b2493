"""An upload file in the marketplace's own form: its headings verbatim, ids as text, nothing of ours beside them."""

from pathlib import Path

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from campaignctl.domain.uploads import UploadCell, UploadFile
from campaignctl.writers.xlsx_style import CREATED, OPTIONS, checked, inert, set_print, strict

_ID_WIDTH, _WIDTH = 24, 30
_LINE = 15  # points


def write_upload(file: UploadFile, path: Path) -> None:
    """Write ``file`` to ``path``; equal files give equal bytes. ``XlsxRefused`` when a cell cannot be written."""
    with strict():
        book = xlsxwriter.Workbook(str(path), OPTIONS)
        book.set_properties({"created": CREATED})
        sheet = book.add_worksheet(file.sheet)
        text, head = book.add_format({"num_format": "@"}), book.add_format({"bold": True, "text_wrap": True})
        amount = book.add_format({"num_format": f"0.{'0' * file.decimals}" if file.decimals else "0"})
        for at in range(len(file.header)):
            look, wide = (text, _ID_WIDTH) if at in file.ids else (None, _WIDTH)
            checked(sheet.set_column(at, at, wide, look), "the width of a column")
        sheet.set_row(0, _LINE * (1 + max(name.count("\n") for name in file.header)) * 1.5)
        for at, name in enumerate(file.header):
            checked(sheet.write_string(0, at, inert(name), head), "a heading")
        for row, cells in enumerate(file.rows, start=1):
            _write_row(sheet, row, cells, text, amount)
        sheet.freeze_panes(1, 0)
        set_print(sheet, (0, 0))
        book.close()


def _write_row(sheet: Worksheet, row: int, cells: tuple[UploadCell, ...], text: Format, amount: Format) -> None:
    for at, cell in enumerate(cells):
        match cell:
            case None:
                continue
            case str():
                code = sheet.write_string(row, at, inert(cell), text)
            case float():
                code = sheet.write_number(row, at, cell, amount)
            case _:
                code = sheet.write_number(row, at, cell)
        checked(code, f"row {row + 1}, column {at + 1}")

"""An export's rows keep the numbers that Excel shows, however many blank rows stand above its header."""

import xlsxwriter

from campaignctl.readers.exports.sources import plain


def test_blank_rows_above_are_counted_once(tmp_path):
    from python_calamine import CalamineWorkbook

    from campaignctl.readers.exports.sources import _worksheet

    with xlsxwriter.Workbook(tmp_path / "export.xlsx") as book:
        sheet = book.add_worksheet("Sheet1")
        sheet.write_string(3, 1, "Livestream")
    read = _worksheet(CalamineWorkbook.from_path(tmp_path / "export.xlsx"), "Sheet1")
    rows = list(read.rows(plain))
    assert [number for number, row in enumerate(rows, start=1) if "Livestream" in row] == [4]

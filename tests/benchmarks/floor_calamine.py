"""The floor of reading: every row of every sheet of a workbook through python-calamine, nothing kept."""

import sys

import python_calamine

book = python_calamine.CalamineWorkbook.from_path(sys.argv[1])
for name in book.sheet_names:
    for _row in book.get_sheet_by_name(name).iter_rows():
        pass

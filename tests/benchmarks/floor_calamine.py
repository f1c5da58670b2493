"""The floor of reading: every row of every sheet of some workbooks through python-calamine, nothing kept."""

import sys

import python_calamine

for path in sys.argv[1:]:
    book = python_calamine.CalamineWorkbook.from_path(path)
    for name in book.sheet_names:
        for _row in book.get_sheet_by_name(name).iter_rows():
            pass

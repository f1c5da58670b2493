"""The floor of writing returns: every part of every workbook of a folder unpacked and packed again."""

import sys
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

folder = Path(sys.argv[1])
(folder.parent / "copies").mkdir(exist_ok=True)
for book in sorted(folder.glob("*.xlsx")):
    with ZipFile(book) as source, ZipFile(folder.parent / "copies" / book.name, "w", ZIP_DEFLATED) as copy:
        for entry in source.infolist():
            copy.writestr(entry, source.read(entry))

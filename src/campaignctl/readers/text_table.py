"""A file of delimited text is one sheet whose cells are all texts; a blank line is a blank row, as Excel shows it."""

import csv
from pathlib import Path

from campaignctl.readers.extent import MOST_CELLS
from campaignctl.readers.package import Unfit
from campaignctl.readers.sniff import Text, sniff

_MOST_BYTES = 256 << 20
_NAMED = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars"}
_PLAIN = ("utf-8", "utf-8-sig")
_TEXT_ENDINGS = (".csv", ".tsv", ".txt")


def text_table(path: Path) -> tuple[list[list[str]], str]:
    """Return the rows of a file of text, and how it was understood where that is not what its name says.

    ``Unfit`` when it is no table of text, or cannot be read to its end.
    """
    if path.stat().st_size > _MOST_BYTES:
        raise Unfit(f"is a text of {path.stat().st_size >> 20:,} MB; at most {_MOST_BYTES >> 20:,} MB are opened")
    told = sniff(path)
    if not isinstance(told, Text):
        raise Unfit(getattr(told, "why", "is not a workbook but text or something else"))
    rows = _rows(path, told)
    if max(map(len, rows), default=0) < 2:
        raise Unfit("is not a workbook but plain text", foreign=True)
    return rows, _understood(path, told)


def _rows(path: Path, text: Text) -> list[list[str]]:
    rows: list[list[str]] = []
    cells = 0
    with path.open(encoding=text.encoding, errors="replace", newline="") as file:
        reader = csv.reader((line.replace("\x00", "") for line in file), delimiter=text.delimiter)
        try:
            for row in reader:
                rows.append(row)
                cells += len(row)
                if cells > MOST_CELLS:
                    raise Unfit(f"holds more than {MOST_CELLS:,} cells")
        except csv.Error as error:
            raise Unfit(f"cannot be read beyond line {reader.line_num:,} ({error}); is a quote not closed?") from error
    if rows and rows[0]:
        rows[0][0] = rows[0][0].removeprefix("\ufeff")
    return rows


def _understood(path: Path, text: Text) -> str:
    """Say how a text was read, unless it is what a text of its name mostly is."""
    expected = "\t" if path.suffix.casefold() == ".tsv" else ","
    plain = text.encoding in _PLAIN and text.delimiter == expected
    if plain and path.suffix.casefold() in _TEXT_ENDINGS:
        return ""
    encoded = "" if text.encoding in _PLAIN else f" in {text.encoding}"
    return f"a text{encoded} with {_NAMED[text.delimiter]} between its cells"

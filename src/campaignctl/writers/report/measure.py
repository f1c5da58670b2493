"""How much room words take on a sheet: widths in pixels and lines after wrapping, from the metrics of Calibri.

The metrics are fixed, so that a report has the same bytes on a machine with other fonts.
"""

from math import ceil
from unicodedata import combining, east_asian_width

from xlsxwriter.utility import xl_pixel_width

from campaignctl.writers.xlsx_style import BODY_SIZE

CELL_PADDING = 5  # what Excel adds to a column beside its characters
DIGIT = 7  # one character of a column's width, in pixels
BOLD = 1.07
WIDE = 15  # an ideograph or an emoji at 11 pt


def pixels(text: str, size: float = BODY_SIZE, *, bold: bool = False) -> float:
    """Return the width of one line of ``text`` in pixels at ``size`` points."""
    if text.isascii():
        return float(xl_pixel_width(text)) * size / BODY_SIZE * (BOLD if bold else 1)
    wide = sum(east_asian_width(letter) in "WF" for letter in text)
    narrow = "".join(letter for letter in text if east_asian_width(letter) not in "WF" and not combining(letter))
    return (xl_pixel_width(narrow) + wide * WIDE) * size / BODY_SIZE * (BOLD if bold else 1)


def lines(text: str, width: float, size: float = BODY_SIZE, *, bold: bool = False) -> int:
    """Return how many lines ``text`` takes when it wraps between words inside ``width`` pixels."""
    if pixels(text, size, bold=bold) <= width:
        return 1
    count, used, blank = 1, 0.0, pixels(" ", size, bold=bold)
    for word in text.split():
        need = pixels(word, size, bold=bold)
        if used and used + blank + need > width:
            count, used = count + 1, 0.0
        if need > width:  # a word longer than the line breaks inside
            count += ceil(need / width) - 1
        used += need + (blank if used else 0)
    return count


def column_pixels(width: float) -> int:
    """Return how many pixels a column of ``width`` characters takes."""
    return int(DIGIT * width + 0.5) + CELL_PADDING


def column_width(room: float) -> float:
    """Return the column width, in characters, whose cells hold ``room`` pixels."""
    return ceil(room / DIGIT * 2) / 2

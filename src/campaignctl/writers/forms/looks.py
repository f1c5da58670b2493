"""How the cells of a form look: white with a border to be filled, tinted to be read, red with words to be mended."""

from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from campaignctl.domain.forms import Column, Type
from campaignctl.writers.forms.values import NUMBER_EXACT, PERCENT, PERCENT_EXACT, is_right, money_format, number_format
from campaignctl.writers.xlsx_style import (
    ATTENTION,
    ERROR_FILL,
    GRID,
    HINT_SIZE,
    INK,
    INPUT_BORDER,
    NEW_FILL,
    PAPER,
    READ_HEADER,
    SECONDARY,
    SMALL_SIZE,
    TINT,
    Styles,
    checked,
)

Place = tuple[int, int, int, int]


def header(styles: Styles, column: Column) -> tuple[Format, Format]:
    """Return the heading's font and look: ink for what people fill, grey for what they only read."""
    fill, colour = (INK, PAPER) if column.is_asked else (READ_HEADER, INK)
    seam = PAPER if column.is_asked else READ_HEADER
    look = styles(bold=True, fill=fill, colour=colour, text_wrap=True, indent=1, right=1, right_color=seam)
    return styles(bold=True, colour=colour), look


def work_header(styles: Styles, column: Column) -> tuple[Format, Format]:
    """Return the heading's font and look on a worklist: what is read stands on a tint over a rule of ink."""
    if column.is_asked:
        return header(styles, column)
    at = "right" if is_right(column) else "left"
    look = styles(bold=True, fill=TINT, text_wrap=True, indent=1, align=at, bottom=2, bottom_color=INK)
    return styles(bold=True), look


def star(styles: Styles) -> Format:
    """Return the look of the star beside a required name."""
    return styles(bold=True, colour=ATTENTION)


def hint(styles: Styles) -> Format:
    """Return the look of the hint row."""
    return styles(
        italic=True, size=HINT_SIZE, colour=SECONDARY, fill=TINT, text_wrap=True, valign="top", align="left", indent=1
    )


def example(styles: Styles, column: Column, currency: str) -> Format:
    """Return the look of a cell of the example row: the column's format in pale blue italics, free to be deleted."""
    return styles(italic=True, colour=SECONDARY, fill=NEW_FILL, locked=False, **held(column, currency))


def cell(styles: Styles, column: Column, currency: str) -> Format:
    """Return the look of a cell in the rows that are made ready."""
    own = held(column, currency)
    if column.is_input:
        return styles(border=1, border_color=INPUT_BORDER, locked=False, **own)
    return styles(colour=SECONDARY, fill=TINT, **own)


def work_cell(styles: Styles, column: Column, currency: str) -> Format:
    """Return the look of a cell of a worklist: what comes filled reads like a table, what is asked has a border."""
    if column.is_asked:
        return cell(styles, column, currency)
    return styles(bottom=1, bottom_color=GRID, **held(column, currency))


def beyond(styles: Styles, column: Column, currency: str) -> Format:
    """Return the look of a column below the rows that are made ready: plain, free, of the right format."""
    return styles(locked=False, **held(column, currency))


def check(styles: Styles) -> Format:
    """Return the look of a quick check, before its sign colours it."""
    return styles(size=SMALL_SIZE, colour=SECONDARY, fill=TINT, indent=1)


def held(column: Column, currency: str) -> dict[str, Any]:
    """Return what a cell's look owes to its column: the number format, and numbers at the right."""
    align = "right" if is_right(column) else "left"
    return {"num_format": number_format(column, currency), "align": align, "indent": 1}


def mark_wrong(sheet: Worksheet, styles: Styles, place: Place, condition: str) -> None:
    """Tint the cells of ``place`` where ``condition`` holds, with an edge in the colour of attention."""
    edges = dict.fromkeys(("left", "right", "top", "bottom"), 1)
    colours = {f"{side}_color": INPUT_BORDER for side in edges} | {"left_color": ATTENTION}
    look = styles.difference(fill=ERROR_FILL, **edges, **colours)
    rule = {"type": "formula", "criteria": f"={condition}", "format": look}
    checked(sheet.conditional_format(*place, rule), "the colour of wrong cells")


def show_as(sheet: Worksheet, styles: Styles, place: Place, condition: str, number: str) -> None:
    """Show the numbers of ``place`` in the format ``number`` where ``condition`` holds."""
    rule = {"type": "formula", "criteria": f"={condition}", "format": styles.difference(num_format=number)}
    checked(sheet.conditional_format(*place, rule), "a number format")


def exact(column: Column, at: str, kind: str, currency: str) -> list[tuple[str, str]]:
    """Return conditions and number formats of the cell ``at``, for ``show_as``.

    Decimals are shown where there are any; a value is percent or money by the cell ``kind`` that says which.
    """
    if column.type is Type.VALUE and kind:
        percent = f'ISNUMBER({at}),LEFT({kind},7)="Percent"'
        return [
            (f"AND({percent},ABS({at})<=1,ABS({at}*100-ROUND({at}*100,0))>0.001)", PERCENT_EXACT),
            (f"AND({percent},ABS({at})<=1)", PERCENT),
            (f"AND({percent})", '0.##" %"'),
            (f'AND(ISNUMBER({at}),{kind}<>"")', money_format(currency)),
        ]
    if column.type is Type.PERCENT:
        return [(f"AND(ISNUMBER({at}),ABS({at}*100-ROUND({at}*100,0))>0.001)", PERCENT_EXACT)]
    if column.type is Type.NUMBER:
        return [(f"AND(ISNUMBER({at}),{at}<>ROUND({at},0))", NUMBER_EXACT)]
    return []

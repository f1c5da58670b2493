"""How to fill this: numbered steps that lead to the sheets, the kinds of cell, and a few lines of advice."""

from typing import Any

from xlsxwriter.worksheet import Worksheet

from campaignctl.writers.forms.draft import Draft
from campaignctl.writers.forms.layout import Layout, ListLayout
from campaignctl.writers.forms.standing import required_lines
from campaignctl.writers.forms.widths import hint_height
from campaignctl.writers.xlsx_style import (
    ATTENTION,
    ATTENTION_TEXT,
    BLUE_TEXT,
    CAMPAIGN,
    ERROR_FILL,
    FORM_HEIGHT,
    GRID,
    INK,
    INPUT_BORDER,
    NEW_FILL,
    PAPER,
    SECONDARY,
    SECTION_SIZE,
    SMALL_SIZE,
    TINT,
    checked,
    quoted,
    set_print,
    title,
    write_text,
)

TAB = "How to fill this"
_NUMBER, _LINK, _PURPOSE, _NEED = 1, 2, 3, 4
_WIDTHS = (2, 6, 24, 92, 20)
_TOP = 3
_KINDS: tuple[tuple[str, dict[str, Any], str], ...] = (
    (
        "You fill this",
        {"border": 1, "border_color": INPUT_BORDER},
        "White with a border. A cell with a list shows an arrow when you click it.",
    ),
    (
        "Computed",
        {"fill": TINT, "colour": SECONDARY},
        "Tinted, no border. It follows from what you filled; leave it as it is.",
    ),
    (
        "Example",
        {"fill": NEW_FILL, "colour": SECONDARY, "italic": True},
        "Row 6 of every list sheet, marked e.g. It is never read: leave it or delete it.",
    ),
    (
        "▲ look here",
        {"fill": ERROR_FILL, "colour": ATTENTION_TEXT, "bold": True, "left": 5, "left_color": ATTENTION},
        "The sheet's own quick check sees a problem.{full}",
    ),
)


_TO_READ = (
    "To read",
    {"bottom": 1, "bottom_color": GRID},
    "No border. It comes filled; leave it as it is.",
)


def write_guide(draft: Draft, sheet: Worksheet) -> None:
    """Fill ``sheet`` with the first page of the form."""
    title(sheet, draft.styles, "How to fill this workbook", f"{draft.form.title} · {draft.form.context}".strip(" ·"))
    for at, wide in enumerate(_WIDTHS):
        sheet.set_column(at, at, wide)
    row = _TOP
    for number, layout in enumerate(draft.layouts, start=1):
        _step(draft, sheet, row, number, layout)
        row += 1
    row = _kinds(draft, sheet, row + 1)
    _notes(draft, sheet, row + 1)
    set_print(sheet)
    sheet.protect("")


def _step(draft: Draft, sheet: Worksheet, row: int, number: int, layout: Layout) -> None:
    line = {"bottom": 1, "bottom_color": GRID, "indent": 1}
    purpose = _purpose(draft, layout)
    sheet.set_row(row, hint_height([(purpose, _WIDTHS[_PURPOSE])], FORM_HEIGHT))
    badge = draft.styles(bold=True, colour=PAPER, fill=CAMPAIGN, align="center")
    checked(sheet.write_number(row, _NUMBER, number, badge), "a step")
    link = draft.styles(colour=BLUE_TEXT, **line)
    first = "B7" if isinstance(layout, ListLayout) else "C4"
    checked(sheet.write_url(row, _LINK, f"internal:{quoted(layout.tab)}!{first}", link, layout.tab), "a link")
    write_text(sheet, row, _PURPOSE, purpose, draft.styles(text_wrap=True, **line))
    write_text(sheet, row, _NEED, _need(layout), draft.styles(colour=SECONDARY, **line))


def _purpose(draft: Draft, layout: Layout) -> str:
    """Return what the guide says of a sheet: the line that opens with its name, else the sheet's own purpose."""
    opening = f"{layout.filled.sheet.name}: "
    own = (line.removeprefix(opening) for line in draft.form.guide if line.startswith(opening))
    return next(own, layout.filled.sheet.purpose)


def _need(layout: Layout) -> str:
    if not isinstance(layout, ListLayout):
        return f"{len(required_lines(layout))} required cells"
    return "one row each" if layout.filled.sheet.required else "optional"


def _kinds(draft: Draft, sheet: Worksheet, row: int) -> int:
    look = draft.styles(bold=True, size=SECTION_SIZE, bottom=2, bottom_color=INK)
    for at in range(_NUMBER, _NEED + 1):
        write_text(sheet, row, at, "What the cells mean" if at == _NUMBER else "", look)
    sheet.set_row(row, 27)
    command = draft.form.next_command
    full = f" The full check is {command}." if command else " We check the rest when your workbook arrives."
    kinds = _kinds_of(draft)
    for number, (sample, box, meaning) in enumerate(kinds, start=row + 1):
        sheet.set_row(number, FORM_HEIGHT)
        checked(sheet.merge_range(number, _NUMBER, number, _LINK, sample, draft.styles(indent=1, **box)), "a kind")
        write_text(sheet, number, _PURPOSE, meaning.replace("{full}", full), draft.styles(indent=1))
    return row + 1 + len(kinds)


def _kinds_of(draft: Draft) -> tuple[tuple[str, dict[str, Any], str], ...]:
    """Return the kinds of cell that the form has: a worklist has cells to read, and neither formulas nor examples."""
    if not all(layout.filled.sheet.worklist for layout in draft.layouts):
        return _KINDS
    return (_KINDS[0], _TO_READ, _KINDS[-1])


def _notes(draft: Draft, sheet: Worksheet, row: int) -> None:
    openings = tuple(f"{layout.filled.sheet.name}: " for layout in draft.layouts)
    look = draft.styles(size=SMALL_SIZE, colour=SECONDARY, text_wrap=True, valign="top", indent=1)
    notes = [line for line in draft.form.guide if not line.startswith(openings)]
    for at, line in enumerate(notes, start=row):
        sheet.set_row(at, hint_height([(line, sum(_WIDTHS[_NUMBER:]) * 0.85)], 18))
        checked(sheet.merge_range(at, _NUMBER, at, _NEED, "", look), "a note")
        write_text(sheet, at, _NUMBER, line, look)

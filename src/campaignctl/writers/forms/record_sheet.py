"""A record sheet: one value a line, its name at the left, what it decides and whether it is right beside it."""

import math

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from campaignctl.domain.forms import Column, Type
from campaignctl.writers.forms import looks
from campaignctl.writers.forms.draft import Draft
from campaignctl.writers.forms.faults import required, starts_of, wrong
from campaignctl.writers.forms.layout import (
    CAMPAIGN_SHEET,
    FIRST_COLUMN,
    RECORD_CHECK,
    RECORD_HINT,
    RECORD_INPUT,
    RecordLayout,
)
from campaignctl.writers.forms.lists import list_id
from campaignctl.writers.forms.protection import protect
from campaignctl.writers.forms.standing import write_standing
from campaignctl.writers.forms.validation import validate
from campaignctl.writers.forms.values import cached, constant, money_format, put, words
from campaignctl.writers.xlsx_style import (
    FORM_HEIGHT,
    INK,
    INPUT_BORDER,
    SECONDARY,
    SECTION_SIZE,
    SMALL_SIZE,
    TINT,
    checked,
    set_print,
    status_formats,
    title,
    write_text,
)

_GUTTER, _LABEL, _INPUT, _CHECK = 2, 30, 38, 20
_HINT_LEAST, _HINT_MOST, _HINT_LETTER = 58, 76, 0.92
_HEAD_HEIGHT, _HINT_LINE = 27, 14
REQUIRED, OK, OPTIONAL, COMPUTED = "▲ required", "✓ ok", "optional", "computed"


def write_record(draft: Draft, layout: RecordLayout, sheet: Worksheet) -> None:
    """Fill ``sheet`` with the record sheet that ``layout`` places. ``XlsxRefused`` when Excel could not hold it."""
    filled, is_campaign = layout.filled, layout.filled.sheet.key == CAMPAIGN_SHEET
    heading = filled.sheet.name if is_campaign else draft.form.title
    title(sheet, draft.styles, heading, filled.subtitle or filled.sheet.subtitle or draft.form.context)
    _columns(layout, sheet)
    for row, head in layout.heads.items():
        _head(draft, sheet, row, head)
    for column in layout.columns:
        _line(draft, layout, sheet, column)
    check = (3, RECORD_CHECK, layout.last_row, RECORD_CHECK)
    status_formats(sheet, draft.styles, check)
    if is_campaign:
        write_standing(draft, sheet)
    first = min(layout.lines.values(), default=3)
    sheet.freeze_panes(3, 0)
    sheet.set_selection(first, RECORD_INPUT, first, RECORD_INPUT)
    set_print(sheet)
    sheet.fit_to_pages(1, 1)
    protect(sheet, folded=False)


def _columns(layout: RecordLayout, sheet: Worksheet) -> None:
    longest = max((len(column.hint) for column in layout.columns), default=0) * _HINT_LETTER + 3
    widths = (_GUTTER, _LABEL, _INPUT, min(max(_HINT_LEAST, longest), _HINT_MOST), _CHECK)
    for at, wide in enumerate(widths):
        sheet.set_column(at, at, wide)


def _head(draft: Draft, sheet: Worksheet, row: int, head: str) -> None:
    sheet.set_row(row, _HEAD_HEIGHT)
    look = draft.styles(bold=True, size=SECTION_SIZE, bottom=2, bottom_color=INK)
    for at in range(FIRST_COLUMN, RECORD_CHECK + 1):
        write_text(sheet, row, at, head if at == FIRST_COLUMN else "", look)


def _line(draft: Draft, layout: RecordLayout, sheet: Worksheet, column: Column) -> None:
    row, styles = layout.lines[column.key], draft.styles
    across = _HINT_MOST / _HINT_LETTER
    sheet.set_row(row, FORM_HEIGHT + _HINT_LINE * math.floor(len(column.hint) / across))
    draft.name(sheet, (row, FIRST_COLUMN), column, styles(), styles(indent=1))
    hint = styles(size=SMALL_SIZE, colour=SECONDARY, indent=1, text_wrap=True)
    write_text(sheet, row, RECORD_HINT, column.hint, hint)
    look = _input_look(draft, column)
    if column.is_input:
        _input(draft, layout, sheet, column)
    elif (number := constant(column.formula)) is not None:
        put(sheet, (row, RECORD_INPUT), number, column, look)
    elif column.formula:
        formula, kept = layout.formula(column.formula), cached(layout.values, column)
        checked(sheet.write_formula(row, RECORD_INPUT, formula, look, kept), column.name)
    else:
        put(sheet, (row, RECORD_INPUT), layout.values.get(column.key), column, look)
    _check(draft, layout, sheet, column)


def _input_look(draft: Draft, column: Column) -> Format:
    """Return a cell's look; values of a record stand at the left, beside their names, and money with its symbol."""
    own = looks.held(column, draft.currency) | {"align": "left"}
    if column.type is Type.MONEY:
        own["num_format"] = money_format(draft.currency, symbol=True, minor=False)
    if column.is_input:
        return draft.styles(border=1, border_color=INPUT_BORDER, locked=False, **own)
    return draft.styles(colour=SECONDARY, fill=TINT, **own)


def _input(draft: Draft, layout: RecordLayout, sheet: Worksheet, column: Column) -> None:
    row, here = layout.lines[column.key], layout.cell(column.key)
    place = (row, RECORD_INPUT, row, RECORD_INPUT)
    put(sheet, (row, RECORD_INPUT), layout.values.get(column.key), column, _input_look(draft, column))
    validate(sheet, place, column, here, draft.choices.get(list_id(column)), draft.currency)
    looks.mark_wrong(sheet, draft.styles, place, f'LEFT({layout.check_cell(column.key)},1)="▲"')
    for condition, number in looks.exact(column, here, "", draft.currency):
        looks.show_as(sheet, draft.styles, place, condition, number)
    if column.type is Type.MONEY:
        exact = money_format(draft.currency, symbol=True)
        looks.show_as(sheet, draft.styles, place, f"AND(ISNUMBER({here}),{here}<>ROUND({here},0))", exact)


def _check(draft: Draft, layout: RecordLayout, sheet: Worksheet, column: Column) -> None:
    row = layout.lines[column.key]
    look = draft.styles(size=SMALL_SIZE, colour=SECONDARY, indent=1)
    if not column.is_input:
        write_text(sheet, row, RECORD_CHECK, COMPUTED, look)
        return
    formula, kept = check_formula(layout, column)
    checked(sheet.write_formula(row, RECORD_CHECK, formula, look, kept), f"the check of {column.name}")


def check_formula(layout: RecordLayout, column: Column) -> tuple[str, str]:
    """Return the check of a line and the words it shows when the form opens; empty words when Excel must say."""
    here, starts = layout.cell(column.key), starts_of(layout.columns)
    need = required(column, tuple(layout.lines), layout.cell)
    blank = f'IF({need},"{REQUIRED}","{OPTIONAL}")' if need not in ("", "TRUE") else ""
    blank = blank or (f'"{REQUIRED}"' if need else f'"{OPTIONAL}"')
    tests = [(wrong(column, here), f"▲ {_complaint(column)}")]
    if column.key in starts:
        first = layout.column(starts[column.key])
        tests.append((wrong(column, here, layout.cell(first.key)), f"▲ before {first.name}"))
    verdict = f'"{OK}"'
    for condition, complaint in reversed(tests):
        verdict = f'IF({condition},"{complaint}",{verdict})' if condition else verdict
    plainly_blank = not words(layout.values.get(column.key), column, "")
    simple = {"TRUE": REQUIRED, "": OPTIONAL}.get(need, "")
    return f'=IF({here}="",{blank},{verdict})', simple if plainly_blank else ""


def _complaint(column: Column) -> str:
    if column.longest is not None:
        return f"over {column.longest} letters"
    return "not a date" if column.type in (Type.DATE, Type.DATETIME) else "not a possible number"

"""What watches over the rows of a list sheet while they are filled: drop-downs, refusals, colours, number formats.

Each is laid over a whole column, so a form of a hundred thousand rows needs no more of them than a blank one.
"""

from xlsxwriter.worksheet import Worksheet

from campaignctl.domain.forms import QUICK_CHECK, Column, Type
from campaignctl.writers.forms import looks
from campaignctl.writers.forms.draft import Draft
from campaignctl.writers.forms.faults import required, starts_of, wrong
from campaignctl.writers.forms.layout import ListLayout
from campaignctl.writers.forms.lists import list_id
from campaignctl.writers.forms.validation import keep, validate
from campaignctl.writers.xlsx_style import status_formats

_TEXTS = (Type.ID, Type.TEXT, Type.CHOICE, Type.LIST)


def watch(draft: Draft, layout: ListLayout, sheet: Worksheet) -> None:
    """Lay validations and colours over the rows of ``sheet``."""
    starts = starts_of(layout.columns)
    for column in layout.columns:
        if column.key == QUICK_CHECK or (layout.worklist and not column.is_input):
            status_formats(sheet, draft.styles, _place(layout, column))
        if column.is_asked:
            _fill(draft, layout, sheet, column, starts.get(column.key, ""))
        elif any(other.folded for other in layout.columns):
            keep(sheet, _place(layout, column), column)
    texts = [layout.area(column.key).replace("$", "") for column in layout.columns if column.type in _TEXTS]
    if texts:
        sheet.ignore_errors({"number_stored_as_text": " ".join(texts)})


def _fill(draft: Draft, layout: ListLayout, sheet: Worksheet, column: Column, start: str) -> None:
    row, place = str(layout.first_row + 1), _place(layout, column)
    here = layout.cell(column.key, row)
    never = wrong(column, here, layout.cell(start, row) if start else "")
    conditions = [condition for condition in (never, _missing(layout, column)) if condition]
    if conditions:
        looks.mark_wrong(sheet, draft.styles, place, f"OR({','.join(conditions)})")
    validate(sheet, place, column, here, draft.choices.get(list_id(column)), draft.currency)
    _number_formats(draft, layout, sheet, column)


def _missing(layout: ListLayout, column: Column) -> str:
    """Return the condition under which a row that was begun lacks the column; empty when it may stay blank."""
    row = str(layout.first_row + 1)
    need = required(column, tuple(layout.positions), lambda key: layout.cell(key, row))
    if not need or not layout.check:
        return ""
    return f'AND({layout.cell(column.key, row)}="",{layout.cell(QUICK_CHECK, row)}<>"",{need})'


def _number_formats(draft: Draft, layout: ListLayout, sheet: Worksheet, column: Column) -> None:
    """Format values by their kind, in the example too."""
    first, at, last, _ = _place(layout, column)
    if layout.head.example is not None:
        first = layout.head.example
    row = str(first + 1)
    kind = layout.cell("kind_of_value", row) if "kind_of_value" in layout.positions else ""
    here = layout.cell(column.key, row)
    for condition, number in looks.exact(column, here, kind, draft.currency):
        looks.show_as(sheet, draft.styles, (first, at, last, at), condition, number)


def _place(layout: ListLayout, column: Column) -> looks.Place:
    at = layout.positions[column.key]
    return layout.first_row, at, layout.last_row, at

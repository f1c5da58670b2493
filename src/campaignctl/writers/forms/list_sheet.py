"""A list sheet: groups, headings, hints and an example above the rows to fill; the quick check comes last."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import groupby
from typing import Any

from xlsxwriter.worksheet import Worksheet

from campaignctl.domain.forms import QUICK_CHECK, Column, Type
from campaignctl.writers.forms import looks
from campaignctl.writers.forms.draft import Draft
from campaignctl.writers.forms.layout import FIRST_COLUMN, ROW, ListLayout
from campaignctl.writers.forms.protection import protect
from campaignctl.writers.forms.values import cached, put
from campaignctl.writers.forms.watch import watch
from campaignctl.writers.forms.widths import hint_height, sample, width
from campaignctl.writers.forms.worklist import stream_rows
from campaignctl.writers.streamed_sheet import StreamedSheet
from campaignctl.writers.xlsx_style import (
    BODY_HEIGHT,
    GRID,
    HEADER_HEIGHT,
    HINT_SIZE,
    NEW_FILL,
    SECONDARY,
    SMALL_SIZE,
    TINT,
    checked,
    inert,
    set_print,
    title,
    write_text,
)

_GUTTER = 5
_HINT_HEIGHT = 40
_WORK_HINT_HEIGHT = 26
_PAPER_HEIGHT = 28  # room for a hand that writes
_TEXT_LONGEST = 120  # letters of one piece of text in a formula: Excel stops at 255, and counts an emoji twice
_NAME_COLUMNS = 2
_SPARE = 12  # columns at the right that stay free for notes of one's own


def write_list(draft: Draft, layout: ListLayout, sheet: Worksheet) -> None:
    """Fill ``sheet`` with the list sheet that ``layout`` places. ``XlsxRefused`` when Excel could not hold it."""
    sheet.set_default_row(_PAPER_HEIGHT if layout.filled.sheet.paper else BODY_HEIGHT)
    title(sheet, draft.styles, layout.filled.sheet.name)
    _subtitle(draft, layout, sheet)
    across = _columns(draft, layout, sheet)
    _groups(draft, layout, sheet)
    _headings(draft, layout, sheet, across)
    if layout.head.example is not None:
        _example(draft, layout, sheet, layout.head.example)
    _rows(draft, layout, sheet)
    watch(draft, layout, sheet)
    if layout.worklist:
        last = FIRST_COLUMN + len(layout.columns) - 1
        checked(sheet.autofilter(layout.head.header, FIRST_COLUMN, layout.last_row, last), "filter buttons")
    sheet.freeze_panes(layout.first_row, FIRST_COLUMN + _frozen(layout))
    sheet.set_selection(layout.first_row, FIRST_COLUMN, layout.first_row, FIRST_COLUMN)
    set_print(sheet, (layout.head.groups, layout.head.header))
    _print_area(layout, sheet)
    protect(sheet, folded=any(column.folded for column in layout.columns))


def _print_area(layout: ListLayout, sheet: Worksheet) -> None:
    """Leave columns at the right that are not for paper out of what is printed."""
    printed = [at for at, column in enumerate(layout.columns, start=FIRST_COLUMN) if column.printed]
    if len(printed) < len(layout.columns):
        checked(sheet.print_area(0, 0, layout.last_row, printed[-1]), "the print area")


def _subtitle(draft: Draft, layout: ListLayout, sheet: Worksheet) -> None:
    filled = layout.filled
    start = inert(filled.subtitle or filled.sheet.subtitle or filled.sheet.purpose).replace("\n", " ")
    start += " · " if start else ""
    end = f" of {layout.capacity:,} {filled.counted}"
    # a name like FILTER( would make xlsxwriter think of an array formula: no bracket stands beside its word
    pieces = [start[at : at + _TEXT_LONGEST] for at in range(0, len(start), _TEXT_LONGEST)]
    literal = "".join('"' + piece.replace('"', '""').replace("(", '"&"(') + '"&' for piece in pieces)
    formula = f'={literal}{layout.used()}&"{end}"'
    if layout.check:
        look = f'COUNTIF({layout.check},"▲*")'
        formula += f'&IF({look}>0," · "&{look}&" to look at ▲","")'
    style = draft.styles(size=SMALL_SIZE, colour=SECONDARY)
    checked(sheet.write_formula(1, FIRST_COLUMN, formula, style, f"{start}{_in_use(layout)}{end}"), "a sub-title")


def _in_use(layout: ListLayout) -> int:
    """Return how many rows people have filled: of a worklist, those with an answer."""
    rows, asked = layout.filled.rows, [column.key for column in layout.columns if column.is_asked]
    if not layout.worklist:
        return len(rows)
    return sum(any(row.get(key) not in (None, "") for key in asked) for row in rows)


def _columns(draft: Draft, layout: ListLayout, sheet: Worksheet) -> list[float]:
    """Set widths, formats below the ready rows and the closed outline; return the width of each column."""
    sheet.set_column(0, 0, _GUTTER)
    across, after_fold = [], False
    for at, column in enumerate(layout.columns, start=FIRST_COLUMN):
        values = sample(row.get(column.key) for row in layout.filled.rows)
        across.append(width(column, values, draft.currency))
        options = {"level": 1, "hidden": True} if column.folded else {"collapsed": True} if after_fold else {}
        look = looks.beyond(draft.styles, column, draft.currency) if column.is_asked else None
        checked(sheet.set_column(at, at, across[-1], look, options), f"the width of {column.name}")
        after_fold = column.folded
    first = FIRST_COLUMN + len(layout.columns)
    sheet.set_column(first, first, None, draft.styles(locked=False), {"collapsed": True} if after_fold else {})
    sheet.set_column(first + 1, first + _SPARE, None, draft.styles(locked=False))
    sheet.outline_settings(symbols_right=True)
    return across


def _groups(draft: Draft, layout: ListLayout, sheet: Worksheet) -> None:
    """Write the group words over their columns; over the last column, how many more stand folded away."""
    placed = enumerate(layout.columns, start=FIRST_COLUMN)
    look = draft.styles(bold=True, size=SMALL_SIZE, colour=SECONDARY, bottom=1, bottom_color=GRID)
    for word, run in groupby(placed, key=lambda pair: pair[1].group):
        for number, (at, _) in enumerate(run if word else ()):
            write_text(sheet, layout.head.groups, at, word if number == 0 else "", look)
    folded = sum(column.folded for column in layout.columns)
    if folded and not layout.columns[-1].group:
        small = draft.styles(italic=True, size=HINT_SIZE, colour=SECONDARY, indent=1)
        text = f"+ at the top opens {folded} more column{'s' if folded > 1 else ''}"
        at = FIRST_COLUMN + len(layout.columns) - 1
        write_text(sheet, layout.head.groups, at, text, small)


def _headings(draft: Draft, layout: ListLayout, sheet: Worksheet, across: list[float]) -> None:
    head, dress = layout.head, looks.work_header if layout.worklist else looks.header
    sheet.set_row(head.header, HEADER_HEIGHT)
    hints = [(column.hint, wide) for column, wide in zip(layout.columns, across, strict=True)]
    sheet.set_row(head.hints, hint_height(hints, _WORK_HINT_HEIGHT if layout.worklist else _HINT_HEIGHT))
    mark = draft.styles(size=HINT_SIZE, colour=SECONDARY, fill=TINT, valign="top")
    write_text(sheet, head.hints, 0, "hint", mark)
    for at, column in enumerate(layout.columns, start=FIRST_COLUMN):
        draft.name(sheet, (head.header, at), column, *dress(draft.styles, column))
        write_text(sheet, head.hints, at, column.hint, looks.hint(draft.styles))


def _example(draft: Draft, layout: ListLayout, sheet: Worksheet, row: int) -> None:
    mark = draft.styles(size=HINT_SIZE, colour=SECONDARY, italic=True, fill=NEW_FILL)
    write_text(sheet, row, 0, "e.g.", mark)
    for at, column in enumerate(layout.columns, start=FIRST_COLUMN):
        put(sheet, (row, at), column.example, column, looks.example(draft.styles, column, draft.currency))


def _rows(draft: Draft, layout: ListLayout, sheet: Worksheet) -> None:
    """Write what is known and make the other rows ready; formulas stand in all of them."""
    inputs, formulas = _sorted_columns(draft, layout)
    if isinstance(sheet, StreamedSheet):
        stream_rows(layout, sheet, [*((*placed, "") for placed in inputs), *formulas])
        return
    for row, values in enumerate(_padded(layout), start=layout.first_row):
        for at, column, look in inputs:
            put(sheet, (row, at), values.get(column.key), column, look)
        number = str(row + 1)
        for at, column, look, formula in formulas:
            code = sheet.write_formula(row, at, formula.replace(ROW, number), look, cached(values, column))
            if code or code is False:
                checked(code, f"row {number} of column {column.name}")


def _sorted_columns(draft: Draft, layout: ListLayout) -> tuple[list[Any], list[Any]]:
    inputs, formulas = [], []
    for at, column in enumerate(layout.columns, start=FIRST_COLUMN):
        quick = column.key == QUICK_CHECK
        shown = replace(column, type=Type.DATETIME) if _holds_dates(layout, column) else column
        dress = looks.work_cell if layout.worklist else looks.cell
        look = looks.check(draft.styles) if quick else dress(draft.styles, shown, draft.currency)
        if column.is_input or not column.formula:
            inputs.append((at, column, look))
        else:
            formula = layout.formula(column.formula)
            formulas.append((at, column, look, _guarded(formula) if quick else formula))
    return inputs, formulas


def _guarded(formula: str) -> str:
    """Return a quick check that answers in words when a pasted #N/A stands in its row.

    The prefix is how the file spells a function younger than the format; xlsxwriter then takes the formula as it is,
    where it would otherwise search each of thousands for every young function's name.
    """
    return f'=_xlfn.IFNA({formula.removeprefix("=")},"▲ a cell holds #N/A")'


def _holds_dates(layout: ListLayout, column: Column) -> bool:
    """Whether a column of words holds dates among them, as a start that is either ``L-10d`` or a day."""
    return column.type is Type.TEXT and any(isinstance(row.get(column.key), date) for row in layout.filled.rows)


def _padded(layout: ListLayout) -> Iterator[Mapping[str, Any]]:
    yield from layout.filled.rows
    for _ in range(layout.capacity - len(layout.filled.rows)):
        yield {}


def _frozen(layout: ListLayout) -> int:
    """Return how many columns stay in sight: up to the name of the thing when it is among the first, else one."""
    texts = [number for number, column in enumerate(layout.columns, start=1) if column.type is Type.TEXT]
    return texts[0] if texts and texts[0] <= _NAME_COLUMNS else 1

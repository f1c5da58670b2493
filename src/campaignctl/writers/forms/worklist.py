"""The rows of a worklist as the XML of its sheet, made when the workbook is closed.

Every line of a campaign stands there with what is known of it: a cell of fifty thousand lines that was an object of
its own would take three times as long. A row is written once with ``ROW`` for its number, as formulas are.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from html import escape
from math import isfinite
from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name

from campaignctl.domain.forms import Column
from campaignctl.writers.forms.layout import FIRST_COLUMN, ROW, ListLayout
from campaignctl.writers.forms.values import cached, plain
from campaignctl.writers.inline_text import escaped
from campaignctl.writers.streamed_sheet import Body, StreamedSheet
from campaignctl.writers.xlsx_style import inert

Placed = tuple[int, Column, Format, str]
"""Where a column stands, the column, its look, and its formula with ``ROW`` for the row's number; blank for none."""

_Cell = Callable[[Mapping[str, Any]], str]
_POINTS = 0.75  # of a pixel
_KEPT = 8_192  # shops, states and suggestions repeat; ids do not


def stream_rows(layout: ListLayout, sheet: StreamedSheet, columns: Sequence[Placed]) -> None:
    """Have the rows of ``layout`` written, blank ones after those that are known, when the workbook is closed.

    ``XlsxRefused`` when they reach beyond what a sheet has.
    """

    def rows() -> Iterator[str]:
        cells = [_cell(sheet, *placed) for placed in sorted(columns, key=lambda placed: placed[0])]
        height = sheet.default_row_height * _POINTS
        start, known = f'<row r="{ROW}" ht="{height:g}" customHeight="1">', layout.filled.rows
        for number in range(layout.capacity):
            values = known[number] if number < len(known) else {}
            row = "".join([cell(values) for cell in cells])
            yield f"{start}{row}</row>".replace(ROW, str(layout.first_row + number + 1))

    sheet.stream(Body(layout.first_row, layout.last_row, rows), FIRST_COLUMN + len(layout.columns) - 1)


def _cell(sheet: StreamedSheet, at: int, column: Column, look: Format, formula: str) -> _Cell:
    style = look._get_xf_index()  # type: ignore[no-untyped-call] # noqa: SLF001 - its number in the XML
    start = f'<c r="{xl_col_to_name(at)}{ROW}" s="{style}"'
    return _computed(sheet, start, column, formula) if formula else _held(sheet, start, column)


def _held(sheet: StreamedSheet, start: str, column: Column) -> _Cell:
    """Return what makes the cells of a column that holds values."""
    key, blank = column.key, f"{start}/>"

    def cell(values: Mapping[str, Any]) -> str:
        value = values.get(key)
        if value is None:
            return blank
        found = value if type(value) is str else plain(value, column)
        if isinstance(found, str):
            return f"{start}{_text(found)}"
        if isinstance(found, bool):
            return f'{start} t="b"><v>{found:d}</v></c>'
        if isinstance(found, date):
            found = sheet._convert_date_time(found)  # type: ignore[no-untyped-call] # noqa: SLF001 - how Excel counts days
        return f"{start}><v>{found:.16G}</v></c>" if found is not None and isfinite(found) else blank

    return cell


@lru_cache(_KEPT)
def _text(text: str) -> str:
    """Return the rest of a cell that holds ``text``; nothing but its look where no letter is left of it."""
    clean = inert(text)
    return f' t="inlineStr"><is><t{escaped(clean)}</t></is></c>' if clean else "/>"


def _computed(sheet: StreamedSheet, start: str, column: Column, formula: str) -> _Cell:
    """Return what makes the cells of a column that is calculated, with the value that is known beside the formula."""
    spelt = sheet._prepare_formula(formula)  # type: ignore[no-untyped-call] # noqa: SLF001 - young functions too
    held = f"<f>{escape(spelt, quote=False)}</f>"
    blank = f"{start}>{held}<v></v></c>"

    def cell(values: Mapping[str, Any]) -> str:
        value = cached(values, column)
        if value == "":
            return blank
        if isinstance(value, str):
            return f'{start} t="str">{held}<v>{escape(value, quote=False)}</v></c>'
        return f"{start}>{held}<v>{value:.16G}</v></c>"

    return cell

"""Cures that cannot be wrong: blanks around a word, a number or a date typed as text, a percentage in other spelling.

Each writes what every stage reads there anyway. A price, a discount or an id is never touched, nor is a formula.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from campaignctl.domain.forms import Column, Sheet, Type
from campaignctl.domain.returns import Cure, Mended
from campaignctl.readers.books import raw_sheets
from campaignctl.readers.cells import Reading, clean, shown
from campaignctl.readers.cells.dates import written
from campaignctl.readers.cells.written import number_of
from campaignctl.readers.formulas import formula_cells
from campaignctl.readers.grid import grids, is_package
from campaignctl.readers.places import SheetMap
from campaignctl.readers.preflight import Refusal
from campaignctl.readers.raw import RawSheet
from campaignctl.readers.returns import without_lists
from campaignctl.readers.tabs import find_tables
from campaignctl.workbooks import REGISTRATION

_DATE, _MOMENT = "yyyy-mm-dd", "yyyy-mm-dd hh:mm"
_DAY_ZERO = datetime(1899, 12, 30)  # noqa: DTZ001 - a spreadsheet counts days without a zone
_YEARS = range(1954, 2120)
_NEVER = re.compile(r"price|discount|value|spend|budget|gmv|cost|fee|cap\b|target|last_time")
_PLAIN = re.compile(r"-?[0-9]{1,15}(?:\.[0-9]{1,12})?")
_ID = re.compile(r"(^|_)(ids?|sku|code|number)$|^(which|where|predecessors)$")
_IDS = frozenset({"sheet:promotions", "sheet:sellers", "sheet:livestreams"})
_AROUND = "".join(
    map(chr, (*range(33), 0x7F, 0x85, 0xA0, 0xAD, 0x1680, *range(0x2000, 0x2010), *range(0x2028, 0x2030)))
)
_AROUND += "\u205f\u2060\u3000\ufeff"


@dataclass(frozen=True, slots=True)
class _Found:
    """What is to stand in a cell, and how that is said."""

    value: str | float
    number_format: str
    what: str
    done: str


def mended(path: Path, file: str, sheets: Sequence[Sheet], reading: Reading) -> tuple[Mended, ...]:
    """Return the cures for one workbook, in reading order; none for a file that cannot be opened."""
    opened = grids(path) if is_package(path) else Refusal("cannot be changed in place")
    if isinstance(opened, Refusal):
        return ()
    formulas = formula_cells(path)
    found = []
    sent = find_tables(without_lists(opened), sheets).raw if sheets is REGISTRATION else ()
    for raw in sent or raw_sheets(opened, sheets).values():
        where = SheetMap(file, raw.name, raw.sheet, raw.header_row, raw.columns, raw.lines)
        found += [one for one in _of_sheet(raw, where, reading) if one.cure.cell not in formulas.get(raw.name, ())]
    return tuple(found)


def _of_sheet(raw: RawSheet, where: SheetMap, reading: Reading) -> Iterator[Mended]:
    for column in raw.sheet.columns:
        cure = _cure_of(column)
        if cure is None or column.key not in raw.cells:
            continue
        for row, cell in zip(raw.rows, raw.cells[column.key], strict=True):
            found = cure(cell, column, reading) if cell != "" else None
            if found:
                place = where.place(column.key, row)
                own = Cure(raw.name, place.cell, found.value, found.number_format)
                yield Mended(place, own, shown(cell), f"{column.name}: {found.what}", found.done)


def _cure_of(column: Column) -> "Callable[[Any, Column, Reading], _Found | None] | None":
    """Return how a column's cells are mended; None for one that is never touched."""
    is_id = column.type is Type.ID or column.choices_from in _IDS or bool(_ID.search(column.key))
    if is_id or _NEVER.search(column.key):
        return None
    return {
        Type.INT: _count,
        Type.NUMBER: _number,
        Type.PERCENT: _share,
        Type.DATE: _date,
        Type.DATETIME: _date,
        **dict.fromkeys((Type.TEXT, Type.CHOICE, Type.YES_NO, Type.LIST, Type.EMAIL, Type.URL), _word),
    }.get(column.type)


def _word(cell: Any, _column: Column, _reading: Reading) -> _Found | None:
    if type(cell) is not str or not (bare := cell.strip(_AROUND)) or bare == cell:
        return None
    return _Found(bare, "", "blanks around the words.", "Blanks taken away.")


def _count(cell: Any, _column: Column, reading: Reading) -> _Found | None:
    number = number_of(clean(cell), reading.money) if type(cell) is str else None
    if number is None or number != number.to_integral_value():
        return None
    return _Found(int(number), "General", "a number written as text.", f"Now the number {int(number):,}.")


def _number(cell: Any, _column: Column, _reading: Reading) -> _Found | None:
    bare = clean(cell) if type(cell) is str else ""
    if not _PLAIN.fullmatch(bare):
        return None
    return _Found(float(bare), "General", "a number written as text.", f"Now the number {bare}.")


def _share(cell: Any, _column: Column, reading: Reading) -> _Found | None:
    """Mend ``12 %`` typed as text, and 12 in a column of percentages; what may be a fraction or not is left alone."""
    if type(cell) is str:
        bare = clean(cell).replace("％", "%")
        number = number_of(bare.removesuffix("%").strip(), reading.money) if bare.endswith("%") else None
        what = "a percentage written as text."
    else:
        number = number_of(f"{cell:.10g}", reading.money) if type(cell) in (int, float) and 2 <= cell <= 100 else None
        what = "a percentage without its sign."
    if number is None or not 0 <= number <= 100:
        return None
    share = float(round(number / 100, 10))
    return _Found(
        share, "0%" if number == number.to_integral_value() else "0.00%", what, f"Now {number.normalize():f} %."
    )


def _date(cell: Any, column: Column, reading: Reading) -> _Found | None:
    local = written(clean(cell), reading.date_order) if type(cell) is str else None
    if local is None or local.moment is None or local.kind or local.end_of_day or local.moment.year not in _YEARS:
        return None
    passed = local.moment - _DAY_ZERO
    whole = column.type is Type.DATE or not passed.seconds
    days = passed.days if whole else passed.days + round(passed.seconds / 86_400, 10)
    return _Found(
        days, _DATE if whole else _MOMENT, "a date written as text.", f"Now the date {local.moment:%Y-%m-%d %H:%M}."
    )

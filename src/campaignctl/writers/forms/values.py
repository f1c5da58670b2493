"""A value becomes a cell by its column's type: ids stay text, money and shares stay numbers, times stay local."""

import re
from collections.abc import Mapping
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from campaignctl.domain.forms import NO_LIMIT, Column, Raw, Type
from campaignctl.domain.money import CURRENCIES
from campaignctl.writers.xlsx_style import checked, inert

DATE = "ddd d mmm yyyy"
DATETIME = "ddd d mmm yyyy hh:mm"
PERCENT = "0 %"
PERCENT_EXACT = "0.0# %"
NUMBER_EXACT = "#,##0.0#"
NO_LIMIT_WORDS = "No limit"
NONE_WORDS = "None"
_NUMERIC = frozenset({Type.MONEY, Type.PERCENT, Type.INT, Type.NUMBER, Type.VALUE})
_TEXT = frozenset({Type.ID, Type.TEXT, Type.LIST, Type.EMAIL, Type.URL, Type.CHOICE, Type.YES_NO})


def money_format(currency: str, *, symbol: bool = False, minor: bool = True) -> str:
    """Return Excel's number format for amounts in ``currency``, with its symbol and its cents if wanted."""
    known = CURRENCIES.get(currency)
    decimals = known.decimals if known else 2
    cents = "." + "0" * decimals if minor and decimals else ""
    sign = f'"{known.symbol if known else currency + " "}"' if symbol else ""
    return f"{sign}#,##0{cents}"


def number_format(column: Column, currency: str) -> str:
    """Return Excel's number format for a column; a computed column is written as its example is."""
    return {
        Type.MONEY: money_format(currency),
        Type.PERCENT: PERCENT,
        Type.INT: "#,##0",
        Type.NUMBER: "#,##0",
        Type.VALUE: "General",
        Type.DATE: DATE,
        Type.DATETIME: DATETIME,
        Type.COMPUTED: _as_example(column.example),
    }.get(column.type, "@" if column.type is Type.ID else "General")


def _as_example(example: Any) -> str:
    if isinstance(example, datetime):
        return DATETIME
    if isinstance(example, date):
        return DATE
    if isinstance(example, int) and not isinstance(example, bool):
        return "#,##0"
    if isinstance(example, Decimal | float):
        return PERCENT if abs(float(example)) <= 1 else "#,##0.00"
    return "General"


def is_right(column: Column) -> bool:
    """Whether the column's values stand at the right, as numbers do."""
    number = isinstance(column.example, int | float | Decimal) and not isinstance(column.example, bool)
    return column.type in _NUMERIC or (column.type is Type.COMPUTED and number)


def put(sheet: Worksheet, at: tuple[int, int], value: Any, column: Column, look: Format) -> None:
    """Write ``value`` into a cell as its column asks for; text from outside never becomes a formula or a link.

    ``at`` is the 0-based row and column. ``XlsxRefused`` when the cell lies off the sheet.
    """
    code = _put(sheet, *at, plain(value, column), look)
    if code or code is False:  # the words for it are made only then: a workbook has a million cells
        checked(code, f"row {at[0] + 1} of column {column.name}")


def _put(sheet: Worksheet, row: int, at: int, value: Any, look: Format) -> Any:
    if value is None or value == "":
        return sheet.write_blank(row, at, None, look)
    if isinstance(value, str):
        return sheet.write_string(row, at, value, look)
    if isinstance(value, bool):
        return sheet.write_boolean(row, at, value, look)
    if isinstance(value, date):
        moment = value if isinstance(value, datetime) else datetime.combine(value, time())
        return sheet.write_datetime(row, at, moment, look)
    return sheet.write_number(row, at, value, look)


def plain(value: Any, column: Column) -> str | float | bool | date | None:
    """Return ``value`` as Excel keeps it: text, a number, a local date or time, or nothing."""
    if isinstance(value, str):
        return inert(str(value))
    if isinstance(value, Raw):
        return inert(value.value) if isinstance(value.value, str) else value.value
    if value is None or (isinstance(value, float) and value != value):  # noqa: PLR0124 - only NaN differs from itself
        return None
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, datetime):
        return value.replace(tzinfo=None)  # local already; a cell holds no zone
    if isinstance(value, date):
        return value
    if isinstance(value, list | tuple):
        return inert("; ".join(str(part) for part in value))
    if isinstance(value, int | float | Decimal):
        return _number(value, column)
    return inert(str(value))


def _number(value: float | Decimal, column: Column) -> str | float:
    if column.no_limit and value == NO_LIMIT:
        return NO_LIMIT_WORDS
    if column.typed_none and value == NO_LIMIT:
        return NONE_WORDS
    if column.type in _TEXT:
        return str(value)
    return float(value) if isinstance(value, Decimal) else value


def cached(row: Mapping[str, Any], column: Column) -> str | float:
    """Return the value to keep beside a computed cell's formula; empty makes every program calculate it."""
    value = plain(row.get(column.key), column)
    return value if isinstance(value, str | int | float) else ""


def constant(formula: str) -> Decimal | None:
    """Return the number that a formula like ``=0.01`` stands for; None when it has to be calculated."""
    text = formula.removeprefix("=").strip()
    return Decimal(text) if re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", text) else None


def words(value: Any, column: Column, currency: str) -> str:
    """Return ``value`` roughly as the cell shows it: for messages and for the width of the column."""
    kept = plain(value, column)
    if isinstance(kept, datetime):
        return f"{kept:%a} {kept.day} {kept:%b %Y %H:%M}"
    if isinstance(kept, date):
        return f"{kept:%a} {kept.day} {kept:%b %Y}"
    if kept is None or isinstance(kept, str | bool):
        return "" if kept is None else str(kept)
    if number_format(column, currency) == PERCENT:
        return f"{kept * 100:.4g} %"
    if column.type is Type.MONEY:
        return f"{kept:,.{CURRENCIES[currency].decimals if currency in CURRENCIES else 2}f}"
    return f"{kept:,}" if column.type in (Type.INT, Type.NUMBER) else f"{kept:g}"

"""Money, counts, numbers and shares as people type them into a sheet.

All cells that are plain numbers are read at once as an array; the reading of one cell takes the same steps, so both
give the same. Only what is left, words and numbers that are not what they should be, is looked at one by one.
"""

from collections.abc import Callable, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from campaignctl.domain.forms import NO_LIMIT, Column
from campaignctl.domain.money import Currency
from campaignctl.domain.observations import Kind
from campaignctl.readers.cells.base import BLANKS, Odd, Read, Reading, Typed, each
from campaignctl.readers.cells.written import amount_of, number_of, two_ways

_NO_LIMIT = frozenset(
    {"no limit", "nolimit", "unlimited", "none", "no", "∞", "-1", "no limits", "sin límite", "无限制", "不限"}
)
_NONE = frozenset({"none", "no minimum", "no", "ninguno", "无"})
_MOST = 10**15
"""No amount or count is larger: beyond it a spreadsheet's numbers have lost their last digits."""

_AMOUNT, _COUNT, _NUMBER = "an amount is expected", "a whole number is expected", "a number is expected"
_SHARE = "a percentage is expected"
Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]


def amounts(cells: Sequence[Any], column: Column, reading: Reading) -> Typed:
    """Read money into minor units of the campaign's currency, rounded half up where a formula left more decimals."""
    currency = reading.money
    return _whole_numbers(cells, lambda cell: _amount(cell, column, currency), 10**currency.decimals)


def _amount(cell: Any, column: Column, currency: Currency) -> Read:
    if _is_number(cell):
        whole = _whole(float(cell), 10**currency.decimals)
        return (whole, None, "") if whole is not None else _rounded(Decimal(str(cell)), currency)
    if not isinstance(cell, str):
        return None, Kind.NOT_A_NUMBER, _AMOUNT
    if cell in BLANKS:
        return None, None, ""
    if (word := _word(cell, column)) is not None:
        return word, None, ""
    amount, foreign = amount_of(cell, currency)
    if foreign:
        return None, Kind.CURRENCY_MISMATCH, f"amounts here are in {currency.code}"
    if amount is None:
        return None, Kind.NOT_A_NUMBER, two_ways(cell, currency) or _AMOUNT
    value, kind, detail = _rounded(amount, currency)
    exact = value is not None and currency.major(value) == amount
    return (value, Kind.TEXT_NUMBER, "") if exact else (value, kind, detail)


def _rounded(amount: Decimal, currency: Currency) -> Read:
    if not amount.is_finite() or abs(amount) >= _MOST // 10**currency.decimals:
        return None, Kind.NOT_A_NUMBER, _AMOUNT
    minor = int(amount.scaleb(currency.decimals).quantize(Decimal(1), ROUND_HALF_UP))
    return minor, Kind.TOO_PRECISE, f"read as {currency.symbol}{currency.major(minor):,}"


def counts(cells: Sequence[Any], column: Column, reading: Reading) -> Typed:
    """Read whole numbers; ``No limit`` is ``NO_LIMIT`` where the column allows it."""
    return _whole_numbers(cells, lambda cell: _count(cell, column, reading.money), 1)


def _count(cell: Any, column: Column, writing: Currency) -> Read:
    if _is_number(cell):
        whole = _whole(float(cell), 1)
        return (whole, None, "") if whole is not None else (None, Kind.NOT_A_NUMBER, _COUNT)
    if not isinstance(cell, str):
        return None, Kind.NOT_A_NUMBER, _COUNT
    if cell in BLANKS:
        return None, None, ""
    if (word := _word(cell, column)) is not None:
        return word, None, ""
    number = number_of(cell, writing)
    if number is None or number != number.to_integral_value():
        return None, Kind.NOT_A_NUMBER, two_ways(cell, writing) or _COUNT
    return int(number), Kind.TEXT_NUMBER, ""


def _word(text: str, column: Column) -> int | None:
    """Return what a word means that the column takes instead of a number."""
    if column.typed_none and text.casefold() in _NONE:
        return 0
    return NO_LIMIT if column.no_limit and text.casefold() in _NO_LIMIT else None


def numbers(cells: Sequence[Any], _column: Column, reading: Reading) -> Typed:
    """Read numbers with decimals; the campaign's own currency sign may stand beside them."""

    def one(cell: Any) -> Read:
        if _is_number(cell):
            return (float(cell), None, "") if np.isfinite(cell) else (None, Kind.NOT_A_NUMBER, _NUMBER)
        if not isinstance(cell, str):
            return None, Kind.NOT_A_NUMBER, _NUMBER
        if cell in BLANKS:
            return None, None, ""
        number = amount_of(cell, reading.money)[0]
        if number is None:
            return None, Kind.NOT_A_NUMBER, two_ways(cell, reading.money) or _NUMBER
        return float(number), Kind.TEXT_NUMBER, ""

    values, odd = _at_once(cells, one, lambda values: (values, np.isfinite(values)))
    return Typed(pd.arrays.FloatingArray(np.nan_to_num(values), np.isnan(values)), odd)


def percents(cells: Sequence[Any], _column: Column, reading: Reading) -> Typed:
    """Read a share in its three spellings: 0.3 (a percent cell), 30, and the text ``30 %``; all are 0.3."""
    values, odd = _at_once(
        cells, lambda cell: percent(cell, reading.money), lambda values: (_ten_places(values), np.abs(values) <= 1)
    )
    return Typed(pd.arrays.FloatingArray(np.nan_to_num(values), np.isnan(values)), odd)


def percent(cell: Any, writing: Currency) -> Read:
    """Read one share as a fraction; a bare number above 1 counts percent and is observed."""
    if _is_number(cell) and np.isfinite(cell) and abs(cell) < _MOST:
        if abs(cell) <= 1:
            return float(_ten_places(cell)), None, ""
        return float(_ten_places(cell / 100)), Kind.PERCENT_AS_NUMBER, f"read as {cell:g} %"
    if not isinstance(cell, str):
        return None, Kind.NOT_A_NUMBER, _SHARE
    if cell in BLANKS:
        return None, None, ""
    bare = cell.replace("％", "%")
    number = number_of(bare.removesuffix("%").strip(), writing)
    if number is None:
        return None, Kind.NOT_A_NUMBER, two_ways(bare, writing) or _SHARE
    share = number / 100 if bare.endswith("%") or abs(number) > 1 else number
    return float(round(share, 10)), Kind.TEXT_NUMBER, f"read as {(share * 100).normalize():f} %"


def _ten_places(share: Any) -> Any:
    return np.rint(share * 1e10) / 1e10


def _is_number(cell: Any) -> bool:
    return isinstance(cell, int | float) and not isinstance(cell, bool)


def _whole(value: float, factor: int) -> int | None:
    """Return ``value`` times ``factor`` when it is whole but for the noise of binary numbers."""
    if not abs(value) < _MOST / factor:
        return None
    whole, noisy = _nearest(value * factor)
    return None if noisy else int(whole)


def _nearest(scaled: Any) -> tuple[Any, Any]:
    whole = np.rint(scaled)
    return whole, np.abs(scaled - whole) > 1e-6 + 1e-15 * np.abs(scaled)


def _whole_numbers(cells: Sequence[Any], one: Callable[[Any], Read], factor: int) -> Typed:
    """Return a column times ``factor`` as whole numbers; floats hold them exactly, for none is over ``_MOST``."""

    def plain(values: Floats) -> tuple[Floats, Bools]:
        whole, noisy = _nearest(values * factor)
        return whole, (np.abs(values) < _MOST / factor) & ~noisy

    values, odd = _at_once(cells, one, plain)
    missing = np.isnan(values)
    return Typed(pd.arrays.IntegerArray(np.where(missing, 0.0, values).astype("int64"), missing), odd)


def _at_once(
    cells: Sequence[Any], one: Callable[[Any], Read], plain: Callable[[Floats], tuple[Floats, Bools]]
) -> tuple[Floats, tuple[Odd, ...]]:
    """Return the cells as numbers, missing ones as NaN, and what was odd.

    ``plain`` reads all cells that are numbers at once, and says of which its reading holds; the others are read by
    ``one``.
    """
    plain_numbers = set(map(type, cells)) == {float}  # asked first: such a column needs no look at each cell
    numbers = np.array(cells if plain_numbers else [cell if type(cell) is float else np.nan for cell in cells], float)
    with np.errstate(over="ignore", invalid="ignore"):  # what is infinite or no number is not sound either
        values, sound = plain(numbers)
    left: list[int] = np.flatnonzero(~sound).tolist()
    if not left:
        return values, ()
    read = each([cells[at] for at in left], one)
    values[~sound] = np.array(read.column, dtype=float)  # None becomes NaN
    return values, tuple((left[at], kind, value, detail) for at, kind, value, detail in read.odd)

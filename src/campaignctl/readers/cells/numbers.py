"""Money, counts, numbers and shares as people type them into a sheet."""

import math
import re
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import numpy as np
import pandas as pd

from campaignctl.domain.forms import NO_LIMIT, Column
from campaignctl.domain.money import Currency
from campaignctl.domain.observations import Kind
from campaignctl.readers.cells.base import BLANKS, Reading, Typed, clean, each, floats

_NO_LIMIT = frozenset(
    {"no limit", "nolimit", "unlimited", "none", "no", "∞", "-1", "no limits", "sin límite", "无限制", "不限"}
)
_NONE = frozenset({"none", "no minimum", "no", "ninguno", "无"})
_MONEY_MARK = re.compile(r"[$€£¥₱₫฿]|US\$|MX\$|R\$|Rp|RM|\b[A-Z]{3}\b")
_PLAIN = re.compile(r"-?\d+(\.\d+)?")
_GROUPED = re.compile(r"-?\d{1,3}(,\d{3})+(\.\d+)?")


def _decimal(text: str) -> Decimal | None:
    bare = text.replace(" ", "")
    if _GROUPED.fullmatch(bare):
        bare = bare.replace(",", "")
    return Decimal(bare) if _PLAIN.fullmatch(bare) else None


def amounts(cells: Sequence[Any], column: Column, reading: Reading) -> Typed:
    """Read money into minor units of the campaign's currency, rounded half up where a formula left more decimals."""
    currency = reading.money
    factor = 10**currency.decimals
    whole = _whole(cells, factor)
    if whole is not None:
        return Typed(whole)

    def one(cell: Any) -> tuple[int | None, Kind | None, str]:
        if type(cell) is float:
            scaled = cell * factor
            if not math.isfinite(scaled):
                return None, Kind.NOT_A_NUMBER, "an amount is expected"
            whole = round(scaled)
            if abs(scaled - whole) < 1e-6:
                return whole, None, ""
            return _rounded(Decimal(str(cell)), currency)
        if isinstance(cell, bool) or not isinstance(cell, str):
            return None, Kind.NOT_A_NUMBER, "an amount is expected"
        return _money_text(clean(cell), column, currency)

    return each(cells, one)


def _whole(cells: Sequence[Any], factor: int) -> pd.arrays.IntegerArray | None:
    """Return a column of plain numbers times ``factor`` as whole numbers, or None when any needs a closer look."""
    values = floats(cells)
    if values is None:
        return None
    missing = np.isnan(values)
    scaled = np.where(missing, 0.0, values) * factor
    whole = np.rint(scaled)
    if (np.abs(scaled - whole) > 1e-6).any() or (np.abs(whole) > 1e15).any():
        return None
    return pd.arrays.IntegerArray(whole.astype("int64"), missing)


def _rounded(amount: Decimal, currency: Currency) -> tuple[int | None, Kind | None, str]:
    if not amount.is_finite():
        return None, Kind.NOT_A_NUMBER, "an amount is expected"
    minor = int(amount.scaleb(currency.decimals).quantize(Decimal(1), ROUND_HALF_UP))
    return minor, Kind.TOO_PRECISE, f"read as {currency.symbol}{currency.major(minor)}"


def _money_text(text: str, column: Column, currency: Currency) -> tuple[int | None, Kind | None, str]:
    if text in BLANKS:
        return None, None, ""
    if column.typed_none and text.casefold() in _NONE:
        return 0, None, ""
    if column.no_limit and text.casefold() in _NO_LIMIT:
        return NO_LIMIT, None, ""
    marks = {mark.strip() for mark in _MONEY_MARK.findall(text)}
    if marks - {
        currency.symbol,
        currency.code,
        "$" if currency.code == "USD" else currency.symbol,
        "US$"[: 3 * (currency.code == "USD")],
    }:
        return None, Kind.CURRENCY_MISMATCH, f"amounts here are in {currency.code}"
    amount = _decimal(_MONEY_MARK.sub("", text))
    if amount is None:
        return None, Kind.NOT_A_NUMBER, "an amount is expected"
    try:
        return currency.minor(amount), Kind.TEXT_NUMBER, ""
    except ValueError:
        return _rounded(amount, currency)


def counts(cells: Sequence[Any], column: Column, _reading: Reading) -> Typed:
    """Read whole numbers; ``No limit`` is ``NO_LIMIT`` where the column allows it."""
    whole = _whole(cells, 1)
    if whole is not None:
        return Typed(whole)

    def one(cell: Any) -> tuple[int | None, Kind | None, str]:
        if isinstance(cell, str):
            text = clean(cell)
            if text in BLANKS:
                return None, None, ""
            if column.no_limit and text.casefold() in _NO_LIMIT:
                return NO_LIMIT, None, ""
            number = _decimal(text)
            if number is None or number != number.to_integral_value():
                return None, Kind.NOT_A_NUMBER, "a whole number is expected"
            return int(number), Kind.TEXT_NUMBER, ""
        if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
            return int(cell), None, ""
        return None, Kind.NOT_A_NUMBER, "a whole number is expected"

    return each(cells, one)


def numbers(cells: Sequence[Any], _column: Column, _reading: Reading) -> Typed:
    """Read numbers with decimals."""

    def one(cell: Any) -> tuple[float | None, Kind | None, str]:
        if isinstance(cell, str):
            text = clean(cell)
            number = _decimal(text)
            if text in BLANKS:
                return None, None, ""
            return (float(number), Kind.TEXT_NUMBER, "") if number is not None else (None, Kind.NOT_A_NUMBER, "")
        if isinstance(cell, float) and math.isfinite(cell):
            return cell, None, ""
        return None, Kind.NOT_A_NUMBER, "a number is expected"

    return each(cells, one)


def percents(cells: Sequence[Any], _column: Column, _reading: Reading) -> Typed:
    """Read a share in its three spellings: 0.3 (a percent cell), 30, and the text ``30 %``; all are 0.3."""
    return each(cells, percent)


def percent(cell: Any) -> tuple[float | None, Kind | None, str]:
    """Read one share as a fraction; a bare number above 1 counts percent and is observed."""
    if isinstance(cell, float) and math.isfinite(cell):
        if abs(cell) <= 1:
            return round(cell, 10), None, ""
        return round(cell / 100, 10), Kind.PERCENT_AS_NUMBER, f"read as {cell:g} %"
    if not isinstance(cell, str):
        return None, Kind.NOT_A_NUMBER, "a percentage is expected"
    text = clean(cell)
    if text in BLANKS:
        return None, None, ""
    number = _decimal(text.removesuffix("%").strip())
    if number is None:
        return None, Kind.NOT_A_NUMBER, "a percentage is expected"
    share = number / 100 if text.endswith("%") or abs(number) > 1 else number
    return float(round(share, 10)), Kind.TEXT_NUMBER, f"read as {share * 100:f} %".replace(".00 %", " %")

"""A big table is a frame of a declared shape: which columns it has, and of which exact type.

Ids and words are ``str`` (missing = NaN), money and counts ``Int64``, rates ``Float64``, instants
``datetime64[us, UTC]``, flags ``boolean``, few-valued words ``category``. ``shaped`` is the only door: what leaves a
reader went through it.
"""

from collections.abc import Hashable, Mapping, Sequence
from enum import StrEnum
from functools import cache
from typing import Any

import numpy as np
import pandas as pd

from campaignctl.domain.forms import Column, Sheet, Type


class Dtype(StrEnum):
    """The pandas type of each kind of column."""

    WORD = "str"
    MONEY = "Int64"
    COUNT = "Int64"
    RATE = "Float64"
    INSTANT = "datetime64[us, UTC]"
    FLAG = "boolean"
    FEW = "category"


Shape = Mapping[str, str]

ORIGIN: Shape = {"file": Dtype.FEW, "sheet": Dtype.FEW, "row": Dtype.COUNT}
"""Where a row stands: file relative to the campaign folder, sheet as the file names it, row as Excel numbers it."""


def dtype_of(column: Column) -> str:
    """Return the frame type of a form's column."""
    match column.type:
        case Type.MONEY:
            return Dtype.MONEY
        case Type.INT:
            return Dtype.COUNT
        case Type.PERCENT | Type.NUMBER:
            return Dtype.RATE
        case Type.DATE | Type.DATETIME:
            return Dtype.INSTANT
        case Type.YES_NO:
            return Dtype.FLAG
        case Type.CHOICE:
            return Dtype.FEW
        case _:
            return Dtype.WORD


def shape_of(sheet: Sheet) -> Shape:
    """Return the shape of the frame that a sheet is read into.

    A ``percent or money`` column becomes three: ``<key>_percent`` (a fraction), ``<key>_money`` (minor units) and
    ``<key>`` (the words as typed). Computed columns are not read, but for shares that are compared with the rest.
    """
    shape: dict[str, str] = {}
    for column in sheet.columns:
        if column.type is Type.VALUE:
            shape[f"{column.key}_percent"] = Dtype.RATE
            shape[f"{column.key}_money"] = Dtype.MONEY
        if column.is_input:
            shape[column.key] = dtype_of(column)
        elif column.compared:
            shape[column.key] = Dtype.RATE
    return {**shape, **ORIGIN}


def shaped(frame: pd.DataFrame, shape: Shape) -> pd.DataFrame:
    """Return ``frame`` with exactly the columns and types of ``shape``; absent columns come out missing.

    ``TypeError`` when a column cannot be held in its type: that is a fault of the caller, not of the data.
    """
    length = len(frame)
    columns = {}
    for name, dtype in shape.items():
        values = frame[name] if name in frame else pd.Series([pd.NA] * length, index=frame.index, dtype="object")
        try:
            words = dtype == Dtype.FEW and values.dtype == "object"  # all missing, they would not be words
            columns[name] = (values.astype("str") if words else values).astype(dtype)  # type: ignore[call-overload]
        except (TypeError, ValueError) as error:
            raise TypeError(f"column {name} does not hold {dtype}: {error}") from error
    return pd.DataFrame(columns, index=frame.index)


def framed(columns: Mapping[str, Any], length: int, shape: Shape) -> pd.DataFrame:
    """Return a frame of ``shape`` made from lists or arrays of ``length`` values; one text stands for all its rows.

    Absent columns come out missing; ``TypeError`` as in ``shaped``.
    """
    arrays = {}
    for name, dtype in shape.items():
        try:
            arrays[name] = _array(columns.get(name), length, dtype)
        except (TypeError, ValueError, OverflowError) as error:
            raise TypeError(f"column {name} does not hold {dtype}: {error}") from error
    return pd.DataFrame(arrays, index=pd.RangeIndex(length))


def plain_rows(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Return the rows of a small frame, each by its columns' names."""
    return frame.to_dict("records")  # type: ignore[return-value]  # every column of ours has a text for a name


def _array(values: Any, length: int, dtype: str) -> Any:
    if isinstance(values, str):
        values = pd.Categorical.from_codes(np.zeros(length, "int8"), categories=pd.Index([values], dtype="str"))
    if values is None:
        return _distinct([None], dtype).take(np.zeros(length, "int8"))
    if str(getattr(values, "dtype", "")) == dtype:
        return values
    return _few(values, dtype) if dtype in (Dtype.FEW, Dtype.FLAG) else pd.array(values, dtype=dtype)


def _few(values: Sequence[Hashable], dtype: str) -> Any:
    """Return words or flags as an array made of the few distinct ones: several times faster than one by one."""
    distinct = list(dict.fromkeys(values))
    if len(distinct) == 1:  # a shop often says the same in all of its rows
        return _distinct(distinct, dtype).take(np.zeros(len(values), "int8"))
    place = dict(zip(distinct, range(len(distinct)), strict=True))
    return _distinct(distinct, dtype).take(np.fromiter(map(place.__getitem__, values), "int64", len(values)))


def _distinct(values: Sequence[Any], dtype: str) -> Any:
    """Return values as an array; few-valued words are words even where all are missing."""
    if dtype == Dtype.FEW:
        return pd.Series(values, dtype=Dtype.WORD).astype("category").array
    return pd.array(values, dtype=dtype)  # type: ignore[call-overload]


def empty(shape: Shape) -> pd.DataFrame:
    """Return a frame of ``shape`` without rows, made once for each shape: many sheets are empty."""
    return _empty(tuple(shape.items())).copy(deep=False)


@cache
def _empty(shape: tuple[tuple[str, str], ...]) -> pd.DataFrame:
    return framed({}, 0, dict(shape))

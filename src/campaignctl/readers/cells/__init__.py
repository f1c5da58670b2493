"""One column's cells in; typed values and what was odd about them out."""

from collections.abc import Callable, Sequence
from typing import Any

from campaignctl.domain.forms import Column, Type
from campaignctl.readers.cells import numbers, times, words
from campaignctl.readers.cells.base import Reading, Typed, clean, folded, shown

READ: dict[Type, Callable[[Sequence[Any], Column, Reading], Typed]] = {
    Type.TEXT: words.texts,
    Type.ID: words.ids,
    Type.MONEY: numbers.amounts,
    Type.PERCENT: numbers.percents,
    Type.INT: numbers.counts,
    Type.NUMBER: numbers.numbers,
    Type.DATE: times.times,
    Type.DATETIME: times.times,
    Type.YES_NO: words.flags,
    Type.CHOICE: words.choices,
    Type.LIST: words.lists,
    Type.EMAIL: words.emails,
    Type.URL: words.texts,
    Type.VALUE: words.texts,
}
"""How each type of column is read; a ``percent or money`` column is read by its row's kind of value besides."""

__all__ = ["READ", "Reading", "Typed", "clean", "folded", "shown"]

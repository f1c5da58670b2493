"""A listing shows a whole frame, a row each: a roster, every SKU line, every finding, every price.

A report's table holds figures, few and each with its definition; a listing holds what people sort, filter and look
up, up to several hundred thousand rows. The frame keeps its exact types; how a column reads is said here, once.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # a deck of finished figures needs no pandas, which takes a tenth of the time of a large one
    import pandas as pd


class Shows(StrEnum):
    """How the values of a column read.

    Money stands in minor units in the frame, rates as fractions, instants in UTC; ids and words are text.
    """

    TEXT = "text"
    ID = "id"  # text that looks like a number and must never become one
    COUNT = "count"
    LIMIT = "limit"  # a count where less than zero means that there is no limit
    MONEY = "money"  # whole units with the currency's sign
    PRICE = "price"  # to the smallest unit, without the sign
    PERCENT = "percent"
    NUMBER = "number"
    MOMENT = "moment"
    DAY = "day"
    FLAG = "flag"  # Yes or No
    STATUS = "status"  # a word after its sign, coloured by the sign

    @property
    def is_number(self) -> bool:
        """Whether the values stand at the right and may be summed."""
        return self in _NUMBERS


_NUMBERS = frozenset({Shows.COUNT, Shows.LIMIT, Shows.MONEY, Shows.PRICE, Shows.PERCENT, Shows.NUMBER})


@dataclass(frozen=True, slots=True)
class ListingColumn:
    """A column of a listing, over the frame's column ``key``.

    ``leads_to`` names the frame's column that says where a cell leads: a path relative to the workbook
    (``returns/S-001.xlsx``), with ``#Sheet!A1`` behind it or alone; a blank leads nowhere.
    """

    key: str
    title: str
    shows: Shows = Shows.TEXT
    group: str = ""
    width: float | None = None  # characters; else what the longest value needs, at most 38
    leads_to: str = ""
    strong: bool = False  # bold: the name of the row, or the number that it is about
    muted: bool = False  # secondary text
    alarming: bool = False  # any number above zero is bad news
    signed: bool = False  # written with its sign; below zero is bad
    bar: bool = False  # a data bar in the cell; of a percentage against the whole
    dash: bool = False  # zero reads as an en dash
    wraps: bool = False  # long words go on in a second line, in a wide column
    printed: bool = True  # else it stands right of what is printed


@dataclass(frozen=True, slots=True)
class Listing:
    """A frame on show, in the order of its rows.

    ``frozen`` columns stay in sight while people scroll sideways. ``currency`` is the code of all money, ``zone``
    the clock of all moments. ``empty`` is said where there is no row.
    """

    slug: str
    columns: tuple[ListingColumn, ...]
    frame: "pd.DataFrame"
    currency: str = ""
    zone: str = "UTC"
    frozen: int = 1
    empty: str = "Nothing to list"

    def column(self, key: str) -> ListingColumn:
        """Return the column over ``key``; ``KeyError`` when it is not shown."""
        found = next((column for column in self.columns if column.key == key), None)
        if found is None:
            raise KeyError(f"listing {self.slug} shows no column {key}")
        return found


@dataclass(frozen=True, slots=True)
class Live:
    """A number that follows the filter of a listing: of the rows in sight, a column's sum or a count.

    ``begins`` counts the rows whose word begins with one of these; without it the numbers are summed.
    """

    listing: str
    column: str
    begins: tuple[str, ...] = ()

"""A layout says what one kind of export is: how it is recognised, what its columns mean, and what a row stands for."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Literal

from pydantic import Field, field_validator, model_validator

from campaignctl.domain.frames import Shape
from campaignctl.marketplaces.canonical import CANONICAL, COLUMNS_MET, HOLDS, PERIOD_DAYS
from campaignctl.marketplaces.closed import Closed
from campaignctl.marketplaces.columns import ExportColumn, header_key


class Recognition(Closed):
    """A sheet is this export when a row holds every required column and at least so many known headers in all.

    Where ``measures`` are named, one of them has to be there too: a row of words alone is a table of something else.

    With ``header_rows`` 2 the row above names the section of each column, once or over each of them; a header then
    reads ``section: header``, and the columns of ``other_sections`` are known and not read.
    """

    required: tuple[str, ...] = Field(min_length=1)
    at_least: int = Field(ge=2)
    measures: tuple[str, ...] = ()
    search_rows: int = Field(default=15, ge=1)
    header_rows: Literal[1, 2] = 1
    other_sections: tuple[str, ...] = ()
    sheets: tuple[str, ...] = ()
    files: tuple[str, ...] = ()


class Dates(Closed):
    """How instants are written, in the order tried: unmistakable forms first, then those of the marketplace's order."""

    always: tuple[str, ...] = ()
    mdy: tuple[str, ...] = ()
    dmy: tuple[str, ...] = ()

    def order(self, name: str) -> tuple[str, ...]:
        """Return the forms that say day and month in the order ``name`` (``mdy``, ``dmy``; ``ymd`` has none)."""
        return {"mdy": self.mdy, "dmy": self.dmy}.get(name, ())


class Explained(Closed):
    """So many ``rows`` under the header explain the columns, when the first cell under it fits ``first``."""

    first: str
    rows: int = Field(default=1, ge=1)

    @field_validator("first")
    @classmethod
    def _is_pattern(cls, value: str) -> str:
        re.compile(value)
        return value


class LineKinds(Closed):
    """How sales are told from samples, gifts and replacements: by the word in ``column``, else by who paid.

    ``free`` is a line without a list price, alone in its order; ``free_beside_paid`` one beside a line that was paid
    for; ``given`` one with a list price that the seller took off whole.
    """

    column: str
    words: dict[str, tuple[str, ...]]
    free: str
    free_beside_paid: str
    given: str


class Layout(Closed):
    """One kind of export.

    ``unit`` is what a newer pull replaces whole, the order or the stream; without one nothing is replaced.
    ``fresh_by`` are the columns that tell how new a pull is: what has happened, never what is planned. A layout that
    ``completes`` another one of the same table and unit adds what that one does not tell of a unit; numbers that both
    tell count once, as the other one has them. One that ``stands_back`` is tried where no other is known.
    """

    name: str = Field(pattern=r"^[a-z][a-z0-9-]*$")
    title: str
    version: int
    canonical: str
    grain: str
    source: str
    checked: date
    zone: str = "shop"
    explained: Explained | None = None
    period: str = ""
    period_form: str = "%Y-%m-%d"
    completes: str = ""
    stands_back: bool = False
    unit: tuple[str, ...]
    order_level: tuple[str, ...] = ()
    fresh_by: tuple[str, ...]
    days: dict[str, str] = Field(default_factory=dict)
    blanks: tuple[str, ...] = ("-", "--", "–", "n/a", "#div/0!", "null")
    recognise: Recognition
    dates: Dates
    columns: dict[str, ExportColumn]
    words: dict[str, dict[str, tuple[str, ...]]] = Field(default_factory=dict)
    line_kind: LineKinds | None = None
    buyer: tuple[str, ...] = ()
    unused: tuple[str, ...] = ()
    hash: str = ""

    @property
    def shape(self) -> Shape:
        """The canonical table's shape."""
        return CANONICAL[self.canonical]

    @property
    def headers(self) -> Mapping[str, str | None]:
        """Every known header, as compared, with the column that it names; None for those that are not read."""
        known: dict[str, str | None] = dict.fromkeys(map(header_key, (*self.unused, *self.buyer)))
        for name, column in self.columns.items():
            known.update((header_key(spelling.header), name) for spelling in column.headers)
        return known

    @field_validator("canonical")
    @classmethod
    def _is_a_table(cls, value: str) -> str:
        if value not in CANONICAL:
            raise ValueError(f"no such table: {value}; there are {', '.join(CANONICAL)}")
        return value

    @field_validator("period")
    @classmethod
    def _is_pattern(cls, value: str) -> str:
        if value and {"start", "end"} - set(re.compile(value).groupindex):
            raise ValueError("a period needs the groups 'start' and 'end'")
        return value

    @model_validator(mode="after")
    def _fits(self) -> "Layout":
        shape = CANONICAL[self.canonical]
        for name, column in self.columns.items():
            if not column.passing and shape.get(name) not in HOLDS[column.type]:
                raise ValueError(f"column {name} of {self.canonical} cannot hold {column.type}")
            if column.type == "words" and name not in self.words:
                raise ValueError(f"column {name} has no table of words")
        named = {
            *self.recognise.required,
            *self.recognise.measures,
            *self.unit,
            *self.order_level,
            *self.fresh_by,
            *self.days.values(),
            *self.words,
        }
        named |= {self.line_kind.column} if self.line_kind else set()
        named -= {*PERIOD_DAYS, COLUMNS_MET, *self.days} & set(shape)
        if named - set(self.columns):
            raise ValueError(f"no such column: {', '.join(sorted(named - set(self.columns)))}")
        spelled = [header_key(s.header) for column in self.columns.values() for s in column.headers]
        spelled += map(header_key, (*self.buyer, *self.unused))
        twice = {header for header in spelled if spelled.count(header) > 1}
        if twice:
            raise ValueError(f"headers named twice: {', '.join(sorted(twice))}")
        return self

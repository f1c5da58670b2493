"""What goes into the reading of one export file, and what comes out of it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from campaignctl.domain.observations import Observation
from campaignctl.marketplaces.layouts import Layouts
from campaignctl.readers.cells.base import Reading
from campaignctl.readers.exports.find import Found
from campaignctl.readers.exports.numbers import Money, money_of


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known before any export is opened.

    ``sellers`` are the ids of the Sellers sheet: a sub-folder of that name says whose a file is, and where there is
    only one seller, all files are theirs.
    """

    layouts: Layouts
    reading: Reading
    sellers: Collection[str]


@dataclass(frozen=True, slots=True)
class Task:
    """A file to be read in a scratch directory. ``judged``: other files of its seller stand beside it."""

    found: Found
    setting: Setting
    judged: bool
    scratch: Path

    @property
    def layouts(self) -> Layouts:
        """The layouts to try."""
        return self.setting.layouts

    @property
    def reading(self) -> Reading:
        """The campaign's currency and zone, the marketplace's order of day and month."""
        return self.setting.reading

    @property
    def money(self) -> Money:
        """How amounts are read."""
        return money_of(self.reading.currency, self.layouts.money)


@dataclass(frozen=True, slots=True)
class Part:
    """One sheet of one file as a canonical table in the Parquet file ``path``.

    ``latest`` is the newest instant in the table; ``fresh`` the newest of those by which the layout judges how new a
    pull is. ``first`` to ``last`` are the days that the file itself says it covers, ``unknown`` its headers that no
    layout knows.
    """

    path: Path
    layout: str
    title: str
    table: str
    sheet: str
    header_row: int
    seller_id: str | None
    rows: int
    latest: datetime | None
    fresh: datetime | None
    first: date | None = None
    last: date | None = None
    unknown: tuple[str, ...] = ()
    columns: Mapping[str, int] = field(default_factory=dict)  # where each column stands, counted from 0


@dataclass(frozen=True, slots=True)
class FileRead:
    """What one file brought: a part for each sheet that a layout fits, and everything odd."""

    parts: tuple[Part, ...] = ()
    observations: tuple[Observation, ...] = ()

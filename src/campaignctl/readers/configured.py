"""Promotions as they stand configured: of everything in the exports folder, only the files that may hold them."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from campaignctl.domain.document import Input
from campaignctl.domain.export_frames import CONFIGURED_PROMOTIONS
from campaignctl.domain.forms import Column, Sheet, Type
from campaignctl.domain.frames import empty
from campaignctl.domain.observations import Kind, Observation
from campaignctl.marketplaces.schema import Profile
from campaignctl.readers.cells import Reading
from campaignctl.readers.places import SheetMap

if TYPE_CHECKING:  # layouts take a while to load, and a campaign without a lock needs none
    from campaignctl.marketplaces.layout import Layout

KEY = "configured"
"""The name of the frame."""

TABLE = "configured_promotions"
_TYPES: Mapping[str, Type] = {
    "id": Type.ID,
    "money": Type.MONEY,
    "count": Type.INT,
    "instant": Type.DATETIME,
    "rate_percent": Type.PERCENT,
    "rate_fraction": Type.PERCENT,
}
_LONGEST = 40


@dataclass(frozen=True, slots=True, eq=False)
class Configured:
    """The rows, in the order of file names and rows, where their columns stand, and what was met on the way."""

    frame: pd.DataFrame = field(default_factory=lambda: empty(CONFIGURED_PROMOTIONS))
    maps: Mapping[tuple[str, str], SheetMap] = field(default_factory=dict)
    observations: tuple[Observation, ...] = ()
    inputs: tuple[Input, ...] = ()


def read_configured(
    folder: Path,
    profile: Profile,
    reading: Reading,
    sellers: Collection[str],
    progress: Callable[[str], None] = lambda _: None,
) -> Configured:
    """Return the configured promotions under ``folder``/exports; nothing where no file holds any."""
    from campaignctl.marketplaces.layouts import Layouts, layouts_of
    from campaignctl.readers.exports.parts import Setting  # with the database, which few campaigns need here
    from campaignctl.readers.exports.peek import may_be
    from campaignctl.readers.exports.read import read_exports

    known = layouts_of(profile.family, folder)
    layouts = Layouts(tuple(layout for layout in known.read if layout.canonical == TABLE), (), known.money)
    if not layouts.read or not (folder / "exports").is_dir():
        return Configured()
    setting = Setting(layouts, reading, sellers)
    exports = read_exports(folder, setting, progress=progress, wanted=lambda path: may_be(path, layouts.read))
    sheets = {layout.name: sheet_of(layout) for layout in layouts.read}
    maps = {
        (pull.file, pull.sheet): SheetMap(
            pull.file, pull.sheet, sheets[pull.layout], pull.header_row, dict(pull.columns), {}
        )
        for pull in exports.pulls
    }
    read = {pull.file for pull in exports.pulls}  # a look takes other exports for these, too, now and then
    met = (one for one in exports.observations if one.place.file in read and one.kind is not Kind.NO_SELLER)
    inputs = (entry for entry in exports.inputs if entry.file in read)
    return Configured(exports.frame(TABLE), maps, tuple(met), tuple(inputs))


def sheet_of(layout: "Layout") -> Sheet:
    """Return a layout as a declared sheet, so that findings name its cells by their headings."""
    columns = (
        Column(
            _title(column.title),
            name,
            _TYPES.get(column.type, Type.TEXT),
            aliases=tuple(_title(spelling.header) for spelling in column.headers[1:]),
            no_limit=column.type == "count",
        )
        for name, column in layout.columns.items()
    )
    return Sheet(layout.title, KEY, tuple(columns), required=False)


def _title(header: str) -> str:
    return " ".join(header.splitlines()[0].split())[:_LONGEST]

"""One file of the folder registrations as it was sent: its tables as read, whose it says it is, when it was saved."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from campaignctl.domain.observations import Kind, Observation, Place
from campaignctl.folder.aside import Aside, Lies, only_in_the_cloud
from campaignctl.folder.hashing import sha256
from campaignctl.readers.books import absent
from campaignctl.readers.cells import Reading, clean, shown
from campaignctl.readers.decimals import read_other_decimals
from campaignctl.readers.grid import Grid, Opened, opened
from campaignctl.readers.merged import fill_merged
from campaignctl.readers.origin import Origin
from campaignctl.readers.parts import Part
from campaignctl.readers.preflight import Refusal
from campaignctl.readers.returns import without_lists
from campaignctl.readers.tabs import Tables, find_tables
from campaignctl.workbooks import REGISTRATION

_FORM_ID, _CAMPAIGN = "Form ID", "Campaign"
"""The custom properties of a form that campaignctl wrote."""

_PLAIN_TEXT = "is not a workbook but plain text"
_NOT_READ = "holds none of the registration's sheets (Seller, Products, Coupons, Livestreams)"


@dataclass(slots=True)
class Sent:
    """A file that holds at least one table of a registration; ``met`` is what is to be told of it, if it counts."""

    file: str
    parts: list[Part]
    grids: tuple[Grid, ...] = ()
    origin: Origin = field(default_factory=Origin)
    sha256: str = ""
    met: list[Observation] = field(default_factory=list)

    @property
    def form_id(self) -> str:
        """The Form ID: from its cell, else as the form's writer left it in the workbook."""
        return self.field("form_id") or clean(self.origin.properties.get(_FORM_ID, ""))

    @property
    def campaign(self) -> str:
        """The code of the campaign whose form this is, as its writer left it in the workbook."""
        return clean(self.origin.properties.get(_CAMPAIGN, ""))

    @property
    def is_text(self) -> bool:
        """Whether it is a text, which holds one sheet of a registration and never all."""
        return any(part.raw.text for part in self.parts)

    @property
    def folder(self) -> str:
        """The name of the sub-folder in which the file lies; blank when it lies in none."""
        return self.file.split("/")[-2] if self.file.count("/") > 1 else ""

    @property
    def keys(self) -> frozenset[str]:
        """The keys of the sheets it holds."""
        return frozenset(part.raw.sheet.key for part in self.parts)

    @property
    def rows(self) -> int:
        """How many filled rows were read."""
        return sum(len(part.raw.rows) for part in self.parts)

    def record(self) -> Part | None:
        """Return its Seller sheet."""
        return next((part for part in self.parts if part.raw.sheet.record), None)

    def field(self, key: str) -> str:
        """Return a field of its Seller sheet as text; blank when it is not there."""
        part = self.record()
        cells = part.raw.cells.get(key, [""]) if part else [""]
        return clean(shown(cells[0])).lstrip("'")

    def place(self, key: str) -> Place:
        """Return the cell of a field of its Seller sheet; of the file alone when that is not there."""
        part = self.record()
        return part.where.place(key, part.raw.rows[0]) if part else Place(self.file)

    def lists(self) -> Iterator[Part]:
        """Yield its tables with a row per thing."""
        return (part for part in self.parts if not part.raw.sheet.record)

    def content(self) -> Any:
        """Return what it says, whatever the file looks like: equal for two workbooks with the same cells."""
        return [(part.raw.sheet.key, part.raw.cells) for part in self.parts]


def read_sent(path: Path, file: str, reading: Reading) -> Sent | Observation:
    """Read one file; an observation when it is none that could be a registration."""
    found = opened(path)
    if isinstance(found, Refusal):
        return _refused(path, file, found)
    sent = sent_of(file, found, reading)
    if not sent.parts:
        foreign = any(grid.text for grid in found.grids) and not _is_table(found.grids[0])
        kind, why = (Kind.FOREIGN, _PLAIN_TEXT) if foreign else (Kind.UNREADABLE, _NOT_READ)
        return Observation(kind, Place(file), path.name, why)
    sent.sha256 = hash_of(path)
    return sent


def sent_of(file: str, found: Opened, reading: Reading) -> Sent:
    """Return an opened file as one that was sent."""
    tables = find_tables(without_lists(found.grids), REGISTRATION)
    by_name = {grid.name: grid for grid in found.grids}
    for raw in tables.raw:
        fill_merged(raw, by_name[raw.name])
    read_other_decimals(tables.raw, reading)
    parts = [Part.of(file, raw, by_name[raw.name]) for raw in tables.raw]
    return Sent(file, parts, found.grids, found.origin, met=list(_told(file, found, tables)))


def _told(file: str, found: Opened, tables: Tables) -> Iterator[Observation]:
    if found.how and tables.raw:
        name = file.rpartition("/")[2]
        yield Observation(Kind.ASSUMED, Place(file), name, f"{name} was read as what it is, {found.how}")
    for name, said in tables.said:
        yield Observation(said.kind, Place(file, name, said.row), said.value, said.detail)


def absent_sheets(sent: Sent, elsewhere: frozenset[str]) -> Iterator[Observation]:
    """Yield what a registration lacks; ``elsewhere`` are the keys of sheets that its seller sent in another file."""
    for sheet in REGISTRATION:
        if sheet.key not in sent.keys | elsewhere:
            yield from absent(sent.file, sent.grids, sheet)


def _is_table(grid: Grid) -> bool:
    return len([row for row in grid.rows if len([cell for cell in row if cell != ""]) >= 3]) >= 2


def _refused(path: Path, file: str, refusal: Refusal) -> Observation:
    try:
        away = only_in_the_cloud(path.stat())
    except OSError:
        away = False
    if away:
        return Observation(Kind.ELSEWHERE, Place(file), path.name, "a file whose content could not be downloaded")
    return Observation(Kind.FOREIGN if refusal.foreign else Kind.UNREADABLE, Place(file), path.name, refusal.why)


def hash_of(path: Path) -> str:
    """Return a file's hash; blank when it cannot be read, which is observed elsewhere."""
    try:
        return sha256(path)
    except OSError:
        return ""


def told_aside(aside: Aside, file: str) -> Observation:
    """Return what lies beside the registrations as an observation."""
    kinds = {
        Lies.OPEN: Kind.OPEN_ELSEWHERE,
        Lies.ELSEWHERE: Kind.ELSEWHERE,
        Lies.CONFLICT: Kind.CONFLICT_COPY,
    }
    whose = f"{aside.about}’s" if aside.about else "somebody’s"
    about = whose if aside.why is Lies.OPEN else aside.about
    return Observation(kinds[aside.why], Place(file), aside.of, about)

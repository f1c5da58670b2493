"""A campaign's exports folder becomes canonical tables: each order once, each row with its seller, file and number."""

import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from campaignctl.domain.document import Input
from campaignctl.domain.observations import Kind, Observation, Place
from campaignctl.folder.hashing import sha256
from campaignctl.folder.still import Mark, mark
from campaignctl.marketplaces.canonical import CANONICAL
from campaignctl.readers.exports.cache import key, recall, remember
from campaignctl.readers.exports.complete import completed
from campaignctl.readers.exports.files import read_file
from campaignctl.readers.exports.find import Found, find
from campaignctl.readers.exports.newest import Kept, newest
from campaignctl.readers.exports.parts import FileRead, Part, Setting, Task
from campaignctl.readers.exports.repeated import repeated
from campaignctl.readers.exports.tables import Exports, Pull, Scratch, Table

Progress = Callable[[str], None]
Wanted = Callable[[Path], bool]


def read_exports(
    folder: Path,
    setting: Setting,
    cache: Path | None = None,
    progress: Progress = lambda _: None,
    wanted: Wanted | None = None,
) -> Exports:
    """Read everything under ``folder``/exports, ``folder`` being the campaign's; ``progress`` is told each file.

    Where ``wanted`` says which files are meant, all others are passed over as if they were not there.
    Tables are kept as Parquet in ``cache`` (made when absent) and found there again; without it, or where nothing may
    be written there, they live as long as the result does. No file raises: what cannot be read is an observation, and
    an absent folder is no exports at all.
    """
    scratch = None if cache and _takes_files(cache) else Scratch()
    home = scratch.path if scratch else Path(cache or "")
    passing = Path(tempfile.mkdtemp(prefix=".reading-", dir=home))
    try:
        reading = _Reading(setting, home, passing)
        reading.files(folder, progress, wanted)
        pulls, odd = newest(reading.pulls, setting.layouts.read, home, passing)
        kept = completed(pulls, setting.layouts.read, home, passing)
        lines = [pull.path for pull in kept if pull.part.table == "order_lines" and pull.rows]
        twice = repeated(lines, passing)
    finally:
        shutil.rmtree(passing, ignore_errors=True)
    latest = max((pull.part.latest for pull in kept if pull.part.latest), default=None)
    tables = _tables(kept, scratch)
    return Exports(
        tables, tuple(map(_pull, kept)), tuple(reading.observations), tuple(reading.inputs), latest, odd, twice
    )


def _takes_files(cache: Path) -> bool:
    try:
        cache.mkdir(parents=True, exist_ok=True)
        tempfile.TemporaryFile(dir=cache).close()
    except PermissionError:
        return False
    return True


@dataclass(slots=True)
class _Reading:
    """The files as they are read, one after the other."""

    setting: Setting
    home: Path
    passing: Path
    pulls: list[tuple[str, Part]] = field(default_factory=list)
    observations: list[Observation] = field(default_factory=list)
    inputs: list[Input] = field(default_factory=list)
    seen: dict[str, Found] = field(default_factory=dict)  # by content

    def files(self, folder: Path, progress: Progress, wanted: Wanted | None = None) -> None:
        """Read every file found, or those that are wanted; the same content twice is read once."""
        found, odd = find(folder, self.setting.sellers)
        if wanted is None:
            self.observations += odd
        else:
            found = tuple(file for file in found if wanted(file.path))
        files_of = Counter(file.seller_id for file in found)
        for number, file in enumerate(found):
            progress(file.name)
            stood = mark(file.path)
            try:
                content = sha256(file.path)
            except OSError as error:
                self._unread(file, f"cannot be opened: {error.strerror or error}")
                continue
            if not self._is_again(file, content):
                task = Task(file, self.setting, files_of[file.seller_id] > 1, self.passing / f"{number}")
                read = self._read(task, content, stood)
                if read is None:
                    self._unread(file, "changed while it was read")
                else:
                    self._add(file, content, read)

    def _unread(self, file: Found, why: str) -> None:
        self.observations.append(Observation(Kind.UNREADABLE, Place(file.name), file.path.name, why))

    def _is_again(self, file: Found, content: str) -> bool:
        first = self.seen.setdefault(content, file)
        if first is file:
            return False
        if first.seller_id != file.seller_id:
            why = f"the file is the same as {first.name}; an export belongs to one shop, and this copy is not counted"
            self.observations.append(Observation(Kind.NO_SELLER, Place(file.name), file.seller_id or "", why))
        self.inputs.append(Input(file.name, content, 0))
        return True

    def _read(self, task: Task, content: str, stood: Mark) -> FileRead | None:
        """Return what a file holds; None when it is no longer the one of this content: nothing is kept under its name.

        ``stood`` is its mark before the content was hashed.
        """
        name = key(task, content)
        kept = recall(self.home, name)
        read = kept or read_file(task)
        if mark(task.found.path) != stood:
            return None
        return kept or remember(self.home, name, read, self.passing)

    def _add(self, file: Found, content: str, read: FileRead) -> None:
        self.pulls += ((file.name, part) for part in read.parts)
        self.observations += read.observations
        self.inputs.append(Input(file.name, content, sum(part.rows for part in read.parts)))


def _tables(kept: Sequence[Kept], scratch: Scratch | None) -> Mapping[str, Table]:
    tables = {}
    for name, shape in CANONICAL.items():
        ours = [pull for pull in kept if pull.part.table == name]
        paths = tuple(pull.path for pull in ours if pull.rows)
        if ours:
            tables[name] = Table(name, shape, paths, sum(pull.rows for pull in ours), scratch)
    return tables


def _pull(kept: Kept) -> Pull:
    part = kept.part
    return Pull(
        kept.file, part.sheet, part.layout, part.title, part.table, part.seller_id, part.header_row, part.rows,
        kept.rows, part.latest, part.first, part.last, part.unknown, part.columns,
    )  # fmt: skip

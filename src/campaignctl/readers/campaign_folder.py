"""The campaign folder as read: the set-up, all registrations, and everything odd about them, in one value."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import pandas as pd

from campaignctl.domain.changes import Change
from campaignctl.domain.document import Input
from campaignctl.domain.errors import CannotRead
from campaignctl.domain.forms import Sheet
from campaignctl.domain.frames import Dtype, empty, shape_of, shaped
from campaignctl.domain.lock import Lock
from campaignctl.domain.observations import Observation
from campaignctl.domain.registrations import Reply
from campaignctl.domain.returns import Answered
from campaignctl.folder.files import CampaignFiles
from campaignctl.marketplaces.load import known, load
from campaignctl.marketplaces.schema import Profile
from campaignctl.readers.after_lock import AfterLock, read_after_lock
from campaignctl.readers.books import Book, SheetMap, raw_sheets, read_book
from campaignctl.readers.cells import Reading, clean, folded
from campaignctl.readers.changes import read_changes
from campaignctl.readers.decisions import decision_book
from campaignctl.readers.grid import Grid, grids
from campaignctl.readers.locks import Locks, read_locks
from campaignctl.readers.preflight import Refusal
from campaignctl.readers.registrations import Registrations, registrations_of
from campaignctl.readers.sent import Sent, hash_of, read_sent, told_aside
from campaignctl.workbooks import DECIDE, FOLLOW_UP, REGISTRATION, SETUP

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Material:
    """Frames by the key of their sheet, maps by (file, sheet name), and what was met on the way.

    Frames of a seller's sheets carry ``seller_id``, from the form's Seller sheet. ``read_sheets`` tells which frames
    rest on at least one sheet that was found. ``answers`` are what sellers wrote on the list of an earlier return.
    ``added`` has, by the key of a seller's sheet and row by row as its frame, what sellers wrote in columns of their
    own.
    """

    profile: Profile
    reading: Reading
    frames: Mapping[str, pd.DataFrame]
    maps: Mapping[tuple[str, str], SheetMap]
    observations: tuple[Observation, ...]
    inputs: tuple[Input, ...] = ()
    replies: tuple[Reply, ...] = ()
    changes: tuple[Change, ...] = ()
    lock: Lock | None = None  # the newest one
    answers: tuple[Answered, ...] = ()
    added: Mapping[str, pd.DataFrame] = field(default_factory=dict)
    after_lock: frozenset[str] = frozenset()  # files that came of what was locked: they tell how it was carried out

    @property
    def read_sheets(self) -> frozenset[str]:
        """The keys of the sheets found in any file."""
        return frozenset(table.sheet.key for where in self.maps.values() for table in where.tables)


def read_folder(files: CampaignFiles, progress: Progress = lambda _: None) -> Material:
    """Read the set-up workbook and every registration; ``CannotRead`` only when the set-up itself cannot be used."""
    profile, reading, setup = _setup_book(files)
    books = [setup]
    sent, beside = _sent(files, reading, progress)
    registrations = registrations_of(sent, books[0], reading)
    for path in files.decisions:
        progress(files.relative(path))
        books.append(decision_book(path, files.relative(path), reading))
    inputs = _inputs(files, books, sent, registrations)
    locks = read_locks(files.folder)
    since = AfterLock()
    if locks.newest is not None or files.checks:
        sellers = books[0].frames["sellers"]["seller_id"].dropna() if "sellers" in books[0].frames else ()
        since = read_after_lock(files, profile, reading, tuple(sellers), progress, locked=locks.newest is not None)
    told = (*beside, *registrations.observations)
    registrations = replace(registrations, observations=told)
    return material_of(books, profile, reading, (*inputs, *since.inputs), locks, since, registrations)


def read_setup(files: CampaignFiles) -> Material:
    """Read the set-up workbook alone; ``CannotRead`` as for the whole folder."""
    profile, reading, book = _setup_book(files)
    return material_of([book], profile, reading)


def _setup_book(files: CampaignFiles) -> tuple[Profile, Reading, Book]:
    opened = _setup_grids(files)
    profile, reading = reading_of(opened, files.folder)
    name = files.relative(files.setup)
    book = read_book(name, opened, SETUP, reading)
    if not book.frames:
        raise CannotRead(
            f"{name} holds none of the set-up sheets.",
            "Use the workbook that `campaignctl new` writes, with its sheet names as they are.",
        )
    return profile, reading, book


def _sent(files: CampaignFiles, reading: Reading, progress: Progress) -> tuple[list[Sent], list[Observation]]:
    """Return what sellers sent, and what is to be told of files that are no registrations."""
    sent, met = list[Sent](), [told_aside(aside, files.relative(aside.path)) for aside in files.aside]
    for path in files.registrations:
        progress(files.relative(path))
        read = read_sent(path, files.relative(path), reading)
        if isinstance(read, Sent):
            sent.append(read)
        else:
            met.append(read)
    return sent, met


def _inputs(
    files: CampaignFiles, books: Sequence[Book], sent: Sequence[Sent], registrations: Registrations
) -> list[Input]:
    """Return every workbook with its hash, and how many rows of it were read; of one that does not count none were."""
    rows = {book.file: book.rows for book in books} | dict(registrations.rows)
    hashes = {each.file: each.sha256 for each in sent}
    names = [(files.relative(path), path) for path in files.workbooks]
    return [Input(name, hashes.get(name) or hash_of(path), rows.get(name, 0)) for name, path in names]


def _setup_grids(files: CampaignFiles) -> tuple[Grid, ...]:
    opened = grids(files.setup)
    if isinstance(opened, Refusal):
        raise CannotRead(
            f"{files.relative(files.setup)} {opened.why}.", "Put the set-up workbook back, or name its folder."
        )
    return opened


def reading_of(setup: Sequence[Grid], folder: Path | None) -> tuple[Profile, Reading]:
    """Return the marketplace's profile and how cells are to be read, from the Campaign sheet.

    A marketplace that no profile is known for falls back to the first one; the cell itself is observed when the
    sheet is read.
    """
    raw = raw_sheets(setup, SETUP[:1]).get("campaign")

    def field(key: str) -> str:
        return clean(str(raw.cells[key][0])) if raw and key in raw.cells else ""

    def chosen(key: str, words: Sequence[str], otherwise: str) -> str:
        """Return the word that the sheet says, in whatever case, as its own cell is read too."""
        return next((word for word in words if folded(word) == folded(field(key))), otherwise)

    names = known(folder)
    try:
        profile = load(field("marketplace") or names[0], folder)
    except CannotRead:
        if field("marketplace") in names:
            raise
        profile = load(names[0], folder)
    choices = profile.choices()
    zone = chosen("zone", choices.get("profile:zones", ()), profile.zone)
    currency = chosen("currency", choices.get("profile:currencies", ()), profile.currency)
    return profile, Reading(currency, zone, profile.date_order, {**choices, "profile:marketplaces": names})


def material_of(  # noqa: PLR0913, PLR0917 - everything that was read
    books: Sequence[Book],
    profile: Profile,
    reading: Reading,
    inputs: tuple[Input, ...] = (),
    locks: Locks = Locks(),  # noqa: B008 - it holds nothing that could change
    since: AfterLock | None = None,
    registrations: Registrations = Registrations(),  # noqa: B008 - likewise
) -> Material:
    """Return the team's workbooks, what sellers sent, the locks on record and what came in ``since`` the newest."""
    since = since or AfterLock()
    frames = {sheet.key: _together(sheet, books) for sheet in (*SETUP, *DECIDE, *FOLLOW_UP)}
    frames |= {sheet.key: _registered(sheet, registrations) for sheet in REGISTRATION}
    frames |= since.frames
    maps = {(where.file, where.name): where for book in books for where in book.maps.values()}
    maps |= dict(registrations.maps) | dict(since.maps)
    changes, odd = read_changes(frames, maps, reading)
    own = (observation for book in books for observation in book.observations)
    met = (*own, *registrations.observations, *odd, *locks.observations, *since.observations)
    return Material(
        profile,
        reading,
        frames,
        maps,
        met,
        inputs,
        registrations.replies,
        changes=changes,
        lock=locks.newest,
        answers=registrations.answers,
        added=registrations.added,
        after_lock=frozenset(entry.file for entry in since.inputs),
    )


def _registered(sheet: Sheet, registrations: Registrations) -> pd.DataFrame:
    frame = registrations.frames.get(sheet.key)
    return empty({**shape_of(sheet), "seller_id": Dtype.WORD}) if frame is None else frame


def _together(sheet: Sheet, books: Sequence[Book]) -> pd.DataFrame:
    parts = [book.frames[sheet.key] for book in books if sheet.key in book.frames]
    if not parts:
        return empty(shape_of(sheet))
    if len(parts) == 1:
        return parts[0].reset_index(drop=True)
    few = {name: "str" for name, dtype in shape_of(sheet).items() if dtype == Dtype.FEW}
    whole = pd.concat([part.astype(few) for part in parts], ignore_index=True)  # files differ in which words they use
    return shaped(whole, shape_of(sheet))

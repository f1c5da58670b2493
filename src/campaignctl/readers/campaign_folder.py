"""The campaign folder as read: the set-up, all registrations, and everything odd about them, in one value."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd

from campaignctl.domain.changes import Change
from campaignctl.domain.document import Input
from campaignctl.domain.errors import CannotRead
from campaignctl.domain.forms import Sheet
from campaignctl.domain.frames import Dtype, Shape, empty, shape_of, shaped
from campaignctl.domain.lock import Lock
from campaignctl.domain.observations import Kind, Observation, Place
from campaignctl.domain.registrations import Reply
from campaignctl.domain.returns import Answered
from campaignctl.folder.files import CampaignFiles
from campaignctl.folder.hashing import sha256
from campaignctl.marketplaces.load import known, load
from campaignctl.marketplaces.schema import Profile
from campaignctl.readers.added import together
from campaignctl.readers.after_lock import AfterLock, read_after_lock
from campaignctl.readers.books import Book, SheetMap, raw_sheets, read_book
from campaignctl.readers.cells import Reading, clean, folded
from campaignctl.readers.changes import read_changes
from campaignctl.readers.decisions import decision_book
from campaignctl.readers.grid import Grid, grids
from campaignctl.readers.locks import Locks, read_locks
from campaignctl.readers.preflight import Refusal
from campaignctl.workbooks import DECIDE, REGISTRATION, SETUP

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
        return frozenset(where.sheet.key for where in self.maps.values())


def read_folder(files: CampaignFiles, progress: Progress = lambda _: None) -> Material:
    """Read the set-up workbook and every registration; ``CannotRead`` only when the set-up itself cannot be used."""
    grids_of_setup = _setup_grids(files)
    profile, reading = reading_of(grids_of_setup, files.folder)
    name = files.relative(files.setup)
    books = [read_book(name, grids_of_setup, SETUP, reading)]
    if not books[0].frames:
        raise CannotRead(
            f"{name} holds none of the set-up sheets.",
            "Use the workbook that `campaignctl new` writes, with its sheet names as they are.",
        )
    for path in files.registrations:
        progress(files.relative(path))
        books.append(_registration(path, files.relative(path), reading))
    for path in files.decisions:
        progress(files.relative(path))
        books.append(decision_book(path, files.relative(path), reading))
    inputs = [Input(book.file, _hash(path), book.rows) for book, path in zip(books, files.workbooks, strict=True)]
    locks = read_locks(files.folder)
    since = AfterLock()
    if locks.newest is not None or files.checks:
        sellers = books[0].frames["sellers"]["seller_id"].dropna() if "sellers" in books[0].frames else ()
        since = read_after_lock(files, profile, reading, tuple(sellers), progress, locked=locks.newest is not None)
    return material_of(books, profile, reading, (*inputs, *since.inputs), locks, since)


def _hash(path: Path) -> str:
    """Return a file's hash; empty when it cannot be read, which was observed before."""
    try:
        return sha256(path)
    except OSError:
        return ""


def _setup_grids(files: CampaignFiles) -> tuple[Grid, ...]:
    opened = grids(files.setup)
    if isinstance(opened, Refusal):
        raise CannotRead(
            f"{files.relative(files.setup)} {opened.why}.", "Put the set-up workbook back, or name its folder."
        )
    return opened


def _registration(path: Path, name: str, reading: Reading) -> Book:
    opened = grids(path)
    if isinstance(opened, Refusal):
        return Book(name, {}, {}, (Observation(Kind.UNREADABLE, Place(name), path.name, opened.why),))
    book = read_book(name, opened, REGISTRATION, reading)
    if not book.frames:
        why = "holds none of the registration's sheets (Seller, Products, Coupons, Livestreams)"
        return Book(name, {}, {}, (Observation(Kind.UNREADABLE, Place(name), path.name, why),))
    return book


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
) -> Material:
    """Return several workbooks, the locks on record, and what came in ``since`` the newest, as one material."""
    since = since or AfterLock()
    frames = {sheet.key: _together(sheet, books, {}) for sheet in SETUP}
    frames |= {sheet.key: _together(sheet, books, {"seller_id": "str"}) for sheet in REGISTRATION}
    frames |= {sheet.key: _together(sheet, books, {}) for sheet in DECIDE}
    frames |= since.frames
    maps = {(where.file, where.name): where for book in books for where in book.maps.values()} | dict(since.maps)
    changes, odd = read_changes(frames, maps, reading)
    own = (observation for book in books for observation in book.observations)
    met = (*own, *odd, *locks.observations, *since.observations)
    added = {sheet.key: _added(sheet, books) for sheet in REGISTRATION if not sheet.record}
    return Material(
        profile,
        reading,
        frames,
        maps,
        met,
        inputs,
        changes=changes,
        lock=locks.newest,
        answers=tuple(answer for book in books for answer in book.answers),
        added=added,
        after_lock=frozenset(entry.file for entry in since.inputs),
    )


def _together(sheet: Sheet, books: Sequence[Book], more: Shape) -> pd.DataFrame:
    parts = [
        _with_seller(book, sheet) if more else book.frames[sheet.key] for book in books if sheet.key in book.frames
    ]
    if not parts:
        return empty({**shape_of(sheet), **more})
    if len(parts) == 1:
        return parts[0].reset_index(drop=True)
    few = {name: "str" for name, dtype in shape_of(sheet).items() if dtype == Dtype.FEW}
    whole = pd.concat([part.astype(few) for part in parts], ignore_index=True)  # files differ in which words they use
    return shaped(whole, {**shape_of(sheet), **more})


def _added(sheet: Sheet, books: Sequence[Book]) -> pd.DataFrame:
    return together([
        (len(book.frames[sheet.key]), book.added.get(sheet.key)) for book in books if sheet.key in book.frames
    ])  # fmt: skip


def _with_seller(book: Book, sheet: Sheet) -> pd.DataFrame:
    frame = book.frames[sheet.key]
    if "seller_id" in frame:
        return frame
    seller: Any = book.frames["registration"]["seller_id"].iloc[0] if "registration" in book.frames else pd.NA
    return frame.assign(seller_id=pd.Series([seller] * len(frame), index=frame.index, dtype="str"))

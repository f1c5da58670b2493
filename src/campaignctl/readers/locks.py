"""The newest lock on record; one that was edited or cut off does not count, and is observed."""

from dataclasses import dataclass
from pathlib import Path

from campaignctl.domain.lock import Lock
from campaignctl.domain.lock_text import BrokenLock, lock_from
from campaignctl.domain.observations import Kind, Observation, Place
from campaignctl.folder.records import records

KIND = "locks"
"""The kind of record that a lock is: ``record/locks/``."""


@dataclass(frozen=True, slots=True)
class Locks:
    """The newest lock that is as it was written, or None, and what was met on the way to it."""

    newest: Lock | None = None
    observations: tuple[Observation, ...] = ()


def read_locks(folder: Path) -> Locks:
    """Return the newest lock of a campaign's folder."""
    met: list[Observation] = []
    for record in reversed(records(folder, KIND)):
        try:
            return Locks(lock_from(record.path.read_text(encoding="utf-8")), tuple(met))
        except (OSError, UnicodeDecodeError, BrokenLock) as error:
            why = str(error) if isinstance(error, BrokenLock) else "it cannot be read"
            place = Place(f"record/{KIND}/{record.path.name}")
            met.append(Observation(Kind.BROKEN_RECORD, place, record.path.name, why))
    return Locks(None, tuple(met))

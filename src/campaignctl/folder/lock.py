"""Two people who run campaignctl at once on a shared drive do not mix their files: one holds the campaign's lock."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from campaignctl.domain.errors import CannotWrite

NAME = ".campaignctl.lock"
STALE_AFTER = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Holder:
    """Who runs: ``since`` is ISO 8601 with an offset."""

    host: str
    user: str
    pid: int
    since: str


@contextmanager
def held(folder: Path, holder: Holder) -> Iterator[None]:
    """Hold the lock of a campaign's folder; ``CannotWrite`` while somebody else does.

    A lock older than ten minutes, readable or not, was left by a run that died and is taken over; one of the same
    user on the same computer is so at once when its process has ended.
    """
    path = folder / NAME
    _take(path, holder)
    try:
        yield
    finally:
        if _read(path) == holder:  # else it was taken over, and is somebody else's
            with suppress(OSError):
                path.unlink()


def _take(path: Path, holder: Holder) -> None:
    for _ in range(2):
        try:
            handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY)
        except FileExistsError:
            _release_if_stale(path, holder)
            continue
        except OSError as error:
            raise CannotWrite(
                f"{path.parent} takes no files: {error.strerror}.", "Ask for the right to write there."
            ) from error
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                json.dump(asdict(holder), file)
        except OSError as error:  # the name was taken, but the disk has no room for a word
            with suppress(OSError):
                path.unlink()
            raise CannotWrite(f"{path.parent} takes no files: {error.strerror}.", "Make room there.") from error
        return
    raise CannotWrite("Somebody else began at the same moment.", "Run the command again.")


def _release_if_stale(path: Path, me: Holder) -> None:
    other = _read(path)
    now = datetime.fromisoformat(me.since)
    age = STALE_AFTER if other is None else abs(now - datetime.fromisoformat(other.since))
    if other is not None and age < STALE_AFTER and not _ended(other, me):
        left = _minutes(STALE_AFTER - age)
        raise CannotWrite(
            f"{other.user} on {other.host} is writing this campaign; that run began {_minutes(age)} ago.",
            f"Wait until it ends. If it died: run again in {left}, or delete {path} now.",
        )
    if other is None and abs(now - _changed(path, now)) < STALE_AFTER:
        raise CannotWrite(
            "Somebody is just beginning to write this campaign.",
            f"Run the command again; if nobody is, delete {path}.",
        )
    _discard(path, other)


def _minutes(span: timedelta) -> str:
    """Return a span in whole minutes; a clock's hour would be that of another zone to somebody."""
    minutes = max(1, -(-span // timedelta(minutes=1)))
    return "a minute" if minutes == 1 else f"{minutes} minutes"


def _ended(other: Holder, me: Holder) -> bool:
    """Whether a lock's process is known to be gone; only of one's own runs on this computer can that be known."""
    if os.name != "posix" or (other.host, other.user) != (me.host, me.user):  # on Windows the question ends the process
        return False
    try:
        os.kill(other.pid, 0)
    except ProcessLookupError:
        return True
    except (OSError, OverflowError, TypeError):
        return False
    return False


def _discard(path: Path, stale: Holder | None) -> None:
    """Take a stale lock away, and give back what was taken if another run put its own there in between."""
    aside = path.with_name(f"{path.name}.{os.getpid()}")
    with suppress(OSError):
        path.rename(aside)
        if _read(aside) != stale:
            os.link(aside, path)
        aside.unlink()


def _changed(path: Path, otherwise: datetime) -> datetime:
    try:
        return datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except OSError:
        return otherwise - STALE_AFTER  # it is gone already


def _read(path: Path) -> Holder | None:
    """Return who holds a lock; None when there is none or it cannot be read as one."""
    try:
        holder = Holder(**json.loads(path.read_text(encoding="utf-8")))
        return holder if datetime.fromisoformat(holder.since).tzinfo else None
    except (OSError, ValueError, TypeError):
        return None

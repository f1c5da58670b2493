"""Two people who run campaignctl at once on a shared drive do not mix their files: one holds the campaign's lock."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
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

    A lock older than ten minutes, or one that cannot be read, was left by a run that died and is taken over.
    """
    path = folder / NAME
    _take(path, holder)
    try:
        yield
    finally:
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
            raise CannotWrite(f"{path.parent} takes no files: {error.strerror}.", "Ask for the right to write there.") from error
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(asdict(holder), file)
        return
    raise CannotWrite("Somebody else began at the same moment.", "Run the command again.")


def _release_if_stale(path: Path, me: Holder) -> None:
    other = _read(path)
    if other is not None and datetime.fromisoformat(me.since) - datetime.fromisoformat(other.since) < STALE_AFTER:
        raise CannotWrite(
            f"{other.user} on {other.host} is writing this campaign since {other.since[11:16]}.",
            f"Wait until that run ends; if it died, delete {path.name}.",
        )
    with suppress(OSError):
        path.unlink()


def _read(path: Path) -> Holder | None:
    try:
        return Holder(**json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None

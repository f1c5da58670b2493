"""Whether files stood still while they were read: half of an old state and half of a new one is neither of them."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TypeVar

from campaignctl.domain.errors import CampaignError, CannotRead

Read = TypeVar("Read")
Mark = tuple[int, int] | None
"""A file's size and the nanosecond of its last change; None when it is not there."""
TRIES = 3
MOST_SHOWN = 120


def mark(path: Path) -> Mark:
    """Return what tells a file from itself after somebody wrote it."""
    try:
        about = path.stat()
    except OSError:
        return None
    return about.st_size, about.st_mtime_ns


def read_still(read: Callable[[], Read], folder: Path, files: Callable[[], Iterable[Path]]) -> Read:
    """Return what ``read`` returns from ``files`` of ``folder``, read again when one came, went or changed meanwhile.

    ``CannotRead`` when they do so every time. An error that comes of a file in motion is not the last word either.
    """
    moved: tuple[Path, ...] = ()
    for _ in range(TRIES):
        before, failed = _marks(files()), None
        try:
            found = read()
        except (CampaignError, OSError) as error:
            failed = error
        moved = _moved(before, _marks(files()))
        if failed is not None and not moved:
            raise failed
        if failed is None and not moved:
            return found
    raise CannotRead(
        f"{_words(folder, moved)} changed while the campaign was read.",
        "Wait until nobody copies or saves there, then run the same command again.",
    )


def _marks(files: Iterable[Path]) -> Mapping[Path, Mark]:
    return {path: mark(path) for path in files}


def _moved(before: Mapping[Path, Mark], after: Mapping[Path, Mark]) -> tuple[Path, ...]:
    return tuple(path for path in sorted({*before, *after}) if before.get(path) != after.get(path))


def _words(folder: Path, moved: tuple[Path, ...]) -> str:
    first = moved[0].relative_to(folder) if moved[0].is_relative_to(folder) else moved[0]
    name = "".join(c if c.isprintable() else " " for c in first.as_posix())[-MOST_SHOWN:]
    others = len(moved) - 1
    return name if not others else f"{name} and {others:,} other{'s' if others > 1 else ''}"

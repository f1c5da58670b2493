"""Files of an earlier run that a new one does not write again must not be taken for its own."""

from collections.abc import Callable, Collection
from contextlib import suppress
from pathlib import Path


def remove_leftovers(place: Path, kept: Collection[Path], ours: Callable[[str], bool]) -> tuple[Path, ...]:
    """Delete the files in ``place`` that are not ``kept`` and whose names are ``ours``; return those that stayed.

    Only outputs may lie in ``place``; a file that is open elsewhere stays.
    """
    stale = [path for path in place.glob("*") if path.is_file() and path not in kept and ours(path.name)]
    for path in stale:
        with suppress(OSError):
            path.unlink()
    return tuple(path for path in stale if path.exists())

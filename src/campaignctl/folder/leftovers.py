"""Files of an earlier run that a new one does not write again must not be taken for its own."""

import json
from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from campaignctl.folder.hashing import sha256
from campaignctl.folder.outputs import PARTIAL, Outputs, is_open_elsewhere

MARKS = ("~$", ".~lock.")
"""How the marks begin that Excel, Word and LibreOffice lay beside a file that is open: never ours to delete."""


def remove_leftovers(place: Path, kept: Collection[Path], ours: Callable[[str], bool]) -> tuple[Path, ...]:
    """Delete the files in ``place`` that are not ``kept`` and whose names are ``ours``; return those that stayed.

    Only outputs may lie in ``place``, and no other run may be writing there; a file that is open elsewhere stays.
    """
    lying = [path for path in place.glob("*") if path.is_file() and not path.name.startswith(MARKS)]
    stale = [path for path in lying if path not in kept and (ours(path.name) or PARTIAL.fullmatch(path.name))]
    for path in stale:
        if not is_open_elsewhere(path):
            with suppress(OSError):
                path.unlink()
    return tuple(path for path in stale if path.exists())


def remembered(memory: Path) -> dict[str, str]:
    """Return the hashes of files that earlier runs wrote, by name; none where nothing legible remembers them."""
    try:
        files = json.loads(memory.read_text(encoding="utf-8"))["files"]
        return {str(name): str(hash_) for name, hash_ in files.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def remember(memory: Path, known: Mapping[str, str], written: Iterable[Path]) -> None:
    """Write down what was ``known``, as far as it is still there, and the files just ``written``, with their hashes."""
    files = {**known, **{path.name: sha256(path) for path in written}}
    text = json.dumps({"schema": 1, "files": dict(sorted(files.items()))}, ensure_ascii=False, indent=1)
    Outputs().write_text(memory, text.encode(errors="replace").decode() + "\n")


def remove_unchanged(place: Path, kept: Collection[Path], known: Mapping[str, str]) -> tuple[Path, ...]:
    """Delete the files in ``place`` that are not ``kept`` and still are as an earlier run wrote them; return those.

    What somebody has changed, has open or laid there is not ours to delete.
    """
    names = (name for name in sorted(known) if Path(name).name == name)
    stale = [place / name for name in names if place / name not in kept and (place / name).is_file()]
    ours = [path for path in stale if not is_open_elsewhere(path) and sha256(path) == known[path.name]]
    for path in ours:
        with suppress(OSError):
            path.unlink()
    return tuple(path for path in ours if not path.exists())

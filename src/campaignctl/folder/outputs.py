"""An output is written wholly or not at all: beside its target first, then renamed over it.

When the target is open in somebody's Excel it is left alone and a complete numbered sibling is written instead.
"""

import errno
import os
import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from campaignctl.domain.errors import CannotWrite
from campaignctl.folder.hashing import digest

Make = Callable[[Path], object]
_TRIES = 99
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EIO})
"""What a disk answers when it is full or gone in the middle of writing."""
PARTIAL = re.compile(r"\.[0-9a-f]{8}\.\d+\.partial(\..*)?")
"""What a run that was killed leaves of a file that it was writing."""
_DEAD_AFTER = 600.0
"""Seconds after which nobody is still writing a file, as for a lock."""


@dataclass(slots=True)
class Outputs:
    """The files written in one run; ``displaced`` pairs a wanted name with the sibling that was written for it."""

    written: list[Path] = field(default_factory=list)
    displaced: list[tuple[Path, Path]] = field(default_factory=list)
    _swept: set[Path] = field(default_factory=set)

    def write(self, target: Path, make: Make) -> Path:
        """Write ``target`` by calling ``make`` with a temporary path; return where the file lies now.

        ``CannotWrite`` when the folder takes no files at all. Nothing is left behind when ``make`` fails.
        """
        partial = _beside(target)
        if target.parent not in self._swept:  # once, for a folder may take thousands of files
            self._swept.add(target.parent)
            _sweep(partial)
        try:
            make(partial)
            _flush(partial)
            final = _settle(partial, target)
        except BaseException as error:
            with suppress(OSError):
                partial.unlink(missing_ok=True)
            _raise_if_full(error, target)
            raise
        self.written.append(final)
        if final != target:
            self.displaced.append((target, final))
        return final

    def write_text(self, target: Path, text: str) -> Path:
        """Write UTF-8 text with the line ends it has."""
        return self.write(target, lambda path: _put(path, text))


def _put(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


def _flush(partial: Path) -> None:
    """Have the content on the disk before the name points to it."""
    with partial.open("rb+") as file:
        os.fsync(file.fileno())


def _raise_if_full(error: BaseException, target: Path) -> None:
    met: BaseException | None = error
    while met is not None:
        causes = [met, *met.args]  # writers of files wrap what the disk answered
        full = next((cause for cause in causes if isinstance(cause, OSError) and cause.errno in _FULL), None)
        if full is not None:
            raise CannotWrite(
                f"{target} cannot be written: {full.strerror}.",
                "Free the disk, or choose another place with --output-dir.",
            ) from error
        met = met.__cause__ or met.__context__


def _beside(target: Path) -> Path:
    """Return an empty file in the target's folder; its name is short, for the target's may be the longest possible."""
    partial = target.with_name(f".{digest(target.name)[:8]}.{os.getpid()}.partial{target.suffix[:8]}")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        partial.touch()
    except OSError as error:
        first = "Ask for the right to write there" if isinstance(error, PermissionError) else "Free the folder"
        raise CannotWrite(
            f"{target} cannot be written: {error.strerror or error}.",
            f"{first}, or choose another one with --output-dir.",
        ) from error
    return partial


def _sweep(partial: Path) -> None:
    """Delete what killed runs left half written in the folder; the folder's own clock tells how old that is."""
    with suppress(OSError):
        now = partial.stat().st_mtime
        for left in partial.parent.iterdir():
            if PARTIAL.fullmatch(left.name) and now - left.stat().st_mtime > _DEAD_AFTER:
                left.unlink()


def _settle(partial: Path, target: Path) -> Path:
    if not is_open_elsewhere(target):
        with suppress(OSError):
            partial.replace(target)
            return target
    for number in range(2, _TRIES):
        sibling = target.with_name(f"{target.stem} ({number}){target.suffix}")
        if sibling.exists() or is_open_elsewhere(sibling):
            continue
        with suppress(OSError):
            partial.replace(sibling)
            return sibling
    raise CannotWrite(f"{target} is in use and no other name is free.", "Close it, delete old copies, and run again.")


def usable(folder: Path) -> None:
    """Refuse a folder for outputs whose place is taken by a file, before any work is done; ``CannotWrite``."""
    taken = next((place for place in (folder, *folder.parents) if place.exists()), folder)
    if taken.exists() and not taken.is_dir():
        raise CannotWrite(
            f"{taken} is a file; a folder belongs there.", "Move it away, or choose another place with --output-dir."
        )


def takes_files(folder: Path) -> bool:
    """Whether files may be written into a folder, or into the one that is there to make it in."""
    there = next((place for place in (folder, *folder.parents) if place.exists()), folder)
    return os.access(there, os.W_OK | os.X_OK)


def is_open_elsewhere(path: Path) -> bool:
    """Whether Excel's, Word's or LibreOffice's mark of an open file lies beside ``path``.

    Word puts ``~$`` over the first letters of a long name instead of before it.
    """
    name = path.name
    marks = {f"~${name}", f".~lock.{name}#", f"~${name[1:]}", f"~${name[2:]}"}
    return any(_exists(path.with_name(mark)) for mark in marks)


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a mark longer than names can be
        return False

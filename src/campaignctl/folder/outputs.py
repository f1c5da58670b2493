"""An output is written wholly or not at all: beside its target first, then renamed over it.

When the target is open in somebody's Excel it is left alone and a complete numbered sibling is written instead.
"""

import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from campaignctl.domain.errors import CannotWrite

Make = Callable[[Path], None]
_TRIES = 99


@dataclass(slots=True)
class Outputs:
    """The files written in one run; ``displaced`` pairs a wanted name with the sibling that was written for it."""

    written: list[Path] = field(default_factory=list)
    displaced: list[tuple[Path, Path]] = field(default_factory=list)

    def write(self, target: Path, make: Make) -> Path:
        """Write ``target`` by calling ``make`` with a temporary path; return where the file lies now.

        ``CannotWrite`` when the folder takes no files at all. Nothing is left behind when ``make`` fails.
        """
        partial = _beside(target)
        try:
            make(partial)
            final = _settle(partial, target)
        except BaseException:
            with suppress(OSError):
                partial.unlink(missing_ok=True)
            raise
        self.written.append(final)
        if final != target:
            self.displaced.append((target, final))
        return final

    def write_text(self, target: Path, text: str) -> Path:
        """Write UTF-8 text with ``\\n`` line ends."""
        return self.write(target, lambda path: _put(path, text))


def _put(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


def _beside(target: Path) -> Path:
    partial = target.with_name(f".{target.stem}.{os.getpid()}.partial{target.suffix}")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        partial.touch()
    except OSError as error:
        raise CannotWrite(
            f"{target} cannot be written: {error.strerror or error}.",
            "Free the folder, or choose another one with --output-dir.",
        ) from error
    return partial


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


def is_open_elsewhere(path: Path) -> bool:
    """Whether Excel's or LibreOffice's mark of an open file lies beside ``path``."""
    return path.with_name(f"~${path.name}").exists() or path.with_name(f".~lock.{path.name}#").exists()

"""A record is one immutable file of what happened: ``record/<kind>/<as-of>-<hash>.json``.

The hash is that of inputs and options. Nothing here is ever edited, so two people cannot overwrite each other.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from campaignctl.domain.errors import CannotRead, CannotWrite
from campaignctl.folder.outputs import Outputs, takes_files

_NAME = re.compile(r"(?P<stamp>[0-9TZ]+)-(?P<hash>[0-9a-f]{12})\.json")


@dataclass(frozen=True, slots=True)
class Record:
    """A record on disk; ``stamp`` sorts in time."""

    path: Path
    stamp: str
    hash: str


def records(folder: Path, kind: str) -> tuple[Record, ...]:
    """Return the records of a kind, oldest first; files with other names are not records."""
    place = folder / "record" / kind
    found = ((path, _NAME.fullmatch(path.name)) for path in place.glob("*.json")) if place.is_dir() else ()
    kept = [Record(path, fits["stamp"], fits["hash"]) for path, fits in found if fits]
    return tuple(sorted(kept, key=lambda record: (record.stamp, record.hash)))


def read(record: Record) -> str:
    """Return the text of a record; ``CannotRead`` when it cannot be opened or holds no UTF-8."""
    try:
        return record.path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CannotRead(
            f"{record.path.name} cannot be read.", "Put it back from a copy, or ask for the right to read it."
        ) from error


def usable(folder: Path, *kinds: str) -> None:
    """Refuse a folder in which a file has taken the place of the records of ``kinds``; ``CannotWrite``."""
    for place in (folder / "record", *(folder / "record" / kind for kind in kinds)):
        if place.is_file():
            what = f"{place} is a file; what happened to the campaign is kept in a folder of that name."
            raise CannotWrite(what, "Move it away, or give it another name.")


def takes(folder: Path, *kinds: str) -> bool:
    """Whether records of ``kinds`` may be added; ``CannotWrite`` as in ``usable``."""
    usable(folder, *kinds)
    return all(takes_files(folder / "record" / kind) for kind in kinds)


def add(  # noqa: PLR0913, PLR0917 - what makes a record
    folder: Path, kind: str, stamp: str, digest: str, text: str, outputs: Outputs
) -> Path | None:
    """Add a record; None when the newest one already has this hash, or this very record lies there.

    ``stamp`` is digits, ``T`` and ``Z`` only (``20261126T080000Z``); ``digest`` is hexadecimal, or ``ValueError``.
    """
    path = folder / "record" / kind / f"{stamp}-{digest[:12]}.json"
    if not _NAME.fullmatch(path.name):
        raise ValueError(f"{path.name} is no name of a record")
    usable(folder, kind)
    known = records(folder, kind)
    if (known and known[-1].hash == digest[:12]) or any(record.path == path for record in known):
        return None
    return outputs.write_text(path, text)

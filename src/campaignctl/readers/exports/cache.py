"""A file that was read once is not read again while its content, its layouts and the way of reading stay the same."""

import json
from dataclasses import asdict, fields, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from campaignctl.domain.observations import Kind, Observation, Place
from campaignctl.folder.hashing import digest
from campaignctl.readers.exports.parts import FileRead, Part, Task

VERSION = "5"
"""Raised whenever the same file would be read otherwise than before."""


def key(task: Task, sha256: str) -> str:
    """Return the name under which a file's tables are kept: its content, whose it is, and how it is read."""
    reading, found = task.setting.reading, task.found
    how = (reading.currency, reading.zone, reading.date_order, str(task.judged))
    whose = (found.name, repr(found.seller_id), found.unknown_folder, found.hint)
    layouts = [layout.hash for layout in task.setting.layouts.read]
    layouts += [repr(task.setting.layouts.known), repr(sorted(task.setting.layouts.money.items()))]
    return digest(VERSION, sha256, *how, *whose, *layouts)[:32]


def recall(home: Path, name: str) -> FileRead | None:
    """Return what an earlier run read, or None when it is not there whole."""
    try:
        kept = json.loads((home / f"{name}.json").read_text(encoding="utf-8"))
        parts = tuple(_part(home, part) for part in kept["parts"])
        observations = tuple(
            Observation(Kind(o["kind"]), Place(**o["place"]), o["value"], o["detail"]) for o in kept["observations"]
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return FileRead(parts, observations) if all(part.path.is_file() for part in parts) else None


def remember(home: Path, name: str, read: FileRead, passing: Path) -> FileRead:
    """Keep what was read: its tables move to their names first, the note that vouches for them last."""
    parts = []
    for number, part in enumerate(read.parts):
        kept = home / f"{name}-{number}.parquet"
        part.path.replace(kept)
        parts.append(replace(part, path=kept))
    note = {
        "parts": [{**asdict(part), "path": part.path.name} for part in parts],
        "observations": [asdict(observation) for observation in read.observations],
    }
    draft = passing / f"{name}.json"
    draft.write_text(json.dumps(note, default=_text, ensure_ascii=False), encoding="utf-8")
    draft.replace(home / f"{name}.json")
    return FileRead(tuple(parts), read.observations)


def _text(value: Any) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


def _part(home: Path, kept: dict[str, Any]) -> Part:
    values = {field.name: kept[field.name] for field in fields(Part)}
    values["path"] = home / Path(str(values["path"])).name
    for name in ("latest", "fresh"):
        values[name] = datetime.fromisoformat(values[name]) if values[name] else None
    values["unknown"] = tuple(values["unknown"])
    values["columns"] = dict(values["columns"])
    for name in ("first", "last"):
        values[name] = date.fromisoformat(values[name]) if values[name] else None
    return Part(**values)

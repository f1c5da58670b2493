"""A lock as text: JSON with a seal over all of it, so that a record edited by hand is told from one that was written.

Amounts are whole minor units, instants ISO 8601 in UTC, missing values null; ``lock_from(text_of(lock)) == lock``.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

import pandas as pd

from campaignctl.domain.document import Input
from campaignctl.domain.frames import Dtype, Shape, framed
from campaignctl.domain.lock import FRAMES, Accepted, Lock

SCHEMA = 1


class BrokenLock(ValueError):
    """A text is no lock as campaignctl wrote it: cut off, edited, or of a later version."""


def text_of(lock: Lock) -> str:
    """Return a lock as the text of its record; equal locks give equal texts."""
    whole: dict[str, Any] = {
        "schema": SCHEMA,
        "number": lock.number,
        "taken_at": _instant(lock.taken_at),
        "by": lock.by,
        "campaign": lock.campaign,
        "currency": lock.currency,
        "zone": lock.zone,
        "everything": lock.everything,
        "platform_budget": lock.platform_budget,
        "accepted": [asdict(accepted) for accepted in lock.accepted],
        "applied": list(lock.applied),
        "inputs": [asdict(entry) for entry in lock.inputs],
    }
    for name, shape in FRAMES.items():
        whole[name] = {"columns": list(shape), "rows": _rows(getattr(lock, name), shape)}
    return _laid_out({"seal": _seal(whole), **whole}) + "\n"


def lock_from(text: str) -> Lock:
    """Return the lock that a record's text holds; ``BrokenLock`` when it is not as it was written."""
    try:
        whole = json.loads(text)
        seal = whole.pop("seal")
        sealed = _seal(whole) == seal
        known = whole.pop("schema") == SCHEMA
    except (ValueError, KeyError, AttributeError, TypeError, RecursionError) as error:
        raise BrokenLock("it is cut off, or no record of a lock") from error
    if not sealed:
        raise BrokenLock("it was edited after it was written")
    if not known:
        raise BrokenLock("a later version of campaignctl wrote it")
    return _lock(whole)


def _lock(whole: dict[str, Any]) -> Lock:
    frames: dict[str, Any] = {name: _frame(whole[name], shape) for name, shape in FRAMES.items()}
    told: dict[str, Any] = {
        "taken_at": datetime.fromisoformat(whole["taken_at"]),
        "accepted": tuple(Accepted(**entry) for entry in whole["accepted"]),
        "inputs": tuple(Input(**entry) for entry in whole["inputs"]),
        "applied": tuple(whole["applied"]),
    }
    return Lock(**{**whole, **told, **frames})


def _seal(whole: Mapping[str, Any]) -> str:
    plain = json.dumps(whole, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return hashlib.sha256(plain.encode("ascii")).hexdigest()


def _laid_out(whole: Mapping[str, Any]) -> str:
    """Return JSON with one line per row of a frame: people read records, and compare them."""
    parts = []
    for key, value in whole.items():
        if key in FRAMES:
            rows = ",\n".join("   " + _line(row) for row in value["rows"])
            body = f'{{"columns": {_line(value["columns"])},\n  "rows": [\n{rows}\n  ]}}'
        else:
            body = _line(value)
        parts.append(f" {json.dumps(key)}: {body}")
    return "{\n" + ",\n".join(parts) + "\n}"


def _line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _rows(frame: pd.DataFrame, shape: Shape) -> list[list[Any]]:
    columns = [_cells(frame[name], dtype) for name, dtype in shape.items()]
    return [list(row) for row in zip(*columns, strict=True)]


def _cells(values: "pd.Series[Any]", dtype: str) -> list[Any]:
    if dtype == Dtype.INSTANT:
        return [None if pd.isna(value) else _instant(value.to_pydatetime()) for value in values]
    return [None if pd.isna(value) else value for value in values.tolist()]


def _instant(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _frame(held: Mapping[str, Any], shape: Shape) -> pd.DataFrame:
    rows: Sequence[Sequence[Any]] = held["rows"]
    columns = {name: [row[at] for row in rows] for at, name in enumerate(held["columns"])}
    for name, dtype in shape.items():
        if dtype == Dtype.INSTANT and name in columns:
            columns[name] = [None if cell is None else datetime.fromisoformat(cell) for cell in columns[name]]
    return framed(columns, len(rows), shape)

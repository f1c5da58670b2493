"""What people noted of the things that a report asked for: done, dropped, still open; each in a workbook of their own.

Of two people on one thing the later day counts; on the same day neither does.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

import pandas as pd

from campaignctl.domain.frames import Dtype, Shape, shaped

DONE, DROPPED, OPEN = "Done", "Dropped", "Still open"

NOTED: Shape = {
    "action_id": Dtype.WORD,
    "status": Dtype.WORD,
    "noted_by": Dtype.WORD,
    "noted_on": Dtype.INSTANT,
    "note": Dtype.WORD,
}
"""One row per thing as it was saved; ``action_id`` is that of ``domain.earlier.Action``."""


@dataclass(frozen=True, slots=True)
class Noted:
    """What became of one thing; ``status`` is blank where people contradict each other, as ``said`` names them.

    ``on`` is aware, None where nobody gave a day.
    """

    status: str
    by: str = ""
    on: datetime | None = None
    note: str = ""
    said: tuple[tuple[str, str], ...] = ()


def noted_of(rows: pd.DataFrame) -> dict[str, Noted]:
    """Return what counts of each thing, by its id; rows without an id or a status say nothing."""
    told = shaped(rows, NOTED).dropna(subset=["action_id", "status"])
    newest = told.sort_values("noted_on", na_position="first", kind="stable")
    return {str(key): _counts(list(_each(own))) for key, own in newest.groupby("action_id", sort=True)}


def _each(rows: pd.DataFrame) -> Iterator[Noted]:
    for row in rows.fillna({"noted_by": "", "note": ""}).to_dict("records"):
        on = None if pd.isna(row["noted_on"]) else row["noted_on"].to_pydatetime()
        yield Noted(row["status"], row["noted_by"], on, row["note"])


def _counts(told: list[Noted]) -> Noted:
    """Return the last of these, the latest last, where its day is later than that of all that say otherwise."""
    last = told[-1]
    others = [one for one in told if one.status != last.status]
    if not others or (last.on is not None and all(one.on is None or one.on < last.on for one in others)):
        return last
    said = dict.fromkeys((one.by, one.status) for one in told)
    return Noted("", on=last.on, said=tuple(said))

"""An earlier campaign carried over to a new start: ``new --from OLD --starts DATE``.

What stays: names, people, promotions, streams, tasks, their order and their distance to the start. What moves: every
date, by the difference of the two starts on the local clock, so that a promotion that began at midnight still does
after a change of the clocks. What is new each time is cleared: what happened (status, replies, scores, samples,
progress, room and marketplace IDs), what was agreed (Changes, Rules), and targets. An old target goes to the note,
``last target 900000``, because what the campaign truly brought does not stand in its set-up; a new one must be typed.

What was given up stays given up: an excluded seller stays excluded with its reason, a cancelled promotion or stream
stays cancelled. ``L-10d`` counts from the launch and needs no shifting.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pandas as pd

from campaignctl.domain.errors import CannotRead
from campaignctl.domain.forms import Column, Sheet, Type
from campaignctl.workbooks.books import SETUP
from campaignctl.workbooks.retype import as_end, local_time, retyped

Row = dict[str, Any]
Rows = dict[str, tuple[Row, ...]]

_DROPPED = ("changes", "rules")
_CLEARED: Mapping[str, tuple[str, ...]] = {
    "targets": ("last_time",),
    "promotions": ("marketplace_id",),
    "sellers": ("shop_score", "violations", "score_as_of", "last_time_gmv", "last_time_kept"),
    "timeline": ("complete", "actual_start", "actual_finish"),
    "livestreams": ("samples_arrived", "room_id"),
    "run_of_show": ("price_to_say",),
}
_IDS: Mapping[str, tuple[str, ...]] = {
    "campaign": ("code",),
    "promotions": ("id", "which"),
    "livestreams": ("stream_id", "promotion_ids"),
    "run_of_show": ("stream_id", "promotion_id"),
}
_TARGETS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "targets": (("target", "last target"),),
    "sellers": (("gmv_target", "last GMV target"), ("sku_target", "last SKU target")),
    "livestreams": (("gmv_target", "last GMV target"),),
}


def carry_over(frames: Mapping[str, pd.DataFrame], starts: datetime, zone: str) -> Rows:
    """Return the rows of a new set-up workbook by sheet key, as ``setup_form`` takes them.

    ``frames`` are the old set-up's, by sheet key; ``starts`` is the new campaign's first moment, aware; ``zone`` the
    new campaign's. ``CannotRead`` when the old campaign has no Starts: nothing could be shifted. ``ValueError`` when
    ``starts`` has no zone.
    """
    if starts.tzinfo is None:
        raise ValueError("the new start needs a zone")
    old = next(iter(_records(frames.get("campaign", pd.DataFrame()))), {})
    if old.get("starts") is None or pd.isna(old["starts"]):
        raise CannotRead("The earlier campaign has no start.", "Fill Starts on its sheet Campaign, and try again.")
    move = _Move.between(old, starts, zone)
    kept = [sheet for sheet in SETUP if sheet.key in frames and sheet.key not in _DROPPED]
    return {sheet.key: tuple(_row(sheet, row, move) for row in _records(frames[sheet.key])) for sheet in kept}


def _records(frame: pd.DataFrame) -> list[Mapping[str, Any]]:
    return [{str(key): value for key, value in row.items()} for row in frame.to_dict("records")]


@dataclass(frozen=True, slots=True)
class _Move:
    """From the old campaign's clock and code to the new one's."""

    currency: str
    old_zone: str
    zone: str
    shift: timedelta  # on the local clock
    days: timedelta  # of calendar days
    old_year: int
    new_year: int
    old_code: str
    new_code: str

    @classmethod
    def between(cls, old: Mapping[str, Any], starts: datetime, zone: str) -> "_Move":
        was_zone = _word(old.get("zone")) or zone
        was, now = local_time(old["starts"], was_zone), local_time(starts, zone)
        code = _word(old.get("code"))
        return cls(
            currency=_word(old.get("currency")),
            old_zone=was_zone,
            zone=zone,
            shift=now - was,
            days=now.date() - was.date(),
            old_year=was.year,
            new_year=now.year,
            old_code=code,
            new_code=_bumped(code, was.year, now.year),
        )

    def moment(self, local: datetime) -> datetime:
        """Return a local time moved on the clock; one that the new zone's clocks skip moves on by the gap."""
        moved = (local + self.shift).replace(tzinfo=ZoneInfo(self.zone))
        return local_time(moved, self.zone)

    def id(self, words: str) -> str:
        """Return an ID, or a list of them, with the old campaign's code at its head replaced by the new one."""
        if not self.old_code or self.old_code == self.new_code:
            return words
        return "; ".join(self._one_id(word.strip()) for word in words.split(";"))

    def _one_id(self, word: str) -> str:
        rest = word.removeprefix(self.old_code)
        return self.new_code + rest if word != rest and not rest[:1].isdigit() else word


def _row(sheet: Sheet, row: Mapping[str, Any], move: _Move) -> Row:
    filled = {
        column.key: value
        for column in sheet.columns
        if column.is_input
        and column.key not in _CLEARED.get(sheet.key, ())
        and (value := _moved(column, row, move)) is not None
    }
    for key in _IDS.get(sheet.key, ()):
        if key in filled:
            filled[key] = move.id(filled[key])
    for key, words in _TARGETS.get(sheet.key, ()):
        if key in filled:
            _note(filled, f"{words} {filled.pop(key)}")
    _AFTER.get(sheet.key, _as_it_is)(filled, move)
    return filled


def _moved(column: Column, row: Mapping[str, Any], move: _Move) -> Any:
    if column.type is not Type.DATETIME:
        value = retyped(column, row, move.currency, move.old_zone)
        return value + move.days if isinstance(value, date) else value
    instant = row.get(column.key)
    if instant is None or pd.isna(instant):
        return None
    moved = move.moment(local_time(instant, move.old_zone))
    return as_end(moved) if column.ends else moved


def _campaign(row: Row, move: _Move) -> None:
    row["zone"] = move.zone
    if "name" in row:
        row["name"] = re.sub(rf"\b{move.old_year}\b", str(move.new_year), row["name"])


def _targets(row: Row, move: _Move) -> None:
    if row.get("level") == "Day" and "name" in row:
        row["name"] = _day(row["name"], move)


def _promotions(row: Row, _move: _Move) -> None:
    if row.get("status") != "Cancelled":
        row.pop("status", None)


def _sellers(row: Row, _move: _Move) -> None:
    if row.get("reply") != "Excluded":
        row["reply"] = "Invited"
        row.pop("reason", None)


def _timeline(row: Row, move: _Move) -> None:
    if "start" in row:
        row["start"] = _day(row["start"], move)


def _as_it_is(_row: Row, _move: _Move) -> None:
    pass


_AFTER: Mapping[str, Callable[[Row, _Move], None]] = {
    "campaign": _campaign,
    "targets": _targets,
    "promotions": _promotions,
    "sellers": _sellers,
    "timeline": _timeline,
    "livestreams": _promotions,
}


def _note(row: Row, words: str) -> None:
    row["note"] = "; ".join(part for part in (row.get("note", ""), words) if part)


def _day(words: str, move: _Move) -> str:
    """Return a day or time written as text, moved; words that are none, ``L-10d`` too, come back as they are."""
    try:
        written = datetime.fromisoformat(words)
    except ValueError:
        return words
    if written.tzinfo is not None:
        return words
    moved = written + move.days
    return f"{moved:%Y-%m-%d}" if moved.time() == datetime.min.time() else f"{moved:%Y-%m-%d %H:%M}"


def _bumped(code: str, old_year: int, new_year: int) -> str:
    """Return a code whose last digits are the old year with those of the new: HD25 to HD26; TOP10 stays."""
    for old, new in ((f"{old_year}", f"{new_year}"), (f"{old_year % 100:02}", f"{new_year % 100:02}")):
        stem = code.removesuffix(old)
        if stem != code and not stem[-1:].isdigit():
            return stem + new
    return code


def _word(value: Any) -> str:
    return "" if value is None or pd.isna(value) else str(value)

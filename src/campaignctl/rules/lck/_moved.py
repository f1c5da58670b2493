"""Rows of a set-up sheet against what the newest lock holds of them, field by field."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

import pandas as pd

from campaignctl.domain.changes import promised
from campaignctl.domain.forms import Sheet
from campaignctl.marketplaces.schema import Tool
from campaignctl.rules.case import Case
from campaignctl.rules.noticed import met
from campaignctl.rules.rule import Rows
from campaignctl.rules.wording import word

CURE = "Put it back, or enter the change in the sheet Changes with who approved it."


def moved(case: Case, frame: str, sheet: Sheet, keys: Iterable[str]) -> Iterator[tuple[str, pd.DataFrame]]:
    """Yield for each key the rows that say something else than the lock, with ``was``, what it holds, in words.

    ``frame`` is the lock's. A value that Changes gave the field is no difference, whoever approved it; nor is a cell
    that could not be read.
    """
    lock = case.lock
    if lock is None:
        return
    name = sheet.columns[0].key
    live = case.frames[sheet.key].dropna(subset=[name]).drop_duplicates(name)
    explained = promised(lock, [replace(change, approved=True) for change in case.changes])
    then, later = (getattr(held, frame).set_index(name).reindex(live[name]) for held in (lock, explained))
    there = live[name].isin(getattr(lock, frame)[name])
    for key in keys:
        differs = there & _differs(live[key], then[key]) & _differs(live[key], later[key])
        differs &= ~_said(case, live, frame, name, key) & ~_unread(case, live, sheet, key)
        rows = live[differs.to_numpy()]
        was = ["none" if pd.isna(value) else word(key, value, case) for value in then[key].array[differs.to_numpy()]]
        yield key, rows.assign(was=was)


def _differs(live: "pd.Series[Any]", held: "pd.Series[Any]") -> "pd.Series[bool]":
    other = pd.Series(held.array, index=live.index)
    one = live.astype(other.dtype) if live.dtype == "category" else live
    differs = one.ne(other).fillna(value=True) & ~(one.isna() & other.isna())
    return differs.astype(bool)


def _said(case: Case, live: pd.DataFrame, frame: str, name: str, key: str) -> "pd.Series[bool]":
    """Whether some change gave the field the value that it holds."""
    said = pd.Series(data=False, index=live.index)
    for change in case.changes:
        if change.frame == frame and change.field == key and change.new is not None:
            said |= live[name].eq(change.other) & live[key].eq(change.new).fillna(value=False)
    return said


def _unread(case: Case, live: pd.DataFrame, sheet: Sheet, key: str) -> "pd.Series[bool]":
    """Whether the reader met something in a cell that it left blank."""
    heading = sheet.column(key.removesuffix("_percent").removesuffix("_money")).name
    return live[key].isna() & met(case, live, heading)


def fixed(case: Case, promotions: pd.DataFrame, heading: str) -> "pd.Series[bool]":
    """Whether the tool of each promotion fixes a field when the promotion is made."""
    tools = {key for key, tool in case.profile.tools.items() if _fixes(tool, heading)}
    return promotions["tool"].isin(tools)


def _fixes(tool: Tool, heading: str) -> bool:
    return tool.fixed_at_creation is not None and heading in tool.fixed_at_creation.value


def told(case: Case, frame: str, sheet: Sheet, keys: Iterable[str]) -> Iterator[Rows]:
    """Yield what moved as rows of a finding: ``Starts of HD26-02 is ...; lock 1 holds ...``."""
    number = case.lock.number if case.lock else 0
    for key, rows in moved(case, frame, sheet, keys):
        column = sheet.column(key.removesuffix("_percent").removesuffix("_money"))
        say = f"{column.name} of {{{sheet.columns[0].key}}} is {{{key}}}; lock {number} holds {{was}}"
        yield Rows(rows, column.key, say)

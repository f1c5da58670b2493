"""How long a promotion runs.

A length is measured on the clock that makes the promotion look better: where the clocks change in between, fourteen
days on the wall are not fourteen times 24 hours.
"""

from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pandas as pd


def shortest_length(rows: pd.DataFrame, zone: ZoneInfo) -> Any:
    """Return the length of every row's window, elapsed or on the wall, whichever is less."""
    elapsed, on_wall = _lengths(rows, zone)
    return elapsed.where(elapsed <= on_wall, on_wall)


def longest_length(rows: pd.DataFrame, zone: ZoneInfo) -> Any:
    """Return the length of every row's window, elapsed or on the wall, whichever is more."""
    elapsed, on_wall = _lengths(rows, zone)
    return elapsed.where(elapsed >= on_wall, on_wall)


def _lengths(rows: pd.DataFrame, zone: ZoneInfo) -> tuple[Any, Any]:
    starts, ends = (_wall(rows[key], zone) for key in ("starts", "ends"))
    return rows["ends"] - rows["starts"], ends - starts


def _wall(moments: Any, zone: ZoneInfo) -> Any:
    return moments.dt.tz_convert(zone).dt.tz_localize(None)


def later(starts: Any, spans: Any, zone: ZoneInfo) -> Any:
    """Return the last end that a promotion of at most ``spans`` may have."""
    on_wall = (_wall(starts, zone) + spans).dt.tz_localize(zone, ambiguous=False, nonexistent="shift_forward")
    elapsed = starts + spans
    return elapsed.where(elapsed >= on_wall, on_wall.dt.tz_convert("UTC"))


def length_words(span: timedelta) -> str:
    """Return a length as ``30 s``, ``2 h 30 min``, ``84 h`` or, from five days on, ``20 days``."""
    minutes, seconds = divmod(round(span.total_seconds()), 60)
    hours = minutes // 60
    days, hours = divmod(hours, 24) if hours >= 5 * 24 else (0, hours)
    parts = ((days, "days"), (hours, "h"), (minutes % 60, "min"), (seconds, "s"))
    return " ".join(f"{number} {unit}" for number, unit in parts if number) or "0 s"

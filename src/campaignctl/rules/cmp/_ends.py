"""How the end of a window is said: as people type it."""

from typing import Any
from zoneinfo import ZoneInfo

import pandas as pd


def as_typed(ends: "pd.Series[Any]", zone: ZoneInfo) -> "pd.Series[Any]":
    """Return ends of which one that is read as midnight was typed as 23:59 of the day before."""
    local = ends.dt.tz_convert(zone)
    return ends.mask(local == local.dt.normalize(), ends - pd.Timedelta(minutes=1))

"""Days on the campaign's clock: those it touches, and those that people name in a target."""

from typing import Any
from zoneinfo import ZoneInfo

import pandas as pd

from campaignctl.domain.forms import Column, Type
from campaignctl.domain.times import local_days
from campaignctl.readers.cells import READ, Reading
from campaignctl.rules.case import Case

_NAMED = Column("Name", "name", Type.DATE)


def campaign_days(case: Case) -> tuple[str, ...]:
    """Return the days that the campaign touches, as ``2026-11-20``; none while its window is not known."""
    window = case.campaign.window
    return () if window is None else local_days(window, case.campaign.zone)


def named_days(case: Case, names: "pd.Series[str]") -> "pd.Series[str]":
    """Return the days that ``names`` mean, read as any date of the workbook; missing where a name is no date."""
    reading = Reading(case.campaign.currency, case.campaign.zone, case.profile.date_order)
    read = READ[Type.DATE](["" if pd.isna(name) else name for name in names], _NAMED, reading)
    days = [None if moment is None else case.local(moment).date().isoformat() for moment in read.column]
    return pd.Series(days, index=names.index, dtype="str")


def local_day(moments: "pd.Series[Any]", zone: ZoneInfo) -> "pd.Series[Any]":
    """Return the midnight that opens each moment's local day, without a zone."""
    days: pd.Series[Any] = moments.dt.tz_convert(zone).dt.tz_localize(None).dt.normalize()
    return days


def said_day(days: "pd.Series[Any]") -> "pd.Series[str]":
    """Return days as ``Fri 20 Nov 2026``."""
    said = [None if pd.isna(day) else f"{day:%a} {day.day} {day:%b %Y}" for day in days]
    return pd.Series(said, index=days.index, dtype="str")

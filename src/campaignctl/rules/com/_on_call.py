"""Who is on call when: the windows of the Contacts sheet, and the stretches of the campaign that none of them covers."""

from datetime import datetime, timedelta
from typing import Any

import pandas as pd

from campaignctl.rules.case import Case

NIGHT_FROM, NIGHT_TO = 22, 6
"""Hours between which somebody must be on call; by day the people at their desks are."""


def on_call(case: Case) -> pd.DataFrame:
    """Return the contacts whose window has a length, the earliest first."""
    rows = case.contacts
    return rows[rows["on_call_from"] < rows["on_call_to"]].sort_values(["on_call_from", "on_call_to"])


def gaps(case: Case) -> pd.DataFrame:
    """Return a row for every stretch of the campaign in which nobody is on call.

    It is the row of the person after whom the gap opens, ``opens`` on_call_to; or, where it opens with the campaign,
    of the first one to come, ``opens`` on_call_from. ``from_at`` and ``to_at`` are its ends.
    """
    rows, window = on_call(case), case.campaign.window
    if window is not None:
        rows = rows[(rows["on_call_to"] > window.start) & (rows["on_call_from"] < window.end)]
    if rows.empty or window is None:
        return rows.assign(from_at=rows["on_call_from"], to_at=rows["on_call_to"], opens="")[:0]
    found: list[dict[str, Any]] = []
    covered, last, opens = pd.Timestamp(window.start), rows.iloc[0], "on_call_from"
    ending: Any = pd.Timestamp(window.end)
    for _, row in rows.iterrows():
        if row["on_call_from"] > covered:
            found.append({**last, "from_at": covered, "to_at": min(row["on_call_from"], ending), "opens": opens})
        if row["on_call_to"] > covered:
            covered, last, opens = row["on_call_to"], row, "on_call_to"
        if covered >= ending:
            break
    if covered < ending:
        found.append({**last, "from_at": covered, "to_at": ending, "opens": opens})
    met = pd.DataFrame(found, columns=[*rows.columns, "from_at", "to_at", "opens"])
    return met[met["from_at"] < met["to_at"]]


def overnight(case: Case, starts: datetime, ends: datetime) -> bool:
    """Whether a stretch of time reaches into a night on the campaign's clock."""
    first = case.local(starts)
    if first.hour >= NIGHT_FROM or first.hour < NIGHT_TO:
        return True
    evening = first.replace(hour=NIGHT_FROM, minute=0, second=0, microsecond=0)
    return ends - starts > timedelta(hours=NIGHT_FROM - NIGHT_TO) or evening < case.local(ends)

"""What a frame holds, written again as a person would type it into the form.

Frames keep money in minor units, instants in UTC and shares as fractions; a form's rows hold ``Decimal`` amounts in
major units, local times without a zone, and words such as ``No limit``.
"""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pandas as pd

from campaignctl.domain.forms import NO_LIMIT, Column, Type
from campaignctl.domain.money import CURRENCIES, Currency

_MIDNIGHT = timedelta(0)
_MINUTE = timedelta(minutes=1)


def retyped(column: Column, row: Mapping[str, Any], currency: str, zone: str) -> Any:
    """Return the value of ``column`` in a frame's ``row`` as a form's row holds it; None when it is missing.

    ``zone`` is the zone that local times are written in. An end at midnight is written as 23:59 of the day before,
    which reads back as the same moment.
    """
    if column.type is Type.VALUE:
        return _value(column, row, currency)
    value = row.get(column.key)
    if value is None or pd.isna(value):
        return None
    match column.type:
        case Type.MONEY:
            return _amount(int(value), column, currency)
        case Type.INT:
            return "No limit" if column.no_limit and value == NO_LIMIT else int(value)
        case Type.PERCENT | Type.NUMBER:
            return _exact(value)
        case Type.DATE:
            return local_time(value, zone).date()
        case Type.DATETIME:
            return as_end(local_time(value, zone)) if column.ends else local_time(value, zone)
        case Type.YES_NO:
            return bool(value)
        case _:
            return str(value)


def local_time(instant: datetime, zone: str) -> datetime:
    """Return an aware ``instant`` as the clock of ``zone`` shows it, without a zone."""
    universal = pd.Timestamp(instant).to_pydatetime().astimezone(UTC)  # by way of UTC a skipped time moves on
    return universal.astimezone(ZoneInfo(zone)).replace(tzinfo=None)


def as_end(local: datetime) -> datetime:
    """Return the first moment after, in the words of an Ends column: midnight is 23:59 of the day before."""
    at = timedelta(hours=local.hour, minutes=local.minute, seconds=local.second)
    return local - _MINUTE if at == _MIDNIGHT else local


def _amount(minor: int, column: Column, currency: str) -> Decimal | str:
    if column.typed_none and minor == 0:
        return "None"
    return _money(currency).major(minor)


def _value(column: Column, row: Mapping[str, Any], currency: str) -> Decimal | str | None:
    share, amount = row.get(f"{column.key}_percent"), row.get(f"{column.key}_money")
    if share is not None and not pd.isna(share):
        return _exact(share)
    if amount is not None and not pd.isna(amount):
        return _money(currency).major(int(amount))
    words = row.get(column.key)
    return None if words is None or pd.isna(words) else str(words)


def _exact(value: float) -> Decimal:
    return Decimal(str(round(float(value), 10))).normalize() + 0


def _money(code: str) -> Currency:
    return CURRENCIES.get(code) or Currency(code, 2, code)

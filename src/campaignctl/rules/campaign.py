"""The set-up sheets, as read, become the campaign of the domain."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pandas as pd

from campaignctl.domain.campaign import Campaign, Promotion, Seller, Stream, Target, Window
from campaignctl.domain.frames import plain_rows
from campaignctl.domain.money import CURRENCIES
from campaignctl.domain.wording import word
from campaignctl.marketplaces.schema import Profile
from campaignctl.readers.cells import Reading

MONEY_METRICS = frozenset({"GMV", "Net GMV", "LIVE GMV", "Platform spend", "Seller-funded discount"})


def campaign_of(frames: Mapping[str, pd.DataFrame], profile: Profile, reading: Reading) -> Campaign:
    """Return the campaign that the set-up sheets describe; what is blank or unreadable is None.

    Of two rows with the same id, or for the same target, the first counts; rules complain of the second.
    """
    sheet = frames["campaign"]
    row: Mapping[Any, Any] = {} if sheet.empty else sheet.iloc[0].to_dict()
    zone = ZoneInfo(reading.zone)
    window = _window(row.get("starts"), row.get("ends"))
    return Campaign(
        name=word(row.get("name")) or "Unnamed campaign",
        code=word(row.get("code")),
        marketplace=profile.name,
        zone=reading.zone,
        currency=reading.currency,
        window=window,
        baseline_from=_day(row.get("baseline_from"), zone),
        baseline_to=_day(row.get("baseline_to"), zone) or _before_warm_up(row, window, zone),
        figures_final=_day(row.get("figures_final"), zone) or _returns_closed(window, profile, zone),
        counts=word(row.get("counts")) or "Registered SKUs",
        platform_budget=_whole(row.get("platform_budget")),
        promotions=tuple(_promotion(r, profile) for r in _records(frames["promotions"], ["id"])),
        sellers=tuple(_seller(r) for r in _records(frames["sellers"], ["seller_id"])),
        targets=tuple(_target(r, reading) for r in _records(frames["targets"], ["level", "name", "metric"], "target")),
        streams=tuple(_stream(r) for r in _records(frames["livestreams"], ["stream_id"])),
    )


def _records(frame: pd.DataFrame, identity: list[str], needed: str = "") -> list[dict[str, Any]]:
    """Return the rows that say what they are, the first of each identity."""
    named = frame.dropna(subset=[needed or identity[0]]).drop_duplicates(identity)
    return plain_rows(named)


def _missing(value: Any) -> bool:
    return value is None or bool(pd.isna(value))


def _whole(value: Any) -> int | None:
    return None if _missing(value) else int(value)


def _moment(value: Any) -> datetime | None:
    return None if _missing(value) else pd.Timestamp(value).to_pydatetime()


def _day(value: Any, zone: ZoneInfo) -> date | None:
    moment = _moment(value)
    return moment.astimezone(zone).date() if moment else None


def _window(starts: Any, ends: Any) -> Window | None:
    start, end = _moment(starts), _moment(ends)
    return Window(start, end) if start and end and start < end else None


def _before_warm_up(row: Mapping[Any, Any], window: Window | None, zone: ZoneInfo) -> date | None:
    """Return the last ordinary day, a week before a warm-up: its sales are no more ordinary than the campaign's."""
    begins = _moment(row.get("warm_up_starts"))
    if begins is None or window is None or begins >= window.start:
        return None
    return begins.astimezone(zone).date() - timedelta(days=7)


def _returns_closed(window: Window | None, profile: Profile, zone: ZoneInfo) -> date | None:
    """Return the first day on which nothing can come back any more; None where the profile knows no return window."""
    if window is None or profile.return_window is None:
        return None
    closed = (window.end + profile.return_window.value).astimezone(zone)
    return closed.date() if closed.time() == time() else closed.date() + timedelta(days=1)


def _promotion(row: Mapping[str, Any], profile: Profile) -> Promotion:
    return Promotion(
        id=str(row["id"]),
        title=word(row["title"]),
        tool=profile.tool_key(word(row["tool"])) or "",
        level=word(row["level"]),
        applies_to=word(row["applies_to"]),
        kind_of_value=word(row["kind_of_value"]),
        window=_window(row["starts"], row["ends"]),
        seller_pays=None if _missing(row["seller_pays"]) else Decimal(str(row["seller_pays"])),
        budget=_whole(row["budget"]),
    )


def _seller(row: Mapping[str, Any]) -> Seller:
    return Seller(
        id=str(row["seller_id"]),
        name=word(row["shop_name"]) or str(row["seller_id"]),
        category=word(row["category"]),
        tier=word(row["tier"]),
        role=word(row["role"]) or "Campaign",
        gmv_target=_whole(row["gmv_target"]),
    )


def _target(row: Mapping[str, Any], reading: Reading) -> Target:
    metric = word(row["metric"])
    decimals = CURRENCIES[reading.currency].decimals if metric in MONEY_METRICS else 0
    return Target(
        level=word(row["level"]),
        name=word(row["name"]),
        metric=metric,
        value=round(float(row["target"]) * 10**decimals),
    )


def _stream(row: Mapping[str, Any]) -> Stream:
    return Stream(
        id=str(row["stream_id"]),
        title=word(row["title"]),
        seller_id=word(row["seller_id"]),
        window=_window(row["starts"], row["ends"]),
        gmv_target=_whole(row["gmv_target"]),
    )

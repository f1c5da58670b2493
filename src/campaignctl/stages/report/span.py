"""Which days a report is of: the campaign, or the day, week or month that holds its as-of time.

A period that is not over is cut at the as-of time, and so are the stretches that it is compared with.
"""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from campaignctl.domain.campaign import Campaign, Window
from campaignctl.stages.report.times import day_words, period_words

MOMENT = timedelta(microseconds=1)


class Span(StrEnum):
    """What ``--period`` names."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    CAMPAIGN = "campaign"


def window_of(span: Span, as_of: datetime, zone: ZoneInfo, week_starts: str = "Monday") -> Window:
    """Return the local day, week or month that was running just before ``as_of`` (aware).

    At midnight itself that is the period that just ended. ``week_starts`` is Monday or Sunday.
    """
    today = (as_of.astimezone(zone) - MOMENT).date()
    if span is Span.DAY:
        first, after = today, today + timedelta(days=1)
    elif span is Span.WEEK:
        first = today - timedelta(days=(today.weekday() + (week_starts == "Sunday")) % 7)
        after = first + timedelta(days=7)
    else:
        first = today.replace(day=1)
        after = (first + timedelta(days=31)).replace(day=1)
    return Window(_midnight(first, zone), _midnight(after, zone))


def of_period(campaign: Campaign, span: Span, as_of: datetime, week_starts: str = "Monday") -> Campaign:
    """Return the campaign as a regular report sees it: its period as the window, without the campaign's own plans.

    Returns are closed as many days after the period as after the campaign.
    """
    if span is Span.CAMPAIGN:
        return campaign
    zone = ZoneInfo(campaign.zone)
    window = window_of(span, as_of, zone, week_starts)
    final, ended = campaign.figures_final, campaign.window
    open_for = final - ended.end.astimezone(zone).date() if final and ended else None
    closed = None if open_for is None else window.end.astimezone(zone).date() + open_for
    sellers = tuple(replace(seller, gmv_target=None) for seller in campaign.sellers)
    return replace(
        campaign,
        window=window,
        beside=ended,
        baseline_from=None,
        baseline_to=None,
        figures_final=closed,
        targets=(),
        sellers=sellers,
    )


def span_words(span: Span, window: Window, zone: ZoneInfo) -> str:
    """Return ``Nov 20`` for a day, ``Nov 16 to 22`` for a week, ``Nov 2026`` for a month."""
    first = window.start.astimezone(zone).date()
    if span is Span.MONTH:
        return f"{day_words(first).split()[0]} {first.year}"
    return period_words(window, zone)


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(), zone)

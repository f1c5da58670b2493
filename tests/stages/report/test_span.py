"""Regular reports are of the day, week or month that was running just before their as-of time."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from campaignctl.stages.report import Span, of_period
from campaignctl.stages.report.span import span_words, window_of

ZONE = ZoneInfo("America/Los_Angeles")


def at(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=ZONE)


@pytest.mark.parametrize(
    ("span", "as_of", "starts", "first", "after"),
    [
        (Span.DAY, at(2026, 11, 25, 13), "Monday", at(2026, 11, 25), at(2026, 11, 26)),
        (Span.DAY, at(2026, 11, 25), "Monday", at(2026, 11, 24), at(2026, 11, 25)),
        (Span.WEEK, at(2026, 11, 25, 13), "Monday", at(2026, 11, 23), at(2026, 11, 30)),
        (Span.WEEK, at(2026, 11, 25, 13), "Sunday", at(2026, 11, 22), at(2026, 11, 29)),
        (Span.WEEK, at(2026, 11, 22, 13), "Monday", at(2026, 11, 16), at(2026, 11, 23)),
        (Span.WEEK, at(2026, 11, 22, 13), "Sunday", at(2026, 11, 22), at(2026, 11, 29)),
        (Span.MONTH, at(2026, 12, 1), "Monday", at(2026, 11, 1), at(2026, 12, 1)),
        (Span.MONTH, at(2026, 12, 31, 23), "Monday", at(2026, 12, 1), at(2027, 1, 1)),
    ],
)
def test_the_period_is_the_one_that_was_running(span, as_of, starts, first, after):
    window = window_of(span, as_of, ZONE, starts)
    assert (window.start, window.end) == (first, after)


def test_a_day_on_which_the_clock_is_put_back_has_twenty_five_hours():
    window = window_of(Span.DAY, at(2026, 11, 1, 12), ZONE)
    assert (window.end.timestamp() - window.start.timestamp()) / 3600 == 25


def test_a_period_has_its_own_words():
    week = window_of(Span.WEEK, at(2026, 11, 25, 13), ZONE)
    assert span_words(Span.WEEK, week, ZONE) == "Nov 23 to 29"
    assert span_words(Span.MONTH, window_of(Span.MONTH, at(2026, 11, 25), ZONE), ZONE) == "Nov 2026"


def test_a_week_is_not_held_against_the_plans_of_the_campaign(make_campaign):
    campaign = make_campaign(figures_final=date(2026, 12, 20))
    week = of_period(campaign, Span.WEEK, at(2026, 11, 25, 13))
    assert not week.targets
    assert all(seller.gmv_target is None for seller in week.sellers)
    assert week.figures_final is None
    assert of_period(campaign, Span.CAMPAIGN, at(2026, 11, 25, 13)) is campaign

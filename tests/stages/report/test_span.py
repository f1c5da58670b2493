"""Regular reports are of the day, week or month that was running just before their as-of time."""

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from campaignctl.domain.document import Findings
from campaignctl.stages.report import Span, as_of_last_sold, of_period, report
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
    assert of_period(campaign, Span.CAMPAIGN, at(2026, 11, 25, 13)) is campaign


def test_returns_of_a_week_are_closed_as_many_days_after_it_as_those_of_the_campaign(make_campaign):
    campaign = make_campaign(figures_final=date(2026, 12, 26))
    week = of_period(campaign, Span.WEEK, at(2026, 11, 16))
    assert (week.window.end, week.figures_final) == (at(2026, 11, 16), date(2026, 12, 16))
    assert of_period(make_campaign(), Span.WEEK, at(2026, 11, 16)).figures_final is None


def regular(build, span, as_of):
    plain = build(as_of=as_of)
    return report(replace(plain, campaign=of_period(plain.campaign, span, as_of), span=span))


@pytest.mark.parametrize(
    ("span", "as_of", "words"),
    [
        (Span.DAY, at(2026, 11, 15), " sold {} on Nov 14"),
        (Span.WEEK, at(2026, 11, 18, 13), " has sold {} so far in the week of Nov 16 to 22"),
        (Span.MONTH, at(2026, 11, 1), " sold {} in Oct 2026"),
    ],
)
def test_a_regular_report_says_of_which_days_it_is(build, span, as_of, words):
    document = regular(build, span, as_of)
    said = document.words(document.section("summary").title)
    assert words.format(document.figures["gmv.total"].words) in said


def test_a_week_is_asked_for_none_of_the_campaign_s_plans_and_stock(build):
    """No target is set for a week, and a week is not to sell what was kept for the campaign."""
    document = regular(build, Span.WEEK, at(2026, 11, 16))
    (gaps,) = (part for part in document.section("data").parts if isinstance(part, Findings))
    assert not {"DAT102", "DAT108"} & {finding.code for finding in gaps.findings}
    assert "sold_through.total" not in document.figures
    assert document.part("redemption") is None
    assert document.texts["report.kind"] == "Weekly report"
    assert not any("campaign" in document.words(section.title) for section in document.sections)


@pytest.mark.parametrize(
    ("span", "drawn", "as_of"),
    [
        (Span.DAY, at(2026, 11, 26, 0, 33), at(2026, 11, 26)),  # the morning after, with cancellations of that morning
        (Span.DAY, at(2026, 11, 25, 23, 59), at(2026, 11, 25, 23, 59)),
        (Span.WEEK, at(2026, 12, 2, 9), at(2026, 11, 30)),
        (Span.MONTH, at(2026, 12, 2, 9), at(2026, 12, 1)),
        (Span.CAMPAIGN, at(2026, 12, 2, 9), at(2026, 12, 2, 9)),
    ],
)
def test_a_report_that_nobody_dated_is_of_the_last_period_with_sales(build, span, drawn, as_of):
    """The last order of the drawn campaign was paid on Nov 25."""
    assert as_of_last_sold(build(as_of=drawn), span, "Monday").as_of == as_of


def test_without_any_order_the_period_stays_that_of_the_as_of_time(build):
    plain = build(as_of=at(2026, 11, 26, 1))
    assert as_of_last_sold(replace(plain, order_lines=None), Span.DAY, "Monday") == replace(plain, order_lines=None)
    assert as_of_last_sold(replace(plain, as_of=at(2020, 1, 1)), Span.DAY, "Monday").as_of == at(2020, 1, 1)

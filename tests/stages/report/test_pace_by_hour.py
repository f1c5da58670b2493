"""A campaign of at most two weeks is told by the hour: its hours add up to its days, and what fell far below is noted."""

from collections import defaultdict
from datetime import datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pandas as pd
import pytest

from campaignctl.domain.campaign import Window
from campaignctl.domain.charts import Chart
from campaignctl.domain.document import Text
from campaignctl.domain.events import NotedEvent
from campaignctl.stages.report import for_workbook, report

ZONE = ZoneInfo("America/Los_Angeles")
START, END = datetime(2026, 11, 20, tzinfo=ZONE), datetime(2026, 11, 26, tzinfo=ZONE)


@pytest.fixture(scope="module")
def whole(build):
    return report(build())


def hourly(document) -> Chart:
    return document.part("pace-hours")


def notes(document) -> list[str]:
    found = document.part("pace-notes")
    return [document.words(each) for each in found.sentences] if isinstance(found, Text) else []


def by_day(document, chart, *names) -> dict[str, Decimal]:
    """Add up the hours of some series by the day that their names begin with."""
    sums: dict[str, Decimal] = defaultdict(Decimal)
    for series in (series for series in chart.series if series.name in names):
        for name, value in zip(chart.categories, series.values, strict=True):
            sums[name.partition(",")[0]] += Decimal(str(document.figures[value].value)) if value else 0
    return dict(sums)


def told(document, period="") -> list[Decimal]:
    days = (START.date() + timedelta(days=n) for n in range(6))
    return [Decimal(str(document.figures[f"gmv.day.{day}{period}"].value)) for day in days]


@pytest.mark.parametrize(
    ("names", "period"),
    [(("Campaign", "Below target"), ""), (("Target pace",), "@target"), (("Baseline",), "@baseline")],
)
def test_the_hours_of_a_day_add_up_to_the_day(whole, names, period):
    sums = by_day(whole, hourly(whole), *names)
    assert list(sums.values()) == told(whole, period)
    assert len(hourly(whole).categories) == 6 * 24


def test_a_day_stays_a_day_beside_them_and_the_workbook_has_a_sheet_of_hours(whole):
    assert whole.part("pace").categories == ("Fri 20", "Sat 21", "Sun 22", "Mon 23", "Tue 24", "Wed 25")
    sheet = for_workbook(whole).section("hours")
    table = sheet.parts[0]
    assert (sheet.name, len(table.rows), len(table.columns)) == ("Hours", 24, 1 + 6)
    assert sorted(table.heat.values()) == [step for step in range(4) for _ in range(6 * 24 // 4)]
    best = max(table.heat, key=lambda at: whole.figures[table.rows[at[0]][int(at[1][4:])].id].value)
    assert table.heat[best] == 3
    assert table.rows[best[0]][0] in whole.words(sheet.title)
    assert hourly(whole).groups == (24, 48, 72, 96, 120)


def test_the_peak_is_noted_over_its_hour(whole):
    chart = hourly(whole)
    (first, last), *rest = chart.noted
    best = max((Decimal(str(whole.figures[one].value)), at) for at, one in enumerate(chart.series[0].values) if one)
    assert (first, last, rest) == (best[1], best[1], [])
    assert notes(whole) == [f"peak ${round(best[0]):,}, {chart.categories[first][:3]} {chart.categories[first][-5:]}"]


def missing_hours(frame: pd.DataFrame, start: datetime, hours: int) -> pd.DataFrame:
    inside = (frame["paid"] >= start) & (frame["paid"] < start + timedelta(hours=hours))
    return frame[~inside].reset_index(drop=True)


def test_a_stretch_far_below_its_target_is_marked_and_told(build, make_lines):
    start = START + timedelta(days=1, hours=12)
    document = report(build(order_lines=missing_hours(make_lines(), start, 4)))
    chart = hourly(document)
    low = next(series for series in chart.series if series.name == "Below target")
    assert [chart.categories[at][-5:] for at, one in enumerate(low.values) if one] == [
        "12:00",
        "13:00",
        "14:00",
        "15:00",
    ]
    assert chart.noted[1] == (36, 39)
    _, when, what = notes(document)
    assert when == "▼ Sat 12:00 to 16:00"
    assert what.startswith("$0 of $")
    assert what.endswith(" target pace")


def test_what_was_noted_of_the_whole_campaign_in_that_stretch_is_told_instead(build, make_lines):
    start = START + timedelta(days=1, hours=12)
    lines = missing_hours(make_lines(), start, 4)
    own, all_shops = (NotedEvent(start, "checkout outage", seller) for seller in ("S-001", ""))
    assert notes(report(build(order_lines=lines, events=(all_shops,))))[-1] == "noted: checkout outage"
    assert notes(report(build(order_lines=lines, events=(own,))))[-1].endswith(" target pace")


def test_a_few_orders_less_are_no_stretch_below(build, make_lines):
    lines = make_lines()
    start = START + timedelta(days=1, hours=12)
    assert len(notes(report(build(order_lines=missing_hours(lines, start, 2))))) == 1, "two hours are no stretch"


def test_exports_that_tell_days_and_no_hours_are_drawn_by_day(build, make_lines):
    lines = make_lines()
    midnight = pd.to_datetime(lines["paid_day"]).dt.tz_localize(ZONE).dt.tz_convert("UTC")
    document = report(build(order_lines=lines.assign(paid=midnight.astype(lines["paid"].dtype))))
    assert hourly(document) is None
    assert document.part("pace") is not None
    assert for_workbook(document).section("hours") is None


def test_without_a_baseline_nothing_tells_how_a_day_runs(build, make_lines):
    assert hourly(report(build(order_lines=make_lines(weeks=0)))) is None


def test_while_it_runs_hours_to_come_are_empty_and_the_one_that_runs_is_hatched(build, make_lines):
    at = START + timedelta(days=1, hours=14, minutes=20)
    document = report(build(as_of=at, order_lines=make_lines(until=at)))
    chart = hourly(document)
    assert chart.partial == (38,)
    assert chart.categories[38] == "Sat Nov 21, 14:00"
    assert all(one is None for series in chart.series for one in series.values[39:])  # noqa: PD011
    assert len(chart.categories) == 48


def test_a_single_day_is_told_by_its_hours(build, make_campaign):
    window = Window(START, START + timedelta(days=1))
    document = report(build(campaign=make_campaign(window=window)))
    assert len(hourly(document).categories) == 24
    assert document.part("pace") is not None, "its table"
    assert document.words(document.section("pace").title).startswith("Fri Nov 20 missed its target pace")


CHANGED = (datetime(2026, 11, 1, tzinfo=ZONE), 25), (datetime(2026, 3, 8, tzinfo=ZONE), 23)


@pytest.mark.parametrize(("start", "hours"), CHANGED)
def test_a_day_on_which_clocks_are_changed_has_its_own_number_of_hours(build, make_campaign, make_lines, start, hours):
    lines, moved = make_lines(), start.date() - START.date()
    shifted = {name: _shifted(lines[name], moved) for name in ("paid", "created")}
    days = (pd.to_datetime(lines["paid_day"]) + moved).dt.strftime("%Y-%m-%d").astype("str")
    campaign = make_campaign(window=Window(start, start + timedelta(days=2)), baseline_from=None, baseline_to=None)
    sold = lines.assign(**shifted, paid_day=days, created_day=days)
    found = report(build(campaign=campaign, order_lines=sold, streams=None, as_of=start + timedelta(days=9)))
    chart = hourly(found)
    assert chart.groups == (hours,)
    assert any(name.endswith("again") for name in chart.categories) is (hours == 25)
    for names, period in ((("Campaign", "Below target"), ""), (("Baseline",), "@baseline")):
        first = next(iter(by_day(found, chart, *names).values()))
        assert first == Decimal(str(found.figures[f"gmv.day.{start:%Y-%m-%d}{period}"].value))
    assert [column.width for column in found.table("pace").columns] == [None, hours, 24]


def _shifted(moments, moved):
    """Move moments by days on the clock."""
    clock = moments.dt.tz_convert(ZONE).dt.tz_localize(None) + moved
    zoned = clock.dt.tz_localize(ZONE, ambiguous=True, nonexistent="shift_forward")
    return zoned.dt.tz_convert("UTC").astype(moments.dtype)


def test_more_than_two_weeks_are_drawn_by_day_and_more_than_sixty_days_by_week(build, make_campaign):
    long = make_campaign(window=Window(START - timedelta(days=14), END), baseline_from=None, baseline_to=None)
    by_days = report(build(campaign=long))
    assert hourly(by_days) is None
    assert len(by_days.part("pace").categories) == 20
    longer = make_campaign(window=Window(END - timedelta(days=62), END), baseline_from=None, baseline_to=None)
    weeks = report(build(campaign=longer)).part("pace")
    assert (len(weeks.categories), weeks.categories[0]) == (9, "from Sep 25")

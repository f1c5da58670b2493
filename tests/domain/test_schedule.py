"""Working days are counted past weekends, and the short words of a plan mean what people mean by them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaignctl.domain.schedule import Link, before_launch, links, task_named, working_day, working_position

TASKS = frozenset({"t03", "t04", "build-fs"})


@pytest.mark.parametrize(
    ("cell", "found", "strange"),
    [
        ("T03", (Link("T03"),), ()),
        ("T03SS+2d; T04", (Link("T03", "SS", 2), Link("T04")), ()),
        ("t03, T04fs-1w", (Link("t03"), Link("T04", "FS", -5)), ()),
        ("T03 FF + 1.5 d", (Link("T03", "FF", 1.5),), ()),
        ("Build-FS", (Link("Build-FS"),), ()),
        ("T03; T9; after T04", (Link("T03"),), ("T9", "after T04")),
        (" ; ", (), ()),
    ],
)
def test_predecessors_are_read_with_kind_and_lag(cell, found, strange):
    assert links(cell, TASKS) == (found, strange)


@pytest.mark.parametrize(
    ("part", "named"), [("T9", "T9"), ("T9SS+2d", "T9"), ("after T03", None), ("T03 and T04", None), ("soon!", None)]
)
def test_an_id_that_nothing_has_is_told_from_words(part, named):
    assert task_named(part, TASKS) == named


@pytest.mark.parametrize(
    ("cell", "days"),
    [("L-10d", 10), ("l - 2w", 10), ("L−3", 3), ("L-0d", 0), ("L10", None), ("10d", None), ("L+1d", None)],
)
def test_days_before_launch(cell, days):
    assert before_launch(cell) == days


@given(st.dates(date(1960, 1, 1), date(2110, 1, 1)))
def test_a_working_day_and_its_position_go_together_and_a_weekend_counts_as_monday(day):
    back = working_day(working_position(day))
    assert back - day == timedelta(days=max(0, 7 - day.weekday()) if day.weekday() >= 5 else 0)
    assert working_position(day + timedelta(days=7)) == working_position(day) + 5

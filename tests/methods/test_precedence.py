"""Tasks that wait for one another start as early as all that holds them back allows, and circles are named."""

from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaignctl.methods.precedence import Arrow, circles, earliest


@pytest.mark.parametrize(
    ("arrow", "start"),
    [
        (Arrow(0, 1), 5),
        (Arrow(0, 1, "FS", 2), 7),
        (Arrow(0, 1, "FS", -2), 3),
        (Arrow(0, 1, "SS", 1), 1),
        (Arrow(0, 1, "FF"), 2),
        (Arrow(0, 1, "SF", 4), 1),
    ],
)
def test_a_link_holds_back_the_end_that_it_names(arrow, start):
    starts, finishes = earliest([5, 3], [0, -inf], [arrow])
    assert (starts[1], finishes[1]) == (start, start + 3)


def test_what_nothing_holds_back_has_no_time():
    assert earliest([5, 3], [-inf, -inf], [Arrow(0, 1)]) == ([-inf, -inf], [-inf, -inf])


def test_every_circle_is_named_once_from_its_first_task():
    arrows = [Arrow(0, 1), Arrow(1, 2), Arrow(2, 1), Arrow(2, 3), Arrow(4, 4), Arrow(6, 5), Arrow(5, 6)]
    assert circles(7, arrows) == [[1, 2], [4], [5, 6]]


LINKS = st.lists(
    st.tuples(st.integers(0, 7), st.integers(0, 7), st.sampled_from(["FS", "SS", "FF", "SF"]), st.integers(-3, 3)),
    max_size=14,
)


@given(LINKS, st.lists(st.integers(0, 5), min_size=8, max_size=8))
def test_a_plan_without_circles_keeps_every_link_and_cannot_start_earlier(links, lengths):
    arrows = [Arrow(min(a, b), max(a, b), kind, lag) for a, b, kind, lag in links if a != b]
    assert circles(8, arrows) == []
    starts, finishes = earliest(lengths, [0.0] * 8, arrows)
    slack = [_slack(arrow, starts, finishes) for arrow in arrows]
    assert all(each >= 0 for each in slack)
    for task, start in enumerate(starts):
        tight = [each for each, arrow in zip(slack, arrows, strict=True) if arrow.after == task]
        assert start == 0 or 0 in tight


def _slack(arrow, starts, finishes):
    before = starts if arrow.kind in ("SS", "SF") else finishes
    after = finishes if arrow.kind in ("FF", "SF") else starts
    return after[arrow.after] - before[arrow.before] - arrow.lag


@given(LINKS)
def test_a_circle_is_a_way_back_to_its_start(links):
    arrows = [Arrow(a, b, kind, lag) for a, b, kind, lag in links]
    waits = {(arrow.after, arrow.before) for arrow in arrows}
    for circle in circles(8, arrows):
        assert all(pair in waits for pair in zip(circle, [*circle[1:], circle[0]], strict=True))

"""When streams earned most from their audience: each slot pools its streams, and only more than a few are compared."""

from datetime import timedelta

import pandas as pd
import pytest

from campaignctl.domain.export_frames import STREAMS
from campaignctl.domain.frames import shaped
from campaignctl.stages.report import report

from .conftest import START


def on_air(*held):
    """Streams of the campaign: hours from its start, GMV in cents, views."""
    rows = [
        {
            "seller_id": "S-001",
            "title": f"Stream {number}",
            "started": START + timedelta(hours=hour),
            "duration": 3600,
            "direct_gmv": gmv,
            "orders": 3,
            "views": views,
            "product_clicks": 50,
            "file": "live.xlsx",
            "row": number,
        }
        for number, (hour, gmv, views) in enumerate(held)
    ]
    return shaped(pd.DataFrame(rows), STREAMS)


EVENINGS = [(19 + 24 * day, 20_000, 1_000) for day in range(4)]
MORNINGS = [(9 + 24 * day, 8_000, 1_000) for day in range(4)]


def table(document):
    part = document.part("stream-hours")
    keys = [column.key for column in part.columns]
    titles = [column.title for column in part.columns]
    assert keys == ["hours", *(f"day-{n}" for n in range(1, len(keys)))]
    return {row[0]: dict(zip(titles, map(document.cell_words, row), strict=True)) for row in part.rows}


@pytest.fixture(scope="module")
def document():
    from .conftest import inputs

    twice = (20, 10_000, 3_000)  # with the first evening's: $300 of 4,000 views
    return report(inputs(streams=on_air(*EVENINGS, *MORNINGS, twice, (25, 9_000, 900))))


def test_streams_of_a_slot_are_taken_together(document):
    assert table(document)["18 to 22 h"]["Fri"] == "$75 (2)"


def test_a_slot_without_a_stream_says_so_and_has_no_shade(document):
    assert table(document)["18 to 22 h"]["Wed"] == "none"
    assert not any(key == "day-6" for _, key in document.part("stream-hours").heat)


def test_a_stream_after_midnight_counts_to_its_evening(document):
    assert table(document)["22 to 02 h"]["Fri"] == "$100 (1)"


def test_the_darkest_shade_is_the_best_quarter(document):
    part = document.part("stream-hours")
    rows = [row[0] for row in part.rows]
    best = {place for place, step in part.heat.items() if step == 3}
    assert best
    assert all(rows[row] == "18 to 22 h" and key in {"day-2", "day-3", "day-4"} for row, key in best)
    assert set(part.heat.values()) == {0, 1, 2, 3}


def test_each_shade_says_from_which_value_on_it_stands(document):
    steps = [document.words(sentence) for sentence in document.part("stream-hours-steps").sentences]
    assert steps == ["from $75", "from $80", "from $100", "from $200"]


def test_the_title_names_the_hours_that_earned_most(document):
    title = document.words(document.section("streams").title)
    assert title == "10 livestreams sold $1K; those from 18 to 22 h earned most per 1,000 views, $129"


def test_hours_of_a_few_streams_are_not_called_the_best(build):
    document = report(build(streams=on_air(*EVENINGS, (9, 90_000, 1_000))))
    assert "18 to 22" not in document.words(document.section("streams").title)


@pytest.mark.parametrize("held", [EVENINGS[:2], EVENINGS], ids=["a handful", "one stretch of the day"])
def test_little_to_compare_has_no_such_table(build, held):
    assert report(build(streams=on_air(*held))).part("stream-hours") is None

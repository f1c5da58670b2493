"""Of several notes on one thing the later day counts; people who differ on one day cancel each other out."""

import pandas as pd
import pytest

from campaignctl.domain.earlier import Action
from campaignctl.domain.frames import empty
from campaignctl.domain.noted import NOTED, noted_of


def rows(*told):
    """Rows of (id, status, who, day)."""
    columns = ["action_id", "status", "noted_by", "noted_on"]
    frame = pd.DataFrame([list(each) for each in told], columns=columns)
    return frame.assign(noted_on=pd.to_datetime(frame["noted_on"], utc=True))


def test_the_later_day_counts_whatever_file_comes_first():
    later, earlier = ("a1", "Done", "Ines", "2026-11-28"), ("a1", "Still open", "Kai", "2026-11-27")
    for told in ((later, earlier), (earlier, later)):
        assert (noted_of(rows(*told))["a1"].status, noted_of(rows(*told))["a1"].by) == ("Done", "Ines")


@pytest.mark.parametrize("day", ["2026-11-28", None], ids=["the same day", "no day at all"])
def test_two_people_who_differ_on_one_day_cancel_each_other_out(day):
    found = noted_of(rows(("a1", "Done", "Ines", day), ("a1", "Dropped", "Kai", day)))["a1"]
    assert not found.status
    assert found.said == (("Ines", "Done"), ("Kai", "Dropped"))


def test_two_people_who_agree_are_one_note():
    found = noted_of(rows(("a1", "Done", "Ines", "2026-11-28"), ("a1", "Done", "Kai", "2026-11-28")))["a1"]
    assert found.status == "Done"


def test_a_note_without_a_day_yields_to_one_with_a_day():
    found = noted_of(rows(("a1", "Done", "Ines", None), ("a1", "Dropped", "Kai", "2026-11-28")))["a1"]
    assert found.status == "Dropped"


def test_a_row_without_a_status_says_nothing():
    assert noted_of(rows(("a1", None, "Ines", "2026-11-28"), (None, "Done", "Kai", "2026-11-28"))) == {}
    assert noted_of(empty(NOTED)) == {}


def test_an_action_keeps_its_id_when_only_its_numbers_move():
    first = Action("▼ lost", "Fern lacked $2K", "Fern lacked …", "Ask")
    again = Action("▼ lost", "Fern lacked $3K", "Fern lacked …", "Ask why", "Kai")
    assert first.id == again.id
    assert first.id != Action("▼ lost", "Moss lacked $2K", "Moss lacked …", "Ask").id
    assert first.id[0] == "a"
    assert len(first.id) == 9

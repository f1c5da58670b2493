"""A sheet of another name is taken for one of the form's only where its headings leave no doubt."""

import pytest

from campaignctl.readers.grid import Grid
from campaignctl.readers.tabs import find_tables
from campaignctl.workbooks import REGISTRATION

SLOTS = next(sheet for sheet in REGISTRATION if sheet.key == "slots")
OPTIONAL = [column.name for column in SLOTS.columns if column.is_input and column.required == "no"]
REQUIRED = [column.name for column in SLOTS.columns if column.required == "yes"]


def _found(headings):
    grid = Grid("Sheet1", [headings, ["x"] * len(headings)])
    return [raw.sheet.key for raw in find_tables([grid], REGISTRATION).raw]


def test_headings_of_a_list_under_another_name_are_known():
    assert _found(REQUIRED + OPTIONAL) == ["slots"]


def test_a_list_that_lacks_one_required_column_is_still_known():
    assert _found(REQUIRED[1:] + OPTIONAL) == ["slots"]


@pytest.mark.parametrize("kept", [2, 3])
def test_an_export_that_shares_some_headings_with_a_list_is_not_taken_for_it(kept):
    assert _found(REQUIRED[:kept] + OPTIONAL) == []

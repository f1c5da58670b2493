"""``report`` of one folder on several days: how far the data reach, and the earlier campaigns it is held against."""

import json
import shutil

import openpyxl
import pytest

from .running import EXAMPLE, campaignctl

pytestmark = pytest.mark.filterwarnings("ignore:.*xtension is not supported:UserWarning")  # openpyxl on reading


@pytest.fixture(scope="module")
def campaigns(tmp_path_factory):
    """Two campaigns beside each other: this year's names last year's, and one that is not there."""
    place = tmp_path_factory.mktemp("shared")
    for name in ("this-year", "last-year"):
        shutil.copytree(EXAMPLE, place / name, ignore=shutil.ignore_patterns("out", "record"))
    setup = place / "this-year" / "campaign.xlsx"
    book = openpyxl.load_workbook(setup)
    (cell,) = (cell for row in book["Campaign"].iter_rows() for cell in row if cell.value == "Compare with")
    book["Campaign"].cell(cell.row, cell.column + 1).value = "last-year; nowhere"
    book.save(setup)
    assert campaignctl("report", place / "last-year").returncode == 0
    return place


def test_a_day_after_the_exports_end_is_not_told_as_a_day_without_sales(campaigns):
    ended = campaignctl("report", campaigns / "last-year", "--period", "day", "--as-of", "2026-12-10T15:00")
    assert ended.returncode == 0
    assert "the report is as of then, not of Thu Dec 10, 15:00." in ended.stderr
    told = json.loads((campaigns / "last-year" / "out" / "day" / "figures.json").read_text(encoding="utf-8"))
    assert told["as_of"] < "2026-11-28"


def test_a_report_is_held_against_an_earlier_campaign_and_says_which_it_does_not_find(campaigns):
    ended = campaignctl("report", campaigns / "this-year")
    assert ended.returncode == 0
    assert "There is no campaign in nowhere (Compare with): done without." in ended.stderr
    figures = json.loads((campaigns / "this-year" / "out" / "figures.json").read_text(encoding="utf-8"))["figures"]
    beside = [one["id"] for one in figures if one["id"].startswith("gmv.total@earlier-")]
    assert beside == ["gmv.total@earlier-harvest-deals-2026"]


def test_while_it_runs_it_is_held_against_none_that_was_told_at_another_hour(campaigns):
    ended = campaignctl("report", campaigns / "this-year", "--as-of", "2026-11-22T12:00")
    assert ended.returncode == 0
    assert "No report of last-year on record was made as far into it (Compare with): done without." in ended.stderr

"""The catalogues answer by name: a list, one page with its example, JSON, and the nearest names for a slip."""

import json

import pytest

from campaignctl.insights.catalogue import insights

from .running import campaignctl


def test_every_insight_is_listed_once():
    listed = campaignctl("insights").stdout
    assert [line.split()[1] for line in listed.splitlines() if line.startswith("  ·")] == sorted(insights())
    assert len(insights()) >= 20
    assert max(map(len, listed.splitlines())) <= 80


@pytest.mark.parametrize("name", ["DRV104", "drv104", "category-was-visited-otherwise"])
def test_one_insight_says_what_it_finds_how_sure_it_is_and_shows_it(name):
    page = campaignctl("insights", name).stdout
    assert "One category was visited more (or less) often than before" in page
    assert "told only where chance does not explain it" in page
    assert "product lists of the campaign and of as many days before it" in page
    assert "lost: Kitchen was visited 1,200 times" in page


def test_a_fact_is_told_apart_from_what_chance_can_make():
    assert "a count, told whenever it is so" in campaignctl("insights", "TGT102").stdout


def test_a_family_is_a_list_of_its_own_and_json_holds_the_same_pages():
    pages = json.loads(campaignctl("insights", "stk", "--json").stdout)["pages"]
    assert [page["code"] for page in pages] == [code for code in insights() if code.startswith("STK")]


def test_a_slip_is_answered_with_the_nearest_insight():
    ended = campaignctl("insights", "DRV109")
    assert ended.returncode == 3
    assert "There is no insight DRV109." in ended.stderr
    assert "DRV10" in ended.stderr.splitlines()[-1]


@pytest.mark.parametrize(
    ("word", "codes"),
    [
        ("ctr", ["PRD107", "PRD113", "STR104", "STR111", "STR208", "VID105"]),
        ("AOV", ["ORD103", "ORD107", "PRD122", "STR207"]),
        ("GPM", ["STR103", "STR203", "VID103"]),
        ("gmv", ["GMV101", "GMV102", "GMV103", "GMV104", "GMV105"]),
        ("price", ["ORD106", "STR113", "STR114"]),
    ],
)
def test_a_word_that_means_several_things_lists_them_all(word, codes):
    pages = json.loads(campaignctl("metrics", word, "--json").stdout)["pages"]
    assert [page["code"] for page in pages] == codes


def test_a_metric_s_page_says_what_it_is_called_which_rows_count_and_whether_it_adds_up():
    facts = dict(json.loads(campaignctl("metrics", "GMV101", "--json").stdout)["pages"][0]["facts"])
    assert facts["Called"] == "GMV"
    assert "no samples, gifts or replacements" in facts["Counts"]
    assert facts["Better"] == "more is better"
    assert facts["Sums"] == "its parts by day, category, seller and product add up"


def test_marketplaces_are_listed_with_the_day_their_limits_were_read():
    listed = campaignctl("marketplaces").stdout
    assert "TikTok Shop US" in listed.splitlines()[0]
    assert all("limits from" in line and "read on 20" in line for line in listed.splitlines())


def test_one_marketplace_shows_each_tool_with_its_limits_and_sources():
    page = campaignctl("marketplaces", "tiktok shop us").stdout
    tool = page.split("\nFlash deal\n")[1].split("\n\n")[0]
    assert "price history window" in tool
    assert "30 days (U-FD)" in tool
    assert "Seller Flash Deal (Academy, read on" in page


def test_a_team_s_own_profile_is_found_in_the_folder_it_works_in(tmp_path):
    (tmp_path / "marketplaces").mkdir()
    (tmp_path / "marketplaces" / "own.toml").write_text("name = ", encoding="utf-8")
    ended = campaignctl("marketplaces", "TikTok Shop US", cwd=tmp_path)
    assert ended.returncode == 3
    assert "marketplaces/own.toml" in ended.stderr

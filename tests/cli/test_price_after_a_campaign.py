"""A campaign is reported, carried over, and priced again: what its promotions used is what the next one expects."""

import json
import shutil

import pytest

from .running import EXAMPLE, campaignctl


def run(*words):
    ended = campaignctl(*words)
    assert "Traceback" not in ended.stderr
    return ended


def ledger(folder):
    told = json.loads(run("price", folder, "--json").stdout)
    return {row["promotion_id"]: row for row in told["ledger"]}


@pytest.fixture(scope="module")
def campaigns(tmp_path_factory):
    """An earlier campaign with its report on record, and one that was carried over from it."""
    place = tmp_path_factory.mktemp("campaigns")
    old, new = place / "harvest-deals", place / "winter-deals"
    shutil.copytree(EXAMPLE, old)
    assert run("report", old).returncode == 0
    assert run("new", new, "--from", old, "--starts", "2026-12-18").returncode == 0
    for path in (old / "registrations").iterdir():
        shutil.copy(path, new / "registrations")
    return old, new


def figures(folder):
    (path,) = (folder / "record" / "figures").glob("*.json")
    return {figure["id"]: figure for figure in json.loads(path.read_text(encoding="utf-8"))["figures"]}


def test_the_report_records_what_was_promised_and_given(campaigns):
    told = figures(campaigns[0])
    promised, given, share = (
        told[f"{word}.promotion.hd26-04"]["value"] for word in ("platform_promised", "platform_given", "redeemed")
    )
    assert promised == ledger(campaigns[0])["HD26-04"]["worst_case"]
    assert share == pytest.approx(float(given) / float(promised))
    assert told["redeemed.promotion.hd26-02"]["value"] is None
    assert told["redeemed.promotion.hd26-02"]["reason"] == "nothing bounds what was promised"


def test_the_next_campaign_expects_the_same_share_of_its_own_worst_case(campaigns):
    share = figures(campaigns[0])["redeemed.promotion.hd26-04"]["value"]
    row = ledger(campaigns[1])["HD26-04"]
    assert float(row["expected"]) == pytest.approx(share * float(row["worst_case"]), abs=0.006)
    assert row["expected_from"].startswith("as in Harvest Deals 2026: ")


def test_what_nothing_bounds_is_expected_to_cost_nobody_knows_what(campaigns):
    row = ledger(campaigns[1])["HD26-02"]
    assert (row["expected"], row["expected_from"]) == (None, "nothing bounds its worst case")


def test_a_folder_copied_for_the_next_campaign_remembers_what_it_used(campaigns, tmp_path):
    old, new = campaigns
    copied = shutil.copytree(new, tmp_path / "copied")
    shutil.copytree(old / "record", copied / "record", dirs_exist_ok=True)
    assert ledger(copied)["HD26-04"]["expected"] == ledger(new)["HD26-04"]["expected"]


def test_a_campaign_on_its_own_expects_nothing_of_itself(campaigns):
    assert ledger(campaigns[0])["HD26-04"]["expected"] is None

"""What ``validate`` answers beside text: SARIF, the money at stake in the campaign's currency, and an hour to look at."""

import json
import shutil

import pytest

from .running import EXAMPLE, campaignctl


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return shutil.copytree(EXAMPLE, tmp_path_factory.mktemp("campaign") / "harvest-deals")


def test_sarif_and_json_tell_the_same_findings_and_end_alike(folder):
    text, sarif = campaignctl("validate", folder, "--json"), campaignctl("validate", folder, "--format", "sarif")
    assert text.returncode == sarif.returncode
    found = json.loads(text.stdout)["findings"]
    (run,) = json.loads(sarif.stdout)["runs"]
    assert [each["code"] for each in found] == [each["ruleId"] for each in run["results"]]
    assert [each["amount"] for each in found] == [each["properties"].get("amount") for each in run["results"]]
    assert run["invocations"][0]["exitCode"] == sarif.returncode


def test_money_at_stake_is_a_decimal_of_the_currency(folder):
    amounts = [each["amount"] for each in json.loads(campaignctl("validate", folder, "--json").stdout)["findings"]]
    assert all(amount is None or "." in amount for amount in amounts)


def test_rules_that_speak_of_the_hour_are_asked_when_one_is_given(folder):
    without = json.loads(campaignctl("validate", folder, "--json").stdout)["summary"]["rules_run"]
    given = campaignctl("validate", folder, "--json", "--as-of", "2026-11-13T09:00")
    assert json.loads(given.stdout)["summary"]["rules_run"] > without


def test_an_hour_that_is_none_is_wrong_usage(folder):
    ended = campaignctl("validate", folder, "--as-of", "tonight")
    assert (ended.returncode, ended.stdout) == (2, "")
    assert "--as-of tonight is not a time." in ended.stderr


def test_a_family_is_listed_and_a_rule_is_shown():
    listed = campaignctl("rules", "tim")
    assert listed.returncode == 0
    assert "TIM101" in listed.stdout
    assert "SKU101" not in listed.stdout
    assert "promotion-too-long" in campaignctl("rules", "PRM106").stdout
    assert campaignctl("rules", "XYZ").returncode == 3

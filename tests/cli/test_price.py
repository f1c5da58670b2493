"""``price`` on a folder: the answer on stdout, the exit code of what it found."""

import json
import shutil

import pytest

from .running import EXAMPLE, campaignctl


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(EXAMPLE, tmp_path / "harvest-deals")


def price(folder, *words):
    return campaignctl("price", folder, *words)


def test_all_prices_of_the_example_as_json_and_as_a_workbook(folder):
    ended = price(folder, "--json")
    told = json.loads(ended.stdout)
    assert ended.returncode == int(any(finding["severity"] == "error" for finding in told["findings"]))
    assert len(told["prices"]) > 0
    assert "Traceback" not in ended.stderr
    assert (folder / "out" / "prices.xlsx").exists()
    sku = told["prices"][0]["sku_id"]
    (folder / "out" / "prices.xlsx").unlink()
    assert sku in price(folder, "--sku", sku).stdout
    assert list((folder / "out").iterdir()) == []  # one SKU is looked up without writing anything


def test_a_workbook_open_elsewhere_is_left_alone_and_a_sibling_named(folder):
    price(folder, "--quiet")
    (folder / "out" / "~$prices.xlsx").write_bytes(b"")
    ended = price(folder, "--quiet")
    assert ended.returncode == 4
    assert ended.stderr.strip().splitlines()[-1].endswith("prices (2).xlsx")


def test_an_unknown_sku_ends_with_two_lines(folder):
    ended = price(folder, "--sku", "no such thing")
    assert (ended.returncode, ended.stdout, len(ended.stderr.strip().splitlines())) == (2, "", 2)


def test_a_campaign_without_a_registration_is_sent_to_collect_them(tmp_path):
    assert campaignctl("new", tmp_path / "deals").returncode == 0
    ended = price(tmp_path / "deals")
    assert ended.returncode == 0
    assert "Next:  campaignctl collect" in ended.stderr

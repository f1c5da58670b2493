"""The demo knows its own answer: every planted fault is found at its cell, nothing else is, and the twin is silent."""

import json
import re
from functools import cache
from zoneinfo import ZoneInfo

import pytest

from campaignctl.cli.demo import write_folder
from campaignctl.folder.files import find
from campaignctl.marketplaces.load import known, load
from campaignctl.readers.campaign_folder import read_folder
from campaignctl.rules.catalogue import rules
from campaignctl.simulation.demand import without_campaign
from campaignctl.simulation.demo import demo
from campaignctl.simulation.orders import HEADER, orders_export
from campaignctl.simulation.sales import sales_of
from campaignctl.simulation.world import AS_OF, BEFORE, ZONE, build
from campaignctl.stages.validate import validate

SEED = 26
HOUR = AS_OF.replace(tzinfo=ZoneInfo(ZONE))
NOT_PLANTED = {
    "CMP101": "the campaign would have no window, and nothing else could be checked",
    "CMP103": "comes with CMP102",
    "CMP108": "comes with CMP107",
    "CMP111": "CMP110 already stands in the approver's cell",
    "CMP112": "every promotion would lose its code",
    "LIV119": "the campaign would have to be of another kind",
    "PRM123": "the form's own condition asks for the limit first",
    "PRM150": "the campaign would have to be of another kind",
    "SKU211": "the campaign would have to be of another kind",
    "WBK107": "the form writer writes no error cells",
    "WBK108": "the form writer writes no formula without a value",
    "WBK121": "the form writer keeps its example row",
    "WBK301": "the exports of the demo are whole",
    "WBK302": "the exports of the demo are whole",
    "WBK303": "the exports of the demo are whole",
    "WBK304": "the exports of the demo are whole",
}


@pytest.fixture(scope="module")
def folders(tmp_path_factory):
    place = tmp_path_factory.mktemp("demo")
    made = demo(SEED, load(known(None)[0], None))
    write_folder(place / "faulty", made.faulty)
    write_folder(place / "clean", made.clean)
    return place


def verdict_on(folder, now=HOUR):
    return validate(read_folder(find(folder)), now=now).verdict


@cache
def findings(folder):
    return verdict_on(folder).findings


def row(cell):
    return re.sub("[A-Z]", "", cell)


def test_every_planted_fault_is_found_at_its_cell(folders):
    truth = json.loads((folders / "faulty" / "truth.json").read_text())["faults"]
    found = {(f.code, f.place.file, f.place.sheet, f.place.cell) for f in findings(folders / "faulty")}
    missed = [fault for fault in truth if (fault["code"], fault["file"], fault["sheet"], fault["cell"]) not in found]
    assert len(truth) > 200
    assert missed == []


def test_nothing_is_found_that_was_not_planted(folders):
    truth = json.loads((folders / "faulty" / "truth.json").read_text())["faults"]
    planted = {(f["code"], f["file"], f["sheet"], f["cell"]) for f in truth}
    allowed = {(code, f["file"], f["sheet"], row(f["cell"])) for f in truth for code in (f["code"], *f["also"])}
    false = [
        f
        for f in findings(folders / "faulty")
        if (f.code, f.place.file, f.place.sheet, f.place.cell) not in planted
        and (f.code, f.place.file, f.place.sheet, row(f.place.cell)) not in allowed
    ]
    assert false == []


def test_rules_that_speak_of_the_hour_are_silent_without_one(folders):
    timed = {code for code, rule in rules().items() if rule.timed}
    told = {finding.code for finding in findings(folders / "faulty")}
    assert timed & told == timed
    assert not timed & {finding.code for finding in verdict_on(folders / "faulty", None).findings}


@pytest.mark.parametrize("now", [None, HOUR], ids=["at no hour", "at the demo's hour"])
def test_the_clean_twin_is_silent_and_safe(folders, now):
    verdict = verdict_on(folders / "clean", now)
    assert verdict.findings == ()
    assert verdict.not_run == ()
    assert verdict.word == "safe"


def test_every_rule_is_planted_or_has_a_reason_not_to_be(folders):
    truth = json.loads((folders / "faulty" / "truth.json").read_text())["faults"]
    assert set(rules()) - {fault["code"] for fault in truth} == set(NOT_PLANTED)


def test_an_orders_export_has_the_63_columns_of_the_marketplace_and_no_other():
    world = build(1, shops=1, orders_a_day=1)
    table = orders_export(sales_of(world, world.shops[0]))
    assert len(table.header) == len(set(table.header)) == 63
    assert all(len(line) == 63 for line in table.rows)
    assert table.header is HEADER


def test_the_same_seed_makes_the_same_world_and_another_seed_another():
    assert build(5) == build(5)
    assert build(5) != build(6)


def test_the_true_lift_is_in_the_orders():
    world = build(3, shops=1, orders_a_day=300)
    shop = world.shops[0]
    usual = without_campaign(world, shop)[BEFORE:].sum()
    created = [str(line[28])[:10] for line in orders_export(sales_of(world, shop)).rows[1:]]
    lines_an_order = len(created) / len({line[0] for line in orders_export(sales_of(world, shop)).rows[1:]})
    campaign = sum("11/20/2026" <= day <= "11/25/2026" for day in created) / lines_an_order
    assert campaign / usual == pytest.approx(shop.lift, rel=0.1)

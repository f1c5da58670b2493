"""In a world of 300 sellers, and in demos of other seeds, every planted fault is found and nothing else is.

The workbooks are read as they would be, without a file in between; test_demo.py goes through files, and through what
came after the lock.
"""

from dataclasses import asdict
from functools import cache
from zoneinfo import ZoneInfo

import pytest

from campaignctl.marketplaces.load import known, load
from campaignctl.simulation.demo import forms_of
from campaignctl.simulation.faults.planted import plant_all
from campaignctl.simulation.faults.planting import Planter
from campaignctl.simulation.reading import read_back
from campaignctl.simulation.registrations import registration_books
from campaignctl.simulation.setup import setup_book
from campaignctl.simulation.world import AS_OF, ZONE, build
from campaignctl.stages.validate import validate

HOUR = AS_OF.replace(tzinfo=ZoneInfo(ZONE))
PROFILE = load(known(None)[0], None)
LARGE = (26, 300)
WORLDS = [LARGE, (1, 12), (2, 12), (3, 12)]
ON_DISK = {"WBK402"}  # told by a file's name, before it is opened


def verdict_on(setup, registrations):
    return validate(read_back(forms_of(setup, registrations, PROFILE)), now=HOUR).verdict


@cache
def planted_and_found(seed, shops):
    world = build(seed, shops=shops)
    planter = Planter(world, setup_book(world), registration_books(world))
    plant_all(planter)
    faults = [asdict(fault) for fault in planter.faults]
    return faults, verdict_on(planter.setup, planter.registrations).findings, set(planter.strays)


@pytest.mark.parametrize(("seed", "shops"), WORLDS)
def test_every_planted_fault_is_found_at_its_cell(missed, seed, shops):
    faults, findings, strays = planted_and_found(seed, shops)
    in_books = [fault for fault in faults if fault["file"] not in strays and fault["code"] not in ON_DISK]
    assert len(in_books) > 240
    assert missed(in_books, findings) == []


@pytest.mark.parametrize(("seed", "shops"), WORLDS)
def test_nothing_is_found_that_was_not_planted(false, seed, shops):
    faults, findings, _ = planted_and_found(seed, shops)
    assert false(faults, findings) == []


@pytest.mark.parametrize(("seed", "shops"), [LARGE, (1, 12)])
def test_the_clean_twin_is_silent(seed, shops):
    world = build(seed, shops=shops)
    verdict = verdict_on(setup_book(world), registration_books(world))
    assert verdict.findings == ()
    assert verdict.not_run == ()

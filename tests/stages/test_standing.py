"""A campaign's standing names the next command in the order of its life."""

from dataclasses import replace
from datetime import UTC, datetime

import pandas as pd
import pytest

from campaignctl.domain.campaign import Campaign, Window
from campaignctl.domain.findings import Finding, Severity, Verdict
from campaignctl.domain.frames import empty, shape_of
from campaignctl.domain.observations import Place
from campaignctl.domain.roster import Offers, Person, Since, Status
from campaignctl.stages.standing import Known, OnDisk, standing
from campaignctl.workbooks.timeline import TIMELINE

STARTS, ENDS = datetime(2026, 11, 20, tzinfo=UTC), datetime(2026, 11, 26, tzinfo=UTC)
BEFORE, AFTER = datetime(2026, 11, 1, tzinfo=UTC), datetime(2026, 12, 1, tzinfo=UTC)
CLEAN = Verdict((), (), rows=1, files=1, rules_run=1, unproven=())
ERROR = Finding("SKU201", "x", Severity.ERROR, Place("registrations/a.xlsx"), "", "wrong", "mend")
ALL = ("new", "collect", "validate", "price", "lock", "report")


def person(id_, status):
    return Person(id_, id_, status, Offers(), Since(), (), (), None, None, None, {}, {})


def known(on_disk, verdict=CLEAN, commands=ALL, people=None):
    campaign = Campaign("June Fair", "JF26", "Market", "UTC", "USD", Window(STARTS, ENDS))
    setup = pd.DataFrame({"registration_closes": [pd.NaT], "price_lock": [pd.NaT]})
    timeline = empty(shape_of(TIMELINE))
    return Known(campaign, setup, timeline, verdict, people or (person("S-001", Status.READY),), on_disk, commands)


@pytest.mark.parametrize(
    ("on_disk", "errors", "command"),
    [
        (OnDisk(0, 0, 0), False, "campaignctl new . --forms"),
        (OnDisk(0, 0, 0), True, "campaignctl validate"),
        (OnDisk(0, 0, 0, forms=3), False, "campaignctl validate"),
        (OnDisk(3, 0, 0), True, "campaignctl collect"),
        (OnDisk(3, 0, 0, rounds=1), False, "campaignctl collect"),
        (OnDisk(3, 0, 0, rounds=1, collected=True), True, "campaignctl validate"),
        (OnDisk(3, 0, 0, rounds=1, collected=True), False, "campaignctl price"),
        (OnDisk(3, 0, 0, rounds=1, collected=True, prices=1), False, "campaignctl lock"),
        (OnDisk(3, 0, 0, rounds=1, collected=True, prices=1, locks=1), False, "campaignctl validate"),
    ],
)
def test_the_next_command_follows_from_what_is_there(on_disk, errors, command):
    verdict = replace(CLEAN, findings=(ERROR,)) if errors else CLEAN
    assert standing(known(on_disk, verdict), BEFORE).next_command == command


def test_after_the_campaign_it_is_the_report():
    assert standing(known(OnDisk(3, 9, 0)), AFTER).next_command == "campaignctl report"


def test_a_command_that_is_not_there_is_never_named():
    found = standing(known(OnDisk(3, 0, 0, rounds=1, collected=True), commands=("collect", "validate")), BEFORE)
    assert found.next_command == "campaignctl validate"


def test_sellers_are_counted_by_where_they_stand():
    statuses = (Status.READY, Status.NEW, Status.FIX, Status.MISSING, Status.STRANGER, Status.NOT_YET)
    people = tuple(person(f"S-{number}", status) for number, status in enumerate(statuses))
    counts = dict(standing(known(OnDisk(3, 0, 0, rounds=2), people=people), BEFORE).counts)
    assert counts["Sellers"] == "3 of 4 registered: 2 ready, 1 needs fixing, 1 missing"
    assert counts["Collected"] == "2 rounds, files changed since"

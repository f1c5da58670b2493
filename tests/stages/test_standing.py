"""A campaign's standing names the next command in the order of its life."""

from dataclasses import replace
from datetime import UTC, datetime

import pandas as pd
import pytest

from campaignctl.domain.campaign import Campaign, Window
from campaignctl.domain.changes import Change
from campaignctl.domain.findings import Finding, Severity, Verdict
from campaignctl.domain.frames import empty, framed, shape_of
from campaignctl.domain.lock import FRAMES, Lock
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


def locked(changes=(), applied=()):
    frames = {name: empty(shape) for name, shape in FRAMES.items()}
    frames["lines"] = framed({"seller_id": ["S-001", "S-002"]}, 2, FRAMES["lines"])
    lock = Lock(1, BEFORE, "ines", "JF26", "USD", "UTC", **frames, applied=applied)
    found = replace(known(OnDisk(3, 0, 0, locks=1)), lock=lock, changes=changes)
    found.setup["price_lock"] = pd.Timestamp(BEFORE)
    return standing(found, datetime(2026, 11, 10, tzinfo=UTC))


def change(number, frame="lines"):
    return Change(number, 7, BEFORE, "SKU terms", "S-001", "1", "", frame, "stock", None, 5, approved=True)


@pytest.mark.parametrize(
    ("changes", "applied", "words"),
    [
        ((), (), "on Sun Nov 1, 00:00, 2 lines; no change since"),
        (
            (change("C001"), change("C002"), change("C003", frame="")),
            (),
            "on Sun Nov 1, 00:00, 2 lines; 2 changes since",
        ),
        ((change("C001"), change("C002")), ("C001",), "on Sun Nov 1, 00:00, 2 lines; 1 change since"),
    ],
)
def test_what_is_locked_is_told_with_the_changes_since(changes, applied, words):
    assert dict(locked(changes, applied).counts)["Locked"] == words


def test_a_price_lock_is_late_until_there_is_a_lock():
    found = known(OnDisk(3, 0, 0))
    found.setup["price_lock"] = pd.Timestamp(BEFORE)
    late = standing(found, datetime(2026, 11, 10, tzinfo=UTC))
    assert late.late == ("Price lock was due Sun Nov 1, 00:00",)
    assert dict(late.counts)["Locked"] == "not yet"
    assert locked().late == ()


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


@pytest.mark.parametrize(
    ("now", "words"),
    [
        (datetime(2026, 11, 18, tzinfo=UTC), "starts in 2 days, on Fri Nov 20, 00:00"),
        (datetime(2026, 11, 18, 12, tzinfo=UTC), "starts in 1 day, on Fri Nov 20, 00:00"),
        (datetime(2026, 11, 19, 12, tzinfo=UTC), "starts within a day, on Fri Nov 20, 00:00"),
        (STARTS, "running, day 1 of 6"),
        (datetime(2026, 11, 25, 23, tzinfo=UTC), "running, day 6 of 6"),
        (ENDS, "ended within the last day, on Thu Nov 26, 00:00"),
        (datetime(2026, 11, 27, 1, tzinfo=UTC), "ended 1 day ago, on Thu Nov 26, 00:00"),
        (datetime(2026, 12, 1, tzinfo=UTC), "ended 5 days ago, on Thu Nov 26, 00:00"),
    ],
)
def test_it_says_how_far_the_campaign_is(now, words):
    assert standing(known(OnDisk(0, 0, 0)), now).phase == words

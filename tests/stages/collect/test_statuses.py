"""Every seller has one status, from what was told, what came back, and when."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from campaignctl.domain.roster import Status
from campaignctl.stages.collect.statuses import Known, status_of

DUE = datetime(2026, 11, 12, 18, 0, tzinfo=UTC)
READY = Known(listed=True, told="", received=True, refuses=False, incomplete=False, errors=0, fresh=False)


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({}, Status.READY),
        ({"fresh": True}, Status.NEW),
        ({"errors": 3}, Status.FIX),
        ({"errors": 3, "fresh": True}, Status.FIX),
        ({"incomplete": True, "errors": 3}, Status.INCOMPLETE),
        ({"received": False}, Status.MISSING),
        ({"received": False, "told": "Accepted"}, Status.MISSING),
        ({"received": False, "told": "Not yet invited"}, Status.NOT_YET),
        ({"told": "Not yet invited"}, Status.READY),
        ({"refuses": True, "incomplete": True}, Status.DECLINED),
        ({"received": False, "told": "Declined"}, Status.DECLINED),
        ({"told": "Withdrawn"}, Status.WITHDRAWN),
        ({"told": "Waitlist", "errors": 1}, Status.WAITLIST),
        ({"told": "Excluded"}, Status.EXCLUDED),
        ({"listed": False, "errors": 1}, Status.STRANGER),
    ],
)
def test_a_status_follows_from_what_is_known(change, status):
    assert status_of(replace(READY, **change)) is status


@pytest.mark.parametrize(
    ("saved", "status"),
    [
        (DUE - timedelta(minutes=1), Status.FIX),
        (DUE, Status.LATE),
        (DUE + timedelta(days=3), Status.LATE),
        (None, Status.FIX),  # not known is not late
    ],
)
def test_late_is_what_was_first_saved_after_the_deadline(saved, status):
    assert status_of(replace(READY, errors=1, first_saved=saved, due=DUE)) is status


def test_without_a_deadline_nothing_is_late():
    assert status_of(replace(READY, first_saved=DUE)) is Status.READY


def test_every_status_has_a_sign_that_colours_it():
    assert all(status.shown[0] in "✓▲●○–" and status.shown[1] == " " for status in Status)

"""Which estimate runs the data decide, at exactly the days and shops that are asked for."""

from datetime import date

import numpy as np
import pytest

from campaignctl.stages.report.lift.rung import FAR, Rung, Standing, shared, standing
from campaignctl.stages.report.lift.series import Series


def series(before=84, *, far_shops=8, days=7, after=0, seen=None, **zero):
    """Return sales of 1,000 a day in every group, but for the days named in ``zero``."""
    length = before + (days if seen is None else seen) + after
    groups = {name: np.full(length, 1000.0) for name in ("campaign", "near", "far")}
    for name, empty in zero.items():
        groups[name][empty] = 0
    return Series(date(2026, 1, 1), before, days, **groups, near_shops=0, far_shops=far_shops)


@pytest.mark.parametrize(
    ("given", "rung"),
    [
        ({"before": 84, "far_shops": 8}, Rung.CONTROL),
        ({"before": 83, "far_shops": 8}, Rung.TREND),
        ({"before": 84, "far_shops": 7}, Rung.TREND),
        ({"before": 84, "campaign": [40]}, Rung.TREND),
        ({"before": 84, "far": [40]}, Rung.TREND),
        ({"before": 84, "far": [84 + 6]}, Rung.TREND),
        ({"before": 84, "near": [40]}, Rung.CONTROL),
        ({"before": 84, "after": 1, "far": [84 + 7]}, Rung.CONTROL),
        ({"before": 56, "far_shops": 0}, Rung.TREND),
        ({"before": 55, "far_shops": 0}, Rung.BASELINE),
        ({"before": 56, "far_shops": 0, "days": 14}, Rung.TREND),
        ({"before": 56, "far_shops": 0, "days": 31}, Rung.TREND),
        ({"before": 56, "far_shops": 0, "days": 1}, Rung.TREND),
        ({"before": 56, "far_shops": 0, "campaign": range(14, 21)}, Rung.BASELINE),
        ({"before": 56, "far_shops": 0, "campaign": range(56, 63)}, Rung.BASELINE),
        ({"before": 56, "far_shops": 0, "campaign": [14]}, Rung.TREND),
        ({"before": 56, "far_shops": 0, "days": 1, "campaign": [14]}, Rung.BASELINE),
        ({"before": 84, "campaign": [86]}, Rung.BASELINE),
        ({"before": 84, "far_shops": 0, "campaign": [84, 85]}, Rung.BASELINE),
        ({"before": 84, "far_shops": 0, "campaign": [40, 86]}, Rung.TREND),
        ({"before": 7, "far_shops": 20}, Rung.BASELINE),
        ({"before": 6, "far_shops": 20}, Rung.NOTHING),
        ({"before": 0}, Rung.NOTHING),
        ({"before": 84, "days": 0}, Rung.NOTHING),
        ({"before": 84, "days": 7, "seen": 6}, Rung.NOTHING),
    ],
    ids=str,
)
def test_the_rung_is_that_of_the_days_and_shops_there_are(given, rung):
    assert standing(series(**given)).rung is rung


@pytest.mark.parametrize(
    ("given", "lacks"),
    [
        ({"before": 84}, ""),
        ({"before": 83}, "84 days of orders before the campaign (83 are there)"),
        ({"far_shops": 1}, f"8 {FAR} (1 is there)"),
        (
            {"before": 60, "far_shops": 0},
            f"84 days of orders before the campaign (60 are there) and 8 {FAR} (0 are there)",
        ),
        ({"far": [40]}, "sales on every day in both groups"),
        ({"before": 55}, "56 days of orders before the campaign (55 are there)"),
        (
            {"before": 70, "campaign": range(56, 63)},
            "sales in the campaign and in each of the eight weeks before it",
        ),
        ({"campaign": [86]}, "orders of every day of the campaign"),
        ({"before": 1}, "7 days of orders before the campaign (1 is there)"),
    ],
    ids=str,
)
def test_what_would_lift_it_to_the_next_rung_is_said(given, lacks):
    assert standing(series(**given)).lacks == lacks


def test_exports_of_one_group_that_reach_further_back_are_no_days_without_sales():
    longer = series(100, far=range(16))
    assert standing(longer) == Standing(Rung.CONTROL)
    assert (shared(longer).start, shared(longer).day(0)) == (84, date(2026, 1, 17))
    assert len(shared(longer).campaign) == len(shared(longer).far) == 91


def test_days_that_only_one_group_has_do_not_count_for_a_control():
    found = standing(series(100, far=range(17)))
    assert found.rung is Rung.TREND
    assert found.lacks == "84 days of orders before the campaign (83 are there)"


def test_a_control_that_begins_with_the_campaign_is_none():
    found = standing(series(90, far=range(92)))
    assert found == Standing(Rung.TREND, ("sales on every day in both groups",))

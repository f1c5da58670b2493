"""An earlier campaign comes over to a new start: what stays, what moves, what is new each time."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pandas as pd
import pytest

from campaignctl.domain.errors import CannotRead
from campaignctl.domain.forms import NO_LIMIT
from campaignctl.domain.frames import shape_of, shaped
from campaignctl.workbooks import SETUP, carry_over

ZONE = "America/Los_Angeles"
SHEETS = {sheet.key: sheet for sheet in SETUP}


def at(words: str, zone: str = ZONE) -> datetime:
    """The moment at which the clock of ``zone`` shows ``words``."""
    return datetime.fromisoformat(words).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


def local(words: str) -> datetime:
    return datetime.fromisoformat(words)


def frame(key: str, *rows: Mapping[str, Any]) -> pd.DataFrame:
    return shaped(pd.DataFrame(list(rows)), shape_of(SHEETS[key]))


CAMPAIGN = {
    "name": "Holiday Deals 2025",
    "code": "HD25",
    "zone": ZONE,
    "currency": "USD",
    "starts": at("2025-11-21 00:00"),
    "ends": at("2025-11-27 00:00"),
    "registration_closes": at("2025-11-12 18:00"),
    "baseline_from": at("2025-08-25 00:00"),
    "platform_budget": 13_000_000,
    "highest_combined_discount": 0.8,
}
STARTS = at("2026-11-20 00:00")


def carried(
    key: str, row: Mapping[str, Any], starts: datetime = STARTS, zone: str = ZONE, **campaign
) -> dict[str, Any]:
    """The one row of ``key`` after a carry-over to ``starts``."""
    frames = {"campaign": frame("campaign", {**CAMPAIGN, **campaign})}
    if key != "campaign":
        frames[key] = frame(key, row)
    return carry_over(frames, starts, zone)[key][0]


def test_the_campaign_moves_to_its_new_start_and_keeps_the_rest():
    row = carried("campaign", {})
    assert row == {
        "name": "Holiday Deals 2026",
        "code": "HD26",
        "zone": ZONE,
        "currency": "USD",
        "starts": local("2026-11-20 00:00"),
        "ends": local("2026-11-25 23:59"),  # the first moment after, in the words of an Ends column
        "registration_closes": local("2026-11-11 18:00"),
        "baseline_from": date(2026, 8, 24),
        "platform_budget": Decimal("130000.00"),
        "highest_combined_discount": Decimal("0.8"),
    }


def test_times_keep_their_hour_when_the_clocks_change_in_between():
    promotion = {"id": "HD25-01", "starts": at("2025-10-31 18:00"), "ends": at("2025-11-03 18:00")}
    row = carried("promotions", promotion, starts=at("2025-12-01 00:00"))
    assert (row["starts"], row["ends"]) == (local("2025-11-10 18:00"), local("2025-11-13 18:00"))


def test_a_time_that_the_clocks_skip_moves_on_by_the_gap():
    promotion = {"id": "HD25-01", "starts": at("2025-11-21 02:30")}
    row = carried("promotions", promotion, starts=at("2026-03-08 00:00"))
    assert row["starts"] == local("2026-03-08 03:30")


def test_a_start_at_another_hour_moves_the_hours_too():
    row = carried("promotions", {"starts": at("2025-11-21 18:00")}, starts=at("2026-11-20 06:00"))
    assert row["starts"] == local("2026-11-21 00:00")


def test_another_zone_keeps_the_hours_of_the_clock():
    row = carried("promotions", {"starts": at("2025-11-21 18:00")}, at("2026-11-20 00:00", "Asia/Tokyo"), "Asia/Tokyo")
    assert row["starts"] == local("2026-11-20 18:00")


@pytest.mark.parametrize(
    ("code", "starts", "new"),
    [
        ("HD25", STARTS, "HD26"),
        ("HD2025", STARTS, "HD2026"),
        ("TOP10", STARTS, "TOP10"),
        ("SALE", STARTS, "SALE"),
        ("HD125", STARTS, "HD125"),
        ("HD25", at("2025-12-05 00:00"), "HD25"),
    ],
)
def test_only_a_code_that_ends_in_the_old_year_is_bumped_and_only_into_another_year(code, starts, new):
    assert carried("campaign", {}, starts=starts, code=code)["code"] == new


def test_the_new_code_heads_promotions_streams_and_all_that_speak_of_them():
    assert carried("promotions", {"id": "HD25-02", "which": "HD25-L01; HD25-L02"}) == {
        "id": "HD26-02",
        "which": "HD26-L01; HD26-L02",
    }
    stream = {"stream_id": "HD25-L07", "seller_id": "S-001", "promotion_ids": "HD25-02; XX-1; HD250"}
    assert carried("livestreams", stream)["stream_id"] == "HD26-L07"
    assert carried("livestreams", stream)["promotion_ids"] == "HD26-02; XX-1; HD250"
    show = {"stream_id": "HD25-L07", "promotion_id": "HD25-06", "sku_id": "1729", "price_to_say": 1290}
    assert carried("run_of_show", show) == {"stream_id": "HD26-L07", "promotion_id": "HD26-06", "sku_id": "1729"}


def test_a_promotion_keeps_its_terms_and_loses_what_the_marketplace_gave_it():
    promotion = {
        "id": "HD25-02",
        "title": "Beauty opening flash 2025",
        "kind_of_value": "Percent off",
        "value": "30 %",
        "value_percent": 0.3,
        "seller_pays": 0.7,
        "budget": 900_050,
        "per_buyer": NO_LIMIT,
        "claim_ends": at("2025-11-22 00:00"),
        "register_by": at("2025-11-10 12:00"),
        "tier2_value": "$5",
        "tier2_value_money": 500,
        "status": "Checked",
        "marketplace_id": "73001",
    }
    assert carried("promotions", promotion) == {
        "id": "HD26-02",
        "title": "Beauty opening flash 2025",
        "kind_of_value": "Percent off",
        "value": Decimal("0.3"),
        "seller_pays": Decimal("0.7"),
        "budget": Decimal("9000.50"),
        "per_buyer": "No limit",
        "claim_ends": local("2026-11-20 23:59"),
        "register_by": local("2026-11-09 12:00"),
        "tier2_value": Decimal("5.00"),
    }


def test_what_was_cancelled_stays_cancelled():
    assert carried("promotions", {"id": "HD25-02", "status": "Cancelled"})["status"] == "Cancelled"
    assert carried("livestreams", {"stream_id": "HD25-L07", "status": "Cancelled"})["status"] == "Cancelled"
    assert "status" not in carried("livestreams", {"stream_id": "HD25-L07", "status": "Done"})


def test_a_stream_moves_and_forgets_what_happened():
    stream = {
        "stream_id": "HD25-L07",
        "starts": at("2025-11-21 20:00"),
        "ends": at("2025-11-22 00:00"),
        "samples_due": at("2025-11-14 00:00"),
        "samples_arrived": True,
        "room_id": "7571234567890123456",
        "gmv_target": 2_500_000,
        "ads_budget": 150_000,
        "note": "two cameras",
    }
    assert carried("livestreams", stream) == {
        "stream_id": "HD26-L07",
        "starts": local("2026-11-20 20:00"),
        "ends": local("2026-11-21 00:00"),  # a stream's midnight is that midnight
        "samples_due": date(2026, 11, 13),
        "ads_budget": Decimal("1500.00"),
        "note": "two cameras; last GMV target 25000.00",
    }


def test_a_seller_is_invited_anew_and_its_scores_are_asked_again():
    seller = {
        "seller_id": "S-001",
        "reply": "Declined",
        "reason": "no stock",
        "reply_by": at("2025-11-14 18:00"),
        "shop_score": 4.2,
        "violations": 1,
        "score_as_of": at("2025-11-10 00:00"),
        "last_time_gmv": 4_800_000,
        "last_time_kept": 0.95,
        "sku_target": 20,
    }
    assert carried("sellers", seller) == {
        "seller_id": "S-001",
        "reply": "Invited",
        "reply_by": local("2026-11-13 18:00"),
        "note": "last SKU target 20",
    }


def test_an_excluded_seller_stays_excluded_with_its_reason():
    row = carried("sellers", {"seller_id": "S-009", "reply": "Excluded", "reason": "counterfeit"})
    assert row == {"seller_id": "S-009", "reply": "Excluded", "reason": "counterfeit"}


def test_a_target_must_be_typed_again_and_its_old_value_is_noted():
    target = {"level": "Campaign", "metric": "GMV", "target": 900_000.0, "last_time": 740_000.0, "owner": "Ines Roth"}
    assert carried("targets", target) == {
        "level": "Campaign",
        "metric": "GMV",
        "owner": "Ines Roth",
        "note": "last target 900000",
    }


def test_the_day_of_a_target_moves():
    assert carried("targets", {"level": "Day", "name": "2025-11-21 00:00"})["name"] == "2026-11-20"
    assert carried("targets", {"level": "Tier", "name": "2025-11-21"})["name"] == "2025-11-21"


def test_tasks_before_launch_stay_where_they_are_and_fixed_dates_move():
    task = {
        "id": "T05",
        "start": "L-10d",
        "duration": 8.0,
        "deadline": at("2025-11-12 18:00"),
        "milestone": False,
        "complete": 1.0,
        "actual_start": at("2025-11-03 00:00"),
        "actual_finish": at("2025-11-11 00:00"),
        "predecessors": "T03SS+2d; T04",
    }
    assert carried("timeline", task) == {
        "id": "T05",
        "start": "L-10d",
        "duration": Decimal(8),
        "deadline": local("2026-11-11 18:00"),
        "milestone": False,
        "predecessors": "T03SS+2d; T04",
    }
    assert carried("timeline", {"id": "T06", "start": "2025-11-03 09:00"})["start"] == "2026-11-02 09:00"
    assert carried("timeline", {"id": "T06", "start": "after lunch"})["start"] == "after lunch"


def test_changes_and_rules_are_left_behind():
    frames = {
        "campaign": frame("campaign", CAMPAIGN),
        "changes": frame("changes", {"number": "C001"}),
        "rules": frame("rules", {"code": "PRM104"}),
        "contacts": frame("contacts", {"name": "Kai Lund", "on_call_from": at("2025-11-21 18:00")}),
    }
    rows = carry_over(frames, STARTS, ZONE)
    assert set(rows) == {"campaign", "contacts"}
    assert rows["contacts"][0] == {"name": "Kai Lund", "on_call_from": local("2026-11-20 18:00")}


def test_money_without_cents_is_carried_in_full():
    assert carried("promotions", {"budget": 9_000_000}, currency="IDR")["budget"] == Decimal(9_000_000)


def test_what_was_blank_stays_blank():
    assert carried("campaign", {}, name=None, registration_closes=None, platform_budget=None).keys() == {
        "code",
        "zone",
        "currency",
        "starts",
        "ends",
        "baseline_from",
        "highest_combined_discount",
    }
    assert carried("targets", {"level": "Day", "metric": "GMV"}) == {"level": "Day", "metric": "GMV"}


def test_a_campaign_without_a_start_cannot_be_carried_over():
    for campaign in ({"campaign": frame("campaign", {"name": "Deals"})}, {}):
        with pytest.raises(CannotRead, match="no start"):
            carry_over(campaign, STARTS, ZONE)


def test_a_new_start_needs_a_zone():
    with pytest.raises(ValueError, match="zone"):
        carry_over({"campaign": frame("campaign", CAMPAIGN)}, local("2026-11-20 00:00"), ZONE)

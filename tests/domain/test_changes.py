"""Promises are the lock with changes applied from their hour on; what met nothing changes nothing."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaignctl.domain.changes import Change, met, promised
from campaignctl.domain.frames import empty, framed
from campaignctl.domain.lock import FRAMES, LOCKED_LINES, LOCKED_PROMOTIONS, LOCKED_STREAMS, LOCKED_TARGETS, Lock

LOCK_TIME = datetime(2026, 11, 16, 18, tzinfo=UTC)
NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
A, B = "1729500011223344501", "1729500011223344502"


def lock(**more):
    frames = {name: empty(shape) for name, shape in FRAMES.items()}
    frames["lines"] = framed(
        {
            "seller_id": ["S-001", "S-001", "S-001", "S-002"],
            "promotion_id": ["P1", "P2", "P3", "P1"],
            "sku_id": [A, A, B, B],
            "list_price": [4000, 4000, 4000, 4000],
            "campaign_price": [2999, 2499, None, 3000],
            "deal_price": [2999, 2499, 3600, 3000],
            "stock": [100, 50, 30, 20],
        },
        4,
        LOCKED_LINES,
    )
    frames["promotions"] = framed(
        {
            "id": ["P1", "P2", "P3"],
            "kind_of_value": ["Seller's price", "Seller's price", "Percent off"],
            "value_percent": [None, None, 0.1],
            "ends": [NOON, NOON, NOON],
            "budget": [None, 900, None],
        },
        3,
        LOCKED_PROMOTIONS,
    )
    frames["streams"] = framed({"stream_id": ["L1"], "host": ["Robin"], "starts": [NOON]}, 1, LOCKED_STREAMS)
    frames["targets"] = framed(
        {
            "level": ["Campaign", "Campaign", "Category", "Seller"],
            "name": [None, None, "Beauty", "S-001"],
            "metric": ["GMV", "Orders", "GMV", "GMV"],
            "target": [1000.0, 50.0, 400.0, 90.0],
        },
        4,
        LOCKED_TARGETS,
    )
    whole = {"platform_budget": 5000, **more}
    return Lock(1, LOCK_TIME, "ines", "HD26", "USD", "UTC", **frames, **whole)


def change(number="C001", **more):
    base = {"row": 7, "at": NOON, "kind": "SKU terms", "seller": "S-001", "sku": A, "other": "", "frame": "lines"}
    return Change(**{"number": number, **base, "field": "stock", "old": None, "new": 70, "approved": True, **more})


def of_promotion(id_, field, new, **more):
    return change(kind="Promotion", seller="", sku="", other=id_, frame="promotions", field=field, new=new, **more)


def test_a_change_holds_from_its_hour_on():
    before, after = NOON - timedelta(seconds=1), NOON
    assert promised(lock(), [change(other="P1")], before) == lock()
    assert promised(lock(), [change(other="P1")], after).lines["stock"].tolist() == [70, 50, 30, 20]
    assert promised(lock(), [change(other="P1")]).lines["stock"].tolist() == [70, 50, 30, 20]


def test_without_a_promotion_all_lines_of_the_sku_change():
    assert promised(lock(), [change()]).lines["stock"].tolist() == [70, 70, 30, 20]


def test_an_old_value_tells_which_of_several_lines_is_meant():
    assert promised(lock(), [change(old=50)]).lines["stock"].tolist() == [100, 70, 30, 20]


def test_the_price_that_buyers_pay_follows_the_seller_s_price():
    now = promised(lock(), [change(field="campaign_price", new=2799, other="P1")]).lines
    assert now["campaign_price"].tolist()[0] == now["deal_price"].tolist()[0] == 2799


def test_a_seller_s_price_moves_nothing_where_the_promotion_sets_the_price():
    now = promised(lock(), [change(sku=B, field="campaign_price", new=100)]).lines
    assert now["deal_price"].tolist() == [2999, 2499, 3600, 3000]


def test_the_price_that_buyers_pay_follows_the_value_of_the_promotion():
    assert promised(lock(), [of_promotion("P3", "value_percent", 0.25)]).lines["deal_price"].tolist()[2] == 3000


@pytest.mark.parametrize(
    ("one", "left"),
    [
        (change(kind="Withdraw SKU", field="", new=None), [30, 20]),
        (change(kind="Withdraw SKU", field="", new=None, other="P2"), [100, 30, 20]),
        (change(kind="Withdraw seller", sku="", field="", new=None), [20]),
    ],
    ids=["a SKU", "a SKU from one promotion", "a seller"],
)
def test_what_is_withdrawn_is_promised_no_more(one, left):
    assert promised(lock(), [one]).lines["stock"].tolist() == left


def test_streams_budgets_and_targets_change_too():
    stream = change(kind="Livestream", seller="", sku="", other="L1", frame="streams", field="host", new="Juno")
    budget = change(kind="Budget", seller="", sku="", frame="campaign", field="platform_budget", new=6000)
    target = change(kind="Target", seller="", sku="", other="Beauty", frame="targets", field="target", new=500.0)
    own = change(kind="Target", sku="", frame="targets", field="target", new=95.0)
    now = promised(lock(), [stream, budget, target, own])
    assert now.streams["host"].tolist() == ["Juno"]
    assert now.platform_budget == 6000
    assert now.targets["target"].tolist() == [1000.0, 50.0, 500.0, 95.0]


def test_a_target_that_is_not_told_apart_stays():
    one = change(kind="Target", seller="", sku="", frame="targets", field="target", new=2000.0)
    assert promised(lock(), [one]) == lock()
    assert promised(lock(), [replace(one, old=1000.0)]).targets["target"].tolist()[:2] == [2000.0, 50.0]


@pytest.mark.parametrize(
    "one",
    [
        change(approved=False),
        change(at=None),
        change(new=None),
        change(sku="1"),
        change(seller="S-009"),
        change(kind="Event", frame="", field=""),
        of_promotion("P9", "ends", NOON),
    ],
    ids=["unapproved", "without an hour", "unreadable", "unknown SKU", "unknown seller", "event", "unknown promotion"],
)
def test_what_is_no_change_of_the_lock_changes_nothing(one):
    assert promised(lock(), [one]) == lock()


def test_a_change_that_the_lock_already_holds_is_not_applied_again():
    assert promised(lock(applied=("C001",)), [change()]) == lock(applied=("C001",))


def test_changes_follow_one_another_by_their_hour_whatever_row_they_stand_in():
    late = change("C001", at=NOON + timedelta(hours=1), new=10, other="P1")
    early = change("C002", at=NOON, row=8, new=20, other="P1")
    assert promised(lock(), [late, early]).lines["stock"].tolist()[0] == 10
    seen = list(met(lock(), [late, early]))
    assert [(one.change.number, one.before) for one in seen] == [("C002", (100,)), ("C001", (20,))]


def test_the_lock_itself_stays_as_it_was():
    before = lock()
    promised(before, [change(), of_promotion("P3", "value_percent", 0.5), change(kind="Withdraw seller", field="")])
    assert before == lock()


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(1, 500)), max_size=6), st.integers(-1, 6))
def test_the_last_change_that_took_effect_is_what_holds(steps, hour):
    changes = [
        change(f"C{n}", row=n, at=NOON + timedelta(hours=after), new=stock, other="P1")
        for n, (after, stock) in enumerate(steps)
    ]
    at = NOON + timedelta(hours=hour)
    due = [(after, n, stock) for n, (after, stock) in enumerate(steps) if after <= hour]
    expected = max(due)[2] if due else 100
    assert promised(lock(), changes, at).lines["stock"].tolist() == [expected, 50, 30, 20]


def test_dtypes_are_those_of_the_lock():
    now = promised(lock(), [change(), of_promotion("P3", "value_percent", 0.25), of_promotion("P1", "ends", NOON)])
    for name, shape in FRAMES.items():
        assert {column: str(dtype) for column, dtype in getattr(now, name).dtypes.items()} == dict(shape)
    assert isinstance(now.lines.index, pd.RangeIndex)

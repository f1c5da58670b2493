"""What a report of a past day knows: exports made since then tell of later, and later is not told."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import duckdb
import narwhals as nw
import pandas as pd
import pytest

from campaignctl.domain.export_frames import ORDER_LINES
from campaignctl.domain.frames import shaped
from campaignctl.domain.handed_out import SETTLEMENTS
from campaignctl.metrics.measures import Table
from campaignctl.stages.report.known import INSTANTS, as_known

ZONE = ZoneInfo("America/Los_Angeles")
NOON = datetime(2026, 11, 22, 12, tzinfo=ZONE)
BEFORE, AFTER = NOON - timedelta(hours=1), NOON + timedelta(hours=1)


def an_order(order, paid, *, status="completed", cancelled=None):
    return {
        "order_id": order, "status": status, "created": BEFORE, "paid": paid, "paid_day": "2026-11-22",
        "cancelled": cancelled, "order_refund": 500, "returned_quantity": 1,
    }  # fmt: skip


def lines(*rows):
    return shaped(pd.DataFrame(rows), ORDER_LINES)


def read(native):
    told = nw.from_native(native).lazy()
    plain = told.with_columns(*[nw.col(name).cast(nw.String) for name in INSTANTS])
    frame = plain.collect(backend="pandas").to_native()
    return frame.set_index("order_id").sort_index()


@pytest.fixture(params=["pandas", "DuckDB"])
def engine(request):
    """Small exports are frames, large ones relations."""
    if request.param == "pandas":
        return lambda frame: frame
    connection = duckdb.connect()
    return lambda frame: connection.from_df(frame.assign(status=frame["status"].astype("str")))


def test_what_was_paid_or_cancelled_later_was_not_yet(build, engine):
    told = lines(
        an_order("cancelled later", BEFORE, status="cancelled", cancelled=AFTER),
        an_order("cancelled then", BEFORE, status="cancelled", cancelled=NOON),
        an_order("paid later", AFTER),
        an_order("paid then", NOON),
    )
    found = read(as_known(build(order_lines=engine(told), as_of=NOON)).order_lines)
    assert found["status"].to_dict() == {
        "cancelled later": "paid", "cancelled then": "cancelled", "paid later": "unpaid", "paid then": "completed",
    }  # fmt: skip
    assert found["paid"].isna().to_dict() == {
        "cancelled later": False, "cancelled then": False, "paid later": True, "paid then": False,
    }  # fmt: skip
    assert found.loc["paid later", ["paid_day"]].isna().all()
    assert found["cancelled"].notna().to_dict()["cancelled later"] is False


@pytest.mark.parametrize(("hours", "told"), [(23, True), (24, False)])
def test_refunds_have_no_date_so_none_is_told_where_exports_reach_a_day_beyond(build, engine, hours, told):
    later = lines(an_order("one", BEFORE), an_order("two", NOON + timedelta(hours=hours)))
    known = as_known(build(order_lines=engine(later), as_of=NOON))
    found = read(known.order_lines)
    assert bool(found["order_refund"].notna().any()) is told
    assert bool(found["returned_quantity"].notna().any()) is told
    assert (known.held_to is None) is told


def test_exports_that_reach_no_further_stay_as_they_are(build):
    told = lines(an_order("one", BEFORE, status="cancelled", cancelled=NOON))
    assert as_known(build(order_lines=told, as_of=NOON)).order_lines is told


def test_what_was_settled_later_was_not_paid_out(build):
    rows = [{"order_id": "then", "settled": BEFORE}, {"order_id": "later", "settled": AFTER}, {"order_id": "undated"}]
    inputs = build(beside={Table.SETTLEMENTS: shaped(pd.DataFrame(rows), SETTLEMENTS)}, as_of=NOON)
    assert sorted(as_known(inputs).beside[Table.SETTLEMENTS]["order_id"]) == ["then", "undated"]

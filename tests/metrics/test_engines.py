"""The same integers come out of pandas and DuckDB, whatever is missing, and the parts add up to the whole."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import duckdb
import narwhals as nw
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from campaignctl.domain.campaign import Window
from campaignctl.domain.export_frames import ORDER_LINES
from campaignctl.domain.frames import shaped
from campaignctl.metrics.catalogue import by_id, of_table
from campaignctl.metrics.compute import (
    BY_CATEGORY,
    BY_DAY,
    BY_PRODUCT,
    BY_SELLER,
    BY_TOTAL,
    Breakdown,
    breakdown,
    enter,
    enter_baseline,
)
from campaignctl.metrics.counting import Scope, counted_lines
from campaignctl.metrics.grouping import grouped
from campaignctl.metrics.kept import kept
from campaignctl.metrics.ledger import At, Ledger
from campaignctl.metrics.measures import Table
from campaignctl.metrics.periods import Periods, periods

ZONE = ZoneInfo("America/Los_Angeles")
START = datetime(2026, 11, 20, tzinfo=ZONE)
DURING = periods(
    Window(START, START + timedelta(days=3)),
    datetime(2026, 12, 1, tzinfo=UTC),
    ZONE,
    (date(2026, 10, 31), date(2026, 11, 17)),
    None,
)
METRICS = of_table(Table.ORDER_LINES)
DIMENSIONS = (BY_TOTAL, BY_DAY, BY_CATEGORY, BY_SELLER, BY_PRODUCT)
REGISTERED = pd.DataFrame(
    {
        "seller_id": ["S-1", "S-1", "S-2"],
        "sku_id": ["1", "2", None],
        "product_id": ["P-1", "P-1", "P-3"],
        "category": ["Beauty", None, "Toys"],
    }
).astype("str")
SCOPE = Scope(REGISTERED, sellers=frozenset({"S-1", "S-2"}), categories={"S-1": "Home"})

CATEGORIES = ("Beauty", "Toys", "Home", "Export A")

small = st.integers(0, 5_000)
maybe = st.one_of(st.none(), small)


PRODUCT_OF = {"1": "P-1", "2": "P-1", "3": "P-2"}
"""A SKU is one product's, in every line."""


@st.composite
def orders(draw):
    """A few orders of a few lines: each has one seller, one payment and one status per line."""
    rows = []
    letter = draw(st.sampled_from(["O-", "57654321", "0"]))  # ids that are all numbers are kept as such
    for number in range(draw(st.integers(1, 8))):
        paid = draw(
            st.one_of(st.none(), st.integers(-21 * 24, 3 * 24).map(lambda hours: START + timedelta(hours=hours)))
        )
        order = {
            "order_id": draw(st.sampled_from([f"{letter}{number}", f"{letter}{number}", f"{letter}{number}", None])),
            "seller_id": draw(st.sampled_from(["S-1", "S-2", "S-3", None])),
            "paid": paid,
            "paid_day": None if paid is None else str(paid.date()),
            "file": draw(st.sampled_from(["a.csv", "b.csv"])),
        }
        amounts = {"order_amount": draw(maybe), "order_refund": draw(maybe)}
        for line in range(draw(st.integers(1, 3))):
            sku = draw(st.sampled_from(["1", "2", "3", None]))
            sold = {
                "sku_id": sku,
                "product_id": PRODUCT_OF.get(sku) or draw(st.sampled_from(["P-1", "P-2", "P-3", None])),
                "category": draw(st.sampled_from(["Export A", None])),
                "status": draw(st.sampled_from(["completed", "cancelled", "unpaid", "unknown", None])),
                "line_kind": draw(st.sampled_from(["sale", "sale", "sale", "gift", "sample", None])),
            }
            for column in (
                "quantity",
                "subtotal_before_discount",
                "subtotal_after_discount",
                "seller_discount",
                "platform_discount",
            ):
                sold[column] = draw(maybe)
            rows.append({**order, **sold, **(amounts if line == 0 else {})})
    frame = pd.DataFrame(rows)
    frame["paid"] = pd.to_datetime(frame["paid"], utc=True)
    return shaped(frame, ORDER_LINES)


def broken_down(native: object, during: Periods = DURING) -> list[Breakdown]:
    table = kept(counted_lines(native, SCOPE, during), native, {"campaign_category": CATEGORIES})
    return [breakdown(table, METRICS, dimension, during) for dimension in DIMENSIONS]


def figures(found: list[Breakdown]) -> Ledger:
    ledger = Ledger("USD")
    for one in found:
        enter(ledger, METRICS, one)
        enter_baseline(ledger, METRICS, one)
    return ledger


@settings(max_examples=6)
@given(orders())
def test_pandas_and_duckdb_give_identical_integers_and_figures(frame):
    ours, theirs = broken_down(frame), broken_down(duckdb.connect().from_df(frame))
    for pandas_side, duckdb_side in zip(ours, theirs, strict=True):
        pd.testing.assert_frame_equal(pandas_side.campaign, duckdb_side.campaign, check_index_type=False)
        assert (pandas_side.baseline is None) == (duckdb_side.baseline is None)
        if pandas_side.baseline is not None:
            pd.testing.assert_frame_equal(pandas_side.baseline, duckdb_side.baseline, check_index_type=False)
    assert figures(ours).figures == figures(theirs).figures


@settings(max_examples=6)
@given(orders())
def test_the_parts_of_an_additive_metric_add_up_to_the_total(frame):
    ledger = figures(broken_down(frame))
    compared = 0
    for metric in METRICS:
        for dimension in DIMENSIONS[1:]:
            parts = [
                figure.value
                for figure in ledger.figures.values()
                if figure.id.startswith(f"{metric.id}.{dimension.scope}.") and "@" not in figure.id
            ]
            if dimension.scope not in metric.additive_over or any(part is None for part in parts):
                continue
            total = ledger.value(metric.id)
            assert sum(parts) == (total or 0), (metric.id, dimension.scope)
            compared += 1
    assert compared or all(figure.value is None for figure in ledger.figures.values())


@settings(max_examples=8)
@given(orders())
def test_gmv_and_orders_are_those_a_plain_loop_counts(frame):
    value, seen, unknown = 0, set(), []
    for row in frame.to_dict("records"):
        registered = row["sku_id"] in {"1", "2"} or row["product_id"] == "P-3"
        sale = pd.isna(row["line_kind"]) or row["line_kind"] == "sale"
        paid = not pd.isna(row["paid"]) and START <= row["paid"] < START + timedelta(days=3)
        ours = pd.isna(row["seller_id"]) or row["seller_id"] in {"S-1", "S-2"}
        if not (registered and sale and paid and ours and row["status"] != "unpaid"):
            continue
        unknown.append(pd.isna(row["subtotal_after_discount"]))
        value += 0 if unknown[-1] else int(row["subtotal_after_discount"])
        if not pd.isna(row["order_id"]):
            seen.add(row["order_id"])
    ledger = figures(broken_down(frame)[:1])
    expected = None if unknown and all(unknown) else ledger.money(value)
    assert ledger.value("gmv") == expected
    if seen or not unknown:
        assert ledger.value("orders") == len(seen)


def table(rows: list[dict[str, object]]) -> pd.DataFrame:
    day = datetime(2026, 11, 20, 9, tzinfo=ZONE)
    usual = {"paid": day, "paid_day": "2026-11-20", "seller_id": "S-1", "sku_id": "1", "order_id": "O-1", "file": "a"}
    frame = pd.DataFrame([{**usual, **row} for row in rows])
    frame["paid"] = pd.to_datetime(frame["paid"], utc=True)
    return shaped(frame, ORDER_LINES)


@pytest.mark.parametrize("engine", [lambda frame: frame, lambda frame: duckdb.connect().from_df(frame)])
def test_sums_beyond_the_reach_of_floats_stay_exact(engine):
    frame = table([{"subtotal_after_discount": 9_007_199_254_740_992}, {"subtotal_after_discount": 1}])
    found = grouped(counted_lines(engine(frame), SCOPE, DURING), by_id("gmv").measures, ("seller_id",))
    assert found["value"].tolist() == [9_007_199_254_740_993]


@pytest.mark.parametrize("engine", [lambda frame: frame, lambda frame: duckdb.connect().from_df(frame)])
def test_a_missing_key_is_a_group_of_its_own(engine):
    frame = table([{"subtotal_after_discount": 5, "seller_id": None}, {"subtotal_after_discount": 7}])
    found = breakdown(counted_lines(engine(frame), SCOPE, DURING), METRICS, BY_SELLER, DURING)
    assert found.keys == ["S-1", None]
    assert found.campaign["value"].tolist() == [7, 5]


def test_an_absent_column_makes_its_figures_absent_with_the_reason():
    ledger = figures(broken_down(table([{"subtotal_after_discount": 500}]))[:1])
    depth = ledger.figures["discount_depth.total"]
    assert depth.value is None
    assert depth.reason == "the exports do not give SKU Seller Discount"
    assert ledger.figures["gmv.total"].words == "$5.00"


def test_a_rate_over_nothing_is_not_available():
    ledger = figures(broken_down(table([{"subtotal_after_discount": 500, "paid": START - timedelta(days=99)}]))[:1])
    assert ledger.figures["gmv.total"].value == 0
    assert ledger.figures["aov.total"].value is None
    assert ledger.figures["aov.total"].reason == "nothing to divide by"


def test_the_baseline_is_the_mean_of_its_windows_and_rates_come_from_sums():
    """Two windows fit: Nov 13 to 15 and Nov 6 to 8; a third ends after Nov 17."""
    sold = [
        {"order_id": "A", "subtotal_after_discount": 300, "paid": START - timedelta(days=7), "paid_day": "2026-11-13"},
        {"order_id": "B", "subtotal_after_discount": 100, "paid": START - timedelta(days=13), "paid_day": "2026-11-07"},
        {"order_id": "C", "subtotal_after_discount": 150, "paid": START - timedelta(days=13), "paid_day": "2026-11-07"},
        {"order_id": "D", "subtotal_after_discount": 999, "paid": START - timedelta(days=9), "paid_day": "2026-11-11"},
        {"order_id": "E", "subtotal_after_discount": 700},
    ]
    assert DURING.baseline.windows == 2
    ledger = figures(broken_down(table(sold)))
    assert ledger.value("gmv", At(period="baseline")) == ledger.money(275)
    assert ledger.value("orders", At(period="baseline")) == 1.5
    assert ledger.value("aov", At(period="baseline")) == ledger.money(183)
    assert ledger.value("gmv", At("day", "2026-11-20", "baseline")) == ledger.money(150)
    assert ledger.value("gmv", At("day", "2026-11-21", "baseline")) == ledger.money(125)
    assert ledger.value("gmv", At("seller", "S-1", "baseline")) == ledger.money(275)


def test_a_predicate_never_hides_inside_an_aggregation():
    """The trap this shape avoids: pandas would count the gift as well."""
    frame = table([{"subtotal_after_discount": 5}, {"subtotal_after_discount": 7, "line_kind": "gift"}])
    found = grouped(counted_lines(frame, SCOPE, DURING), by_id("gmv").measures, ("period",))
    assert found["value"].tolist() == [5]


def test_refunds_are_borne_by_lines_in_proportion_and_never_beyond_their_value():
    rows = [
        {"subtotal_after_discount": 1_000, "order_amount": 2_200, "order_refund": 1_100},
        {"subtotal_after_discount": 1_000, "sku_id": "2"},
        {"order_id": "O-2", "subtotal_after_discount": 300, "order_amount": 330, "order_refund": 900},
    ]
    lines = counted_lines(table(rows), SCOPE, DURING).collect(backend="pandas").to_native()
    assert lines.sort_values(["order_id", "sku_id"])["refund"].tolist() == [500, 500, 300]


def test_a_file_that_states_no_refund_anywhere_leaves_refunds_unknown():
    rows = [
        {"subtotal_after_discount": 1_000, "order_amount": 1_100},
        {"order_id": "O-2", "subtotal_after_discount": 500, "order_amount": 600, "order_refund": 0, "file": "b"},
        {"order_id": "O-3", "subtotal_after_discount": 500, "order_amount": 600, "file": "b"},
    ]
    lines = counted_lines(table(rows), SCOPE, DURING).collect(backend="pandas").to_native()
    assert [None if pd.isna(part) else part for part in lines.sort_values("order_id")["refund"]] == [None, 0, 0]


def test_flags_are_never_missing():
    frame = table([{"status": None, "line_kind": None, "subtotal_after_discount": 5, "paid": START}])
    lines = counted_lines(frame, SCOPE, DURING)
    flags = [name for name in lines.collect_schema().names() if name.startswith("is_")]
    assert len(flags) == 6
    assert not lines.select(*[nw.col(name).is_null().any() for name in flags]).collect().to_native().to_numpy().any()

"""A report on sums instead of order lines: the same figures where sums can tell them, and nothing guessed where not."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import duckdb
import pandas as pd
import pytest

from campaignctl.domain.document import Findings
from campaignctl.domain.frames import shaped
from campaignctl.domain.observations import Kind, Observation, Place
from campaignctl.domain.sums import MEASURES, SUMS
from campaignctl.metrics.ledger import At, Ledger
from campaignctl.stages.report import ReportInputs, report, with_sums
from campaignctl.stages.report.basis import Basis
from campaignctl.stages.report.bought import bought
from campaignctl.stages.report.data import data
from campaignctl.stages.report.measure import measured
from campaignctl.stages.report.sums_gaps import sums_gaps
from campaignctl.stages.report.ways import ways

ZONE = ZoneInfo("America/Los_Angeles")
AS_OF = datetime(2026, 12, 2, 9, tzinfo=ZONE)
FINEST = ("product_id", "product_name", "sku_id")
OF_WHOLE_ORDERS = {"orders", "aov", "cancel_rate", "refund_rate_orders", "units_per_order"}
OF_ORDERS = "sums by product count an order once for each of its products; orders need sums by day or seller"


def paid_back(lines: pd.DataFrame) -> pd.Series:
    """What comes off each line where its order was paid back in part, rounded half up."""
    orders = lines.groupby("order_id")[["order_amount", "order_refund"]].max().loc[lines["order_id"]]
    amount, refund = (orders[name].to_numpy() for name in orders)
    return (2 * lines["subtotal_after_discount"] * refund + amount) // (2 * amount)


def summed(lines: pd.DataFrame, by: Sequence[str] = (), file: str = "exports/sums.csv") -> pd.DataFrame:
    """Add order lines up by shop and day, and by what else is named, as a team's warehouse would."""
    paid = lines[lines["paid"].notna()].drop(columns="channel")
    gone = paid["status"].astype("str") == "cancelled"
    back = paid_back(paid).where(~gone, 0)
    rows = paid.assign(
        gmv=paid["subtotal_after_discount"],
        list_value=paid["subtotal_before_discount"],
        units=paid["quantity"],
        cancelled_value=paid["subtotal_after_discount"].where(gone, 0),
        refunded_value=back,
        gone=paid["order_id"].where(gone),
        back=paid["order_id"].where(back > 0),
        pair=paid["order_id"] + paid["sku_id"],
        channel="LIVE",
    )
    amounts = [
        "gmv",
        "list_value",
        "seller_discount",
        "platform_discount",
        "units",
        "cancelled_value",
        "refunded_value",
    ]
    groups = rows.groupby(["seller_id", "paid_day", *by], dropna=False)
    counts = {"orders": "order_id", "sku_orders": "pair", "cancelled_orders": "gone", "refunded_orders": "back"}
    found = groups[amounts].sum().join(groups.agg(**{name: (of, "nunique") for name, of in counts.items()}))
    found = found.reset_index()
    return sums(found.rename(columns={"paid_day": "day"}), (*by, *amounts, *counts), file)


def sums(rows: pd.DataFrame, columns: Sequence[str], file: str = "exports/sums.csv") -> pd.DataFrame:
    starts = pd.to_datetime(rows["day"]).dt.tz_localize(ZONE).dt.tz_convert("UTC").astype("datetime64[us, UTC]")
    named = {"starts": starts, "file": file, "sheet": "", "row": range(2, len(rows) + 2)}
    return shaped(rows.assign(columns=" ".join(columns), **named), SUMS)


def drawn(*rows: dict[str, Any], file: str = "exports/sums.csv") -> pd.DataFrame:
    frame = pd.DataFrame(rows)
    return sums(frame, [name for name in frame if name not in {"day", "seller_id"}], file)


def day(when: str = "2026-11-20", **cells: Any) -> dict[str, Any]:
    return {"seller_id": "S-001", "day": when, "gmv": 10_000, "orders": 4, "units": 5, **cells}


@pytest.fixture
def alone(build: Callable[..., ReportInputs]) -> Callable[..., ReportInputs]:
    """A campaign that has sums and no orders."""

    def made(*tables: pd.DataFrame, **changes: Any) -> ReportInputs:
        plain: dict[str, Any] = {"order_lines": None, "observations": (), "registered": None, "streams": None}
        return with_sums(build(**{**plain, **changes}), pd.concat(tables, ignore_index=True))

    return made


def value(inputs: ReportInputs, metric: str, at: At = At()) -> Any:  # noqa: B008 - a frozen place
    return measured(inputs).ledger.value(metric, at)


def findings(inputs: ReportInputs) -> dict[str, str]:
    """Return the findings about sums by code."""
    return {one.code: one.message for one in sums_gaps(measured(inputs))}


def messages(inputs: ReportInputs) -> list[str]:
    parts = report(inputs).section("data").parts
    return [one.message for part in parts if isinstance(part, Findings) for one in part.findings]


# --------------------------------------------------------------------------------------------- the same as of the orders


def test_sums_by_sku_give_every_figure_that_orders_give_but_those_of_whole_orders(build):
    orders = build(observations=())
    by_order = report(orders).figures
    by_sum = report(with_sums(replace(orders, order_lines=None), summed(orders.order_lines, FINEST))).figures
    lost = {name for name in by_order if name in by_sum and by_sum[name].value != by_order[name].value}
    ranked = {name for name in lost if by_sum[name].value is not None}  # lists of insights that orders feed as well
    assert not {name for name in ranked if name.startswith(("gmv", "units", "net_gmv", "discount", "sku_orders"))}
    assert {by_sum[name].reason for name in lost - ranked} == {OF_ORDERS}
    assert {name.split(".")[0] for name in lost - ranked} == OF_WHOLE_ORDERS
    gone = {name.split(".")[0] for name in by_order.keys() - by_sum.keys()}
    assert "order_paid_rate" in gone  # of single orders; the rest are insights that orders alone feed
    assert not {"units", "net_gmv", "sku_orders", "discount_depth", "expected", "roi_cost", "roi"} & gone
    assert by_sum["gmv.total~expected"].value == by_order["gmv.total~expected"].value


def test_sums_by_day_and_seller_give_the_orders_too(build):
    orders = build(observations=(), registered=None)
    by_order = measured(orders).ledger
    by_sum = measured(with_sums(replace(orders, order_lines=None), summed(orders.order_lines))).ledger
    for metric in ("gmv", "orders", "aov", "cancel_rate", "refund_rate", "refund_rate_orders", "units_per_order"):
        assert by_sum.value(metric) == by_order.value(metric), metric
        for place in (At("day", "2026-11-21"), At("seller", "S-002"), At("category", "Beauty"), At(period="baseline")):
            assert by_sum.value(metric, place) == by_order.value(metric, place), (metric, place)


def test_the_same_comes_of_the_database(build):
    orders = build(observations=(), registered=None)
    window = orders.order_lines["paid_day"] >= "2026-11-20"
    earlier = summed(orders.order_lines[~window])
    here = with_sums(replace(orders, order_lines=orders.order_lines[window]), earlier)
    connection = duckdb.connect()
    lines = orders.order_lines[window]
    plain = lines.astype({name: "str" for name in lines if str(lines[name].dtype) == "category"})
    there = with_sums(replace(orders, order_lines=connection.from_df(plain)), earlier)
    left, right = measured(here).ledger.figures, measured(there).ledger.figures
    assert {name: figure.value for name, figure in left.items()} == {
        name: figure.value for name, figure in right.items()
    }


# ----------------------------------------------------------------------------------------------------- nothing counts twice


def test_orders_go_before_sums_of_the_same_shop_and_day(build):
    orders = build(observations=())
    both = with_sums(orders, summed(orders.order_lines, FINEST))
    assert value(both, "gmv") == value(orders, "gmv")
    assert value(both, "orders") == value(orders, "orders")
    assert "the orders count" in findings(both)["DAT116"]


def test_sums_fill_the_weeks_of_which_there_are_no_orders(build):
    orders = build(observations=())
    late = orders.order_lines["paid_day"] >= "2026-11-20"
    mixed = with_sums(replace(orders, order_lines=orders.order_lines[late]), summed(orders.order_lines, FINEST))
    for metric, place in (
        ("gmv", At()),
        ("orders", At()),
        ("gmv", At(period="baseline")),
        ("units", At("day", "2026-11-22")),
    ):
        assert value(mixed, metric, place) == value(orders, metric, place), metric
    assert "DAT123" not in findings(mixed)  # the campaign itself is told in orders


def test_totals_and_details_of_a_day_are_never_added(alone):
    details = drawn(day(product_id="A", gmv=6_000, orders=3), day(product_id="B", gmv=4_000, orders=2))
    totals = drawn(day(orders=4), file="exports/totals.csv")
    both = alone(details, totals)
    assert value(both, "gmv") == 100
    assert value(both, "orders") == 4  # the details say 5: one order was of both
    assert value(both, "orders", At("product", "A")) == 3
    assert "both hold the same sales" in findings(both)["DAT117"]


def test_orders_by_product_are_not_added_up(alone):
    inputs = alone(drawn(day(product_id="A"), day(product_id="B")))
    ledger = measured(inputs).ledger
    assert ledger.value("orders", At("product", "A")) == 4
    assert (ledger.value("orders"), ledger.get("orders").reason) == (None, OF_ORDERS)
    assert any(message.startswith(OF_ORDERS) for message in messages(inputs))


def test_a_row_without_a_seller_beside_rows_with_one_is_a_total(alone):
    inputs = alone(drawn(day(), day(seller_id="S-002"), day(seller_id=None, gmv=20_000)))
    assert value(inputs, "gmv") == 200
    assert "taken for totals, they are not added" in findings(inputs)["DAT118"]


def test_rows_without_a_seller_count_where_nobody_names_one(alone):
    inputs = alone(drawn(day(seller_id=None)))
    assert value(inputs, "gmv") == 100
    assert value(inputs, "gmv", At("seller", None)) == 100


@pytest.mark.parametrize("word", ["Total", "ALL ", "grand total"])
def test_the_word_total_is_no_product(alone, word):
    inputs = alone(drawn(day(product_id="A"), day(product_id=word)))
    assert value(inputs, "gmv") == 100


def test_a_blank_promotion_is_a_total_where_it_equals_the_others_and_the_rest_where_it_does_not(alone):
    parts = [day(promotion_id="P-1", gmv=3_000), day(promotion_id="P-2", gmv=7_000)]
    assert value(alone(drawn(*parts, day(promotion_id=None, gmv=10_000))), "gmv") == 100
    assert value(alone(drawn(*parts, day(promotion_id=None, gmv=50_000))), "gmv") == 600


# ------------------------------------------------------------------------------------------------------------ what it tells


def test_promotions_are_told_by_sums_that_name_them(alone):
    rows = [day(promotion_id="P-1", gmv=3_000), day(promotion_id="P-2", gmv=7_000), day(promotion_id=None, gmv=1_000)]
    inputs = alone(drawn(*rows, day("2026-11-21", promotion_id="P-1", gmv=500)))
    ledger = measured(inputs).ledger
    assert ledger.value("gmv", At("promotion", "P-1")) == 35
    assert ledger.value("units", At("promotion", "P-1")) == 10
    assert ledger.value("orders", At("promotion", "P-1")) == 8
    assert "promotions" in {part.slug for part in ways(measured(inputs)).parts}


def test_shops_and_promotions_are_known_by_their_names_too(alone):
    inputs = alone(drawn(day(seller_id="blue orchard")))
    assert value(inputs, "gmv", At("seller", "S-002")) == 100


def test_a_shop_that_nobody_knows_does_not_count_and_is_named(alone):
    inputs = alone(drawn(day(), day(seller_id="=1+1")))
    assert value(inputs, "gmv") == 100
    assert findings(inputs)["DAT122"].startswith("sums name =1+1, which the sheet Sellers does not have")


def test_a_measure_that_nobody_summed_is_missing(alone):
    inputs = alone(drawn(day()))
    ledger = measured(inputs).ledger
    assert ledger.value("seller_discount") is None
    assert ledger.value("net_gmv") is None
    assert ledger.get("net_gmv").reason == "the exports do not give SKU Subtotal After Discount"


def test_a_count_that_some_days_lack_is_missing_and_not_low(alone):
    ledger = measured(alone(drawn(day(), day("2026-11-21", orders=None)))).ledger
    assert ledger.value("orders") is None
    assert ledger.value("orders", At("day", "2026-11-20")) == 4


def test_a_measure_that_nobody_summed_goes_by_its_name_in_sums(alone):
    """What orders call SKU Subtotal After Discount, or sums cut too fine, is not what is missing here."""
    told = [words for words in messages(alone(drawn(day(list_value=12_000)))) if "do not give" in words]
    assert any(words.startswith("the sums do not give Cancelled value, so there is no ") for words in told)
    assert any(words.startswith("the sums do not give Seller discount, so there is no ") for words in told)
    assert not [words for words in told if "exports" in words]


def test_a_sum_below_zero_is_told(alone):
    assert "below zero" in findings(alone(drawn(day(), day("2026-11-21", gmv=-500))))["DAT121"]


def test_what_needs_single_orders_is_left_out_and_said(build):
    orders = build(observations=())
    inputs = with_sums(replace(orders, order_lines=None), summed(orders.order_lines))
    assert bought(measured(inputs)) is None
    assert "nothing is said of prices paid, stock, hours and unpaid orders" in findings(inputs)["DAT123"]


def test_what_the_discounts_cost_is_told_by_sums_that_hold_all_of_it(alone):
    whole = day(list_value=12_000, seller_discount=1_500, platform_discount=500)
    told = report(alone(drawn(whole))).figures
    assert [told[f"roi_cost.funder.{who}"].value for who in ("seller", "platform")] == [15, 5]
    without = {name: amount for name, amount in whole.items() if name != "platform_discount"}
    assert not [name for name in report(alone(drawn(without))).figures if name.startswith("roi_cost")]


def test_sell_through_is_told_by_sums_that_name_the_sku(build):
    orders = build(observations=())
    full = pd.array([500] * len(orders.registered), dtype="Int64")
    kept = orders.registered.assign(stock=full, campaign_price=full)
    orders = replace(orders, registered=kept)
    by_order, by_sum, by_shop = (
        report(each).figures
        for each in (
            orders,
            with_sums(replace(orders, order_lines=None), summed(orders.order_lines, FINEST)),
            with_sums(replace(orders, order_lines=None), summed(orders.order_lines)),
        )
    )
    told = [name for name in by_order if name.startswith("sold_through")]
    assert told
    assert [by_sum[name].value for name in told] == [by_order[name].value for name in told]
    assert not [name for name in by_shop if name.startswith("sold_through")]


def test_sums_that_name_no_sku_count_whole_shops_and_say_so(build):
    orders = build(observations=())
    document = report(with_sums(replace(orders, order_lines=None), summed(orders.order_lines)))
    assert document.figures["gmv.total"].value == report(orders).figures["gmv_shops.total"].value
    notes = [document.words(one) for one in document.part("data-notes").sentences]
    assert "The sums do not say which SKU they are of, so GMV counts whole shops." in notes


# --------------------------------------------------------------------------------------------------------------------- time


def test_a_day_counts_whole_or_not_at_all(alone):
    inputs = alone(drawn(day(), day("2026-11-21")), as_of=datetime(2026, 11, 21, 10, tzinfo=ZONE))
    assert inputs.as_of == datetime(2026, 11, 20, 23, 59, 59, tzinfo=ZONE)
    assert value(inputs, "gmv") == 100
    assert "cannot be cut at" in findings(inputs)["DAT119"]


def test_nobody_names_a_time_and_the_last_day_is_whole(build):
    early = build(order_lines=None, as_of=datetime(2026, 11, 22, tzinfo=ZONE), registered=None)
    inputs = with_sums(early, drawn(day(), day("2026-11-22")), asked=False)
    assert inputs.as_of == datetime(2026, 11, 22, 23, 59, 59, tzinfo=ZONE)


def test_hours_are_cut_where_the_day_is_not_over(alone):
    rows = drawn(*[day(hour=str(hour)) for hour in range(24)])
    inputs = alone(rows, as_of=datetime(2026, 11, 20, 12, 0, tzinfo=ZONE))
    assert value(inputs, "gmv") == 1_200


def test_days_of_another_zone_are_the_local_days_they_mostly_lie_in(alone):
    rows = drawn(day(), day("2026-11-21"))
    utc = rows.assign(starts=pd.to_datetime(rows["day"]).dt.tz_localize("UTC").astype("datetime64[us, UTC]"))
    inputs = alone(utc)
    assert value(inputs, "gmv", At("day", "2026-11-21")) == 100
    assert "another zone" in findings(inputs)["DAT120"]


def test_every_measure_of_the_shape_can_be_taken(alone):
    full = day(**dict.fromkeys(MEASURES, 2))
    ledger = measured(alone(drawn(full))).ledger
    assert ledger.value("return_rate_units") == 1
    assert ledger.value("sku_orders") == 2


def test_a_row_that_was_left_out_is_not_a_usable_one(build):
    cut_off = Observation(Kind.UNREADABLE, Place("exports/S-001/orders.csv", "", 7), "Row 7", "was left out")
    basis = Basis(build(observations=(cut_off,)), Ledger("USD"), measured(build(order_lines=None)).periods)
    section = data(basis, ())
    assert basis.ledger.value("unusable_rows") == 1
    told = next(part for part in section.parts if part.slug == "data-files")
    assert {row[0]: row[-1] for row in told.rows}["exports/S-001/orders.csv"] == "some rows were left out"

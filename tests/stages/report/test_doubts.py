"""Data that contradict each other, themselves or what was agreed: each wrong number is told with its money."""

from dataclasses import replace
from datetime import timedelta

import pandas as pd
import pytest

from campaignctl.domain.differing import Differing, Repeated
from campaignctl.domain.document import Findings
from campaignctl.domain.export_frames import PRODUCT_TRAFFIC
from campaignctl.domain.frames import shaped
from campaignctl.stages.report import report

FIRST = "2026-11-20"
DOUBTS = {f"DAT{number}" for number in range(124, 139)}


def findings(document):
    told = (part for part in document.section("data").parts if isinstance(part, Findings))
    return {finding.code: finding for part in told for finding in part.findings if finding.code in DOUBTS}


def inside(lines, shop="S-003"):
    return lines["seller_id"].eq(shop) & lines["paid_day"].ge(FIRST)


@pytest.fixture(scope="module")
def whole(make_lines):
    return make_lines()


@pytest.fixture
def told(build, whole):
    """The doubts about the ordinary campaign once its lines, or what else it is made of, were changed."""

    def of(change=lambda lines: lines, **inputs):
        return findings(report(build(order_lines=change(whole.copy()).reset_index(drop=True), **inputs)))

    return of


def put(column, value, where=inside):
    def change(lines):
        mine = where(lines)
        lines.loc[mine, column] = value(lines.loc[mine]) if callable(value) else value
        return lines

    return change


def test_an_ordinary_campaign_leaves_no_doubt(ordinary):
    assert findings(ordinary) == {}


def test_two_exports_that_disagree_are_named_with_what_the_newer_makes_of_it(told):
    older, newer = "exports/S-001/a.csv", "exports/S-001/b.csv"
    odd = Differing("S-001", older, newer, 12, amounts=11, times=1, more=464_610, example="order 1, SKU 2")
    found = told(differing=(odd,))["DAT124"]
    assert found.message == (
        "a.csv and b.csv tell 12 order lines differently (11 amounts and 1 time; first order 1, SKU 2): the newer one "
        "counts, which makes sales $4,646 higher"
    )
    assert (found.amount, found.place.file) == (464_610, newer)
    guess = told(differing=(replace(odd, more=-100, is_guess=True),))["DAT124"].message
    assert guess.endswith("nothing in them tells which is newer; the latter counts, which makes sales $1.00 lower")


def test_orders_that_count_twice_are_told(told):
    shops = Repeated("exports/S-002/x.csv", ("S-001", "S-002"), 147, 528_200)
    again = Repeated("exports/S-001/a.csv", ("S-001",), 1, 1_600, 185)
    found = told(repeated=(shops, again))
    assert found["DAT134"].message == (
        "147 orders stand in the exports of Lantern & Sons and Blue Orchard alike, and an order is one shop's; they "
        "count $5,282 too much, before and in the campaign"
    )
    assert found["DAT135"].message.startswith("1 order line stands twice in the file, the first in row 185; they count")


def test_a_set_up_in_another_currency_is_told_and_labels_stay_true(build):
    document = report(build(said_currency="EUR"))
    assert findings(document)["DAT125"].message == (
        "the set-up says EUR, and TikTok Shop US trades in USD: exports, targets and budgets were all read as USD"
    )
    assert document.figures["gmv.total"].words.startswith("$")


def test_a_subtotal_that_is_not_the_one_before_less_discounts_is_told_with_its_money(told, whole):
    found = told(put("subtotal_after_discount", lambda rows: rows["subtotal_after_discount"] * 10))["DAT127"]
    more = int(whole.loc[inside(whole), "subtotal_after_discount"].sum()) * 9
    assert "of Quiet Harbour the SKU Subtotal After Discount is not the one before less the discounts" in found.message
    assert found.amount == more


def test_a_cent_of_rounding_is_no_contradiction(told):
    assert told(put("subtotal_after_discount", lambda rows: rows["subtotal_after_discount"] + 1)) == {}


def test_a_quantity_that_does_not_make_the_subtotal_is_told(told):
    def change(lines):
        lines["unit_list_price"] = lines["subtotal_before_discount"] // lines["quantity"]
        return put("quantity", 1_000_000)(lines)

    assert (
        "Quantity x SKU Unit Original Price is not the SKU Subtotal Before Discount" in told(change)["DAT127"].message
    )


def test_amounts_below_zero_are_told_and_break_nothing(told):
    found = told(put("subtotal_after_discount", lambda rows: -rows["subtotal_after_discount"]))
    assert "bear an amount or a quantity below zero; those of the campaign come to −$" in found["DAT128"].message


@pytest.mark.parametrize(
    ("column", "value", "code", "why"),
    [
        ("paid", pd.NaT, "DAT129", "not one counts: none bears a Paid Time"),
        ("paid", pd.NaT, "DAT130", "shipped or completed without a Paid Time"),
        ("line_kind", "sample", "DAT129", "all cost nothing, and count as samples or gifts"),
        ("sku_id", "555", "DAT129", "none is of a SKU that anybody registered, such as 555 in the export"),
        ("sku_id", pd.NA, "DAT129", "none bears a SKU ID"),
        ("sku_id", pd.NA, "DAT131", "bear no SKU ID"),
        ("order_id", pd.NA, "DAT131", "bear no Order ID; they count in GMV and in no order"),
        ("status", "unknown", "DAT131", "bear no Order Status that is known"),
        ("seller_id", "7494", "DAT136", "name 7494, which the sheet Sellers does not have"),
    ],
)
def test_sales_that_count_nowhere_are_told_with_the_reason(told, column, value, code, why):
    def change(lines):
        lines["status"], lines["line_kind"] = lines["status"].astype("str"), lines["line_kind"].astype("str")
        lines = put(column, value)(lines)
        return lines.astype({"status": "category", "line_kind": "category"})

    assert why in told(change)[code].message


def test_an_export_in_the_folder_of_another_shop_is_told(told):
    def swap(lines):
        lines["seller_id"] = lines["seller_id"].replace({"S-003": "S-004", "S-004": "S-003"})
        return lines

    found = told(swap)["DAT132"]
    assert "hold no SKU that it registered" in found.message


def test_prices_a_hundred_times_those_agreed_are_told(build, whole, make_registered):
    listed = make_registered().assign(campaign_price=20_00)
    assert "DAT133" not in findings(report(build(order_lines=whole.copy(), registered=listed)))
    cents = put("subtotal_after_discount", lambda rows: rows["subtotal_after_discount"] * 100)(whole.copy())
    found = findings(report(build(order_lines=cents, registered=listed)))["DAT133"]
    assert "buyers of Quiet Harbour paid about" in found.message


def test_exports_of_last_year_are_told_with_their_year(build, whole):
    shifted = whole.copy()
    for name in ("created", "paid"):
        shifted[name] -= timedelta(days=364)
    for name in ("created_day", "paid_day"):
        shifted[name] = (pd.to_datetime(shifted[name]) - timedelta(days=364)).dt.strftime("%Y-%m-%d").astype("str")
    held = shifted["paid"].max().to_pydatetime()
    found = findings(report(build(order_lines=shifted, as_of=held)))["DAT137"]
    assert "the order exports end Nov 26, 2025" in found.message


def test_livestreams_below_zero_are_told(build, make_streams):
    streams = make_streams()
    streams.loc[0, "direct_gmv"] = -100
    assert findings(report(build(streams=streams)))["DAT128"].message.startswith("1 livestream of the list bear")


def test_product_lists_of_other_days_are_told(build):
    def listed(first, last):
        row = {"seller_id": "S-001", "product_id": "P-11", "first_day": first, "last_day": last, "page_views": 10}
        return shaped(pd.DataFrame([row]), PRODUCT_TRAFFIC)

    assert "DAT138" not in findings(report(build(traffic=listed("2026-11-20", "2026-11-25"))))
    found = findings(report(build(traffic=listed("2025-11-20", "2025-11-25"))))["DAT138"]
    assert found.message.startswith("product lists are of 2025-11-20 to 2025-11-25, and the report of 2026-11-20 to")

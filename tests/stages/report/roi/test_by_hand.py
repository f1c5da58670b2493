"""Cost and return of a campaign small enough to be reckoned by hand: 40.00 at list, 30.00 in the campaign."""

from datetime import datetime, timedelta
from decimal import Decimal
from functools import cache
from zoneinfo import ZoneInfo

import numpy as np
import pandas as pd
import pytest

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.campaign import Campaign, Seller, Window
from campaignctl.domain.export_frames import ORDER_LINES
from campaignctl.domain.frames import shaped
from campaignctl.domain.handed_out import ADS, SETTLEMENTS
from campaignctl.marketplaces.load import known, load
from campaignctl.rules.examples import case_from
from campaignctl.stages.report import ReportInputs, report

ZONE = ZoneInfo("America/Los_Angeles")
START, BEFORE, DAYS = datetime(2026, 11, 20, tzinfo=ZONE), 84, 6
A, B = "1729500011223344501", "1729500011223344502"
SERVICE = next(fee for fee in load(known(None)[0], None).fees if fee.key == "campaign_service_fee")
REFERRAL = SERVICE.model_copy(
    update={"key": "referral_fee", "name": "Referral fee", "rate": Decimal("0.06"), "once": False}
)
LIST, OFF, COST = 4000, 1000, 1500
SHEETS = f"""
Promotions
   | ID      | Title          | Tool             | Level     | Applies to     | Kind of value  | Starts           | Ends             | Seller pays
 7 | HD26-01 | Holiday prices | Product discount | Variation | Nominated SKUs | Seller's price | 2026-11-20 00:00 | 2026-11-25 23:59 | 100%
Products
   | Promotion ID | Product ID          | SKU ID | List price | Campaign price | Stock | Unit cost
 7 | HD26-01      | 1729384756102938471 | {A}    | 40.00      | 30.00          | 90000 | 15.00
 8 | HD26-01      | 1729384756102938471 | {B}    | 40.00      | 30.00          | 90000 |
"""


def sold(shop, sku, day, units, off=(0, 0)):
    moment = datetime(day.year, day.month, day.day, 12, tzinfo=ZONE)
    return {
        "seller_id": shop,
        "sku_id": sku,
        "product_id": "1729384756102938471",
        "status": "completed",
        "line_kind": "sale",
        "quantity": units,
        "subtotal_before_discount": LIST * units,
        "seller_discount": off[0] * units,
        "platform_discount": off[1] * units,
        "subtotal_after_discount": (LIST - sum(off)) * units,
        "paid": moment,
        "created": moment,
        "paid_day": str(day),
        "created_day": str(day),
    }


def lines(units=(160, 40), *, more=2.0, usual=(0, 0), off=(OFF, 0), coupon_days=0):
    """Return a shop's sales: ``units`` of both SKUs in the campaign, ``more`` times as many as else; ten others beside.

    On the first ``coupon_days`` days of the campaign a coupon of 5.00 comes on top, which no promotion explains.
    """
    rng, rows = np.random.default_rng(4), []
    for at in range(BEFORE + DAYS):
        day, inside = START.date() + timedelta(days=at - BEFORE), at >= BEFORE
        swing = 1 + 0.04 * rng.standard_normal()
        for sku, each in zip((A, B), units, strict=True):
            taken = (off[0] + 500, off[1]) if at < BEFORE + coupon_days else off
            many = each if inside else round(each / more * swing)
            rows.append(sold("S-001", sku, day, many, taken if inside else usual))
        rows += [sold(f"F-{n}", str(n), day, round(100 * (1 + 0.04 * rng.standard_normal()))) for n in range(10)]
    return shaped(pd.DataFrame(rows).assign(order_id=[str(n) for n in range(len(rows))]), ORDER_LINES)


def reported(order_lines, fees=(REFERRAL, SERVICE), beside=None):
    window = Window(START, START + timedelta(days=DAYS))
    sellers = [Seller("S-001", "Lantern", "Beauty", "Growth", "Campaign", None)]
    sellers += [Seller(f"F-{n}", f"F-{n}", "Garden", "Growth", "Comparison", None) for n in range(10)]
    case = case_from(draw(SHEETS))
    campaign = Campaign(
        "Deals", "HD", "Market", ZONE.key, "USD", window, sellers=tuple(sellers), promotions=case.campaign.promotions
    )
    as_of = window.end - timedelta(minutes=30)
    return report(ReportInputs(campaign, as_of, order_lines, fees=fees, prices=case.prices, beside=beside or {}))


@cache
def report_of(*told, **more):
    """The report of such lines: made once for all tests that ask of it."""
    return reported(lines(*told, **more))


def money(document, figure):
    return float(document.figures[figure].value)


def row(document, table, name):
    keys = [column.key for column in document.part(table).columns]
    found = next(row for row in document.part(table).rows if row[0] == name)
    return {key: document.cell_words(cell) for key, cell in zip(keys, found, strict=True)}


def words(document):
    return " ".join(document.words(sentence) for sentence in document.part("roi-words").sentences)


def test_a_cost_known_for_exactly_four_fifths_of_gmv_makes_contribution():
    document = report_of((160, 40))
    assert money(document, "cost_known.total") == 0.8
    assert row(document, "roi-funders", "Sellers' money")["counts"] == "contribution: sales less product cost and fees"
    assert "before product cost" not in words(document)


def test_a_cost_known_for_less_is_no_contribution_and_is_labelled_before_product_cost():
    document = report_of((159, 41))
    assert money(document, "cost_known.total") == pytest.approx(0.795)
    found = row(document, "roi-funders", "Sellers' money")
    assert found["counts"] == "sales before product cost"
    assert found["verdict"] == "▲ Paid back before product cost"
    assert "before product cost, for unit costs are known of" in words(document)
    assert "paid back where product cost is below" in document.words(document.section("roi").title)
    assert "product cost" in document.words(document.section("roi").source)


def test_sellers_contribution_is_sales_at_list_less_product_cost_and_fees_of_what_was_added():
    document = report_of()
    added = money(document, "gmv.total~expected_gap")
    units, spent = 200 * DAYS, 10.0 * 200 * DAYS
    usual_units = (30.0 * units - added) / 40.0  # what would have been paid for at list price
    fees = 0.06 * (30.0 * units - 40.0 * usual_units) + 0.01 * 30.0 * units
    by_hand = 40.0 * (units - usual_units) - 15.0 * (units - usual_units) - fees
    assert money(document, "roi_cost.funder.seller") == pytest.approx(spent)
    assert money(document, "roi_return.funder.seller") == pytest.approx(by_hand, abs=0.05)
    assert money(document, "roi.funder.seller") == pytest.approx(by_hand / spent, rel=1e-5)


def test_the_platform_s_return_is_fees_on_what_was_added_and_the_campaign_s_own_on_all():
    document = report_of(off=(700, 300))
    added, units = money(document, "gmv.total~expected_gap"), 200 * DAYS
    by_hand = 0.06 * (33.0 * units - (30.0 * units - added)) + 0.01 * 33.0 * units
    assert money(document, "roi_cost.funder.platform") == pytest.approx(3.0 * units)
    assert money(document, "roi_return.funder.platform") == pytest.approx(by_hand, abs=0.05)


def test_discount_on_sales_that_would_have_come_anyway_is_cost():
    """Twice the units at three quarters of the price: of 200 units a day 100 would have come, at the same discount."""
    document = report_of()
    spent, returned = (money(document, f"roi_{what}.funder.seller") for what in ("cost", "return"))
    assert spent == 10.0 * 200 * DAYS
    assert returned < (40.0 - 15.0) * 110 * DAYS


def test_what_is_taken_off_on_ordinary_days_too_is_no_return_of_the_campaign():
    plain, cheap = report_of(), report_of(usual=(OFF, 0))
    assert money(cheap, "gmv.total~expected_gap") > money(plain, "gmv.total~expected_gap")
    assert money(cheap, "roi_cost.funder.seller") == money(plain, "roi_cost.funder.seller")
    added, units = money(cheap, "gmv.total~expected_gap"), 200 * DAYS
    usual_units = (30.0 * units - added) / 30.0
    fees = 0.06 * 30.0 * (units - usual_units) + 0.01 * 30.0 * units
    by_hand = 30.0 * (units - usual_units) + 10.0 * units - 15.0 * (units - usual_units) - fees
    assert money(cheap, "roi_return.funder.seller") == pytest.approx(by_hand, abs=0.6)


@pytest.mark.parametrize(
    ("more", "verdict"), [(1.5, "▼ Did not pay back"), (1.75, "● Open"), (2.0, "▲ Paid back")], ids=str
)
def test_only_an_interval_that_leaves_break_even_out_has_a_verdict(more, verdict):
    document = report_of(more=more)
    low, high = (money(document, f"roi_{end}.funder.seller") for end in ("low", "high"))
    assert row(document, "roi-funders", "Sellers' money")["verdict"] == verdict
    assert (low <= 1 <= high) == (verdict == "● Open")
    assert high < 1 or verdict != "▼ Did not pay back"


@pytest.mark.parametrize("far", [7, 8], ids=["own trend", "comparison shops"])
def test_a_return_on_the_trend_alone_says_what_else_is_in_it(far):
    order_lines = lines(more=3.0)
    shops = ["S-001", *(f"F-{n}" for n in range(far))]
    said = words(reported(order_lines[order_lines["seller_id"].isin(shops)]))
    assert ("whatever else happened in those weeks is in the return" in said) == (far < 8)


def test_a_promotion_s_cost_is_that_of_its_matched_lines_and_the_rest_is_told_in_one_sum():
    document = report_of(coupon_days=2)
    found = row(document, "roi-promotions", "Holiday prices")
    rest = row(document, "roi-promotions", "Coupons and what no promotion explains")
    assert money(document, "matched_share.promotion.hd26-01") == pytest.approx(4 / 6)
    assert money(document, "matched_share.total") == pytest.approx(4 / 6)
    assert money(document, "roi_seller_cost.promotion.hd26-01") == pytest.approx(10.0 * 200 * 4)
    assert money(document, "roi_cost.promotion.hd26-01") == pytest.approx(10.0 * 200 * 4)
    assert found["matched"] == "67%"
    assert rest["cost"] == "$6,000"
    total = money(document, "seller_discount.total")
    assert total == pytest.approx(10.0 * 200 * 4 + 15.0 * 200 * 2)


def test_a_promotion_s_return_is_what_both_sides_gained_at_list_less_product_cost():
    document = report_of()
    added = money(document, "gmv.total~expected_gap")  # its SKUs are all that the shop sells
    units, spent = 200 * DAYS, 10.0 * 200 * DAYS
    by_hand = added + spent - 15.0 * (units - (30.0 * units - added) / 40.0)
    assert money(document, "roi_return.promotion.hd26-01") == pytest.approx(by_hand, rel=0.02)
    assert money(document, "roi.promotion.hd26-01") == pytest.approx(by_hand / spent, rel=0.02)


def test_without_the_fee_on_every_sale_sellers_contribution_is_before_it_and_says_so():
    document = reported(lines(), fees=(SERVICE,))
    found = row(document, "roi-funders", "Sellers' money")
    assert found["counts"] == "contribution before the referral fee: sales less product cost and known fees"
    assert found["verdict"].endswith("before referral fee")
    assert "at most" in words(document)


def statements(orders=40):
    """Settled orders of the campaign that bore 6% referral fee, 1% campaign fee and a commission of 5% of net sales."""
    rows = [
        {
            "seller_id": "S-001",
            "order_id": str(n),
            "kind": "order",
            "net_sales": 3000,
            "referral_fee": -180,
            "campaign_fee": -30,
            "affiliate_commission": -150,
            "settlement_amount": 2640,
            "created": START + timedelta(hours=n),
            "settled": START + timedelta(days=4),
        }
        for n in range(orders)
    ]
    return {"settlements": shaped(pd.DataFrame(rows), SETTLEMENTS)}


def test_contribution_bears_the_commission_that_settled_orders_bore_on_what_was_sold_more():
    plain, bearing = report_of(), reported(lines(), beside=statements())
    added = money(bearing, "gmv.total~expected_gap")  # net sales were sold at 30.00 and are expected at 40.00
    for figure in ("roi_return.funder.seller", "roi_return.promotion.hd26-01"):
        assert money(plain, figure) - money(bearing, figure) == pytest.approx(0.05 * added, abs=0.05)
    assert money(plain, "roi.funder.seller") > money(bearing, "roi.funder.seller")
    assert "5.00% of net sales, on what was sold more" in words(bearing)
    assert "of commission on settled orders" not in words(bearing)
    counts = row(bearing, "roi-funders", "Sellers' money")["counts"]
    assert counts == "contribution: sales less product cost, fees and commission"


def test_with_ads_as_a_cost_the_same_return_stands_against_more():
    launched = START + timedelta(days=1)
    ads = shaped(pd.DataFrame([{"seller_id": "S-001", "launched": launched, "cost": 600_000}]), ADS)
    document = reported(lines(), beside={"ads": ads})
    spent, brought = (money(document, f"roi_{what}.funder.seller") for what in ("cost", "return"))
    assert money(document, "roi.funder.seller") == pytest.approx(brought / spent, rel=1e-5)
    assert money(document, "roi_with_ads.funder.seller") == pytest.approx(brought / (spent + 6000), rel=1e-5)
    assert "With all ads counted as cost beside the discount it is" in words(document)
    assert "roi_with_ads.funder.seller" not in report_of().figures

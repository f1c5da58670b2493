"""What the platform promised at worst and what it gave, by hand: the next campaign's budgets expect as much again."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pandas as pd
import pytest

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.export_frames import ORDER_LINES
from campaignctl.domain.frames import shaped
from campaignctl.rules.examples import case_from
from campaignctl.stages.exports import registered_skus
from campaignctl.stages.report import ReportInputs, report

ZONE = ZoneInfo("America/Los_Angeles")
NOON = datetime(2026, 11, 21, 12, tzinfo=ZONE)
SKU = "1729500011223344501"
CASE = f"""
Promotions
   | ID      | Title          | Tool             | Level     | Applies to          | Kind of value  | Value | Starts           | Ends             | Seller pays | Quantity
 7 | HD26-04 | Campaign price | Campaign price   | Variation | Nominated SKUs      | Seller's price |       | 2026-11-20 00:00 | 2026-11-25 23:59 | 70%         |
 8 | HD26-05 | Shared coupon  | Co-funded coupon | Shop      | All registered SKUs | Amount off     | 5.00  | 2026-11-20 00:00 | 2026-11-25 23:59 | 50%         | 60
Products
   | Promotion ID | Product ID          | SKU ID | List price | Campaign price | Stock
 7 | HD26-04      | 1729384756102938471 | {SKU}  | 32.00      | 20.00          | 100
"""  # fmt: skip
PRICE, COUPON, OTHER = (840, 360), (840 + 250, 360 + 250), (200, 100)
"""What seller and platform take off one unit: by the price, by price and coupon, by something else."""


def told(offs, as_of=NOON + timedelta(days=12)):
    """Return the shares redeemed, by figure, of orders of one unit each with these discounts."""
    case = case_from(draw(CASE))
    rows = [
        {
            "seller_id": "S-001",
            "order_id": str(number),
            "sku_id": SKU,
            "product_id": "1729384756102938471",
            "status": "completed",
            "line_kind": "sale",
            "quantity": 1,
            "subtotal_before_discount": 3200,
            "seller_discount": seller,
            "platform_discount": platform,
            "subtotal_after_discount": 3200 - seller - platform,
            "paid": NOON,
            "created": NOON,
            "paid_day": "2026-11-21",
            "created_day": "2026-11-21",
        }
        for number, (seller, platform) in enumerate(offs)
    ]
    lines = shaped(pd.DataFrame(rows), ORDER_LINES)
    inputs = ReportInputs(case.campaign, as_of, lines, registered=registered_skus(case), prices=case.prices)
    figures = report(inputs).figures
    return {
        place: figures[f"redeemed.{place}"] for place in ("promotion.hd26-04", "tool.campaign_price", "coupons")
    }, figures


def test_a_price_is_redeemed_by_its_units_and_coupons_in_one_sum():
    shares, figures = told([PRICE] * 10 + [COUPON])
    assert shares["promotion.hd26-04"].value == pytest.approx(11 * 3.60 / 360)
    assert shares["tool.campaign_price"].value == pytest.approx(11 * 3.60 / 360)
    assert shares["coupons"].value == pytest.approx(2.50 / 150)
    assert str(figures["platform_given.promotion.hd26-04"].value) == "39.60"


def test_a_promotion_whose_lines_carry_other_discounts_tells_nothing():
    shares, _ = told([PRICE] + [OTHER] * 4)
    assert shares["promotion.hd26-04"].value is None
    assert shares["promotion.hd26-04"].reason == "most lines that it ran for carry another discount"


def test_a_campaign_that_still_runs_tells_no_share_yet():
    shares, figures = told([PRICE] * 10, as_of=NOON + timedelta(days=1))
    assert {share.reason for share in shares.values()} == {"the campaign still runs"}
    assert str(figures["platform_given.promotion.hd26-04"].value) == "36.00"

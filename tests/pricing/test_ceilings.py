"""The lowest price of the campaign is the ceiling of the SKU's next deals, as long as the marketplace looks back."""

from campaignctl.marketplaces.load import load
from campaignctl.pricing.ceilings import ceilings

from .drawing import SKU, pacific, prices_of

SHEETS = f"""
Promotions
   | ID      | Title          | Tool             | Level     | Applies to          | Kind of value  | Value | Starts           | Ends             | Seller pays
 7 | HD26-01 | Holiday prices | Product discount | Variation | Nominated SKUs      | Seller's price |       | 2026-11-20 00:00 | 2026-11-25 23:59 | 100%
 8 | HD26-02 | Opening flash  | Flash deal       | Variation | Nominated SKUs      | Seller's price |       | 2026-11-20 00:00 | 2026-11-20 23:59 | 100%
 9 | HD26-05 | Ten percent    | Platform coupon  | Shop      | All registered SKUs | Percent off    | 10%   | 2026-11-20 00:00 | 2026-11-25 23:59 | 0
Products
   | Promotion ID | Product ID          | SKU ID              | List price | Campaign price | Stock
 7 | HD26-01      | 1729384756102938471 | {SKU}               | 32.00      | 24.99          | 100
 8 | HD26-02      | 1729384756102938471 | {SKU}               | 32.00      | 21.99          | 100
 9 | HD26-01      | 1729384756102938472 | 1729500011223344502 | 40.00      | 30.00          | 100
10 | HD26-09      | 1729384756102938473 | 1729500011223344503 | 40.00      | 30.00          | 100
"""


def test_a_ceiling_is_the_lowest_price_before_coupons_until_the_look_back_has_passed_it():
    found = ceilings(prices_of(SHEETS), load("TikTok Shop US"))
    assert found["sku_id"].tolist() == [SKU, "1729500011223344502"]
    assert found["price"].tolist() == [2199, 3000]
    assert found["set_by"].tolist() == ["HD26-02", "HD26-01"]
    assert found["until"].tolist() == [pacific("2026-12-21 00:00"), pacific("2026-12-26 00:00")]
    assert found["strictly"].all()
    assert set(found["tools"]) == {"Flash deal, LIVE flash deal"}


def test_a_campaign_without_prices_sets_no_ceiling():
    assert ceilings(prices_of(""), load("TikTok Shop US")).empty

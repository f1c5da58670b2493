"""An order line is given the promotion that set its SKU's price when it was placed, and told whether that explains it."""

from campaignctl.pricing.attribute import attribute, coupons

from .drawing import SKU, order_lines, pacific, prices_of

SHEETS = f"""
Promotions
   | ID      | Title          | Tool             | Level     | Applies to          | Kind of value  | Value | Starts           | Ends             | Seller pays
 7 | HD26-01 | Holiday prices | Product discount | Variation | Nominated SKUs      | Seller's price |       | 2026-11-20 00:00 | 2026-11-25 23:59 | 100%
 8 | HD26-04 | Campaign price | Campaign price   | Variation | Nominated SKUs      | Seller's price |       | 2026-11-21 00:00 | 2026-11-21 23:59 | 70%
 9 | HD26-06 | In the show    | LIVE flash deal  | Variation | Nominated SKUs      | Seller's price |       | 2026-11-20 19:00 | 2026-11-20 19:20 | 100%
10 | HD26-05 | Ten percent    | Platform coupon  | Shop      | All registered SKUs | Percent off    | 10%   | 2026-11-20 00:00 | 2026-11-25 23:59 | 0
Products
   | Promotion ID | Product ID          | SKU ID | List price | Campaign price | Stock
 7 | HD26-01      | 1729384756102938471 | {SKU}  | 32.00      | 24.99          | 100
 8 | HD26-04      | 1729384756102938471 | {SKU}  | 32.00      | 21.99          | 100
 9 | HD26-06      | 1729384756102938471 | {SKU}  | 32.00      | 20.00          | 100
"""


def attributed(*lines):
    found = attribute(order_lines(*lines), prices_of(SHEETS))
    return list(zip(found["promotion_id"].fillna("-"), found["outcome"], strict=True))


def test_the_promotion_that_ran_at_the_moment_of_the_order_is_the_one():
    assert attributed(
        (pacific("2026-11-20 09:00"), SKU, 1, 701, 0),
        (pacific("2026-11-21 09:00"), SKU, 2, 1402, 600),
        (pacific("2026-11-22 00:00"), SKU, 1, 701, 0),
    ) == [("HD26-01", "matched"), ("HD26-04", "matched"), ("HD26-01", "matched")]


def test_a_cent_per_unit_is_forgiven_and_two_are_not():
    assert attributed(
        (pacific("2026-11-20 09:00"), SKU, 3, 3 * 701 + 3, 0),
        (pacific("2026-11-20 09:00"), SKU, 3, 3 * 701 + 4, 0),
    ) == [("HD26-01", "matched"), ("HD26-01", "unexplained")]


def test_a_live_viewer_s_price_explains_an_order_that_anyone_s_does_not():
    assert attributed(
        (pacific("2026-11-20 19:05"), SKU, 1, 1200, 0),
        (pacific("2026-11-20 19:05"), SKU, 1, 701, 0),
        (pacific("2026-11-20 19:20"), SKU, 1, 1200, 0),
    ) == [("HD26-06", "matched"), ("HD26-01", "matched"), ("HD26-01", "unexplained")]


def test_what_the_campaign_does_not_know_lies_outside():
    assert (
        attributed(
            (pacific("2026-11-19 23:59"), SKU, 1, 701, 0),
            (pacific("2026-11-20 09:00"), "1729500011223344999", 1, 701, 0),
            (pacific("2026-11-20 09:00"), SKU, 1, 3200, 0, {"line_kind": "sample"}),
            (pacific("2026-11-20 09:00"), SKU, 1, 701, 0, {"seller_id": "S-777"}),
            (pacific("2026-11-20 09:00"), SKU, None, 701, 0),
        )
        == [("-", "outside")] * 5
    )


def test_a_line_without_a_seller_is_found_by_its_sku():
    assert attributed((pacific("2026-11-20 09:00"), SKU, 1, 701, 0, {"seller_id": None})) == [("HD26-01", "matched")]


def test_coupons_are_told_in_sum_by_who_paid_them():
    found = attribute(
        order_lines(
            (pacific("2026-11-20 09:00"), SKU, 1, 701, 0),
            (pacific("2026-11-20 10:00"), SKU, 2, 1402, 500),
            (pacific("2026-11-21 10:00"), SKU, 1, 701 + 200, 300),
            (pacific("2026-11-20 11:00"), SKU, 1, 100, 0),
        ),
        prices_of(SHEETS),
    )
    assert coupons(found) == (200, 500)
    assert found["observed_off"].tolist() == [701, 1902, 1201, 100]
    assert found["expected_off"].tolist() == [701, 1402, 1001, 701]


def test_a_line_for_a_whole_product_explains_its_orders():
    paths = prices_of("""
Promotions
   | ID      | Title          | Tool             | Level   | Applies to     | Kind of value  | Starts           | Ends             | Seller pays
 7 | HD26-01 | Holiday prices | Product discount | Product | Nominated SKUs | Seller's price | 2026-11-20 00:00 | 2026-11-25 23:59 | 100%
Products
   | Promotion ID | Product ID          | SKU ID | List price | Campaign price | Stock
 7 | HD26-01      | 1729384756102938471 |        | 32.00      | 24.99          | 100
""")
    bought = order_lines((pacific("2026-11-20 09:00"), SKU, 1, 701, 0, {"product_id": "1729384756102938471"}))
    assert attribute(bought, paths)["promotion_id"].tolist() == ["HD26-01"]


def test_no_orders_and_no_campaign_are_no_errors():
    assert attribute(order_lines((pacific("2026-11-20 09:00"), SKU, 1, 0, 0)).iloc[:0], prices_of(SHEETS)).empty
    assert attribute(order_lines((pacific("2026-11-20 09:00"), SKU, 1, 0, 0)), prices_of(""))["outcome"].tolist() == ["outside"]  # fmt: skip

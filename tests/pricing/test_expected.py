"""What a promotion is expected to use of its worst case: as typed, else as earlier campaigns did, else it stays open."""

from decimal import Decimal

import pandas as pd
import pytest

from campaignctl.domain.earlier import Part, Redeemed
from campaignctl.pricing.expected import apart_from, expected_use
from campaignctl.pricing.ledger import ledger

from .drawing import case_of

SHEETS = """
Promotions
   | ID      | Title          | Tool            | Level     | Applies to          | Kind of value  | Value | Starts           | Ends             | Seller pays | Quantity | Expected use
 7 | HD26-04 | Campaign price | Campaign price  | Variation | Nominated SKUs      | Seller's price |       | 2026-11-20 00:00 | 2026-11-25 23:59 | 70%         |          |
 8 | HD26-05 | Coupon         | Platform coupon | Shop      | All registered SKUs | Amount off     | 5.00  | 2026-11-20 00:00 | 2026-11-25 23:59 | 50%         | 60       |
Products
   | Promotion ID | Product ID          | SKU ID              | List price | Campaign price | Stock
 7 | HD26-04      | 1729384756102938471 | 1729500011223344501 | 32.00      | 20.00          | 100
"""  # fmt: skip
TYPED = SHEETS.replace("70%         |          |", "70%         |          | 25%")


def part(share, promised="12000"):
    return Part(Decimal(share), Decimal(promised))


def then(name, **told):
    return Redeemed(name, "USD", **told)


def expected(sheets, *earlier):
    """Return the expected amounts with what they come from, by promotion; worst cases are 360.00 and 150.00."""
    case = case_of(sheets)
    tools = {offer.id: case.profile.tools[offer.tool].name for offer in case.prices.offers}
    use = expected_use(case.prices, case.promotions, "HD26", earlier, tools)
    rows = ledger(case.prices, case.promotions, use=use)
    return {
        id_: (None if pd.isna(amount) else amount, why)
        for id_, amount, why in zip(rows["promotion_id"], rows["expected"], rows["expected_from"], strict=True)
    }


BF25 = then("BF25", by_promotion={("-04", "campaign_price"): part("0.41")}, by_tool={"campaign_price": part("0.3")})


def test_without_any_history_nothing_is_expected_and_the_reason_is_said():
    why = "not typed, and no earlier campaign is on record"
    assert expected(SHEETS) == {"HD26-04": (None, why), "HD26-05": (None, why)}


def test_the_same_promotion_of_an_earlier_campaign_tells_what_to_expect():
    assert expected(SHEETS, BF25)["HD26-04"] == (14760, "as in BF25: 41% of $12,000")


def test_what_is_typed_wins_over_history():
    assert expected(TYPED, BF25)["HD26-04"] == (9000, "typed")


def test_another_tool_under_the_same_id_is_another_promotion_and_the_tool_tells():
    earlier = then("BF25", by_promotion={("-04", "flash_deal"): part("0.9")}, by_tool={"campaign_price": part("0.3")})
    assert expected(SHEETS, earlier)["HD26-04"] == (10800, "as Campaign price in BF25: 30% of $12,000")


def test_the_same_promotion_of_a_less_comparable_campaign_tells_more_than_a_tool():
    first = then("SS25", by_tool={"campaign_price": part("0.2")})
    assert expected(SHEETS, first, BF25)["HD26-04"][0] == 14760


def test_coupons_are_told_in_one_sum_and_never_by_their_id():
    earlier = then("BF25", by_promotion={("-05", "platform_coupon"): part("0.9")}, coupons=part("0.1", "5000"))
    assert expected(SHEETS, earlier)["HD26-05"] == (1500, "as all coupons in BF25: 10% of $5,000")


def test_a_campaign_without_the_kind_leaves_it_open_and_never_says_zero():
    assert expected(SHEETS, BF25)["HD26-05"] == (None, "not typed, and BF25 had none of its kind")


def test_nobody_expects_more_than_the_worst_case():
    assert expected(SHEETS, then("BF25", coupons=part("1.3")))["HD26-05"][0] == 15000


@pytest.mark.parametrize(
    ("code", "id_", "rest"),
    [("HD26", "HD26-02", "-02"), ("HD26", "HD2602", "HD2602"), ("HD26", "SPRING", "SPRING"), ("", "HD26-02", "HD26-02"), ("HD26", "HD26", "HD26")],
)  # fmt: skip
def test_the_code_of_a_campaign_is_no_part_of_what_a_promotion_is(code, id_, rest):
    assert apart_from(code, id_) == rest

"""The ledger says what a promotion can cost the platform at worst, and how that stands against its budget."""

from decimal import Decimal

import pandas as pd
import pytest

from campaignctl.pricing.expected import Expected
from campaignctl.pricing.exposure import worst_cases
from campaignctl.pricing.ledger import by_cost_centre, ledger

from .drawing import case_of

LINES = """
Products
   | Promotion ID | Product ID          | SKU ID              | List price | Campaign price | Stock
 7 | HD26-04      | 1729384756102938471 | 1729500011223344501 | 32.00      | 20.00          | 100
 8 | HD26-04      | 1729384756102938472 | 1729500011223344502 | 50.00      | 40.00          | 30
"""


def worst(promotion, lines=LINES):
    """Return the worst case of one promotion beside the campaign price that its lines are nominated for."""
    case = case_of(f"""
Promotions
   | ID      | Title          | Tool             | Level     | Applies to          | Kind of value  | Value | Min. spend | Max discount | Seller pays | Platform cap | Quantity | Starts           | Ends
 7 | HD26-04 | Campaign price | Campaign price   | Variation | Nominated SKUs      | Seller's price |       |            |              | 100%        |              |          | 2026-11-20 00:00 | 2026-11-25 23:59
 8 | HD26-05 | The one        | {promotion} | 2026-11-20 00:00 | 2026-11-25 23:59
{lines}
""")
    return dict(zip([offer.id for offer in case.prices.offers], worst_cases(case.prices), strict=True))["HD26-05"]


@pytest.mark.parametrize(
    ("promotion", "money"),
    [
        pytest.param("Co-funded coupon | Shop | All registered SKUs | Amount off | 5.00 | 30.00 | | 50% | | 60", 60 * 250, id="claims times the platform's part"),
        pytest.param("Co-funded coupon | Shop | All registered SKUs | Amount off | 5.01 | 30.00 | | 50% | | 60", 60 * 250, id="the seller's part is rounded up"),
        pytest.param("Co-funded coupon | Shop | All registered SKUs | Amount off | 5.00 | 30.00 | | 50% | 2.00 | 60", 60 * 200, id="a platform cap holds for each order"),
        pytest.param("Platform coupon | Shop | All registered SKUs | Percent off | 10% | 30.00 | 8.00 | 0 | | 60", 47000, id="a percentage is bounded by all that is in stock"),
        pytest.param("Platform coupon | Shop | All registered SKUs | Percent off | 10% | 30.00 | | 0 | | 60", 47000, id="a percentage without a cap is bounded by the stock alone"),
        pytest.param("Platform coupon | Shop | All registered SKUs | Amount off | 5.00 | 100.00 | | 0 | | No limit", 47 * 500, id="nobody claims more often than the stock reaches the minimum spend"),
        pytest.param("Platform coupon | Shop | All registered SKUs | Amount off | 5.00 | | | 0 | | No limit", 130 * 500, id="without a minimum every unit is an order"),
        pytest.param("Seller coupon | Shop | All registered SKUs | Amount off | 5.00 | 30.00 | | 100% | | 60", 0, id="the seller's own costs the platform nothing"),
        pytest.param("Shipping discount | Shop | All registered SKUs | Free shipping | | | | 0 | | 60", None, id="shipping stands beside the price"),
    ],
)  # fmt: skip
def test_a_coupon_costs_its_claims_or_what_the_stock_is_worth(promotion, money):
    assert worst(promotion) == money


def test_a_price_costs_its_part_of_every_unit_in_stock_within_its_quantity():
    lines = LINES.replace("HD26-04", "HD26-05")
    deal = "Campaign price | Variation | Nominated SKUs | Seller's price | | | | 70% | |"
    assert worst(deal, lines) == 100 * 360 + 30 * 300
    assert worst(f"{deal} 110", lines) == 100 * 360 + 10 * 300
    assert worst(deal.replace("70% | |", "70% | 1.50 |"), lines) == 130 * 150


def test_a_stock_that_is_not_known_leaves_the_worst_case_open():
    lines = LINES.replace("HD26-04", "HD26-05").replace("| 30\n", "|\n")
    deal = "Campaign price | Variation | Nominated SKUs | Seller's price | | | | 70% | |"
    assert worst(deal, lines) is None
    assert worst(f"{deal} 110", lines) == 100 * 360 + 10 * 300


def test_a_price_that_is_outranked_costs_nothing():
    lines = LINES + LINES.replace("Products\n", "").replace("HD26-04", "HD26-05").split("Stock\n")[1].replace(" 7 ", "17 ").replace(" 8 ", "18 ")  # fmt: skip
    assert worst("Product discount | Variation | Nominated SKUs | Seller's price | | | | 50% | |", lines) == 0


LEDGER = """
Promotions
   | ID      | Title         | Tool             | Level     | Applies to          | Kind of value  | Value | Starts           | Ends             | Seller pays | Budget | Quantity | Cost centre | Status
 7 | HD26-01 | Ours          | Product discount | Variation | Nominated SKUs      | Seller's price |       | 2026-11-20 00:00 | 2026-11-25 23:59 | 100%        |        |          |             |
 8 | HD26-04 | Shared price  | Campaign price   | Variation | Nominated SKUs      | Seller's price |       | 2026-11-20 00:00 | 2026-11-25 23:59 | 70%         | 500.00 |          |             |
 9 | HD26-05 | Shared coupon | Co-funded coupon | Shop      | All registered SKUs | Amount off     | 5.00  | 2026-11-20 00:00 | 2026-11-25 23:59 | 50%         | 100.00 | 60       | CC-7        |
10 | HD26-06 | Called off    | Co-funded coupon | Shop      | All registered SKUs | Amount off     | 5.00  | 2026-11-20 00:00 | 2026-11-25 23:59 | 50%         | 100.00 | 60       | CC-7        | Cancelled
Products
   | Promotion ID | Product ID          | SKU ID              | List price | Campaign price | Stock
 7 | HD26-04      | 1729384756102938471 | 1729500011223344501 | 32.00      | 20.00          | 100
"""


def test_the_ledger_knows_budget_worst_case_expectation_and_what_is_left():
    case = case_of(LEDGER)
    rows = ledger(case.prices, case.promotions, "CC-1", use={"HD26-05": Expected(Decimal("0.25"), "typed")})
    assert rows["promotion_id"].tolist() == ["HD26-04", "HD26-05"]
    assert rows["cost_centre"].tolist() == ["CC-1", "CC-7"]
    assert rows["worst_case"].tolist() == [36000, 15000]
    assert rows["expected"].tolist() == [pd.NA, 3750]
    assert rows["committed"].isna().all()
    assert rows["left"].tolist() == [50000 - 36000, 10000 - 15000]


def test_a_lock_commits_what_its_own_lines_can_cost():
    case = case_of(LEDGER)
    locked = case_of(LEDGER.replace("| 100\n", "| 40\n"))
    rows = ledger(case.prices, case.promotions, "CC-1", locked=locked.prices)
    assert rows["committed"].tolist() == [40 * 360, 40 * 250]
    assert rows["left"].tolist() == [50000 - 40 * 360, 10000 - 40 * 250]


def test_cost_centres_add_up_and_what_is_not_known_stays_unknown():
    case = case_of(LEDGER)
    sums = by_cost_centre(ledger(case.prices, case.promotions, "CC-7", use={"HD26-05": Expected(Decimal(1), "typed")}))
    assert sums["cost_centre"].tolist() == ["CC-7"]
    assert sums["worst_case"].tolist() == [51000]
    assert sums["expected"].isna().all()

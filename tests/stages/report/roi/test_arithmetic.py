"""What a discount brought follows from what was sold, what was to be expected, and the interval of the lift alone."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaignctl.stages.report.roi.arithmetic import (
    Fee,
    Interval,
    Sold,
    Usual,
    Verdict,
    at_least,
    bearable,
    joint_return,
    platforms_return,
    ratio,
    sellers_return,
    verdict,
)

# 100 units at a list price of 10; sellers take 2 off each and the platform 1, so buyers pay 700
SOLD = Sold(1000, 200, 100)
FEES = (Fee(0.06, less_seller=True), Fee(0.01, less_seller=True, campaign=True))

sales = st.builds(Sold, st.floats(1e3, 1e9), st.floats(0, 3e2), st.floats(0, 3e2))
draws = st.lists(st.floats(-1e6, 1e6), min_size=2, max_size=50)


def test_by_hand_sellers_sold_thirty_units_more_at_list_price_for_200_of_discount():
    # 70 units would have been sold at 10: expected 700 paid, so buyers paid nothing more; 30 units at list are 300
    assert sellers_return(SOLD, Usual(), [0.0]) == pytest.approx([300 - 100 + 100])
    assert ratio(sellers_return(SOLD, Usual(), [0.0]), 200) == Interval(1.5, 1.5, 1.5)


def test_by_hand_contribution_takes_product_cost_and_fees_off():
    # cost 4 of 10; 30 units more cost 120. Fees: 6% of 800 less 6% of 700 = 6, and 1% of 800 = 8 in the campaign alone
    gained = sellers_return(SOLD, Usual(), [0.0], fees=FEES, cost_share=0.4)
    assert gained == pytest.approx([300 - 120 - 14])


def test_by_hand_the_platform_takes_fees_on_what_was_added():
    assert platforms_return(SOLD, Usual(), [0.0], FEES) == pytest.approx([14])
    assert ratio(platforms_return(SOLD, Usual(), [0.0], FEES), 100).middle == pytest.approx(0.14)


def test_by_hand_both_sides_together_gain_the_list_value_of_what_was_added():
    assert joint_return([0.0], 300) == pytest.approx([300])
    assert joint_return([0.0], 300, sold=SOLD, cost_share=0.4) == pytest.approx([300 - 120])


def test_by_hand_commission_on_what_was_sold_more_goes_to_neither_side():
    # 30 units more at list, of net sales 800 instead of 700: a tenth of the 100 is paid out
    commission = (Fee(0.1, less_seller=True),)
    assert joint_return([0.0], 300, sold=SOLD, cost_share=0.4, paid_out=commission) == pytest.approx([300 - 120 - 10])
    assert sellers_return(SOLD, Usual(), [0.0], fees=commission, cost_share=0.4) == pytest.approx([300 - 120 - 10])


def test_by_hand_what_is_usually_taken_off_is_no_gain():
    # buyers usually pay 10 where 11 is listed and sellers take 1 off: an expected 700 paid has a list value of 770
    gained = sellers_return(SOLD, Usual(by_seller=0.1), [0.0], cost_share=0.4)
    assert gained == pytest.approx([(800 - 700) + 200 - 0.4 * (1000 - 770)])


@given(sales, draws)
def test_where_nobody_bought_more_the_discount_is_pure_cost(sold, added):
    """All would have come anyway: expected is the same list value without any discount."""
    nothing = np.full(len(added), -(sold.by_seller + sold.by_platform))
    assert sellers_return(sold, Usual(), nothing) == pytest.approx(np.zeros(len(added)), abs=1e-6 * sold.listed)


@given(sales, draws, st.floats(0, 0.3), st.floats(0, 0.3), st.floats(0, 0.5))
def test_a_larger_lift_never_makes_a_smaller_return_where_goods_sell_above_their_cost(
    sold, added, by_seller, by_platform, cost
):
    usual, ordered = Usual(by_seller, by_platform), sorted(added)
    for returns in (
        sellers_return(sold, usual, ordered),
        sellers_return(sold, usual, ordered, cost_share=cost),
        platforms_return(sold, usual, ordered, FEES),
    ):
        assert (np.diff(returns) >= -1e-6 * sold.listed).all()


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=200), st.floats(1, 1e6))
def test_the_interval_is_that_of_the_draws_carried_through(returns, cost):
    found = ratio(returns, cost)
    assert found.low <= found.middle <= found.high
    low, high = np.percentile(returns, [2.5, 97.5])
    assert (found.low, found.high) == pytest.approx((low / cost, high / cost))


@given(st.lists(st.floats(-1e6, 1e6), max_size=20), st.floats(max_value=0, allow_nan=False))
def test_nothing_spent_has_no_ratio(returns, cost):
    assert ratio(returns, cost) is None


@given(st.floats(-5, 5), st.floats(0, 5), st.floats(0, 5))
def test_no_verdict_where_the_interval_holds_break_even(low, first, second):
    found = Interval(low, low + first, low + first + second)
    holds = found.low <= 1 <= found.high
    assert (verdict(found) is Verdict.OPEN) == holds
    assert (verdict(found) is Verdict.PAID) == (found.low > 1)
    assert (verdict(found) is Verdict.LOST) == (found.high < 1)


def test_without_a_ratio_there_is_no_verdict():
    assert verdict(None) is None


def test_a_loss_stays_a_loss():
    assert ratio([-50.0, -40.0, -30.0], 100).high < 0


def test_a_return_of_which_only_a_part_is_known_is_open_until_that_part_pays_back():
    """A fee on campaign sales alone is certain whatever the lift, so its ratio has no width, and is still no loss."""
    certain = ratio(platforms_return(SOLD, Usual(), [-50.0, 0.0, 50.0], FEES[1:]), 100)
    assert certain.low == certain.high < 1
    assert verdict(certain) is Verdict.LOST
    assert verdict(at_least(certain)) is Verdict.OPEN
    assert not at_least(certain).is_closed
    assert verdict(at_least(Interval(1.2, 1.3, 1.4))) is Verdict.PAID


def test_what_was_added_bears_a_product_cost_of_just_its_share_of_the_list_value_added():
    sold, added = Sold(2_000, 200, 100), np.full(100, 700.0)  # 1,700 paid of which 1,000 were to be expected
    share = bearable(added, sold, Usual())
    assert share == pytest.approx(700 / 1_000)
    assert np.median(joint_return(added, 300, sold=sold, usual=Usual(), cost_share=share)) == pytest.approx(300)


def test_sellers_bear_as_much_more_as_the_platform_put_in_less_their_fees():
    sold, added, fee = Sold(2_000, 200, 100), np.full(100, 700.0), Fee(0.05)
    share = bearable(added, sold, Usual(), joint=False, fees=(fee,))
    assert share == pytest.approx((800 - 50) / 1_000)
    paid = sellers_return(sold, Usual(), added, fees=(fee,), cost_share=share)
    assert np.median(paid) == pytest.approx(sold.by_seller)


def test_discounts_that_sold_no_more_at_list_bear_no_cost_that_could_be_told():
    assert bearable(np.full(100, -600.0), Sold(2_000, 200, 100), Usual()) is None

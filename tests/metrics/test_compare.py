"""A figure is held against another period: relative, in points or in money, and never against nothing."""

from decimal import Decimal

import pytest

from campaignctl.domain.formats import Format
from campaignctl.metrics.catalogue import by_id
from campaignctl.metrics.compare import change, gap, is_good
from campaignctl.metrics.ledger import TOTAL, Ledger

GMV, REFUNDS, DEPTH = by_id("gmv"), by_id("refund_rate"), by_id("discount_depth")


def ledger(metric, now, then, reason=""):
    entered = Ledger("USD")
    for value, at in ((now, TOTAL), (then, TOTAL.on("baseline"))):
        entered.enter(metric, value, at, reason="" if value is not None else reason)
    return entered


def test_an_amount_changes_by_a_share_of_what_it_was_and_by_the_money_between():
    entered = ledger(GMV, Decimal(150), Decimal(120))
    found = change(entered, GMV, TOTAL, "baseline")
    assert (found.id, found.value, found.format) == ("gmv.total~baseline", 0.25, Format.PERCENT)
    apart = gap(entered, GMV, TOTAL, "baseline")
    assert (apart.id, apart.value, apart.unit) == ("gmv.total~baseline_gap", Decimal(30), "USD")


def test_a_share_changes_in_points():
    found = change(ledger(REFUNDS, 0.05, 0.02), REFUNDS, TOTAL, "baseline")
    assert (found.value, found.format) == (pytest.approx(0.03), Format.POINTS)


@pytest.mark.parametrize(("now", "then"), [(None, Decimal(120)), (Decimal(120), None), (None, None)])
def test_what_is_not_available_makes_a_comparison_that_is_not_with_the_same_reason(now, then):
    entered = ledger(GMV, now, then, "the exports do not give it")
    for found in (change(entered, GMV, TOTAL, "baseline"), gap(entered, GMV, TOTAL, "baseline")):
        assert (found.value, found.reason) == (None, "the exports do not give it")


def test_what_was_never_entered_is_compared_with_nothing():
    entered = Ledger("USD")
    entered.enter(GMV, Decimal(120))
    assert change(entered, GMV, TOTAL, "baseline") is None
    assert gap(entered, GMV, TOTAL, "baseline") is None
    assert list(entered.figures) == ["gmv.total"]


def test_nothing_is_a_share_of_zero():
    found = change(ledger(GMV, Decimal(5), Decimal(0)), GMV, TOTAL, "baseline")
    assert (found.value, found.reason) == (None, "the baseline is zero")


def test_what_sets_two_figures_apart_stands_in_place_of_their_change():
    found = change(ledger(GMV, Decimal(5), Decimal(4)), GMV, TOTAL, "baseline", unlike="other lengths")
    assert (found.value, found.reason) == (None, "other lengths")


def test_more_sales_and_fewer_refunds_are_good_and_a_depth_is_neither():
    def judged(metric, now, then):
        return is_good(metric, change(ledger(metric, now, then), metric, TOTAL, "baseline"))

    assert (judged(GMV, Decimal(3), Decimal(2)), judged(GMV, Decimal(2), Decimal(3))) == (True, False)
    assert (judged(REFUNDS, 0.1, 0.2), judged(REFUNDS, 0.2, 0.1)) == (True, False)
    assert judged(GMV, Decimal(2), Decimal(2)) is None
    assert judged(DEPTH, 0.2, 0.1) is None
    assert is_good(GMV, None) is None

"""Every figure is entered once, under an id of its own, and says what it is of."""

from decimal import Decimal

import pytest

from campaignctl.metrics.catalogue import by_id
from campaignctl.metrics.ledger import At, Ledger

GMV, ORDERS = by_id("gmv"), by_id("orders")


def test_a_figure_says_which_seller_or_day_it_is_of_and_the_total_says_nothing():
    ledger = Ledger("USD")
    assert ledger.enter(GMV, Decimal(7), At("seller", "S-001")).dimensions == {"seller": "S-001"}
    assert ledger.enter(GMV, Decimal(3), At("seller", None)).dimensions == {"seller": "unknown"}
    assert ledger.enter(GMV, Decimal(10)).dimensions == {}
    assert list(ledger.figures) == ["gmv.seller.s-001", "gmv.seller.unknown", "gmv.total"]


def test_two_keys_that_read_alike_keep_ids_of_their_own_in_every_metric():
    ledger = Ledger("USD")
    ids = [ledger.id(metric.id, At("category", key)) for metric in (GMV, ORDERS) for key in ("Beauty", "beauty")]
    assert ids == ["gmv.category.beauty", "gmv.category.beauty-2", "orders.category.beauty", "orders.category.beauty-2"]


def test_a_category_called_unknown_is_not_that_of_lines_without_one():
    ledger = Ledger("USD")
    assert ledger.id("gmv", At("category", None)) != ledger.id("gmv", At("category", "Unknown"))


def test_money_is_in_the_campaign_s_currency_and_a_count_is_a_count():
    ledger = Ledger("USD")
    assert (ledger.enter(GMV, Decimal(7)).unit, ledger.enter(ORDERS, 3).unit) == ("USD", "count")


def test_a_number_is_computed_in_one_place():
    ledger = Ledger("USD")
    ledger.enter(GMV, Decimal(7))
    ledger.enter(GMV, Decimal(7))
    with pytest.raises(ValueError, match=r"gmv\.total is entered twice with two values"):
        ledger.enter(GMV, Decimal(8))


def test_what_was_not_entered_has_no_value_and_no_reference():
    ledger = Ledger("USD")
    ledger.enter(ORDERS, None, reason="no rows in the exports")
    assert (ledger.value("gmv"), ledger.ref("gmv"), ledger.value("orders")) == (None, None, None)
    assert ledger.ref("orders").id == "orders.total"


@pytest.mark.parametrize(("minor", "major"), [(Decimal("150.5"), "1.51"), (Decimal("149.4"), "1.49"), (150, "1.50")])
def test_minor_units_are_rounded_half_up_to_whole_ones(minor, major):
    assert str(Ledger("USD").money(minor)) == major

"""A finding's message begins as a sentence does, unless it begins with what must keep its letters."""

import pytest

from campaignctl.domain.findings import with_capital


@pytest.mark.parametrize(
    ("message", "value", "shown"),
    [
        ("price $51 is not below", "", "Price $51 is not below"),
        ("one-day deal ends late", "", "One-day deal ends late"),
        ("exports/S-001/orders.csv holds no rows", "", "exports/S-001/orders.csv holds no rows"),
        ("ada@shop.example is no address", "", "ada@shop.example is no address"),
        ("glow5 is no code", "glow5", "glow5 is no code"),
        ("12 h is too long", "", "12 h is too long"),
        ("", "", ""),
    ],
)
def test_a_message_begins_with_a_capital_where_it_begins_with_a_word(message, value, shown):
    assert with_capital(message, value) == shown

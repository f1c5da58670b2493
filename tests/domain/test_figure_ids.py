"""A figure's id is one lower-case word, the same in every output, and never that of another figure."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaignctl.domain.figures import Figure, figure_id, slug, slugs
from campaignctl.domain.formats import Format


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("S-001", "s-001"),
        ("Moss & Amber", "moss-amber"),
        ("  Home / Kitchen ", "home-kitchen"),
        ("Café Müller", "cafe-muller"),
        ("STRASSE Straße", "strasse-strasse"),
        ("美妆", "美妆"),
        ("a.b@c~d", "a-b-c-d"),  # the marks of an id's own grammar
        ("{{7*7}}", "7-7"),
        ("🎁", "x"),
        ("", "x"),
    ],
)
def test_a_key_becomes_one_word_of_an_id(text, word):
    assert slug(text) == word


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        (["Beauty", "beauty", "BEAUTY"], ["beauty", "beauty-2", "beauty-3"]),
        (["a", "A", "a-2"], ["a", "a-2", "a-2-2"]),  # the number given to one is the name of another
        (["a-2", "a", "A"], ["a-2", "a", "a-3"]),
        (["🎁", "🎄"], ["x", "x-2"]),
        (["same", "same"], ["same"]),
    ],
)
def test_keys_that_look_alike_stay_apart(keys, words):
    assert list(slugs(keys).values()) == words


@given(st.lists(st.text(alphabet="aA1-é 🎁.", max_size=4)))
def test_every_key_has_its_own_slug(keys):
    found = slugs(keys)
    assert set(found) == set(keys)
    assert len(set(found.values())) == len(found)


@given(st.text())
def test_a_slug_holds_none_of_the_marks_of_an_id(text):
    word = slug(text)
    assert word
    assert not set(word) & set(".@~{} \n\t")


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (("gmv",), "gmv.total"),
        (("gmv", "seller", "s-001"), "gmv.seller.s-001"),
        (("gmv", "seller", "s-001", "baseline"), "gmv.seller.s-001@baseline"),
        (("gmv", "total", "", "", "target"), "gmv.total~target"),
        (("gmv", "day", "2026-11-20", "campaign", "baseline"), "gmv.day.2026-11-20@campaign~baseline"),
    ],
)
def test_an_id_reads_metric_scope_key_period_comparison(parts, expected):
    assert figure_id(*parts) == expected


@pytest.mark.parametrize(
    ("form", "value", "number"),
    [
        (Format.POINTS, Decimal("0.006"), 0.6),
        (Format.DURATION, 43200, 0.5),
        (Format.MONEY, Decimal("12.99"), 12.99),
        (Format.PERCENT, 0.22, 0.22),
        (Format.COUNT, None, None),
    ],
)
def test_a_cell_holds_the_number_that_its_format_shows(form, value, number):
    assert Figure("x.total", "x", value, "", form).number == number


def test_only_a_comparison_is_written_with_its_sign():
    assert Figure("gmv.total", "GMV", 0.07, "", Format.PERCENT).words == "7.00%"
    assert Figure("gmv.total~target", "GMV", 0.07, "", Format.PERCENT).words == "+7%"


def test_a_table_may_ask_for_another_format_of_the_same_unit():
    assert Figure("gmv.total", "GMV", Decimal(404000), "USD", Format.MONEY).words_as(Format.MONEY_SHORT) == "$404K"

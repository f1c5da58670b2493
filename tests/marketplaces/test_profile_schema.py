"""A limit is written as an operator writes it, and what makes no sense is refused where it stands."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from campaignctl.domain.findings import Severity
from campaignctl.marketplaces.schema import Condition, Conflict, Context, Limit, Range, Slot, Source
from campaignctl.marketplaces.schema.limits import Money, Number, Share, Span

PAGES = {
    "NEW": Source(title="new page", trust="API", checked=date(2026, 3, 1), url="https://example.com/new"),
    "OLD": Source(title="old post", trust="Third party", checked=date(2024, 3, 1)),
}
CONTEXT = Context("Corner Market", "USD", PAGES)


def limit(kind: Any, **written: Any) -> Limit[Any]:
    made: Limit[Any] = Limit[kind].model_validate({"source": "NEW", **written}, context=CONTEXT)
    return made


@pytest.mark.parametrize(
    ("kind", "written", "value", "text"),
    [
        (Share, "5%", Decimal("0.05"), "5%"),
        (Share, "0.01 %", Decimal("0.0001"), "0.01 %"),
        (Span, "72 hours", timedelta(hours=72), "72 hours"),
        (Span, "300 s", timedelta(minutes=5), "300 s"),
        (Span, "2 weeks", timedelta(days=14), "2 weeks"),
        (Money, "0.50 USD", 50, "$0.50"),
        (Money, "1500 USD", 150_000, "$1,500"),
        (int, 10_000, 10_000, "10,000"),
        (bool, True, True, "yes"),
        (Number, 3.5, Decimal("3.5"), "3.5"),
        (tuple[str, ...], ["Shop", "Product"], ("Shop", "Product"), "Shop, Product"),
    ],
)
def test_a_value_is_held_exactly_and_shown_as_written(kind, written, value, text):
    read = limit(kind, value=written)
    assert (read.value, read.text) == (value, text)
    assert read.words == f"Corner Market: {text} (NEW, checked 2026-03-01)"


@pytest.mark.parametrize(
    ("kind", "written", "says"),
    [
        (Share, 0.05, "written as a percent in quotes"),
        (Share, "5", "written as a percent in quotes"),
        (Share, "500%", "between 0% and 100%"),
        (Share, "x%", "is not a percent"),
        (Share, "nan%", "is not a percent"),
        (Span, "99999999999999999999 days", "a span is written"),
        (Money, "9" * 400 + " USD", "money is written with its currency"),
        (Number, "inf", "is not a number"),
        (Number, "=1+1", "is not a number"),
        (Span, "1.5 days", "a span is written"),
        (Span, "3 months", "a span is written"),
        (Money, 50, "money is written with its currency"),
        (Money, "0.50 EUR", "not in the profile's currency, USD"),
        (Money, "0.505 USD", "more than 2 decimals"),
        (Number, True, "a number is needed"),
    ],
)
def test_a_value_in_the_wrong_words_is_refused(kind, written, says):
    with pytest.raises(ValidationError, match=says):
        limit(kind, value=written)


def test_two_sources_count_with_the_older_day_and_the_weaker_word():
    read = limit(int, value=1, source="NEW, OLD")
    assert (read.checked, read.trust, read.url) == (date(2024, 3, 1), "Third party", "https://example.com/new")


def test_a_limit_may_have_been_checked_later_than_its_page():
    assert limit(int, value=1, checked=date(2026, 11, 2)).words == "Corner Market: 1 (NEW, checked 2026-11-02)"


def test_a_breach_weighs_what_the_profile_says():
    assert limit(int, value=1).severity is Severity.ERROR
    assert limit(int, value=1, weight="note").severity is Severity.NOTE
    assert limit(int, value=1, weight="ignore").severity is None


@pytest.mark.parametrize("field", ["marketplace", "typed", "colour"])
def test_what_a_file_must_not_write_is_refused(field):
    with pytest.raises(ValidationError, match=r"not written here|Extra inputs"):
        limit(int, value=1, **{field: "x"})


def test_a_limit_cannot_be_changed_afterwards():
    with pytest.raises(ValidationError, match="frozen"):
        limit(int, value=1).value = 2


def discounts(**written: Any) -> Range:
    return Range.model_validate({"source": "NEW", **written}, context=CONTEXT)


def test_a_range_holds_on_its_first_and_on_its_last_day():
    spring = discounts(least="5%", since=date(2026, 3, 1), until=date(2026, 5, 31))
    assert [
        spring.holds(day) for day in (date(2026, 2, 28), date(2026, 3, 1), date(2026, 5, 31), date(2026, 6, 1))
    ] == [
        False,
        True,
        True,
        False,
    ]


def test_a_range_of_some_categories_holds_for_them_in_any_case():
    toys = discounts(most="50%", categories=["Toys"])
    assert toys.holds(date(2026, 1, 1), "TOYS")
    assert not toys.holds(date(2026, 1, 1), "Books")
    assert not toys.holds(date(2026, 1, 1))


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ({}, "needs least, most or both"),
        ({"least": "60%", "most": "50%"}, "least 60% is above most 50%"),
        ({"least": "5%", "since": date(2026, 2, 1), "until": date(2026, 1, 1)}, "lies after until"),
    ],
)
def test_a_range_that_allows_nothing_is_refused(written, says):
    with pytest.raises(ValidationError, match=says):
        discounts(**written)


@pytest.mark.parametrize(
    ("compare", "below", "equal", "above"),
    [
        ("at least", False, True, True),
        ("at most", True, True, False),
        ("below", True, False, False),
        ("above", False, False, True),
        ("is", False, True, False),
    ],
)
def test_a_condition_compares_as_its_words_say(compare, below, equal, above):
    asked = Condition.model_validate(
        {"measure": "score", "compare": compare, "number": 3.5, "says": "score", "source": "NEW"}, context=CONTEXT
    )
    assert (asked.holds(3.4), asked.holds(3.5), asked.holds(3.6)) == (below, equal, above)


@pytest.mark.parametrize("values", [{}, {"number": 3, "flag": True}])
def test_a_condition_has_exactly_one_bound(values):
    with pytest.raises(ValidationError, match="exactly one of number, money and flag"):
        Condition.model_validate(
            {"measure": "score", "compare": "is", "says": "x", "source": "NEW", **values}, context=CONTEXT
        )


def test_a_conflict_of_groups_binds_every_tool_in_them():
    coupons = Conflict.model_validate(
        {"between": ["coupons", "flash"], "at": "sku", "says": "x", "source": "NEW"}, context=CONTEXT
    )
    assert coupons.is_between({"seller_coupon", "coupons"}, {"flash"})
    assert coupons.is_between({"flash"}, {"seller_coupon", "coupons"})
    assert not coupons.is_between({"seller_coupon", "coupons"}, {"seller_coupon", "coupons"})


@pytest.mark.parametrize("starts", ["24:00", "9:30", "noon"])
def test_a_slot_starts_at_an_hour_of_the_day(starts):
    with pytest.raises(ValidationError, match="starts"):
        Slot.model_validate({"id": "s", "starts": starts, "lasts": "1 hour", "source": "NEW"}, context=CONTEXT)


def test_money_made_by_a_programme_is_in_minor_units():
    assert TypeAdapter(Money).validate_python(1299) == 1299

"""A decision counts for the terms it was made under; of two the later day counts; a counter-offer waits for its price."""

from datetime import UTC, datetime

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaignctl.domain.decisions import MADE, settled, torn
from campaignctl.domain.frames import framed
from campaignctl.domain.outcome import Standing, outcome
from campaignctl.domain.terms import terms_of

NOV = [None, *(datetime(2026, 11, day, tzinfo=UTC) for day in range(1, 31))]
LINE = {
    "seller_id": "S-001",
    "promotion_id": "HD26-01",
    "product_id": "1729384756102938471",
    "sku_id": "1729500011223344501",
    "product_name": "Serum",
    "variation": "30 ml",
    "list_price": 3200,
    "deal_price": 2499,
    "stock": 500,
    "per_buyer": 5,
}
TYPES = {"list_price": "Int64", "deal_price": "Int64", "stock": "Int64", "per_buyer": "Int64"}
PROMOTION = {
    "id": "HD26-01",
    "tool": "product_discount",
    "level": "Variation",
    "kind_of_value": "Seller's price",
    "value_percent": None,
    "value_money": None,
    "starts": NOV[20],
    "ends": NOV[26],
    "seller_pays": 1.0,
    "min_spend": None,
    "per_buyer": None,
    "quantity": None,
}
NOBODY = pd.DataFrame({"seller_id": [], "decision": [], "reason": [], "decided_by": [], "decided_on": []})


def lines(*changes):
    return pd.DataFrame([{**LINE, **change} for change in changes or ({},)]).astype(TYPES)


def promotions(**changes):
    return pd.DataFrame([{**PROMOTION, **changes}])


def terms(**changes):
    return terms_of(lines(changes), promotions())[0]


def made(*rows):
    base = {
        "seller_id": "S-001",
        "promotion_id": "HD26-01",
        "item": LINE["sku_id"],
        "terms": terms(),
        "campaign_price": 2499,
        "decision": "Approve",
        "decided_by": "Kai Lund",
        "decided_on": NOV[12],
        "file": "decisions/kai.xlsx",
    }
    whole = [{**base, **row} for row in rows]
    return framed({name: [row.get(name) for row in whole] for name in MADE}, len(whole), MADE)


def decided(decisions, of=None, offers=None, shops=NOBODY, listed=()):
    return outcome(
        of if of is not None else lines(), offers if offers is not None else promotions(), decisions, shops, listed
    ).iloc[0]


def test_a_line_that_nobody_saw_is_new():
    assert decided(made())["standing"] == Standing.NEW


def test_a_line_that_a_saved_workbook_lists_waits_for_its_decision():
    assert decided(made(), listed={("S-001", "HD26-01", LINE["sku_id"])})["standing"] == Standing.OPEN


def test_a_decision_under_these_terms_counts():
    found = decided(made({"decision": "Reject", "reason": "Price"}))
    assert (found["standing"], found["decision"], found["reason"]) == ("decided", "Reject", "Price")


@pytest.mark.parametrize(
    ("now", "offer"),
    [
        ({"deal_price": 2399}, {}),
        ({"stock": 400}, {}),
        ({"per_buyer": -1}, {}),
        ({"list_price": 3000}, {}),
        ({}, {"ends": NOV[25]}),
        ({}, {"seller_pays": 0.7}),
        ({}, {"kind_of_value": "Percent off", "value_percent": 0.3}),
    ],
)
def test_a_decision_is_stale_once_the_terms_change(now, offer):
    found = decided(made({}), lines(now), promotions(**offer))
    assert (found["standing"], found["earlier"], found["earlier_by"]) == ("terms changed", "Approve", "Kai Lund")
    assert pd.isna(found["decision"])


def test_what_is_no_term_leaves_a_decision_standing():
    assert decided(made({}), lines({"product_name": "Serum, new label"}), promotions(budget=1))["decision"] == "Approve"


def test_the_later_of_two_decisions_counts():
    one = {"decision": "Approve", "decided_by": "Kai Lund", "decided_on": NOV[12]}
    other = {"decision": "Reject", "decided_by": "Ines Roth", "decided_on": NOV[13]}
    for order in ((one, other), (other, one)):
        assert decided(made(*order))["decision"] == "Reject"


@pytest.mark.parametrize("day", [NOV[12], None], ids=["on the same day", "without a day"])
def test_two_that_contradict_on_one_day_are_asked_again(day):
    decisions = made(
        {"decided_on": day}, {"decision": "Reject", "decided_by": "Ines Roth", "decided_on": day or NOV[12]}
    )
    if day is None:
        decisions["decided_on"] = pd.Series([pd.NaT, pd.NaT], dtype="datetime64[us, UTC]")
    assert decided(decisions)["standing"] == Standing.TORN
    assert set(torn(decisions)["decided_by"]) == {"Kai Lund", "Ines Roth"}


def test_the_same_decision_saved_in_many_workbooks_is_one():
    decisions = made({}, {"file": "decisions/ines.xlsx"}, {"decided_by": "Ines Roth"})
    assert decided(decisions)["decision"] == "Approve"
    assert torn(decisions).empty


def test_two_counter_prices_contradict():
    counter = {"decision": "Counter"}
    assert (
        decided(made({**counter, "counter_price": 2300}, {**counter, "counter_price": 2200}))["standing"]
        == Standing.TORN
    )


COUNTER = {"decision": "Counter", "counter_price": 2300, "reason": "Price"}


def test_a_counter_offer_waits_for_the_seller():
    found = decided(made(COUNTER))
    assert (found["standing"], found["decision"], found["counter_price"]) == ("decided", "Counter", 2300)


def test_a_counter_offer_that_the_seller_took_is_an_approval():
    found = decided(made(COUNTER), lines({"deal_price": 2300}))
    assert (found["standing"], found["decision"], found["counter_met"]) == ("decided", "Approve", True)
    assert found["decided_by"] == "Kai Lund"


@pytest.mark.parametrize("reply", [{"deal_price": 2400}, {"deal_price": 2300, "stock": 100}, {"stock": 400}])
def test_any_other_reply_to_a_counter_offer_is_asked_again(reply):
    found = decided(made(COUNTER), lines(reply))
    assert (found["standing"], found["earlier"], found["earlier_price"]) == ("terms changed", "Counter", 2300)


def test_a_counter_offer_taken_back_later_is_not_met():
    hold = {"decision": "Hold", "terms": terms(deal_price=2450), "campaign_price": 2450, "decided_on": NOV[14]}
    assert decided(made(COUNTER, hold), lines({"deal_price": 2300}))["standing"] == Standing.CHANGED


def test_one_cell_decides_a_whole_shop():
    shops = pd.DataFrame([
        {
            "seller_id": "S-001",
            "decision": "Reject",
            "reason": "late last time",
            "decided_by": "Ines Roth",
            "decided_on": NOV[13],
        }
    ]).astype({"decided_on": "datetime64[us, UTC]"})  # fmt: skip
    found = outcome(lines({}, {"seller_id": "S-002"}), promotions(), made({}), shops)
    assert found["decision"].tolist()[0] == "Reject"
    assert found["whole_shop"].tolist() == [True, False]
    assert found["standing"].tolist() == ["decided", "new"]


def test_lines_keep_their_order_and_their_index():
    many = lines({"seller_id": "S-009"}, {}, {"sku_id": None}).set_axis([7, 3, 9])
    found = outcome(many, promotions(), made({}), NOBODY)
    assert found.index.tolist() == [7, 3, 9]
    assert found["standing"].tolist() == ["new", "decided", "new"]


WORDS = st.sampled_from(["Approve", "Reject", "Hold"])


@given(st.lists(st.tuples(WORDS, st.integers(1, 3)), min_size=1, max_size=6), st.randoms())
def test_who_saved_first_does_not_matter(taken, random):
    rows = [{"decision": word, "decided_on": NOV[day]} for word, day in taken]
    one = settled(made(*rows))["decision"].tolist()
    random.shuffle(rows)
    other = settled(made(*rows))["decision"].tolist()
    last = {word for word, day in taken if day == max(day for _, day in taken)}
    assert len(one) == len(other) == 1
    assert [pd.isna(word) for word in one] == [pd.isna(word) for word in other] == [len(last) > 1]
    if len(last) == 1:
        assert one == other == list(last)

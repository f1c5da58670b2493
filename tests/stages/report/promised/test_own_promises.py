"""A seller's own page of promises: its lines and streams alone, what was broken first, and nobody else named."""

from dataclasses import fields, is_dataclass

import pytest

from campaignctl.domain.campaign import Campaign, Seller, Window
from campaignctl.stages.report import ReportInputs, for_deck, report, seller_documents

from .test_promised import END, SHOPS, START, A, B, C, lines, lock, on_air


def inputs(**changes):
    sellers = tuple(Seller(key, name, "Beauty", "Growth", "Campaign", 500_000) for key, name in SHOPS.items())
    campaign = Campaign("Deals", "LW26", "Market", "UTC", "USD", Window(START, END), sellers=sellers)
    plain = {"order_lines": lines(), "lock": lock(streams=(("S-001", 10), ("S-002", 40), ("S-002", 60)))}
    return ReportInputs(campaign, END, **{**plain, **changes})


def decks(**changes):
    made = inputs(**changes)
    return {seller.id: for_deck(document) for seller, document in seller_documents(made, made.campaign.sellers)}


def rows(document, table="promised-own"):
    part = document.part(table)
    keys = [column.key for column in part.columns]
    return [dict(zip(keys, map(document.cell_words, row), strict=True)) for row in part.rows]


def everything(value):
    """Return all text that a document holds, wherever it stands."""
    if isinstance(value, str):
        return value
    if isinstance(value, dict) or hasattr(value, "items"):
        return " ".join(everything(each) for pair in value.items() for each in pair)
    if isinstance(value, list | tuple):
        return " ".join(map(everything, value))
    if is_dataclass(value):
        return " ".join(everything(getattr(value, each.name)) for each in fields(value))
    return str(value)


@pytest.fixture(scope="module")
def broken():
    """S-001 sold one SKU too dear for a day; S-002 held one of its two streams."""
    dear = {A: lambda hour: 3300 if hour < 24 else 3000}
    return decks(order_lines=lines(prices=dear), streams=on_air(("S-001", 10), ("S-002", 40)))


def test_every_promised_line_of_the_seller_stands_there_and_no_other(broken):
    assert {row["which"] for row in rows(broken["S-001"])} == {"Face mist", "L0"}
    assert {row["which"] for row in rows(broken["S-002"])} == {"Tea tin", "L1", "L2"}


def test_what_was_broken_stands_first_with_prices_days_and_money(broken):
    first = next(row for row in rows(broken["S-001"]) if row["which"] == "Face mist")
    assert first["what"] == "above the agreed price"
    assert (first["agreed"], first["dearest"], first["days"]) == ("$30.00", "$33.00", "1")
    assert first["money"] == "$36.00"
    kept = [row for row in rows(broken["S-001"]) if row["what"] == "✓ kept" and row["which"] == "Face mist"]
    assert [row["agreed"] for row in kept] == ["$30.00"]


def test_a_stream_that_was_not_held_stands_before_one_that_was(broken):
    held = [(row["what"], row["where"]) for row in rows(broken["S-002"]) if row["which"] in {"L1", "L2"}]
    assert held == [("not held", "Sun Nov 22, 12:00"), ("✓ kept", "Sat Nov 21, 16:00")]


def test_its_title_counts_its_own_promises(broken):
    section = broken["S-001"].section("promised")
    words = "1 of 2 promised lines were kept; broken promises cost $36.00"
    assert broken["S-001"].words(section.title) == words
    assert broken["S-002"].words(broken["S-002"].section("promised").title) == (
        "No promised line was sold above its price or ran short; 1 of 2 promised livestreams were held"
    )


@pytest.mark.parametrize(("mine", "other", "theirs"), [("S-001", "S-002", (C, "Tea tin")), ("S-002", "S-001", (A, B))])
def test_nothing_of_another_seller_is_anywhere_in_the_document(broken, mine, other, theirs):
    whole = everything(broken[mine]).casefold()
    for word in (other, SHOPS[other], *theirs):
        assert word.casefold() not in whole


def test_beyond_a_dozen_lines_the_rest_stand_in_one_row():
    from campaignctl.stages.report.one_seller import promises

    few = promises.MOST
    promises.MOST = 0
    try:
        last = rows(decks()["S-001"])[-1]
    finally:
        promises.MOST = few
    assert (last["what"], last["which"], last["units"]) == ("✓ kept", "2 others", "144")


def test_without_a_lock_a_seller_has_no_such_page():
    assert decks(lock=None)["S-001"].section("promised") is None


def test_the_scorecard_lists_who_broke_a_promise_by_its_money_and_then_its_days():
    dear = {C: lambda hour: 4000 if hour < 96 else 3000, A: lambda hour: 3300 if hour < 24 else 3000}
    document = report(inputs(order_lines=lines(prices=dear)))
    costs = {row["seller"]: row["cost"] for row in rows(document, "promised-sellers")}
    assert list(costs.items()) == [("Blue Orchard", "$480"), ("Lantern & Sons", "$36.00")]


def test_the_cost_of_broken_promises_is_the_sum_of_its_parts():
    dear = {A: lambda hour: 3300 if hour < 24 else 3000}
    kept = on_air(("S-001", 10), ("S-002", 40))
    document = report(inputs(order_lines=lines(prices=dear, until={C: 40}), streams=kept))
    parts = [document.figures[f"{word}.total"].value for word in ("overpaid", "short_sales_lost", "slot_sales_lost")]
    assert min(parts) > 0
    assert document.figures["broken_cost.total"].value == sum(parts)


def test_a_slide_names_only_those_who_broke_a_promise():
    dear = {A: lambda hour: 3300 if hour < 24 else 3000}
    document = for_deck(report(inputs(order_lines=lines(prices=dear), lock=lock())))
    assert [row["seller"] for row in rows(document, "promised-worst")] == ["Lantern & Sons"]

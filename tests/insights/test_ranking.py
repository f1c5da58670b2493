"""What is told of all that was tried: false discoveries are held over every test, and money sets the order."""

import pytest

from campaignctl.domain.sentences import say
from campaignctl.insights.catalogue import insights
from campaignctl.insights.insight import Insight, Sort, Tried
from campaignctl.insights.proof import evidence_of
from campaignctl.insights.ranking import found

NOISE = [(place + 0.5) / 100 for place in range(100)]
"""As a hundred looks at nothing come out."""


def _tried(key, p, impact=100, sort=Sort.LOST, **more):
    return Tried(key, impact, sort, p, say("It moved."), **more)


def _page(code, *tests, **more):
    return Insight(code, code.lower(), lambda _: tests, examples=(), **more)


def _told(*pages):
    evidence = evidence_of(insights()["TRD106"].examples[0])
    return [one.tried.key for one in found(pages, evidence)]


def test_one_striking_look_of_a_hundred_at_nothing_is_not_told():
    noise = _page("SLC101", *(_tried(f"noise {p}", p) for p in NOISE))
    assert not _told(noise, _page("SLC102", _tried("striking", 0.001)))
    assert _told(noise, _page("SLC102", _tried("certain", 0.0001))) == ["certain"]


def test_what_people_noted_is_told_sooner_and_counts_among_all_tests():
    noise = _page("SLC101", *(_tried(f"noise {p}", p) for p in NOISE))
    assert _told(noise, _page("TRD106", _tried("noted", 0.001), is_asked=True)) == ["noted"]
    assert not _told(noise, _page("TRD106", _tried("noted", 0.02), is_asked=True))


def test_many_noted_events_win_nothing_over_each_other():
    events = [_tried(f"event {p}", p) for p in NOISE]
    assert not _told(_page("TRD106", *events, _tried("striking", 0.001), is_asked=True))


def test_a_test_without_a_sentence_still_counts():
    silent = [Tried(f"noise {p}", 0, Sort.WATCH, p) for p in NOISE]
    assert not _told(_page("SLC101", *silent, _tried("striking", 0.001)))


@pytest.mark.parametrize("many", [0, 100])
def test_a_fact_is_told_however_much_was_tried(many):
    assert _told(
        _page("SLC101", *(_tried(f"{p}", p) for p in NOISE[:many])), _page("TGT101", _tried("missed", None))
    ) == ["missed"]


def test_most_money_comes_first_and_what_is_told_aside_last():
    facts = [_tried("small", None, 10), _tried("aside", None, 99, aside=True), _tried("large", None, 20)]
    assert _told(_page("TGT101", *facts)) == ["large", "small", "aside"]


def test_two_pages_that_look_at_the_same_numbers_make_one_test_and_the_one_that_asks_for_more_is_told():
    same = {"p": 0.0001, "impact": 700}
    watch, stop = _tried("watch", sort=Sort.WATCH, **same), _tried("stop", sort=Sort.STOP, **same)
    assert _told(_page("SLC101", watch), _page("PRM101", stop)) == ["stop"]


def test_what_another_page_tells_better_of_the_same_key_to_the_same_side_is_told_once():
    why, moved = _page("DRV103", _tried("Kitchen", 0.0001)), {"yields_to": ("DRV103",)}
    assert _told(why, _page("SLC101", _tried("Kitchen", 0.0002, 900), **moved)) == ["Kitchen"]
    rose = _tried("Kitchen", 0.0002, 900, sort=Sort.WORKS)
    assert _told(why, _page("SLC101", rose, _tried("Toys", 0.0003, 50), **moved)) == ["Kitchen", "Kitchen", "Toys"]


def test_a_plan_yields_to_what_a_shop_did_by_its_own_past_whichever_side_it_lies_on():
    fell = _page("SLC102", _tried("Larch Table", 0.0001))
    beat = _page("TGT103", _tried("Larch Table", None, sort=Sort.REPEAT), _tried("Kite", None), yields_to=("SLC102",))
    assert sorted(_told(fell, beat)) == ["Kite", "Larch Table"]


def test_a_page_yields_only_to_what_is_told():
    silent = _page("DRV103", Tried("Kitchen", 0, Sort.LOST, 0.0001))
    assert _told(silent, _page("SLC101", _tried("Kitchen", 0.0002), yields_to=("DRV103",))) == ["Kitchen"]


def test_pages_yield_to_pages_that_there_are():
    every = insights()
    assert {code for page in every.values() for code in page.yields_to} <= every.keys()

"""Insights on slides: two slides of them at most, and each next step with the money it is about."""

from datetime import date

import pytest

from campaignctl.domain.document import Document, Section
from campaignctl.domain.figures import Figure
from campaignctl.domain.formats import Format
from campaignctl.domain.sentences import Ref, Sentence, say
from campaignctl.domain.tables import Mark, Table
from campaignctl.stages.report import for_deck, for_workbook
from campaignctl.stages.report.insights.section import HEADS, ON_SLIDES
from campaignctl.stages.report.slides.steps import due


def document(count):
    figures = {
        f"at_stake.insights.{n}": Figure(f"at_stake.insights.{n}", "At stake", 1000 * (count - n), "USD", Format.MONEY)
        for n in range(count)
    }
    figures["insights_beyond.total"] = Figure(
        "insights_beyond.total", "Beyond", count - ON_SLIDES, "count", Format.COUNT
    )
    rows = tuple(
        (
            "■ stop",
            say(f"Thing {n}"),
            say("a count"),
            f"Do {n}",
            "Ada",
            Ref(f"at_stake.insights.{n}", format=Format.MONEY),
        )
        for n in range(count)
    )
    table = Table("insights", HEADS, rows, marks={(n, "kind"): Mark.BAD for n in range(count)})
    section = Section("insights", "Insights", say("Things stand out"), say("Deals"), (table,), Sentence())
    return Document("Deals", "2026-12-01T00:00:00+00:00", figures, (section,))


def test_two_slides_of_insights_are_shown_and_the_rest_is_counted():
    deck = for_deck(document(50))
    table = deck.part("insights")
    assert len(table.rows) == ON_SLIDES == len(table.marks)
    assert deck.words(deck.section("insights").context) == "Deals · 34 more stand in report.xlsx, sheet Insights"


def test_the_workbook_holds_them_all():
    assert len(for_workbook(document(50)).part("insights").rows) == 50


def test_few_insights_need_no_such_line():
    deck = for_deck(document(ON_SLIDES))
    assert deck.words(deck.section("insights").context) == "Deals"


def test_each_step_names_its_money_in_short():
    deck = for_deck(document(3))
    steps = deck.part("next")
    at = [column.key for column in steps.columns].index("at_stake")
    assert [deck.cell_words(row[at]) for row in steps.rows] == ["$3K", "$2K"]


STEPS = (
    ("▲ repeat", ("Tea", " sold more"), "Plan more for it, and ask what it did", ""),
    ("■ stop", ("Mugs", " cost more"), "Test it at its usual depth", "stop deeper discounts of Mugs"),
    ("▼ lost", ("Lamps", " lacked sales"), "Ask its sellers for price, stock and slots", ""),
)


def told(steps):
    """Return a document whose insights are ``steps``: kind, what was seen, what to do next, and that in few words."""
    rows = tuple((kind, Sentence(seen), say("a count"), then, "Ada", None) for kind, seen, then, _ in steps)
    brief = {(n, "next"): brief for n, (*_, brief) in enumerate(steps) if brief}
    table = Table("insights", HEADS, rows, brief={**brief, (0, "at_stake"): "margin"})
    section = Section("insights", "Insights", say("Things stand out"), say("Deals"), (table,), Sentence())
    return Document("Deals", "2026-12-01T00:00:00+00:00", {}, (section,))


def titled(steps):
    deck = for_deck(told(steps))
    return deck.words(deck.section("next").title)


def test_the_title_tells_the_weightiest_step_of_each_kind_in_few_words():
    assert titled(STEPS) == (
        "Next campaign: plan more for Tea, stop deeper discounts of Mugs, ask Lamps' sellers for price, stock and slots"
    )


def test_a_kind_without_a_step_is_left_out():
    assert titled(STEPS[1:2]) == "Next campaign: stop deeper discounts of Mugs"


def test_steps_too_long_for_two_lines_give_way_from_the_last():
    long = ("▼ lost", ("Lamps", " lacked sales"), "Ask its sellers " + "for one thing more " * 6, "")
    assert titled((*STEPS[:2], long)) == "Next campaign: plan more for Tea, stop deeper discounts of Mugs"


def test_a_step_says_what_its_money_is():
    table = for_deck(told(STEPS)).part("next")
    at = [column.key for column in table.columns].index("unit")
    assert [row[at] for row in table.rows] == ["margin", None, None]


@pytest.mark.parametrize(
    ("kind", "today", "by"),
    [
        ("Stop", date(2026, 12, 1), "Dec 8"),
        ("Try", date(2026, 12, 1), "Dec 15"),
        ("Repeat", date(2026, 12, 5), "Jan 4"),
        ("Stop", date(2026, 12, 5), "Dec 14"),
    ],
)
def test_a_step_is_proposed_for_a_working_day(kind, today, by):
    assert due(kind, today) == by


def test_every_step_has_a_day():
    deck = for_deck(document(3))
    steps = deck.part("next")
    assert steps.columns[-1].key == "by"
    assert {row[-1] for row in steps.rows} == {"Dec 8"}

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

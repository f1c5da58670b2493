"""The deck's first figures and the memo stand beside the stretch just before and an earlier campaign."""

from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from campaignctl.domain.document import Card
from campaignctl.domain.earlier import Earlier
from campaignctl.domain.tables import Mark
from campaignctl.stages.report import for_deck, for_memo, for_workbook, report

ZONE = ZoneInfo("America/Los_Angeles")
SPRING = Earlier(
    "Spring Deals",
    datetime(2026, 5, 13, 9, tzinfo=ZONE),
    {"gmv.total": Decimal("10000.00"), "orders.total": 700.0, "aov.total": Decimal("14.29")},
    days=6,
)


@pytest.fixture
def compared(build):
    return report(build(earlier=(SPRING, replace(SPRING, name="Winter Deals"))))


def lines(document, metric="gmv.total"):
    """Return what stands below a figure of the summary, as words with the mark of each change."""
    cards = (part for part in document.section("summary").parts if isinstance(part, Card))
    card = next(each for each in cards if each.figure == metric)
    return [
        (document.words(each.label), document.figures[each.change].words if each.change else "", each.mark)
        for each in card.against
    ]


def test_a_figure_of_the_deck_stands_beside_both_times_before(compared):
    figures, told = compared.figures, lines(for_deck(compared))
    assert told[-2] == (
        f"just before {figures['gmv.total@previous'].words}",
        figures["gmv.total~previous"].words,
        Mark.GOOD,
    )
    assert told[-1][0] == "earlier campaign $10K"
    assert told[-1][1] == figures["gmv.total~earlier-spring-deals"].words


def test_the_source_says_once_which_they_are(compared):
    deck = for_deck(compared)
    said = deck.words(deck.section("summary").source)
    assert "Just before: Nov 14 to 19. Earlier campaign: Spring Deals" in said
    assert "Winter" not in said


def test_a_campaign_of_another_length_stands_beside_a_sum_without_a_change(build):
    longer = replace(SPRING, days=9)
    assert lines(for_deck(report(build(earlier=(longer,)))))[-1][1:] == ("", Mark.NEUTRAL)


def test_without_either_the_cards_hold_target_and_baseline_alone(build, make_lines):
    document = report(build(order_lines=make_lines(weeks=0)))
    assert not [words for words, _, _ in lines(for_deck(document)) if "before" in words or "earlier" in words]
    assert for_memo(document).part("figures-before") is None


def test_the_workbook_keeps_them_on_their_own_sheet(compared):
    assert not [words for words, _, _ in lines(for_workbook(compared)) if "before" in words]


def test_the_memo_has_a_row_for_each(compared):
    memo = for_memo(compared)
    table = memo.part("figures-before")
    names = [memo.cell_words(row[0]) for row in table.rows]
    assert (names[0], names[1].partition(",")[0], len(names)) == ("Just before, Nov 14 to 19", "Spring Deals", 2)
    heads = ["Held against", "GMV then", "change", "Orders then", "change", "AOV then", "change"]
    assert [column.title for column in table.columns] == heads
    assert table.marks[0, "vs_gmv"] is Mark.GOOD

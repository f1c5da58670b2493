"""Cover and summary of a deck say what the campaign brought, where that can be told from zero, and nothing otherwise."""

from dataclasses import replace

import pytest

from campaignctl.domain.document import Card, Document, Section, Text
from campaignctl.domain.figures import Figure
from campaignctl.domain.formats import Format
from campaignctl.domain.sentences import Ref, say
from campaignctl.domain.tables import Column, Table
from campaignctl.stages.report import for_deck

WORDS = "Sold it; about $64K more than expected without the campaign"


def deck(verdict="Distinguishable from zero", brought=64_000, what="Brought by the campaign", *, net=False):
    money = {
        name: Figure(name, "x", brought, "USD", Format.MONEY_SHORT) for name in ("gap", "low", "high", "gmv.total")
    }
    columns = (Column("what", "What"), Column("money", "GMV"))
    rows = ((what, Ref("gap")), ("95% interval", say("{low} to {high}")))
    lift = (Table("lift-money", columns, rows), Text("lift-verdict", (say(verdict),)))
    if net:
        moved = Table("lift", columns, (("Campaign", Ref("gap")), ("Net of a week before and after", Ref("gmv.total"))))
        lift = (*lift, moved)
    cards = tuple(Card(f"card-{number}", f"Card {number}", "gmv.total") for number in range(1, 5))
    sections = (
        Section("cover", "Cover", say("Sold it")),
        Section("summary", "Summary", say("Sold it"), parts=cards),
        Section("lift", "Lift", say("A lift"), parts=lift),
    )
    return for_deck(Document("Deals", "2026-12-01T00:00:00+00:00", money, sections))


@pytest.mark.parametrize("section", ["cover", "summary"])
def test_an_effect_that_is_told_from_zero_stands_in_the_title(section):
    document = deck()
    assert document.words(document.section(section).title) == WORDS


def test_it_is_the_second_of_as_many_cards():
    document = deck()
    cards = [part for part in document.section("summary").parts if isinstance(part, Card)]
    assert [card.slug for card in cards] == ["card-1", "card-2", "card-3", "card-4"]
    assert [card.label for card in cards] == ["Card 1", "Brought by the campaign", "Card 2", "Card 3"]
    told = [(document.words(line.label), document.words(line.said)) for line in cards[1].against]
    assert told == [("95% interval", "$64K to $64K")]


def test_points_tell_first_what_the_campaign_brought_and_then_what_missed_and_paid():
    whole = deck()
    summary = whole.section("summary")
    own = Text(
        "summary-points",
        (say("{gmv.total} against the target."), say("{gmv.total} in Beauty."), say("{gmv.total} of discount.")),
        (("pace", "drivers"), ("scorecard",), ("roi",)),
    )
    paid = Table("roi-funders", (Column("funder", "Whose"), Column("roi", "ROI")), (("Sellers' money", Ref("low")),))
    roi = Section("roi", "Cost", say("Sellers' {low} of discount paid back"), parts=(paid,))
    sections = tuple(replace(each, parts=(*each.parts, own)) if each is summary else each for each in whole.sections)
    made = for_deck(replace(whole, sections=(*sections, roi)))
    text = made.part("summary-points")
    assert [made.words(sentence) for sentence in text.sentences] == [
        "About $64K more came than expected without the campaign (95% interval $64K to $64K).",
        "$64K in Beauty.",
        "Sellers' $64K of discount paid back.",
    ]
    assert text.about == (("lift",), ("scorecard",), ("roi",))


def test_points_that_cannot_be_told_leave_the_summarys_own():
    whole = deck(verdict="Not distinguishable from zero")
    summary = whole.section("summary")
    own = Text("summary-points", (say("{gmv.total} against the target."),), (("pace", "drivers"),))
    sections = tuple(replace(each, parts=(*each.parts, own)) if each is summary else each for each in whole.sections)
    assert for_deck(replace(whole, sections=sections)).part("summary-points").sentences == own.sentences


@pytest.mark.parametrize(
    "changes",
    [{"verdict": "Not distinguishable from zero"}, {"brought": -5_000}, {"what": "Difference"}],
    ids=["not told from zero", "for the worse", "without comparison shops"],
)
def test_any_other_effect_is_left_to_its_own_slide(changes):
    document = deck(**changes)
    assert document.words(document.section("summary").title) == "Sold it"
    assert document.section("summary").parts[1].label == "Card 2"


def test_what_buyers_only_moved_is_taken_off_beside_the_effect():
    whole = deck(net=True)
    summary = whole.section("summary")
    own = Text("summary-points", (say("{gmv.total} against the target."),), (("pace", "drivers"),))
    sections = tuple(replace(each, parts=(*each.parts, own)) if each is summary else each for each in whole.sections)
    text = for_deck(replace(whole, sections=sections)).part("summary-points")
    assert whole.words(text.sentences[0]).endswith("$64K), $64K without sales that only moved by a week.")

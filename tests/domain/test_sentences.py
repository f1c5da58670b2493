"""A sentence holds figure ids, never numbers; names from outside stay text, whatever they hold."""

from decimal import Decimal

import pytest

from campaignctl.domain.document import Card, Document, Section
from campaignctl.domain.figures import Figure
from campaignctl.domain.formats import Format
from campaignctl.domain.sentences import Ref, Sentence, say

FIGURES = {
    figure.id: figure
    for figure in (
        Figure("gmv.total", "GMV", Decimal("3842011.40"), "USD", Format.MONEY_SHORT),
        Figure("gmv.total~target", "GMV against target", -0.07, "", Format.PERCENT),
        Figure("aov.total", "AOV", None, "USD", Format.MONEY, reason="no orders"),
        Figure("cancel_rate.total", "Cancelled", 0.0312, "", Format.PERCENT),
        Figure("cancel_rate.seller.s-1", "Cancelled", 0.304, "", Format.PERCENT),
    )
}
CARD = Card("gmv", "GMV", "gmv.total")
DOCUMENT = Document(
    "Holiday Deals", "2026-11-26T08:00:00+00:00", FIGURES, (Section("summary", "Summary", Sentence(), parts=(CARD,)),)
)


@pytest.mark.parametrize(
    ("template", "names", "text"),
    [
        ("GMV was {gmv.total}.", {}, "GMV was $3.84M."),
        ("GMV was {gmv.total~target} of target", {}, "GMV was −7% of target"),
        ("{gmv.total~target!u} below target", {}, "7% below target"),
        ("AOV {aov.total}", {}, "AOV n/a"),
        ("{cancel_rate.total} were cancelled", {}, "3.12% were cancelled"),
        ("S-1 cancelled {cancel_rate.seller.s-1}", {}, "S-1 cancelled 30%"),
        ("{cancel_rate.seller.s-1}, all {cancel_rate.total}", {}, "30.4%, all 3.1%"),
        ("{cancel_rate.seller.s-1}, {gmv.total~target} of target", {}, "30%, −7% of target"),
        ("{shop} sold {gmv.total}", {"shop": "{{7*7}} {gmv.total} </b>"}, "{{7*7}} {gmv.total} </b> sold $3.84M"),
        ("literal {{braces}}", {}, "literal {braces}"),
        ("", {}, ""),
    ],
)
def test_a_sentence_says_its_figures_in_their_words(template, names, text):
    assert DOCUMENT.words(say(template, **names)) == text


def test_a_sentence_without_words_is_no_sentence():
    assert not say("")
    assert say("{gmv.total}")


def test_a_figure_that_the_document_lacks_is_a_fault_of_the_stage():
    with pytest.raises(KeyError, match=r"net\.total"):
        DOCUMENT.words(say("{net.total}"))


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (None, "–"),
        ("=1+1", "=1+1"),
        (Ref("gmv.total"), "$3.84M"),
        (Ref("gmv.total", format=Format.MONEY), "$3,842,011"),
        (Ref("gmv.total~target", unsigned=True), "7%"),
    ],
)
def test_a_cell_shows_text_a_figure_or_a_dash(cell, text):
    assert DOCUMENT.cell_words(cell) == text


def test_sections_and_parts_are_found_by_their_slugs():
    assert DOCUMENT.part("gmv") is CARD
    assert DOCUMENT.section("summary") is DOCUMENT.sections[0]
    assert DOCUMENT.part("none") is None
    assert DOCUMENT.section("none") is None

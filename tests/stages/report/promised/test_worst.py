"""Price, stock and livestreams side by side: each kind lists those who broke it, and their costs add up."""

import pytest

from campaignctl.domain.document import Section
from campaignctl.domain.sentences import say
from campaignctl.domain.tables import Column, Mark, Table
from campaignctl.stages.report import for_deck, for_workbook, report, seller_documents
from campaignctl.stages.report.slides.delivered import MOST, delivered

from .test_own_promises import inputs
from .test_promised import A, C, lines, lock, on_air, rows

DEAR = {A: lambda hour: 3300 if hour < 24 else 3000}
SLOTS = (("S-001", 10), ("S-002", 40), ("S-002", 60))


def broken(**changes):
    held = on_air(("S-001", 10), ("S-002", 40.5))
    sold = lines(prices=DEAR, until={C: 40})
    return for_deck(report(inputs(**{"order_lines": sold, "streams": held, **changes})))


def words(document, slug):
    return [document.words(sentence) for sentence in document.part(slug).sentences]


@pytest.fixture(scope="module")
def deck():
    return broken()


def test_every_kind_lists_who_broke_it_with_what_that_cost(deck):
    total = {row[0]: row[1:] for row in [[deck.cell_words(c) for c in deck.part("promised-stock-worst").total]]}
    assert rows(deck, "promised-price-worst") == [["Lantern & Sons", "1 line", "$36.00"]]
    assert rows(deck, "promised-stock-worst")[0][:2] == ["Blue Orchard", "1 line"]
    assert rows(deck, "promised-streams-worst")[0][:2] == ["Blue Orchard", "1 late, 1 not held"]
    assert total["All sellers"] == rows(deck, "promised-stock-worst")[0][1:]


def test_the_words_under_a_bar_say_how_it_was_broken_and_late_streams_are_a_part_of_their_own(deck):
    assert words(deck, "promised-price-broken") == ["1 above promise"]
    assert words(deck, "promised-streams-broken") == ["1 late, 1 not held"]
    bar = deck.part("promised-held")
    assert [deck.figures[series.values[0]].value for series in bar.series] == [1, 1, 1]
    assert deck.words(bar.title) == "2 of 3 livestreams were held, 1 of them late"


def test_the_costs_are_added_up_beside_what_sellers_lack(deck):
    added, beside = words(deck, "promised-added")
    assert added.startswith("$36.00 + $")
    assert added.endswith(f" = {deck.cell_words(deck.part('promised-sum').sentences[0].parts[1])}")
    assert beside.endswith(" by which 2 sellers missed their plan")


def test_a_single_cost_is_told_and_not_added_up():
    deck = for_deck(report(inputs(order_lines=lines(prices=DEAR), lock=lock())))
    assert words(deck, "promised-added")[0] == "Broken promises cost $36.00"
    assert rows(deck, "promised-stock-worst") == []
    assert deck.part("promised-stock-worst").empty == "No line ran short."
    assert deck.part("promised-streams-worst") is None, "no livestream was promised"


def test_where_all_was_kept_there_is_nothing_to_list():
    deck = for_deck(report(inputs(streams=on_air(*SLOTS))))
    assert deck.part("promised-price-worst") is None
    assert deck.part("promised-added") is None
    assert deck.part("promised-worst") is not None


def test_a_workbook_and_a_seller_s_own_deck_do_without_them():
    found = inputs(order_lines=lines(prices=DEAR))
    assert for_workbook(report(found)).part("promised-price-worst") is None
    own = [document for _, document in seller_documents(found, found.campaign.sellers)]
    assert own
    assert all(document.part("promised-price-worst") is None for document in own)


def test_a_row_that_is_not_among_them_leaves_no_mark():
    """A mark beyond the last row would paint what stands there next."""
    columns = (Column("seller", "Seller"), Column("standing", "Standing"))
    rows = tuple((f"Shop {n}", "▲ broken") for n in range(MOST + 2))
    marks = {(n, "standing"): Mark.BAD for n in range(MOST + 2)}
    whole = Table("promised-sellers", columns, rows, marks=marks)
    section = Section("promised", "Promised", say("Kept"), parts=(whole,))
    brief = delivered(section).parts[-1]
    assert set(brief.marks) == {(n, "standing") for n in range(MOST)}
    assert len(brief.rows) == MOST

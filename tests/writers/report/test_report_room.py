"""How much room words take, and how a page shares its columns."""

from itertools import pairwise

import pytest

from campaignctl.writers.report.columns import BLOCKS, grid, page_of
from campaignctl.writers.report.measure import column_pixels, column_width, lines, pixels


def test_longer_larger_and_bolder_words_take_more_room():
    assert pixels("GMV") < pixels("GMV by day") < pixels("GMV by day", 18) < pixels("GMV by day", 18, bold=True)


def test_ideographs_take_more_room_than_letters_and_accents_none():
    assert pixels("日本") > pixels("ab")
    assert pixels("e\u0301") == pixels("e")


@pytest.mark.parametrize(
    ("text", "count"),
    [("", 1), ("short", 1), ("words " * 20, 5), ("x" * 60, 3)],
    ids=["nothing", "one word", "words wrap between", "a long word breaks inside"],
)
def test_lines_after_wrapping(text, count):
    room = {"words " * 20: pixels("words words words words "), "x" * 60: pixels("x" * 20)}.get(text, 100)
    assert lines(text, room) == count


def test_a_column_as_wide_as_its_words_holds_them():
    for room in (20, 33, 71, 140):
        assert column_pixels(column_width(room)) >= room


def test_cards_take_equal_blocks_without_the_gutters():
    assert grid().block_spans() == ((0, 1), (3, 4), (6, 7), (9, 10), (12, 13))
    assert len({grid().room(*span) for span in grid().block_spans()}) == 1


def test_shares_cover_the_page_without_gap_or_overlap():
    columns = grid()
    spans = columns.spans([60, 600, 150, 260])
    assert spans[0][0] == 0
    assert spans[-1][1] == len(columns.widths) - 1
    assert all(one[1] + 1 == other[0] for one, other in pairwise(spans))
    assert not {first for first, _ in spans} & columns.gutters


def test_a_page_of_few_columns_is_still_as_wide_as_a_chart():
    assert page_of([10.0, 12.0]).pixels >= 900
    assert page_of([30.0] * 10).widths == (30.0,) * 10


def test_even_a_page_of_one_column_has_room_for_five_cards():
    assert len(page_of([38.0]).block_spans()) == BLOCKS

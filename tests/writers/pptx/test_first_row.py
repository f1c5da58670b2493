"""A table may have a first row of its own, the head of a block stands apart, and rows take what height is left."""

from dataclasses import replace

from campaignctl.domain.document import Section
from campaignctl.domain.sentences import say
from campaignctl.domain.tables import Column, Table

from .reading import find, made
from .sample import document

WHY = "Its visitors bought far more often than those of all other products of its category did in these days. " * 2


def shown(tmp_path, slug, part):
    whole = document()
    section = Section(slug, slug, say("It says one thing"), parts=(part,))
    kept = tuple(each for each in whole.sections if each.slug != slug)
    return find(made(replace(whole, sections=(*kept, section)), tmp_path), f"table:{part.slug}")


def steps(why):
    heads = tuple(Column(key, key) for key in ("kind", "next", "what", "how_sure"))
    return Table("next", heads, (("▲ Repeat", "Do it again", why, "sure"), ("● Try", "Do less", "Short", "sure")))


def test_a_row_that_says_more_takes_the_height_that_the_table_has_to_spare(tmp_path):
    rows = list(shown(tmp_path, "next", steps(WHY)).table.rows)
    assert rows[1].height > rows[2].height
    sizes = {run.font.size.pt for paragraph in rows[1].cells[1].text_frame.paragraphs for run in paragraph.runs}
    assert sizes == {16, 12}  # nothing is set smaller


def test_rows_stay_alike_where_their_words_fit(tmp_path):
    rows = list(shown(tmp_path, "next", steps("Short")).table.rows)
    assert rows[1].height == rows[2].height


def test_the_head_of_a_block_is_bold_and_says_no_more_than_its_name(tmp_path):
    heads = tuple(Column(key, key) for key in ("what", "cost", "roi", "verdict"))
    rows = (("Flash", "$3", "2.1", "● Open"), ("By whose money", "", "", ""), ("Sellers", "$3", None, None))
    table = shown(tmp_path, "roi", Table("roi-rows", heads, rows)).table
    bold = [table.cell(row, 0).text_frame.paragraphs[0].runs[0].font.bold for row in (1, 2, 3)]
    assert bold == [False, True, False]

"""Text that is too long shrinks to a floor, then gives way to an ellipsis, with all of it in the notes."""

import pytest
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls

from campaignctl.writers.pptx import measuring
from campaignctl.writers.pptx.fitting import Room, Style, fit
from campaignctl.writers.pptx.measuring import width

from .reading import cells, find, made, slide_of
from .sample import document

LONG = "The exceedingly long name of a shop that sells nearly everything under the sun and some things beyond it " * 2


def paragraph(text: str, size: int = 2600):
    return parse_xml(f'<a:p {nsdecls("a")}><a:r><a:rPr sz="{size}"/><a:t>{text}</a:t></a:r></a:p>')


def size(element) -> int:
    return int(element.find(".//{*}rPr").get("sz"))


def text(element) -> str:
    return element.findtext(".//{*}t")


def test_text_that_fits_is_left_alone():
    element = paragraph("Five of six categories beat their target")
    assert fit([element], Style(), Room(800, 66)) is None
    assert size(element) == 2600


def test_text_shrinks_only_as_far_as_it_must():
    element = paragraph("Five of six categories beat their target; Fashion missed its target by a little")
    assert fit([element], Style(), Room(500, 34, floor=12)) is None
    assert 1200 < size(element) < 2600


def test_at_the_floor_the_text_is_cut_and_given_back_in_full():
    element = paragraph(LONG)
    assert fit([element], Style(), Room(300, 34, floor=20)) == LONG
    assert size(element) == 2000
    assert text(element).endswith("…")
    assert LONG.startswith(text(element)[:-1])


def test_a_number_is_never_cut():
    element = paragraph("$123,456,789", 1400)
    assert fit([element], Style(), Room(40, 20, cut=False)) is None
    assert (text(element), size(element)) == ("$123,456,789", 1200)


def test_a_word_without_spaces_is_broken_and_then_cut():
    element = paragraph("W" * 200, 1400)
    assert fit([element], Style(), Room(160, 30)) == "W" * 200
    assert 10 < len(text(element)) < 40


def test_type_that_starts_below_the_floor_keeps_its_size():
    element = paragraph("Source: " + LONG, 1000)
    assert fit([element], Style(), Room(300, 14)) is not None
    assert size(element) == 1000


def test_a_large_title_gives_up_a_few_points_for_a_last_line_of_one_word():
    element = paragraph("12 livestreams sold much; Lantern and Sons earned most per 1,000 views, $204.00")
    fit([element], Style(bold=True), Room(870, 66, floor=20))
    assert 2300 <= size(element) < 2600


def test_a_last_word_that_no_few_points_bring_up_takes_the_word_before_it_along():
    rest, word = "Sold much in six days, well above its target and well above", "comparable-weeks"
    element = paragraph(f"{rest} {word}", 2200)
    assert fit([element], Style(), Room(width(rest, 22, "Calibri", bold=False) + 1, 165)) is None
    assert text(element) == f"{rest}\u00a0{word}"
    short = paragraph("Two words", 2200)
    fit([short], Style(), Room(490, 165))
    assert text(short) == "Two words"


def test_two_full_lines_stay_at_their_size():
    element = paragraph("Holiday Deals sold a great deal, far above target; orders drove it, with smaller baskets ")
    fit([element], Style(bold=True), Room(560, 66, floor=20))
    assert size(element) == 2600


@pytest.mark.parametrize(
    "words", ["Electronics accessories", "24 of 38 sellers beat their plan; 14 did not", "$1,214,000"]
)
def test_without_the_fonts_the_estimate_is_close_and_not_narrower(words, monkeypatch):
    if measuring._font("Calibri", bold=False) is None:
        pytest.skip("no metric twin of Calibri on this machine")
    measuring.advance.cache_clear()
    measured = measuring.width(words, 14, "Calibri", bold=False)
    monkeypatch.setattr(measuring, "_font", lambda _family, *, bold: None)  # noqa: ARG005 (the signature counts)
    measuring.advance.cache_clear()
    estimated = measuring.width(words, 14, "Calibri", bold=False)
    measuring.advance.cache_clear()
    assert measured * 0.98 < estimated < measured * 1.25


def test_a_long_name_in_a_deck_shrinks_then_ends_in_an_ellipsis_with_all_of_it_in_the_notes(tmp_path):
    deck = made(document(rename=lambda name: LONG if name == "Fashion" else name), tmp_path)
    row = next(row for row in cells(deck, "table:scorecard") if row[0].endswith("…"))
    assert LONG.startswith(row[0][:-1])
    slide = slide_of(deck, "table:scorecard")
    assert "In full: " + LONG.strip() in slide.notes_slide.notes_text_frame.text
    table = find(deck, "table:scorecard")
    cell = next(cell for cell in table.table.iter_cells() if cell.text.endswith("…"))
    assert cell.text_frame.paragraphs[0].runs[0].font.size.pt == 12


def test_a_slide_whose_words_all_fit_needs_no_notes(tmp_path):
    deck = made(document(), tmp_path)
    assert [slide.has_notes_slide for slide in deck.slides] == [False] * 7

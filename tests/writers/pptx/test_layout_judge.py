"""The judge of slides finds what it is there to find: each fault is planted into a deck that had none."""

import pytest
from pptx.dml.color import RGBColor
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.util import Emu, Inches, Pt

from campaignctl.writers.pptx.shapes import every

from .layout import complaints
from .reading import made
from .sample import document


@pytest.fixture
def deck(tmp_path):
    found = made(document(), tmp_path)
    assert complaints(found) == []
    return found


def titled(deck):
    return deck.slides[1].shapes.title


def small(deck):
    titled(deck).text_frame.paragraphs[0].runs[0].font.size = Pt(11)


def small_by_its_layout(deck):
    layout = deck.slides[1].slide_layout
    place = next(each for each in layout.placeholders if each.placeholder_format.type == PP_PLACEHOLDER.TITLE)
    for look in place._element.iter("{*}defRPr"):
        look.set("sz", "1000")
    for run in titled(deck)._element.iter("{*}rPr"):
        run.attrib.pop("sz", None)


def small_in_a_table(deck):
    table = next(each for slide in deck.slides for each in every(slide.shapes) if getattr(each, "has_table", False))
    table.table.cell(1, 0).text_frame.paragraphs[0].runs[0].font.size = Pt(11.5)


def small_in_a_chart(deck):
    chart = next(each for slide in deck.slides for each in every(slide.shapes) if getattr(each, "has_chart", False))
    chart.chart.font.size = Pt(9)


def pale(deck):
    run = titled(deck).text_frame.paragraphs[0].runs[0]
    run.font.size, run.font.color.rgb = Pt(16), RGBColor.from_string("9AA5B1")


def outside(deck):
    titled(deck).left = Emu(deck.slide_width - Inches(1))


def over(deck):
    box = deck.slides[1].shapes.add_textbox(titled(deck).left, titled(deck).top, Inches(3), Inches(0.5))
    box.text_frame.text = "over the title"


@pytest.mark.parametrize(
    ("plant", "words"),
    [
        (small, "text of 11.0 points"),
        (small_by_its_layout, "text of 10.0 points by its layout"),
        (small_in_a_table, "text of 11.5 points"),
        (small_in_a_chart, "labels of 9.0 points"),
        (pale, "is too pale"),
        (outside, "reaches beyond the slide"),
        (over, "overlap"),
    ],
)
def test_a_planted_fault_is_complained_of(deck, plant, words):
    plant(deck)
    found = complaints(deck)
    assert any(words in each for each in found), found


def test_a_mark_beside_a_number_may_be_pale_for_its_sign_says_the_same(deck):
    run = titled(deck).text_frame.paragraphs[0].runs[0]
    run.text, run.font.color.rgb = "▲", RGBColor.from_string("9AA5B1")
    assert complaints(deck) == []

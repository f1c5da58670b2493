"""Cells of a heat table are shaded in the template's own colour, and every text on them can be read."""

from copy import deepcopy

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pptx import Presentation
from pptx.util import Inches

from campaignctl.writers.pptx.heat import contrast, shade, shades

HOUSE = {"dk1": "14213D", "lt1": "FFFFFF", "accent1": "1F6FEB"}
colours = st.integers(0, 0xFFFFFF).map("{:06X}".format)


def test_the_house_steps_lead_from_nearly_paper_to_the_campaign_s_blue():
    steps = shades(HOUSE)
    assert [step.ground for step in steps] == ["EDF3FD", "CEDFFB", "8FB7F5", "1F6FEB"]
    assert [step.ink for step in steps] == ["14213D", "14213D", "14213D", "FFFFFF"]


@given(accent=colours)
def test_every_text_is_as_readable_as_ink_and_paper_allow(accent):
    for step in shades(HOUSE | {"accent1": accent}):
        best = max(contrast(HOUSE[name], step.ground) for name in ("dk1", "lt1"))
        assert contrast(step.ink, step.ground) >= min(4.5, best)


@given(one=colours, other=colours)
def test_contrast_is_the_same_both_ways_and_between_one_and_twenty_one(one, other):
    assert contrast(one, other) == contrast(other, one)
    assert 1 <= contrast(one, other) <= 21.0001


def test_black_on_white_has_the_highest_contrast():
    assert contrast("000000", "FFFFFF") == pytest.approx(21)


def test_a_shaded_cell_keeps_its_borders_and_gets_one_fill():
    slide = Presentation().slides.add_slide(Presentation().slide_layouts[6])
    cell = slide.shapes.add_table(1, 1, 0, 0, Inches(1), Inches(1)).table.cell(0, 0)
    cell.text = "24 (2)"
    cell.fill.background()
    tc = deepcopy(cell._tc)
    for _ in range(2):
        shade(tc, shades(HOUSE)[3])
    fills = tc.tcPr.findall("{*}solidFill")
    assert [fill[0].get("val") for fill in fills] == ["1F6FEB"]
    assert tc.tcPr.find("{*}noFill") is None
    assert [look.find("{*}solidFill")[0].get("val") for look in tc.iter("{*}rPr")] == ["FFFFFF"]

"""An upload form is data: its headings are known to the layout that reads it back, and its tools to a profile."""

import pytest

from campaignctl.domain.errors import CannotRead
from campaignctl.marketplaces.columns import header_key
from campaignctl.marketplaces.layouts import layouts_of
from campaignctl.marketplaces.load import load
from campaignctl.marketplaces.uploads import upload_forms

SMALL = """
[[forms]]
name = "small"
title = "A small form"
tools = ["day_deal"]
layout = "small"
source = "drawn"
checked = 2026-11-01
[[forms.columns]]
header = "Item"
holds = "product_id"
"""


def keep(folder, text):
    place = folder / "marketplaces" / "tiktok_shop" / "upload.toml"
    place.parent.mkdir(parents=True)
    place.write_text(text, encoding="utf-8")
    return folder


def test_every_heading_of_ours_is_known_to_the_layout_that_reads_it_back():
    layouts = {layout.name: layout for layout in layouts_of("tiktok_shop").read}
    for form in upload_forms("tiktok_shop"):
        known = layouts[form.layout].headers
        assert [known.get(header_key(column.header)) for column in form.columns] == [c.holds for c in form.columns]


def test_every_tool_that_says_it_takes_uploads_has_a_form_and_no_other():
    profile = load("TikTok Shop US")
    with_form = {tool for form in upload_forms("tiktok_shop") for tool in form.tools}
    assert {key for key, tool in profile.tools.items() if tool.upload} == with_form


def test_a_team_keeps_its_own_forms_and_a_family_may_have_none(tmp_path):
    assert [form.name for form in upload_forms("tiktok_shop", keep(tmp_path, SMALL))] == ["small"]
    assert upload_forms("nowhere", tmp_path) == ()


@pytest.mark.parametrize(
    ("was", "becomes", "said"),
    [
        ('"product_id"', '"stock"', "forms.0.columns.0.holds"),
        ('header = "Item"', 'header = ""', "forms.0.columns.0.header"),
        ('tools = ["day_deal"]', "tools = []", "forms.0.tools"),
        ('title = "A small form"', "", "forms.0.title: Field required"),
        ("[[forms]]", "[[forms", "is no list of upload forms"),
    ],
)
def test_a_form_that_does_not_fit_is_refused_with_its_field(tmp_path, was, becomes, said):
    with pytest.raises(CannotRead) as refused:
        upload_forms("tiktok_shop", keep(tmp_path, SMALL.replace(was, becomes)))
    assert said in refused.value.what

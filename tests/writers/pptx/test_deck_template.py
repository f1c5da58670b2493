"""The template that ships is what its script draws, and holds what the report can fill."""

import subprocess
import sys

from lxml import etree
from openxml_audit import OpenXmlValidator
from pptx import Presentation

from campaignctl.writers.pptx import inspect
from campaignctl.writers.pptx.contract import DECK

from .reading import ROOT, TEMPLATE, parts

SCRIPT = ROOT / "templates" / "build_deck.py"


def built(path):
    subprocess.run([sys.executable, SCRIPT, path], check=True)
    return path.read_bytes()


def test_the_committed_template_is_what_the_script_draws(tmp_path):
    fresh, kept = parts(built(tmp_path / "deck.pptx")), parts(TEMPLATE.read_bytes())
    assert sorted(fresh) == sorted(kept)
    assert [name for name, part in fresh.items() if kept[name] != part] == []


def test_drawing_it_twice_gives_equal_bytes(tmp_path):
    assert built(tmp_path / "one.pptx") == built(tmp_path / "two.pptx")


def test_it_satisfies_the_schema():
    assert [str(each) for each in OpenXmlValidator().validate(TEMPLATE).errors] == []


def test_the_house_colours_and_the_font_sit_in_the_theme():
    theme = etree.fromstring(parts(TEMPLATE.read_bytes())["ppt/theme/theme1.xml"])
    scheme = {etree.QName(each).localname: each[0].get("val") for each in theme.find(".//{*}clrScheme")}
    assert (scheme["dk1"], scheme["lt2"], scheme["accent1"]) == ("14213D", "F5F7FA", "1F6FEB")
    assert {each.get("typeface") for each in theme.iterfind(".//{*}fontScheme/*/{*}latin")} == {"Calibri"}
    custom = {each.get("name"): each[0].get("val") for each in theme.iterfind(".//{*}custClr")}
    assert custom == {"attention": "E4572E", "good": "2A9D8F", "baseline": "9AA5B1", "grid": "E3E7ED"}


def test_it_is_wide_screen_with_two_layouts_of_its_own():
    deck = Presentation(str(TEMPLATE))
    assert round(deck.slide_width / deck.slide_height, 3) == 1.778
    assert [layout.name for layout in deck.slide_layouts] == ["Cover", "Finding"]


def test_it_holds_every_shape_that_its_sections_need():
    slides = inspect(TEMPLATE).slides
    for section, names in DECK.items():
        held = {name for slide in slides if slide.section == section for name in slide.shapes}
        assert set(names) <= held, section


def test_inspecting_it_tells_sections_tokens_charts_and_tables():
    template = inspect(TEMPLATE)
    assert [slide.section for slide in template.slides] == [
        "cover", "summary", "seller", "scorecard", "pace", "pace", "pace", "drivers", "lift", "roi", "sellers",
        "promised", "promised", "promised", "streams", "streams", "next", "definitions", "category", "insights", "terms",
    ]  # fmt: skip
    assert {"campaign.name", "section.title", "card-4.against-2.change", "page"} <= template.tokens
    pace = next(slide for slide in template.slides if slide.section == "pace")
    assert pace.optional
    assert [(chart.slug, chart.series) for chart in pace.charts] == [
        ("pace-hours", ("Campaign", "Below target", "Target pace", "Baseline"))
    ]
    assert [(table.slug, table.max_rows) for table in pace.tables] == [("pace", 4)]
    scorecard = next(slide for slide in template.slides if slide.section == "scorecard")
    assert "row.vs_baseline" in scorecard.tables[0].columns
    assert "chart:percent-of-target" in scorecard.tables[0].columns


def test_the_heart_of_a_hollow_mark_lies_over_it_in_every_program():
    """One draws series by their order, another those written last below the others."""
    hearts = 0
    for name, part in parts(TEMPLATE.read_bytes()).items():
        if name.startswith("ppt/charts/chart"):
            series = etree.fromstring(part).findall(".//{*}scatterChart/{*}ser")
            drawn = [(one.findtext(".//{*}tx//{*}v"), int(one.find("{*}order").get("val"))) for one in series]
            written = [label for label, _ in drawn]
            order = dict(drawn)
            for heart in [label for label in written if label.endswith(": centre")]:
                mark = heart.removesuffix(": centre")
                assert written.index(heart) < written.index(mark)
                assert order[heart] > order[mark]
                hearts += 1
    assert hearts >= 2

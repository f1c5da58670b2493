"""A team's own deck, with a dark title bar and other fonts, is filled as the house's is, or told what it lacks."""

import pytest
from openxml_audit import OpenXmlValidator
from pptx import Presentation

from campaignctl.domain.findings import Severity
from campaignctl.stages.report import vocabulary
from campaignctl.writers.pptx import check_template, inspect, write_deck

from .layout import complaints, contrast
from .reading import TEMPLATE, cells, find, made, texts, values
from .sample import document
from .second_style import BODY, HEADS, second_style


@pytest.fixture(scope="module")
def own(tmp_path_factory):
    return second_style(tmp_path_factory.mktemp("style") / "own.pptx")


@pytest.fixture(scope="module")
def deck(own, tmp_path_factory):
    return made(document(), tmp_path_factory.mktemp("deck"), own)


def changed(own, path, edit):
    deck = Presentation(str(own))
    edit(deck)
    deck.save(str(path))
    return check_template(inspect(path), vocabulary())


def named(deck, name):
    return next(shape for slide in deck.slides for shape in slide.shapes if shape.name == name)


def errors(remarks):
    return [remark for remark in remarks if remark.severity is Severity.ERROR]


def test_it_fits_and_its_fonts_are_told(own):
    template = inspect(own)
    assert errors(check_template(template, vocabulary())) == []
    assert {HEADS, BODY} <= set(template.fonts)


def test_the_house_template_fits_too():
    assert errors(check_template(inspect(TEMPLATE), vocabulary())) == []


def test_every_section_of_the_report_has_its_slide(deck):
    titles = [slide.shapes.title.text_frame.text for slide in deck.slides]
    assert len(titles) == 7
    assert titles[0].startswith("Sold $3.84M")


def test_nothing_is_left_to_fill(deck):
    for slide in deck.slides:
        assert [text for _, text in texts(slide) if "{{" in text or "#campaignctl" in text] == []


def test_its_charts_and_tables_hold_the_figures(deck):
    report = document()
    table = next(part for part in report.section("scorecard").parts if part.slug == "scorecard")
    assert [row[1] for row in cells(deck, "table:scorecard")[1:]] == [report.cell_words(row[3]) for row in table.rows]
    assert values(find(deck, "chart:gmv-by-day").chart)["GMV"] == (820_000, 690_000, 742_000, 698_000, 890_000)


def test_the_scale_of_changes_bears_no_arrows_which_tell_good_from_bad(deck):
    (scale,) = [
        each.get("formatCode") for each in find(deck, "chart:above").chart._chartSpace.xpath(".//c:valAx/c:numFmt")
    ]
    assert "+" in scale
    assert "−" in scale
    assert not set(scale) & set("▲▼●")


@pytest.mark.parametrize("style", ["house", "second"])
def test_nothing_is_too_small_too_pale_over_another_or_off_the_slide(style, own, tmp_path):
    template = own if style == "second" else TEMPLATE
    assert complaints(made(document(), tmp_path, template)) == []


def test_the_measure_of_contrast_is_the_known_one():
    assert round(contrast("FFFFFF", "000000")) == 21
    assert contrast("9AA5B1", "FFFFFF") < 3


def test_the_file_satisfies_the_schema(own, tmp_path):
    write_deck(document(), own, tmp_path / "deck.pptx")
    found = [str(each) for each in OpenXmlValidator().validate(tmp_path / "deck.pptx").errors]
    assert [each for each in found if "axId" not in each and "crossAx" not in each] == []


def test_equal_documents_give_equal_bytes(own, tmp_path):
    for name in ("one", "two"):
        write_deck(document(), own, tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_a_renamed_chart_is_told_with_its_section_and_the_nearest_name(own, tmp_path):
    def edit(deck):
        named(deck, "chart:pace").name = "chart:pacing"

    found = errors(changed(own, tmp_path / "own.pptx", edit))
    assert ("chart:pacing", "the report has no chart pacing; did you mean pace?") in [(r.shape, r.what) for r in found]
    assert ("chart:pace", "section pace needs a shape of this name") in [(r.shape, r.what) for r in found]


def test_an_unknown_token_is_told_with_its_slide(own, tmp_path):
    def edit(deck):
        named(deck, "text:campaign").text_frame.text = "{{ campaign.nmae }}"

    (found,) = errors(changed(own, tmp_path / "own.pptx", edit))
    assert found.slide == 1
    assert found.what == "{{ campaign.nmae }} is no word of the report; did you mean campaign.name?"


def test_a_column_that_the_table_does_not_have_is_told_with_those_it_has(own, tmp_path):
    def edit(deck):
        named(deck, "table:scorecard").table.cell(1, 1).text = "{{ row.sales }}"

    (found,) = errors(changed(own, tmp_path / "own.pptx", edit))
    assert "no column sales" in found.what
    assert "category, sellers, skus, gmv" in found.fix


def test_a_section_that_does_not_exist_is_told(own, tmp_path):
    def edit(deck):
        deck.slides[3].notes_slide.notes_text_frame.text = "#campaignctl: pase optional"

    found = errors(changed(own, tmp_path / "own.pptx", edit))
    assert any(remark.slide == 4 and "no section pase; did you mean pace?" in remark.what for remark in found)


def test_a_chart_with_too_few_series_is_told_which_it_lacks(own, tmp_path):
    def edit(deck):
        chart = named(deck, "chart:pace").chart
        plot = chart.plots[0]._element
        for series in plot.findall("{*}ser")[2:]:
            plot.remove(series)

    (found,) = errors(changed(own, tmp_path / "own.pptx", edit))
    assert found.what == "the chart has 2 series, the report up to 4; it lacks Target, Baseline"


def test_a_deck_that_names_no_section_is_told_how(tmp_path):
    deck = Presentation()
    deck.slides.add_slide(deck.slide_layouts[0])
    deck.save(str(tmp_path / "plain.pptx"))
    (found,) = errors(check_template(inspect(tmp_path / "plain.pptx"), vocabulary()))
    assert "#campaignctl: <section>" in found.fix

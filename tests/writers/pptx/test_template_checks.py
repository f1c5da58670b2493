"""A team's own deck is told what keeps it from being filled: which slide, which shape, and what was probably meant."""

import zipfile

import pytest
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

from campaignctl.domain.errors import BadTemplate
from campaignctl.domain.findings import Severity
from campaignctl.stages.report import vocabulary
from campaignctl.writers.pptx import check_template, inspect, write_deck
from campaignctl.writers.pptx.shapes import every

from .layout import complaints
from .reading import TEMPLATE
from .sample import document

MAIN = b"application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"


def shape(deck, name):
    return next(each for slide in deck.slides for each in every(slide.shapes) if each.name == name)


def slide_of(deck, name):
    return next(slide for slide in deck.slides if any(each.name == name for each in every(slide.shapes)))


def notes(deck, name, text):
    slide_of(deck, name).notes_slide.notes_text_frame.text = text


@pytest.fixture
def remarks(tmp_path):
    """Return what is said of the house template after a change: severity, slide, shape, what."""

    def said(edit):
        deck = Presentation(str(TEMPLATE))
        edit(deck)
        deck.save(str(tmp_path / "own.pptx"))
        found = check_template(inspect(tmp_path / "own.pptx"), vocabulary())
        assert all(each.fix for each in found)
        return [(str(each.severity), each.slide, each.shape, each.what) for each in found]

    return said


def test_nothing_is_said_of_our_own():
    assert check_template(inspect(TEMPLATE), vocabulary()) == ()


def test_a_chart_that_is_gone_is_missed_by_its_name(remarks):
    def edit(deck):
        gone = shape(deck, "chart:drivers")._element
        gone.getparent().remove(gone)

    assert remarks(edit) == [("error", 8, "chart:drivers", "section drivers needs a shape of this name")]


@pytest.mark.parametrize(
    ("slug", "kind", "what"),
    [
        ("pace", XL_CHART_TYPE.PIE, "a chart of kind pie cannot show these series"),
        ("pace", XL_CHART_TYPE.DOUGHNUT, "a chart of kind doughnut cannot show these series"),
        ("lift", XL_CHART_TYPE.BAR_CLUSTERED, "the chart is of kind bar clustered; estimates need a scatter chart"),
    ],
)
def test_a_chart_of_another_kind_is_told_which_it_must_be(remarks, slug, kind, what):
    def edit(deck):
        old = shape(deck, f"chart:{slug}")
        slide = slide_of(deck, f"chart:{slug}")
        data = CategoryChartData()
        data.categories = ["a", "b"]
        for name in vocabulary().charts[slug]:
            data.add_series(name, (1, 2))
        old._element.getparent().remove(old._element)
        slide.shapes.add_chart(kind, 0, 0, Inches(4), Inches(3), data).name = f"chart:{slug}"

    assert [each[-1] for each in remarks(edit)] == [what]


def test_a_token_typed_across_runs_is_read_whole(remarks):
    def edit(deck):
        title = next(each for each in slide_of(deck, "table:scorecard").shapes if each.name == "text:title")
        paragraph = title.text_frame.paragraphs[0]
        for run in list(paragraph.runs):
            run._r.getparent().remove(run._r)
        for text in ("{", "{ sec", "tion.ti", "tel }", "}"):
            paragraph.add_run().text = text

    (said,) = remarks(edit)
    assert said == ("error", 4, "", "{{ section.titel }} is no word of the report; did you mean section.title?")


@pytest.mark.parametrize(
    "text", ["{{ gmv.total", "{{ two words }}", "{{}}", "{{{{ gmv.total }}}}", "{{\n gmv.total }}"]
)
def test_what_opens_a_token_and_is_none_is_told_before_a_report_fails_on_it(remarks, text):
    def edit(deck):
        shape(deck, "text:tracker").text_frame.text = text

    ((severity, slide, name, what),) = remarks(edit)
    assert (severity, slide, name) == ("error", 2, "text:tracker")
    assert what.startswith("{{")
    assert what.endswith("is no token")


def test_what_is_no_token_in_a_table_s_cell_is_told_too(remarks):
    def edit(deck):
        shape(deck, "table:scorecard").table.cell(0, 0).text = "{{ head"

    assert [(name, what) for _, _, name, what in remarks(edit)] == [("table:scorecard", "{{ head is no token")]


def test_a_slip_in_a_name_is_told_what_was_probably_meant(remarks):
    def edit(deck):
        shape(deck, "table:scorecard").name = "table:scorcard"

    assert ("error", 4, "table:scorcard", "the report has no table scorcard; did you mean scorecard?") in remarks(edit)


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("#campaignctl: scorecrd", "the report has no section scorecrd; did you mean scorecard?"),
        ("#campaignctl: x repeat=categori", "a slide can be repeated per category or seller; did you mean category?"),
        ("# campaignctl scorecard", "this line is not understood: # campaignctl scorecard"),
        ("#campaignctl: scorecard\n#campaignctl: pace", "the notes name two sections, of which only the first counts"),
        ("#campaignctl: scorecard needs=table:scorcard", "so it is never shown; did you mean table:scorecard?"),
        ("Hello {{ gvm.total }}\n#campaignctl: scorecard", "{{ gvm.total }} is no word of the report"),
        ("no key at all", "{{ section.title }} stands on a slide that shows no section"),
    ],
)
def test_notes_that_lead_nowhere_are_errors(remarks, line, what):
    found = remarks(lambda deck: notes(deck, "table:scorecard", line))
    assert any(severity == "error" and number == 4 and what in said for severity, number, _, said in found)


def test_a_key_in_capitals_is_a_key(remarks):
    assert remarks(lambda deck: notes(deck, "table:scorecard", "#CampaignCtl: scorecard")) == []


def test_a_shape_that_needs_what_no_report_holds_would_never_be_shown(remarks):
    def edit(deck):
        shape(deck, "text:sum")._element.nvSpPr.cNvPr.set("descr", "needs=promised-sums.1")

    (said,) = remarks(edit)
    assert said[3] == "needs=promised-sums.1: no report holds that, so it is never shown; did you mean promised-sum.1?"


def test_a_name_that_two_shapes_have_is_an_error(remarks):
    def edit(deck):
        slide_of(deck, "table:scorecard").shapes.add_textbox(0, 0, 100, 100).name = "table:scorecard"

    assert ("error", 4, "table:scorecard", "two shapes of the slide have this name") in remarks(edit)


def test_a_hidden_prototype_is_noted(remarks):
    def edit(deck):
        slide_of(deck, "table:scorecard")._element.set("show", "0")

    assert [each[0] for each in remarks(edit)] == [str(Severity.NOTE)]


def test_a_table_of_a_head_alone_has_no_pattern(remarks):
    def edit(deck):
        table = shape(deck, "table:scorecard").table._tbl
        for row in table.findall("{*}tr")[1:]:
            table.remove(row)

    assert [each[3] for each in remarks(edit)] == ["the table has no pattern row"]


@pytest.mark.parametrize("alt", ["max_rows=0", "max_rows=-3", "height=0"])
def test_a_table_without_room_for_a_row_is_refused(remarks, alt):
    def edit(deck):
        shape(deck, "table:scorecard")._element.nvGraphicFramePr.cNvPr.set("descr", alt)

    with pytest.raises(BadTemplate, match=alt):
        remarks(edit)


def test_a_deck_of_masters_alone_would_not_be_filled(remarks):
    def edit(deck):
        ids = deck.part._element.sldIdLst
        for each in list(ids):
            deck.part.drop_rel(each.rId)
            ids.remove(each)

    assert [each[3] for each in remarks(edit)] == ["no slide says which section it shows, so nothing would be filled"]


@pytest.mark.parametrize(
    ("kind", "what"),
    [
        (b"application/vnd.openxmlformats-officedocument.presentationml.template.main+xml", "cannot be opened"),
        (b"application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml", "is a presentation with macros"),
    ],
)
def test_a_template_of_powerpoint_or_a_deck_with_macros_is_refused(tmp_path, kind, what):
    own = tmp_path / "own.pptx"
    with zipfile.ZipFile(TEMPLATE) as source, zipfile.ZipFile(own, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            target.writestr(name, content.replace(MAIN, kind) if name == "[Content_Types].xml" else content)
    with pytest.raises(BadTemplate, match=what):
        inspect(own)


def test_charts_in_groups_are_filled_where_they_stand(tmp_path):
    deck = Presentation(str(TEMPLATE))
    slide, chart = slide_of(deck, "chart:spread"), shape(deck, "chart:spread")
    place = [chart.left, chart.top, chart.width, chart.height]
    group = slide.shapes.add_group_shape([chart])
    group.name = "grouped"
    deck.save(str(tmp_path / "own.pptx"))
    assert check_template(inspect(tmp_path / "own.pptx"), vocabulary()) == ()
    write_deck(document(), tmp_path / "own.pptx", tmp_path / "deck.pptx")
    made = Presentation(str(tmp_path / "deck.pptx"))
    chart = shape(made, "chart:spread")
    assert [chart.left, chart.top, chart.width, chart.height] == place
    assert sum(len(plot.categories) for plot in chart.chart.plots) == 1
    assert complaints(made) == []

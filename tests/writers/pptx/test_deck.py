"""The deck says what the document says, in the look of its template."""

import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest
from openxml_audit import OpenXmlValidator
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.presentation import Presentation as Deck

from campaignctl.domain.charts import Chart
from campaignctl.domain.document import Document
from campaignctl.domain.formats import Format, office_for
from campaignctl.domain.tables import Table
from campaignctl.writers.pptx import write_deck
from campaignctl.writers.pptx.shapes import every

from .reading import MARKS, TEMPLATE, cells, find, made, parts, runs, slide_of, texts, values
from .sample import document

SLUGS = ("cover", "summary", "scorecard", "pace", "sellers", "streams", "definitions")


@pytest.fixture(scope="module")
def report() -> Document:
    return document()


@pytest.fixture(scope="module")
def deck(report: Document, tmp_path_factory: pytest.TempPathFactory) -> Deck:
    return made(report, tmp_path_factory.mktemp("deck"))


def test_there_is_one_slide_for_every_section_in_the_templates_order(report, deck):
    titles = [find_title(slide) for slide in deck.slides]
    assert titles == [report.words(report.section(slug).title) for slug in SLUGS]


def find_title(slide) -> str:
    return next(each.text_frame.text for each in slide.shapes if each.name == "text:title")


def test_every_content_slide_has_a_real_title_in_second_place_and_source_and_page_last(deck):
    for slide in list(deck.slides)[1:]:
        kinds = [each.placeholder_format.type if each.is_placeholder else None for each in slide.shapes]
        assert kinds[1] == PP_PLACEHOLDER.TITLE
        assert kinds[-2:] == [PP_PLACEHOLDER.BODY, PP_PLACEHOLDER.SLIDE_NUMBER]
        assert [each.name for each in slide.shapes][-2:] == ["text:source", "text:page"]


def test_no_token_and_no_word_for_the_writer_is_left_anywhere(deck):
    for slide in deck.slides:
        for name, text in texts(slide):
            assert "{{" not in text, name
            assert "max_rows" not in text, name
            assert "needs=" not in text, name
            assert "#campaignctl" not in text, name


@pytest.mark.parametrize(
    "slug", ["scorecard", "pace", "sellers-above", "sellers-below", "streams", "definitions", "data"]
)
def test_every_cell_of_a_table_shows_the_words_of_its_figure(report, deck, slug):
    table = next(part for section in report.sections for part in section.parts if is_table(part, slug))
    shown = cells(deck, f"table:{slug}")
    rows = [*table.rows, *([table.total] if table.total else [])]
    assert len(shown) == 1 + len(rows)
    for row, given in zip(shown[1:], rows, strict=True):
        assert [text for text in row if text] == [report.cell_words(cell) for cell in without_bars(table, given)]


def is_table(part: object, slug: str) -> bool:
    return isinstance(part, Table) and part.slug == slug


def without_bars(table: Table, row: tuple) -> list:
    """The cells of a row that a chart does not stand for."""
    keys = [column.key for column in table.columns]
    return [cell for key, cell in zip(keys, row, strict=True) if key not in {"percent_of_target", "vs_plan"}]


@pytest.mark.parametrize("slug", ["gmv-by-day", "percent-of-target", "pace", "spread", "above", "below", "stream-gpm"])
def test_a_charts_values_are_its_figures_and_gaps_stay_gaps(report, deck, slug):
    chart = next(part for s in report.sections for part in s.parts if isinstance(part, Chart) and part.slug == slug)
    shown = values(find(deck, f"chart:{slug}").chart)
    for series in chart.series:
        expected = tuple(None if value is None else report.figures[value].number for value in series.values)
        assert shown[series.name] == pytest.approx(expected)
        assert any(value is not None for value in expected)


@pytest.mark.parametrize(
    ("slug", "form"),
    [
        ("gmv-by-day", office_for(820_000, Format.MONEY_SHORT, "USD")),
        ("percent-of-target", "0%"),  # below and above the whole alike
    ],
)
def test_the_labels_of_a_chart_use_the_figures_own_number_format_where_it_has_none(deck, slug, form):
    space = find(deck, f"chart:{slug}").chart._chartSpace
    assert set(space.xpath(".//c:dLbls/c:numFmt/@formatCode")) == {form}


def test_bars_above_and_below_plan_say_their_money_with_its_sign_and_no_arrow(deck):
    for slug, sign in (("above", "+"), ("below", "−")):
        space = find(deck, f"chart:{slug}").chart._chartSpace
        (form,) = set(space.xpath(".//c:dLbls/c:numFmt/@formatCode"))
        assert f'"{sign}"' in form
        assert "▲" not in form


def test_a_combination_chart_keeps_its_lines_over_its_columns(deck):
    plots = find(deck, "chart:pace").chart._chartSpace.xpath(".//c:plotArea/*[c:ser]")
    assert [(plot.tag.rpartition("}")[2], len(plot.findall("{*}ser"))) for plot in plots] == [
        ("barChart", 2),
        ("lineChart", 2),
    ]


def test_cards_show_label_value_and_marked_changes(deck):
    slide = slide_of(deck, "card:1")
    card = {each.name: each for each in every(slide.shapes) if each.name.startswith("card-1: ")}
    assert card["card-1: label"].text_frame.text == "GMV"
    assert card["card-1: value"].text_frame.text == "$3.84M"
    line = card["card-1: against 1"].text_frame.paragraphs[0]
    assert line.text == "target $3.60M\t▲\u00a0\u00a0+7%"
    assert colours(line)["▲"] == "2A9D8F"
    assert card["card-1: against 2"].text_frame.text.endswith("+58%")


def test_a_mark_points_where_the_figure_went_in_the_colour_of_what_it_means(deck):
    slide = slide_of(deck, "card:4")
    rising_cost = next(each for each in every(slide.shapes) if each.name == "card-4: against 1")
    assert colours(rising_cost.text_frame.paragraphs[0]) == {"▲": "E4572E"}


def colours(paragraph) -> dict[str, str]:
    """The colours of the marks in a paragraph."""
    return {run.text[0]: str(run.font.color.rgb) for run in paragraph.runs if run.text[:1] in MARKS and run.text[:1]}


def test_sentences_stand_beside_the_money_they_speak_of(report, deck):
    slide = slide_of(deck, "point:1")
    named = {each.name: each.text_frame.text for each in every(slide.shapes) if each.has_text_frame}
    assert named["point-1: figure"] == report.figures["gmv_gap.total~target"].words
    assert named["point-3: sentence"] == report.words(report.part("summary-points").sentences[2])


def test_bars_lie_in_the_rows_that_they_belong_to(deck):
    table, chart = find(deck, "table:scorecard"), find(deck, "chart:percent-of-target")
    rows = list(table.table.rows)
    assert chart.top == table.top + rows[0].height
    assert chart.height == sum(row.height for row in rows[1:])
    assert len(chart.chart.plots[0].categories) == len(rows) - 1


def test_the_target_line_stands_at_one_hundred_percent_of_the_scale(deck):
    chart, line = find(deck, "chart:percent-of-target"), find(deck, "mark:percent-of-target@1")
    axis = chart.chart.value_axis
    assert line.left == pytest.approx(chart.left + chart.width / axis.maximum_scale, abs=2)
    assert line.top < chart.top
    assert line.top + line.height > chart.top + chart.height


def test_both_sides_of_the_sellers_share_one_scale(deck):
    above, below = find(deck, "chart:above").chart.value_axis, find(deck, "chart:below").chart.value_axis
    assert above.minimum_scale == below.maximum_scale == 0
    assert above.maximum_scale == -below.minimum_scale > 92_000


def test_the_key_names_each_series_in_its_own_colour(deck):
    key = shape_runs(deck, "chart:pace", "text:key")
    assert [text.strip("\u2003") for text, _ in key[1::2]] == ["Campaign", "Below target", "Target", "Baseline"]
    assert [text.strip("\u00a0") for text, _ in key[::2]] == ["■", "■", "- - -", "—"]
    assert [colour for _, colour in key[::2]] == ["accent1", "E4572E", "tx1", "9AA5B1"]


def shape_runs(deck: Deck, beside: str, name: str) -> list[tuple[str, str]]:
    slide = slide_of(deck, beside)
    box = next(each for each in slide.shapes if each.name == name)
    found = box._element.iter("{*}r")
    return [(run.findtext("{*}t"), run.find("{*}rPr")[0][0].get("val")) for run in found]


def test_every_chart_and_table_has_an_alternative_text(report, deck):
    for slide in deck.slides:
        for each in every(slide.shapes):
            if each.name.startswith(("chart:", "table:")):
                assert each._element.xpath("./*/p:cNvPr")[0].get("descr"), each.name
    described = find(deck, "chart:pace")._element.xpath("./*/p:cNvPr")[0].get("descr")
    assert described == report.words(report.section("pace").parts[0].alt)


def test_header_rows_are_flagged(deck):
    tables = [each.table for slide in deck.slides for each in slide.shapes if getattr(each, "has_table", False)]
    assert len(tables) == 7
    assert all(table.first_row for table in tables)


def test_nothing_lies_outside_the_slide(deck):
    for slide in deck.slides:
        for each in every(slide.shapes):
            assert each.left >= 0, each.name
            assert each.top >= 0, each.name
            assert each.left + each.width <= deck.slide_width, each.name
            assert each.top + each.height <= deck.slide_height, each.name


def test_nothing_on_a_content_slide_reaches_into_the_footer(deck):
    footer = 6.95 * 914400
    for slide in list(deck.slides)[1:]:
        for each in slide.shapes:
            if each.name not in {"text:source", "text:page"}:
                assert each.top + each.height <= footer, each.name


def test_no_text_is_set_below_twelve_points(deck):
    for slide in deck.slides:
        for name, text, size in runs(slide):
            assert size >= 1200, (name, text)


def test_pages_are_numbered_as_they_stand(deck):
    numbers = [find_page(slide) for slide in list(deck.slides)[1:]]
    assert numbers == [str(number) for number in range(2, 8)]


def find_page(slide) -> str:
    return next(each.text_frame.text for each in slide.shapes if each.name == "text:page")


def test_equal_documents_give_equal_bytes(report, tmp_path):
    first, second = tmp_path / "one.pptx", tmp_path / "two.pptx"
    write_deck(report, TEMPLATE, first)
    write_deck(document(), TEMPLATE, second)
    assert first.read_bytes() == second.read_bytes()


def test_the_file_carries_the_as_of_time_and_no_other(report, tmp_path):
    path = tmp_path / "deck.pptx"
    write_deck(report, TEMPLATE, path)
    held = parts(path.read_bytes())
    assert held["docProps/core.xml"].count(b"2026-12-02T17:00:00Z") == 2
    with ZipFile(BytesIO(path.read_bytes())) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_second_document_in_the_same_template_leaves_the_template_as_it_was(report, tmp_path):
    before = TEMPLATE.read_bytes()
    write_deck(report, TEMPLATE, tmp_path / "deck.pptx")
    assert TEMPLATE.read_bytes() == before


def test_the_file_satisfies_the_schema(report, tmp_path):
    path = tmp_path / "deck.pptx"
    write_deck(report, TEMPLATE, path)
    findings = [each for each in OpenXmlValidator().validate(path).errors if "axId" not in str(each)]
    assert findings == []


def test_a_point_of_the_summary_names_the_slides_that_say_more(report, tmp_path):
    def told(part):
        if part.slug != "summary-points":
            return part
        return replace(part, about=(("streams", "pace"), ("scorecard",), ("daily",)))

    sections = tuple(replace(s, parts=tuple(told(part) for part in s.parts)) for s in report.sections)
    deck = made(replace(report, sections=sections), tmp_path)
    shown = dict(texts(list(deck.slides)[1]))
    place = {slug: number for number, slug in enumerate(SLUGS, start=1)}
    assert shown["point-1: slides"] == f"Slides {place['pace']}, {place['streams']}"
    assert shown["point-2: slides"] == f"Slide {place['scorecard']}"
    assert not shown.get("point-3: slides")


def test_a_deck_is_written_without_pandas_which_would_take_a_tenth_of_its_time():
    source = "import sys; import campaignctl.writers.pptx; sys.exit('pandas' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", source], check=False, timeout=120).returncode == 0

"""One prototype becomes one slide per seller: each with a chart and a workbook of its own, in the document's order."""

import re
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

from campaignctl.domain.charts import Chart, ChartKind, Series
from campaignctl.domain.document import Document, Section
from campaignctl.domain.figures import Figure
from campaignctl.domain.formats import Format
from campaignctl.domain.sentences import Ref, say
from campaignctl.domain.tables import Column, Table

from .reading import cells, find, made, parts, values
from .sample import document

COUNT = 60


@pytest.fixture(scope="module")
def template(tmp_path_factory) -> Path:
    """A team's own template: a cover of theirs, a slide per seller, a closing page."""
    deck = Presentation()
    layout = deck.slide_layouts[5]
    opening, seller, closing = (deck.slides.add_slide(layout) for _ in range(3))
    opening.shapes.title.text = "{{ campaign.name }}"
    closing.shapes.title.text = "Thank you"
    seller.shapes.title.text = "{{ section.title }}"
    seller.notes_slide.notes_text_frame.text = "#campaignctl: seller repeat=sellers\nSay hello to {{ section.name }}"
    box = seller.shapes.add_textbox(Inches(1), Inches(1.5), Inches(4), Inches(0.5))
    box.text_frame.text = "GMV {{ gmv.seller.* }}"
    data = CategoryChartData()
    data.categories = ["a"]
    data.add_series("GMV", (1,))
    place = [Inches(each) for each in (1, 2, 4, 3)]
    seller.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, *place, data).name = "chart:weekly"
    table = seller.shapes.add_table(2, 2, *[Inches(each) for each in (5, 2, 4, 1)])
    table.name = "table:offers"
    for row, words in enumerate((("SKU", "GMV"), ("{{ row.sku }}", "{{ row.gmv }}"))):
        for column, text in enumerate(words):
            table.table.cell(row, column).text = text
    path = tmp_path_factory.mktemp("template") / "own.pptx"
    deck.save(str(path))
    return path


@pytest.fixture(scope="module")
def report() -> Document:
    figures, sections = {}, []
    for number in range(COUNT):
        key = f"s-{number:03d}"
        gmv = f"gmv.seller.{key}"
        figures[gmv] = Figure(gmv, "GMV", Decimal(1000 + number), "USD", Format.MONEY)
        weekly = Chart(
            "weekly", ChartKind.COLUMN, say("Weeks"), "USD", Format.MONEY, ("Week 1",), (Series("GMV", (gmv,)),)
        )
        offers = Table("offers", (Column("sku", "SKU"), Column("gmv", "GMV", Format.MONEY)), ((key, Ref(gmv)),) * 2)
        title = say(f"{{shop}} sold {{{gmv}}}", shop=f"Shop {number}")
        sections.append(Section(f"sellers.{key}", f"Shop {number}", title, parts=(weekly, offers)))
    return replace(document(), figures=figures, sections=tuple(sections))


@pytest.fixture(scope="module")
def deck(report, template, tmp_path_factory):
    return made(report, tmp_path_factory.mktemp("deck"), template)


def test_each_seller_has_a_slide_between_the_teams_own_pages(deck):
    titles = [slide.shapes.title.text_frame.text for slide in deck.slides]
    assert titles[0] == "Holiday Deals 2026"
    assert titles[1:-1] == [f"Shop {number} sold ${1000 + number:,}" for number in range(COUNT)]
    assert titles[-1] == "Thank you"


def test_each_slide_shows_its_own_sellers_figures(deck):
    for number, slide in enumerate(list(deck.slides)[1:-1]):
        named = {shape.name: shape for shape in slide.shapes}
        assert values(named["chart:weekly"].chart) == {"GMV": (1000.0 + number,)}
        assert named["table:offers"].table.cell(1, 0).text == f"s-{number:03d}"
        assert any(
            shape.has_text_frame and shape.text_frame.text == f"GMV ${1000 + number:,}" for shape in slide.shapes
        )
        assert slide.notes_slide.notes_text_frame.text == f"Say hello to Shop {number}"


def test_charts_and_workbooks_are_counted_once_per_slide_and_the_prototypes_are_gone(report, template, deck, tmp_path):
    path = tmp_path / "deck.pptx"
    made(report, tmp_path, template)
    names = parts(path.read_bytes())
    charts = [name for name in names if re.fullmatch(r"ppt/charts/chart\d+\.xml", name)]
    books = {name.partition("!")[0] for name in names if name.startswith("ppt/embeddings/")}
    slides = [name for name in names if re.fullmatch(r"ppt/slides/slide\d+\.xml", name)]
    assert len(charts) == len(books) == COUNT
    assert sorted(slides) == sorted(f"ppt/slides/slide{number}.xml" for number in range(1, COUNT + 3))
    assert find(deck, "chart:weekly") is not None
    assert cells(deck, "table:offers")[0] == ["SKU", "GMV"]


def test_a_file_of_many_clones_satisfies_the_schema(report, template, tmp_path):
    made(report, tmp_path, template)
    errors = OpenXmlValidator().validate(tmp_path / "deck.pptx").errors
    assert [str(each) for each in errors if not re.search("axId|crossAx", str(each))] == []  # ids python-pptx gave


def test_without_a_seller_there_is_no_slide_of_the_kind(report, template, tmp_path):
    deck = made(replace(report, sections=()), tmp_path, template)
    assert [slide.shapes.title.text_frame.text for slide in deck.slides] == ["Holiday Deals 2026", "Thank you"]

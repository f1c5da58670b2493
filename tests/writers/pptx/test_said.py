"""A column that floats says its amount above it, from a cell of its own workbook, not where it ends."""

from dataclasses import replace
from io import BytesIO

import openpyxl
from openxml_audit import OpenXmlValidator
from pptx import Presentation

from campaignctl.domain.charts import Chart, ChartKind, Role, Series
from campaignctl.domain.document import Document, Section
from campaignctl.domain.figures import Figure
from campaignctl.domain.formats import Format
from campaignctl.domain.sentences import say
from campaignctl.domain.tables import Column, Table
from campaignctl.writers.pptx import write_deck

from .reading import TEMPLATE, find, made
from .sample import document
from .second_style import second_style

MONEY = {
    "gmv.total@baseline": 107_000,
    "gmv.driver.visitors~baseline_gap": 60_000,
    "gmv.driver.value~baseline_gap": -15_000,
    "driver_base.driver.visitors": 107_000,
    "driver_base.driver.value": 152_000,
    "driver_size.driver.visitors": 60_000,
    "driver_size.driver.value": 15_000,
    "driver_level.driver.visitors": 167_000,
    "gmv.total": 152_000,
}
TOPS = ("gmv.total@baseline", "driver_level.driver.visitors", "driver_level.driver.visitors", "gmv.total")
SAID = ("gmv.total@baseline", "gmv.driver.visitors~baseline_gap", "gmv.driver.value~baseline_gap", "gmv.total")
WORDS = ["$107K", "▲ +$60K", "▼ −$15K", "$152K"]


def bridge() -> Document:
    figures = {name: Figure(name, "x", value, "USD", Format.MONEY_SHORT) for name, value in MONEY.items()}
    series = (
        Series("Base", (None, "driver_base.driver.visitors", "driver_base.driver.value", None), Role.GUIDE),
        Series("Baseline", ("gmv.total@baseline", None, None, None), Role.BASELINE),
        Series("Up", (None, "driver_size.driver.visitors", None, None), Role.IDENTITY),
        Series("Down", (None, None, "driver_size.driver.value", None), Role.ATTENTION),
        Series("Campaign", (None, None, None, "gmv.total")),
        Series("Amount", TOPS, Role.GUIDE, line=True, labels=SAID),
        *(Series(f"{which} link", (None,) * 4, Role.GUIDE, line=True) for which in ("First", "Second", "Third")),
    )
    names = ("Baseline", "Visitors", "Value of a buyer", "Campaign")
    chart = Chart("drivers", ChartKind.STACKED_COLUMN, say("x"), "USD", Format.MONEY_SHORT, names, series)
    table = Table("drivers", (Column("what", ""),), (("Visitors",),))
    section = Section("drivers", "Drivers", say("Visitors brought it"), say("GMV"), (chart, table))
    whole = document()
    return replace(whole, figures=whole.figures | figures, sections=(*whole.sections, section))


def labels(chart):
    series = next(each for plot in chart.plots for each in plot.series if each.name == "Amount")
    return series._element


def test_the_labels_are_the_amounts_with_their_arrows(tmp_path):
    amounts = labels(find(made(bridge(), tmp_path), "chart:drivers").chart)
    assert ["".join(each.itertext("{*}t")) for each in amounts.iterfind("{*}dLbls/{*}dLbl")] == WORDS
    assert [each.text for each in amounts.iterfind(".//{*}dlblRangeCache/{*}pt/{*}v")] == WORDS


def test_they_follow_cells_of_the_workbook_that_read_the_same(tmp_path):
    chart = find(made(bridge(), tmp_path), "chart:drivers").chart
    book = openpyxl.load_workbook(BytesIO(chart.part.chart_workbook.xlsx_part.blob))
    where = labels(chart).findtext(".//{*}datalabelsRange/{*}f")
    sheet, cells = where.split("!")
    held = [cell for (cell,) in book[sheet][cells.replace("$", "")]]
    assert [cell.value for cell in held] == [MONEY[name] for name in SAID]
    assert [cell.number_format.partition(";")[0] for cell in held[1:3]] == ['"▲ +""$"0,"K"', '"▲ +""$"0,"K"']


def test_they_stand_above_the_columns_in_the_letters_of_the_template(tmp_path):
    amounts = labels(find(made(bridge(), tmp_path), "chart:drivers").chart)
    for each in amounts.iterfind("{*}dLbls/{*}dLbl"):
        assert each.find("{*}dLblPos").get("val") == "t"
        assert (each.find(".//{*}rPr").get("sz"), each.find(".//{*}rPr").get("b")) == ("1400", "1")


def test_a_template_without_labels_gets_them_all_the_same(tmp_path):
    deck = Presentation(str(TEMPLATE))
    shape = next(each for slide in deck.slides for each in slide.shapes if each.name == "chart:drivers")
    for old in labels(shape.chart).findall("{*}dLbls"):
        old.getparent().remove(old)
    deck.save(str(tmp_path / "own.pptx"))
    write_deck(bridge(), tmp_path / "own.pptx", tmp_path / "deck.pptx")
    chart = find(Presentation(str(tmp_path / "deck.pptx")), "chart:drivers").chart
    assert ["".join(each.itertext("{*}t")) for each in labels(chart).iterfind("{*}dLbls/{*}dLbl")] == WORDS


def test_a_company_deck_of_another_style_says_them_too(tmp_path):
    deck = made(bridge(), tmp_path, second_style(tmp_path / "own.pptx"))
    amounts = labels(find(deck, "chart:drivers").chart)
    assert ["".join(each.itertext("{*}t")) for each in amounts.iterfind("{*}dLbls/{*}dLbl")] == WORDS


def test_the_deck_satisfies_the_schema(tmp_path):
    write_deck(bridge(), TEMPLATE, tmp_path / "deck.pptx")
    assert [str(each) for each in OpenXmlValidator().validate(tmp_path / "deck.pptx").errors] == []


def test_the_same_deck_twice_has_equal_bytes(tmp_path):
    for name in ("one.pptx", "two.pptx"):
        write_deck(bridge(), TEMPLATE, tmp_path / name)
    assert (tmp_path / "one.pptx").read_bytes() == (tmp_path / "two.pptx").read_bytes()

"""Names made to break a file are shown as they are written, and do nothing."""

from io import BytesIO
from itertools import count
from zipfile import ZipFile

import pytest
from lxml import etree
from openpyxl import load_workbook
from openxml_audit import OpenXmlValidator
from pptx import Presentation

from campaignctl.writers.pptx import write_deck
from campaignctl.writers.pptx.inert import inert

from .reading import TEMPLATE, cells, texts
from .sample import HOSTILE, document


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    turn = count()
    report = document(rename=lambda _: HOSTILE[next(turn) % len(HOSTILE)])
    target = tmp_path_factory.mktemp("hostile") / "deck.pptx"
    write_deck(report, TEMPLATE, target)
    return target


def test_hostile_names_are_shown_word_for_word(path):
    deck = Presentation(str(path))
    names = {row[0] for slug in ("scorecard", "sellers-above", "streams") for row in cells(deck, f"table:{slug}")}
    for name in ("=1+1", "</script><b>x</b>", "{{7*7}}", "{{ gmv.total }}", "bellnulltab line end"):
        assert name in names
    assert inert("متجر العطور \u202egnp.exe") in names


def test_long_ones_stand_in_full_in_the_notes(path):
    notes = [text for slide in Presentation(str(path)).slides for name, text in texts(slide) if name == "notes"]
    assert any("W" * 200 in text for text in notes)


def test_names_in_the_workbooks_of_charts_are_text_and_neither_formula_nor_link(path):
    found = set()
    with ZipFile(path) as package:
        for name in package.namelist():
            if name.endswith(".xlsx"):
                sheet = load_workbook(BytesIO(package.read(name))).active
                for cell in (cell for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)):
                    assert cell.data_type == "s", cell.value
                    assert cell.hyperlink is None
                    found.add(cell.value)
    assert {"=1+1", "https://example.test/?a=1&b=2"} <= found


def test_every_part_is_well_formed_and_the_file_satisfies_the_schema(path):
    with ZipFile(path) as package:
        for name in package.namelist():
            if name.endswith((".xml", ".rels")):
                etree.fromstring(package.read(name))
    assert [str(each) for each in OpenXmlValidator().validate(path).errors if "axId" not in str(each)] == []


def test_no_name_became_an_outside_link_or_a_control_character(path):
    with ZipFile(path) as package:
        for name in package.namelist():
            part = package.read(name)
            if name.endswith(".rels"):
                assert b"External" not in part
            if name.endswith(".xml"):
                assert b"_x0007_" not in part
                assert "\u202e".encode() not in part

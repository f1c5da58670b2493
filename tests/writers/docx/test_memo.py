"""The memo: words and charts show the document's figures, what is missing goes, and nothing from outside acts."""

import subprocess
import sys
from zipfile import ZipFile

import docx
import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from campaignctl.domain.errors import BadTemplate, CannotRead
from campaignctl.writers.docx import write_memo

from .reading import ROOT, TEMPLATE, charts, made, tables, words, workbooks
from .sample import DAYS, document

HOSTILE = (
    "=1+1",
    "</w:t><w:r/>",
    "{{ gmv.total }}",
    "https://example.test/?a=1&b=2",
    "W" * 200,
    "bell\x07null\x00tab\tline\nend\ud800",
    "متجر العطور \u202egnp.exe",
    "Ünïcødé 🛍️ 店铺",
)


def test_the_headline_the_cards_and_the_insights_stand_in_words(tmp_path):
    path = made(document(), tmp_path)
    shown = words(path)
    assert "Holiday Deals sold $2.20M, 5% above target" in shown
    assert ["GMV", "$2.20M", "$2.10M", "▲\u00a0+5%"] in tables(path)[0]
    assert ["Orders", "61,000", "–", "–"] in tables(path)[0]
    assert "Southloom Apparel ran out of stock and lost $58K" in shown
    assert "{{" not in shown


def test_columns_that_the_report_lacks_are_not_there(tmp_path):
    assert tables(made(document(), tmp_path))[0][0] == ["", "Result", "Target", "vs target"]


def test_charts_are_native_and_draw_the_figures_with_their_workbook_inside(tmp_path):
    path = made(document(), tmp_path)
    days, shares = charts(path)
    assert days["Campaign"] + days["Below target"] == [820000, 742000, 640000]
    assert days["Target"] == [target * 1000 for *_, target in DAYS]
    assert days["Baseline"] == []
    assert shares["Missed"] == [0.88]
    assert ("Sat 21", None, 640000, 660000, None) in workbooks(path)[0]


def test_the_key_of_a_chart_names_the_series_that_it_shows(tmp_path):
    line = next(line for line in words(made(document(), tmp_path)).splitlines() if line.startswith("GMV by day"))
    assert "Target" in line
    assert "Baseline" not in line


@pytest.mark.parametrize("slug", ["days", "insights", "lift", "categories", "roi", "next", "data"])
def test_a_section_that_is_missing_leaves_no_trace(tmp_path, slug):
    whole = document()
    title = whole.words(whole.section(slug).title)
    path = made(document(without=[slug]), tmp_path)
    assert title not in words(path)
    assert "{{" not in words(path)
    assert OpenXmlValidator().validate(str(path)).is_valid


def test_a_chart_that_is_gone_takes_its_workbook_with_it(tmp_path):
    path = made(document(without=["categories"]), tmp_path)
    assert (len(charts(path)), len(workbooks(path))) == (1, 1)


def test_equal_documents_make_equal_bytes(tmp_path):
    first = made(document(), tmp_path).read_bytes()
    assert made(document(), tmp_path).read_bytes() == first
    assert b"2026-12-02T17:00:00Z" in ZipFile(tmp_path / "memo.docx").read("docProps/core.xml")


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_name_stays_text(tmp_path, name):
    path = made(document(rename=lambda _: name), tmp_path)
    assert OpenXmlValidator().validate(str(path)).is_valid
    visible = "".join(char for char in name if char.isprintable() and char not in "\u202e\ud800")[:20]
    assert visible.split("bell")[-1][:4] in words(path)
    with ZipFile(path) as package:
        texts = etree.fromstring(package.read("word/document.xml")).xpath("string()")
    assert not {"\x07", "\x00", "\u202e"} & set(texts)


def test_a_token_that_no_memo_holds_is_refused_by_name(tmp_path):
    paper = docx.Document(str(TEMPLATE))
    paper.add_paragraph("{{ gmv.totl }}")
    paper.save(str(tmp_path / "own.docx"))
    with pytest.raises(BadTemplate, match=r"own\.docx asks for \{\{ gmv\.totl \}\}"):
        made(document(), tmp_path, tmp_path / "own.docx")
    assert not (tmp_path / "memo.docx").exists()


def test_a_token_split_over_runs_by_word_is_healed(tmp_path):
    paper = docx.Document(str(TEMPLATE))
    paragraph = paper.add_paragraph("Sold {{ g")
    paragraph.add_run("mv.to").bold = True
    paragraph.add_run("tal }} in all")
    paper.save(str(tmp_path / "own.docx"))
    assert "Sold $2.20M in all" in words(made(document(), tmp_path, tmp_path / "own.docx"))


def test_a_table_row_of_two_tables_is_refused(tmp_path):
    paper = docx.Document(str(TEMPLATE))
    cells = paper.add_table(1, 2).rows[0].cells
    cells[0].text, cells[1].text = "{{ next.what }}", "{{ figures.what }}"
    paper.save(str(tmp_path / "own.docx"))
    with pytest.raises(BadTemplate, match="not the columns of one table"):
        made(document(), tmp_path, tmp_path / "own.docx")


def test_what_is_no_template_is_refused(tmp_path):
    (tmp_path / "own.docx").write_text("not a memo")
    with pytest.raises(BadTemplate, match="cannot be opened as a Word file"):
        write_memo(document(), tmp_path / "own.docx", tmp_path / "memo.docx")
    with pytest.raises(CannotRead):
        write_memo(document(), tmp_path / "none.docx", tmp_path / "memo.docx")


def test_the_shipped_template_is_what_its_script_draws(tmp_path):
    script = ROOT / "templates" / "build_memo.py"
    subprocess.run([sys.executable, str(script), str(tmp_path / "memo.docx")], check=True, timeout=120)
    assert (tmp_path / "memo.docx").read_bytes() == TEMPLATE.read_bytes()

"""The memo: words and charts show the document's figures, what is missing goes, and nothing from outside acts."""

import subprocess
import sys
from dataclasses import replace
from zipfile import ZipFile

import docx
import pytest
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.oxml.ns import qn
from lxml import etree
from openxml_audit import OpenXmlValidator

from campaignctl.domain.errors import BadTemplate, CannotRead
from campaignctl.domain.tables import Table
from campaignctl.stages.report.memo.cuts import without_column
from campaignctl.writers.docx import write_memo
from campaignctl.writers.docx.charts import WP

from .reading import ROOT, TEMPLATE, charts, dots, made, tables, words, workbooks
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
    shares, days, _ = charts(path)
    assert days["Campaign"] + days["Below target"] == [820000, 742000, 640000]
    assert days["Target"] == [target * 1000 for *_, target in DAYS]
    assert days["Baseline"] == []
    assert shares["Missed"] == [0.88]
    assert ("Sat 21", None, 640000, 660000, None) in workbooks(path)[1]


def test_the_key_of_a_chart_names_the_series_that_it_shows(tmp_path):
    line = next(line for line in words(made(document(), tmp_path)).splitlines() if line.startswith("GMV by day"))
    assert "Target" in line
    assert "Baseline" not in line


@pytest.mark.parametrize("slug", ["standing", "insights", "lift", "roi", "promised", "next", "data"])
def test_a_section_that_is_missing_leaves_no_trace(tmp_path, slug):
    whole = document()
    title = whole.words(whole.section(slug).title)
    path = made(document(without=[slug]), tmp_path)
    assert title not in words(path).splitlines()
    assert "{{" not in words(path)
    assert OpenXmlValidator().validate(str(path)).is_valid


def test_a_chart_that_is_gone_takes_its_workbook_with_it(tmp_path):
    path = made(document(without=["standing"]), tmp_path)
    assert (len(charts(path)), len(workbooks(path))) == (1, 1)


def rows_of(path, first):
    """The rows of the table whose head begins with ``first``."""
    return next(table for table in tables(path) if table[0][0] == first)


def test_each_return_stands_in_the_row_of_its_promotion_with_its_interval(tmp_path):
    path = made(document(), tmp_path)
    cells = [[cell for cell in row if cell] for row in rows_of(path, "Promotion")[1:4]]
    assert cells[0] == ["Flash deals", "$78,000", "1.9", "(1.1 to 2.7)"]
    decided, opened = (dots(path, name) for name in ("Decided", "Open"))
    assert (decided, opened) == ([(1.9, 0.5), (0.6, 2.5)], [(1.1, 1.5)])
    assert dots(path, "Decided: interval") == [(1.1, 0.5), (2.7, 0.5), (0.3, 2.5), (0.9, 2.5)]
    assert dots(path, "Open: centre") == opened
    assert dots(path, "1 = break-even@1") == [(1.0, 0.0), (1.0, 3.0)]


def test_the_workbook_of_the_returns_holds_what_they_draw(tmp_path):
    path = made(document(), tmp_path)
    pairs = [row for row in workbooks(path)[2] if isinstance(row[0], int | float) and row[1] is not None]
    assert {(1.9, 0.5), (0.6, 2.5), (1.1, 1.5), (1.1, 0.5), (2.7, 0.5)} <= set(pairs)


def test_the_chart_is_as_high_as_the_rows_that_it_stands_in(tmp_path):
    path = made(document(), tmp_path)
    grid = next(table for table in docx.Document(str(path)).tables if table.cell(0, 0).text == "Promotion")
    heights = [row.height for row in grid.rows][1:]
    (inline,) = grid._tbl.iter(f"{WP}inline")
    assert {row.height_rule for row in list(grid.rows)[1:]} == {WD_ROW_HEIGHT_RULE.EXACTLY}
    assert int(inline.find(f"{WP}extent").get("cy")) == pytest.approx(sum(heights), abs=2000)
    merged = [cell.get(qn("w:val")) for cell in grid._tbl.iter(qn("w:vMerge"))]
    assert merged == ["restart", None, None, None]


def test_returns_without_a_chart_keep_their_table_and_no_empty_row(tmp_path):
    whole = document()
    held = whole.section("roi")
    alone = replace(held, parts=tuple(part for part in held.parts if isinstance(part, Table)))
    without = replace(whole, sections=tuple(alone if each is held else each for each in whole.sections))
    path = made(without, tmp_path)
    assert len(rows_of(path, "Promotion")) == 4
    assert len(rows_of(path, "Promotion")[0]) == 4
    assert len(charts(path)) == 2
    assert OpenXmlValidator().validate(str(path)).is_valid


def test_what_a_decision_rests_on_stands_under_it_and_goes_without_a_gap(tmp_path):
    whole = document()
    held = whole.section("next")
    alone = replace(held, parts=(without_column(held.parts[0], "what"),))
    shorter = replace(whole, sections=tuple(alone if each is held else each for each in whole.sections))
    cells = [
        [row.cells[1].text for row in table.rows][1]
        for made_of in (whole, shorter)
        for table in docx.Document(str(made(made_of, tmp_path))).tables
        if "Decision" in table.rows[0].cells[1].text
    ]
    assert cells == ["Flash deals\nThey lost $58K", "Flash deals"]


def test_promises_by_kind_end_with_the_sum_of_all(tmp_path):
    rows = rows_of(made(document(), tmp_path), "Promise")
    assert rows[1:] == [
        ["Price", "412", "381", "92%", "Casa Verde Home, 31 lines", "$105,000"],
        ["All", "", "", "", "", "$105,000"],
    ]


def test_a_table_without_a_sum_leaves_no_row_for_it(tmp_path):
    whole = document()
    held = whole.section("promised")
    alone = replace(held, parts=(replace(held.parts[0], total=None),))
    without = replace(whole, sections=tuple(alone if each is held else each for each in whole.sections))
    assert len(rows_of(made(without, tmp_path), "Promise")) == 2


def test_the_answer_ends_with_what_is_asked_for_or_stands_alone(tmp_path):
    whole = document()
    assert "5% above target. We ask for 2 decisions by Dec 11." in words(made(whole, tmp_path))
    held = whole.sections[0]
    alone = replace(held, parts=tuple(part for part in held.parts if part.slug != "ask"))
    told = words(made(replace(whole, sections=(alone, *whole.sections[1:])), tmp_path))
    assert "5% above target." in told
    assert "We ask for 2 decisions by Dec 11." not in told


def test_the_memo_goes_to_whom_the_set_up_names_and_to_nobody_else(tmp_path):
    whole = document()
    assert "To\tL. Hartmann, Head of Campaigns" in words(made(whole, tmp_path))
    nobody = replace(whole, texts={**whole.texts, "report.addressed_to": ""})
    assert "To\t" not in words(made(nobody, tmp_path))


def test_headings_and_figures_are_counted_by_word_itself(tmp_path):
    paper = docx.Document(str(made(document(), tmp_path)))
    headings = [each for each in paper.paragraphs if each.style.name == "Heading 1"]
    assert [each.text for each in headings][-1] == "How sure we are"
    for name, words_ in (("Heading 1", "%1."), ("Caption", "Figure %1.")):
        number = paper.styles[name].element.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}").get(qn("w:val"))
        lists = paper.part.numbering_part.element
        (kind,) = lists.xpath(f"w:num[@w:numId='{number}']/w:abstractNumId/@w:val")
        assert lists.xpath(f"w:abstractNum[@w:abstractNumId='{kind}']/w:lvl/w:lvlText/@w:val") == [words_]


def test_every_table_has_a_head_row_every_chart_an_alt_text_and_the_page_its_language(tmp_path):
    paper = docx.Document(str(made(document(), tmp_path)))
    assert all(next(table._tbl.iter(qn("w:tblHeader")), None) is not None for table in paper.tables)
    assert all(each.get("descr") for each in paper.element.body.iter(f"{WP}docPr"))
    assert paper.styles.element.xpath("w:docDefaults//w:lang/@w:val") == ["en-US"]


def test_a_chart_of_returns_outside_its_table_is_refused(tmp_path):
    paper = docx.Document(str(TEMPLATE))
    inline = next(
        each for each in paper.element.body.iter(f"{WP}inline") if "roi" in each.find(f"{WP}docPr").get("name")
    )
    paper.add_paragraph().add_run()._r.append(inline.getparent())
    paper.save(str(tmp_path / "own.docx"))
    with pytest.raises(BadTemplate, match="chart roi: it draws a mark per row and stands in no row of roi-rows"):
        made(document(), tmp_path, tmp_path / "own.docx")


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

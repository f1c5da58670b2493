"""A team's own memo is checked before the report runs: what it needs, what it misspells, what it lacks."""

from pathlib import Path

import docx
import pytest

from campaignctl.domain.errors import BadTemplate
from campaignctl.domain.findings import Severity
from campaignctl.stages.report import vocabulary
from campaignctl.writers.docx import check_memo, inspect_memo
from campaignctl.writers.docx.charts import WP

SHIPPED = Path(__file__).parents[3] / "templates" / "memo.docx"


def checked(path: Path) -> list[str]:
    remarks = check_memo(inspect_memo(path), vocabulary())
    return [f"{remark.shape}: {remark.what}" for remark in remarks if remark.severity is Severity.ERROR]


@pytest.fixture
def own(tmp_path: Path):
    """A copy of ours to spoil: the opened file, and a function that saves it and returns its path."""
    file = docx.Document(str(SHIPPED))

    def saved() -> Path:
        path = tmp_path / "memo.docx"
        file.save(str(path))
        return path

    return file, saved


def test_ours_fits_without_a_remark():
    assert check_memo(inspect_memo(SHIPPED), vocabulary()) == ()


def test_a_misspelt_token_is_found_with_what_was_meant(own):
    file, saved = own
    file.add_paragraph("{{ lift.titel }} and {{ campain.name }} and {{ gmv.total }}")
    assert checked(saved()) == [
        ": {{ lift.titel }} is no word of a memo; did you mean lift.title?",
        ": {{ campain.name }} is no word of a memo; did you mean campaign.name?",
    ]


def test_a_token_in_a_header_is_checked_too(own):
    file, saved = own
    file.sections[0].first_page_header.paragraphs[0].add_run("{{ nobody.knows }}")
    assert any("nobody.knows" in remark for remark in checked(saved()))


def test_a_token_that_does_not_end_is_quoted(own):
    file, saved = own
    file.add_paragraph("We sold {{ gmv.total and more")
    assert checked(saved()) == [": a token does not end: We sold {{ gmv.total and more"]


def test_a_table_s_unknown_column_and_mixed_columns_are_told(own):
    file, saved = own
    table = file.add_table(rows=2, cols=2)
    table.cell(1, 0).text, table.cell(1, 1).text = "{{ next.onwer }}", "{{ roi-rows.what }}"
    found = checked(saved())
    assert "table of {{ next.onwer }}: one row has columns of several tables: next, roi-rows" in found
    assert "table of {{ next.onwer }}: {{ next.onwer }}: the table has no column onwer; did you mean owner?" in found


def test_a_chart_under_an_unknown_name_is_told_with_what_was_meant(own):
    file, saved = own
    drawing = next(iter(file.element.body.iter(f"{WP}docPr")))
    drawing.set("name", "chart:dayz")
    assert "chart:dayz: a memo has no chart dayz; did you mean days?" in checked(saved())


def test_what_a_memo_leaves_out_is_a_note_and_no_error(own):
    file, saved = own
    for paragraph in file.paragraphs:
        if "{{ roi.title }}" in paragraph.text:
            paragraph._p.getparent().remove(paragraph._p)
    for table in file.tables:
        if "roi-rows" in table.cell(len(table.rows) - 1, 0).text:
            table._tbl.getparent().remove(table._tbl)
    remarks = check_memo(inspect_memo(saved()), vocabulary())
    assert [(remark.severity, remark.what) for remark in remarks] == [(Severity.NOTE, "it shows nothing of roi")]


def test_a_file_that_is_no_word_file_is_refused(tmp_path):
    (tmp_path / "memo.docx").write_text("no")
    with pytest.raises(BadTemplate):
        inspect_memo(tmp_path / "memo.docx")


def test_a_chart_of_returns_outside_its_table_is_told_where_to_go(own):
    file, saved = own
    inline = next(
        each for each in file.element.body.iter(f"{WP}inline") if "roi" in each.find(f"{WP}docPr").get("name")
    )
    file.add_paragraph().add_run()._r.append(inline.getparent())
    (remark,) = [each for each in check_memo(inspect_memo(saved()), vocabulary()) if each.severity is Severity.ERROR]
    assert remark.what == "the chart draws a mark per row and stands in no row of roi-rows"
    assert "{{ roi-rows.what }}" in remark.fix


def test_an_unknown_column_of_a_total_is_told(own):
    file, saved = own
    table = file.add_table(rows=3, cols=1)
    table.cell(1, 0).text, table.cell(2, 0).text = "{{ promised-kinds.what }}", "{{ total.costs }}"
    found = [each for each in checked(saved()) if "total.costs" in each]
    assert found == [
        "table of {{ promised-kinds.what }}: {{ total.costs }}: the table has no column costs; did you mean cost?"
    ]

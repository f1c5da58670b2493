"""The report as a file: its sheets, every figure in its cell, and nothing alive that came from outside."""

from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest

from campaignctl.domain.document import Document, Section, Text
from campaignctl.domain.sentences import Ref, Sentence, say
from campaignctl.domain.tables import Table
from campaignctl.writers.report import write_report
from campaignctl.writers.report.cells import plain
from campaignctl.writers.report.columns import SMALLEST_PRINT
from campaignctl.writers.report.page import PAPER_HIGH

SHEETS = ["Summary", "Daily", "By category", "Sellers", "Livestreams", "Data quality", "Definitions"]


def texts(book):
    return [cell.value for sheet in book for row in sheet for cell in row if isinstance(cell.value, str)]


def header_row(sheet, title):
    return next(cell.row for row in sheet for cell in row if cell.value == title)


def test_equal_documents_give_equal_bytes(build_with, tmp_path: Path):
    one, other = tmp_path / "one.xlsx", tmp_path / "other.xlsx"
    write_report(build_with(()), one)
    write_report(build_with(()), other)
    assert one.read_bytes() == other.read_bytes()


def test_sections_stand_in_order_then_the_numbers_behind_charts_then_every_figure(written, sample):
    assert written(sample).sheetnames == [*SHEETS, "Chart data", "Figures"]


def test_content_has_blue_tabs_and_method_grey_ones(written, sample):
    colours = {sheet.title: sheet.sheet_properties.tabColor.rgb for sheet in written(sample)}
    assert {colours[name] for name in SHEETS[:5]} == {"FF1F6FEB"}
    assert {colours[name] for name in [*SHEETS[5:], "Chart data", "Figures"]} == {"FF9AA5B1"}


@pytest.mark.parametrize("name", ["Daily", "By category", "Sellers"])
def test_every_cell_of_a_table_holds_its_figure_and_the_format_of_its_words(written, sample, name):
    sheet = written(sample)[name]
    table = next(part for one in sample.sections if one.name == name for part in one.parts if isinstance(part, Table))
    first = header_row(sheet, table.columns[0].title) + 1
    rows = [*table.rows, *([table.total] if table.total else [])]
    checked = 0
    for row, cells in enumerate(rows, first):
        for column, cell in enumerate(cells, 2):
            found = sheet.cell(row, column)
            if isinstance(cell, Ref):
                figure = sample.figures[cell.id]
                assert found.value == ("n/a" if figure.number is None else pytest.approx(figure.number))
                checked += figure.number is not None
            else:
                assert found.value == cell
    assert checked > 60


def test_money_in_tables_is_written_in_whole_units_and_on_cards_in_short(written, sample):
    book = written(sample)
    in_table = book["By category"].cell(header_row(book["By category"], "Category") + 1, 3)
    on_card = book["Summary"].cell(header_row(book["Summary"], "GMV") + 1, 2)
    assert in_table.number_format == '"$"#,##0;−"$"#,##0'
    assert on_card.value == sample.figures["gmv.total"].number
    assert on_card.number_format == sample.figures["gmv.total"].office


def test_a_card_says_sign_change_and_against_what(written, sample):
    found = texts(written(sample))
    assert "▲ +8% against target $2.19M" in found
    assert "▲ +0.48 pp against baseline 2.12%" in found
    assert "● $41.92 each" in found


def test_a_card_without_a_figure_says_so_and_why(written, sample):
    found = texts(written(sample))
    assert "no LIVE list was handed in" in found
    assert found.count("n/a") >= 1


def test_the_last_sheet_holds_every_figure_under_its_id(written, sample):
    sheet = written(sample)["Figures"]
    header = header_row(sheet, "Id")
    found = {row[1].value: row for row in sheet.iter_rows(min_row=header + 1)}
    assert set(sample.figures) <= set(found)
    for figure in sample.figures.values():
        row = found[figure.id]
        assert row[3].value == figure.words
        assert row[4].value == ("n/a" if figure.value is None else pytest.approx(float(figure.value)))
        assert row[10].value == (figure.reason or None)


def test_text_from_outside_stays_text(written, hostile, tmp_path: Path):
    write_report(hostile, tmp_path / "report.xlsx")
    found = set(texts(written(hostile)))
    names = [cells[0] for cells in hostile.part("sellers").rows][-10:]
    assert {plain(name) for name in names} <= found
    assert "=1+1" in found
    with ZipFile(tmp_path / "report.xlsx") as package:
        sheets = [name for name in package.namelist() if "worksheets/sheet" in name]
        assert not any(b"<f>" in package.read(name) or b"<hyperlink" in package.read(name) for name in sheets)


def test_nothing_that_reverses_or_breaks_text_reaches_a_cell():
    assert plain("a\u202eb\u2066c") == "abc"
    assert plain("bell\x07 null\x00") == "bell null"
    assert plain("two\r\n lines\tand more") == "two lines and more"
    assert plain("🎉 עברית =1+1 _x0041_") == "🎉 עברית =1+1 _x0041_"


def test_an_empty_table_says_so_and_is_no_table_of_excel(written, sample):
    sheet = written(sample)["Livestreams"]
    assert sheet.cell(header_row(sheet, "Stream") + 1, 2).value == "No orders"
    assert not sheet.tables


def test_a_section_without_parts_has_no_sheet(written, sample):
    cover = Section("cover", "Cover", Sentence(("June Fair",)))
    assert "Cover" not in written(replace(sample, sections=(cover, *sample.sections))).sheetnames


def test_a_report_without_charts_has_no_chart_data(written):
    section = Section("data", "Data", Sentence(("No orders yet",)), parts=(Text("note", (Sentence(("Nothing",)),)),))
    assert written(Document("June Fair", "", {}, (section,))).sheetnames == ["Data", "Figures"]


def test_sheet_names_are_made_to_fit(written):
    part = (Text("note", (Sentence(("Nothing",)),)),)
    names = ("A/B: [draft]?", "x" * 40, "Figures", "figures")
    sections = tuple(Section(f"s{at}", name, Sentence(("T",)), parts=part) for at, name in enumerate(names))
    found = written(Document("June Fair", "", {}, sections)).sheetnames
    assert len({name.casefold() for name in found}) == 5
    assert all(len(name) <= 31 and not set(name) & set("[]:*?/\\") for name in found)


def test_a_sentence_with_an_unknown_figure_leaves_no_file(sample, tmp_path: Path):
    broken = replace(sample, sections=(replace(sample.sections[0], title=say("{gmv.nobody}")),))
    with pytest.raises(KeyError):
        write_report(broken, tmp_path / "report.xlsx")
    assert not (tmp_path / "report.xlsx").exists()


def test_findings_stand_in_a_list_with_place_and_cure(written, sample):
    sheet = written(sample)["Data quality"]
    row = header_row(sheet, "Severity") + 1
    assert [cell.value for cell in sheet[row]][1:7] == [
        "exports/s-001/orders.csv row 17",
        "~ warning",
        "WBK003 text-number",
        "=12,99",
        "a number is stored as text",
        "Format the column as a number.",
    ]


def test_the_last_line_of_a_sheet_is_its_source(written, sample):
    sheet = written(sample)["Daily"]
    assert sheet.cell(sheet.max_row, 2).value.startswith("Source: ")


def test_a_sheet_prints_one_page_wide_with_its_header_on_every_page(written, sample):
    sheet = written(sample)["Sellers"]
    header = header_row(sheet, "Seller")
    assert sheet.freeze_panes == f"C{header + 1}"
    assert sheet.print_title_rows == f"${header - 1}:${header}"
    points = sum(sheet.row_dimensions[row].height for row in range(1, sheet.max_row + 1))
    height = None if points * SMALLEST_PRINT <= PAPER_HIGH else 0  # a short sheet is one page whole
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight, sheet.page_setup.fitToWidth) == (
        "landscape",
        height,
        None,
    )
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert "&F" in sheet.oddFooter.left.text
    assert "&P" in sheet.oddFooter.right.text
    assert sheet.print_area.endswith(f"$M${sheet.max_row}")


def test_gridlines_are_off_and_the_first_column_is_a_gutter(written, sample):
    for sheet in written(sample):
        assert not sheet.sheet_view.showGridLines
        assert all(row[0].value is None for row in sheet)
        assert sheet.column_dimensions["A"].width < 3


def test_a_title_too_long_for_the_page_wraps(written, sample):
    long = "The campaign brought what nobody had expected from it, " * 6
    sections = (replace(sample.sections[1], title=Sentence((long,))),)
    sheet = written(replace(sample, sections=sections))["Daily"]
    assert sheet["B1"].alignment.wrap_text
    assert sheet.row_dimensions[1].height > 60
    assert "B1:M1" in {str(area) for area in sheet.merged_cells.ranges}

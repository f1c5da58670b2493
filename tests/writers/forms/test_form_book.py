"""The workbook as a whole: its tabs, its guide, equal bytes for equal forms, and nothing refused in silence."""

from dataclasses import replace

import pytest
from openxml_audit import OpenXmlValidator

from campaignctl.domain.forms import Column, FilledSheet, Form, Sheet, Type
from campaignctl.writers.forms import write_form
from campaignctl.writers.xlsx_style import XlsxRefused

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def single(*columns, name="One", rows=(), capacity=2):
    return Form("one", "One", "", "USD", "UTC", (FilledSheet(Sheet(name, "one", columns), rows, capacity=capacity),))


def test_equal_forms_give_equal_bytes(form, write):
    assert write(form(), "a.xlsx").path.read_bytes() == write(form(), "b.xlsx").path.read_bytes()


def test_office_finds_nothing_to_repair(fair):
    result = OpenXmlValidator().validate(str(fair.path))
    assert (result.is_valid, list(result.errors)) == (True, [])


def test_the_guide_comes_first_and_is_open(fair):
    assert list(fair.tabs()) == ["How to fill this", "Fair", "Offers", "People", "Lists"]
    assert fair.part("xl/workbook.xml").find(f".//{MAIN}workbookView").get("activeTab") in (None, "0")


def test_content_tabs_are_blue_and_help_is_grey(fair):
    colours = [fair.part(part).find(f".//{MAIN}tabColor").get("rgb") for part in fair.tabs().values()]
    assert colours == ["FF9AA5B1", "FF1F6FEB", "FF1F6FEB", "FF1F6FEB", "FF9AA5B1"]


def test_no_sheet_shows_gridlines(fair):
    views = [fair.part(part).find(f".//{MAIN}sheetView") for part in list(fair.tabs().values())[:4]]
    assert {view.get("showGridLines") for view in views} == {"0"}


def test_the_guide_leads_through_the_sheets_in_order(fair):
    cells = fair.cells("How to fill this")
    steps = [tuple(cells[f"{letter}{row}"][2] for letter in "BCDE") for row in (4, 5, 6)]
    assert steps == [
        ("1", "Fair", "Name and dates first.", "5 required cells"),
        ("2", "Offers", "One row per offer.", "one row each"),
        ("3", "People", "Who is who.", "optional"),
    ]
    assert cells["B14"][2] == "Paste values only."


def test_properties_travel_with_the_file(fair):
    texts = {node.get("name"): "".join(node.itertext()) for node in fair.part("docProps/custom.xml")}
    assert texts == {"Campaign": "GF26", "Form": "GF26-1"}


def test_names_of_sheets_that_excel_refuses_are_made_plain(write):
    written = write(single(Column("A", "a", Type.TEXT), name="Lists/[of] everything: a name too long"))
    assert list(written.tabs())[1] == "Lists  of  everything  a name t"


def test_a_sheet_may_not_push_the_guide_from_its_name(write):
    assert list(write(single(Column("A", "a", Type.TEXT), name="Lists")).tabs())[1] == "Lists 2"


def test_a_formula_about_an_unknown_column_is_refused(tmp_path):
    column = Column("Sum", "sum", Type.COMPUTED, formula="={price}*2")
    with pytest.raises(XlsxRefused, match="speaks of price"):
        write_form(single(column), tmp_path / "x.xlsx")


@pytest.mark.parametrize(
    ("formula", "words"), [("=" + "1+" * 4100 + "1", "longer"), ("=" + "ABS(" * 70 + "1" + ")" * 70, "deeper")]
)
def test_a_formula_beyond_excel_is_refused(tmp_path, formula, words):
    with pytest.raises(XlsxRefused, match=words):
        write_form(single(Column("Sum", "sum", Type.COMPUTED, formula=formula)), tmp_path / "x.xlsx")


def test_more_rows_than_a_sheet_holds_are_refused(tmp_path):
    with pytest.raises(XlsxRefused, match="more rows than Excel takes"):
        write_form(single(Column("A", "a", Type.TEXT), capacity=1_048_571), tmp_path / "x.xlsx")


def test_what_xlsxwriter_only_warns_about_is_refused(tmp_path, form):
    with pytest.raises(XlsxRefused):
        write_form(replace(form(), properties={"Campaign": "x" * 300}), tmp_path / "x.xlsx")


def test_a_folder_that_is_not_there_is_an_os_error(tmp_path, form):
    with pytest.raises(OSError, match="No such file"):
        write_form(form(), tmp_path / "absent" / "x.xlsx")


def test_a_thousand_rows_need_no_more_validations_than_ten(form, write):
    few = write(form(tuple({"id": str(n)} for n in range(10))), "few.xlsx").validations("Offers")
    many = write(form(tuple({"id": str(n)} for n in range(1000))), "many.xlsx").validations("Offers")
    assert len(few) == len(many)


@pytest.mark.parametrize(
    ("command", "words"),
    [("campaignctl validate", "The full check is campaignctl validate."), ("", "We check the rest when your workbook")],
)
def test_the_guide_speaks_of_the_command_only_to_those_who_have_it(form, write, command, words):
    cells = write(replace(form(), next_command=command)).cells("How to fill this")
    assert words in cells["D12"][2]

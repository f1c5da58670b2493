"""What all our workbooks share: names that Excel takes, text that stays inert, refusals that are heard."""

import warnings

import pytest
import xlsxwriter

from campaignctl.writers.xlsx_style import (
    Styles,
    XlsxRefused,
    checked,
    inert,
    new_sheet,
    open_workbook,
    quoted,
    sheet_name,
    strict,
    write_text,
)

NAMES = [
    ("By category", [], "By category"),
    ("a/b\\c*d?e:f[g]h", [], "a b c d e f g h"),
    ("'quoted'", [], "quoted"),
    ("x" * 40, [], "x" * 31),
    ("Summary", ["summary"], "Summary 2"),
    ("x" * 40, ["x" * 31], "x" * 27 + " 2"),
    ("History", [], "History 2"),
    ("\x07", [], "Sheet"),
]


@pytest.mark.parametrize(("name", "taken", "plain"), NAMES)
def test_a_sheet_is_called_as_excel_allows(name, taken, plain):
    assert sheet_name(name, taken) == plain


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("a\x00b\x07c", "abc"),
        ("a\tb\nc", "a\tb\nc"),
        ("\ud800x\uffff", "x"),
        ("x" * 40_000, "x" * 32_767),
        ("🎉", "🎉"),
    ],
)
def test_text_is_cleaned_of_what_no_file_may_hold(text, kept):
    assert inert(text) == kept


def test_a_name_with_an_apostrophe_is_doubled_in_formulas():
    assert quoted("Ada's") == "'Ada''s'"


@pytest.mark.parametrize("code", [-1, -2, -4, False])
def test_a_failure_code_is_an_exception(code):
    with pytest.raises(XlsxRefused, match="the title"):
        checked(code, "the title")


@pytest.mark.parametrize("code", [0, None, True, 30])
def test_success_passes(code):
    checked(code, "the title")


def test_a_warning_is_an_exception_inside_and_only_inside():
    with pytest.raises(XlsxRefused, match="no name"), strict():
        warnings.warn("no name", UserWarning, stacklevel=1)


def test_a_look_is_made_once(tmp_path):
    book = xlsxwriter.Workbook(str(tmp_path / "x.xlsx"))
    styles = Styles(book)
    assert styles(bold=True, size=13) is styles(size=13, bold=True)
    assert styles(bold=True) is not styles.difference(bold=True)
    book.add_worksheet()
    book.close()


def test_text_off_the_sheet_is_refused(tmp_path):
    book = open_workbook(tmp_path / "x.xlsx", {"Campaign": "GF26"}, "Fair")
    sheet = new_sheet(book, "One")
    with pytest.raises(XlsxRefused, match="row 1048577"):
        write_text(sheet, 1_048_576, 0, "beyond", Styles(book)())
    book.close()

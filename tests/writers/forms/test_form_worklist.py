"""A worklist's rows come filled, tens of thousands of them, and read as any other sheet's."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import openpyxl
import pytest

from campaignctl.domain.forms import NO_LIMIT, Column, FilledSheet, Form, Raw, Sheet, Type
from campaignctl.writers.forms import write_form
from campaignctl.writers.xlsx_style import XlsxRefused

COLUMNS = (
    Column("ID", "id", Type.ID, given=True),
    Column("Product", "product", Type.TEXT, given=True),
    Column("Price", "price", Type.MONEY, given=True),
    Column("Per buyer", "per_buyer", Type.INT, no_limit=True, given=True),
    Column("Terms", "terms", Type.ID, given=True, folded=True),
    Column("Answer", "answer", Type.CHOICE, choices=("Yes", "No")),
    Column("Answered on", "answered_on", Type.DATE),
    Column("Half", "half", Type.COMPUTED, example=Decimal("2.5"), formula='=IF({price}<>"",{price}/2,"<&>")'),
    Column("Quick check", "quick_check", Type.COMPUTED, formula='=IF({answer}="","","✓ ok")'),
)
DAY = datetime(2026, 11, 14)  # noqa: DTZ001 - a cell holds no zone
WORK = Sheet("Work", "work", COLUMNS, worklist=True)


@pytest.fixture
def written(tmp_path):
    def write(*rows, sheet=WORK, capacity=None):
        form = Form("work", "Work", "", "USD", "UTC", (FilledSheet(sheet, rows, capacity=capacity),))
        write_form(form, tmp_path / "work.xlsx")
        return openpyxl.load_workbook(tmp_path / "work.xlsx")["Work"]

    return write


@pytest.mark.parametrize(
    "text",
    ["plain", "=1+1", "</t><c>&amp;", " blanks ", "_x0041_", "two\nlines", "é 🌿", "a]]>b", "http://x.example"],
)
def test_text_from_outside_reads_as_it_stands(written, text):
    cell = written({"product": text})["C7"]
    assert (cell.value.replace("_x005F_", "_"), cell.data_type) == (text, "s")  # openpyxl leaves that spelling as it is


def test_control_characters_are_left_out_and_nothing_else_makes_a_blank(written):
    sheet = written({"id": "a\x00\x07b", "product": "\x07"})
    assert (sheet["B7"].value, sheet["C7"].value) == ("ab", None)


def test_numbers_words_for_numbers_and_days_keep_their_kind(written):
    row = {"id": 7, "price": Decimal("19.99"), "per_buyer": NO_LIMIT, "answered_on": date(2026, 11, 14)}
    sheet = written(row)
    assert [sheet[f"{letter}7"].value for letter in "BDEH"] == ["7", 19.99, "No limit", DAY]


def test_what_somebody_typed_is_kept_as_it_was(written):
    moment = DAY.replace(hour=18, tzinfo=UTC)
    sheet = written({"price": Raw("about 20"), "per_buyer": Raw(2.5), "answer": Raw(True), "answered_on": moment})
    assert [sheet[f"{letter}7"].value for letter in "DEGH"] == ["about 20", 2.5, True, DAY.replace(hour=18)]


def test_a_number_that_no_cell_holds_is_left_blank(written):
    sheet = written({"price": float("inf"), "per_buyer": float("nan")})
    assert (sheet["D7"].value, sheet["E7"].value) == (None, None)


def test_cells_to_answer_are_free_and_bordered_and_what_is_read_is_locked(written):
    sheet = written(
        {"id": "1", "price": Decimal(2)}, sheet=replace(WORK, columns=tuple(c for c in COLUMNS if not c.folded))
    )
    assert sheet.protection.sheet
    assert [sheet[f"{letter}7"].protection.locked for letter in "BDFGHI"] == [True, True, False, False, True, True]
    assert (sheet["F7"].border.left.style, sheet["D7"].border.left.style) == ("thin", None)
    assert (sheet["D7"].number_format, sheet["G7"].number_format) == ("#,##0.00", "ddd d mmm yyyy")


def test_formulas_stand_in_every_row_and_speak_of_it(written):
    sheet = written({"id": "1"}, {"id": "2"})
    assert [sheet[f"I{row}"].value for row in (7, 8)] == [f'=IF($D{row}<>"",$D{row}/2,"<&>")' for row in (7, 8)]
    assert sheet["J8"].value == '=_xlfn.IFNA(IF($G8="","","✓ ok"),"▲ a cell holds #N/A")'


def test_a_computed_value_that_is_known_is_kept_beside_its_formula(written, tmp_path):
    written({"half": Decimal("2.5"), "quick_check": "✓ <ok>"}, {})
    kept = openpyxl.load_workbook(tmp_path / "work.xlsx", data_only=True)["Work"]
    assert [kept[address].value for address in ("I7", "J7", "I8", "J8")] == [2.5, "✓ <ok>", None, None]


def test_rows_are_as_tall_as_the_sheet_says(written):
    sheet = written({"id": "1"})
    paper = written({"id": "1"}, sheet=replace(WORK, paper=True))
    assert sheet.row_dimensions[7].height == sheet.sheet_format.defaultRowHeight == 21
    assert paper.row_dimensions[7].height == paper.sheet_format.defaultRowHeight > 21


def test_without_rows_one_stands_ready(written):
    sheet = written(capacity=0)
    assert (sheet.max_row, sheet["B7"].value, sheet["J7"].data_type) == (7, None, "f")


def test_blank_rows_come_after_those_that_are_known(written):
    sheet = written({"id": "1"}, capacity=3)
    assert [sheet[f"B{row}"].value for row in (7, 8, 9)] == ["1", None, None]
    assert sheet.auto_filter.ref == "B6:J9"


def test_more_rows_than_excel_takes_are_refused(written):
    with pytest.raises(XlsxRefused, match="more rows than Excel takes"):
        written({"id": "1"}, capacity=1_048_576)

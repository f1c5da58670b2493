"""Workbooks as the world's programs write them: odd in form, sound in content, read cell for cell."""

from dataclasses import replace
from datetime import date, datetime

import pytest
import xlsxwriter

from campaignctl.domain.forms import Column, Sheet, Type
from campaignctl.domain.observations import Kind
from campaignctl.readers.books import read_book
from campaignctl.readers.cells import Reading
from campaignctl.readers.grid import grids
from campaignctl.readers.hollow import Uncalculated
from campaignctl.readers.preflight import Passed, Refusal, preflight
from campaignctl.workbooks.registration.products import CAMPAIGN_PRICE, DISCOUNT, LIST_PRICE
from campaignctl.workbooks.registration.which_sku import SKU

SHEET = Sheet(
    "Products",
    "products",
    (
        Column("SKU ID", "sku_id", Type.ID, "yes"),
        Column("Price", "price", Type.MONEY, "yes"),
        Column("Starts", "starts", Type.DATETIME),
    ),
)


def _rows(path, sheet="Products"):
    opened = grids(path)
    assert not isinstance(opened, Refusal), opened.why
    grid = next(grid for grid in opened if grid.name == sheet)
    return [[""] * grid.left + row for row in grid.rows]


def _book(path):
    opened = grids(path)
    assert not isinstance(opened, Refusal), opened.why
    return read_book("a.xlsx", opened, (SHEET,), Reading("USD", "America/Los_Angeles"))


@pytest.fixture
def saved(hand_made, tmp_path):
    """Return a function that saves a workbook made by hand and returns its path."""

    def save(sheets, name="a.xlsx", **more):
        sheets = {"Products": sheets} if isinstance(sheets, str) else sheets
        return hand_made.Book(sheets, **more).saved(tmp_path / name)

    return save


HERE = '<row r="3"><c r="C3"><v>1</v></c><c r="D3"><v>2</v></c></row>'
READ = [[], [], ["", "", 1.0, 2.0]]


@pytest.mark.parametrize(
    "rows",
    [
        HERE,
        HERE.replace('"', "'"),
        HERE.replace("<c ", "<c\n "),
        HERE.replace('<c r="C3"', '<c s="0" r="C3"'),
        '<row r="3"><c r="C3" s="0"><v>1</v></c><c r="D3" s="0"/><c r="D3"><v>2</v></c></row>',
        '<row r="3"><c/><c/><c><v>1</v></c><c><v>2</v></c></row>',
        HERE + '<row r="9"><c r="XFD9" s="0"/></row>',  # formatted, blank
        HERE + '<row r="1048576"><c r="XFD1048576" s="0"/></row>',
        HERE + '<row r="1048576"><c r="XFD1048576" s="0"></c></row>',
    ],
)
def test_cells_are_where_their_places_say_however_they_are_written(saved, rows):
    read = _rows(saved(rows))
    assert [row[-2:] if any(cell != "" for cell in row) else [] for row in read] == [[], [], [1.0, 2.0]]
    assert [len(row) for row in read] == [4, 4, 4]


def test_another_prefix_is_read_and_its_hollow_cells_are_found(saved, hand_made):
    cells = '<x:c r="A1"><x:v>1</x:v></x:c><x:c r="B1" t="e"><x:v>#N/A</x:v></x:c><x:c r="C1"><x:f>A1</x:f></x:c>'
    sheet = (
        f'<x:worksheet xmlns:x="{hand_made.MAIN}"><x:sheetData><x:row r="1">{cells}</x:row></x:sheetData></x:worksheet>'
    )
    path = saved(sheet)
    assert _rows(path) == [[1.0, ""]]
    hollow = {"Products": Uncalculated(("C1",))}
    assert preflight(path) == Passed({"Products": {"B1": "#N/A"}}, hollow, formulas={"Products"})


def test_a_wrong_dimension_hides_nothing_and_takes_no_memory(saved, hand_made):
    for claimed in ("A1", "A1:XFD1048576"):
        sheet = hand_made.sheet_xml(HERE).replace("<sheetData>", f'<dimension ref="{claimed}"/><sheetData>')
        assert _rows(saved(sheet))[2] == ["", "", 1.0, 2.0]


def test_inline_strings_shared_strings_and_rich_text_are_text(saved):
    cells = '<c r="A1" t="inlineStr"><is><t>in</t></is></c><c r="B1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c>'
    path = saved(f'<row r="1">{cells}</row>', strings=("shared", "rich</t></r><r><t> text"))
    assert _rows(path)[0][:2] == ["in", "shared"]


def test_strict_workbooks_are_read_and_their_errors_found(saved):
    path = saved('<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="e"><v>#REF!</v></c></row>', strict=True)
    assert _rows(path) == [[1.0, ""]]
    assert preflight(path) == Passed({"Products": {"B1": "#REF!"}}, {"Products": Uncalculated()})


def test_chart_sheets_are_left_out(saved):
    chart = '<chartsheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews/></chartsheet>'
    opened = grids(
        saved({"Chart": chart + "<!-- sheetData -->", "Products": HERE}, paths={"Chart": "chartsheets/sheet1.xml"})
    )
    assert [grid.name for grid in opened] == ["Products"]


@pytest.mark.parametrize(
    "name", ["a.xlsm", "a.XLSX", "a.xls", "a.ods", "a.csv", "a.xlsx - Sheet1.csv", "a", "报名🎁.xlsx"]
)
def test_a_workbook_is_one_whatever_it_is_called(saved, name):
    assert _rows(saved(HERE, name))[2] == ["", "", 1.0, 2.0]


def test_a_million_formatted_rows_are_no_data(saved, hand_made):
    styled = "".join(f'<row r="{n}" s="1" customFormat="1"><c r="A{n}" s="1"/></row>' for n in range(4, 1_048_577))
    path = saved(hand_made.row(1, 1, 2) + hand_made.row(3, 3, 4) + styled)
    assert [row for row in _rows(path) if row != ["", ""]] == [[1.0, 2.0], [3.0, 4.0]]


def test_an_empty_sheet_has_no_rows(saved):
    assert _rows(saved({"Products": "<row/>"})) == []
    assert [(seen.kind, seen.value) for seen in _book(saved({"Products": "<row/>"})).observations] == [
        (Kind.MISSING_SHEET, "Products")
    ]


def test_hidden_sheets_and_hidden_rows_are_read(tmp_path):
    book = xlsxwriter.Workbook(str(tmp_path / "a.xlsx"))
    book.add_worksheet("Front")
    sheet = book.add_worksheet("Products")
    sheet.write_row(0, 0, ["SKU ID", "Price"])
    sheet.write_row(1, 0, ["1", 5])
    sheet.set_row(1, options={"hidden": True})
    sheet.hide()
    book.close()
    assert _book(tmp_path / "a.xlsx").frames["products"]["sku_id"].tolist() == ["1"]


def test_a_merged_cell_holds_its_value_in_its_first_and_the_others_are_blank(tmp_path):
    book = xlsxwriter.Workbook(str(tmp_path / "a.xlsx"))
    sheet = book.add_worksheet("Products")
    sheet.merge_range("A1:C2", "Holiday Deals")
    sheet.write_row(3, 0, ["SKU ID", "Price"])
    sheet.write_row(4, 1, [5.0])
    sheet.write_row(5, 1, [6.0])
    sheet.merge_range("A5:A6", "1")
    book.close()
    read = _book(tmp_path / "a.xlsx")
    assert read.frames["products"]["row"].tolist() == [5, 6]
    assert [(seen.kind, seen.place.cell) for seen in read.observations] == [(Kind.BLANK_REQUIRED, "A6")]


@pytest.mark.parametrize("date_1904", [False, True])
def test_dates_are_the_same_in_both_calendars(tmp_path, date_1904):
    book = xlsxwriter.Workbook(str(tmp_path / "a.xlsx"), {"date_1904": date_1904})
    sheet = book.add_worksheet("Products")
    sheet.write_row(0, 0, ["SKU ID", "Price", "Starts"])
    form = book.add_format({"num_format": "yyyy-mm-dd hh:mm"})
    for row, moment in enumerate((datetime(2026, 11, 20, 18), date(2026, 11, 20)), 1):  # noqa: DTZ001 - as people type them
        sheet.write_row(row, 0, ["1", 5.0])
        sheet.write_datetime(row, 2, moment, form)
    book.close()
    starts = _book(tmp_path / "a.xlsx").frames["products"]["starts"]
    assert [str(moment) for moment in starts] == ["2026-11-21 02:00:00+00:00", "2026-11-20 08:00:00+00:00"]


def _data(*cells):
    return f'<row r="1"><c r="A1" t="str"><v>SKU ID</v></c><c r="B1" t="str"><v>Price</v></c></row><row r="2">{"".join(cells)}</row>'


ID = '<c r="A2" t="str"><v>1</v></c>'


@pytest.mark.parametrize(
    ("cell", "kind", "value"),
    [
        ('<c r="B2" t="e"><v>#N/A</v></c>', Kind.ERROR_CELL, "#N/A"),
        ('<c r="B2" s="3" t="e"><f>1/0</f><v>#DIV/0!</v></c>', Kind.ERROR_CELL, "#DIV/0!"),
        ('<c t="e" r="B2"><v>#NAME?</v></c>', Kind.ERROR_CELL, "#NAME?"),
        ('<c r="B2"><f>A1*2</f></c>', Kind.UNCALCULATED, ""),
        ('<c r="B2"><f>A1*2</f><v></v></c>', Kind.UNCALCULATED, ""),
        ('<c r="B2"><f>A1*2</f><v/></c>', Kind.UNCALCULATED, ""),
        ('<c r="B2"><f t="shared" si="0"/></c>', Kind.UNCALCULATED, ""),
        ('<c r="B2" t="str"><f>IF(A1="","",1)</f><v></v></c>', Kind.BLANK_REQUIRED, ""),  # a result of no length
        ('<c r="B2"/>', Kind.BLANK_REQUIRED, ""),
        ('<c r="B2"><v>NaN</v></c>', Kind.NOT_A_NUMBER, "nan"),
        ('<c r="B2"><v>1e400</v></c>', Kind.NOT_A_NUMBER, "INF"),
        ('<c r="B2" t="b"><v>1</v></c>', Kind.NOT_A_NUMBER, "TRUE"),
        ('<c r="B2"><v>22.399999999999999</v></c>', None, ""),
        ('<c r="B2"><f>A1*2</f><v>22.4</v></c>', None, ""),
    ],
)
def test_cells_that_lie_are_told_from_blank_ones(saved, cell, kind, value):
    book = _book(saved(_data(ID, cell)))
    assert [(seen.kind, seen.value) for seen in book.observations] == ([(kind, value)] if kind else [])
    if kind is None:
        assert book.frames["products"]["price"].tolist() == [2240]


def test_an_error_before_a_blank_error_keeps_its_own_value(saved):
    cells = '<c r="A2" t="e"/><c r="B2" t="e"><v>#N/A</v></c><c r="C2" t="e"></c><c r="D2"><v>5</v></c>'
    assert preflight(saved(_data(cells))) == Passed(
        {"Products": {"B2": "#N/A", "C2": "#ERROR"}}, {"Products": Uncalculated()}
    )


def test_errors_are_found_over_the_seams_of_a_large_sheet(saved, hand_made):
    texts = "".join(hand_made.row(n, "x" * 200, 5.0) for n in range(2, 20_000))
    errors = "".join(
        f'<row r="{n}"><c r="A{n}" t="str"><v>1</v></c><c r="B{n}" t="e"><v>#N/A</v></c></row>'
        for n in range(20_000, 60_000)
    )
    passed = preflight(saved(texts + errors))
    assert isinstance(passed, Passed)
    assert list(passed.errors["Products"]) == [f"B{n}" for n in range(20_000, 60_000)]


def test_a_text_of_32767_characters_is_read_whole(saved, hand_made):
    assert len(_rows(saved(hand_made.row(1, "x" * 32_767)))[0][0]) == 32_767


def test_a_long_text_that_many_rows_share_is_fine_while_it_fits(saved):
    cells = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(1, 2000))
    assert len(_rows(saved(cells, strings=("x" * 32_000,)))) == 1999


OFFERS = Sheet("Products", "sku_lines", (SKU, LIST_PRICE, CAMPAIGN_PRICE, DISCOUNT))


def _offers(path, discounts):
    """Save lines at 30.00 on 40.00, each with its discount: a number typed, or the stale result of a formula."""
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Products")
        sheet.write_row(3, 0, ["SKU ID", "List price", "Campaign price", "Discount"])
        for at, discount in enumerate(discounts, 4):
            sheet.write_row(at, 0, [f"17295000112233445{at:02}", 40.0, 30.0])
            if isinstance(discount, str):
                sheet.write_formula(at, 3, f"=1-C{at + 1}/B{at + 1}", None, float(discount))
            else:
                sheet.write_number(at, 3, discount)
    return path


def test_a_discount_that_a_formula_shows_is_not_one_that_somebody_typed(tmp_path):
    stale, typed, right = "0.5", 0.4, "0.25"
    path = _offers(tmp_path / "a.xlsx", [stale, typed, right])
    book = read_book("a.xlsx", grids(path), (OFFERS,), Reading("USD", "America/Los_Angeles"))
    assert book.frames["sku_lines"]["discount"].fillna(-1).tolist() == [-1, typed, 0.25]


@pytest.mark.parametrize(("formulas", "kept"), [(lambda: None, -1), (frozenset, 0.5), (lambda: frozenset({"D5"}), -1)])
def test_where_nobody_knows_what_was_typed_a_differing_discount_is_not_taken_for_it(tmp_path, formulas, kept):
    (grid,) = grids(_offers(tmp_path / "a.xlsx", [0.5]))
    book = read_book("a.xlsx", [replace(grid, formulas=formulas)], (OFFERS,), Reading("USD", "America/Los_Angeles"))
    assert book.frames["sku_lines"]["discount"].fillna(-1).tolist() == [kept]

"""Configured promotions are found among all exports by a look at each file, and read with the cell of every value."""

import csv

import openpyxl
import pytest
import xlsxwriter

from campaignctl.domain.observations import Kind
from campaignctl.marketplaces.layouts import layouts_of
from campaignctl.marketplaces.load import load
from campaignctl.readers.cells import Reading
from campaignctl.readers.configured import TABLE, read_configured
from campaignctl.readers.exports.peek import may_be

US = load("TikTok Shop US")
LAYOUTS = [layout for layout in layouts_of("tiktok_shop").read if layout.canonical == TABLE]
TOTAL = "Total Purchase Limit (optional)\n1. Total Purchase Limit ≤ Stock\n2. Blank refers to no limit"
FORM = ["Product_id (required)", "SKU_id (required)", "Deal Price (required)", TOTAL]
ROW = ["1729400000000000001", "1729300000000000001", "24.99", "100"]
ORDERS = ["Order ID", "Order Status", "SKU ID", "Product ID", "Created Time", "SKU Unit Original Price", "Quantity"]


def put(path, *rows):
    path.parent.mkdir(parents=True, exist_ok=True)
    with xlsxwriter.Workbook(path, {"strings_to_formulas": False}) as book:
        sheet = book.add_worksheet("Sheet1")
        for at, row in enumerate(rows):
            sheet.write_row(at, 0, row)
    return path


def put_csv(path, *rows):
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return path


def read(folder, profile=US):
    return read_configured(folder, profile, Reading("USD", "America/Los_Angeles", "mdy"), ("S-001", "S-002"))


def test_only_files_that_may_hold_promotions_are_read(tmp_path):
    exports = tmp_path / "exports"
    put(exports / "S-001" / "HD26-01-1.xlsx", FORM, ROW)
    put(exports / "S-001" / "orders.xlsx", ORDERS, ["1"] * 7)
    put_csv(exports / "S-002" / "orders.csv", ORDERS, ["1"] * 7)
    (exports / "broken.xlsx").write_bytes(b"PK\x03\x04 not a workbook")
    (exports / "notes.txt").write_text("hello", encoding="utf-8")
    found = read(tmp_path)
    assert [entry.file for entry in found.inputs] == ["exports/S-001/HD26-01-1.xlsx"]
    assert found.observations == ()
    assert found.frame["deal_price"].tolist() == [2499]
    assert found.frame["seller_id"].tolist() == ["S-001"]


def test_a_value_is_told_with_its_cell(tmp_path):
    put(tmp_path / "exports" / "HD26-01-1.xlsx", FORM, ROW)
    found = read(tmp_path)
    place = found.maps["exports/HD26-01-1.xlsx", "Sheet1"].place("quantity", 2)
    assert (place.column, place.cell) == ("Total Purchase Limit (optional)", "D2")


def test_no_exports_and_no_layouts_are_nothing(tmp_path):
    assert read(tmp_path).frame.empty
    put(tmp_path / "exports" / "HD26-01-1.xlsx", FORM, ROW)
    assert read(tmp_path, load("Shopee VN")).frame.empty


def test_what_the_reader_met_is_told(tmp_path):
    put(tmp_path / "exports" / "HD26-01-1.xlsx", FORM, [1.7294e18, *ROW[1:]])
    assert [(one.kind, one.place.cell) for one in read(tmp_path).observations if one.kind is Kind.DAMAGED_ID] == [
        (Kind.DAMAGED_ID, "A2")
    ]


@pytest.mark.parametrize(
    ("name", "rows", "may"),
    [
        ("form.xlsx", [FORM, ROW], True),
        ("form.csv", [FORM, ROW], True),
        ("below.xlsx", [["Filled by Kai"], [], FORM, ROW], True),
        ("orders.xlsx", [ORDERS, ["1"] * 7], False),
        ("orders.csv", [ORDERS, ["1"] * 7], False),
        ("activities.csv", [["Activity ID", "Start time", "End time", "Product ID", "SKU ID"], ["1"] * 5], True),
    ],
)
def test_a_look_at_a_file_tells_whether_it_may_hold_promotions(tmp_path, name, rows, may):
    write = put if name.endswith("xlsx") else put_csv
    assert may_be(write(tmp_path / name, *rows), LAYOUTS) is may


def test_texts_that_stand_in_the_sheet_itself_are_seen(tmp_path):
    with xlsxwriter.Workbook(tmp_path / "inline.xlsx", {"constant_memory": True}) as book:
        book.add_worksheet().write_row(0, 0, FORM)
    assert may_be(tmp_path / "inline.xlsx", LAYOUTS)


def test_a_form_saved_by_another_program_is_seen(tmp_path):
    put(tmp_path / "form.xlsx", FORM, ROW)
    openpyxl.load_workbook(tmp_path / "form.xlsx").save(tmp_path / "again.xlsx")
    assert may_be(tmp_path / "again.xlsx", LAYOUTS)

"""Columns that people add stay beside the row they were written in."""

from campaignctl.readers.added import MOST, added_columns
from campaignctl.readers.grid import Grid
from campaignctl.readers.raw import RawSheet
from campaignctl.readers.sheets import read_sheet
from campaignctl.workbooks.registration.products import PRODUCTS


def part(rows, **added):
    return RawSheet("Products", PRODUCTS, rows=list(range(rows)), added=added)


def test_files_are_put_under_one_another_and_equal_headings_are_one():
    whole = added_columns([part(2, Note=["a", ""]), part(3), part(1, Note=["b"], Colour=["red"])])
    assert whole["Note"].tolist()[0] == "a"
    assert whole["Note"].tolist()[5] == "b"
    assert whole["Note"].isna().tolist() == [False, True, True, True, True, False]
    assert whole["Colour"].notna().tolist() == [False] * 5 + [True]


def test_a_column_without_a_word_is_left_out_and_many_are_cut():
    wide = part(1, **{f"c{number}": ["x"] for number in range(MOST + 5)}, blank=[""])
    assert len(added_columns([wide]).columns) == MOST
    assert list(added_columns([part(1, blank=[""])]).columns) == []
    assert len(added_columns([part(1, blank=[""])])) == 1


def test_rows_that_are_no_entries_take_their_notes_with_them():
    rows = [
        ["Product ID", "SKU ID", "List price", "Campaign price", "Stock", "My note"],
        ["1", "11", 20, 15, 100, "first"],
        ["2", "22", 20, "", "", "not offered"],
        ["", "", "", "", "", ""],
        ["3", "33", 20, 15, 100, "third"],
    ]
    raw = read_sheet(Grid("Products", rows), PRODUCTS)
    assert raw.added == {"My note": ["first", "third"]}
    assert raw.rows == [2, 5]


def test_rows_in_which_nobody_wrote_are_told():
    rows = [["Product ID", "SKU ID", "Product name", "Stock"], ["1", "11", "Lotion", ""], ["2", "22", "Soap", 5]]
    assert read_sheet(Grid("Products", rows), PRODUCTS).untouched == [2]
    without = [row[:3] for row in rows]  # no column in which a seller could have written
    assert read_sheet(Grid("Products", without), PRODUCTS).rows == [2, 3]

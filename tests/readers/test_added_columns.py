"""Columns that people add stay beside the row they were written in."""

import pandas as pd

from campaignctl.readers.added import MOST, together
from campaignctl.readers.grid import Grid
from campaignctl.readers.sheets import read_sheet
from campaignctl.workbooks.registration.products import PRODUCTS


def words(*values):
    return pd.array(values, dtype="str")


def test_files_are_put_under_one_another_and_equal_headings_are_one():
    first, third = pd.DataFrame({"Note": words("a", None)}), pd.DataFrame({"Note": words("b"), "Colour": words("red")})
    whole = together([(2, first), (3, None), (1, third)])
    assert whole["Note"].tolist()[0] == "a"
    assert whole["Note"].tolist()[5] == "b"
    assert whole["Note"].isna().tolist() == [False, True, True, True, True, False]
    assert whole["Colour"].notna().tolist() == [False] * 5 + [True]


def test_a_column_without_a_word_is_left_out_and_many_are_cut():
    wide = pd.DataFrame({f"c{number}": words("x") for number in range(MOST + 5)} | {"blank": words(None)})
    assert len(together([(1, wide)]).columns) == MOST
    assert list(together([(1, pd.DataFrame({"blank": words(None)}))]).columns) == []


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

"""A filled workbook becomes typed frames, and everything odd about it an observation at its cell."""

import pandas as pd
import pytest

from campaignctl.domain.forms import Column, Sheet, Type
from campaignctl.domain.frames import shape_of
from campaignctl.domain.observations import Kind
from campaignctl.readers.books import letters, raw_sheets, read_book
from campaignctl.readers.cells import Reading
from campaignctl.readers.grid import Grid
from campaignctl.readers.hollow import Uncalculated

READING = Reading("USD", "America/Los_Angeles")
SELLERS = Sheet(
    "Sellers",
    "sellers",
    (
        Column("Seller ID", "seller_id", Type.ID, "yes"),
        Column("Shop name", "shop_name", Type.TEXT, "yes", example="Moss & Amber"),
        Column("Reply", "reply", Type.CHOICE, choices=("Invited", "Accepted", "Excluded")),
        Column("Contact", "contact", Type.EMAIL, "if", when=("reply", ("", "Invited", "Accepted"))),
        Column("Hero", "hero", Type.YES_NO),
        Column("Why", "why", Type.TEXT, "if", when=("hero", ("Yes",))),
        Column("Why not", "why_not", Type.TEXT, "if", when=("hero", ("No",))),
        Column("Target", "target", Type.MONEY, "yes"),
        Column("Kind of value", "kind_of_value", Type.CHOICE, choices=("Percent off", "Amount off", "Gift")),
        Column("Value", "value", Type.VALUE),
        Column("Days", "days", Type.COMPUTED),
    ),
    required=True,
    aliases=("Shops", "商家"),
)
SHOP = Sheet(
    "Shop",
    "shop",
    (
        Column("Seller ID", "seller_id", Type.ID, "yes"),
        Column("Shop name", "shop_name", Type.TEXT, "yes"),
        Column("Fee", "fee", Type.MONEY),
    ),
    record=True,
    required=False,
)
ROW = {"Seller ID": "S-001", "Shop name": "Moss & Amber", "Contact": "p@moss.example", "Target": 500.0}


def _grid(*rows, name="Sellers", above=3, **more):
    headings = list(dict.fromkeys(heading for row in rows for heading in row))
    table = [headings, *([row.get(heading, "") for heading in headings] for row in rows)]
    width = len(headings) + 1
    return Grid(name, [[""] * width] * above + [["", *row] for row in table], **more)


def _book(*grids, sheets=(SELLERS,)):
    return read_book("registrations/glow.xlsx", grids, sheets, READING)


def _seen(book):
    return [(met.kind, met.place.cell, met.place.column, met.value) for met in book.observations]


def test_a_clean_sheet_becomes_a_frame_of_its_shape_and_nothing_is_said():
    book = _book(_grid(ROW, ROW))
    frame = book.frames["sellers"]
    assert {name: str(dtype) for name, dtype in frame.dtypes.items()} == dict(shape_of(SELLERS))
    assert frame[["seller_id", "target", "file", "sheet", "row"]].to_numpy().tolist() == [
        ["S-001", 50000, "registrations/glow.xlsx", "Sellers", 5],
        ["S-001", 50000, "registrations/glow.xlsx", "Sellers", 6],
    ]
    assert book.observations == ()
    assert book.rows == 2


def test_a_field_is_found_at_its_cell():
    where = _book(_grid(ROW)).maps["sellers"]
    place = where.place("target", 5)
    assert (place.file, place.sheet, place.row, place.column, place.cell) == (
        "registrations/glow.xlsx",
        "Sellers",
        5,
        "Target",
        "E5",
    )
    assert where.place("value", 5).cell == ""
    assert where.place("nothing", None).column == ""


@pytest.mark.parametrize(
    ("position", "text"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16383, "XFD")]
)
def test_columns_are_named_as_excel_names_them(position, text):
    assert letters(position) == text


@pytest.mark.parametrize(
    "name", ["Sellers", "SELLERS ", "sellers!", "Shops", "商家", "Sellers (2)", "Seller list", "Selers"]
)
def test_a_sheet_is_found_by_its_name_an_alias_or_a_name_much_like_it(name):
    found = raw_sheets([_grid(ROW, name="Other"), _grid(ROW, name=name)], [SELLERS])
    assert (found["sellers"].name if found else None) == (None if name == "Seller list" else name)


def test_the_right_name_wins_over_one_much_like_it():
    found = raw_sheets([_grid(ROW, name="Sellers (2)"), _grid(ROW, name="Sellers")], [SELLERS])
    assert found["sellers"].name == "Sellers"


def test_a_sheet_known_by_its_own_name_is_not_taken_for_another():
    other = Sheet("Seller", "seller", SELLERS.columns)
    found = raw_sheets([_grid(ROW, name="Sellers")], [other, SELLERS])
    assert list(found) == ["sellers"]


def test_a_sheet_that_is_not_there_is_said_when_it_is_needed():
    assert _seen(_book(_grid(ROW, name="Other"))) == [(Kind.MISSING_SHEET, "", "", "Sellers")]
    assert _seen(_book(sheets=(SHOP,))) == []


@pytest.mark.parametrize("rows", [[], [["", "", ""]], [["Sellers of this campaign"]]])
def test_a_sheet_of_the_right_name_without_content_is_missing(rows):
    assert _seen(_book(Grid("Sellers", rows))) == [(Kind.MISSING_SHEET, "", "", "Sellers")]


def test_a_sheet_whose_headings_nobody_knows_lacks_its_columns():
    book = _book(Grid("Shops", [["A", "B", "C"], ["S-001", "Glow", 5.0]]))
    assert [(met.kind, met.place.sheet, met.value) for met in book.observations] == [
        (Kind.MISSING_COLUMN, "Shops", name) for name in ("Seller ID", "Shop name", "Target")
    ]


def test_a_column_that_is_missing_renamed_or_doubled_is_said_at_the_header():
    rows = [
        {
            "Seller ID": "S-001",
            "Shop name": "Glow",
            "Contact": "p@moss.example",
            "Target sum": 5.0,
            "my note": "x",
            "seller id *": "S-2",
        }
    ]
    assert _seen(_book(_grid(*rows))) == [
        (Kind.UNKNOWN_COLUMN, "E4", "Target sum", "Target sum"),
        (Kind.MISSING_COLUMN, "", "Target", "Target"),
        (Kind.DUPLICATE_COLUMN, "G4", "seller id *", "seller id *"),
    ]


@pytest.mark.parametrize("cell", ["", "  ", "-", "n/a", "\u200b"])
def test_a_required_cell_that_says_nothing_is_blank(cell):
    assert _seen(_book(_grid({**ROW, "Target": cell}))) == [(Kind.BLANK_REQUIRED, "E5", "Target", "")]


def test_a_cell_that_cannot_be_read_is_not_blank_as_well():
    assert _seen(_book(_grid({**ROW, "Target": "soon"}))) == [(Kind.NOT_A_NUMBER, "E5", "Target", "soon")]


@pytest.mark.parametrize(
    ("reply", "asked"),
    [("", True), ("Invited", True), ("accepted", True), ("-", True), ("Excluded", False)],
)
def test_a_condition_with_an_empty_word_holds_for_a_blank_cell(reply, asked):
    seen = _seen(_book(_grid({**ROW, "Reply": reply, "Contact": ""})))
    assert seen == ([(Kind.BLANK_REQUIRED, "D5", "Contact", "")] if asked else [])


def test_a_condition_with_an_empty_word_holds_where_its_column_is_missing():
    assert _seen(_book(_grid({**ROW, "Contact": ""}))) == [(Kind.BLANK_REQUIRED, "D5", "Contact", "")]


def test_a_condition_on_a_cell_that_cannot_be_read_asks_nothing_more():
    assert _seen(_book(_grid({**ROW, "Contact": "", "Reply": "perhaps"}))) == [
        (Kind.NOT_A_CHOICE, "F5", "Reply", "perhaps")
    ]


@pytest.mark.parametrize(
    ("hero", "asked"), [("Yes", "Why"), (True, "Why"), ("no", "Why not"), (False, "Why not"), ("", None)]
)
def test_a_condition_on_yes_or_no_is_compared_in_words(hero, asked):
    seen = _seen(_book(_grid({**ROW, "Hero": hero, "Why": "", "Why not": ""})))
    assert [column for _, _, column, _ in seen] == ([asked] if asked else [])


@pytest.mark.parametrize(
    ("kind", "cell", "percent", "money"),
    [
        ("Percent off", 0.2, 0.2, None),
        ("Percent off", "20 %", 0.2, None),
        ("Amount off", 5.0, None, 500),
        ("Amount off", "$5", None, 500),
        ("Amount off", "20 %", None, None),
        ("Percent off", "$5", None, None),
        ("Gift", 5.0, None, None),
        ("", 5.0, None, None),
    ],
)
def test_a_value_is_read_by_what_its_row_says_it_is(kind, cell, percent, money):
    frame = _book(_grid({**ROW, "Kind of value": kind, "Value": cell})).frames["sellers"]
    read = [None if pd.isna(value) else value for value in frame.loc[0, ["value_percent", "value_money"]]]
    assert read == [percent, money]


def test_what_cannot_be_read_as_its_rows_kind_of_value_is_said():
    seen = _seen(
        _book(
            _grid(
                {**ROW, "Kind of value": "Percent off", "Value": 20.0},
                {**ROW, "Kind of value": "Amount off", "Value": "some"},
            )
        )
    )
    assert seen == [(Kind.PERCENT_AS_NUMBER, "G5", "Value", "20"), (Kind.NOT_A_NUMBER, "G6", "Value", "some")]


def test_without_the_column_that_says_what_it_is_a_value_stays_unread():
    frame = _book(_grid({**ROW, "Value": 5.0})).frames["sellers"]
    assert frame.loc[0, ["value_percent", "value_money"]].isna().all()
    assert frame.loc[0, "value"] == "5"


def test_errors_and_formulas_without_result_are_said_instead_of_blanks():
    grid = _grid(
        {**ROW, "Target": ""},
        {**ROW, "Target": ""},
        errors={"E5": "#N/A", "Z9": "#REF!", "A1": "#REF!"},
        uncalculated=Uncalculated(("E6",)),
    )
    assert _seen(_book(grid)) == [(Kind.ERROR_CELL, "E5", "Target", "#N/A"), (Kind.UNCALCULATED, "E6", "Target", "")]


def test_an_example_row_with_something_else_in_it_is_said_and_not_read():
    rows = [["", "Seller ID", "Shop name", "Target"], ["e.g.", "S-000", "Lumeria", 5.0], ["", "S-001", "Glow", 5.0]]
    book = _book(Grid("Sellers", rows))
    assert len(book.frames["sellers"]) == 1
    assert (Kind.EXAMPLE_FILLED, "C2", "Shop name", "Lumeria") in _seen(book)


def test_an_example_row_left_as_it_was_is_silent():
    rows = [
        ["", "Seller ID", "Shop name", "Target", "Contact"],
        ["e.g.", "", "Moss & Amber", 5.0, ""],
        ["", "S-001", "Glow", 5.0, "a@b.example"],
    ]
    assert _seen(_book(Grid("Sellers", rows))) == []


RECORD = [["", "Seller ID", "S-001"], ["", "Shop name", ""], ["", "Fee", "free"], ["", "Shop name", "x"]]


def test_a_records_oddities_stand_at_the_cells_of_their_fields():
    book = _book(Grid("Shop", RECORD, errors={"C1": "#N/A"}), sheets=(SHOP,))
    assert _seen(book) == [
        (Kind.DUPLICATE_COLUMN, "B4", "Shop name", "Shop name"),
        (Kind.ERROR_CELL, "C1", "Seller ID", "#N/A"),
        (Kind.NOT_A_NUMBER, "C3", "Fee", "free"),
        (Kind.BLANK_REQUIRED, "C2", "Shop name", ""),
    ]
    assert len(book.frames["shop"]) == 1


def test_hostile_text_stays_text():
    for text in ("=1+1", "</script>", "{{7*7}}", "🎁" * 100, "\u202eevil\x00", "x" * 32_767):
        frame = _book(_grid({**ROW, "Shop name": text, "Seller ID": text})).frames["sellers"]
        assert frame.loc[0, "shop_name"] == text.replace("\u202e", "").replace("\x00", "")

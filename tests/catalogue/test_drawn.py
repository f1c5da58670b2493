"""A drawn sheet reads as a spreadsheet would hold it, with what is expected in its margins."""

from datetime import datetime

import pytest

from campaignctl.catalogue.drawn import DrawnRow, cell_value, draw

DRAWING = """
Promotions
   | ID      | Tool       | Ends             |
 7 | HD26-02 | Flash deal | 2026-11-21 00:00
 9 | HD26-03 | Flash deal | 2026-11-24 12:00 | <- Flash deal HD26-03 runs 84 h | at most 72 h
   | HD26-04
"""


def test_rows_keep_their_numbers_their_cells_and_their_margins():
    (sheet,) = draw(DRAWING).sheets
    assert sheet.name == "Promotions"
    assert sheet.headings == ("ID", "Tool", "Ends")
    assert sheet.rows == (
        DrawnRow(7, ("HD26-02", "Flash deal", "2026-11-21 00:00")),
        DrawnRow(9, ("HD26-03", "Flash deal", "2026-11-24 12:00"), "Flash deal HD26-03 runs 84 h | at most 72 h"),
        DrawnRow(0, ("HD26-04",)),
    )


def test_a_drawing_keeps_its_text():
    assert draw(DRAWING).text == DRAWING.strip("\n")


def test_several_sheets_may_name_their_files():
    sheets = draw("Promotions\n | ID\n | 1\n\nlumeria.xlsx: Products\n | SKU ID | Stock\n 7 | 2 | 3\n").sheets
    assert [(sheet.file, sheet.name) for sheet in sheets] == [("", "Promotions"), ("lumeria.xlsx", "Products")]


def test_a_margin_beside_the_headings_is_about_the_header_row():
    (sheet,) = draw("Products\n | SKU ID | Price | <- the column Stock is missing\n 7 | 1 | 2\n").sheets
    assert (sheet.headings, sheet.expected) == (("SKU ID", "Price"), "the column Stock is missing")


def test_a_blank_cell_at_the_end_is_no_cell_too_many():
    (sheet,) = draw("Products\n | SKU ID | Stock\n 7 | 1 | 2 | \n").sheets
    assert sheet.rows[0].cells == ("1", "2")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Products\n | SKU ID\n 7 | 1 | 2\n", "more cells than headings"),
        ("Products\n | SKU ID | | Stock\n 7 | 1 | 2 | 3\n", "a heading is blank"),
        ("Products\n", "no headings under: Products"),
        ("Products\n | SKU ID\n x | 1\n", "not a row of a drawing"),
    ],
)
def test_a_drawing_that_can_be_read_two_ways_is_refused(text, why):
    with pytest.raises(ValueError, match=why):
        draw(text)


@pytest.mark.parametrize(
    ("drawn", "value"),
    [
        ("", None),
        ("12.99", 12.99),
        ("-5", -5.0),
        ("'12.99", "12.99"),
        ("'", ""),
        ("1.73E+18", 1.73e18),
        ("1729500011223344501", "1729500011223344501"),  # an id: more digits than a number keeps
        ("99999999999", 99999999999.0),
        ("2026-11-20", datetime(2026, 11, 20)),  # noqa: DTZ001 - local, as a spreadsheet holds it
        ("2026-11-20 18:00", datetime(2026, 11, 20, 18)),  # noqa: DTZ001
        ("#N/A", "#N/A"),
        ("30 %", "30 %"),
        ("=1+1", "=1+1"),
    ],
)
def test_a_cell_holds_what_a_spreadsheet_would(drawn, value):
    assert cell_value(drawn) == value
    assert type(cell_value(drawn)) is type(value)


def test_a_first_line_gives_the_hour_at_which_a_drawing_is_looked_at():
    drawn = draw("As of 2026-11-18 09:00\nPromotions\n | ID\n 7 | 1\n")
    assert drawn.as_of == datetime.fromisoformat("2026-11-18 09:00")
    assert [sheet.name for sheet in drawn.sheets] == ["Promotions"]
    assert draw(DRAWING).as_of is None


def test_one_row_may_stand_for_many_that_count_themselves():
    (sheet,) = draw("Products\n | SKU ID | Stock | Note\n7-9 | 17### | 5 | #N/A\n 10 | 17## | 1 |\n").sheets
    assert sheet.rows == (
        DrawnRow(7, ("17007", "5", "#N/A")),
        DrawnRow(8, ("17008", "5", "#N/A")),
        DrawnRow(9, ("17009", "5", "#N/A")),
        DrawnRow(10, ("17##", "1", "")),
    )

"""Values keep their kind in the workbook: ids are text, money is a number, times are local, nothing comes alive."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from python_calamine import CalamineWorkbook

from campaignctl.domain.forms import NO_LIMIT, Column, Raw, Type
from campaignctl.writers.forms.values import constant, number_format, plain, words

HOSTILE = (
    "=1+1",
    "{=1+1}",
    "+1-1",
    "@SUM(A1)",
    "</script><b>x</b>",
    "{{7*7}}",
    "https://evil.example/x",
    "Emoji 🎉👩‍👩‍👧",
    "bell\x07 null\x00 and \x1f",
    "עברית \u202egnp.exe",
    "x" * 200,
    "_x0041_",
    "first\nsecond",
)


def test_what_a_form_holds_is_what_a_reader_finds(fair):
    grid = CalamineWorkbook.from_path(str(fair.path)).get_sheet_by_name("Offers").to_python(skip_empty_area=False)
    assert grid[6][1:15] == [
        "00123456789012345678",
        "Bulbs",
        "Flash deal",
        "Percent off",
        0.125,
        datetime(2026, 6, 4, 9, 0),  # noqa: DTZ001 - a cell holds no zone
        date(2026, 6, 5),
        0.7,
        0.3,
        19.99,
        "No limit",
        4.2,
        date(2026, 5, 20),
        "new; hero",
    ]


def test_an_id_given_as_a_number_is_written_as_text(fair):
    assert fair.cells("Offers")["B8"] == ("s", "", "7")


def test_text_that_looks_like_a_formula_stays_text(fair):
    assert fair.cells("Offers")["C8"] == ("s", "", "=1+1")


def test_a_minimum_spend_of_none_is_a_word(fair):
    assert fair.cells("Offers")["K8"] == ("s", "", "None")


@pytest.mark.parametrize(
    ("address", "cell"),
    [
        ("C9", ("s", "", "  as typed ")),
        ("I9", ("s", "", "70")),
        ("L9", ("n", "", "2.5")),
        ("G9", ("s", "", "31/13/2026")),
    ],
)
def test_a_raw_value_is_written_exactly_as_given(fair, address, cell):
    assert fair.cells("Offers")[address] == cell


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_comes_out_inert_everywhere(form, write, text):
    row = dict.fromkeys(("id", "title", "tool", "kind_of_value", "starts", "min_spend", "per_buyer", "link"), text)
    written = write(form((row, {"title": Raw(text)}), {"name": text, "owner": text}))
    expected = "".join(letter for letter in text if letter >= " " or letter == "\n")
    cells = written.cells("Offers")
    assert {cells[f"{letter}7"] for letter in "BCDEGKLP"} == {("s", "", expected)}
    assert cells["C8"] == written.cells("Fair")["C5"] == ("s", "", expected)
    formulas = [formula for tab in written.tabs() for _, formula, _ in written.cells(tab).values()]
    assert not any(text in formula for formula in formulas)


@pytest.mark.parametrize("text", [*HOSTILE, 'FILTER("A1")', "LAMBDA(x,x)"], ids=range(len(HOSTILE) + 2))
def test_a_hostile_subtitle_stays_a_text_inside_its_formula(form, write, text):
    whole = form()
    sheets = tuple(
        type(filled)(filled.sheet, filled.rows, text if filled.sheet.key == "offers" else "") for filled in whole.sheets
    )
    written = write(type(whole)("f", "T", "C", "USD", "UTC", sheets))
    kind, formula, kept = written.cells("Offers")["B2"]
    assert kind == "str"
    assert kept.startswith("".join(letter for letter in text if letter >= " " or letter == "\n").replace("\n", " "))
    outside = "".join(formula.replace('""', "").split('"')[::2])
    assert set(outside) <= set("&,()>0$COUNTIF:Q736"), "only our own count stands outside the quotes"
    assert "_xlfn" not in formula


FORMATS = [
    ("B7", "@"),
    ("C7", "General"),
    ("F7", "General"),
    ("G7", "ddd d mmm yyyy hh:mm"),
    ("I7", "0 %"),
    ("J7", "0 %"),
    ("K7", "#,##0.00"),
    ("L7", "#,##0"),
    ("N7", "ddd d mmm yyyy"),
    ("K36", "#,##0.00"),
]


@pytest.mark.parametrize(("address", "number"), FORMATS, ids=[address for address, _ in FORMATS])
def test_each_type_has_its_number_format_down_to_the_last_ready_row(fair, address, number):
    assert fair.number_format("Offers", address) == number


def test_money_without_minor_units_has_no_decimals():
    assert number_format(Column("Price", "price", Type.MONEY), "IDR") == "#,##0"


PLAIN = [
    (Type.INT, {"no_limit": True}, NO_LIMIT, "No limit"),
    (Type.INT, {}, NO_LIMIT, -1),
    (Type.MONEY, {}, Decimal("12.50"), 12.5),
    (Type.ID, {}, 123456789012345678, "123456789012345678"),
    (Type.YES_NO, {}, False, "No"),
    (Type.LIST, {}, ["a", "b"], "a; b"),
    (Type.MONEY, {}, float("nan"), None),
    (Type.DATETIME, {}, datetime(2026, 6, 4, tzinfo=UTC), datetime(2026, 6, 4)),  # noqa: DTZ001 - a cell holds no zone
    (Type.DATETIME, {}, "L-10d", "L-10d"),
    (Type.TEXT, {}, Raw(None), None),
    (Type.ID, {}, Raw(True), True),
]


@pytest.mark.parametrize(("kind", "column", "value", "kept"), PLAIN)
def test_a_value_becomes_what_excel_keeps(kind, column, value, kept):
    assert plain(value, Column("C", "c", kind, **column)) == kept


WORDS = [
    (Type.DATETIME, datetime(2026, 11, 20, 18, 0, tzinfo=UTC), "Fri 20 Nov 2026 18:00"),
    (Type.DATE, date(2026, 11, 5), "Thu 5 Nov 2026"),
    (Type.PERCENT, Decimal("0.125"), "12.5 %"),
    (Type.MONEY, Decimal(1234), "1,234.00"),
    (Type.INT, 20_000, "20,000"),
    (Type.VALUE, Decimal("0.3"), "0.3"),
    (Type.TEXT, None, ""),
]


@pytest.mark.parametrize(("kind", "value", "text"), WORDS)
def test_an_example_is_quoted_as_its_cell_shows_it(kind, value, text):
    assert words(value, Column("C", "c", kind), "USD") == text


def test_a_formula_that_is_only_a_number_is_written_as_the_number():
    assert [constant(text) for text in ("=0.01", "=-3", '=""', "=1+1")] == [Decimal("0.01"), Decimal(-3), None, None]

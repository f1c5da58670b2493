"""One table gives each format its words and its Office number format, and both show the same."""

import csv
import subprocess
from decimal import Decimal
from pathlib import Path
from shutil import which

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from campaignctl.domain.figures import Figure
from campaignctl.domain.formats import Format, decimals_together, office_together, words

M, S, P = Format.MONEY, Format.MONEY_SHORT, Format.PERCENT

WORDS = [
    ("3842011.40", S, "USD", "$3.84M"),
    ("404000", S, "USD", "$404K"),
    ("999499.99", S, "USD", "$999K"),
    ("999500", S, "USD", "$1.00M"),
    ("9994999.99", S, "USD", "$9.99M"),
    ("9995000", S, "USD", "$10.0M"),
    ("99950000", S, "USD", "$100M"),
    ("999499999", S, "USD", "$999M"),
    ("999500000", S, "USD", "$1.00B"),
    ("1234567890", S, "USD", "$1.23B"),
    ("26697600000", S, "IDR", "Rp26.7B"),
    ("36.27", S, "USD", "$36.27"),
    ("691.97", S, "USD", "$692"),
    ("36.265", M, "USD", "$36.27"),
    ("999.99", M, "USD", "$1,000"),
    ("99.99", M, "USD", "$99.99"),
    ("1234.56", M, "USD", "$1,235"),
    ("-5", M, "USD", "−$5.00"),
    ("-404000", S, "USD", "−$404K"),
    ("-0.001", M, "USD", "$0"),
    ("0", S, "USD", "$0"),
    ("9467316", M, "IDR", "Rp9,467,316"),
    ("512.4", M, "IDR", "Rp512"),
    ("9467316", S, "IDR", "Rp9.47M"),
    ("12.5", M, "XTS", "XTS 12.50"),
    ("1234567", Format.COUNT, "", "1,234,567"),
    ("-12", Format.COUNT, "", "−12"),
    ("0.22", P, "", "22%"),
    ("0.04", P, "", "4.00%"),
    ("0.09994", P, "", "9.99%"),
    ("0.09995", P, "", "10%"),
    ("0.1", P, "", "10%"),
    ("1.5", P, "", "150%"),
    ("0.9949", P, "", "99%"),
    ("0.995", P, "", "99.5%"),
    ("0.9994", P, "", "99.9%"),
    ("0.9995", P, "", "100%"),
    ("0", P, "", "0%"),
    ("0.00004", P, "", "0%"),
    ("0.00005", P, "", "0.01%"),
    ("-0.0312", P, "", "−3.12%"),
    ("0.006", Format.POINTS, "", "0.60 pp"),
    ("3.14159", Format.RATIO, "", "3.14"),
    ("2.308", Format.RETURN, "", "2.3"),
    ("0.949", Format.RETURN, "", "0.9"),
    ("0.95", Format.RETURN, "", "0.95"),
    ("1.04", Format.RETURN, "", "1.04"),
    ("1.05", Format.RETURN, "", "1.1"),
    ("45", Format.DURATION, "", "45 s"),
    ("75", Format.DURATION, "", "1 min 15 s"),
    ("3600", Format.DURATION, "", "1 h 00 min"),
    ("90061", Format.DURATION, "", "25 h 01 min"),
]
CHANGES = [
    ("0.07", P, "", "+7%"),
    ("-0.075", P, "", "−8%"),
    ("0.004", P, "", "0%"),
    ("-0.004", P, "", "0%"),
    ("0.006", Format.POINTS, "", "+0.60 pp"),
    ("-0.006", Format.POINTS, "", "−0.60 pp"),
    ("0", Format.POINTS, "", "0.00 pp"),
    ("404000", S, "USD", "+$404K"),
    ("-36.27", M, "USD", "−$36.27"),
    ("12", Format.COUNT, "", "+12"),
    ("-1.2", Format.RATIO, "", "−1.20"),
]


@pytest.mark.parametrize(("value", "form", "unit", "text"), WORDS)
def test_a_number_is_written_as_people_read_it(value, form, unit, text):
    assert words(Decimal(value), form, unit) == text


@pytest.mark.parametrize(("value", "form", "unit", "text"), CHANGES)
def test_a_change_carries_its_sign_unless_it_rounds_to_nothing(value, form, unit, text):
    assert words(Decimal(value), form, unit, signed=True) == text


COLUMNS = [
    (["57.7", "112.9", "0"], M, "USD", ["$57.70", "$112.90", "$0"]),
    (["2467", "89.15", "0"], M, "USD", ["$2,467", "$89", "$0"]),
    (["640", "0"], M, "USD", ["$640", "$0"]),
    (["15.8", "0", None], M, "USD", ["$15.80", "$0", "n/a"]),
    (["512", "99"], M, "IDR", ["Rp512", "Rp99"]),
    (["0.0914", "0.249", "1", "0"], P, "", ["9.1%", "24.9%", "100%", "0%"]),
    (["0.0914", "0.0042"], P, "", ["9.14%", "0.42%"]),
    (["0.914", "0.249"], P, "", ["91%", "25%"]),
    (["0.9964", "0.249"], P, "", ["99.6%", "24.9%"]),
    (["0.0004", "0.5"], P, "", ["0%", "50.0%"]),  # what the column is too coarse for is nothing, and no 0.0%
    (["12", "1"], Format.COUNT, "", ["12", "1"]),
]


@pytest.mark.parametrize(("values", "form", "unit", "texts"), COLUMNS)
def test_numbers_under_one_another_share_their_decimals(values, form, unit, texts):
    exact = [None if value is None else Decimal(value) for value in values]
    together = decimals_together(exact, form, unit)
    assert [words(value, form, unit, decimals=together) for value in exact] == texts


@pytest.mark.parametrize(
    ("values", "form", "shape"),
    [
        ([2467, 89.15, 0], M, '"$"#,##0;−"$"#,##0;"$"0'),
        ([57.7, 112.9], M, '"$"#,##0.00;−"$"#,##0.00;"$"0'),
        ([0.0479, 0.0157], P, "0.00%;−0.00%;0%"),
        ([0.306, 0.0157], P, "0.0%;−0.0%;0%"),
        ([0.306, 0.157], P, "0%;−0%;0%"),
        ([], P, "0%;−0%;0%"),
        ([7], Format.COUNT, "#,##0"),
    ],
)
def test_a_column_that_formulas_fill_has_one_format(values, form, shape):
    assert office_together(values, form, "USD") == shape


@pytest.mark.parametrize("form", Format)
@pytest.mark.parametrize("value", [None, float("nan"), float("inf")])
def test_what_is_not_there_is_not_available_and_never_zero(form, value):
    assert words(value, form, "USD") == "n/a"
    assert words(value, form, "USD", signed=True) == "n/a"


@pytest.mark.parametrize(("value", "form"), [(0.285, P), (1.005, Format.RATIO), (2.675, M)])
def test_floats_are_taken_at_their_shortest_form_and_halves_go_up(value, form):
    assert words(value, form, "USD") == {0.285: "29%", 1.005: "1.01", 2.675: "$2.68"}[value]


@given(st.decimals(-(10**11), 10**11, places=4), st.sampled_from(Format), st.booleans())
def test_the_minus_is_a_true_minus_and_nothing_is_minus_zero(value, form, signed):
    text = words(value, form, "USD", signed=signed)
    assert "-" not in text
    assert text.startswith(("−", "+")) <= any(digit in text for digit in "123456789")


def _figure(value, form, unit, *, change):
    return Figure("gmv.total~target" if change else "gmv.total", "GMV", Decimal(value), unit, form)


@pytest.mark.office
def test_office_shows_every_figure_in_its_own_words(tmp_path: Path):
    if which("soffice") is None:
        pytest.skip("needs LibreOffice, which is not installed")
    figures = [_figure(v, f, u, change=False) for v, f, u, _ in WORDS]
    figures += [_figure(v, f, u, change=True) for v, f, u, _ in CHANGES]
    shown = _as_office_shows_them(figures, tmp_path)
    assert [text.lstrip("▲▼● ") for text in shown] == [figure.words for figure in figures]


@pytest.mark.office
def test_office_marks_every_change_with_its_direction(tmp_path: Path):
    if which("soffice") is None:
        pytest.skip("needs LibreOffice, which is not installed")
    changes = [_figure(v, P, "", change=True) for v in ("0.07", "-0.07", "0")]
    assert [text[0] for text in _as_office_shows_them(changes, tmp_path)] == ["▲", "▼", "●"]


def _as_office_shows_them(figures: list[Figure], folder: Path) -> list[str]:
    book = xlsxwriter.Workbook(str(folder / "figures.xlsx"))
    sheet = book.add_worksheet()
    for row, figure in enumerate(figures):
        assert figure.number is not None
        sheet.write_number(row, 0, figure.number, book.add_format({"num_format": figure.office}))
    book.close()
    as_shown = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", as_shown, "--outdir", str(folder)]
    subprocess.run([*command, str(folder / "figures.xlsx")], check=True, capture_output=True, timeout=120)
    with (folder / "figures.csv").open(encoding="utf-8", newline="") as file:
        return [row[0] for row in csv.reader(file)]

"""Quick checks say what is plainly wrong, in words, in a real spreadsheet program."""

import shutil
import subprocess
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter
from xlsxwriter.utility import xl_rowcol_to_cell

from campaignctl.domain.forms import Column, Sheet, Type
from campaignctl.workbooks import REGISTRATION, SETUP
from campaignctl.workbooks.quick_check import before, damaged, quick_check

LISTS = {sheet.key: sheet for sheet in (*SETUP, *REGISTRATION) if not sheet.record}
BLANK: Mapping[str, Any] = {}

WRONG = [
    ("promotions", {"title": ""}, "▲ Title is missing"),
    ("promotions", {"title": "x" * 51}, "▲ Title is over 50 characters"),
    ("promotions", {"value": None}, "▲ Value is missing"),
    ("promotions", {"value": Decimal(30)}, "▲ Value is over 100 %"),
    ("promotions", {"value": "30 percent"}, "▲ Value is not a number"),
    ("promotions", {"kind_of_value": "Gift", "value": None}, "▲ Gift SKU ID is missing"),
    ("promotions", {"kind_of_value": "Fixed price", "value": Decimal("19.99")}, "✓ ok"),
    ("promotions", {"seller_pays": Decimal("1.2")}, "▲ Seller pays is not 0–100 %"),
    ("promotions", {"seller_pays": Decimal("0.5"), "budget": None}, "▲ platform pays: Budget is missing"),
    ("promotions", {"seller_pays": Decimal(1), "budget": None}, "✓ ok"),
    ("promotions", {"starts": "20 Nov 18:00"}, "▲ Starts is not a date"),
    ("promotions", {"ends": datetime(2025, 11, 20, 9, 0)}, "▲ Ends is not after Starts"),  # noqa: DTZ001 - local
    ("promotions", {"ends": datetime(2025, 11, 21)}, "✓ ok"),  # noqa: DTZ001 - all of the day it starts on
    ("promotions", {"ends": datetime(2025, 11, 20)}, "▲ Ends is not after Starts"),  # noqa: DTZ001 - the day before
    ("promotions", {"claim_starts": "soon", "claim_ends": "later"}, "✓ ok"),  # folded: validate says it
    ("promotions", {"per_buyer": "No limit", "quantity": "No limit"}, "✓ ok"),
    ("promotions", {"per_buyer": "many"}, "▲ Per buyer is not a number"),
    ("promotions", {"tool": "Seller coupon", "quantity": None}, "▲ Quantity is missing"),
    ("promotions", {"tier2_from": Decimal(3)}, "▲ Tier 2 value is missing"),
    ("promotions", {"applies_to": "Category"}, "▲ Which is missing"),
    ("targets", {"name": ""}, "▲ Name is missing"),
    ("targets", {"level": "Campaign", "name": ""}, "✓ ok"),
    ("sellers", {"contact_email": ""}, "▲ Contact e-mail is missing"),
    ("sellers", {"contact_email": "", "reply": ""}, "▲ Contact e-mail is missing"),
    ("sellers", {"contact_email": "", "reply": "Excluded"}, "▲ Reason is missing"),
    ("sellers", {"score_as_of": None}, "▲ Score as of is missing"),
    ("sellers", {"shop_score": Decimal(42)}, "▲ Shop score is not 0–5"),
    ("timeline", {"duration": None, "finish": None}, "▲ Duration, or Start and Finish"),
    ("livestreams", {"ends": datetime(2025, 11, 21, 3, 0)}, "▲ Ends is not after Starts"),  # noqa: DTZ001 - local
    ("livestreams", {"ends": datetime(2025, 11, 22)}, "✓ ok"),  # noqa: DTZ001 - midnight, five hours later
    ("livestreams", {"ends": datetime(2025, 11, 23)}, "▲ longer than 24 hours"),  # noqa: DTZ001 - local
    ("livestreams", {"seller_id": ""}, "▲ Seller ID is missing"),
    ("run_of_show", {"sku_id": 1729000000000000011.0}, "▲ SKU ID is damaged: paste as text"),
    ("contacts", {"email": "mei.park"}, "▲ E-mail is not an address"),
    ("contacts", {"backup": "Kai Lund"}, "▲ Backup is the same person"),
    ("changes", {"new": ""}, "▲ New is missing"),
    ("changes", {"kind": "Event", "field": "", "new": "", "seller_id": "", "sku_id": ""}, "✓ ok"),
    ("rules", {"reason": ""}, "▲ Reason is missing"),
    ("sku_lines", {"campaign_price": Decimal(1799)}, "▲ not below the list price"),
    ("sku_lines", {"campaign_price": Decimal("16.80")}, "▲ above the lowest price of 30 days"),
    ("sku_lines", {"campaign_price": Decimal("9.00")}, "▲ below your floor price"),
    ("sku_lines", {"sku_id": "1.7295E+18"}, "▲ SKU ID is damaged: paste as text"),
    ("sku_lines", {"product_id": "17290001"}, "▲ an ID has fewer than 15 digits"),
    ("sku_lines", {"stock": 0}, "▲ Stock is 0"),
    ("sku_lines", {"stock": 0, "line": "Withdraw"}, "✓ ok"),
    ("coupons", {"min_spend": None}, "▲ Min. spend is missing"),
    ("coupons", {"min_spend": "None"}, "✓ ok"),
    ("coupons", {"starts": None}, "▲ Starts and Ends, or Valid days"),
    ("coupons", {"starts": None, "ends": None, "valid_days": 7}, "✓ ok"),
    ("coupons", {"value": Decimal(30)}, "▲ Value is not below Min. spend"),
    ("slots", {"minutes": 30}, "▲ Minutes is not 60–480"),
    ("slots", {"second_choice": datetime(2025, 11, 21, 19, 0)}, "▲ both choices are the same"),  # noqa: DTZ001 - local
]


def test_declared_checks_follow_from_the_columns():
    columns = (Column("Title", "title", Type.TEXT, "yes", longest=5), Column("Share", "share", Type.PERCENT, most=1))
    formula = quick_check(columns, ('{title}="x"', "Title is x")).formula
    order = ["Title is missing", "Share is not a number", "Title is over 5 characters", "Share is over 100 %", "is x"]
    assert [formula.index(words) for words in order] == sorted(formula.index(words) for words in order)
    assert formula.startswith('=IF(COUNTA({title},{share})=0,"",IF({title}="",')


def test_a_window_is_checked_on_both_its_cells_and_an_id_by_its_type():
    starts, ends = Column("Starts", "starts", Type.DATETIME), Column("Ends", "ends", Type.DATETIME)
    assert before(starts, ends) == ("AND(COUNT({starts},{ends})=2,{ends}<={starts})", "Ends is not after Starts")
    assert "ISNUMBER({ends})" in damaged(ends)[0]


@pytest.mark.office
def test_every_example_row_is_ok_and_a_blank_row_says_nothing(tmp_path):
    needs_office()
    rows = {key: [example(sheet), BLANK] for key, sheet in LISTS.items()}
    said = calculated(rows, tmp_path)
    assert said == {key: ["✓ ok", ""] for key in LISTS}


@pytest.mark.office
def test_each_slip_is_named_in_words(tmp_path):
    needs_office()
    rows: dict[str, list[Mapping[str, Any]]] = {}
    expected: dict[str, list[str]] = {}
    for key, slip, words in WRONG:
        rows.setdefault(key, []).append({**example(LISTS[key]), **slip})
        expected.setdefault(key, []).append(words)
    assert calculated(rows, tmp_path) == expected


def needs_office() -> None:
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed")


def example(sheet: Sheet) -> dict[str, Any]:
    return {column.key: column.example for column in sheet.columns if column.is_input}


def calculated(rows: Mapping[str, Sequence[Mapping[str, Any]]], folder: Path) -> dict[str, list[str]]:
    """Return what LibreOffice makes of the quick checks of ``rows``, by sheet key."""
    source = folder / "checks.xlsx"
    with xlsxwriter.Workbook(source) as book:
        for key, lines in rows.items():
            page = book.add_worksheet(key)
            for at, line in enumerate(lines):
                positions = {column.key: xl_rowcol_to_cell(at, n) for n, column in enumerate(LISTS[key].written)}
                for column in LISTS[key].written:
                    put(page, positions[column.key], line.get(column.key), column)
                check = LISTS[key].column("quick_check")
                page.write_formula(positions[check.key], check.formula.format(**positions), None, "not yet")
    profile = folder / "profile"
    recalculating(profile)
    home = f"-env:UserInstallation={profile.as_uri()}"
    into = ("--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", folder / "out")
    subprocess.run(["soffice", home, "--headless", *into, source], check=True, capture_output=True, timeout=180)
    done = openpyxl.load_workbook(folder / "out" / "checks.xlsx", data_only=True)
    return {
        key: [done[key].cell(at + 1, len(LISTS[key].written)).value or "" for at in range(len(lines))]
        for key, lines in rows.items()
    }


def put(page: Any, cell: str, value: Any, column: Column) -> None:
    if value is None or value == "" or column.type is Type.COMPUTED:
        return
    if isinstance(value, bool):
        page.write_string(cell, "Yes" if value else "No")
    elif isinstance(value, str):
        page.write_string(cell, value)
    elif isinstance(value, date):
        page.write_datetime(cell, value)  # a date is a number to a formula, whatever its format
    else:
        page.write_number(cell, float(value))


def recalculating(profile: Path) -> None:
    """Make a profile in which LibreOffice calculates every formula when it loads a file."""
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry" '
        'xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        '<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">'
        "<value>0</value></prop></item></oor:items>",
        encoding="utf-8",
    )

"""A listing shows every row of its frame, as what it is: numbers as numbers, ids as text, nothing of it alive."""

import re
import shutil
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
from openxml_audit import OpenXmlValidator

from campaignctl.domain.listing import Listing, ListingColumn, Live, Shows
from campaignctl.readers.grid import grids
from campaignctl.writers.listings import write_listings
from campaignctl.writers.report.listing.table import link_to
from campaignctl.writers.report.live import live_formula

from .sample import HOSTILE, document, frame


def header_row(sheet):
    return next(cell.row for row in sheet.iter_rows() for cell in row if cell.value == "Seller ID")


def only(listing):
    """A document with nothing but a listing."""
    whole = document(frame())
    return replace(whole, sections=(replace(whole.sections[0], parts=(listing,)),))


def body(sheet):
    first = header_row(sheet) + 1
    return [[cell.value for cell in row[1:]] for row in sheet.iter_rows(first, first + len(HOSTILE) - 1)]


def test_every_row_stands_there_with_numbers_in_their_natural_unit(write):
    rows = body(write(document(frame())))
    assert len(rows) == len(HOSTILE)
    seller, shop, status, received, skus, errors, price, share, live = rows[5]
    assert (seller, shop, status, skus, errors, price, share, live) == (
        f"{5:019}", HOSTILE[5], "✓ ready", 5, 5, 12.99, 0.25, "Yes"
    )  # fmt: skip
    assert received.isoformat() == "2026-11-06T17:20:00"  # on the shop's clock


def test_text_from_outside_stays_text(tmp_path):
    write_listings(document(frame()), tmp_path / "roster.xlsx")
    found = next(grid for grid in grids(tmp_path / "roster.xlsx") if grid.name == "Roster")
    shops = [row[2 - found.left] for row in found.rows if "0000000000" in str(row[1 - found.left])]
    assert shops == ["=1+1", "</script><b>bold</b>", "A & B", "_x0041_", "bell", HOSTILE[5], "two lines", " x "]


def test_a_missing_value_is_a_blank_cell_and_not_zero(write):
    first = body(write(document(frame())))[0]
    assert first[5] is None
    assert first[8] is None


def test_it_is_a_real_table_whose_headers_are_its_cells(write):
    sheet = write(document(frame()))
    table = sheet.tables["tblRoster"]
    at = header_row(sheet)
    assert table.ref == f"B{at}:J{at + len(HOSTILE)}"
    assert table.autoFilter.ref == table.ref
    assert table.column_names == [cell.value for cell in sheet[at][1:]]


def test_the_header_and_the_first_columns_stay_in_sight(write):
    sheet = write(document(frame()))
    assert sheet.freeze_panes == f"D{header_row(sheet) + 1}"


def test_a_number_above_follows_the_filter_and_keeps_its_value(write, tmp_path):
    sheet = write(document(frame()))
    formulas = [cell.value for row in sheet.iter_rows(1, 8) for cell in row if str(cell.value).startswith("=")]
    assert "=SUBTOTAL(109,tblRoster[SKUs])" in formulas
    assert any('LEFT(tblRoster[Status],1)="✓"' in formula for formula in formulas)
    part = zipfile.ZipFile(tmp_path / "roster.xlsx").read("xl/worksheets/sheet1.xml").decode()
    assert re.search(r"<f>SUBTOTAL\(109,[^<]*</f><v>28.0</v>", part)


def test_a_heading_with_brackets_is_escaped_in_a_formula():
    columns = (ListingColumn("skus", "SKUs [#1]", Shows.COUNT),)
    whole = document(frame(), columns)
    assert live_formula(whole, Live("roster", "skus")) == "=SUBTOTAL(109,tblRoster[SKUs '['#1']])"


def test_nothing_to_list_is_said_and_there_is_no_table(write):
    sheet = write(document(frame(())))
    assert not sheet.tables
    assert sheet.cell(header_row(sheet) + 1, 2).value == "Nobody was invited"
    assert sheet["B5"].value == 28  # no formula over a table that is not there


@pytest.mark.parametrize(
    ("target", "link"),
    [
        ("returns/S-001.xlsx", "external:returns/S-001.xlsx"),
        ("../registrations/a b.xlsx#Products!F7", "external:../registrations/a b.xlsx#Products!F7"),
        ("#Findings!B5", "internal:Findings!B5"),
        ("https://a.example/x.xlsx", ""),
        ("C:/evil.exe", ""),
        ("\\\\host\\share\\x.exe", ""),
        ("/etc/passwd", ""),
        ("javascript:alert(1)", ""),
        ("", ""),
    ],
)
def test_a_cell_leads_only_to_a_place_beside_the_workbook(target, link):
    assert link_to(target) == link


def test_links_are_those_of_the_frame(write):
    sheet = write(document(frame()))
    cell = sheet.cell(header_row(sheet) + 2, 2)
    assert cell.hyperlink.target == "returns/S-1.xlsx"
    assert cell.value == f"{1:019}"


def test_the_package_is_sound(tmp_path):
    write_listings(document(frame()), tmp_path / "roster.xlsx")
    assert [str(error) for error in OpenXmlValidator().validate(tmp_path / "roster.xlsx").errors] == []


def test_equal_listings_give_equal_bytes(tmp_path):
    for name in ("one", "two"):
        write_listings(document(frame()), tmp_path / f"{name}.xlsx")
    assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "two.xlsx").read_bytes()


def test_long_words_make_their_row_higher(write):
    columns = (ListingColumn("seller_id", "Seller ID", Shows.ID), ListingColumn("shop", "Message", wraps=True))
    sheet = write(only(Listing("roster", columns, frame(("short", "a sentence that goes on " * 12)))))
    at = header_row(sheet)
    assert sheet.row_dimensions[at + 1].height == 21
    assert sheet.row_dimensions[at + 2].height > 60


def test_what_is_not_printed_stands_right_of_the_print_area(write):
    columns = tuple(ListingColumn(f"c{at}", f"Column {at}", width=20.0, printed=at < 9) for at in range(12))
    rows = pd.DataFrame({f"c{at}": pd.array(["x", "y"], dtype="str") for at in range(12)})
    listing = Listing("plain", columns, rows)
    assert write(only(listing)).print_area.startswith("'Roster'!$A$1:$J$")


@pytest.mark.office
def test_libreoffice_shows_the_words_and_counts_the_rows_in_sight(tmp_path: Path):
    if shutil.which("soffice") is None or shutil.which("pdftotext") is None:
        pytest.skip("soffice or pdftotext is absent")
    write_listings(document(frame()), tmp_path / "roster.xlsx")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "roster.xlsx")], check=True, capture_output=True, timeout=180)
    pdf = ["pdftotext", "-layout", str(tmp_path / "roster.pdf"), "-"]
    words = subprocess.run(pdf, check=True, capture_output=True, text=True, timeout=60).stdout
    assert "###" not in words
    for shown in ("Four are ready", "28 of 36", "4 ✓ ready", "▲ fix needed", "12.99", "Fri 6 Nov 17:20", f"{7:019}"):
        assert shown in words

"""The control sheet says what lies in each upload file, and what has to be typed by hand."""

import openpyxl
import pandas as pd

from campaignctl.catalogue.drawn import Drawn
from campaignctl.marketplaces.load import load
from campaignctl.marketplaces.uploads import upload_forms
from campaignctl.rules.examples import case_from
from campaignctl.stages.upload_control import control
from campaignctl.stages.uploads import uploads_of
from campaignctl.writers.listings import write_listings

US, FORMS = load("TikTok Shop US"), upload_forms("tiktok_shop")
CAMPAIGN = case_from(Drawn("", ())).campaign


def documented(lock):
    uploads = uploads_of(lock, US, FORMS)
    return control(CAMPAIGN, lock, uploads, {file.name: f"hash of {file.name}" for file in uploads.files})


def test_a_file_is_told_with_its_rows_units_prices_and_hash(lock, line):
    document = documented(lock([line(n, seller_id=f"S-{n % 5:03}") for n in range(1, 302)]))
    rows = document.part("upload-files").frame
    assert rows[["file", "part", "rows", "units", "prices"]].to_numpy().tolist() == [
        ["HD26-01-1.xlsx", "1 of 2", 300, 150_000, 749_700],
        ["HD26-01-2.xlsx", "2 of 2", 1, 500, 2499],
    ]
    assert rows["sha256"].tolist() == ["hash of HD26-01-1.xlsx", "hash of HD26-01-2.xlsx"]
    assert rows["shops"].tolist() == ["S-000, S-001, S-002 and 2 more", "S-004"]
    assert document.words(document.section("files").title) == "301 rows in 2 files are ready to upload"


def test_the_sums_of_the_cards_are_those_of_the_files(lock, line):
    document = documented(lock([line(n, deal_price=n) for n in range(1, 702)]))
    rows = document.part("upload-files").frame
    assert document.figures["uploads.rows"].value == rows["rows"].sum() == 701
    assert document.figures["uploads.prices"].value * 100 == int(rows["prices"].sum()) == sum(range(1, 702))
    assert document.figures["uploads.units"].value == rows["units"].sum()


def test_what_is_keyed_in_by_hand_is_told_with_its_reason(lock, line, promotion):
    held = lock(
        [line(), line(2, deal_price=None)],
        [promotion(), promotion("HD26-02", tool="platform_coupon", tool_name="Platform coupon", level="Shop", ends=pd.NaT)],
    )  # fmt: skip
    document = documented(held)
    rows = document.part("to-key-in").frame
    assert rows[["promotion", "lines", "files", "status"]].to_numpy().tolist() == [
        ["HD26-01", 2, 1, "▲ upload; 1 left out: no price"],
        ["HD26-02", 0, 0, "○ by hand: no bulk upload form for this tool is known"],
    ]
    assert rows["ends"].isna().tolist() == [False, True]
    assert document.words(document.section("promotions").title).startswith("1 of 2 promotions are keyed in by hand")


def test_a_lock_without_lines_says_so(lock):
    document = documented(lock([], []))
    assert (
        document.words(document.section("files").title)
        == "There is no file to upload: what is locked is keyed in by hand"
    )
    assert document.part("upload-files").frame.empty


def test_hostile_titles_and_ids_stay_text(lock, line, promotion, tmp_path):
    held = lock([line(promotion_id="=1+1")], [promotion("=1+1", title="</b>=cmd|'/c calc'!A1")])
    write_listings(documented(held), tmp_path / "control.xlsx")
    book = openpyxl.load_workbook(tmp_path / "control.xlsx")
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {"=1+1", "</b>=cmd|'/c calc'!A1"} <= {cell.value for cell in cells}
    assert [cell.value for cell in cells if cell.data_type == "f"] == []

"""The campaign folder is read as one: the set-up must be there, one broken registration among many must not stop it."""

from pathlib import Path

import pytest
import xlsxwriter

from campaignctl.domain.errors import CannotRead
from campaignctl.domain.observations import Kind
from campaignctl.folder.files import find
from campaignctl.folder.hashing import sha256
from campaignctl.readers.campaign_folder import read_folder
from campaignctl.readers.grid import grids

CAMPAIGN = [
    ["", "Name", "Holiday Deals"],
    ["", "Code", "HD26"],
    ["", "Marketplace", "TikTok Shop US"],
    ["", "Time zone", "America/New_York"],
]
SELLERS = [["Seller ID", "Shop name"], ["S-001", "Moss & Amber"]]
SELLER = [["", "Seller ID", "S-001"], ["", "Shop name", "Moss & Amber"]]
PRODUCTS = [["Promotion ID", "SKU ID", "List price", "Stock"], ["HD26-01", "1729500011223344501", 32.0, 100]]


def _save(path: Path, **sheets) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    book = xlsxwriter.Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False})
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for number, row in enumerate(rows):
            sheet.write_row(number + 3, 0, row)
    book.close()
    return path


@pytest.fixture
def folder(tmp_path):
    _save(tmp_path / "campaign.xlsx", Campaign=CAMPAIGN, Sellers=SELLERS)
    _save(tmp_path / "registrations" / "glow.xlsx", Seller=SELLER, Products=PRODUCTS)
    return tmp_path


def _unreadable(material):
    return [(seen.place.file, seen.detail) for seen in material.observations if seen.kind is Kind.UNREADABLE]


def test_set_up_and_registrations_become_one_material(folder):
    _save(
        folder / "registrations" / "volt.xlsx",
        Seller=[["", "Seller ID", "S-002"], ["", "Shop name", "Volt"]],
        Products=PRODUCTS,
    )
    told = []
    material = read_folder(find(folder), told.append)
    products = material.frames["sku_lines"]
    assert products[["seller_id", "file", "row"]].to_numpy().tolist() == [
        ["S-001", "registrations/glow.xlsx", 5],
        ["S-002", "registrations/volt.xlsx", 5],
    ]
    assert str(products["file"].dtype) == "category"
    assert material.read_sheets == {"campaign", "sellers", "registration", "sku_lines"}
    assert material.maps["registrations/volt.xlsx", "Products"].place("stock", 5).cell == "D5"
    assert told == ["registrations/glow.xlsx", "registrations/volt.xlsx"]
    assert _unreadable(material) == []


def test_inputs_are_named_with_their_hash_and_stay_as_they_were(folder):
    paths = find(folder).workbooks
    before = [sha256(path) for path in paths]
    inputs = read_folder(find(folder)).inputs
    assert [(entry.file, entry.sha256) for entry in inputs] == list(
        zip(("campaign.xlsx", "registrations/glow.xlsx"), before, strict=True)
    )
    assert [sha256(path) for path in paths] == before


def test_the_set_up_says_how_cells_are_read(folder):
    reading = read_folder(find(folder)).reading
    assert (reading.zone, reading.currency, reading.date_order) == ("America/New_York", "USD", "mdy")


@pytest.mark.parametrize("zone", ["america/new_york", " AMERICA/NEW_YORK "])
def test_the_zone_may_be_typed_in_any_case(folder, zone):
    _save(folder / "campaign.xlsx", Campaign=[*CAMPAIGN[:-1], ["", "Time zone", zone]], Sellers=SELLERS)
    assert read_folder(find(folder)).reading.zone == "America/New_York"


@pytest.mark.parametrize(
    ("field", "value"),
    [("Marketplace", "Nowhere"), ("Marketplace", "../../etc"), ("Time zone", "PST"), ("Currency", "DOGE")],
)
def test_what_the_set_up_gets_wrong_is_read_by_the_marketplaces_own_habits(folder, field, value):
    lines = [row for row in CAMPAIGN if row[1] != field]
    _save(folder / "campaign.xlsx", Campaign=[*lines, ["", field, value]], Sellers=SELLERS)
    material = read_folder(find(folder))
    assert material.reading.currency == "USD"
    assert material.reading.zone in ("America/New_York", "America/Los_Angeles")
    assert any(seen.value == value for seen in material.observations)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "cannot be read as a workbook"),
        (b"\x00\x01\x02" * 100, "neither a workbook nor a table of text"),
        (b"PK\x03\x04", "damaged"),
    ],
)
def test_one_broken_registration_is_observed_and_the_others_are_read(folder, content, words):
    (folder / "registrations" / "broken.xlsx").write_bytes(content)
    material = read_folder(find(folder))
    ((file, detail),) = _unreadable(material)
    assert file == "registrations/broken.xlsx"
    assert words in detail
    assert len(material.frames["sku_lines"]) == 1
    assert [entry.rows for entry in material.inputs] == [2, 0, 2]


@pytest.mark.parametrize(
    ("content", "kind", "words"),
    [
        (b"", Kind.ELSEWHERE, "empty"),
        (b"%PDF-1.7", Kind.FOREIGN, "is not a workbook but a PDF"),
        (b"From: a@b.example\nTo: c@d.example\nSubject: offer\n\nHello", Kind.FOREIGN, "an e-mail"),
    ],
)
def test_what_is_no_registration_at_all_is_told_as_what_it_is(folder, content, kind, words):
    (folder / "registrations" / "broken.xlsx").write_bytes(content)
    material = read_folder(find(folder))
    ((met, detail),) = [
        (m.kind, m.detail) for m in material.observations if m.place.file == "registrations/broken.xlsx"
    ]
    assert met is kind
    assert words in detail
    assert len(material.frames["sku_lines"]) == 1


def test_a_registration_without_any_of_its_sheets_is_observed(folder):
    _save(folder / "registrations" / "other.xlsx", Notes=[["hello"]])
    assert _unreadable(read_folder(find(folder))) == [
        ("registrations/other.xlsx", "holds none of the registration's sheets (Seller, Products, Coupons, Livestreams)")
    ]


def test_a_registration_that_vanishes_while_it_is_read_is_observed(folder):
    files = find(folder)
    (folder / "registrations" / "glow.xlsx").unlink()
    material = read_folder(files)
    assert _unreadable(material) == [("registrations/glow.xlsx", "cannot be opened: No such file or directory")]
    assert material.inputs[1].sha256 == ""


def test_a_registration_without_a_seller_sheet_has_products_of_no_known_seller(folder):
    _save(folder / "registrations" / "glow.xlsx", Products=PRODUCTS)
    material = read_folder(find(folder))
    assert material.frames["sku_lines"]["seller_id"].isna().all()
    assert (Kind.MISSING_SHEET, "Seller") in [(seen.kind, seen.value) for seen in material.observations]


def test_a_campaign_without_registrations_has_empty_frames_of_the_right_shape(folder):
    (folder / "registrations" / "glow.xlsx").unlink()
    products = read_folder(find(folder)).frames["sku_lines"]
    assert len(products) == 0
    assert {"seller_id", "sku_id", "list_price", "row"} <= set(products)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"not a workbook"])
def test_a_set_up_that_cannot_be_opened_ends_the_command_in_two_lines(folder, content):
    (folder / "campaign.xlsx").write_bytes(content)
    with pytest.raises(CannotRead, match=r"^campaign\.xlsx ") as said:
        read_folder(find(folder))
    assert "\n" not in said.value.what
    assert said.value.todo


def test_a_set_up_without_any_of_its_sheets_ends_the_command_in_two_lines(folder):
    _save(folder / "campaign.xlsx", Sheet1=[["hello"]])
    with pytest.raises(CannotRead, match="none of the set-up sheets"):
        read_folder(find(folder))


@pytest.mark.parametrize("name", ["live-list-classic.xlsx", "product-list-flat.xlsx"])
def test_a_real_export_among_the_registrations_is_opened_and_told(folder, name):
    export = Path(__file__).parents[3] / "shared" / "real-exports" / name
    if not export.exists():
        pytest.skip("the real exports are not here")
    (folder / "registrations" / name).write_bytes(export.read_bytes())
    assert isinstance(grids(export), tuple)
    assert [file for file, _ in _unreadable(read_folder(find(folder)))] == [f"registrations/{name}"]

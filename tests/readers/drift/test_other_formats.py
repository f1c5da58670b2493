"""A registration is read whatever it was saved as, told by its content and never by its name."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))

from drift.drawing import (
    LINES,
    PRODUCT,
    READ,
    SELLER,
    SKU,
    Drawn,
    campaign,
    lines,
    lines_with_sellers,
    read,
    said,
    save,
    table_of,
)
from drift.old_excel import compound, xls

HEAD = ["Seller ID", "Promotion ID", "Product ID", "SKU ID", "Product name", "List price", "Campaign price", "Stock"]
ROWS = [
    ["S-001", "HD26-01", PRODUCT.format(1), SKU.format(1), "Serum, 30 ml", "32.00", "24.99", "100"],
    ["S-001", "HD26-01", PRODUCT.format(2), SKU.format(2), "Crème", "1,040.00", "29.99", "50"],
]
TEXT_READ = ["2 K1 32.00 24.99 100", "3 K2 1040.00 29.99 50"]


def text(rows=ROWS, mark=",", *, encoding="utf-8", lines_end="\r\n"):
    quoted = [[f'"{cell}"' if mark in cell else cell for cell in row] for row in [HEAD, *rows]]
    return lines_end.join(mark.join(row) for row in quoted).encode(encoding)


def with_commas(rows=ROWS):
    swapped = str.maketrans(",.", ".,")
    return [[*row[:5], *(cell.translate(swapped) for cell in row[5:])] for row in rows]


ASSUMED = "assumed {0}: {0} · {0} was read as what it is, {1}"
NO_SELLER_SHEET = "missing_sheet {}!Seller: Seller"


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("products.csv", text(), []),
        ("products.csv", text(lines_end="\n"), []),
        ("products.csv", b"\xef\xbb\xbf" + text(), []),
        ("products.tsv", text(mark="\t"), []),
        ("products.csv", text(mark=";"), ["a text with semicolons between its cells"]),
        ("products.txt", text(mark="\t"), ["a text with tabs between its cells"]),
        ("products.txt", text(mark="|"), ["a text with bars between its cells"]),
        ("products.csv", text(encoding="utf-16"), ["a text in utf-16 with commas between its cells"]),
        ("products.csv", text(encoding="cp1252"), ["a text in cp1252 with commas between its cells"]),
        (
            "products.csv",
            text([[*row[:4], "精华液三十毫升" * 3, *row[5:]] for row in ROWS], encoding="gb18030"),
            ["a text in gb18030 with commas between its cells"],
        ),
        ("products.xlsx", text(), ["a text with commas between its cells"]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_text_of_one_sheet_is_read_in_whatever_way_it_was_written(tmp_path, name, content, words):
    folder = campaign(tmp_path)
    (folder / "registrations" / name).write_bytes(content)
    material = read(folder)
    assert lines(material) == TEXT_READ
    assert said(material.observations) == [ASSUMED.format(name, word) for word in words] + [
        NO_SELLER_SHEET.format(name)
    ]


def test_an_id_of_nineteen_digits_keeps_them_all_in_a_text(tmp_path):
    folder = campaign(tmp_path)
    (folder / "registrations" / "products.csv").write_bytes(text())
    assert read(folder).frames["sku_lines"]["product_id"].tolist() == [PRODUCT.format(1), PRODUCT.format(2)]


def test_decimal_commas_are_read_where_the_whole_file_writes_them(tmp_path):
    folder = campaign(tmp_path)
    (folder / "registrations" / "products.csv").write_bytes(text(with_commas(), ";"))
    material = read(folder)
    assert lines(material) == TEXT_READ
    assert "decimals stand behind commas in all of this file; its numbers were read so" in " ".join(
        said(material.observations)
    )


def test_a_file_that_writes_decimals_in_both_ways_is_not_guessed_at(tmp_path):
    folder = campaign(tmp_path)
    (folder / "registrations" / "products.csv").write_bytes(text([ROWS[0], with_commas()[1]], ";"))
    material = read(folder)
    assert lines(material) == ["2 K1 32.00 24.99 100", "3 K2 – – 50"]
    assert [met for met in said(material.observations) if met.startswith("not_a_number")] == [
        "not_a_number products.csv!F3: 1.040,00 · decimals stand after a point here",
        "not_a_number products.csv!G3: 29,99 · decimals stand after a point here",
    ]


def test_a_text_of_which_no_one_can_tell_is_the_campaigns_own_habit(tmp_path):
    rows = [[*ROWS[0][:5], "1,040", "1,020", "1,000"]]
    folder = campaign(tmp_path)
    (folder / "registrations" / "products.csv").write_bytes(text(rows, ";"))
    assert lines(read(folder)) == ["2 K1 1040.00 1020.00 1000"]


def test_rows_of_a_text_are_numbered_as_excel_shows_them(tmp_path):
    folder = campaign(tmp_path)
    broken = text([[*ROWS[0][:4], "Serum\n30 ml", *ROWS[0][5:]], [""] * 8, ROWS[1]])
    (folder / "registrations" / "products.csv").write_bytes(broken.replace(b"Serum\n30 ml", b'"Serum\n30 ml"'))
    assert lines(read(folder)) == ["2 K1 32.00 24.99 100", "4 K2 1040.00 29.99 50"]


def test_a_quote_that_is_not_closed_is_said_and_stops_nothing(tmp_path):
    folder = campaign(tmp_path)
    (folder / "registrations" / "a.csv").write_bytes(text().replace(b",50", b',"50') + b"\r\nx" * 200_000)
    save(folder / "registrations" / "form.xlsx", Drawn({"Seller": SELLER, "Products": LINES}))
    material = read(folder)
    assert lines(material) == list(READ)
    (told,) = said(material.observations)
    assert told.startswith("unreadable a.csv: a.csv · cannot be read beyond line")
    assert told.endswith("is a quote not closed?")


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        (
            "notes.txt",
            b"Dear all,\nplease find our offer attached.\n",
            "foreign notes.txt: notes.txt · is not a workbook but plain text",
        ),
        (
            "offer.xlsx",
            b"<html><body><table><tr><td>SKU ID</td></tr></table></body></html>",
            "unreadable offer.xlsx: offer.xlsx · is a web page with the name of a table; open it in Excel and save it as .xlsx",
        ),
        (
            "prices.csv",
            b"a,b,c\n1,2,3\n4,5,6\n",
            "unreadable prices.csv: prices.csv · holds none of the registration's sheets (Seller, Products, Coupons, Livestreams)",
        ),
    ],
)
def test_a_text_that_is_no_registration_is_told(tmp_path, name, content, told):
    folder = campaign(tmp_path)
    (folder / "registrations" / name).write_bytes(content)
    assert said(read(folder).observations) == [told]


@pytest.mark.parametrize("name", ["form.xlsm", "form.XLSX", "offer.xlsx - Sheet1.csv", "form.xls", "form", "form.bak"])
def test_a_workbook_is_read_whatever_it_is_called(tmp_path, name):
    folder = campaign(tmp_path)
    save(folder / "form.xlsx", Drawn({"Seller": SELLER, "Products": LINES})).rename(folder / "registrations" / name)
    material = read(folder)
    assert lines(material) == list(READ)
    plain = name.casefold().endswith((".xlsx", ".xlsm"))
    assert said(material.observations) == ([] if plain else [ASSUMED.format(name, "a workbook")])


def old(sheets):
    return xls({name: table_of(drawn) for name, drawn in sheets.items()})


@pytest.mark.parametrize("name", ["form.xls", "form.xlsx"])
def test_an_old_workbook_is_read_in_a_process_of_its_own(tmp_path, name):
    folder = campaign(tmp_path)
    (folder / "registrations" / name).write_bytes(old({"Seller": SELLER, "Products": LINES}))
    material = read(folder)
    assert lines(material) == list(READ)
    words = [] if name.endswith(".xls") else [ASSUMED.format(name, "an .xls workbook").replace("form.xlsx: ", ": ", 1)]
    assert said(material.observations) == words


@pytest.mark.parametrize(
    "content",
    [
        xls({"Products": [["a", 1.0]]}, claims=(0xFFFFFFFF, 0xFFFF)),
        compound(b"\x09\x08" * 100),
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4096),
        xls({"Products": [["a", 1.0]]})[:1000],
    ],
    ids=["claims four billion rows", "no records", "no directory", "cut off"],
)
def test_an_old_workbook_that_lies_ends_its_own_process_only(tmp_path, content):
    folder = campaign(tmp_path)
    (folder / "registrations" / "a.xls").write_bytes(content)
    save(folder / "registrations" / "form.xlsx", Drawn({"Seller": SELLER, "Products": LINES}))
    material = read(folder)
    assert lines(material) == list(READ)
    (told,) = said(material.observations)
    assert told.startswith("unreadable a.xls: a.xls · ")


@pytest.mark.office
@pytest.mark.parametrize("kind", ["xls", "ods"])
def test_a_form_saved_by_libreoffice_in_another_format_is_read(tmp_path, kind):
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not here")
    folder = campaign(tmp_path)
    made = save(tmp_path / "form.xlsx", Drawn({"Seller": SELLER, "Products": LINES}))
    place = f"-env:UserInstallation=file://{tmp_path}/office"
    subprocess.run(
        [office, "--headless", place, "--convert-to", kind, "--outdir", str(folder / "registrations"), str(made)],
        check=True,
        capture_output=True,
        timeout=180,
    )
    material = read(folder)
    assert lines_with_sellers(material) == [f"S-001 {line}" for line in READ]
    assert said(material.observations) == []
    assert material.replies[0].matched_by == "form id"
    assert material.replies[0].saved is not None


def test_a_document_that_is_a_bomb_is_refused_before_it_is_read(tmp_path, hand_made):
    folder = campaign(tmp_path)
    bomb = hand_made.Part(hand_made.repeated(b" " * (1 << 20), 700), packed=False, size=700 << 20)
    parts = {
        "mimetype": hand_made.Part(b"application/vnd.oasis.opendocument.spreadsheet", packed=False, method=0),
        "content.xml": bomb,
    }
    (folder / "registrations" / "a.ods").write_bytes(hand_made.zip_of(parts))
    (told,) = said(read(folder).observations)
    assert "from almost nothing" in told

"""What was locked is keyed in by files of the marketplace's own form, and reads back as it was locked."""

import zipfile

import openpyxl
import pandas as pd
import pytest

from campaignctl.domain.uploads import promotion_of
from campaignctl.marketplaces.layouts import layouts_of
from campaignctl.marketplaces.load import load
from campaignctl.marketplaces.uploads import upload_forms
from campaignctl.readers.cells import Reading
from campaignctl.readers.exports.parts import Setting
from campaignctl.readers.exports.read import read_exports
from campaignctl.stages.uploads import uploads_of
from campaignctl.writers.uploads import write_upload

US = load("TikTok Shop US")
FORMS = upload_forms("tiktok_shop")
READ_BACK = ["promotion_id", "product_id", "sku_id", "deal_price", "quantity", "per_buyer"]


def written(uploads, folder):
    for file in uploads.files:
        path = folder / "exports" / file.name
        path.parent.mkdir(parents=True, exist_ok=True)
        write_upload(file, path)
    return folder


def read_back(folder, lock):
    """What the written files say, by promotion, product and SKU."""
    reading = Reading(lock.currency, lock.zone, "mdy")
    exports = read_exports(folder, Setting(layouts_of("tiktok_shop"), reading, ("S-001",)))
    assert exports.observations == ()
    found = exports.frame("configured_promotions")
    ids = lock.promotions["id"]
    named = found["file"].astype("str").str.removeprefix("exports/").str.removesuffix(".xlsx")
    found = found.assign(promotion_id=[promotion_of(stem, ids) for stem in named])
    return found[READ_BACK].sort_values(READ_BACK[:3], na_position="first").reset_index(drop=True)


def promised(lock):
    told = lock.lines.assign(quantity=lock.lines["stock"], per_buyer=lock.lines["per_buyer"].fillna(-1))
    return told[READ_BACK].sort_values(READ_BACK[:3], na_position="first").reset_index(drop=True)


def test_what_is_written_reads_back_as_the_lock(lock, line, promotion, tmp_path):
    lines = [line(n, deal_price=1999 + n, stock=n) for n in range(1, 8)]
    lines += [line(9, promotion_id="HD26-02", per_buyer=-1), line(10, promotion_id="HD26-02", per_buyer=None)]
    lines += [line(11, promotion_id="HD26-02", sku_id=None)]
    held = lock(lines, [promotion(), promotion("HD26-02", tool="flash_deal")])
    uploads = uploads_of(held, US, FORMS)
    assert [file.name for file in uploads.files] == ["HD26-01-1.xlsx", "HD26-02-1.xlsx"]
    pd.testing.assert_frame_equal(read_back(written(uploads, tmp_path), held), promised(held), check_dtype=False)


def test_a_file_has_at_most_300_rows_and_the_parts_are_whole(lock, line, tmp_path):
    held = lock([line(n) for n in range(1, 702)])
    uploads = uploads_of(held, US, FORMS)
    assert [(file.name, len(file.rows), file.number, file.parts) for file in uploads.files] == [
        ("HD26-01-1.xlsx", 300, 1, 3),
        ("HD26-01-2.xlsx", 300, 2, 3),
        ("HD26-01-3.xlsx", 101, 3, 3),
    ]
    assert sum(file.units for file in uploads.files) == 701 * 500
    assert sum(file.prices for file in uploads.files) == 701 * 2499
    pd.testing.assert_frame_equal(read_back(written(uploads, tmp_path), held), promised(held), check_dtype=False)


def test_the_headings_are_the_marketplaces_own(lock, line, tmp_path):
    uploads = uploads_of(lock([line()]), US, FORMS)
    path = written(uploads, tmp_path) / "exports" / "HD26-01-1.xlsx"
    sheet = openpyxl.load_workbook(path).active
    assert [cell.value for cell in sheet[1]] == [
        "Product_id (required)",
        "SKU_id (required)",
        "Deal Price (required)",
        "Total Purchase Limit (optional)\n1. Total Purchase Limit ≤ Stock\n2. Blank refers to no limit",
        "Buyer purchase limit（optional）\n1. 1 ≤ Buyer purchase limit ≤ 99\n2. Blank refers to no limit",
    ]
    assert [(cell.value, cell.data_type, cell.number_format) for cell in sheet[2]][:3] == [
        ("1729400000000000001", "s", "@"),
        ("1729300000000000001", "s", "@"),
        (24.99, "n", "0.00"),
    ]


@pytest.mark.parametrize(
    ("limits", "cell"),
    [((5, 2), 2), ((2, 5), 2), ((-1, 3), 3), ((None, 3), 3), ((4, None), 4), ((-1, -1), None)],
)
def test_the_stricter_limit_per_buyer_is_keyed_in(lock, line, promotion, limits, cell):
    own, promotions = limits
    held = lock([line(per_buyer=own)], [promotion(per_buyer=promotions)])
    (file,) = uploads_of(held, US, FORMS).files
    assert file.rows[0][4] == cell


def test_promotions_without_a_form_or_lines_are_told(lock, line, promotion):
    held = lock(
        [line(), line(2, promotion_id="HD26-03")],
        [
            promotion(), promotion("HD26-02"), promotion("HD26-03", tool="campaign_price"),
            promotion("HD26-04", applies_to="Category", which="Beauty"),
        ],
    )  # fmt: skip
    uploads = uploads_of(held, US, FORMS)
    assert [(each.promotion, each.lines, each.by_hand) for each in uploads.promotions] == [
        ("HD26-01", 1, ""),
        ("HD26-02", 0, "no line is locked for it"),
        ("HD26-03", 1, "no bulk upload form for this tool is known"),
        ("HD26-04", 0, "it applies to Category Beauty, not to listed SKUs"),
    ]
    assert [file.promotion for file in uploads.files] == ["HD26-01"]


def test_lines_that_the_form_cannot_hold_are_counted(lock, line):
    held = lock([line(), line(2, product_id=None), line(3, deal_price=None), line(4, product_id=None)])
    uploads = uploads_of(held, US, FORMS)
    assert uploads.promotions[0].left_out == {"no Product ID": 2, "no price": 1}
    assert [len(file.rows) for file in uploads.files] == [1]


def test_an_empty_lock_has_nothing_to_key_in(lock):
    uploads = uploads_of(lock([], []), US, FORMS)
    assert (uploads.files, uploads.promotions) == ((), ())


def test_a_marketplace_without_forms_has_everything_keyed_in_by_hand(lock, line, promotion):
    held = lock([line()], [promotion(tool="discount")], currency="VND")
    uploads = uploads_of(held, load("Shopee VN"), upload_forms("shopee"))
    assert uploads.files == ()
    assert uploads.promotions[0].by_hand


def test_amounts_have_as_many_decimals_as_their_currency(lock, line):
    held = lock([line(deal_price=180000)], currency="VND")
    (file,) = uploads_of(held, US, FORMS).files
    assert (file.decimals, file.rows[0][2]) == (0, 180000.0)


@pytest.mark.parametrize("id_", ["../../up", "=1+1", "a/b:c", "促销 一", "con"])
def test_promotion_ids_that_are_bad_file_names_stay_in_the_folder(lock, line, promotion, tmp_path, id_):
    held = lock([line(promotion_id=id_)], [promotion(id_)])
    uploads = uploads_of(held, US, FORMS)
    written(uploads, tmp_path)
    assert [path.parent for path in tmp_path.rglob("*.xlsx")] == [tmp_path / "exports"]
    pd.testing.assert_frame_equal(read_back(tmp_path, held), promised(held), check_dtype=False)


def test_ids_that_look_like_formulas_stay_text(lock, line, tmp_path):
    held = lock([line(sku_id="=1+1", product_id="@SUM(A1)")])
    written(uploads_of(held, US, FORMS), tmp_path)
    sheet = openpyxl.load_workbook(tmp_path / "exports" / "HD26-01-1.xlsx").active
    assert [(cell.value, cell.data_type) for cell in sheet[2]][:2] == [("@SUM(A1)", "s"), ("=1+1", "s")]


def test_equal_locks_give_equal_bytes(lock, line, tmp_path):
    (file,) = uploads_of(lock([line()]), US, FORMS).files
    for name in ("a.xlsx", "b.xlsx"):
        write_upload(file, tmp_path / name)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
    assert zipfile.is_zipfile(tmp_path / "a.xlsx")

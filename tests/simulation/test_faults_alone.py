"""Faults that cannot stand beside the others: each in a world of its own, found by its code at its very cell."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import openpyxl
import pytest

from campaignctl.cli.demo import write_folder
from campaignctl.folder.files import find
from campaignctl.marketplaces.layouts import layouts_of
from campaignctl.marketplaces.load import known, load
from campaignctl.readers.campaign_folder import read_folder
from campaignctl.readers.exports.parts import Setting
from campaignctl.readers.exports.read import read_exports
from campaignctl.rules.case import case_of
from campaignctl.simulation.demo import Folder, exports_of, forms_of
from campaignctl.simulation.reading import read_back
from campaignctl.simulation.registrations import registration_books
from campaignctl.simulation.sales import sales_of
from campaignctl.simulation.setup import at, setup_book
from campaignctl.simulation.world import AS_OF, ENTRY, ZONE, build
from campaignctl.stages.exports import data_findings
from campaignctl.stages.validate import validate

HOUR = AS_OF.replace(tzinfo=ZoneInfo(ZONE))
SETUP = "campaign.xlsx"
PROFILE = load(known(None)[0], None)
WORLD = build(26, shops=4, orders_a_day=2)


def found_in(material):
    return {(f.code, f.place.file, f.place.sheet, f.place.cell) for f in validate(material, now=HOUR).verdict.findings}


def test_the_small_world_is_silent_before_anything_is_planted():
    assert found_in(read_back(forms_of(setup_book(WORLD), registration_books(WORLD), PROFILE))) == set()


def changed(**cells):
    """The small world with cells of its Campaign sheet changed, as its books stand."""
    setup, forms = setup_book(WORLD), registration_books(WORLD)
    setup.rows["campaign"][0] |= cells
    return setup, forms


def seen(setup, forms):
    return found_in(read_back(forms_of(setup, forms, PROFILE)))


@pytest.mark.parametrize(
    ("code", "key", "value"),
    [
        ("CMP101", "ends", at(-1)),  # without a window nothing else can be checked
        ("CMP103", "price_lock", at(1)),  # the demo is locked, and what came after its lock is planted too
        ("CMP112", "code", "harvest 26"),  # every form would be one of another campaign
    ],
)
def test_a_fault_of_the_campaign_on_which_all_else_rests_is_found_alone(code, key, value):
    setup, forms = changed(**{key: value})
    assert (code, SETUP, "Campaign", setup.cell("campaign", key)) in seen(setup, forms)


def test_a_baseline_shorter_than_the_campaign_is_found_alone():
    """The demo's report compares with its baseline."""
    setup, forms = changed(baseline_from=at(-12).date(), baseline_to=at(-10).date())
    assert ("CMP108", SETUP, "Campaign", setup.cell("campaign", "baseline_from")) in seen(setup, forms)


def test_more_livestreams_than_a_live_event_takes_are_found():
    """The demo is a season sale; its other rules rest on that."""
    setup, forms = changed(kind="LIVE event")
    streams = setup.rows["livestreams"]
    like = {**streams[0], "promotion_ids": None}
    starts = [at(5) + timedelta(minutes=10 * number) for number in range(101)]
    streams[:] = [
        {**like, "stream_id": f"L{number:03d}", "account": f"account.{number}", "host": f"Host {number}", "place": f"Room {number}", "starts": start, "ends": start + timedelta(minutes=5)}
        for number, start in enumerate(starts)
    ]  # fmt: skip
    assert ("LIV119", SETUP, "Livestreams", setup.cell("livestreams", "seller_id", 100)) in seen(setup, forms)


def test_a_promotion_longer_and_a_price_higher_than_a_flash_sale_takes_are_found():
    """The demo is a season sale; its other rules rest on that."""
    setup, forms = changed(kind="Flash sale")
    place = next(n for n, row in enumerate(setup.rows["promotions"]) if row["id"] == ENTRY)
    form = next(form for form in forms if any(row["promotion_id"] == ENTRY for row in form.rows["sku_lines"]))
    line = next(n for n, row in enumerate(form.rows["sku_lines"]) if row["promotion_id"] == ENTRY)
    cells = form.rows["sku_lines"][line]
    cells |= {"low_30d": cells["list_price"], "campaign_price": round(cells["list_price"] * 85 / 100, 2)}
    found = seen(setup, forms)
    assert ("PRM150", SETUP, "Promotions", setup.cell("promotions", "ends", place)) in found
    assert ("SKU211", form.file, "Products", form.cell("sku_lines", "campaign_price", line)) in found


@pytest.fixture
def folder(tmp_path):
    """The small world on disk."""
    write_folder(tmp_path, Folder(forms_of(setup_book(WORLD), registration_books(WORLD), PROFILE), {}, {}))
    return tmp_path


def test_what_only_another_program_leaves_in_a_workbook_is_found(folder):
    """Our own forms hold no errors, formulas without values, hidden rows or second sheets: their writer makes none."""
    form = registration_books(WORLD)[0]
    path = folder / form.file
    book = openpyxl.load_workbook(path)
    sheet = book["Products"]

    def cell(key, index):
        return form.cell("sku_lines", key, index)

    sheet[cell("stock", 0)] = "#DIV/0!"
    sheet[cell("commission", 1)] = "=1/8"  # written without a value, as by a program that does not calculate
    example = cell("product_id", -1)
    sheet[example] = "1729384756102938471"
    sheet.row_dimensions[9].hidden = True
    old = book.copy_worksheet(sheet)
    old.title = "Products old"
    book.save(path)
    assert found_in(read_folder(find(folder))) == {
        ("WBK107", form.file, "Products", cell("stock", 0)),
        ("WBK108", form.file, "Products", cell("commission", 1)),
        ("WBK121", form.file, "Products", example),
        ("WBK408", form.file, "Products", ""),
        ("WBK409", form.file, "Products old", ""),
    }


def test_what_is_wrong_with_exports_is_found_when_a_report_is_made(folder):
    """``validate`` reads no orders, and in the demo the report is to hold true figures."""
    orders = exports_of(WORLD, [sales_of(WORLD, shop) for shop in WORLD.shops])
    write_folder(folder, Folder({}, orders, {}))
    own = folder / "exports" / "S-001"
    whole = next(own.glob("All order*.csv")).read_text(encoding="utf-8-sig")
    lines = whole.splitlines(keepends=True)
    (folder / "exports" / "Orders of all.csv").write_text(whole, encoding="utf-8")
    (own / "Notes.csv").write_text("Day,Weather\n1,rain\n2,sun\n", encoding="utf-8")
    (own / "All order-empty.csv").write_text("".join(lines[:2]), encoding="utf-8")
    spoilt = [*lines[:2], lines[2].replace("11/", "31/").replace("08/", "31/").replace("09/", "31/")]
    (own / "All order-spoilt.csv").write_text("".join(spoilt), encoding="utf-8")
    material = read_folder(find(folder))
    case = case_of(material)
    sellers = [seller.id for seller in case.campaign.sellers]
    read = read_exports(folder, Setting(layouts_of(material.profile.family, folder), material.reading, sellers))
    found = {(f.code, f.place.file.rpartition("/")[2]) for f in data_findings(case, read.observations)}
    assert found >= {
        ("WBK301", "Notes.csv"),
        ("WBK302", "Orders of all.csv"),
        ("WBK303", "All order-spoilt.csv"),
        ("WBK304", "All order-empty.csv"),
    }

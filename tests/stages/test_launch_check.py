"""The launch check lists every hero and a sample of each promotion, the same for equal locks, and reads back whole."""

from collections import Counter
from datetime import datetime
from decimal import Decimal

import openpyxl
import pandas as pd
import pytest

from campaignctl.catalogue.drawn import Drawn, draw
from campaignctl.domain.keyed_in import keyed_in
from campaignctl.readers.cells import Reading
from campaignctl.readers.launch_checks import check_book, is_begun
from campaignctl.rules.examples import case_from
from campaignctl.stages.launch_check import BY_LOT, BY_MONEY, chosen_rows, launch_check
from campaignctl.writers.forms import write_form

US = Reading("USD", "America/Los_Angeles", "mdy")
CASE = case_from(Drawn("", ()))


def rows_of(lock, case=CASE):
    return [dict(row) for row in launch_check(case, lock).form.sheets[0].rows]


def test_every_hero_is_listed_and_of_each_promotion_a_few_more(lock, line, promotion):
    lines = [line(n, hero=n in (7, 8)) for n in range(1, 41)]
    lines += [line(n, promotion_id="HD26-02") for n in (51, 52, 53)]
    told = rows_of(lock(lines, [promotion(), promotion("HD26-02")]))
    assert Counter((row["promotion_id"], row["why"]) for row in told) == {
        ("HD26-01", "Hero"): 2,
        ("HD26-01", "Sample"): BY_MONEY + BY_LOT,
        ("HD26-02", "Sample"): 3,
    }


def test_the_sample_holds_what_costs_most_when_it_is_wrong(lock, line):
    lines = [line(n, stock=10) for n in range(1, 30)] + [line(99, deal_price=200, stock=900), line(98, stock=5000)]
    chosen = chosen_rows(keyed_in(lock(lines)))
    assert {"Serum 99", "Serum 98"} <= set(chosen["product"])


def test_equal_locks_give_equal_lists_whatever_the_order_of_their_lines(lock, line):
    lines = [line(n) for n in range(1, 60)]
    assert rows_of(lock(lines)) == rows_of(lock(lines[::-1]))


def test_a_row_says_what_to_open_and_what_must_be_seen(lock, line, promotion):
    starts = pd.Timestamp("2026-11-21 02:00", tz="UTC")
    (row,) = rows_of(lock([line(variation="50 ml", hero=True)], [promotion(starts=starts)]))
    assert row == {
        "tick": "☐", "why": "Hero", "check_at": datetime.fromisoformat("2026-11-20T18:00"), "promotion_id": "HD26-01",
        "seller_id": "S-001", "shop_name": "Moss & Amber", "product": "Serum 1, 50 ml",
        "product_id": "1729400000000000001", "sku_id": "1729300000000000001", "product_link": None,
        "shelf_price": Decimal("24.99"), "coupon_price": Decimal("24.99"),
    }  # fmt: skip


MEETING = """
Promotions
   | ID      | Title          | Tool             | Level     | Applies to          | Kind of value  | Value | Starts           | Ends             | Seller pays | Budget | Min. spend
 7 | HD26-01 | Holiday prices | Product discount | Variation | Nominated SKUs      | Seller's price |       | 2026-11-20 00:00 | 2026-11-25 23:59 | 1           |        |
 8 | HD26-02 | Opening flash  | Flash deal       | Variation | Nominated SKUs      | Seller's price |       | 2026-11-20 00:00 | 2026-11-20 23:59 | 1           |        |
 9 | HD26-03 | Five for all   | Platform coupon  | Shop      | All registered SKUs | Amount off     | 5.00  | 2026-11-20 00:00 | 2026-11-25 23:59 | 0           | 900    |
10 | HD26-04 | In the show    | LIVE flash deal  | Variation | Nominated SKUs      | Seller's price |       | 2026-11-20 00:00 | 2026-11-20 00:20 | 1           |        |
"""


def test_the_price_to_see_follows_from_everything_that_runs_then(lock, line, promotion):
    lines = [line(), line(promotion_id="HD26-02", campaign_price=1999, deal_price=1999), line(2)]
    lines += [line(2, promotion_id="HD26-04", campaign_price=999, deal_price=999)]
    tools = {"HD26-02": "flash_deal", "HD26-04": "live_flash_deal"}
    held = lock(lines, [promotion(), *(promotion(id_, tool=tool) for id_, tool in tools.items())])
    told = rows_of(held, case_from(draw(MEETING)))
    assert {(r["promotion_id"], r["product"]): (r["shelf_price"], r["coupon_price"]) for r in told} == {
        ("HD26-01", "Serum 1"): (Decimal("19.99"), Decimal("14.99")),
        ("HD26-02", "Serum 1"): (Decimal("19.99"), Decimal("14.99")),
        ("HD26-01", "Serum 2"): (Decimal("24.99"), Decimal("19.99")),
        ("HD26-04", "Serum 2"): (Decimal("9.99"), None),
    }


def test_rows_stand_in_the_order_of_the_night(lock, line, promotion):
    late = pd.Timestamp("2026-11-22 08:00", tz="UTC")
    lines = [line(1, promotion_id="HD26-02", hero=True), line(2), line(3, hero=True)]
    told = rows_of(lock(lines, [promotion("HD26-02", starts=late), promotion()]))
    assert [(row["promotion_id"], row["why"]) for row in told] == [
        ("HD26-01", "Hero"), ("HD26-01", "Sample"), ("HD26-02", "Hero"),
    ]  # fmt: skip


LINKED = """
Products
   | Promotion ID | Product ID          | SKU ID              | Product name | List price | Campaign price | Stock | Product link
 7 | HD26-01      | 1729400000000000001 | 1729300000000000001 | Serum 1      | 32.00      | 24.99          | 500   | https://shop.example/serum
"""


def test_a_link_is_shown_where_a_seller_gave_one(lock, line):
    case = case_from(draw(LINKED))
    told = {row["product"]: row["product_link"] for row in rows_of(lock([line(), line(2)]), case)}
    assert told == {"Serum 1": "https://shop.example/serum", "Serum 2": None}
    sheet = launch_check(case, lock([line()])).form.sheets[0].sheet
    assert sheet.column("product_link").in_form
    assert not launch_check(CASE, lock([line()])).form.sheets[0].sheet.column("product_link").in_form


def test_a_product_taken_whole_is_one_row(lock, line, promotion):
    held = lock([line(), line(2, product_id=line()["product_id"])], [promotion(level="Product")])
    (row,) = rows_of(held)
    assert (row["sku_id"], row["product_id"]) == (None, "1729400000000000001")


def test_lines_without_a_price_and_an_empty_lock_list_nothing(lock, line):
    assert rows_of(lock([line(deal_price=None)])) == []
    assert rows_of(lock([], [])) == []


def test_a_written_list_reads_back_and_is_not_begun(lock, line, tmp_path):
    held = lock([line(n, hero=True, product_name=name) for n, name in enumerate(HOSTILE, start=1)])
    path = tmp_path / "launch-check.xlsx"
    write_form(launch_check(CASE, held).form, path)
    book = check_book(path, path.name, US)
    assert book.observations == ()
    assert not is_begun(book)
    frame = book.frames["launch_check"]
    assert sorted(frame["product"].fillna("")) == sorted(SHOWN)
    assert frame["shelf_price"].tolist() == [2499] * len(HOSTILE)
    assert frame["check_at"].tolist() == [pd.Timestamp("2026-11-20 08:00", tz="UTC")] * len(HOSTILE)


HOSTILE = ["=1+1", "</script>", "\u202eevil", "🛒 cup", "two\nlines", "x" * 200]
SHOWN = ["=1+1", "</script>", "evil", "🛒 cup", "two lines", "x" * 200]


def test_a_filled_cell_begins_it(lock, line, tmp_path):
    path = tmp_path / "launch-check.xlsx"
    write_form(launch_check(CASE, lock([line()])).form, path)
    book = openpyxl.load_workbook(path)
    sheet = book["Launch check"]
    heads = {cell.value: cell.column for cell in sheet[6]}
    sheet.cell(7, heads["Note"], "no such page")
    book.save(path)
    assert is_begun(check_book(path, path.name, US))


@pytest.mark.parametrize("empty", [True, False])
def test_equal_locks_give_equal_bytes(lock, line, tmp_path, empty):
    held = lock([] if empty else [line(n) for n in range(1, 9)])
    for name in ("a.xlsx", "b.xlsx"):
        write_form(launch_check(CASE, held).form, tmp_path / name)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_it_prints_on_one_page_across_without_the_quick_check(lock, line, tmp_path):
    path = tmp_path / "launch-check.xlsx"
    write_form(launch_check(CASE, lock([line()])).form, path)
    sheet = openpyxl.load_workbook(path)["Launch check"]
    heads = {cell.value: cell.column_letter for cell in sheet[6]}
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_title_rows == "$5:$6"
    assert sheet.print_area.endswith(f"${heads['Note']}$7")

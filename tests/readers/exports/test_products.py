"""What a shop sells is read from the batch edit workbook and the flat product list as they come."""

from pathlib import Path

import pandas as pd
import pytest

from campaignctl.domain.export_frames import CHANNELS, PRODUCT_TRAFFIC, PRODUCTS
from campaignctl.domain.observations import Kind

REAL = Path(__file__).parents[4] / "shared" / "real-exports" / "product-list-flat.xlsx"
EDIT = "S-001/Tiktoksellercenter_batchedit_20261101_all_information_template.xlsx"
LIST = "S-001/product_list.xlsx"
_KEYS = (
    "product_id|category|product_name|product_status|sku_id|variation_value|product_description|brand|price|quantity|"
    "seller_sku|parcel_weight|main_image|image_2"
)
KEYS = _KEYS.split("|")
EXPLAINED = (
    ("V4 | All_Information | metric",),
    ("Product ID", "Category", "Product name", "Status", "SKU ID", "Variation", "Description", "Brand", "Price"),
    ("Mandatory", "Optional", "Mandatory", "Optional", "Mandatory", "Optional", "Optional", "Optional", "Mandatory"),
    ("Not editable", "Not editable", "Editable", "Not editable", "Not editable", "Not editable", "Editable"),
)
PREAMBLE = (("2026-10-06 ~ 2026-10-12",), ())
_CHANNEL_HEADERS = (
    "{0} GMV|{0} items sold|{0} impressions|Page views from {1}|Unique page views from {1}|{0} unique product customers|"
    "{0} click-through rate|{0} conversion rate"
)
FLAT = (
    "ID|Product|Status|GMV|Items sold|Orders|Shop tab GMV|Shop Tab items sold|Shop tab listing impressions|"
    "Shop tab page views|Shop tab unique page views|Shop tab unique product customers|Shop tab clickthrough rate|"
    "Shop tab conversion rate|" + _CHANNEL_HEADERS.format("LIVE", "LIVE") + "|" + _CHANNEL_HEADERS.format("Video", "video")
    + "|Product card GMV|Product  card items sold|Product card impressions|Page views from product card|"
    "Unique page views from product card|Product card unique customers|Product card click-through rate|"
    "Product card conversion rate"
).split("|")  # fmt: skip


def sku(**cells):
    return {
        "product_id": "1729400000000000001", "category": "garden tools (882952)", "product_name": "Trowel",
        "product_status": "Active(1)", "sku_id": "1729300000000000001", "variation_value": "Red", "brand": "Fern (7)",
        "price": "12.50", "quantity": "40", "seller_sku": "TRW-RED", **cells,
    }  # fmt: skip


def edited(drawn, lines, *, without=(), name=EDIT):
    keys = [key for key in KEYS if key not in without]
    cells = [[line.get(key, "") for key in keys] for line in lines]
    above = ((*keys,), *EXPLAINED, *cells)
    drawn.xlsx(name, [], header=(), above=above, sheet="Template")


def listed(drawn, *rows, above=PREAMBLE, name=LIST, header=FLAT):
    numbers = dict.fromkeys(FLAT[4:], "0")
    rates = {head: "0.00%" for head in FLAT if head.endswith("rate")}
    money = {head: "$0" for head in FLAT if head.endswith("GMV")}
    plain = {"ID": "1729400000000000001", "Product": "Trowel", "Status": "Active", **numbers, **rates, **money}
    drawn.xlsx(name, [{**plain, **row} for row in rows], header=header, above=above)


# ------------------------------------------------------------------------------------------------- batch edit


def test_a_sku_of_the_batch_edit_workbook_is_typed(drawn):
    edited(drawn, [sku()])
    exports = drawn.read()
    assert exports.observations == ()
    found = exports.frame("products")
    assert {name: str(found[name].dtype) for name in found} == dict(PRODUCTS)
    row = found.iloc[0].to_dict()
    assert row | {
        "seller_id": "S-001", "product_id": "1729400000000000001", "sku_id": "1729300000000000001",
        "category": "garden tools", "status": "active", "brand": "Fern", "list_price": 1250, "stock": 40,
        "variation": "Red", "seller_sku": "TRW-RED", "sheet": "Template", "row": 6,
    } == row  # fmt: skip


def test_the_five_header_rows_are_no_products(drawn):
    edited(drawn, [sku(), sku(sku_id="1729300000000000002")])
    found = drawn.read().frame("products")
    assert found["row"].tolist() == [6, 7]


def test_a_template_without_its_explanations_is_read_from_the_row_below_the_keys(drawn):
    drawn.xlsx(EDIT, [sku()], header=KEYS, above=(), sheet="Template")
    assert drawn.read().frame("products")["row"].tolist() == [2]


@pytest.mark.parametrize(
    ("without", "cells", "stock"),
    [
        pytest.param(("quantity",), {}, pd.NA, id="no such column"),
        pytest.param((), {"quantity": ""}, pd.NA, id="a blank cell"),
        pytest.param((), {"quantity": "--"}, pd.NA, id="a dash"),
        pytest.param((), {"quantity": "0"}, 0, id="a zero"),
    ],
)
def test_stock_that_is_not_told_is_not_zero(drawn, without, cells, stock):
    edited(drawn, [sku(**cells)], without=without)
    exports = drawn.read()
    assert exports.observations == ()
    assert exports.frame("products")["stock"].tolist() == [stock]


@pytest.mark.parametrize(
    ("category", "status"),
    [("garden tools (882952)", "Active(1)"), ("garden tools", "active"), ("garden  tools(1)", " Active (1) ")],
)
def test_the_number_behind_a_word_goes(drawn, category, status):
    edited(drawn, [sku(category=category, product_status=status)])
    row = drawn.read().frame("products").iloc[0]
    assert (" ".join(row["category"].split()), row["status"]) == ("garden tools", "active")


def test_a_bracket_inside_a_name_stays(drawn):
    edited(drawn, [sku(category="Tools (hand) and more", product_status="On the moon(9)")])
    exports = drawn.read()
    row = exports.frame("products").iloc[0]
    assert (row["category"], row["status"]) == ("Tools (hand) and more", "unknown")
    assert [(one.kind, one.value) for one in exports.observations] == [(Kind.NOT_A_CHOICE, "On the moon")]


def test_a_number_where_an_id_was_is_damaged(drawn):
    edited(drawn, [sku(product_id="1.7294E+18")])
    assert [(one.kind, one.place.cell) for one in drawn.read().observations] == [(Kind.DAMAGED_ID, "A6")]


def test_the_cuts_of_one_sku_stand_beside_each_other(drawn):
    basic = EDIT.replace("_all_", "_basic_")
    sales = EDIT.replace("_all_", "_sales_").replace("20261101", "20261102")
    edited(drawn, [sku()], without=("price", "quantity", "seller_sku"), name=basic)
    edited(drawn, [sku(price="11.00")], without=("category", "brand", "product_name"), name=sales)
    found = drawn.read().frame("products")
    assert found["category"].dropna().tolist() == ["garden tools"]
    assert found["list_price"].dropna().tolist() == [1100]


def test_products_of_two_shops_stay_apart_and_an_empty_folder_has_none(drawn):
    assert drawn.read().frame("products").empty
    edited(drawn, [sku()])
    edited(drawn, [sku(price="13.00")], name=EDIT.replace("S-001", "S-002"))
    assert drawn.read().frame("products")["seller_id"].tolist() == ["S-001", "S-002"]


def test_hostile_names_stay_text(drawn):
    names = ["=1+1", "</script>", "x" * 300, "\u202eevil", "🛒 cup", "a\nb"]
    edited(drawn, [sku(product_name=name, sku_id=f"17293000000000000{n:02d}") for n, name in enumerate(names)])
    assert drawn.read().frame("products")["product_name"].tolist() == names


# --------------------------------------------------------------------------------------------------- flat list


def test_a_product_of_the_flat_list_is_typed_with_its_period(drawn):
    row = {
        "GMV": "$1,234.50",
        "Items sold": "1234",
        "Shop tab clickthrough rate": "5.93%",
        "Product  card items sold": "7",
    }
    listed(drawn, row)
    exports = drawn.read()
    assert exports.observations == ()
    found = exports.frame("product_traffic")
    assert {name: str(found[name].dtype) for name in found} == dict(PRODUCT_TRAFFIC)
    told = found.iloc[0].to_dict()
    assert told | {
        "product_id": "1729400000000000001", "status": "active", "gmv": 123450, "items_sold": 1234,
        "shop_tab_ctr": 0.0593, "card_items_sold": 7, "first_day": "2026-10-06", "last_day": "2026-10-12", "row": 4,
    } == told  # fmt: skip
    assert exports.latest is None


def test_a_newer_pull_of_the_same_days_replaces_and_other_days_stand_beside(drawn):
    listed(drawn, {"GMV": "$1"})
    listed(drawn, {"GMV": "$2"}, name="S-001/product_list (1).xlsx")
    listed(drawn, {"GMV": "$4"}, name="S-001/product_list_next.xlsx", above=(("2026-10-13 ~ 2026-10-19",), ()))
    found = drawn.read().frame("product_traffic")
    assert sorted(zip(found["first_day"], found["gmv"], strict=True)) == [("2026-10-06", 100), ("2026-10-13", 400)]


def test_older_names_of_columns_are_known(drawn):
    header = [head.replace("items sold", "units sold").replace("Items", "Units") for head in FLAT]
    header = [head.replace("unique product customers", "unique product buyers") for head in header]
    numbers = dict(zip(header, ["1729400000000000001", "Trowel", "Active", "$3", "2", *["1"] * 33], strict=True))
    listed(drawn, numbers, header=header)
    exports = drawn.read()
    assert exports.observations == ()
    assert exports.frame("product_traffic")[["items_sold", "live_items_sold", "live_customers"]].iloc[0].tolist() == [
        2,
        1,
        1,
    ]


def test_a_renamed_money_column_is_named_and_never_zero(drawn):
    header = ["Gross value" if head == "LIVE GMV" else head for head in FLAT]
    listed(drawn, {}, header=header)
    exports = drawn.read()
    assert [(one.kind, one.value) for one in exports.observations] == [(Kind.MISSING_COLUMN, "LIVE GMV")]
    assert exports.frame("product_traffic")["live_gmv"].tolist() == [pd.NA]


@pytest.mark.skipif(not REAL.exists(), reason="the real exports are not here")
def test_the_real_flat_list_is_read_whole_and_its_figures_agree(drawn):
    name = "S-001/product-list-flat.xlsx"
    drawn.raw(name, REAL.read_bytes())
    exports = drawn.reads("IDR", "Asia/Jakarta", "dmy").read()
    assert exports.observations == ()
    found = exports.frame("product_traffic")
    assert len(found) == 2534
    assert found["product_id"].str.fullmatch(r"\d{19}").all()
    told = next(layout.columns for layout in drawn.layouts.read if layout.name == "tiktok-shop-product-list-flat")
    assert [name for name in told if found[name].isna().any()] == []
    content = sum(found[f"{channel}_gmv"] for channel in CHANNELS if channel != "shop_tab")
    assert (found["gmv"] == content).all()
    seen = found[found["live_impressions"] > 0]
    ratio = seen["live_page_views"].astype("float") / seen["live_impressions"].astype("float")
    assert (ratio - seen["live_ctr"].astype("float")).abs().max() < 0.00006


# --------------------------------------------------------------------------------------------------- wide list


_METRICS = (
    "GMV|Seller LIVE-attributed GMV|Seller video-attributed GMV|Creator-attributed GMV|Seller product card GMV|Orders|"
    "SKU orders|Items sold|Est. customers|AOV (SKU orders)|Product impressions|Product clicks|CTR|Add-to-cart count|"
    "Add-to-cart rate|Unique product impressions|Unique clicks|Add-to-cart users|GMV (with TikTok co-funding)|Refunds|"
    "Items refunded|Shop tab product impressions|Shop tab GMV|Shop tab items sold"
)
_ALL = _METRICS.split("|")
_OF_A_SECTION = ("Attributed GMV", "GMV", "Orders", "Product impressions", "Product clicks", "CTR", "Add-to-cart count")
SECTIONS = ("Seller LIVE", "Seller video", "Affiliate", "Seller Product card")


def widely(drawn, *rows, name="S-001/product_list_wide.xlsx", period="06/10/2026~12/10/2026", opening="", every=True):
    sections = [opening] * 3 + ["All", *["All" if every else ""] * (len(_ALL) - 1)]
    header = ["Product Name", "Product ID", "Listing status", *_ALL]
    for section in SECTIONS:
        sections += [section, *[section if every else ""] * (len(_OF_A_SECTION) - 1)]
        header += _OF_A_SECTION
    known = {"Product Name": "Trowel", "Product ID": "1729400000000000001", "Listing status": "Active"}
    zeros = {head: "$0.00" if "GMV" in head or head in ("Refunds", "AOV (SKU orders)") else "0" for head in _ALL}
    lines = [[{**known, **zeros, **row}[head] for head in header[: 3 + len(_ALL)]] + ["7"] * 28 for row in rows]
    above = ((f"Analysis date: {period}",), (), sections, header, *lines[:-1])
    drawn.xlsx(name, [], header=lines[-1], above=above)


@pytest.mark.parametrize("every", [True, False])
@pytest.mark.parametrize("opening", ["", "All"])
def test_a_product_of_the_wide_list_is_typed_by_section_and_metric(drawn, opening, every):
    widely(
        drawn,
        {"GMV": "$439.70", "Product clicks": "200", "Add-to-cart count": "30", "Creator-attributed GMV": "$40.00"},
        opening=opening,
        every=every,
    )
    exports = drawn.read()
    assert exports.observations == ()
    found = exports.frame("product_traffic")
    assert {name: str(found[name].dtype) for name in found} == dict(PRODUCT_TRAFFIC)
    told = found.iloc[0].to_dict()
    assert told | {
        "product_id": "1729400000000000001", "product_name": "Trowel", "status": "active", "gmv": 43970, "clicks": 200,
        "carts": 30, "creator_gmv": 4000, "first_day": "2026-10-06", "last_day": "2026-10-12", "row": 5,
    } == told  # fmt: skip
    assert pd.isna(told["live_gmv"])


def test_what_the_flat_list_tells_too_counts_once_and_the_wide_list_adds_the_rest(drawn):
    listed(drawn, {"GMV": "$100.00", "Orders": "4"})
    widely(
        drawn,
        {"GMV": "$101.00", "Orders": "5", "Product clicks": "200"},
        {"Product ID": "1729400000000000002", "GMV": "$7.00", "Product clicks": "10"},
    )
    found = drawn.read().frame("product_traffic")
    assert found["gmv"].sum() == 10700
    assert found["clicks"].sum() == 210
    assert found["live_gmv"].notna().sum() == 1


def test_lists_of_other_days_or_shops_complete_nothing(drawn):
    listed(drawn, {"GMV": "$100.00"})
    widely(drawn, {"GMV": "$1.00"}, period="13/10/2026~19/10/2026")
    widely(drawn, {"GMV": "$2.00"}, name="S-002/product_list_wide.xlsx")
    assert drawn.read().frame("product_traffic")["gmv"].sum() == 10300


def test_a_column_that_the_flat_list_lacks_is_taken_from_the_wide_one(drawn):
    header = ["Gross value" if head == "GMV" else head for head in FLAT]
    header[header.index("Product card GMV")] = "GMV"  # required of every flat list
    listed(drawn, {"GMV": ""}, header=header)
    widely(drawn, {"GMV": "$5.00"})
    assert drawn.read().frame("product_traffic")["gmv"].sum() == 500


# --------------------------------------------------------------------------------------------- two header rows


WIDE = """
name = "wide"
title = "A wide list"
version = 1
canonical = "product_traffic"
grain = "one product"
source = "drawn"
checked = 2026-11-01
unit = []
fresh_by = []
recognise = { required = ["product_id", "gmv"], at_least = 3, header_rows = 2 }
dates = {}

[columns]
product_id = { type = "id", headers = ["All: ID"] }
gmv = { type = "money", headers = ["All: GMV ($)"] }
orders = { type = "count", headers = ["All: Orders"] }
live_gmv = { type = "money", headers = ["Seller LIVE: GMV ($)"] }
"""


@pytest.mark.parametrize(
    "sections", [("All", "All", "All", "Seller LIVE", "Seller LIVE"), ("All", "", "", "Seller LIVE", "")]
)
def test_a_column_is_told_by_the_section_above_it(tmp_path, drawn, sections):
    place = tmp_path / "marketplaces" / "wide" / "exports" / "wide.toml"
    place.parent.mkdir(parents=True)
    place.write_text(WIDE, encoding="utf-8")
    from campaignctl.marketplaces.layouts import layouts_of

    drawn = drawn.but(layouts=layouts_of("wide", tmp_path))
    names = ("ID", "GMV ($)", "Orders", "GMV ($)", "Orders")
    above = (("whole shop: 06/10/2026~12/10/2026",), (), sections, names)
    drawn.xlsx(LIST, [], header=("1729400000000000001", "$5.00", "2", "$1.00", "1"), above=above)
    exports = drawn.read()
    row = exports.frame("product_traffic").iloc[0]
    assert (row["gmv"], row["orders"], row["live_gmv"], row["row"]) == (500, 2, 100, 5)
    assert exports.observations == ()

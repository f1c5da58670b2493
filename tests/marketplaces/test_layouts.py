"""A layout is data with a closed schema: what does not fit is refused by name, what a team adds stands before ours."""

from pathlib import Path

import pytest

from campaignctl.domain.errors import CannotRead
from campaignctl.domain.export_frames import CONFIGURED_PROMOTIONS, ORDER_LINES, PRODUCT_TRAFFIC, PRODUCTS, STREAMS
from campaignctl.domain.handed_out import ADS, AFFILIATE_ORDERS, ATTRIBUTED_STREAMS, SETTLEMENTS, VIDEOS
from campaignctl.marketplaces.canonical import PERIOD_DAYS
from campaignctl.marketplaces.columns import header_key
from campaignctl.marketplaces.layout import Layout
from campaignctl.marketplaces.layouts import OURS, layouts_of, load_layouts

SMALL = """
name = "small"
title = "A small list"
version = 1
canonical = "live_streams"
grain = "one stream"
source = "drawn"
checked = 2026-11-01
unit = ["title", "started"]
fresh_by = ["started"]
recognise = { required = ["title"], at_least = 2 }
dates = { always = ["%Y-%m-%d"] }

[columns]
title = { type = "text", headers = ["Title"] }
started = { type = "instant", headers = ["Started"] }
views = { type = "count", headers = ["Views"] }
"""


def folder(tmp_path: Path, text: str = SMALL, name: str = "small.toml") -> Path:
    place = tmp_path / "marketplaces" / "tiktok_shop" / "exports" / name
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, encoding="utf-8")
    return tmp_path / "marketplaces" / "tiktok_shop"


def ours(name: str) -> Layout:
    return next(layout for layout in load_layouts(OURS / "tiktok_shop").read if layout.name == name)


def test_our_layouts_fill_every_canonical_column():
    made = {
        "line_kind",
        "created_day",
        "paid_day",
        "started_day",
        "settled_day",
        "launched_day",
        "file",
        "sheet",
        "row",
    }
    assert set(ORDER_LINES) - made <= set(ours("tiktok-shop-orders").columns)
    assert set(STREAMS) - made <= set(ours("tiktok-shop-live-list-classic").columns)
    assert set(PRODUCTS) - made <= set(ours("tiktok-shop-product-batch-edit").columns)
    flat, wide = (ours(f"tiktok-shop-product-list-{kind}") for kind in ("flat", "wide"))
    assert set(PRODUCT_TRAFFIC) - made - set(PERIOD_DAYS) <= {*flat.columns, *wide.columns}
    statement, income = (ours(f"tiktok-shop-settlement-{kind}") for kind in ("statement", "income"))
    assert set(SETTLEMENTS) - made <= {*statement.columns, *income.columns}
    assert set(ADS) - made <= set(ours("tiktok-shop-ads-on-live").columns)
    assert set(VIDEOS) - made - set(PERIOD_DAYS) <= set(ours("tiktok-shop-video-list").columns)
    assert set(AFFILIATE_ORDERS) - made <= set(ours("tiktok-shop-affiliate-orders").columns)
    assert set(ATTRIBUTED_STREAMS) - made <= set(ours("tiktok-shop-live-list-attributed").columns)
    assert set(CONFIGURED_PROMOTIONS) - made <= set(ours("tiktok-shop-configured-promotions").columns)


def test_every_status_word_means_one_thing():
    words = [header_key(word) for spelled in ours("tiktok-shop-orders").words["status"].values() for word in spelled]
    assert len(words) == len(set(words))
    assert set(ours("tiktok-shop-orders").words["status"]) == {"unpaid", "paid", "shipped", "completed", "cancelled"}


def test_columns_about_the_buyer_are_never_read():
    layout = ours("tiktok-shop-orders")
    read = {header_key(spelling.header) for column in layout.columns.values() for spelling in column.headers}
    assert len(layout.buyer) > 20
    assert not read & set(map(header_key, layout.buyer))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (" Virtual Bundle\tSeller  SKU ", "virtual bundle seller sku"),
        ("Buyer limit（optional）", "Buyer limit(optional)"),
        ("GPM ($)", "gpm"),
        ("GMV (MX$)", "GMV (Rp)"),
        ("Trânsito", "Tra\u0302nsito"),
    ],
)
def test_headers_are_compared_without_their_noise(one, other):
    assert header_key(one) == header_key(other)


@pytest.mark.parametrize(("one", "other"), [("Weight(kg)", "Weight"), ("CTOR (SKU orders)", "CTOR"), ("A", "B")])
def test_headers_that_differ_stay_different(one, other):
    assert header_key(one) != header_key(other)


@pytest.mark.parametrize(
    ("was", "becomes", "said"),
    [
        ('title = "A small list"', 'titel = "A small list"', "title: Field required"),
        ("version = 1", "version = 1\nfoo = 1", "foo: Extra inputs are not permitted"),
        (
            '"count", headers = ["Views"]',
            '"text", headers = ["Views"]',
            "column views of live_streams cannot hold text",
        ),
        ('headers = ["Views"]', 'headers = [" started "]', "headers named twice: started"),
        ('required = ["title"]', 'required = ["titel"]', "no such column: titel"),
        ('"count"', '"number"', "columns.views.type"),
        ("views =", "vews =", "cannot hold count"),
        ("version = 1", "version = ", "is not a layout"),
        ('"text", headers = ["Title"]', '"text", headers = ["Title"], take = "[0-9]+"', "take needs one group"),
        ('"text", headers = ["Title"]', '"text", headers = ["Title"], blank = 0', "blank is for counts, not for text"),
        ('"count", headers', '"count", take = "(x)", headers', "take is for text, not for count"),
        (
            '"text", headers = ["Title"]',
            '"text", headers = ["Title"], otherwise = "x"',
            "otherwise is for words, not for",
        ),
        ('"live_streams"', '"live"', "no such table: live"),
        ("version = 1", 'version = 1\nperiod = "\\\\d+"', "a period needs the groups"),
    ],
)
def test_a_layout_that_does_not_fit_is_refused_with_its_file_and_field(tmp_path, was, becomes, said):
    place = folder(tmp_path, SMALL.replace(was, becomes))
    with pytest.raises(CannotRead, match=r"exports/small\.toml") as refused:
        load_layouts(place)
    assert said in str(refused.value)


def test_a_teams_layout_stands_before_ours_and_replaces_one_of_its_name(tmp_path):
    folder(tmp_path)
    folder(tmp_path, SMALL.replace('"small"', '"tiktok-shop-orders"'), "orders.toml")
    names = [(layout.name, layout.title) for layout in layouts_of("tiktok_shop", tmp_path).read]
    assert sorted(names[:2]) == [("small", "A small list"), ("tiktok-shop-orders", "A small list")]
    assert [name for name, _ in names].count("tiktok-shop-orders") == 1
    assert "tiktok-shop-live-list-classic" in dict(names)


def test_a_marketplace_without_layouts_reads_what_no_marketplace_writes(tmp_path):
    found = layouts_of("nowhere", tmp_path)
    assert ([layout.name for layout in found.read], found.known, dict(found.money)) == (["aggregate"], (), {})


def test_the_hash_of_a_layout_changes_with_its_text(tmp_path):
    one = load_layouts(folder(tmp_path)).read[0].hash
    other = load_layouts(folder(tmp_path, SMALL + "\n# a remark\n")).read[0].hash
    assert one != other

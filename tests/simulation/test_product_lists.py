"""The product lists say of every product what its orders say, and of who came to see it what was planted."""

from functools import cache

import numpy as np
import pytest

from campaignctl.simulation import causes
from campaignctl.simulation.creators import affiliate_orders, video_list
from campaignctl.simulation.orders import orders_export
from campaignctl.simulation.product_lists import HEADER, product_lists
from campaignctl.simulation.sales import sales_of
from campaignctl.simulation.whole import whole

WORLD = whole(26)
USUAL, CAMPAIGN = ("2026-11-06", "2026-11-11"), ("2026-11-20", "2026-11-25")
CHANNELS = {
    "LIVE": ("LIVE GMV", "Unique page views from LIVE", "LIVE unique product customers"),
    "Video": ("Video GMV", "Unique page views from video", "Video unique product customers"),
    "Product card": ("Product card GMV", "Unique page views from product card", "Product card unique customers"),
}


@cache
def sold():
    return {shop.seller_id: sales_of(WORLD, shop) for shop in WORLD.shops}


@cache
def tables():
    """Return every shop's rows by product, by the period that stands above them."""
    found = {}
    for table in product_lists(WORLD, list(sold().values())).values():
        shops = found.setdefault(tuple(table.above[0][0].split(" ~ ")), {})
        for cells in table.rows:
            row = dict(zip(table.header, cells, strict=True))
            shops.setdefault(row["Seller ID"], {})[row["ID"]] = row
    return found


def lists(seller):
    return {period: shops[seller] for period, shops in tables().items()}


def cents(text):
    return round(float(text.strip("$").replace(",", "")) * 100)


def ordered(seller, first, last):
    """Return GMV in cents, orders, and GMV by channel, by product, as the orders export has them."""
    table = orders_export(sold()[seller])
    found = {}
    for cells in table.rows[1:]:
        line = dict(zip(table.header, cells, strict=True))
        month, day, year = line["Paid Time"][:10].split("/") if line["Paid Time"] else ("", "", "")
        if first <= f"{year}-{month}-{day}" <= last and line["SKU Unit Original Price"] != "0.00":
            gmv = cents(line["SKU Subtotal After Discount"])
            product = found.setdefault(
                line["Product ID"].strip(), {"gmv": 0, "orders": set(), **dict.fromkeys(CHANNELS, 0)}
            )
            product["gmv"] += gmv
            product[line["Order Channel"]] += gmv
            product["orders"].add(line["Order ID"])
    return found


def test_there_is_a_list_of_the_campaign_and_one_of_the_same_weekdays_before():
    assert list(tables()) == [USUAL, CAMPAIGN]
    assert len(HEADER) == 38
    days = [np.datetime64(first).astype(object).weekday() for first, _ in (USUAL, CAMPAIGN)]
    assert days[0] == days[1]


@pytest.mark.parametrize("seller", ["S-001", "S-015", "S-021"])
@pytest.mark.parametrize("period", [USUAL, CAMPAIGN])
def test_gmv_and_orders_of_a_list_are_those_of_the_orders_export_by_product_and_channel(seller, period):
    told, counted = lists(seller)[period], ordered(seller, *period)
    assert {product for product, row in told.items() if row["Orders"] != "0"} == set(counted)
    for product, of_orders in counted.items():
        row = told[product]
        assert cents(row["GMV"]) == of_orders["gmv"]
        assert int(row["Orders"]) == len(of_orders["orders"])
        for channel, (gmv, _, _) in CHANNELS.items():
            assert cents(row[gmv]) == of_orders[channel]


@pytest.mark.parametrize("period", [USUAL, CAMPAIGN])
def test_every_row_adds_up_as_the_marketplace_has_it(period):
    for seller in sold():
        for row in lists(seller)[period].values():
            parts = [cents(row[f"{channel} GMV"]) for channel in ("LIVE", "Video", "Product card")]
            assert cents(row["GMV"]) == sum(parts)
            assert cents(row["Shop tab GMV"]) <= parts[2]
            for _, visitors, customers in CHANNELS.values():
                assert int(row[customers]) <= int(row[visitors])
            seen, page_views = int(row["Product card impressions"]), int(row["Page views from product card"])
            assert row["Product card click-through rate"] == (f"{page_views / seen:.2%}" if seen else "0.00%")
            assert int(row["Unique page views from product card"]) <= page_views <= seen


def test_orders_name_the_creators_of_the_affiliate_orders_and_no_others():
    told = set()
    for sales in sold().values():
        table = orders_export(sales)
        lines = (dict(zip(table.header, cells, strict=True)) for cells in table.rows[1:])
        told |= {
            (line["Order ID"].strip(), line["SKU ID"].strip(), line["Creator Handle"], line["Order Channel"] == "Video")
            for line in lines
            if line["Creator Handle"]
        }
    table = affiliate_orders(list(sold().values()))
    lines = [dict(zip(table.header, cells, strict=True)) for cells in table.rows]
    assert told == {
        (line["Order ID"], line["SKU ID"], line["Creator Username"], line["Content Type"] == "Video") for line in lines
    }


def test_videos_sold_what_the_product_list_says_was_sold_by_video():
    listed = sum(cents(row["Video GMV"]) for rows in tables()[CAMPAIGN].values() for row in rows.values())
    table = video_list(WORLD, list(sold().values()))
    at = table.header.index("Gross merchandise value (Video) ($)")
    assert sum(cents(cells[at]) for cells in table.rows) == pytest.approx(listed, rel=0.01)  # one counts as paid


def moved(category):
    """Return how visitors and conversion of a category changed from the usual days to those of the campaign."""
    visitors, customers = np.zeros(2), np.zeros(2)
    for shop in WORLD.shops:
        for at, rows in enumerate(lists(shop.seller_id).values() if shop.category == category else ()):
            for _, seen, bought in CHANNELS.values():
                visitors[at] += sum(int(row[seen]) for row in rows.values())
                customers[at] += sum(int(row[bought]) for row in rows.values())
    return visitors[1] / visitors[0], customers[1] / visitors[1] / (customers[0] / visitors[0])


def test_the_lists_tell_a_category_with_more_visitors_from_one_that_converted_worse():
    planted = {cause.kind: cause for cause in WORLD.causes}
    found = {category: moved(category) for category in {shop.category for shop in WORLD.shops}}
    more, worse = (planted[kind] for kind in (causes.TRAFFIC, causes.CONVERSION))
    others = [pair for category, pair in found.items() if category not in {more.category, worse.category}]
    traffic, conversion = np.mean(others, axis=0)
    assert found[more.category][0] / traffic == pytest.approx(more.amount, rel=0.2)
    assert found[more.category][1] / conversion == pytest.approx(1, abs=0.1)
    assert found[worse.category][1] / conversion == pytest.approx(worse.amount, rel=0.1)
    assert found[worse.category][0] / traffic == pytest.approx(1, abs=0.15)


@pytest.mark.parametrize("period", [USUAL, CAMPAIGN])
def test_the_unseen_product_sells_to_few_visitors_many_times_as_often_as_others_do(period):
    (cause,) = (each for each in WORLD.causes if each.kind == causes.UNSEEN)
    rates, seen = {}, {}
    for shop in WORLD.shops:
        for product, row in lists(shop.seller_id)[period].items():
            counts = [[int(row[name]) for name in names[1:]] for names in CHANNELS.values()]
            seen[product], bought = np.sum(counts, axis=0)
            rates[product] = bought / max(seen[product], 1)
    assert 0.7 * cause.amount < rates[cause.other] / np.median(list(rates.values())) < 1.7 * cause.amount
    assert seen[cause.other] < np.median(list(seen.values())) / 2

"""What LIVE lists say of a stream is the sum of the orders that were placed in it, in either twin of the demo."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from campaignctl.marketplaces.load import known, load
from campaignctl.simulation import causes
from campaignctl.simulation.causes import Cause
from campaignctl.simulation.demo import ATTRIBUTED_NAME, LIVE_NAME, demo
from campaignctl.simulation.held import held
from campaignctl.simulation.sales import NONE, sales_of
from campaignctl.simulation.setup import streams
from campaignctl.simulation.whole import DARK, whole

SEED = 26
DAY = timedelta(days=1)


@pytest.fixture(scope="module")
def made():
    return demo(SEED, load(known(None)[0], None), is_whole=True)


@pytest.fixture(scope="module", params=["faulty", "clean"])
def exports(made, request):
    return getattr(made, request.param).exports


def rows(table):
    return [dict(zip(table.header, cells, strict=True)) for cells in table.rows]


def cents(text):
    return round(float(str(text).strip("$").replace(",", "")) * 100)


def at(text):
    return datetime.strptime(text.strip(), "%m/%d/%Y %I:%M:%S %p")  # noqa: DTZ007 - the shop's local clock


def orders_of(exports, seller):
    """Return the paid lines of a shop that are no samples, the description row left out."""
    (table,) = (table for path, table in exports.items() if path.startswith(f"exports/{seller}/All order"))
    return [line for line in rows(table)[1:] if line["Paid Time"] and line["SKU Unit Original Price"] != "0.00"]


def listed(exports):
    """Yield every stream with the orders of its shop, and those of them that were placed in LIVE while it was on air."""
    for path, table in exports.items():
        if not path.endswith(LIVE_NAME):
            continue
        lines = orders_of(exports, path.split("/")[1])
        for stream in rows(table):
            ends = stream["Start time"] + timedelta(seconds=stream["Duration"])
            during = [line for line in lines if stream["Start time"] <= at(line["Created Time"]) < ends]
            yield stream, lines, [line for line in during if line["Order Channel"] == "LIVE"]


def meets_no_other(stream, exports):
    """Tell whether no stream of the same shop began while this one was on air."""
    ends = stream["Start time"] + timedelta(seconds=stream["Duration"])
    (table,) = (table for path, table in exports.items() if path.endswith(LIVE_NAME) and stream in rows(table))
    return sum(stream["Start time"] <= other["Start time"] < ends for other in rows(table)) == 1


def test_a_stream_sold_what_was_ordered_in_it(exports):
    alone = [told for told in listed(exports) if meets_no_other(told[0], exports)]
    assert len(alone) >= 7
    for stream, _, placed in alone:
        assert cents(stream["Direct GMV"]) == sum(cents(line["SKU Subtotal After Discount"]) for line in placed)
        assert stream["Items sold"] == sum(line["Quantity"] for line in placed)
        assert stream["Orders paid for"] == len({line["Order ID"] for line in placed})


def test_whatever_came_by_livestream_was_ordered_in_a_stream(exports):
    lists = [table for path, table in exports.items() if path.endswith(LIVE_NAME)]
    told = sum(cents(stream["Direct GMV"]) for table in lists for stream in rows(table))
    sellers = {path.split("/")[1] for path in exports if path.startswith("exports/S-")}
    lines = [line for seller in sellers for line in orders_of(exports, seller) if line["Order Channel"] == "LIVE"]
    assert told == sum(cents(line["SKU Subtotal After Discount"]) for line in lines) > 0


def test_attributed_sales_are_the_direct_ones_and_what_was_bought_elsewhere_within_a_day(exports):
    attributed = {(row["Seller ID"], row["Start time"]): row for row in rows(exports[f"exports/{ATTRIBUTED_NAME}"])}
    for path, table in exports.items():
        for stream in rows(table) if path.endswith(LIVE_NAME) else ():
            seller = path.split("/")[1]
            wide = attributed[seller, f"{stream['Start time']:%Y-%m-%d %H:%M}"]
            direct, both = cents(stream["Direct GMV"]), cents(wide["Attributed GMV"])
            later = sum(
                cents(line["SKU Subtotal After Discount"])
                for line in orders_of(exports, seller)
                if stream["Start time"] <= at(line["Created Time"]) < stream["Start time"] + DAY
                and line["Order Channel"] != "LIVE"
            )
            assert cents(stream["Gross revenue"]) == both
            assert direct <= both <= direct + later
            assert direct >= cents(wide["Ads GMV"])


def test_rates_of_a_stream_are_made_of_its_counts(exports):
    for stream, _, _ in listed(exports):
        assert stream["Orders paid for"] <= stream["Product clicks"] <= stream["Views"]
        assert stream["CTR"] == pytest.approx(stream["Product clicks"] / stream["Views"], abs=1e-6)
        per_view = cents(stream["Direct GMV"]) / stream["Views"] * 1000
        assert cents(stream["GMV/1K views"]) == pytest.approx(per_view, abs=1)


def test_more_streams_take_over_sales_and_make_none(made):
    for path, table in made.faulty.exports.items():
        if "/All order" in path:
            twin = rows(made.clean.exports[path])
            changed = {"Order Channel", "Creator Handle"}
            for ours, theirs in zip(rows(table), twin, strict=True):
                assert {key for key in ours if ours[key] != theirs[key]} <= changed


def test_buyers_come_to_a_stream_within_its_evening_and_pay_what_they_would_have_paid():
    world = whole(SEED)
    shop = next(shop for shop in world.shops if shop.seller_id == DARK)
    (evening,) = held(world, shop)
    (first, _) = (row for row in streams(world.shops) if row["seller_id"] == DARK)
    lost = Cause(causes.NOT_HELD, first["starts"], first["ends"], 120, "minutes", "", DARK, other=first["stream_id"])
    without = replace(world, causes=(*world.causes, lost))
    streamed, plain = sales_of(world, shop), sales_of(without, shop)
    assert (streamed.after == plain.after).all()
    moved = streamed.created != plain.created
    days = {streamed.created[moved].min() // 86_400, streamed.created[moved].max() // 86_400}
    assert days == {(evening.starts.date() - world.days[0]).days}
    assert not plain.held
    assert (streamed.stream != NONE).any()

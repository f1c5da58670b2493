"""The whole world's sales hold what its truth says of them: the lift, and every planted cause at its place."""

from functools import cache

import numpy as np
import pytest

from campaignctl.methods.lift import net, with_control
from campaignctl.simulation import causes
from campaignctl.simulation.live import live_lists
from campaignctl.simulation.orders import HEADER, orders_export, platform_export
from campaignctl.simulation.sales import CANCELLED, CANCELLED_UNPAID, NEVER, UNPAID, moment_of, sales_of, second_of
from campaignctl.simulation.setup import setup_book, streams
from campaignctl.simulation.truth import known, true_lift
from campaignctl.simulation.whole import whole
from campaignctl.simulation.world import BEFORE, CAMPAIGN, DAYS, FAR, NEAR, STARTS, build

SEED, DAY = 26, 86_400
WORLD = whole(SEED)


@cache
def sold():
    return tuple(sales_of(WORLD, shop) for shop in WORLD.everyone)


def at(seller):
    return next(sales for sales in sold() if sales.shop.seller_id == seller)


def cause(kind, n=0):
    return [found for found in known(WORLD, sold()) if found.kind == kind][n]


def inside(sales, starts, ends):
    return (sales.created >= second_of(starts)) & (sales.created < second_of(ends))


def gmv_of(role):
    days = np.zeros(len(WORLD.days))
    for sales in sold():
        if sales.shop.role == role:
            lines = sales.counted & (sales.paid < len(days) * DAY)
            days += np.bincount(sales.paid[lines] // DAY, sales.after[lines], len(days))
    return days


def orders_a_day(sales, first, last):
    lines = (sales.created >= first * DAY) & (sales.created < last * DAY)
    return len(np.unique(sales.order[lines])) / (last - first)


def test_forty_sellers_of_the_campaign_stand_beside_forty_others_of_which_thirty_are_far():
    roles = [shop.role for shop in WORLD.everyone]
    assert [roles.count(role) for role in (CAMPAIGN, NEAR, FAR)] == [40, 10, 30]
    categories = {shop.category for shop in WORLD.shops}
    assert {shop.category in categories for shop in WORLD.comparison if shop.role == NEAR} == {True}
    assert {shop.category in categories for shop in WORLD.comparison if shop.role == FAR} == {False}
    said = [row["role"] for row in setup_book(WORLD).rows["sellers"]]
    assert (said.count("Campaign"), said.count("Comparison")) == (40, 40)


def test_its_first_shops_are_those_of_the_small_world():
    assert WORLD.shops[:12] == build(SEED).shops


def test_it_holds_the_days_that_a_lift_with_all_its_parts_asks_for():
    assert (BEFORE, len(WORLD.days)) == (84 + 7, 84 + 7 + DAYS + 7)
    for role in (CAMPAIGN, NEAR, FAR):
        assert (gmv_of(role) > 0).all()


def test_the_same_seed_sells_the_same_and_another_seed_something_else():
    shop = WORLD.shops[20]
    assert orders_export(sales_of(WORLD, shop)) == orders_export(sales_of(whole(SEED), shop))
    other = whole(SEED + 1)
    assert orders_export(sales_of(WORLD, shop)) != orders_export(sales_of(other, other.shops[20]))


def test_the_methods_find_the_true_lift_net_and_what_was_taken_from_shops_beside():
    truth = true_lift(WORLD, sold())
    campaign, near, far = (gmv_of(role) for role in (CAMPAIGN, NEAR, FAR))
    found = {
        "gross": with_control(campaign, far, BEFORE, DAYS),
        "net": net(campaign, far, BEFORE, DAYS),
        "near": with_control(near, far, BEFORE, DAYS),
    }
    for key, estimate in found.items():
        assert estimate.low <= truth[key] <= estimate.high, key
    assert found["gross"].low > 0
    assert truth["gross"] > truth["net"] > 0 > truth["near"]
    assert truth["observed"] / truth["expected"] - 1 == pytest.approx(truth["gross"], abs=1e-4)


@pytest.mark.parametrize("kind", [causes.STOCK_OUT, causes.NOT_KEPT])
def test_a_sku_without_stock_sells_its_last_unit_and_no_more_until_the_campaign_ends(kind):
    told = cause(kind)
    sales = at(told.seller)
    place = next(n for n, sku in enumerate(sales.shop.skus) if sku.sku_id == told.sku)
    of_sku = sales.sku == place
    campaign = inside(sales, STARTS, told.ends) & of_sku
    units = sales.quantity[campaign & sales.counted].sum()
    agreed = sales.shop.skus[place].stock
    assert units == (told.amount if kind == causes.STOCK_OUT else agreed - told.amount)
    assert (kind == causes.STOCK_OUT) == (units == agreed)
    assert not (inside(sales, told.starts, told.ends) & of_sku).any()
    assert (inside(sales, told.starts, told.ends) & ~of_sku).any()
    assert told.starts < told.ends


def test_a_shop_sold_above_the_agreed_price_on_the_days_that_the_truth_names_and_on_no_other():
    for n, sku in enumerate(at(cause(causes.ABOVE_DEAL).seller).shop.skus):
        told = cause(causes.ABOVE_DEAL, n)
        sales = at(told.seller)
        lines = sales.counted & (sales.sku == n)
        price = sales.after // sales.quantity
        dear = lines & inside(sales, told.starts, told.ends)
        rest = lines & inside(sales, STARTS, moment_of((BEFORE + DAYS) * DAY)) & ~dear
        assert told.sku == sku.sku_id
        assert set(price[dear]) == {sku.campaign_price + told.amount}
        assert set(price[rest]) == {sku.campaign_price}


def test_a_shop_cancelled_the_share_that_the_truth_names():
    told = cause(causes.CANCELLATIONS)
    sales = at(told.seller)
    paid = inside(sales, told.starts, told.ends) & sales.counted
    orders, gone = (len(np.unique(sales.order[lines])) for lines in (paid, paid & (sales.fate == CANCELLED)))
    assert gone / orders == pytest.approx(told.amount, abs=0.1)
    before = (sales.created < BEFORE * DAY) & sales.counted
    assert (sales.fate[before] == CANCELLED).mean() < 0.06


def test_the_changes_sheet_tells_the_event_whose_hours_stand_out():
    told = cause(causes.EVENT)
    (row,) = setup_book(WORLD).rows["changes"]
    assert (row["number"], row["kind"], row["from_time"]) == (told.other, "Event", told.starts)
    sales = at(told.seller)
    hours = (told.ends - told.starts).total_seconds() / 3600
    orders = len(np.unique(sales.order[inside(sales, told.starts, told.ends)])) / hours * 24
    assert orders > 1.8 * (orders_a_day(sales, BEFORE, BEFORE + DAYS) * DAYS - orders) / (DAYS - 1)


def test_a_deeper_discount_brought_no_more_orders():
    told = cause(causes.DISCOUNT)
    sales = at(told.seller)
    usual, now = orders_a_day(sales, BEFORE - 63, BEFORE - 7), orders_a_day(sales, BEFORE, BEFORE + DAYS)
    assert now < 1.25 * usual
    campaign = inside(sales, told.starts, told.ends) & sales.counted
    depth = [
        1 - sales.after[lines].sum() / sales.before[lines].sum() for lines in (campaign, ~campaign & sales.counted)
    ]
    assert depth[0] - depth[1] == pytest.approx(told.amount, abs=0.03)


def test_a_shop_that_hardly_took_part_sells_far_below_its_target():
    sales = at(cause(causes.UNDER_PLAN).seller)
    target = next(row for row in setup_book(WORLD).rows["sellers"] if row["seller_id"] == sales.shop.seller_id)
    lines = inside(sales, STARTS, moment_of((BEFORE + DAYS) * DAY)) & sales.counted
    assert sales.after[lines].sum() / 100 < 0.6 * float(target["gmv_target"])


@pytest.mark.parametrize("kind", [causes.TRAFFIC, causes.CONVERSION])
def test_a_category_moves_by_what_was_planted(kind):
    told = cause(kind)
    moved = [
        orders_a_day(sales, BEFORE, BEFORE + DAYS) / orders_a_day(sales, BEFORE - 63, BEFORE - 7) / sales.shop.lift
        for sales in sold()
        if sales.shop.category == told.category and sales.shop.role == CAMPAIGN
    ]
    assert np.median(moved) == pytest.approx(told.amount, rel=0.25)


def test_one_promised_stream_is_in_no_live_list():
    told = cause(causes.NOT_HELD)
    shop = at(told.seller).shop
    planned = streams(WORLD.shops)
    lists = live_lists(WORLD, sold())
    for seller in {row["seller_id"] for row in planned}:
        promised = {row["starts"] for row in planned if row["seller_id"] == seller}
        missing = promised - {row[1] for row in lists[seller].rows}
        assert missing == ({told.starts} if seller == shop.seller_id else set())


def test_every_kind_of_cause_is_planted_and_lies_at_a_shop_or_category_of_its_own():
    kinds = {found.kind for found in WORLD.causes}
    assert len(kinds) == 11
    places = {(found.kind, found.seller or found.category) for found in WORLD.causes}
    assert len({place for _, place in places}) == len(places)
    struck = {found.category for found in WORLD.causes if found.category}
    shops = {shop.seller_id: shop for shop in WORLD.shops}
    assert not {shops[found.seller].category for found in WORLD.causes if found.seller} & struck


def test_the_platforms_file_names_the_seller_of_every_line_and_is_else_that_of_a_shop():
    few = [sales for sales in sold() if sales.shop.role == NEAR][:2]
    table = platform_export(few)
    own = [line for sales in few for line in orders_export(sales).rows[1:]]
    assert table.header == (*HEADER, "Seller ID")
    assert [line[:-1] for line in table.rows[1:]] == own
    assert {line[-1] for line in table.rows[1:]} == {sales.shop.seller_id for sales in few}


def test_money_and_times_of_every_line_add_up():
    for sales in sold():
        assert (sales.before - sales.seller - sales.platform == sales.after).all()
        assert (sales.quantity > 0).all()
        assert (sales.back <= sales.quantity).all()
        gone = np.isin(sales.fate, (UNPAID, CANCELLED_UNPAID))
        assert ((sales.paid == NEVER) == gone).all()
        assert (np.diff(sales.created) >= 0).all()
        assert (sales.delivered[sales.delivered != NEVER] < second_of(WORLD.pulled)).all()
        for of_order in (sales.amount, sales.refund, sales.shipping, sales.taxes):
            assert (of_order[1:] == of_order[:-1])[np.diff(sales.order) == 0].all()
        goods = np.bincount(sales.order, sales.after)[sales.order]
        assert (sales.amount == goods + sales.shipping + sales.taxes).all()
        assert (sales.refund <= sales.amount).all()

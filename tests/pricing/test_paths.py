"""Which prices there are: of which items, for whom, from when to when, and what had to be left out."""

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from campaignctl.domain.price_frames import UNPRICED, WORST_PRICES, prices_shape
from campaignctl.marketplaces.load import load
from campaignctl.pricing.audiences import audiences_of, is_live, seen_by
from campaignctl.pricing.paths import price_paths
from campaignctl.pricing.survey import View

from .drawing import SKU, pacific, prices_of
from .test_twin import US_COUPONS, US_PRICES, US_TOOLS, profile_of
from .worlds import Dice, frames, world

OTHER = "1729500011223344502"
PRODUCT = "1729384756102938471"


def worst(drawing, sku=SKU):
    table = prices_of(drawing).worst
    return table[table["sku_id"] == sku].iloc[0]


def test_frames_have_the_shapes_that_are_declared():
    paths = prices_of(f"""
Products
   | Promotion ID | Product ID | SKU ID | List price | Campaign price | Stock
 7 | HD26-01      | {PRODUCT}  | {SKU}  | 32.00      | 24.99          | 100
""")
    shape = prices_shape(paths.layers)
    for view in View:
        assert {key: str(dtype) for key, dtype in paths.segments(view).dtypes.items()} == dict(shape)
    assert {key: str(dtype) for key, dtype in paths.worst.dtypes.items()} == {**shape, **WORST_PRICES}
    assert list(paths.unpriced.columns) == list(UNPRICED)
    assert paths.layers == ("tiers", "seller_coupon", "platform_coupon")


def test_a_line_for_the_product_holds_for_its_variations_and_for_itself():
    table = prices_of(f"""
Promotions
   | ID      | Title   | Tool             | Level     | Applies to     | Kind of value  | Starts           | Ends             | Seller pays
 7 | HD26-01 | Prices  | Product discount | Variation | Nominated SKUs | Seller's price | 2026-11-20 00:00 | 2026-11-25 23:59 | 100%
 8 | HD26-04 | Product | Campaign price   | Product   | Nominated SKUs | Seller's price | 2026-11-21 00:00 | 2026-11-21 23:59 | 100%
Products
   | Promotion ID | Product ID | SKU ID  | List price | Campaign price | Stock
 7 | HD26-01      | {PRODUCT}  | {SKU}   | 32.00      | 24.99          | 100
 8 | HD26-04      | {PRODUCT}  |         | 40.00      | 20.00          | 100
""").worst  # fmt: skip
    assert table["pays"].tolist() == [2000, 2000]
    assert table["list_price"].tolist() == [3200, 4000]
    assert table["sku_id"].isna().tolist() == [False, True]
    assert table["line"].tolist() == [1, 1]


def test_at_the_same_price_a_sku_s_own_line_counts_before_that_of_its_product():
    """The product's line stands first and allows one unit a buyer; the SKU's own allows the two that a coupon asks for."""
    row = worst(f"""
Promotions
   | ID      | Title   | Tool             | Level   | Applies to     | Kind of value  | Starts           | Ends             | Seller pays
 7 | HD26-04 | Product | Product discount | Product | Nominated SKUs | Seller's price | 2026-11-21 00:00 | 2026-11-21 23:59 | 100%
Coupons
   | Coupon | Type   | Kind of value | Value | Min. spend | Applies to | Starts           | Ends             | Quantity
 7 | GLOW5  | Seller | Amount off    | 5.00  | 40.00      | Whole shop | 2026-11-21 00:00 | 2026-11-21 23:59 | 100
Products
   | Promotion ID | Product ID | SKU ID  | List price | Campaign price | Stock | Per buyer
 7 | HD26-04      | {PRODUCT}  |         | 32.00      | 20.00          | 100   | 1
 8 | HD26-04      | {PRODUCT}  | {SKU}   | 32.00      | 20.00          | 100   | 2
Seller
 | Seller ID | Shop name    | Taking part | Main category
 | S-001     | Moss & Amber | Yes         | Beauty
""")
    assert (row["units"], row["pays"], row["line"]) == (2, 1750, 1)


def test_a_missing_sku_in_a_promotion_of_variations_holds_for_nothing_else():
    table = prices_of(f"""
Products
   | Promotion ID | Product ID | SKU ID  | List price | Campaign price | Stock
 7 | HD26-01      | {PRODUCT}  | {SKU}   | 32.00      | 24.99          | 100
 8 | HD26-01      | {PRODUCT}  |         | 40.00      | 20.00          | 100
""").worst
    assert table["pays"].tolist() == [2499, 2000]


LIVE = f"""
Promotions
   | ID      | Title       | Tool            | Level     | Applies to | Which    | Kind of value | Value | Starts           | Ends             | Seller pays | Quantity
 7 | HD26-06 | In the show | LIVE flash deal | Variation | Livestream | HD26-L01 | Percent off   | 50%   | 2026-11-20 19:00 | 2026-11-20 19:20 | 100%        | 200
 8 | HD26-01 | Prices      | Product discount | Variation | Nominated SKUs |      | Seller's price |      | 2026-11-20 00:00 | 2026-11-25 23:59 | 100%        |
Livestreams
   | Stream ID | Title         | Kind        | Seller ID | Starts           | Ends
 7 | HD26-L01  | Opening night | Seller LIVE | S-001     | 2026-11-20 19:00 | 2026-11-20 21:00
Products
   | Promotion ID | Product ID | SKU ID  | List price | Campaign price | Stock | In a LIVE
 7 | HD26-01      | {PRODUCT}  | {SKU}   | 32.00      | 24.00          | 100   | First
 8 | HD26-01      | {PRODUCT}  | {OTHER} | 32.00      | 24.00          | 100   | Second
"""  # fmt: skip
SHOW = f"""
Run of show
   | Stream ID | Order | Minutes | Segment | SKU ID  | Promotion ID
 7 | HD26-L01  | 1     | 10      | Product | {OTHER} |
"""


@pytest.mark.parametrize(
    ("first", "second", "show", "reached"),
    [
        pytest.param("", "", "", {SKU, OTHER}, id="where nothing is said, all of the stream's seller"),
        pytest.param("Yes", "No", "", {SKU}, id="those that the seller offers for it"),
        pytest.param("No", "No", "", set(), id="none where the seller offers none"),
        pytest.param("Yes", "No", SHOW, {OTHER}, id="those that the run of show pins"),
        pytest.param("Yes", "No", SHOW + f" 8 | HD26-L01  | 2     | 10      | LIVE deal | {SKU} | HD26-06\n", {SKU}, id="those that it pins for this very promotion"),
    ],
)  # fmt: skip
def test_a_livestream_s_promotion_reaches_its_skus(first, second, show, reached):
    table = prices_of(LIVE.replace("First", first).replace("Second", second) + show.lstrip("\n")).worst
    assert set(table.loc[table["pays"] == 1600, "sku_id"]) == reached


def test_coupons_that_run_already_count_only_while_the_campaign_does():
    paths = prices_of(f"""
Products
   | Promotion ID | Product ID | SKU ID | List price | Campaign price | Stock
 7 | HD26-02      | {PRODUCT}  | {SKU}  | 32.00      | 24.99          | 100
Coupons
   | Coupon | Type   | Already running | Kind of value | Value | Min. spend | Applies to | Starts | Ends             | Quantity | Per buyer
 7 | OLD    | Seller | Yes             | Amount off    | 5.00  | None       | Whole shop |        | 2026-11-21 06:00 | 2000     | 1
""")
    table = paths.segments()
    assert table[["starts", "ends"]].to_numpy().tolist() == [
        [pacific("2026-11-20 18:00"), pacific("2026-11-21 06:00")],
        [pacific("2026-11-21 06:00"), pacific("2026-11-21 18:00")],
    ]
    assert table["pays"].tolist() == [1999, 2499]


def test_what_cannot_be_priced_is_told_with_its_reason():
    paths = prices_of(f"""
Promotions
   | ID      | Title    | Tool               | Level     | Applies to     | Kind of value  | Value | Starts           | Ends             | Seller pays
 7 | HD26-01 | Prices   | Product discount   | Variation | Nominated SKUs | Seller's price |       | 2026-11-20 00:00 | 2026-11-25 23:59 | 100%
 8 | HD26-02 | No dates | Flash deal         | Variation | Nominated SKUs | Seller's price |       |                  |                  | 100%
 9 | HD26-03 | Backward | Flash deal         | Variation | Nominated SKUs | Seller's price |       | 2026-11-22 00:00 | 2026-11-21 00:00 | 100%
10 | HD26-04 | Priced   | Buy more save more | Product   | Nominated SKUs | Fixed price    | 5.00  | 2026-11-20 00:00 | 2026-11-25 23:59 | 100%
11 | HD26-05 | Unheard  | Lightning deal     | Product   | Nominated SKUs | Fixed price    | 5.00  | 2026-11-20 00:00 | 2026-11-25 23:59 | 100%
Products
   | Promotion ID | Product ID          | SKU ID  | List price | Campaign price | Stock
 7 | HD26-01      | {PRODUCT}           | {SKU}   |            | 24.99          | 100
 8 | HD26-02      | 1729384756102938472 | {OTHER} | 32.00      | 24.99          | 100
Coupons
   | Coupon | Type   | Already running | Kind of value | Value | Min. spend | Applies to | Starts           | Ends             | Quantity | Per buyer
 7 | EMPTY  | Seller | No              | Amount off    |       | None       | Whole shop | 2026-11-20 00:00 | 2026-11-21 06:00 | 2000     | 1
""")  # fmt: skip
    assert {each.id: each.why for each in paths.left_out} == {
        "HD26-02": "it has no dates",
        "HD26-03": "it ends before it starts",
        "HD26-04": "its value is neither a percentage nor an amount",
        "HD26-05": "its tool is not known",
        "EMPTY": "its value is blank",
    }
    assert paths.unpriced["why"].tolist() == ["it has no list price", "no promotion with dates reaches it"]
    assert paths.worst.empty
    assert paths.segments().empty


def test_nothing_at_all_is_no_error():
    paths = prices_of("")
    assert (len(paths.items), len(paths.worst), len(paths.segments(View.SHELF)), len(paths.unpriced)) == (0, 0, 0, 0)


def test_hostile_ids_stay_words():
    names = ('=HYPERLINK("x")', "</script>", "x" * 200, "مرحبا", "🎁", "a; b")
    rows = "\n".join(f"{7 + n:2} | HD26-01 | P{n} | {name} | 32.00 | 24.99 | 100" for n, name in enumerate(names))
    table = prices_of(f"Products\n   | Promotion ID | Product ID | SKU ID | List price | Campaign price | Stock\n{rows}\n").worst  # fmt: skip
    assert set(names) <= set(table["sku_id"])


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(min_value=0))
def test_an_item_s_worst_is_the_least_of_its_stretches(seed):
    dice = Dice(random.Random(seed), US_TOOLS, US_COUPONS, US_PRICES)  # noqa: S311 - dice
    promotions, coupons, lines = world(dice, shops=3)
    paths = price_paths(frames(promotions, coupons, lines), profile_of("TikTok Shop US"), "USD")
    keys = ["seller_id", "product_id", "sku_id"]
    for view, measure in ((View.WORST, "pays"), (View.SHELF, "pays"), (View.LEANEST, "kept"), (View.TIGHTEST, "room")):
        told = paths.segments(view).dropna(subset=[measure]).groupby(keys, dropna=False, observed=True)[measure].min()
        least = paths.lowest(view)
        assert least.set_index(keys)[measure].to_dict() == told.to_dict()
        assert (least["pays"] + least["off_by_seller"] + least["off_by_platform"] == least["list_price"]).all()
        assert (least[["pays", "off_by_seller", "off_by_platform"]] >= 0).all(axis=None)
        assert (least["starts"] < least["ends"]).all()


def test_every_group_of_buyers_that_no_audience_holds_is_an_audience_of_its_own():
    audiences = audiences_of(load("TikTok Shop US"))
    assert [each.name for each in audiences] == ["Anyone", "LIVE viewer", "Follower", "New customer", "Repeat buyer", "Recent buyer", "Frequent buyer", "Lapsed buyer"]  # fmt: skip


@pytest.mark.parametrize(
    ("tool", "buyers", "shown_in", "who"),
    [
        pytest.param("seller_coupon", "", "", "all", id="what is narrowed by nothing is for all"),
        pytest.param("seller_coupon", "All", "Everywhere", "all", id="all and everywhere narrow nothing"),
        pytest.param("seller_coupon", "VIP", "Chat", "all", id="words that no audience holds narrow nothing"),
        pytest.param("live_flash_deal", "", "", {"LIVE viewer"}, id="a tool of one audience"),
        pytest.param("seller_coupon", "new followers", "", {"Follower"}, id="in any case"),
        pytest.param("follower_coupon", "Followers", "", {"Follower"}, id="twice the same"),
        pytest.param("live_flash_deal", "New", "", {"LIVE viewer", "New customer"}, id="nobody is both: then either"),
    ],
)
def test_who_sees_an_offer(tool, buyers, shown_in, who):
    audiences = audiences_of(load("TikTok Shop US"))
    seen = {audiences[place].name for place in seen_by(audiences, tool, buyers, shown_in)}
    assert seen == ({each.name for each in audiences} if who == "all" else who)
    assert is_live(audiences, seen_by(audiences, tool, buyers, shown_in)) == (who == {"LIVE viewer"})


def test_a_coupon_of_a_category_holds_for_its_products_alone():
    table = prices_of(f"""
Promotions
   | ID      | Title    | Tool             | Level     | Applies to     | Which  | Kind of value  | Value | Starts           | Ends             | Seller pays
 7 | HD26-01 | Prices   | Product discount | Variation | Nominated SKUs |        | Seller's price |       | 2026-11-20 00:00 | 2026-11-25 23:59 | 100%
 8 | HD26-05 | Beauty   | Platform coupon  | Shop      | Category       | Beauty | Percent off    | 10%   | 2026-11-20 00:00 | 2026-11-25 23:59 | 0
Products
   | Promotion ID | Product ID | SKU ID  | Category | List price | Campaign price | Stock
 7 | HD26-01      | {PRODUCT}  | {SKU}   | Beauty   | 32.00      | 20.00          | 100
 8 | HD26-01      | {PRODUCT}  | {OTHER} | Fashion  | 32.00      | 20.00          | 100
""").worst  # fmt: skip
    assert table.set_index("sku_id")["pays"].to_dict() == {SKU: 1800, OTHER: 2000}


def test_one_unit_a_buyer_cannot_reach_the_coupon_that_two_would():
    row = worst(f"""
Promotions
   | ID      | Title  | Tool             | Level     | Applies to     | Kind of value  | Starts           | Ends             | Seller pays | Per buyer
 7 | HD26-04 | Prices | Product discount | Variation | Nominated SKUs | Seller's price | 2026-11-21 00:00 | 2026-11-21 23:59 | 100%        | 3
Coupons
   | Coupon | Type   | Kind of value | Value | Min. spend | Applies to | Starts           | Ends             | Quantity
 7 | GLOW5  | Seller | Amount off    | 5.00  | 40.00      | Whole shop | 2026-11-21 00:00 | 2026-11-21 23:59 | 100
Products
   | Promotion ID | Product ID | SKU ID  | List price | Campaign price | Stock | Per buyer
 7 | HD26-04      | {PRODUCT}  | {SKU}   | 32.00      | 20.00          | 100   | 1
Seller
 | Seller ID | Shop name    | Taking part | Main category
 | S-001     | Moss & Amber | Yes         | Beauty
""")  # fmt: skip
    assert (row["units"], row["pays"]) == (1, 2000)

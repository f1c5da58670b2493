"""The US profile says what the reference says, each number with its page and its day."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from campaignctl.domain.findings import Severity
from campaignctl.marketplaces.load import load
from campaignctl.marketplaces.schema import Limit, Profile, Range

TOOLS = (
    "Product discount",
    "Flash deal",
    "LIVE flash deal",
    "Campaign price",
    "Seller coupon",
    "Follower coupon",
    "Target coupon",
    "Platform coupon",
    "Co-funded coupon",
    "Buy more save more",
    "Gift with purchase",
    "Shipping discount",
)
BEFORE, AFTER = date(2024, 9, 30), date(2024, 10, 1)


@pytest.fixture(scope="module")
def us() -> Profile:
    return load("TikTok Shop US")


def at(profile: Profile, path: str) -> object:
    """Follow a dotted path into the profile, a number being a position."""
    part: object = profile
    for name in path.split("."):
        if isinstance(part, dict):
            part = part[name]
        elif isinstance(part, tuple):
            part = part[int(name)]
        else:
            part = getattr(part, name)
    return part


def test_it_offers_the_twelve_tools_in_the_order_of_the_drop_down(us):
    assert us.choices()["profile:tools"] == TOOLS
    assert all(
        key == name.lower().replace(" ", "_").replace("-", "_") for key, name in zip(us.tools, TOOLS, strict=True)
    )


@pytest.mark.parametrize(
    ("path", "value", "source"),
    [
        ("title.longest", 50, "API"),
        ("title.unique", True, "API"),
        ("highest_combined_discount", Decimal("0.8"), "U-CX"),
        ("details_kept", timedelta(days=180), "API"),
        ("tools.product_discount.duration.longest", timedelta(days=14), "U-PD"),
        ("tools.product_discount.counts.products_per_call", 300, "API"),
        ("tools.product_discount.counts.lines", 10_000, "API"),
        ("tools.product_discount.buyer_limit.most", 99, "API"),
        ("tools.flash_deal.duration.longest", timedelta(hours=72), "U-FD"),
        ("tools.flash_deal.price_history.window", timedelta(days=30), "U-FD"),
        ("tools.flash_deal.price_history.strictly", True, "U-FD"),
        ("tools.flash_deal.price_history.without_sales", "below list", "U-FD"),
        ("tools.flash_deal.counts.skus_per_call", 300, "API"),
        ("tools.flash_deal.buyer_limit.least", 1, "API"),
        ("tools.flash_deal.buyer_limit.unlimited", -1, "API"),
        ("tools.live_flash_deal.duration.shortest", timedelta(minutes=1), "U-LFS"),
        ("tools.live_flash_deal.duration.longest", timedelta(minutes=20), "U-LFS"),
        ("tools.live_flash_deal.duration.countdown", timedelta(minutes=5), "U-LFD"),
        ("tools.live_flash_deal.duration.countdown_shortest", timedelta(seconds=10), "U-LFS"),
        ("tools.live_flash_deal.duration.countdown_longest", timedelta(seconds=300), "U-LFS"),
        ("tools.live_flash_deal.total_limit.required", True, "U-LFS"),
        ("tools.campaign_price.price_history.strictly", False, "U-REG"),
        ("tools.seller_coupon.coupon.one_per_order", True, "U-CP"),
        ("tools.seller_coupon.coupon.auto_name", "addon", "U-CP"),
        ("tools.follower_coupon.coupon.claim_longest", timedelta(days=365), "U-FC"),
        ("tools.follower_coupon.coupon.once_in_lifetime", True, "U-FC"),
        ("tools.target_coupon.coupon.open_new_customer", 1, "U-TC"),
        ("tools.buy_more_save_more.tiers.most", 2, "API, U-BM"),
        ("tools.buy_more_save_more.tiers.rising", True, "API, U-BM"),
        ("tools.buy_more_save_more.counts.products", 1_000, "U-BM"),
        ("tools.buy_more_save_more.counts.open", 10, "U-BM"),
        ("tools.gift_with_purchase.duration.shortest", timedelta(minutes=10), "U-GW, S-GWP"),
        ("tools.gift_with_purchase.duration.longest", timedelta(days=30), "U-GW, S-GWP"),
        ("tools.gift_with_purchase.counts.products", 100, "U-GW"),
        ("tools.gift_with_purchase.counts.gifts", 5, "U-GW"),
        ("tools.gift_with_purchase.gift_value", 75_00, "U-GW"),
        ("tools.gift_with_purchase.tiers.most", 1, "API"),
        ("tools.gift_with_purchase.total_limit.most", 99_999, "API"),
        ("tools.shipping_discount.duration.endless", True, "API"),
        ("entry.flash_sale.duration.lengths", (timedelta(hours=24),), "U-FSC"),
        ("entry.flash_sale.price_history.window", timedelta(days=30), "U-FSC"),
        ("entry.content.counts.live_sessions", 100, "U-CC"),
        ("commission.open.least", Decimal("0.01"), "API"),
        ("commission.open.most", Decimal("0.8"), "API"),
        ("commission.open.unit", Decimal("0.0001"), "API"),
        ("commission.target.advised", Decimal("0.1"), "API"),
        ("commission.target.counts.products", 100, "API"),
        ("commission.target.counts.creators", 50, "API"),
    ],
)
def test_a_limit_is_that_of_the_reference(us, path, value, source):
    limit = at(us, path)
    assert isinstance(limit, Limit)
    assert limit.value == value
    assert limit.source == source


@pytest.mark.parametrize(
    ("tool", "on", "least", "most"),
    [
        ("product_discount", BEFORE, "0.01", "0.99"),
        ("product_discount", AFTER, "0.05", "0.90"),
        ("flash_deal", BEFORE, "0.05", "0.99"),
        ("flash_deal", AFTER, "0.10", "0.90"),
        ("seller_coupon", AFTER, "0.05", "0.50"),
        ("follower_coupon", AFTER, "0.05", "0.80"),
    ],
)
def test_the_discount_range_follows_the_tool_and_the_day(us, tool, on, least, most):
    found = us.discount_range(tool, on, "Beauty")
    assert isinstance(found, Range)
    assert (found.least, found.most) == (Decimal(least), Decimal(most))


@pytest.mark.parametrize("tool", ["campaign_price", "live_flash_deal", "gift_with_purchase", "no such tool"])
def test_a_range_that_stands_nowhere_is_absent(us, tool):
    assert us.discount_range(tool, AFTER) is None


def test_what_stands_on_no_page_is_left_out(us):
    assert us.return_window is None
    assert "referral_fee" not in {fee.key for fee in us.fees}
    assert us.tools["flash_deal"].duration.shortest is None


def test_every_limit_has_a_source_a_day_and_a_trust_word(us):
    limits = list(us.limits())
    assert len(limits) > 150
    for path, limit in limits:
        assert set(limit.source.split(", ")) <= set(us.sources), path
        assert limit.checked == date(2025, 12, 1), path
        assert limit.trust in {"API", "Academy", "Third party"}, path
        assert limit.text, f"{path} says nothing"
        assert limit.words.startswith("TikTok Shop US: "), path


def test_a_limit_is_quoted_with_its_page_and_day(us):
    assert us.duration("Flash deal").longest.words == "TikTok Shop US: 72 hours (U-FD, checked 2025-12-01)"
    assert us.discount_range("flash deal", AFTER).words == "TikTok Shop US: 10%–90% (U-FD, checked 2025-12-01)"
    floor = us.tools["seller_coupon"].least_amounts[0]
    assert (floor.least, floor.words) == (50, "TikTok Shop US: at least $0.50 (U-CP, checked 2025-12-01)")
    assert us.tools["flash_deal"].counts.lines.words == "TikTok Shop US: 10,000 (API, checked 2025-12-01)"


def test_the_follower_coupon_floor_hangs_on_the_average_order(us):
    above, below = us.tools["follower_coupon"].least_amounts
    assert (above.least, above.average_order_above) == (5_00, 30_00)
    assert (below.least, below.average_order_up_to) == (3_00, 30_00)


def test_the_price_layer_ranks_live_then_campaign_then_flash_then_discount(us):
    ranked = {key: tool.rank.value for key, tool in us.tools.items() if tool.rank}
    assert sorted(ranked, key=ranked.__getitem__) == [
        "live_flash_deal",
        "campaign_price",
        "flash_deal",
        "product_discount",
    ]
    assert [layer.key for layer in us.layers if layer.in_price] == [
        "product_price",
        "tiers",
        "seller_coupon",
        "platform_coupon",
    ]


@pytest.mark.parametrize(
    ("one", "other", "severity", "at_"),
    [
        ("flash_deal", "campaign_price", Severity.ERROR, "sku"),
        ("Campaign price", "Seller flash deal", Severity.ERROR, "sku"),
        ("flash_deal", "flash_deal", Severity.WARNING, "product"),
        ("product_discount", "product_discount", Severity.WARNING, "sku"),
        ("live_flash_deal", "live_flash_deal", Severity.WARNING, "sku"),
        ("buy_more_save_more", "buy_more_save_more", Severity.ERROR, "product"),
        ("BMSM", "flash_deal", Severity.ERROR, "product"),
        ("GWP", "BMSM", Severity.ERROR, "product"),
        ("gift_with_purchase", "gift_with_purchase", Severity.ERROR, "product"),
        ("shipping_discount", "shipping_discount", Severity.ERROR, "shop"),
        ("target_coupon", "target_coupon", Severity.ERROR, "shop"),
    ],
)
def test_two_tools_that_must_not_meet(us, one, other, severity, at_):
    found = us.conflicts(one, other)
    assert [(each.severity, each.at) for each in found] == [(severity, at_)]
    assert us.conflicts(other, one) == found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("product_discount", "flash_deal"),
        ("seller_coupon", "seller_coupon"),
        ("seller_coupon", "flash_deal"),
        ("x", "x"),
    ],
)
def test_two_tools_that_may_meet(us, one, other):
    assert us.conflicts(one, other) == ()


@pytest.mark.parametrize(
    ("measure", "to", "good", "bad"),
    [
        ("shop_score", "enter", 3.5, 3.4),
        ("shop_score", "stay", 2.5, 2.4),
        ("violations_30d", "enter", 2, 3),
        ("free_shipping_from", "enter", 30_00, 30_01),
    ],
)
def test_who_may_enter_a_campaign(us, measure, to, good, bad):
    (condition,) = (each for each in us.entry["standard"].conditions if (each.measure, each.to) == (measure, to))
    assert condition.holds(good)
    assert not condition.holds(bad)


def test_a_flash_sale_campaign_asks_for_twenty_percent(us):
    (asked,) = us.entry["flash_sale"].discounts
    assert asked.text == "at least 20%"
    assert asked.least == Decimal("0.2")


def test_the_campaign_fee_is_one_percent_of_sales_less_discount_plus_shipping(us):
    fee = next(fee for fee in us.fees if fee.key == "campaign_service_fee")
    assert (fee.rate, fee.plus, fee.minus, fee.once) == (
        Decimal("0.01"),
        ("gross_sales", "customer_shipping"),
        ("seller_discount",),
        True,
    )
    assert set(fee.not_on) == {"cancelled", "returned"}


def test_a_running_flash_deal_keeps_its_skus(us):
    (running,) = us.tools["flash_deal"].locked_while("running")
    assert {"Products", "SKUs"} <= set(running.locked)
    (coupon,) = us.tools["seller_coupon"].locked_while("running")
    assert coupon.editable == ("Title", "Ends", "Quantity")


def test_the_doubtful_total_limit_is_on_record_but_not_used(us):
    assert us.tools["flash_deal"].total_limit.most.severity is None
    assert us.tools["flash_deal"].buyer_limit.most.severity is Severity.ERROR


def test_a_tool_answers_to_its_name_key_and_aliases_in_any_case(us):
    for name in ("Flash deal", "flash_deal", " FLASH  deal ", "Seller Flash Deal", "FLASHSALE"):
        assert us.tool_key(name) == "flash_deal"
    assert us.tool("Lightning deal") is None


def test_error_codes_are_told_in_our_words(us):
    assert us.errors.codes["17029022"] == "a product or SKU stands in two running or upcoming activities"

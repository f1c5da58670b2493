"""The second marketplace is data alone: it says what its pages say, and marks what is only assumed."""

import re
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

import campaignctl
from campaignctl.marketplaces.load import OURS, load
from campaignctl.marketplaces.schema import Profile

TODAY = date(2026, 11, 20)
SLOTS = """
[[tools.shop_flash_sale.slots]]
id = "noon"
starts = "12:00"
lasts = "2 hours"
source = "SFS"
[[tools.shop_flash_sale.slots]]
id = "evening"
starts = "18:00"
lasts = "3 hours"
source = "SFS"
[[tools.shop_flash_sale.criteria]]
categories = ["Beauty", "Toys"]
discount_least = "10%"
discount_most = "80%"
price_least = "20000 VND"
price_most = "2000000 VND"
stock_least = 5
stock_most = 1000
below_lowest_of = "7 days"
source = "SFS"
[[tools.shop_flash_sale.criteria]]
discount_least = "5%"
source = "SFS"
"""


@pytest.fixture(scope="module")
def shopee() -> Profile:
    return load("Shopee VN")


@pytest.fixture
def with_slots(tmp_path: Path) -> Profile:
    """The profile as a team copies it, with the slots and criteria that its own shop is shown."""
    ours = (OURS / "shopee" / "vn.toml").read_text("utf-8")
    copy = tmp_path / "marketplaces" / "shopee.toml"
    copy.parent.mkdir()
    copy.write_text(ours + SLOTS, encoding="utf-8")
    return load("Shopee VN", tmp_path)


def test_no_python_knows_its_name():
    code = Path(campaignctl.__file__).parent.rglob("*.py")
    assert [path for path in code if re.search("shopee", path.read_text("utf-8"), re.IGNORECASE)] == []


def test_it_counts_in_dong_by_the_clock_of_vietnam(shopee):
    assert (shopee.currency, shopee.zone, shopee.date_order) == ("VND", "Asia/Ho_Chi_Minh", "dmy")


@pytest.mark.parametrize("called", ["Discount promotion", "product discount", "discount"])
def test_a_discount_is_capped_at_half_in_vietnam(shopee, called):
    cap = shopee.discount_range(called, TODAY, region=shopee.country)
    assert cap.words == "Shopee VN: at most 50% (DIS, checked 2025-12-01)"
    assert shopee.discount_range(called, TODAY, region="SG") is None


def test_a_discount_runs_an_hour_to_180_days_with_a_thousand_items(shopee):
    tool = shopee.tool("discount")
    assert (tool.duration.shortest.value, tool.duration.longest.value) == (timedelta(hours=1), timedelta(days=180))
    assert (tool.counts.open.value, tool.counts.products.value) == (1000, 1000)
    assert (tool.counts.skus.value, tool.counts.products_per_call.value) == (50_000, 50)
    assert [each.at for each in shopee.conflicts("discount", "discount")] == ["product"]


def test_a_flash_sale_runs_in_a_slot_with_fifty_items_below_the_low_of_a_week(shopee):
    tool = shopee.tool("Shop flash sale")
    assert tool.duration.chosen_by.value == "marketplace"
    assert (tool.counts.per_slot.value, tool.counts.products.value, tool.stock.least.value) == (1, 50, 1)
    assert tool.buyer_limit.required.value
    assert tool.price_history.window.value == timedelta(days=7)
    assert (tool.slots, tool.criteria) == ((), ())


def test_a_team_adds_the_slots_and_criteria_of_its_shop(with_slots):
    tool = with_slots.tool("Shop flash sale")
    assert [(slot.id, slot.starts, slot.lasts) for slot in tool.slots] == [
        ("noon", "12:00", timedelta(hours=2)),
        ("evening", "18:00", timedelta(hours=3)),
    ]
    beauty, books = tool.criterion("beauty"), tool.criterion("Books")
    assert (beauty.discount_least, beauty.price_least, beauty.stock_most) == (Decimal("0.1"), 20_000, 1000)
    assert beauty.text == "discount 10%–80%, stock 5–1,000"
    assert (books.discount_least, books.stock_least) == (Decimal("0.05"), None)


def test_a_voucher_has_a_short_code_one_window_and_a_cap_above_its_threshold(shopee):
    tool = shopee.tool("Shop voucher")
    assert tool.coupon.code.value == "[A-Za-z0-9]{1,5}"
    assert tool.coupon.cap_against_spend.value == "more than"
    assert tool.coupon.amount_below_spend.value
    assert not tool.coupon.separate_windows.value
    assert "3 months" in tool.duration.longest.note


def test_a_bundle_has_three_tiers_and_an_add_on_a_limit_of_a_hundred(shopee):
    bundle, add_on = shopee.tool("Bundle deal"), shopee.tool("Add-on deal")
    assert (bundle.tiers.most.value, bundle.tiers.first_below.value) == (3, Decimal("0.9"))
    assert bundle.tiers.discount.text == "1%–99%"
    assert [shopee.title_rules(tool).longest.value for tool in ("bundle_deal", "add_on_deal")] == [25, 25]
    assert "Value" in bundle.locked_while("running")[0].locked
    assert (add_on.buyer_limit.least.value, add_on.buyer_limit.most.value, add_on.counts.gifts.value) == (1, 100, 50)


def test_vouchers_come_off_after_the_product_price_first_the_shops_then_the_marketplaces(shopee):
    in_price = [layer.key for layer in shopee.layers if layer.in_price]
    assert in_price == ["product_price", "bundle", "shop_voucher", "platform_voucher"]
    assert [layer.key for layer in shopee.layers if not layer.in_price] == ["add_on"]


def test_what_no_page_says_is_marked_as_assumed(shopee):
    assumed = [(path, limit) for path, limit in shopee.limits() if limit.source == "OWN"]
    assert [path for path, limit in assumed if not limit.note.startswith("assumed")] == []
    assert {limit.trust for _, limit in assumed} == {"Team"}
    assert {limit.trust for path, limit in shopee.limits() if limit.source != "OWN"} == {"API"}

"""A marketplace that does not exist, as unlike the real one as a profile can make it: for the engine and for the twin.

The lowest price wins whatever its tool; bundles repeat; vouchers all count but one of each kind; a stream's price and
what the platform pays do not meet; money has no cents; percentages round half to even.
"""

from fractions import Fraction

from campaignctl.marketplaces.load import load

from .twin import Market

PROFILE = """
name = "Bazaar"
key = "bazaar"
family = "bazaar"
country = "ID"
zone = "Asia/Jakarta"
currency = "IDR"
rounding = "half even"
date_order = "dmy"
[sources]
PAGE = { title = "made up", trust = "Team", checked = 2026-11-01 }
[[layers]]
key = "price"
name = "Price"
combine = "lowest price"
source = "PAGE"
[[layers]]
key = "bundle"
name = "Bundle"
combine = "best one"
source = "PAGE"
[[layers]]
key = "voucher"
name = "Voucher"
combine = "all"
source = "PAGE"
[[layers]]
key = "shipping"
name = "Shipping"
combine = "all"
in_price = false
source = "PAGE"
[[audiences]]
key = "anyone"
name = "Anyone"
[[audiences]]
key = "watcher"
name = "Watcher"
tools = ["stream_price"]
shown_in = ["LIVE"]
[tools.discount]
name = "Discount"
layer = "price"
[tools.stream_price]
name = "Stream price"
layer = "price"
[tools.bundle]
name = "Bundle"
layer = "bundle"
tiers = { repeats = { value = true, source = "PAGE" } }
[tools.voucher]
name = "Voucher"
layer = "voucher"
coupon_types = ["Seller"]
stack_group = "voucher"
[tools.gift_card]
name = "Gift card"
layer = "voucher"
coupon_types = ["Promo code"]
[tools.free_shipping]
name = "Free shipping"
layer = "shipping"
[switches]
overlap_same_tool = { value = "ignore", source = "PAGE" }
live_deal_meets_platform_offers = { value = "error", source = "PAGE" }
[[fees]]
key = "sales_fee"
name = "Sales fee"
rate = "2.5%"
plus = ["gross_sales"]
minus = ["seller_discount"]
per = "order line"
source = "PAGE"
says = "2.5 % of sales after the seller's discount"
"""

MARKET = Market(
    layers=(("price", "lowest price"), ("bundle", "best one"), ("voucher", "all")),
    tools={
        "discount": {"layer": "price"},
        "stream_price": {"layer": "price", "only_for": "Watcher"},
        "bundle": {"layer": "bundle", "repeats": True},
        "voucher": {"layer": "voucher", "group": "voucher"},
        "gift_card": {"layer": "voucher"},
        "free_shipping": {"layer": None},
    },
    audiences=("Anyone", "Watcher"),
    live="Watcher",
    fee=Fraction(25, 1000),
    rounding="half even",
    live_and_platform="apart",
    same_tool="clear",
    decimals=0,
)
TOOLS = tuple(MARKET.tools)
COUPONS = (("Seller", "voucher"), ("Promo code", "gift_card"))
PRICES = ("discount", "stream_price")


def profile(folder):
    """Return the profile, read from a team's folder."""
    place = folder / "marketplaces" / "bazaar.toml"
    place.parent.mkdir(exist_ok=True)
    place.write_text(PROFILE, encoding="utf-8")
    return load("Bazaar", folder)

"""The second real marketplace as its pages put it, for the twin: the lowest price wins, money has no cents, no fee."""

from .twin import Market

VN = Market(
    layers=(
        ("product_price", "lowest price"),
        ("bundle", "best one"),
        ("shop_voucher", "best one"),
        ("platform_voucher", "best one"),
    ),
    tools={
        "discount": {"layer": "product_price"},
        "shop_flash_sale": {"layer": "product_price"},
        "bundle_deal": {"layer": "bundle"},
        "shop_voucher": {"layer": "shop_voucher"},
        "platform_voucher": {"layer": "platform_voucher"},
        "co_funded_voucher": {"layer": "platform_voucher"},
        "add_on_deal": {"layer": None},
    },
    audiences=("Anyone", "LIVE viewer", "Follower", "New customer"),
    buyers={"New": "New customer", "Followers": "Follower", "New followers": "Follower"},
    live="LIVE viewer",
    same_tool="clear",
    decimals=0,
)
TOOLS = tuple(VN.tools)
COUPONS = tuple(
    (kind, "shop_voucher") for kind in ("Seller", "Follower", "New customer", "Repeat customer", "Promo code")
)
PRICES = ("discount", "shop_flash_sale")

"""What the sellers of the invented campaign would have typed into their registrations."""

from datetime import datetime, timedelta
from decimal import Decimal

from campaignctl.simulation.books import Book, Row
from campaignctl.simulation.setup import LAST_MINUTE, at, stream_target
from campaignctl.simulation.world import CODE, DAYS, Shop, World

LAST_DAY = -9
"""The last whole day before registration closes, counted from the campaign's first."""

FLOOR = 0.65
"""The least that sellers accept, as a share of the campaign price: what is left once every coupon meets lies above."""


def registration_books(world: World) -> list[Book]:
    """Return one registration per shop, filled without a fault."""
    return [registration_book(shop) for shop in world.shops]


def file_of(shop: Shop) -> str:
    """Return the name under which a shop's registration lies in the campaign's folder."""
    word = "-".join("".join(c if c.isalnum() else " " for c in shop.name.lower()).split())
    return f"registrations/{shop.seller_id.lower()}-{word}.xlsx"


def registration_book(shop: Shop) -> Book:
    """Return a shop's registration."""
    rows = {
        "registration": [_seller(shop)],
        "sku_lines": [_line(shop, number) for number in range(len(shop.skus))],
        "coupons": _coupons(shop),
        "slots": _slots(shop),
    }
    return Book(file_of(shop), rows, extra={"sku_lines": ("unit_cost",)}, saved=_saved(shop))


def _saved(shop: Shop) -> datetime:
    """Return when a shop saved its form: on a working morning or afternoon of the ten days before registration closed."""
    return at(LAST_DAY - shop.number % 10, "08:30") + timedelta(minutes=shop.number * 37 % 540)


def _seller(shop: Shop) -> Row:
    return {
        "form_id": f"{CODE}-{shop.seller_id}-1-1",
        "seller_id": shop.seller_id,
        "shop_name": shop.name,
        "taking_part": "Yes",
        "main_category": shop.category,
        "contact_name": shop.contact,
        "contact_email": f"{shop.seller_id.lower()}@shops.example",
        "co_fund": "Yes",
        "free_shipping_from": Decimal(25),
        "orders_a_day": 400,
        "accepts_terms": "Yes",
        "signed_by": shop.contact,
    }


def _line(shop: Shop, number: int) -> Row:
    sku = shop.skus[number]
    return {
        "promotion_id": sku.promotion,
        "product_id": sku.product_id,
        "sku_id": sku.sku_id,
        "seller_sku": sku.seller_sku,
        "product_name": sku.product,
        "variation": sku.variation,
        "category": sku.category,
        "list_price": _money(sku.listed),
        "low_30d": _money(sku.low_30d),
        "campaign_price": _money(sku.campaign_price),
        "stock": sku.stock,
        "per_buyer": 5 if number % 3 == 0 else "No limit",
        "floor_price": _money(round(sku.campaign_price * FLOOR)),
        "commission": Decimal("0.12"),
        "in_a_live": bool(shop.live and number == 0),
        "line": "Offer",
        "unit_cost": _money(sku.unit_cost),
    }


def _coupons(shop: Shop) -> list[Row]:
    if int(shop.seller_id[2:]) % 2:
        return []
    return [
        {
            "coupon": f"WELCOME{shop.seller_id[2:]}",
            "type": "Seller",
            "already_running": "No",
            "kind_of_value": "Percent off",
            "value": Decimal("0.08"),
            "max_discount": Decimal(6),
            "min_spend": Decimal(30),
            "applies_to": "Whole shop",
            "starts": at(0),
            "ends": at(DAYS) + LAST_MINUTE,
            "quantity": 500,
            "per_buyer": 1,
        }
    ]


def _slots(shop: Shop) -> list[Row]:
    if not shop.live:
        return []
    handle = "".join(c for c in shop.name.lower() if c.isalnum())
    return [
        {
            "title": f"{shop.name} evening",
            "account": f"{handle}.live",
            "host": shop.contact,
            "first_choice": at(0, "19:00"),
            "second_choice": at(1, "19:00") + timedelta(hours=1),
            "minutes": 120,
            "place": "Own studio",
            "estimated_gmv": stream_target(shop),
        }
    ]


def _money(cents: int) -> Decimal:
    return Decimal(cents) / 100

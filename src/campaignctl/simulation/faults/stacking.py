"""Faults that no cell shows alone: promotions and coupons that meet on one SKU, and what they cost together.

Each is planted on a product of its own, so that nothing else is touched.
"""

from datetime import timedelta
from decimal import Decimal
from typing import Any

from campaignctl.simulation.books import Book
from campaignctl.simulation.faults.planting import Planter
from campaignctl.simulation.setup import LAST_MINUTE, OWNER, PRODUCER, at
from campaignctl.simulation.world import CODE, DAYS, ENTRY, PRICES

WHOLE = {"starts": at(0), "ends": at(DAYS) + LAST_MINUTE}
EVENING = {"starts": at(1, "20:00"), "ends": at(1, "20:00") + timedelta(minutes=20)}
COUPON = {"type": "Seller", "already_running": "No", "kind_of_value": "Amount off", "applies_to": "Selected products", **WHOLE, "quantity": 200, "per_buyer": 1}  # fmt: skip
NOMINATED = {"level": "Variation", "applies_to": "Nominated SKUs", "kind_of_value": "Seller's price"}
SHOP = 8
"""A shop that runs no coupons of its own."""


def plant(planter: Planter) -> None:
    """Plant one fault for each rule on stacking."""
    book = planter.registrations[SHOP]
    _depth(planter, book)
    _coupons(planter, book)
    _left_over(planter, book)
    _ranks(planter, book)
    _money(planter, book)


def _line(planter: Planter, book: Book, promotion: str, listed: int, price: int, **cells: Any) -> int:
    """Add a line for a product of its own, like the book's last one; return its index."""
    rows = book.rows["sku_lines"]
    last, digits = rows[-1], f"8{len(rows):03d}"
    ids = {key: f"{last[key][:-4]}{digits}" for key in ("product_id", "sku_id")}
    terms = {"list_price": Decimal(listed), "low_30d": Decimal(listed - 1), "campaign_price": Decimal(price), "stock": 100, "per_buyer": "No limit", "floor_price": None, "unit_cost": None}  # fmt: skip
    rows.append({**last, **ids, "seller_sku": f"STACK-{digits}", **terms, "promotion_id": promotion, **cells})
    planter.taken.add((book.file, len(rows) - 1))
    return len(rows) - 1


def _coupon(book: Book, line: int, name: str, value: str, least: int, **cells: Any) -> int:
    """Add a coupon for the product of a line; return its index."""
    product = book.rows["sku_lines"][line]["product_id"]
    amounts = {"value": Decimal(value), "min_spend": Decimal(least)}
    book.rows["coupons"].append({**COUPON, "coupon": name, "product_ids": product, **amounts, **cells})
    return len(book.rows["coupons"]) - 1


def _promotion(planter: Planter, tool: str, **cells: Any) -> str:
    rows = planter.setup.rows["promotions"]
    name = f"{CODE}-{len(rows) + 4}"
    rows.append(
        {"id": name, "title": f"Offer {name[-2:]}", "tool": tool, **NOMINATED, "seller_pays": Decimal(1), **cells}
    )
    return name


def _depth(planter: Planter, book: Book) -> None:
    for code, value in (("STK101", "12.50"), ("STK102", "11.10")):
        line = _line(planter, book, PRICES, 20, 15)
        _coupon(book, line, f"DEEP{code[-3:]}", value, 15)
        planter.note(code, book, "sku_lines", "campaign_price", line)


def _coupons(planter: Planter, book: Book) -> None:
    line = _line(planter, book, PRICES, 40, 30)
    made = _coupon(book, line, "Deal addon 1120", "1.00", 20, type='Auto ("addon")', already_running="Yes")
    planter.note("STK201", book, "coupons", "coupon", made)
    line = _line(planter, book, PRICES, 15, 12)
    _coupon(book, line, "EIGHT", "8.00", 9)
    added = _coupon(book, line, "FANS5", "5.00", 9, type="Follower")
    planter.note("STK202", book, "coupons", "coupon", added)
    planter.note("STK303", book, "sku_lines", "campaign_price", line)
    show = _promotion(planter, "LIVE flash deal", **EVENING, quantity=100, owner=PRODUCER)
    line = _line(planter, book, show, 60, 30, per_buyer=2)
    planter.note("STK203", book, "sku_lines", "campaign_price", line)


def _left_over(planter: Planter, book: Book) -> None:
    line = _line(planter, book, PRICES, 30, 22, floor_price=Decimal(22))
    planter.note("STK301", book, "sku_lines", "campaign_price", line)
    line = _line(planter, book, PRICES, 30, 22, unit_cost=Decimal(21))
    planter.note("STK302", book, "sku_lines", "campaign_price", line)


def _ranks(planter: Planter, book: Book) -> None:
    line = _line(planter, book, PRICES, 40, 30)
    twin = {**book.rows["sku_lines"][line], "promotion_id": ENTRY, "campaign_price": Decimal(29), "stock": 200}
    _line(planter, book, ENTRY, 40, 29, **twin)
    planter.note("STK402", book, "sku_lines", "campaign_price", line)
    show = _promotion(planter, "LIVE flash deal", **EVENING, quantity=100, owner=PRODUCER)
    planter.note("STK403", planter.setup, "promotions", "value", len(planter.setup.rows["promotions"]) - 1)
    line = _line(planter, book, PRICES, 40, 30)
    twin = {**book.rows["sku_lines"][line], "promotion_id": show, "campaign_price": Decimal(31), "stock": 150}
    _line(planter, book, show, 40, 31, **twin)


def _money(planter: Planter, book: Book) -> None:
    shared = _promotion(
        planter, "Campaign price", **WHOLE, seller_pays=Decimal("0.5"), budget=Decimal(100), owner=OWNER
    )
    planter.note("STK501", planter.setup, "promotions", "budget", len(planter.setup.rows["promotions"]) - 1)
    _line(planter, book, shared, 40, 30)
    planter.note("STK502", planter.setup, "campaign", "platform_budget", 0)

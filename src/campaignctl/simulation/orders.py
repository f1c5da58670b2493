"""The orders of the invented campaign, one shop at a time, in the exact columns of a US orders export.

Demand follows the weekday and the hour; during the campaign it rises by the shop's true lift. Some orders are never
paid, some are cancelled, some come back, and a few are samples.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import numpy as np

from campaignctl.domain.raw_table import RawCell, RawTable
from campaignctl.simulation.world import DAYS, STARTS, Shop, Sku, World

HEADER = (
    "Order ID", "Order Status", "Order Substatus", "Cancelation/Return Type", "Normal or Pre-order", "SKU ID",
    "Seller SKU", "Product ID", "Product Name", "Variation", " Virtual Bundle Seller SKU", "Quantity",
    "Sku Quantity of return", "SKU Unit Original Price", "SKU Subtotal Before Discount", "SKU Platform Discount",
    "SKU Seller Discount", "SKU Subtotal After Discount", "Shipping Fee After Discount", "Original Shipping Fee",
    "Shipping Fee Seller Discount", "Co-Funded Shipping Fee Discount", "Shipping Fee Platform Discount",
    "Payment platform discount", "Retail Delivery Fee", "Taxes", "Order Amount", "Order Refund Amount", "Created Time",
    "Paid Time", "RTS Time", "Shipped Time", "Delivered Time", "Cancelled Time", "Cancel By", "Cancel Reason",
    "Fulfillment Type", "Warehouse Name", "Tracking ID", "Delivery Option Type", "Delivery Option",
    "Shipping Provider Name", "Buyer Message", "Buyer Nickname", "Buyer Username", "Recipient", "Phone #", "Country",
    "State", "City", "Zipcode", "Address Line 1", "Address Line 2", "Delivery Instruction", "Payment Method",
    "Weight(kg)", "Product Category", "Package ID", "Seller Note", "Shipping Information", "Combined Listing",
    "Order Channel", "Creator Handle",
)  # fmt: skip
"""The 63 columns, in file order; one of them opens with a blank in the real file."""

DESCRIPTION = "Platform unique order ID."
_WEEKDAYS = (0.92, 0.90, 0.93, 0.97, 1.10, 1.15, 1.03)
_HOURS = np.array([2, 1, 1, 1, 1, 1, 2, 3, 4, 5, 6, 6, 6, 6, 5, 5, 6, 7, 9, 11, 12, 10, 7, 4], dtype=float)
_CAMPAIGN_DAYS = (1.25, 1.05, 1.0, 0.85, 0.85, 1.1)
_SAMPLE, _UNPAID, _CANCELLED_UNPAID, _CANCELLED, _RETURNED = 0.004, 0.012, 0.02, 0.03, 0.035


@dataclass(frozen=True, slots=True)
class Fate:
    """What becomes of an order."""

    status: str
    substatus: str
    kind: str = ""
    paid: bool = True
    cancelled: bool = False
    returned: bool = False
    sample: bool = False


def orders_export(world: World, shop: Shop) -> RawTable:
    """Return a shop's orders export: all lines of all its orders, with the description row under the header."""
    description: tuple[RawCell, ...] = (DESCRIPTION, *("Text." for _ in HEADER[1:]))
    return RawTable(HEADER, (description, *_lines(world, shop)))


def _lines(world: World, shop: Shop) -> Iterator[tuple[RawCell, ...]]:
    rng = np.random.default_rng([world.seed, int(shop.seller_id[2:])])
    weights = np.array([sku.weight for sku in shop.skus])
    number = 0
    for day in world.days:
        for seconds in sorted(_moments(day, shop, rng)):
            number += 1
            created = datetime.combine(day, datetime.min.time()) + timedelta(seconds=int(seconds))
            yield from _order(shop, number, created, weights / weights.sum(), rng)


def _moments(day: date, shop: Shop, rng: np.random.Generator) -> np.ndarray:
    """Return the seconds of a local day at which its orders are placed."""
    in_campaign = (day - STARTS.date()).days
    factor = shop.lift * _CAMPAIGN_DAYS[in_campaign] if 0 <= in_campaign < DAYS else 1.0
    count = rng.poisson(shop.orders_a_day * _WEEKDAYS[day.weekday()] * factor)
    hours = rng.choice(24, size=count, p=_HOURS / _HOURS.sum())
    return np.asarray(hours * 3600 + rng.integers(0, 3600, size=count))


def _order(
    shop: Shop, number: int, created: datetime, weights: np.ndarray, rng: np.random.Generator
) -> Iterator[tuple[RawCell, ...]]:
    fate = _fate(rng)
    size = min(int(rng.choice([1, 2, 3], p=[0.82, 0.14, 0.04])), len(shop.skus))
    chosen = sorted(rng.choice(len(shop.skus), size=size, replace=False, p=weights))
    lines = [_line(shop.skus[at], created, fate, rng) for at in chosen]
    order_id = f"5770{int(shop.seller_id[2:]):04d}{number:010d}"
    shipping = 0 if sum(line["after"] for line in lines) >= 2500 or fate.sample else 499
    taxes = round(sum(line["after"] for line in lines) * 0.0825)
    amount = sum(line["after"] for line in lines) + shipping + taxes
    refund = (
        sum(line["after"] * line["back"] // line["quantity"] for line in lines) if fate.paid and not fate.sample else 0
    )
    if fate.cancelled and fate.paid:
        refund = amount
    times = _times(created, fate, rng)
    for at, line in zip(chosen, lines, strict=True):
        yield _row(shop, shop.skus[at], line, order_id, fate, (shipping, taxes, amount, refund), times)


def _fate(rng: np.random.Generator) -> Fate:
    draw = rng.random()
    if draw < _SAMPLE:
        return Fate("Completed", "Completed", sample=True)
    draw -= _SAMPLE
    if draw < _UNPAID:
        return Fate("Unpaid", "Unpaid", paid=False)
    draw -= _UNPAID
    if draw < _CANCELLED_UNPAID:
        return Fate("Canceled", "Canceled", "Cancel", paid=False, cancelled=True)
    draw -= _CANCELLED_UNPAID
    if draw < _CANCELLED:
        return Fate("Canceled", "Canceled", "Cancel", cancelled=True)
    draw -= _CANCELLED
    if draw < _RETURNED:
        return Fate("Completed", "Completed", "Return/Refund", returned=True)
    return Fate("Completed", "Completed") if draw < 0.8 else Fate("Shipped", "In transit")


def _line(sku: Sku, created: datetime, fate: Fate, rng: np.random.Generator) -> dict[str, int]:
    quantity = int(rng.choice([1, 2, 3], p=[0.86, 0.11, 0.03]))
    if fate.sample:
        return {"quantity": 1, "unit": 0, "before": 0, "platform": 0, "seller": 0, "after": 0, "back": 0}
    before = sku.listed * quantity
    off = (sku.listed - unit_price(sku, created)) * quantity
    platform = off * platform_share(sku.promotion) // 100 if is_campaign(created) else 0
    back = quantity if fate.returned and quantity == 1 else (1 if fate.returned else 0)
    return {"quantity": quantity, "unit": sku.listed, "before": before, "platform": platform, "seller": off - platform, "after": before - off, "back": back}  # fmt: skip


def is_campaign(moment: datetime) -> bool:
    """Whether a local time lies in the campaign's window."""
    return STARTS <= moment < STARTS + timedelta(days=DAYS)


def platform_share(promotion: str) -> int:
    """Return what the platform pays of a promotion's discount, in percent."""
    return {"02": 30, "03": 30, "04": 20}.get(promotion[-2:], 0)


def unit_price(sku: Sku, moment: datetime) -> int:
    """Return what a buyer pays for one unit: the campaign price while its promotion runs, else about the recent low."""
    start = STARTS + {"02": timedelta(hours=18), "03": timedelta(days=1)}.get(sku.promotion[-2:], timedelta(0))
    end = STARTS + {"02": timedelta(days=1), "03": timedelta(days=3)}.get(sku.promotion[-2:], timedelta(days=DAYS))
    return sku.campaign_price if start <= moment < end else sku.low_30d


def _times(created: datetime, fate: Fate, rng: np.random.Generator) -> dict[str, datetime | None]:
    paid = created + timedelta(seconds=int(rng.integers(5, 240))) if fate.paid else None
    cancelled = created + timedelta(minutes=int(rng.integers(20, 900))) if fate.cancelled else None
    shipped = created + timedelta(hours=int(rng.integers(12, 60))) if fate.paid and not fate.cancelled else None
    delivered = shipped + timedelta(days=int(rng.integers(2, 6))) if shipped and fate.status == "Completed" else None
    return {"created": created, "paid": paid, "shipped": shipped, "delivered": delivered, "cancelled": cancelled}


def _row(  # noqa: PLR0913, PLR0917 - a row of 63 columns has many parts
    shop: Shop,
    sku: Sku,
    line: dict[str, int],
    order_id: str,
    fate: Fate,
    totals: tuple[int, int, int, int],
    times: dict[str, datetime | None],
) -> tuple[RawCell, ...]:
    shipping, taxes, amount, refund = totals
    cells: dict[str, RawCell] = dict.fromkeys(HEADER, "")
    cells |= {
        "Order ID": f"{order_id}\t",
        "Order Status": fate.status,
        "Order Substatus": fate.substatus,
        "Cancelation/Return Type": fate.kind,
        "Normal or Pre-order": "Normal",
        "SKU ID": f"{sku.sku_id}\t",
        "Seller SKU": sku.seller_sku,
        "Product ID": f"{sku.product_id}\t",
        "Product Name": sku.product,
        "Variation": sku.variation,
        "Quantity": line["quantity"],
        "Sku Quantity of return": line["back"],
        "SKU Unit Original Price": _dollars(line["unit"]),
        "SKU Subtotal Before Discount": _dollars(line["before"]),
        "SKU Platform Discount": _dollars(line["platform"]),
        "SKU Seller Discount": _dollars(line["seller"]),
        "SKU Subtotal After Discount": _dollars(line["after"]),
        "Shipping Fee After Discount": _dollars(shipping),
        "Original Shipping Fee": _dollars(499),
        "Shipping Fee Seller Discount": _dollars(499 - shipping),
        "Taxes": _dollars(taxes),
        "Order Amount": _dollars(amount),
        "Order Refund Amount": _dollars(refund) if refund else "",
        "Created Time": _stamp(times["created"]),
        "Paid Time": _stamp(times["paid"]),
        "RTS Time": _stamp(times["shipped"]),
        "Shipped Time": _stamp(times["shipped"]),
        "Delivered Time": _stamp(times["delivered"]),
        "Cancelled Time": _stamp(times["cancelled"]),
        "Cancel By": "User" if fate.cancelled else "",
        "Cancel Reason": "No longer needed" if fate.cancelled else "",
        "Fulfillment Type": "Fulfillment by seller",
        "Warehouse Name": "Main",
        "Buyer Nickname": "invented buyer",
        "Buyer Username": "i***r",
        "Recipient": "I*** B***",
        "Phone #": "(+1)***-***-0100",
        "Country": "United States",
        "State": "Nowhere",
        "Payment Method": "Card" if fate.paid else "",
        "Weight(kg)": "0.40",
        "Product Category": sku.category,
        "Order Channel": "LIVE"
        if shop.live and is_campaign(times["created"] or STARTS) and line["quantity"] > 1
        else "Product card",
    }
    return tuple(cells[name] for name in HEADER)


def _dollars(cents: int) -> str:
    return f"{cents // 100}.{cents % 100:02d}"


def _stamp(moment: datetime | None) -> str:
    """Return a US export's time, with the tab that trails it in the real file."""
    return f"{moment:%m/%d/%Y %I:%M:%S %p}\t" if moment else ""

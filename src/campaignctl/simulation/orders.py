"""The orders of the invented campaign, one shop at a time, in the exact columns of a US orders export."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import repeat

import numpy as np

from campaignctl.domain.raw_table import RawCell, RawTable
from campaignctl.simulation.names import CREATORS
from campaignctl.simulation.sales import (
    CANCELLED,
    CANCELLED_UNPAID,
    NEVER,
    RETURNED,
    UNPAID,
    Bools,
    Ints,
    Sales,
    moment_of,
)
from campaignctl.simulation.ways import brought, by_video, creator_of, on_air
from campaignctl.simulation.world import Shop

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

SELLER = "Seller ID"
"""The column by which a file over several shops tells them apart."""
DESCRIPTION = "Platform unique order ID."
_DAY = 86_400
_SHIPPING = 499
_ALWAYS = {
    "Normal or Pre-order": "Normal",
    "Original Shipping Fee": "4.99",
    "Fulfillment Type": "Fulfillment by seller",
    "Warehouse Name": "Main",
    "Buyer Nickname": "invented buyer",
    "Buyer Username": "i***r",
    "Recipient": "I*** B***",
    "Phone #": "(+1)***-***-0100",
    "Country": "United States",
    "State": "Nowhere",
    "Weight(kg)": "0.40",
}
"""What stands in every line."""


def orders_export(sales: Sales) -> RawTable:
    """Return a shop's orders export: all lines of all its orders, with the description row under the header."""
    return RawTable(HEADER, (_description(HEADER), *_lines(sales)))


def platform_export(sold: Sequence[Sales]) -> RawTable:
    """Return the platform's own export over several shops: that of a shop, and whose each line is."""
    header = (*HEADER, SELLER)
    lines = ((*line, sales.shop.seller_id) for sales in sold for line in _lines(sales))
    return RawTable(header, (_description(header), *lines))


def _description(header: Sequence[str]) -> tuple[RawCell, ...]:
    return (DESCRIPTION, *("Text." for _ in header[1:]))


def _lines(sales: Sales) -> Iterator[tuple[RawCell, ...]]:
    told = _ids(sales) | _fates(sales) | _amounts(sales) | _moments(sales)
    columns: list[Iterable[RawCell]] = [
        told[name] if name in told else repeat(_ALWAYS.get(name, ""), len(sales.order)) for name in HEADER
    ]
    return zip(*columns, strict=True)


def _ids(sales: Sales) -> dict[str, Iterable[RawCell]]:
    skus, shop = sales.shop.skus, sales.shop
    orders = [f"{order_id(shop, number)}\t" for number in range(int(sales.order.max(initial=0)) + 1)]
    of_sku = {
        "SKU ID": [f"{sku.sku_id}\t" for sku in skus],
        "Seller SKU": [sku.seller_sku for sku in skus],
        "Product ID": [f"{sku.product_id}\t" for sku in skus],
        "Product Name": [sku.product for sku in skus],
        "Variation": [sku.variation for sku in skus],
        "Product Category": [sku.category for sku in skus],
    }
    told = {name: _looked_up(words, sales.sku) for name, words in of_sku.items()}
    return {"Order ID": _looked_up(orders, sales.order), **told}


def order_id(shop: Shop, number: int) -> str:
    """Return the ID under which every export of a shop knows an order."""
    return f"5770{shop.number:04d}{number:010d}"


def _fates(sales: Sales) -> dict[str, Iterable[RawCell]]:
    """Return the words on what became of an order; one that has not arrived yet is still in transit, or to be sent."""
    gone = np.isin(sales.fate, (CANCELLED_UNPAID, CANCELLED))
    stage = np.select(
        [sales.fate == UNPAID, gone, sales.delivered != NEVER, sales.shipped != NEVER], [0, 1, 2, 3], default=4
    )
    kind = np.select([gone, (sales.fate == RETURNED) & (sales.delivered != NEVER)], [1, 2], default=0)
    return {
        "Order Status": _looked_up(("Unpaid", "Canceled", "Completed", "Shipped", "To ship"), stage),
        "Order Substatus": _looked_up(("Unpaid", "Canceled", "Completed", "In transit", "Awaiting shipment"), stage),
        "Cancelation/Return Type": _looked_up(("", "Cancel", "Return/Refund"), kind),
        "Cancel By": _looked_up(("", "User"), gone),
        "Cancel Reason": _looked_up(("", "No longer needed"), gone),
        "Payment Method": _looked_up(("", "Card"), sales.paid != NEVER),
        "Order Channel": _looked_up(("Product card", "LIVE", "Video"), on_air(sales) + 2 * by_video(sales)),
        "Creator Handle": _looked_up(("", *CREATORS), np.where(brought(sales), creator_of(sales) + 1, 0)),
    }


def _amounts(sales: Sales) -> dict[str, Iterable[RawCell]]:
    return {
        "Quantity": sales.quantity.tolist(),
        "Sku Quantity of return": sales.back.tolist(),
        "SKU Unit Original Price": _dollars(sales.unit),
        "SKU Subtotal Before Discount": _dollars(sales.before),
        "SKU Platform Discount": _dollars(sales.platform),
        "SKU Seller Discount": _dollars(sales.seller),
        "SKU Subtotal After Discount": _dollars(sales.after),
        "Shipping Fee After Discount": _dollars(sales.shipping),
        "Shipping Fee Seller Discount": _dollars(_SHIPPING - sales.shipping),
        "Taxes": _dollars(sales.taxes),
        "Order Amount": _dollars(sales.amount),
        "Order Refund Amount": ["" if cell == "0.00" else cell for cell in _dollars(sales.refund)],
    }


def _moments(sales: Sales) -> dict[str, Iterable[RawCell]]:
    """Return the times; US exports trail each with a tab."""
    shipped = _stamps(sales.shipped)
    return {
        "Created Time": _stamps(sales.created),
        "Paid Time": _stamps(sales.paid),
        "RTS Time": shipped,
        "Shipped Time": shipped,
        "Delivered Time": _stamps(sales.delivered),
        "Cancelled Time": _stamps(sales.cancelled),
    }


def _looked_up(words: "list[str] | tuple[str, ...]", at: Ints | Bools) -> list[RawCell]:
    return [words[place] for place in at.tolist()]


def _dollars(cents: Ints) -> list[RawCell]:
    amounts, at = np.unique(cents, return_inverse=True)
    return _looked_up([f"{amount // 100}.{amount % 100:02d}" for amount in amounts.tolist()], at)


def _stamps(seconds: Ints) -> list[RawCell]:
    return [
        "" if second == NEVER else f"{_day(second // _DAY)} {_clock()[second % _DAY]}" for second in seconds.tolist()
    ]


@cache
def _day(number: int) -> str:
    return f"{moment_of(number * _DAY):%m/%d/%Y}"


@cache
def _clock() -> list[str]:
    return list(_clock_words())


def _clock_words() -> Iterator[str]:
    for second in range(_DAY):
        hour = second // 3600
        half = "AM" if hour < 12 else "PM"
        yield f"{(hour + 11) % 12 + 1:02d}:{second // 60 % 60:02d}:{second % 60:02d} {half}\t"

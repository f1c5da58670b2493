"""The statement of what shops were paid: every line delivered some days ago, with the fees taken off, and adjustments.

It adds up with the orders: gross sales and the seller's discount are those of the order lines, refunds those of what
came back, commission that of the creators.
"""

from collections.abc import Iterator, Sequence
from datetime import timedelta

import numpy as np

from campaignctl.domain.raw_table import RawCell, RawTable
from campaignctl.simulation.creators import commission
from campaignctl.simulation.orders import SELLER, order_id
from campaignctl.simulation.sales import NEVER, SAMPLE, Ints, Sales, moment_of
from campaignctl.simulation.world import BEFORE, DAYS, STARTS, World

HEADER = (
    "Statement date", "Statement ID", "Payment ID", "Status", "Currency", "Type ", "Order/adjustment ID  ", "SKU ID",
    "Quantity", "Product name", "SKU name", "Order created date", "Order delivery date", "Total settlement amount",
    "Net sales", "Gross sales", "Gross sales refund", "Seller discount", "Seller discount refund", "Referral fee",
    "Refund administration fee", "Affiliate commission", "Campaign service fee", "FBT fulfillment fee",
    "Customer shipping fee offset",
)  # fmt: skip
"""The columns of a US statement, in file order; header cells end in any number of blanks."""

REFERRAL_FEE, ADMINISTRATION, CAMPAIGN_FEE = 0.06, 0.20, 0.01
_DAY = 86_400
_TAKES = 2
"""Days from delivery to the statement."""


def statement(world: World, sold: Sequence[Sales]) -> RawTable:
    """Return the statements of these shops from the campaign's first day on, up to the pull of all exports."""
    rows = [row for sales in sold for row in _lines(world, sales)]
    rows += [_reimbursed(sales) for sales in sold if sales.shop.number % 5 == 0]
    return RawTable((*HEADER, SELLER), tuple(rows))


def _lines(world: World, sales: Sales) -> Iterator[tuple[RawCell, ...]]:
    day = sales.delivered // _DAY + _TAKES
    known = (sales.delivered != NEVER) & (sales.fate != SAMPLE) & (day >= BEFORE) & (day <= _last(world))
    money, skus = _amounts(sales), sales.shop.skus
    for at in np.flatnonzero(known).tolist():
        sku, settled = skus[sales.sku[at]], moment_of(int(day[at]) * _DAY)
        told = {
            "Statement date": f"{settled:%Y/%m/%d}", "Statement ID": f"36{sales.shop.number:04d}{settled:%Y%m%d}0001",
            "Payment ID": f"37{sales.shop.number:04d}{settled:%Y%m%d}0001", "Status": "Paid", "Currency": "USD",
            "Type ": "Order", "Order/adjustment ID  ": order_id(sales.shop, int(sales.order[at])), "SKU ID": sku.sku_id,
            "Quantity": str(sales.quantity[at]), "Product name": sku.product, "SKU name": sku.variation,
            "Order created date": f"{moment_of(int(sales.created[at])):%Y/%m/%d}",
            "Order delivery date": f"{moment_of(int(sales.delivered[at])):%Y/%m/%d}",
            **{name: f"{cents[at] / 100:.2f}" for name, cents in money.items()},
        }  # fmt: skip
        yield (*(told.get(head, "0.00") for head in HEADER), sales.shop.seller_id)


def _last(world: World) -> int:
    """Return the day before the pull, whose statement is the newest."""
    return (world.pulled.date() - moment_of(0).date()).days - 1


def _amounts(sales: Sales) -> dict[str, Ints]:
    """Return the amounts of every line in cents, fees and discounts with a minus."""
    back, of = sales.back, np.maximum(sales.quantity, 1)
    gross_back, seller_back = sales.before * back // of, sales.seller * back // of
    net = sales.before - sales.seller - gross_back + seller_back
    in_campaign = (sales.created >= BEFORE * _DAY) & (sales.created < (BEFORE + DAYS) * _DAY)
    fees = {
        "Referral fee": -np.round(net * REFERRAL_FEE),
        "Refund administration fee": -np.round((gross_back - seller_back) * REFERRAL_FEE * ADMINISTRATION),
        "Affiliate commission": -commission(sales),
        "Campaign service fee": -np.round(
            np.where(in_campaign & (back == 0), net + _shipping(sales), 0) * CAMPAIGN_FEE
        ),
    }
    whole = {name: amounts.astype("int64") for name, amounts in fees.items()}
    sold = {
        "Net sales": net, "Gross sales": sales.before, "Gross sales refund": -gross_back,
        "Seller discount": -sales.seller, "Seller discount refund": seller_back,
    }  # fmt: skip
    return {**sold, **whole, "Total settlement amount": np.asarray(net + sum(whole.values()))}


def _shipping(sales: Sales) -> Ints:
    """Return what the customer paid for shipping, on the first line of each order."""
    first = np.diff(sales.order, prepend=-1) != 0
    return np.asarray(np.where(first, sales.shipping, 0))


def _reimbursed(sales: Sales) -> tuple[RawCell, ...]:
    told = {
        "Statement date": f"{STARTS + timedelta(days=DAYS - 1):%Y/%m/%d}", "Status": "Paid", "Currency": "USD",
        "Type ": "Logistics reimbursement", "Order/adjustment ID  ": f"99{sales.shop.number:016d}",
        "Order created date": "", "Order delivery date": "", "SKU ID": "", "Quantity": "", "Product name": "",
        "SKU name": "", "Statement ID": "", "Payment ID": "", "Total settlement amount": "7.50",
    }  # fmt: skip
    return (*(told.get(head, "0.00") for head in HEADER), sales.shop.seller_id)

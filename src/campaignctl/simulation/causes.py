"""What was planted in the sales of the invented campaign, for a report to find: causes, broken promises, an event.

Each is small and touches one shop, one SKU or one category of its own, so that none hides another. All of them lie at
shops whose registrations are without a fault; both twins of the demo hold the same ones.

``truth.json`` lists them under ``causes``, each as ``{kind, seller, category, sku, promotion, other, from, to, amount,
unit, words}``: what does not apply is null, ``from`` and ``to`` are half-open instants with their offset, ``sku`` is one
id (a cause of several SKUs is listed once for each), and ``amount`` is in ``unit``. What each kind means:

====================== ========== =================================================================================
kind                   unit       amount
====================== ========== =================================================================================
category_traffic       factor     visitors of a category against what they would have been; conversion stood
category_conversion    factor     conversion of a category, likewise; visitors stood
seller_under_plan      factor     orders against those of the campaign's other shops; its target knew nothing of it
stock_out              units      sold of the SKU in the campaign until ``from``; that was its agreed stock
stock_not_kept         units      of the agreed stock that were never there: sales stop at ``from``, short of it
discount_without_units share      off list beyond the usual, over the whole shop; its orders did not rise
price_above_deal       cents      a unit more than the agreed deal price, in the orders created in the span
stream_not_held        minutes    of a promised stream (``other``) that no LIVE list knows
cancellations          share      of the shop's paid orders in the campaign that were cancelled
product_unseen         factor     conversion of a product (``other``) against what is usual; it has as many fewer visitors
event                  factor     orders of a shop in the span; the Changes sheet tells it (``other`` is its number)
====================== ========== =================================================================================

The product lists, of the campaign and of the same weekdays two weeks before, tell the first two apart: visitors of the
one category, and conversion of the other, move by the amount against those of the categories without a cause.

Under ``lift`` stands the campaign's true effect on GMV: ``{orders_by_seller: {seller: effect on orders without causes},
gmv: {gross, net, near, observed, expected}}``. ``gross`` is (observed - expected) / expected over the campaign's days and
its sellers' whole shops, in money as paid; ``net`` counts from 7 days before to 7 days after and is divided by the same
``expected``; ``near`` is the share of their orders that comparison shops of the same categories are to lose (negative).
``observed`` and ``expected`` are minor units.
"""

from dataclasses import dataclass
from datetime import datetime

TRAFFIC, CONVERSION = "category_traffic", "category_conversion"
UNDER_PLAN, STOCK_OUT, NOT_KEPT = "seller_under_plan", "stock_out", "stock_not_kept"
DISCOUNT, ABOVE_DEAL = "discount_without_units", "price_above_deal"
NOT_HELD, CANCELLATIONS, EVENT = "stream_not_held", "cancellations", "event"
UNSEEN = "product_unseen"


@dataclass(frozen=True, slots=True)
class Cause:
    """One planted cause; ``starts`` and ``ends`` are the shop's local clock, half-open."""

    kind: str
    starts: datetime
    ends: datetime
    amount: float
    unit: str
    words: str
    seller: str = ""
    category: str = ""
    sku: str = ""
    promotion: str = ""
    other: str = ""

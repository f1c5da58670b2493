"""The shapes of what is worked out about prices: what buyers pay when, who pays the discount, what may come next."""

from collections.abc import Iterable

from campaignctl.domain.frames import Dtype, Shape


def prices_shape(layers: Iterable[str]) -> Shape:
    """Return the shape of a table of prices: one row per item (a SKU, or a product without one) and stretch of time.

    All money is per unit: that of the first unit of a basket of ``units`` units. List price less discounts is what the
    buyer ``pays``; those discounts are ``off_by_seller`` and ``off_by_platform``. ``product_price`` is what the
    promotions on products make, set by the promotion ``price_by`` (missing: the list price stands), and ``off_<layer>``
    is what each further layer of the marketplace's stack takes off. ``kept`` is what the buyer pays and the platform
    adds, ``contribution`` what is left of it after ``fees`` and unit cost, ``room`` how far ``kept`` lies above the
    seller's floor. ``made_by`` are the promotions and coupons that made the price, ``beside`` those that run without
    touching it (gifts, shipping). ``unclear``: it rests on a pair that the marketplace leaves unclear. ``line`` is the
    index of the SKU line that names the price, or else of the first one of the item.
    """
    return {
        "seller_id": Dtype.WORD,
        "product_id": Dtype.WORD,
        "sku_id": Dtype.WORD,
        "starts": Dtype.INSTANT,
        "ends": Dtype.INSTANT,
        "audience": Dtype.FEW,
        "units": Dtype.COUNT,
        "list_price": Dtype.MONEY,
        "product_price": Dtype.MONEY,
        "price_by": Dtype.FEW,
        **{f"off_{layer}": Dtype.MONEY for layer in layers},
        "pays": Dtype.MONEY,
        "off_by_seller": Dtype.MONEY,
        "off_by_platform": Dtype.MONEY,
        "kept": Dtype.MONEY,
        "fees": Dtype.MONEY,
        "unit_cost": Dtype.MONEY,
        "contribution": Dtype.MONEY,
        "floor_price": Dtype.MONEY,
        "room": Dtype.MONEY,
        "made_by": Dtype.FEW,
        "beside": Dtype.FEW,
        "unclear": Dtype.FLAG,
        "line": Dtype.COUNT,
    }


WORST_PRICES: Shape = {"shelf_price": Dtype.MONEY, "least_kept": Dtype.MONEY, "least_room": Dtype.MONEY}
"""What a table of worst prices, one row per item, has besides ``prices_shape``: the least price anyone pays for one
unit, and what is left for the seller, and above its floor, in the basket that is worst for the seller."""

PRICE_TABLE: Shape = {
    "shop_name": Dtype.FEW,
    "seller_sku": Dtype.WORD,
    "product_name": Dtype.WORD,
    "variation": Dtype.WORD,
    "low_30d": Dtype.MONEY,
    "standing": Dtype.FEW,  # below floor, close to floor, ok, no floor
}
"""What a table of worst prices for people says besides: what the item is called, and how it stands to its floor."""

UNPRICED: Shape = {
    "seller_id": Dtype.WORD,
    "product_id": Dtype.WORD,
    "sku_id": Dtype.WORD,
    "why": Dtype.WORD,
    "line": Dtype.COUNT,
}
"""One row per item that could not be priced; ``line`` is the index of its first SKU line."""

ATTRIBUTED: Shape = {
    "promotion_id": Dtype.WORD,
    "outcome": Dtype.FEW,  # matched, unexplained, or outside
    "expected_off": Dtype.MONEY,
    "observed_off": Dtype.MONEY,
    "beyond_by_seller": Dtype.MONEY,
    "beyond_by_platform": Dtype.MONEY,
}
"""One row per order line: the promotion that set the price of its SKU when it was placed (missing: none did).

All money is of the whole line: the discount that the promotion gives, the one in the file, and what each side paid
beyond the promotion. ``outside``: no sale, or no SKU or moment of the campaign.
"""

CEILINGS: Shape = {
    "seller_id": Dtype.WORD,
    "product_id": Dtype.WORD,
    "sku_id": Dtype.WORD,
    "tools": Dtype.FEW,
    "price": Dtype.MONEY,
    "set_by": Dtype.FEW,
    "until": Dtype.INSTANT,
    "strictly": Dtype.FLAG,
}
"""One row per item and look-back of the marketplace: the ``price`` that its next deals by ``tools`` must lie below
(``strictly``) or may equal, ``until`` the look-back has passed it; the promotion ``set_by`` made it."""

BUDGET_LEDGER: Shape = {
    "promotion_id": Dtype.WORD,
    "title": Dtype.WORD,
    "cost_centre": Dtype.FEW,
    "budget": Dtype.MONEY,
    "worst_case": Dtype.MONEY,
    "expected": Dtype.MONEY,
    "expected_from": Dtype.WORD,
    "committed": Dtype.MONEY,
    "left": Dtype.MONEY,
}
"""One row per promotion that the platform pays a part of, or that has a budget; all money is the platform's.

``worst_case`` is everything kept for it sold and every claim used, ``committed`` the worst case of what is locked;
each is missing where it is not known. ``left`` is the budget less what is committed, or less the worst case as long as
nothing is locked; ``expected`` is what the team or earlier campaigns expect to be used of the same, and
``expected_from`` says which of them, or why nothing is expected.
"""

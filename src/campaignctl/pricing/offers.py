"""An offer is whatever can lower a price: a promotion of the campaign, or a coupon that a seller runs beside it.

Promotions and coupons come in two sheets with two sets of columns; from here on they are the same thing.
"""

from dataclasses import dataclass
from enum import StrEnum

NEVER, ALWAYS = -(2**62), 2**62
"""Before any moment and after any, in microseconds since 1970."""


class Kind(StrEnum):
    """How an offer says what it gives."""

    SELLER_PRICE = "Seller's price"
    PERCENT = "Percent off"
    AMOUNT = "Amount off"
    FIXED = "Fixed price"
    BESIDE = "beside the price"


class Reach(StrEnum):
    """What an offer holds for; the words are those of the Promotions sheet, the last two those of Coupons."""

    NOMINATED = "Nominated SKUs"
    ALL = "All registered SKUs"
    CATEGORY = "Category"
    SELLER = "Seller"
    LIVESTREAM = "Livestream"
    SHOP = "Whole shop"
    PRODUCTS = "Selected products"


@dataclass(frozen=True, slots=True)
class Step:
    """From ``units`` units and a basket of ``spend`` on: ``percent`` (millionths) or ``amount`` off; money is minor."""

    units: int = 1
    spend: int = 0
    percent: int = 0
    amount: int = 0


@dataclass(frozen=True, slots=True)
class Offer:
    """A promotion or coupon. ``starts`` and ``ends`` are microseconds since 1970, half-open; shares are millionths.

    ``names`` are what it reaches: categories, sellers (ids or shop names) or streams in lower case, or product ids.
    ``audiences`` are positions; ``live`` marks what is met in livestreams only; ``limit`` is units per buyer; ``own``
    marks a seller's coupon, ``seller`` whose it is; ``row`` is its position in the frame of its sheet.
    """

    id: str
    title: str
    tool: str
    layer: str
    level: str
    kind: Kind
    reach: Reach
    names: frozenset[str]
    starts: int
    ends: int
    seller_pays: int
    audiences: frozenset[int]
    steps: tuple[Step, ...]
    max_discount: int | None = None
    platform_cap: int | None = None
    limit: int | None = None
    quantity: int | None = None
    live: bool = False
    own: bool = False
    seller: str = ""
    row: int = -1


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A promotion or coupon that could not be priced, and why."""

    id: str
    why: str

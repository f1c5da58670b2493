"""How deep a discount may be, and against which price it is measured."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from pydantic import Field, model_validator

from campaignctl.marketplaces.closed import Closed
from campaignctl.marketplaces.schema.limits import Limit, Money, Share, Sourced, Span, Words, percent, priced


class Range(Sourced):
    """The discounts that a tool allows, as fractions off list; ``until`` is the last day on which it holds.

    A blank condition (day, category, region, price) holds for all. Prices are minor units; ``price_below`` is
    exclusive.
    """

    since: date | None = None
    until: date | None = None
    least: Share | None = None
    most: Share | None = None
    categories: Words = ()
    regions: Words = ()
    price_from: Money | None = None
    price_below: Money | None = None

    @model_validator(mode="after")
    def _ordered(self) -> "Range":
        if self.least is None and self.most is None:
            raise ValueError("a range needs least, most or both")
        if self.least is not None and self.most is not None and self.least > self.most:
            raise ValueError(f"least {percent(self.least)} is above most {percent(self.most)}")
        if self.since and self.until and self.since > self.until:
            raise ValueError(f"since {self.since} lies after until {self.until}")
        return self

    def holds(self, on: date, category: str = "", region: str = "", price: int | None = None) -> bool:
        """Whether the range speaks of this day, category, region and list price (minor units, if known)."""
        in_days = (self.since is None or self.since <= on) and (self.until is None or on <= self.until)
        if not in_days or not _among(category, self.categories) or not _among(region, self.regions):
            return False
        if price is None:
            return self.price_from is None and self.price_below is None
        return (self.price_from or 0) <= price and (self.price_below is None or price < self.price_below)

    @property
    def text(self) -> str:
        """The range as ``5%–90%``, ``at least 20%`` or ``at most 50%``."""
        if self.least is None or self.most is None:
            return (
                f"at least {percent(self.least)}"
                if self.least is not None
                else f"at most {percent(self.most or Decimal(0))}"
            )
        return f"{percent(self.least)}–{percent(self.most)}"


def _among(word: str, words: Sequence[str]) -> bool:
    return not words or word.casefold() in {each.casefold() for each in words}


class AmountFloor(Sourced):
    """The least amount off in minor units, where it may hang on the shop's average order value."""

    least: Money
    average_order_above: Money | None = None
    average_order_up_to: Money | None = None
    typed: str = ""

    @model_validator(mode="before")
    @classmethod
    def _typed(cls, data: Any) -> Any:
        return (
            {**data, "typed": data["least"]} if isinstance(data, dict) and isinstance(data.get("least"), str) else data
        )

    @property
    def text(self) -> str:
        """The floor as the profile writes it."""
        return f"at least {priced(self.typed)}"


class PriceHistory(Closed):
    """The price must beat what buyers paid lately. ``strictly`` = below, else at or below.

    ``window`` is absent where the marketplace says "recent" without a number.
    """

    window: Limit[Span] | None = None
    strictly: Limit[bool] | None = None
    counts: Limit[str] | None = None
    without_sales: Limit[Literal["below list", "at most list", "no rule"]] | None = None


class Criterion(Sourced):
    """What an item of certain categories must meet to enter a slot sale: discount, price and stock, least and most."""

    categories: Words = ()
    discount_least: Share | None = None
    discount_most: Share | None = None
    price_least: Money | None = None
    price_most: Money | None = None
    stock_least: int | None = Field(default=None, ge=0)
    stock_most: int | None = Field(default=None, ge=0)
    below_lowest_of: Span | None = None

    def speaks_of(self, category: str) -> bool:
        """Whether the criterion is meant for ``category``."""
        return _among(category, self.categories)

    @property
    def text(self) -> str:
        """The criterion in words."""
        stock = "–".join(f"{units:,}" for units in (self.stock_least, self.stock_most) if units is not None)
        discount = "–".join(percent(off) for off in (self.discount_least, self.discount_most) if off is not None)
        parts = [f"discount {discount}" if discount else "", f"stock {stock}" if stock else "", self.note]
        return ", ".join(part for part in parts if part) or "criteria of its own"


class Tiers(Closed):
    """Steps of a promotion: buy two save 12 %, buy three save 20 %."""

    least: Limit[int] | None = None
    most: Limit[int] | None = None
    rising: Limit[bool] | None = None  # each tier's threshold and value above the one before
    same_kind: Limit[bool] | None = None
    by: Limit[tuple[Literal["units", "amount"], ...]] | None = None
    discount: Range | None = None
    first_below: Limit[Share] | None = None
    repeats: Limit[bool] | None = None  # the last step counts again for every further multiple
    mixes: Limit[bool] | None = None  # one step may give more than one kind, money off and a gift

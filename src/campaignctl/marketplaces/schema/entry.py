"""What a seller or a product must show to take part, and what taking part costs."""

from decimal import Decimal
from typing import Literal

from pydantic import model_validator

from campaignctl.marketplaces.closed import Closed
from campaignctl.marketplaces.schema.discounts import PriceHistory, Range
from campaignctl.marketplaces.schema.limits import Limit, Money, Number, Share, Sourced, Words
from campaignctl.marketplaces.schema.terms import Counts, Duration, Stock

Compare = Literal["at least", "at most", "below", "above", "is"]


class Condition(Sourced):
    """One condition of entry: a measure, a comparison, and a number, an amount (minor units) or yes/no."""

    measure: str
    of: Literal["seller", "product"] = "seller"
    to: Literal["enter", "stay"] = "enter"
    compare: Compare
    number: Number | None = None
    money: Money | None = None
    flag: bool | None = None
    says: str

    @model_validator(mode="after")
    def _one_value(self) -> "Condition":
        if sum(value is not None for value in (self.number, self.money, self.flag)) != 1:
            raise ValueError("a condition has exactly one of number, money and flag")
        return self

    @property
    def value(self) -> Decimal:
        """The bound: a plain number, minor units, or 1 for yes and 0 for no."""
        bound = next(value for value in (self.number, self.money, self.flag) if value is not None)
        return Decimal(bound)

    def holds(self, measured: Decimal | float | bool) -> bool:  # noqa: FBT001 - yes/no is one of the things measured
        """Whether what was measured (in the unit of ``value``) meets the condition."""
        found = Decimal(str(int(measured) if isinstance(measured, bool) else measured))
        return {
            "at least": found >= self.value,
            "at most": found <= self.value,
            "below": found < self.value,
            "above": found > self.value,
            "is": found == self.value,
        }[self.compare]

    @property
    def text(self) -> str:
        """The condition in words."""
        return self.says


class Entry(Closed):
    """A kind of platform campaign and what it asks for; ``kinds`` are the words of the Campaign sheet.

    ``tools`` are those with which products are entered: what is asked of discounts and lengths holds for them.
    """

    name: str
    kinds: Words = ()
    tools: Words = ()
    conditions: tuple[Condition, ...] = ()
    duration: Duration = Duration.model_construct()
    discounts: tuple[Range, ...] = ()
    price_history: PriceHistory = PriceHistory.model_construct()
    stock: Stock = Stock.model_construct()
    counts: Counts = Counts.model_construct()
    asks: Limit[Words] | None = None


class Fee(Sourced):
    """A fee: a rate of a base, or an amount. ``plus`` and ``minus`` are the order columns that make the base."""

    key: str
    name: str
    rate: Share | None = None
    amount: Money | None = None
    plus: Words = ()
    minus: Words = ()
    per: str
    not_on: Words = ()
    once: bool = False  # however many campaigns the line belongs to
    says: str

    @property
    def text(self) -> str:
        """The formula in words."""
        return self.says


class Commission(Closed):
    """What an affiliate may be paid, as fractions of the commission base; ``unit`` is that of one step in files."""

    name: str
    least: Limit[Share]
    most: Limit[Share]
    advised: Limit[Share] | None = None
    unit: Limit[Share] | None = None
    counts: Counts = Counts.model_construct()
    one_per_product: Limit[bool] | None = None
    longest: Limit[str] | None = None
    lowering: Limit[str] | None = None

"""Which promotions meet, in which order they cut the price, and which must not meet at all."""

from collections.abc import Collection
from typing import Literal

from campaignctl.marketplaces.closed import Closed
from campaignctl.marketplaces.schema.limits import Limit, Sourced, Span, Words
from campaignctl.marketplaces.schema.terms import Level

Combine = Literal["by rank", "lowest price", "best one", "all"]


class Layer(Sourced):
    """One step from list price to what the buyer pays; the layers of a profile stand in their order.

    ``combine`` says which of several promotions in the layer counts. ``in_price`` is false for what lowers other
    costs than the item's price, as shipping does.
    """

    key: str
    name: str
    combine: Combine
    in_price: bool = True

    @property
    def text(self) -> str:
        """The layer's name and how its promotions combine."""
        return f"{self.name}, {self.combine}"


class Audience(Closed):
    """A kind of buyer for whom prices differ; ``buyers`` and ``shown_in`` are the words of the Promotions sheet.

    ``tools`` are those that this audience alone gets.
    """

    key: str
    name: str
    tools: Words = ()
    buyers: Words = ()
    shown_in: Words = ()


class Segment(Closed):
    """A group of buyers that a coupon can be aimed at; ``word`` is the Promotions sheet's."""

    word: str
    code: str = ""
    looks_back: Limit[Span] | None = None


class Conflict(Sourced):
    """Two tools (or one with itself) that may not share a SKU, a product or a shop at the same time.

    ``between`` holds keys of tools or of stack groups.
    """

    between: tuple[str, str]
    at: Literal["sku", "product", "shop"]
    buyers: Words = ()  # only between coupons aimed at these
    levels: tuple[Level, ...] = ()  # only between promotions of these levels
    says: str

    def is_between(self, first: Collection[str], second: Collection[str]) -> bool:
        """Whether the conflict is one of two tools, each given by its key and its stack group."""
        one, other = self.between
        return (one in first and other in second) or (one in second and other in first)

    @property
    def text(self) -> str:
        """The conflict in words."""
        return self.says

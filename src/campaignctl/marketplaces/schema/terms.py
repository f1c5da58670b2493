"""How long a promotion may run, how much it may hold, and what may be changed once it is there."""

from typing import Literal

from pydantic import Field

from campaignctl.marketplaces.closed import Closed
from campaignctl.marketplaces.schema.limits import Limit, Pattern, Share, Sourced, Span, Words

Level = Literal["Shop", "Product", "Variation"]
Status = Literal["draft", "not started", "running", "ended", "stopped"]


class Duration(Closed):
    """How long a promotion may last, and how it may lie in time.

    ``step`` is the quantum of a length; ``lengths`` are the only ones allowed, where there is a choice.
    """

    shortest: Limit[Span] | None = None
    longest: Limit[Span] | None = None
    step: Limit[Span] | None = None
    lengths: Limit[tuple[Span, ...]] | None = None
    lead: Limit[Span] | None = None  # the least time between keying it in and its start
    starts_in_future: Limit[bool] | None = None
    endless: Limit[bool] | None = None
    countdown: Limit[Span] | None = None
    countdown_shortest: Limit[Span] | None = None
    countdown_longest: Limit[Span] | None = None
    again_after: Limit[Span] | None = None  # the least time before the same item may run again
    chosen_by: Limit[Literal["seller", "marketplace"]] | None = None


class Slot(Sourced):
    """A fixed stretch of the day that the marketplace sells, in the shop's local time: ``12:00`` for two hours."""

    id: str
    starts: str = Field(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")
    lasts: Span
    days: Words = ()

    @property
    def text(self) -> str:
        """The slot in words."""
        return f"slot {self.id}, {self.starts}"


class Counts(Closed):
    """How many: each a most, unless its name says otherwise."""

    products: Limit[int] | None = None
    skus: Limit[int] | None = None
    products_per_call: Limit[int] | None = None
    skus_per_call: Limit[int] | None = None
    lines: Limit[int] | None = None  # products or SKUs in one promotion
    gifts: Limit[int] | None = None
    open: Limit[int] | None = None  # running and upcoming promotions of the tool
    per_slot: Limit[int] | None = None
    scheduled_per_sku: Limit[int] | None = None
    live_per_sku: Limit[int] | None = None
    live_sessions: Limit[int] | None = None
    creators: Limit[int] | None = None


class Stock(Closed):
    """What must be in store for a promotion."""

    within_stock: Limit[bool] | None = None  # promised units at most what can be sold
    reserved: Limit[bool] | None = None  # the units are set aside on approval
    only_rises: Limit[bool] | None = None
    least: Limit[int] | None = None
    required: Limit[bool] | None = None  # a quantity must be given
    variations: Limit[Share] | None = None  # the least part of a product's variations that takes part


class Quantity(Closed):
    """The range of a limit that a promotion sets, per buyer or in total; ``unlimited`` is how "no limit" is sent."""

    least: Limit[int] | None = None
    most: Limit[int] | None = None
    unlimited: Limit[int] | None = None
    required: Limit[bool] | None = None


class Edit(Sourced):
    """What may be changed while a promotion has a status: only ``editable`` where given, never ``locked``."""

    status: Status
    editable: Words | None = None
    locked: Words = ()

    @property
    def text(self) -> str:
        """The edit rule in words."""
        only = (
            "nothing can be changed" if self.editable == () else f"only {', '.join(self.editable or ())} can be changed"
        )
        return only if self.editable is not None else f"{', '.join(self.locked)} cannot be changed"


class ItemId(Closed):
    """How many digits the ID of a product or SKU has."""

    shortest: Limit[int] | None = None
    longest: Limit[int] | None = None


class Title(Closed):
    """What a promotion may be called."""

    longest: Limit[int] | None = None
    unique: Limit[bool] | None = None


class Coupon(Closed):
    """The rules that only coupons have."""

    separate_windows: Limit[bool] | None = None  # collecting and using have windows of their own
    claim_longest: Limit[Span] | None = None
    valid_days: Limit[bool] | None = None  # may be valid some days after the claim instead of until a date
    one_per_order: Limit[bool] | None = None
    once_in_lifetime: Limit[bool] | None = None
    amount_below_spend: Limit[bool] | None = None
    cap_against_spend: Limit[Literal["at least", "more than"]] | None = None  # cap compared with percent x spend
    code: Limit[Pattern] | None = None  # a regular expression for the whole promo code
    open_new_customer: Limit[int] | None = None  # active new-customer coupons at a time
    adds_to_others: Limit[bool] | None = None
    auto_name: Limit[str] | None = None  # part of the name of coupons that the marketplace makes by itself

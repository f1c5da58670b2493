"""A promotion tool is what a marketplace gives sellers to lower a price: a flash deal, a coupon, a gift."""

from datetime import date
from typing import Literal

from campaignctl.marketplaces.closed import Closed
from campaignctl.marketplaces.schema.discounts import AmountFloor, Criterion, PriceHistory, Range, Tiers
from campaignctl.marketplaces.schema.entry import Condition, Fee
from campaignctl.marketplaces.schema.limits import Limit, Money, Words
from campaignctl.marketplaces.schema.terms import Counts, Coupon, Duration, Edit, Level, Quantity, Slot, Stock, Title

Value = Literal["Seller's price", "Percent off", "Amount off", "Fixed price", "Gift", "Sample", "Free shipping"]
Payer = Literal["seller", "platform", "both"]


class Tool(Closed):
    """A tool with all its limits; what is absent is not known, and is never checked.

    ``rank`` orders the tools of one layer, 1 first; ``layer`` names a layer of the profile's stacking order.
    """

    name: str
    aliases: Words = ()
    code: str = ""  # the marketplace's own word for the kind of activity
    coupon_types: Words = ()  # the words of the registration's Coupons sheet
    layer: str
    rank: Limit[int] | None = None
    stack_group: str = ""

    levels: Limit[tuple[Level, ...]] | None = None
    values: Limit[tuple[Value, ...]] | None = None
    funded_by: Limit[Payer] | None = None

    discounts: tuple[Range, ...] = ()
    least_amounts: tuple[AmountFloor, ...] = ()
    price_history: PriceHistory = PriceHistory.model_construct()
    price_spread: Limit[str] | None = None
    criteria: tuple[Criterion, ...] = ()
    tiers: Tiers = Tiers.model_construct()

    duration: Duration = Duration.model_construct()
    slots: tuple[Slot, ...] = ()
    counts: Counts = Counts.model_construct()
    stock: Stock = Stock.model_construct()
    buyer_limit: Quantity = Quantity.model_construct()
    total_limit: Quantity = Quantity.model_construct()
    least_deal_units: Limit[int] | None = None
    budget_required: Limit[bool] | None = None
    regions: Limit[Words] | None = None  # where alone it is offered
    gift_value: Limit[Money] | None = None

    title: Title = Title.model_construct()
    coupon: Coupon = Coupon.model_construct()
    edits: tuple[Edit, ...] = ()
    fixed_at_creation: Limit[Words] | None = None
    only_rises: Limit[Words] | None = None
    bars: Limit[Words] | None = None  # products and shops that the tool does not take
    entry: tuple[Condition, ...] = ()
    fees: tuple[Fee, ...] = ()
    rejects: Limit[Literal["row", "file"]] | None = None
    upload: bool = False  # a bulk-upload form exists
    note: str = ""

    def discount_range(self, on: date, category: str = "", region: str = "", price: int | None = None) -> Range | None:
        """Return the range for a day, category, region and list price (minor units); None when none is known.

        A range that names a category, region or price wins over one that holds for all.
        """
        fitting = [each for each in self.discounts if each.holds(on, category, region, price)]
        return max(fitting, key=_precision, default=None)

    def criterion(self, category: str) -> Criterion | None:
        """Return what an item of ``category`` must meet: its own criterion, else the one for all, else None."""
        fitting = [each for each in self.criteria if each.speaks_of(category)]
        return max(fitting, key=lambda each: bool(each.categories), default=None)

    def locked_while(self, status: str) -> tuple[Edit, ...]:
        """Return what is known of changes while a promotion has ``status``."""
        return tuple(edit for edit in self.edits if edit.status == status)


def _precision(range_: Range) -> tuple[bool, bool, bool]:
    return (
        bool(range_.categories),
        bool(range_.regions),
        range_.price_from is not None or range_.price_below is not None,
    )

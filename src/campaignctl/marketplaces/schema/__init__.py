"""A marketplace profile in a file in, a closed and dated description of the marketplace out."""

from campaignctl.marketplaces.schema.discounts import AmountFloor, Criterion, PriceHistory, Range, Tiers
from campaignctl.marketplaces.schema.entry import Commission, Condition, Entry, Fee
from campaignctl.marketplaces.schema.limits import Context, Limit, Source, Sourced, Trust, Weight, percent
from campaignctl.marketplaces.schema.profile import Profile
from campaignctl.marketplaces.schema.stacking import Audience, Conflict, Layer, Segment
from campaignctl.marketplaces.schema.terms import (
    Counts,
    Coupon,
    Duration,
    Edit,
    ItemId,
    Level,
    Quantity,
    Slot,
    Stock,
    Title,
)
from campaignctl.marketplaces.schema.tool import Payer, Tool, Value

__all__ = [
    "AmountFloor",
    "Audience",
    "Commission",
    "Condition",
    "Conflict",
    "Context",
    "Counts",
    "Coupon",
    "Criterion",
    "Duration",
    "Edit",
    "Entry",
    "Fee",
    "ItemId",
    "Layer",
    "Level",
    "Limit",
    "Payer",
    "PriceHistory",
    "Profile",
    "Quantity",
    "Range",
    "Segment",
    "Slot",
    "Source",
    "Sourced",
    "Stock",
    "Tiers",
    "Title",
    "Tool",
    "Trust",
    "Value",
    "Weight",
    "percent",
]

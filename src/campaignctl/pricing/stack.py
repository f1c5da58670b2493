"""The marketplace's stacking order, made ready: what sets the price of a unit, what cuts a basket, who sees what."""

from collections.abc import Sequence
from dataclasses import dataclass

from campaignctl.marketplaces.schema import Audience, Layer, Profile
from campaignctl.pricing.audiences import audiences_of
from campaignctl.pricing.fees import Charge, charges_of
from campaignctl.pricing.offers import Offer
from campaignctl.pricing.shares import Rounding
from campaignctl.pricing.sheets import UNIT_PRICES
from campaignctl.pricing.terms import Terms, adds_to_others, rank_of


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in the stack that one offer fills: its layer (a position), and whether it comes on top of the others."""

    layer: int
    adds: bool = False


@dataclass(frozen=True, slots=True)
class Stack:
    """The layers in the price, in order, and all offers put into them.

    ``marks_overlap``: a price that rests on two running promotions of one tool is unclear. A deal that not everyone
    sees and an offer the platform pays for: they meet, and the price is unclear, where ``marks_live``; they do not
    meet at all where ``parts_live``.
    """

    layers: tuple[Layer, ...]
    audiences: tuple[Audience, ...]
    charges: tuple[Charge, ...]
    rounding: Rounding
    terms: Terms
    slots: tuple[Slot, ...]
    order: tuple[tuple[int, ...], ...]
    marks_overlap: bool
    marks_live: bool
    parts_live: bool

    @classmethod
    def of(cls, offers: Sequence[Offer], profile: Profile) -> "Stack":
        """Return the stack of a marketplace with all offers in their places."""
        layers = tuple(layer for layer in profile.layers if layer.in_price)
        places = {layer.key: place for place, layer in enumerate(layers)}
        slots = tuple(Slot(places.get(offer.layer, -1), adds_to_others(profile, offer)) for offer in offers)
        order = tuple(
            (slot.layer, slot.adds, rank_of(profile, offer), -offer.seller_pays, number)
            for number, (slot, offer) in enumerate(zip(slots, offers, strict=True))
        )
        overlap, live = profile.switches.overlap_same_tool, profile.switches.live_deal_meets_platform_offers
        return cls(
            layers=layers,
            audiences=audiences_of(profile),
            charges=charges_of(profile),
            rounding=profile.rounding,
            terms=Terms.of(offers, profile),
            slots=slots,
            order=order,
            marks_overlap=overlap is not None and overlap.value != "ignore",
            marks_live=live is not None and live.value in {"note", "warning"},
            parts_live=live is not None and live.value == "error",
        )

    def place(self, number: int) -> tuple[int, ...]:
        """Return what sorts an offer into the stack: layer, then rank, then the one that costs the seller more."""
        return self.order[number]

    def sets_price(self, layer: int) -> bool:
        """Whether the promotions of a layer set the price of a unit."""
        return self.layers[layer].combine in UNIT_PRICES

"""The story of a group of items in time: stretches between the moments at which one of its offers starts or ends.

It runs from the first start to the last end of the campaign's own promotions; what a seller's coupons do before and
after is the seller's affair.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from campaignctl.pricing.offers import Kind, Offer
from campaignctl.pricing.stack import Stack


@dataclass(frozen=True, slots=True)
class Stretch:
    """A half-open stretch of time (microseconds since 1970) in which the same offers (numbers) run; ``state`` is theirs."""

    starts: int
    ends: int
    offers: tuple[int, ...]
    state: int


@dataclass(frozen=True, slots=True)
class Sight:
    """What an audience sees in a state: ``scene`` is the number of the offers that count, in the order of the stack."""

    audience: int
    scene: int


@dataclass(frozen=True, slots=True)
class Story:
    """Stretches in order; for each state what every audience sees, the same sight only for the audience named first;
    and the scenes, each a tuple of offers that can lower the price."""

    stretches: tuple[Stretch, ...]
    sights: tuple[tuple[Sight, ...], ...]
    scenes: tuple[tuple[int, ...], ...]


def story_of(reaching: tuple[int, ...], offers: Sequence[Offer], stack: Stack) -> Story:
    """Return the story of items that the offers ``reaching`` reach; without stretches when no promotion is among them."""
    stretches = _stretches(reaching, offers)
    states: dict[tuple[int, ...], int] = {}
    numbered = tuple(
        Stretch(starts, ends, running, states.setdefault(running, len(states))) for starts, ends, running in stretches
    )
    scenes: dict[tuple[int, ...], int] = {}
    sights = tuple(_sights(running, offers, stack, scenes) for running in states)
    return Story(numbered, sights, tuple(scenes))


def _stretches(reaching: tuple[int, ...], offers: Sequence[Offer]) -> list[tuple[int, int, tuple[int, ...]]]:
    promotions = [offers[number] for number in reaching if not offers[number].own]
    if not promotions:
        return []
    first, last = min(offer.starts for offer in promotions), max(offer.ends for offer in promotions)
    moments = {min(max(moment, first), last) for number in reaching for moment in _ends(offers[number])}
    ordered = sorted(moments)
    return [
        (starts, ends, tuple(n for n in reaching if offers[n].starts <= starts and ends <= offers[n].ends))
        for starts, ends in zip(ordered, ordered[1:], strict=False)
    ]


def _ends(offer: Offer) -> tuple[int, int]:
    return offer.starts, offer.ends


def _sights(
    running: tuple[int, ...], offers: Sequence[Offer], stack: Stack, scenes: dict[tuple[int, ...], int]
) -> tuple[Sight, ...]:
    pricing = sorted((n for n in running if offers[n].kind is not Kind.BESIDE), key=stack.place)
    seen: dict[int, int] = {}
    for audience in range(len(stack.audiences)):
        visible = tuple(n for n in pricing if audience in offers[n].audiences)
        seen.setdefault(scenes.setdefault(visible, len(scenes)), audience)
    return tuple(Sight(audience, scene) for scene, audience in seen.items())

"""The story of a group of items in time: stretches between the moments at which one of its offers starts or ends.

It runs from the first start to the last end of the campaign's own promotions; what a seller's coupons do before and
after is the seller's affair.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from campaignctl.pricing.offers import Kind, Offer
from campaignctl.pricing.stack import Stack


@dataclass(frozen=True, slots=True)
class Stretch:
    """A half-open stretch of time, in microseconds since 1970, in which the same offers (numbers) run.

    Stretches with the same offers have the same ``state``.
    """

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
    """Stretches in order; for each state what audiences see; and the scenes.

    Of audiences that see the same only the first is told. A scene is the offers that can lower the price.
    """

    stretches: tuple[Stretch, ...]
    sights: tuple[tuple[Sight, ...], ...]
    scenes: tuple[tuple[int, ...], ...]


def story_of(reaching: tuple[int, ...], offers: Sequence[Offer], stack: Stack) -> Story:
    """Return the story of items that the offers ``reaching`` reach; empty when no promotion is among them."""
    views = _views(reaching, offers, stack)
    stretches, sights = [], []
    states: dict[tuple[int, ...], int] = {}
    scenes: dict[tuple[int, ...], int] = {}
    for starts, ends in pairwise(_moments(reaching, offers)):
        running = tuple(n for n in reaching if offers[n].starts <= starts and ends <= offers[n].ends)
        if running not in states:
            states[running] = len(states)
            sights.append(_sights(set(running), views, scenes))
        stretches.append(Stretch(starts, ends, running, states[running]))
    return Story(tuple(stretches), tuple(sights), tuple(scenes))


def _moments(reaching: tuple[int, ...], offers: Sequence[Offer]) -> list[int]:
    promotions = [offers[number] for number in reaching if not offers[number].own]
    if not promotions:
        return []
    first, last = min(offer.starts for offer in promotions), max(offer.ends for offer in promotions)
    every = {moment for number in reaching for moment in (offers[number].starts, offers[number].ends)}
    return sorted({min(max(moment, first), last) for moment in every})


def _views(reaching: tuple[int, ...], offers: Sequence[Offer], stack: Stack) -> dict[tuple[int, ...], int]:
    """Return what audiences see of all offers, in the order of the stack, each with the first that sees just that."""
    pricing = sorted((n for n in reaching if offers[n].kind is not Kind.BESIDE), key=stack.place)
    everybody = len(stack.audiences)
    narrowed = {who for n in pricing if len(offers[n].audiences) < everybody for who in offers[n].audiences}
    views: dict[tuple[int, ...], int] = {}
    for audience in sorted({0, *narrowed}):
        views.setdefault(tuple(n for n in pricing if audience in offers[n].audiences), audience)
    return views


def _sights(
    running: set[int], views: dict[tuple[int, ...], int], scenes: dict[tuple[int, ...], int]
) -> tuple[Sight, ...]:
    seen: dict[int, int] = {}
    for view, audience in views.items():
        visible = tuple(n for n in view if n in running)
        seen.setdefault(scenes.setdefault(visible, len(scenes)), audience)
    return tuple(Sight(audience, scene) for scene, audience in seen.items())

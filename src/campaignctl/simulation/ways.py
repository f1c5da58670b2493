"""How an order of the invented campaign came about: in a livestream, by a creator's video or showcase, or by itself.

All exports tell it alike: orders name the creator, affiliate orders the commission, the lists what came by which way.
"""

import numpy as np

from campaignctl.simulation.names import CREATORS
from campaignctl.simulation.sales import NONE, Bools, Ints, Sales, second_of
from campaignctl.simulation.world import BEFORE, DAYS

_DAY = 86_400
_EVERY = 9
"""Every ninth order that did not come by a livestream was brought by a creator, half of these by a video."""
_SEEN = 8
"""Every eighth of those who buy elsewhere within a day of a stream had seen the product in it."""


def in_campaign(sales: Sales) -> Bools:
    """Return the lines that were bought on the campaign's days."""
    return np.asarray((sales.created >= BEFORE * _DAY) & (sales.created < (BEFORE + DAYS) * _DAY))


def on_air(sales: Sales) -> Bools:
    """Return the lines that were bought in a livestream; all others were bought from a product card or a video."""
    return np.asarray(sales.stream != NONE)


def seen_on_air(sales: Sales) -> Ints:
    """Return the place of the stream after which each line was bought elsewhere, within a day, having been seen in it.

    It is the last stream that had begun; ``NONE`` where there was none, and for what was bought in one.
    """
    seen = np.full(len(sales.order), NONE)
    for place, stream in enumerate(sales.held):
        first = second_of(stream.starts)
        seen[(sales.created >= first) & (sales.created < first + _DAY)] = place
    return np.where(on_air(sales) | (sales.order % _SEEN != 0), NONE, seen)


def brought(sales: Sales) -> Bools:
    """Return the lines of the campaign's days that a creator brought."""
    return np.asarray(in_campaign(sales) & sales.counted & ~on_air(sales) & (sales.order % _EVERY == 0))


def by_video(sales: Sales) -> Bools:
    """Return the lines that were bought from a video, on any day."""
    return np.asarray(~on_air(sales) & (sales.order % (2 * _EVERY) == 0))


def creator_of(sales: Sales) -> Ints:
    """Return for each line the place in ``CREATORS`` of who would have brought it."""
    return np.asarray((sales.shop.number + sales.order // _EVERY // 2) % len(CREATORS))

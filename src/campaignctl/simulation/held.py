"""The livestreams that a shop of the invented campaign held: all that was planned, but for what its causes left out.

Only a stream at hours that a stream can have was held; nobody stays on air for longer than three hours.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import numpy as np

from campaignctl.simulation.causes import NOT_HELD
from campaignctl.simulation.setup import streams
from campaignctl.simulation.world import DAYS, STARTS, Shop, World

ENDS = STARTS + timedelta(days=DAYS)
LONGEST = timedelta(hours=3)
_OF_PLANNED = (0.92, 1.04)
"""How long a stream is on air, against what was planned."""


@dataclass(frozen=True, slots=True)
class Held:
    """One stream as it was: ``starts`` on the shop's local clock, and how many seconds it was on air."""

    title: str
    starts: datetime
    seconds: int


def held(world: World, shop: Shop, planned: Sequence[Mapping[str, Any]] | None = None) -> tuple[Held, ...]:
    """Return a shop's streams in order of time; ``planned`` are rows of the sheet Livestreams, else the world's own."""
    rng = np.random.default_rng([world.seed, 77, shop.number])
    dark = {cause.other for cause in world.causes_at(shop, NOT_HELD)}
    rows = streams(world.shops) if planned is None else planned
    own = [row for row in rows if row["seller_id"] == shop.seller_id and row["stream_id"] not in dark]
    possible = [row for row in own if STARTS <= row["starts"] < row["ends"] <= ENDS]
    return tuple(sorted((_as_it_was(row, rng) for row in possible), key=lambda stream: stream.starts))


def _as_it_was(planned: Mapping[str, Any], rng: np.random.Generator) -> Held:
    length = min(planned["ends"] - planned["starts"], LONGEST).total_seconds()
    return Held(str(planned["title"]), planned["starts"], round(length * float(rng.uniform(*_OF_PLANNED))))

"""The column of insights on the picture: each with its next step below, laid out for the room there is.

Intervals give way first, those of the lesser insights before those of the weightier; then what was seen ends in fewer
lines; then an insight is left out whole. A next step that is begun is told to its end.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from campaignctl.writers.today.said import NEXT, Said
from campaignctl.writers.today.type import Type, wrapped

SEEN, STEP = Type(28), Type(27, colour="#5B6577")
LEADING = 1.25
GAP = 14
MOST, FEWEST, STEP_LINES = 6, 2, 3


@dataclass(frozen=True, slots=True)
class Block:
    """An insight in lines: its sign, what was seen, what to do next."""

    sign: str
    seen: tuple[str, ...]
    step: tuple[str, ...]

    @property
    def height(self) -> float:
        """How many pixels it takes, the gap below it counted."""
        return (len(self.seen) * SEEN.size + len(self.step) * STEP.size) * LEADING + GAP


def laid(told: Sequence[Said], width: float, room: float) -> list[Block]:
    """Return the insights that fit into ``room`` pixels, the weightiest first."""
    for count in range(len(told), 0, -1):
        for blocks in _ways(told[:count], width):
            if sum(block.height for block in blocks) - GAP <= room:
                return blocks
    return []


def _ways(told: Sequence[Said], width: float) -> Iterator[list[Block]]:
    """Yield the ways to set some insights, the fullest first."""
    bare = [_block(replace(one, sure=""), width, MOST) for one in told]
    sure = [_block(one, width, MOST) for one in told]
    yield from ([*sure[:count], *bare[count:]] for count in range(len(told), -1, -1))
    for most in range(MOST - 1, FEWEST - 1, -1):
        yield [_block(replace(one, sure=""), width, most) for one in told]


def _block(one: Said, width: float, most: int) -> Block:
    sign, _, words = one.seen.partition(" ")
    seen = wrapped(words, SEEN, width, most)
    whole = wrapped(f"{words} ({one.sure})", SEEN, width, most + 1) if one.sure else seen
    if len(whole) <= most:
        seen = whole
    step = wrapped(NEXT + one.step, STEP, width, STEP_LINES) if one.step else []
    return Block(sign, tuple(seen), tuple(step))

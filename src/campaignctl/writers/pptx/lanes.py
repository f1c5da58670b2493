"""The rows in which a chart draws its estimates: the first may be higher than the others, and the last have room below.

All is counted in heights of an ordinary row, from the top.
"""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Lanes:
    """The categories with a row each, by their index.

    ``first`` is the height of the first row, ``rest`` what the plot has below the last.
    """

    rows: Sequence[int]
    first: float = 1.0
    rest: float = 0.0

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self.rows)

    @property
    def end(self) -> float:
        """The height of all."""
        return self.top(self.count) + self.rest

    def top(self, at: int) -> float:
        """Return where the row at place ``at`` begins, counted from 0."""
        return self.first + at - 1 if at else 0.0

    def middle(self, at: int) -> float:
        """Return the middle of the row at place ``at``, where its marks stand."""
        return (self.top(at) + self.top(at + 1)) / 2

"""An insight's drawn example: small tables of evidence, and below them the sentences that must come of it.

::

    value by category
    | category | -4  | -3  | -2  | -1  | 0   |
    | Beauty   | 100 | 104 | 98  | 101 | 220 |
    targets
    | metric | scope    | key  | value |
    | gmv    | category | Toys | 90    |
    works: Beauty sold $220, $119 more than usual

``<measure> by <dimension>`` draws the history, money in dollars. ``figures`` and ``targets`` draw figures that the
report has entered. Nothing below means that nothing may be said.
"""

import re
from dataclasses import dataclass

from campaignctl.catalogue.drawn import Drawn, draw

_EXPECTED = re.compile(r"^\s*(?P<sort>works|lost|watch|repeat|stop|try): (?P<words>.+?)\s*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Example:
    """The drawing, and the expected (sort, sentence) pairs."""

    drawn: Drawn
    expected: tuple[tuple[str, str], ...]

    @property
    def text(self) -> str:
        """The example as documentation shows it."""
        return "\n".join([self.drawn.text, *(f"{sort}: {words}" for sort, words in self.expected)])


def example(text: str) -> Example:
    """Return the example drawn in ``text``."""
    expected = tuple((found["sort"], found["words"]) for found in _EXPECTED.finditer(text))
    return Example(draw(_EXPECTED.sub("", text)), expected)

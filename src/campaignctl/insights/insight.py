"""An insight is a page: what it looks for, why that matters, how it looks, and drawn evidence that proves it.

A detector returns every test that it tried, worth showing or not: false discoveries are held over all of them.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from campaignctl.domain.sentences import Sentence
from campaignctl.insights.example import Example

if TYPE_CHECKING:  # evidence knows all tables; a page's type needs only its name
    from campaignctl.insights.evidence import Evidence


NOTHING = Sentence()


class Sort(StrEnum):
    """What an insight asks of its reader."""

    WORKS = "works"
    LOST = "lost"
    WATCH = "watch"
    REPEAT = "repeat"
    STOP = "stop"
    TRY = "try"

    @property
    def sign(self) -> str:
        """How reports sign it: ``▼ lost``."""
        return f"{_SIGNS[self]} {self.value}"

    @property
    def is_good(self) -> bool:
        """Whether it tells of what went well."""
        return self in {Sort.WORKS, Sort.REPEAT}


_SIGNS = {Sort.WORKS: "▲", Sort.LOST: "▼", Sort.WATCH: "●", Sort.REPEAT: "▲", Sort.STOP: "■", Sort.TRY: "●"}


@dataclass(frozen=True, slots=True)
class Tried:
    """One test. ``impact`` is the money it is about, in minor units and never negative.

    ``p`` is None for a fact (a target missed by so much); a chance finding has its p-value. ``say`` is None when there
    is nothing to say, and the test still counts. ``sure`` words the interval, ``then`` what to do next. What is told
    ``aside``, several small things in one sentence or a slip in the set-up, comes after all that can be acted on.
    ``brief`` is ``then`` in few words that stand alone, for a title; ``stakes`` names what the money of ``impact`` is.
    """

    key: str
    impact: int
    sort: Sort
    p: float | None = None
    say: Sentence | None = None
    sure: Sentence = NOTHING
    then: str = ""
    owner: str = ""
    aside: bool = False
    brief: str = ""
    stakes: str = "GMV"


@dataclass(frozen=True, slots=True)
class Insight:
    """One page of the catalogue of insights.

    ``is_fact``: it counts what happened, a target missed or a price broken, and no chance plays a part: it is told
    whenever it is so, and false-discovery control leaves it alone. Every other page judges each of its tests by chance.
    ``is_asked``: it looks only where people noted that something happened, before its numbers were seen. Such a test
    weighs more among all tests tried. ``yields_to`` are the codes of pages that say more of the same: where one of them
    tells of its key, to the same side or of a fact to either, this one does not.
    """

    code: str
    name: str
    detect: Callable[["Evidence"], Iterable[Tried]]
    examples: tuple[Example, ...]
    see: tuple[str, ...] = ()
    is_fact: bool = False
    is_asked: bool = False
    yields_to: tuple[str, ...] = ()

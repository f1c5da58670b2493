"""An insight in the room there is: how sure it is gives way first, then the end of what was seen, never the next step.

A reader who is told what to do looks the interval up; one who is told the interval cannot guess what to do.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from campaignctl.domain.document import Document, Text
from campaignctl.writers.pptx.inert import inert

NEXT = "Next: "
ELLIPSIS = "…"
LONGEST_STEP = 120
"""Steps are sentences of ours, far shorter than this; a name inside one may be of any length."""


@dataclass(frozen=True, slots=True)
class Said:
    """What was seen, how sure that is and what to do next, as words; the last two may be empty."""

    seen: str
    sure: str = ""
    step: str = ""

    @property
    def sentence(self) -> str:
        """All in one line: ``Tea lacked $16K (95% interval $9K to $22K). Next: Ask for stock``."""
        told = f"{self.seen} ({self.sure})" if self.sure else self.seen
        return f"{told}{'' if told.endswith(ELLIPSIS) else '.'} {NEXT}{self.step}" if self.step else told


def said(document: Document) -> tuple[Said, ...]:
    """Return the insights of a document that ``for_today`` made."""
    texts = [document.part(slug) for slug in ("today-seen", "today-sure", "today-steps")]
    words = [[inert(document.words(one)) for one in text.sentences] if isinstance(text, Text) else [] for text in texts]
    return tuple(Said(seen, sure, _cut(step, LONGEST_STEP)) for seen, sure, step in zip(*words, strict=True))


def fitted(one: Said, fits: Callable[[Said], bool]) -> Said:
    """Return the fullest form of an insight that ``fits``; the shortest there is where none does."""
    return next((form for form in _forms(one) if fits(form)), replace(one, seen=ELLIPSIS, sure=""))


def _forms(one: Said) -> Iterator[Said]:
    yield one
    yield replace(one, sure="")
    for length in range(len(one.seen) - 1, 0, -1):
        yield replace(one, seen=_cut(one.seen, length), sure="")


def _cut(text: str, length: int) -> str:
    return text if len(text) <= length else text[: length - 1].rstrip(" .,;:") + ELLIPSIS

"""What came before, beside target and baseline: the stretch just before, and the first of the earlier campaigns.

Both were held against the campaign where figures are compared, at equal age and for equal lengths; what was unlike
stands there without a change, and does so here.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from campaignctl.domain.document import Against, Card, Document, Part, Section
from campaignctl.domain.figures import Figure
from campaignctl.domain.sentences import Ref, Sentence, say
from campaignctl.domain.tables import Cell, Mark, Table
from campaignctl.metrics.catalogue import by_id
from campaignctl.metrics.compare import is_good
from campaignctl.stages.report.basis import joined
from campaignctl.stages.report.looking_back import EARLIER, PREVIOUS

WORDS = {PREVIOUS: "just before", EARLIER: "earlier campaign"}
"""How each is called beside a figure; which days and whose they are is told once."""


@dataclass(frozen=True, slots=True)
class Before:
    """A time before: what it is called, its word in figure ids, and which days or whose they are."""

    kind: str
    period: str
    title: str

    def against(self, figures: Mapping[str, Figure], figure: str) -> tuple[Ref, Ref | None] | None:
        """Return a figure's value then and its change since, None where it was not comparable; None if not known."""
        then, change = figures.get(f"{figure}@{self.period}"), figures.get(f"{figure}~{self.period}")
        if then is None or then.value is None:
            return None
        return Ref(then.id), Ref(change.id) if change is not None and change.value is not None else None


def times_before(document: Document) -> Sequence[Before]:
    """Return the times that the report compares its figures with, at most one of each kind."""
    table = document.table("comparisons")
    return tuple(_times(table)) if table is not None else ()


def _times(table: Table) -> Iterator[Before]:
    told: set[str] = set()
    for at, column in enumerate(table.columns):
        ids = (cell.id for row in table.rows if isinstance(cell := row[at], Ref))
        period = next(ids, "").partition("@")[2]
        kind = next((each for each in WORDS if period.startswith(each)), "")
        if kind and kind not in told:
            told.add(kind)
            yield Before(kind, period, column.title)


def with_before(section: Section, document: Document) -> Section:
    """Return the summary with what came before on its cards, and in its source which days and whose they were."""
    times = times_before(document)
    parts = tuple(_held_against(part, times, document.figures) for part in section.parts)
    told = [time for time in times if any(_tells(part, time) for part in parts)]
    return replace(section, parts=parts, source=joined(section.source, *(_named(time) for time in told)))


def _held_against(part: Part, times: Sequence[Before], figures: Mapping[str, Figure]) -> Part:
    if not isinstance(part, Card):
        return part
    lines = tuple(
        Against(say(f"{WORDS[time.kind]} {{{then.id}}}"), change.id if change else "", sign(figures, change))
        for time in times
        if (found := time.against(figures, part.figure))
        for then, change in (found,)
    )
    return replace(part, against=(*part.against, *lines))


def sign(figures: Mapping[str, Figure], change: Cell) -> Mark:
    """Return whether a change is for the better."""
    if not isinstance(change, Ref) or not any(digit in figures[change.id].words for digit in "123456789"):
        return Mark.NEUTRAL
    good = is_good(by_id(change.id.partition(".")[0]), figures[change.id])
    return Mark.NEUTRAL if good is None else Mark.GOOD if good else Mark.BAD


def _tells(part: Part, time: Before) -> bool:
    at = f"@{time.period}"
    return isinstance(part, Card) and any(
        isinstance(word, Ref) and word.id.endswith(at) for line in part.against for word in line.label.parts
    )


def _named(time: Before) -> Sentence:
    """Return which days the stretch just before had, or what the earlier campaign is called and how old it was."""
    if time.kind == PREVIOUS:
        return say(" Just before: {days}.", days=time.title.partition(", ")[2])
    return say(" Earlier campaign: {name}.", name=time.title)

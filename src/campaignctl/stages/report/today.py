"""Today: the report in the few lines that a chat has room for, and the parts of the picture beside them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from campaignctl.domain.document import Document, Part, Section, Text
from campaignctl.domain.sentences import Ref, Sentence, say
from campaignctl.domain.tables import Cell, Table
from campaignctl.stages.report.basis import joined
from campaignctl.stages.report.key_figures import is_key_figure
from campaignctl.stages.report.memo import days_drawn
from campaignctl.stages.report.slides import missing

LINES = 8
CARDS = 4


@dataclass(frozen=True, slots=True)
class _Insight:
    """What was seen behind its sign, how sure that is and what to do next; the last two may be empty."""

    seen: Sentence
    sure: Sentence
    step: Sentence


def today(document: Document) -> Document:
    """Return a document of one section ``today``: opening lines, insights, cards, and the days as a chart.

    The headline comes first, then the pace, the lift, what stands out with what to do about it, and as of when. The
    insights are three texts of one sentence each, ``today-seen``, ``today-sure`` and ``today-steps``: who has no room
    for all leaves out how sure something is, and never what to do.
    """
    summary = document.section("summary")
    if summary is None:
        return replace(document, sections=())
    opening = [summary.title, *missing(document), *_titles(document)]
    told = list(_insights(document))[: LINES - 1 - len(opening)]
    cards = [part for part in summary.parts if is_key_figure(part)][:CARDS]
    chart = days_drawn(document)
    parts: tuple[Part, ...] = (
        Text("today-opening", tuple(opening)),
        Text("today-seen", tuple(one.seen for one in told)),
        Text("today-sure", tuple(one.sure for one in told)),
        Text("today-steps", tuple(one.step for one in told)),
        *cards,
        *([chart] if chart is not None else []),
    )
    section = Section("today", "Today", summary.title, summary.context, parts, summary.source)
    return replace(document, sections=(section,))


def _titles(document: Document) -> Iterator[Sentence]:
    """Yield the pace against the target, and the lift or that it cannot be told, as far as the report has them."""
    for slug in ("pace", "lift", "change"):
        section = document.section(slug)
        if section is not None:
            yield section.title


def _insights(document: Document) -> Iterator[_Insight]:
    """Yield the summary's insights; what is a count is not said to be sure."""
    table = document.part("highlights")
    if not isinstance(table, Table):
        return
    keys = [column.key for column in table.columns]
    for row in table.rows:
        cells = dict(zip(keys, row, strict=True))
        sure = _sentence(cells["how_sure"])
        yield _Insight(
            joined(say("{sign} ", sign=str(cells["kind"])[:1]), _sentence(cells["what"])),
            sure if any(isinstance(part, Ref) for part in sure.parts) else Sentence(),
            _sentence(cells["next"]),
        )


def _sentence(cell: Cell) -> Sentence:
    return cell if isinstance(cell, Sentence) else Sentence((cell,)) if cell is not None else Sentence()

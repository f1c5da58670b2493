"""The terms of a deck: those with a formula of the figures on its slides, on two slides at most.

They are headed by what matters most about them; data and their gaps have a slide of their own. The workbook holds all.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from campaignctl.domain.charts import Chart
from campaignctl.domain.document import Card, Document, Part, Section, Text
from campaignctl.domain.sentences import Ref, Sentence
from campaignctl.domain.tables import Cell, Table
from campaignctl.stages.report.definitions import WHAT_COUNTS
from campaignctl.stages.report.slugs import Slugs

MOST = 20
SLUGS = Slugs(sections=("terms",))


def in_full(document: Document) -> Section | None:
    """Return a section whose slides list the terms with their formulas; their table is that of the definitions."""
    held = document.section("definitions")
    return None if held is None else replace(held, slug="terms", title=WHAT_COUNTS, parts=())


def terms(section: Section, document: Document, shown: Iterable[Section]) -> Section:
    """Return the section of definitions with the terms that the sections ``shown`` use, in their order."""
    named = {name for each in shown if not each.method for name in _figures(each)}
    used = {document.figures[name].label for name in named if name in document.figures}
    parts = (_fewer(part, used) for part in section.parts)
    return replace(section, parts=tuple(part for part in parts if not isinstance(part, Table) or part.rows))


def _fewer(part: Part, used: set[str]) -> Part:
    if not isinstance(part, Table) or part.slug != "definitions-all":
        return part
    at = [column.key for column in part.columns].index("formula")
    return replace(part, rows=tuple(row for row in part.rows if row[0] in used and row[at])[:MOST])


def _figures(section: Section) -> Iterator[str]:
    yield from _of_sentence(section.title)
    for part in section.parts:
        match part:
            case Card():
                yield part.figure
            case Chart():
                yield from (name for series in part.series for name in series.values if name)
            case Table():
                yield from (name for row in (*part.rows, part.total or ()) for cell in row for name in _of_cell(cell))
            case Text():
                yield from (name for sentence in part.sentences for name in _of_sentence(sentence))


def _of_cell(cell: Cell) -> Iterator[str]:
    if isinstance(cell, Ref):
        yield cell.id
    elif isinstance(cell, Sentence):
        yield from _of_sentence(cell)


def _of_sentence(sentence: Sentence) -> Iterator[str]:
    return (part.id for part in sentence.parts if isinstance(part, Ref))

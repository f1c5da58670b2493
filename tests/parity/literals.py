"""The texts of a document that are no figures: they stand as they are in every output, so no number may be in them."""

from collections.abc import Iterator

from campaignctl.domain.charts import Chart
from campaignctl.domain.document import Card, Document, Part, Section, Tally, Text
from campaignctl.domain.sentences import Sentence
from campaignctl.domain.tables import Cell, Table

from .reading import Told


def literals(document: Document) -> Iterator[Told]:
    """Yield what is written out: what stands in sentences between the figures, headings, names, the plain tokens.

    Findings are left out: they quote the cell at fault, number and all. So are listings, whose rows are the inputs',
    and the categories of charts: Office takes them as texts, so the words of figures stand there written out.
    """
    for name, text in document.texts.items():
        yield Told(f"text {name}", text)
    for section in document.sections:
        yield from (Told(section.slug, text) for text in _of_section(section))


def _of_section(section: Section) -> Iterator[str]:
    yield section.name
    for sentence in (section.title, section.context, section.source):
        yield from _between(sentence)
    for part in section.parts:
        yield from _of_part(part)


def _of_part(part: Part) -> Iterator[str]:
    match part:
        case Card():
            yield part.label
            for line in part.against:
                yield from _between(line.label)
        case Tally():
            yield part.label
            yield from _between(part.context)
            yield from (share.word for share in part.shares)
        case Table():
            yield from _of_table(part)
        case Chart():
            yield from (part.unit, *(series.name for series in part.series))
            for sentence in (part.title, part.alt):
                yield from _between(sentence)
        case Text():
            for sentence in part.sentences:
                yield from _between(sentence)
        case _:
            pass


def _of_table(table: Table) -> Iterator[str]:
    yield from (text for column in table.columns for text in (column.title, column.group))
    yield from _between(table.caption)
    for row in (*table.rows, table.total or ()):
        for cell in row:
            yield from _of_cell(cell)


def _of_cell(cell: Cell) -> Iterator[str]:
    if isinstance(cell, str):
        yield cell
    elif isinstance(cell, Sentence):
        yield from _between(cell)


def _between(sentence: Sentence) -> Iterator[str]:
    return (part for part in sentence.parts if isinstance(part, str))

"""What the template of the page shows: cards, charts and tables of a document in the words they read as."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from campaignctl.domain.charts import Chart
from campaignctl.domain.cube import Axis, Cube
from campaignctl.domain.document import Card, Document, Section, Text
from campaignctl.domain.formats import Format
from campaignctl.domain.sentences import Ref, Sentence
from campaignctl.domain.tables import Column, Mark, Table
from campaignctl.writers.html.drawing import Drawing, draw_all
from campaignctl.writers.html.places import place_of
from campaignctl.writers.report.cards import against_words, sign
from campaignctl.writers.report.cells import decimals_of, plain

_Part = TypeVar("_Part")
MOST_INSIGHTS = 5
WARNINGS, NOTES, COMPLETE = "dashboard-warnings", "dashboard-notes", "dashboard-complete"
STATES = {"✓": "complete", "◐": "partial", "▲": "stale"}
CHOSEN_BY = ("category", "seller", "channel", "stream", "promotion")
"""The axes with a drop-down, in their order; days have two."""


@dataclass(frozen=True, slots=True)
class CardView:
    """A card: ``metric`` is what it shows of a choice, ``definition`` is said on hover and focus.

    ``each`` is the metric that stands behind the ``name`` in its ``label``, where one does.
    """

    metric: str
    name: str
    label: str
    each: str
    words: str
    notes: tuple[tuple[str, str], ...]
    definition: str


@dataclass(frozen=True, slots=True)
class CellView:
    """A cell; ``metric`` is empty where it holds no figure, ``bar`` is its share of the longest in its column."""

    words: str
    metric: str
    tail: str
    format: str
    decimals: str  # those that the numbers of its column share; blank where each has its own
    mark: str
    reason: str
    bar: float | None


@dataclass(frozen=True, slots=True)
class RowView:
    """A row of a table: its name and its member's slug."""

    name: str
    slug: str
    cells: tuple[CellView, ...]


@dataclass(frozen=True, slots=True)
class TableView:
    """A table over an axis of the cube."""

    slug: str
    scope: str
    head: str
    title: str
    columns: tuple[tuple[str, bool], ...]
    rows: tuple[RowView, ...]
    empty: str


@dataclass(frozen=True, slots=True)
class InsightView:
    """One thing that stands out."""

    kind: str
    mark: str
    what: str
    sure: str


@dataclass(frozen=True, slots=True)
class PageView:
    """The whole page."""

    campaign: str
    title: str
    context: str
    as_of: str
    state: str  # complete, partial or stale; empty where nothing is known of it
    complete: str
    warnings: tuple[str, ...]
    notes: tuple[str, ...]
    axes: tuple[Axis, ...]
    days: Axis | None
    cards: tuple[CardView, ...]
    charts: tuple[Drawing, ...]
    tables: tuple[TableView, ...]
    insights: tuple[InsightView, ...]
    past: TableView | None
    source: str


def view_of(document: Document) -> PageView:
    """Return what the page shows before anything is chosen."""
    first = document.sections[0] if document.sections else None
    complete = next(iter(_said(document, first, COMPLETE)), "")
    axes = [_axis(document.cube, scope) for scope in CHOSEN_BY] if document.cube else []
    return PageView(
        campaign=plain(document.campaign),
        title=_words(document, first.title if first else Sentence((document.campaign,))),
        context=_words(document, first.context if first else Sentence()),
        as_of=plain(document.texts.get("report.as_of_words", document.as_of)),
        state=STATES.get(complete[:1], ""),
        complete=complete,
        warnings=_said(document, first, WARNINGS),
        notes=_said(document, first, NOTES),
        axes=tuple(axis for axis in axes if axis is not None and len(axis.members) > 1),
        days=_axis(document.cube, "day") if document.cube else None,
        cards=tuple(_card(document, part) for part in _parts(document, Card)),
        charts=draw_all(document, [part for part in _parts(document, Chart) if _is_drawn(part)]),
        tables=tuple(_table(document, part) for part in (first.parts if first else ()) if isinstance(part, Table)),
        insights=tuple(_insights(document)),
        past=_past(document),
        source=_words(document, first.source if first else Sentence()),
    )


def _parts(document: Document, kind: type[_Part]) -> list[_Part]:
    return [part for section in document.sections for part in section.parts if isinstance(part, kind)]


def _axis(cube: Cube, scope: str) -> Axis | None:
    axis = cube.axis(scope)
    if axis is None:
        return None
    return replace(axis, members=tuple(replace(member, label=plain(member.label)) for member in axis.members))


def _is_drawn(chart: Chart) -> bool:
    return any(any(series.values) for series in chart.series)


def _words(document: Document, sentence: Sentence) -> str:
    return plain(document.words(sentence))


def _said(document: Document, section: Section | None, slug: str) -> tuple[str, ...]:
    parts = section.parts if section else ()
    texts = [part for part in parts if isinstance(part, Text) and part.slug == slug]
    return tuple(_words(document, sentence) for text in texts for sentence in text.sentences)


def _card(document: Document, card: Card) -> CardView:
    figure = document.figures[card.figure]
    notes = tuple((against_words(document, line), line.mark.value) for line in card.against)
    if figure.value is None and not notes:
        notes = ((plain(figure.reason), Mark.NEUTRAL.value),)
    meaning = card.meaning or figure.definition
    return CardView(
        metric=_metric(card.figure),
        name=plain(card.label),
        label=plain(document.label(card)),
        each=_metric(card.each) if card.each else "",
        words=figure.words,
        notes=notes,
        definition=plain(meaning[:1].upper() + meaning[1:]),
    )


def _metric(figure_id: str) -> str:
    """Return what a figure of the whole is read by: ``gmv``, ``gmv~expected_gap``."""
    place = place_of(figure_id)
    return place.metric + place.tail


def _table(document: Document, table: Table) -> TableView:
    scales = [_scale(document, table, at) for at in range(len(table.columns))]
    rows = []
    for number, row in enumerate(table.rows):
        marks = [table.marks.get((number, column.key), Mark.NEUTRAL) for column in table.columns]
        cells = tuple(_cell(document, *each) for each in list(zip(row, table.columns, scales, marks, strict=True))[1:])
        place = next((place_of(cell.id) for cell in row if isinstance(cell, Ref)), None)
        rows.append(RowView(plain(document.cell_words(row[0])), place.slug if place else "", cells))
    first = next((cell.id for row in table.rows for cell in row if isinstance(cell, Ref)), "")
    return TableView(
        table.slug,
        place_of(first).scope if first else "",
        table.columns[0].title,
        _words(document, table.caption) or f"{table.columns[0].title}s by GMV",
        tuple((column.title, column.bar) for column in table.columns[1:]),
        tuple(rows),
        table.empty,
    )


def _past(document: Document) -> TableView | None:
    """Return what the whole campaign is held against: plan, baseline, the stretch before, earlier campaigns."""
    section = document.section("comparisons")
    table = document.table("comparisons")
    if section is None or table is None:
        return None
    return replace(_table(document, table), title=_words(document, section.title))


@dataclass(frozen=True, slots=True)
class _Scale:
    """What the numbers of a column share: the longest of its bars, and how many decimals they have."""

    longest: float
    decimals: int | None


def _scale(document: Document, table: Table, at: int) -> _Scale:
    cells = [row[at] for row in table.rows]
    numbers = (document.figures[cell.id].number or 0 for cell in cells if isinstance(cell, Ref))
    longest = 1.0 if table.columns[at].format is Format.PERCENT else max(numbers, default=0)  # of a share: the whole
    return _Scale(longest, decimals_of(document, cells, table.columns[at]))


def _cell(document: Document, cell: object, column: Column, scale: _Scale, mark: Mark) -> CellView:
    if not isinstance(cell, Ref):
        return CellView("–", "", "", "", "", Mark.NEUTRAL.value, "", None)
    figure, place = document.figures[cell.id], place_of(cell.id)
    words = figure.words_as(cell.format or figure.format, scale.decimals)
    if figure.is_change and figure.value is not None:
        words = f"{sign(figure)} {words}"
    bar = min(1.0, (figure.number or 0) / scale.longest) if column.bar and scale.longest > 0 else None
    form = "" if figure.is_change else (cell.format or figure.format).value
    shared = "" if scale.decimals is None or figure.is_change else str(scale.decimals)
    return CellView(words, place.metric, place.tail, form, shared, mark.value, plain(figure.reason), bar)


def _insights(document: Document) -> Iterator[InsightView]:
    """Yield the weightiest insights: those of the summary, and behind them those it had no room for."""
    left = MOST_INSIGHTS
    for slug in ("highlights", "insights"):
        table = document.part(slug)
        if not isinstance(table, Table):
            continue
        at = {column.key: number for number, column in enumerate(table.columns)}
        for number, row in enumerate(table.rows[:left]):
            kind, what, sure = (plain(document.cell_words(row[at[key]])) for key in ("kind", "what", "how_sure"))
            yield InsightView(kind, table.marks.get((number, "kind"), Mark.NEUTRAL).value, what, sure)
        left -= min(left, len(table.rows))

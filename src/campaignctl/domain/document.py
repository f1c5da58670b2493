"""A document is what a stage has to say, before it is a workbook, a deck or a page.

Sections hold parts under stable slugs. Numbers never stand in a sentence: a sentence holds figure ids, and every
output writes the same words for them. Writers place parts; they compute nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from string import Formatter

from campaignctl.domain.cube import Cube
from campaignctl.domain.figures import Figure
from campaignctl.domain.findings import Finding
from campaignctl.domain.formats import Format
from campaignctl.domain.listing import Listing, Live


@dataclass(frozen=True, slots=True)
class Ref:
    """A figure standing in a sentence or a cell; ``unsigned`` drops the sign of a change ("7% above target").

    In a table cell ``format`` is the column's (whole dollars, say) where it is not the figure's own.
    """

    id: str
    unsigned: bool = False
    format: Format | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """Text with figures inside."""

    parts: tuple[str | Ref, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.parts)


def say(template: str, **names: str) -> Sentence:
    """Return the sentence written in ``template``: ``{gmv.total}`` is a figure, ``{shop}`` a name given in ``names``.

    ``{gmv.total~target!u}`` writes the change without its sign. Names are text, whatever they hold.
    """
    parts: list[str | Ref] = []
    for text, name, _spec, conversion in Formatter().parse(template):
        if text:
            parts.append(text)
        if name is not None:
            parts.append(names[name] if name in names else Ref(name, unsigned=conversion == "u"))
    return Sentence(tuple(parts))


class Mark(StrEnum):
    """The sign before a change; the writer gives it colour, and a word where there is room."""

    GOOD = "good"
    BAD = "bad"
    NEUTRAL = "neutral"


@dataclass(frozen=True, slots=True)
class Against:
    """One line under a card's number: ``target $3.60M   ▲ +7%``."""

    label: Sentence
    change: str = ""  # figure id
    mark: Mark = Mark.NEUTRAL


@dataclass(frozen=True, slots=True)
class Card:
    """A figure on show; ``of`` is the figure it is a part of or aims at (``38 of 36``).

    ``live`` makes a workbook's number follow the filter of a listing on the same sheet.
    """

    slug: str
    label: str
    figure: str
    against: tuple[Against, ...] = ()
    of: str = ""
    live: Live | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """A table's column. ``format`` is None for text."""

    key: str
    title: str
    format: Format | None = None
    group: str = ""
    bar: bool = False  # a data bar in the cell
    width: float | None = None


Cell = str | Ref | Sentence | None
"""Text, a figure, text with figures inside, or nothing (shown as an en dash)."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells in the order they are to be shown; ``total`` is a last row set apart.

    ``heat`` ranks cells in quarters, 0 the lowest to 3 the highest: they are shaded by it.
    """

    slug: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    total: tuple[Cell, ...] | None = None
    marks: Mapping[tuple[int, str], Mark] = field(default_factory=dict)  # (row, column key)
    empty: str = "No data"
    caption: Sentence = field(default_factory=Sentence)
    heat: Mapping[tuple[int, str], int] = field(default_factory=dict)  # (row, column key)


class ChartKind(StrEnum):
    """The recipes of the house style."""

    COLUMN = "column"
    BAR = "bar"
    STACKED_COLUMN = "stacked_column"
    STACKED_BAR = "stacked_bar"  # parts of a whole per name, one name a row
    COMBO = "combo"  # columns with lines


class Role(StrEnum):
    """What a series stands for; its colour and line follow from it."""

    CAMPAIGN = "campaign"
    ATTENTION = "attention"
    TARGET = "target"
    BASELINE = "baseline"
    IDENTITY = "identity"


@dataclass(frozen=True, slots=True)
class Series:
    """One series: a figure id or a gap per category. ``line`` draws it as a line in a combo.

    ``low`` and ``high``, where given, are the ends of each value's interval.
    """

    name: str
    values: tuple[str | None, ...]
    role: Role = Role.CAMPAIGN
    line: bool = False
    low: tuple[str | None, ...] = ()
    high: tuple[str | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Chart:
    """A native chart. ``title`` is the finding; ``unit`` names what the axis counts.

    ``partial`` are the places of categories that are not over yet: their marks are hatched.
    """

    slug: str
    kind: ChartKind
    title: Sentence
    unit: str
    format: Format
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    alt: Sentence = field(default_factory=Sentence)
    partial: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Text:
    """Sentences under one another; ``about`` gives, for each, the slugs of the sections that say more."""

    slug: str
    sentences: tuple[Sentence, ...]
    about: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Findings:
    """Findings shown as a list."""

    slug: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Share:
    """How many have one status: a figure and the status word with its sign."""

    figure: str
    word: str
    live: Live | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """How many of a whole have which status, beside the cards."""

    slug: str
    label: str
    context: Sentence
    shares: tuple[Share, ...]


Part = Card | Tally | Table | Listing | Chart | Text | Findings


@dataclass(frozen=True, slots=True)
class Section:
    """One sheet or slide: its title is the finding in a sentence; ``context`` is the line below it.

    ``name`` is what a tab or a tracker line says (at most 31 characters). ``method`` marks help and definitions,
    ``alarm`` what is wrong.
    """

    slug: str
    name: str
    title: Sentence
    context: Sentence = field(default_factory=Sentence)
    parts: tuple[Part, ...] = ()
    source: Sentence = field(default_factory=Sentence)
    method: bool = False
    alarm: bool = False


@dataclass(frozen=True, slots=True)
class Input:
    """A file that a document rests on."""

    file: str
    sha256: str
    rows: int


@dataclass(frozen=True, slots=True)
class Document:
    """Everything a report says. ``as_of`` is ISO 8601 with its offset; ``texts`` are the plain tokens of templates.

    ``cube`` is what a page or sheet with filters adds up again; None where nothing sold.
    """

    campaign: str
    as_of: str
    figures: Mapping[str, Figure]
    sections: tuple[Section, ...]
    inputs: tuple[Input, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict)
    cube: Cube | None = None

    def words(self, sentence: Sentence) -> str:
        """Return a sentence with the words of its figures."""
        return "".join(part if isinstance(part, str) else self.cell_words(part) for part in sentence.parts)

    def cell_words(self, cell: Cell) -> str:
        """Return what a cell shows: text as it is, a figure in words, an en dash for nothing."""
        if cell is None:
            return "–"
        if isinstance(cell, str):
            return cell
        if isinstance(cell, Sentence):
            return self.words(cell)
        figure = self.figures[cell.id]
        text = figure.words_as(cell.format) if cell.format else figure.words
        return text.lstrip("+−") if cell.unsigned else text

    def section(self, slug: str) -> Section | None:
        """Return the section with ``slug``, if the document has it."""
        return next((section for section in self.sections if section.slug == slug), None)

    def part(self, slug: str) -> Part | None:
        """Return the part with ``slug``, in whichever section it stands."""
        return next((part for section in self.sections for part in section.parts if part.slug == slug), None)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What a stage's documents may hold; a document may leave parts out but not invent any.

    ``charts`` gives the names of each chart's series in order; ``tables`` each table's column keys; ``figures``
    the ids (or, ending in ``.*``, families of ids); ``texts`` the plain tokens.
    """

    sections: tuple[str, ...]
    charts: Mapping[str, tuple[str, ...]]
    tables: Mapping[str, tuple[str, ...]]
    cards: tuple[str, ...]
    figures: tuple[str, ...]
    texts: tuple[str, ...]
    paragraphs: tuple[str, ...] = ()

"""A document is what a stage has to say, before it is a workbook, a deck or a page.

Sections hold parts under stable slugs: sentences, tables, charts, listings, and what is declared here. Writers place
parts; they compute nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from campaignctl.domain.charts import Chart
from campaignctl.domain.cube import Cube
from campaignctl.domain.figures import Figure
from campaignctl.domain.findings import Finding
from campaignctl.domain.formats import Format, decimals_together
from campaignctl.domain.listing import Listing, Live
from campaignctl.domain.sentences import Ref, Sentence
from campaignctl.domain.tables import Cell, Mark, Table


@dataclass(frozen=True, slots=True)
class Against:
    """One line under a card's number: ``target $3.60M   ▲ +7%``; ``said`` stands there instead of a change."""

    label: Sentence
    change: str = ""  # figure id
    mark: Mark = Mark.NEUTRAL
    said: Sentence = field(default_factory=Sentence)


@dataclass(frozen=True, slots=True)
class Card:
    """A figure on show; ``of`` is the figure it is a part of or aims at (``38 of 36``).

    ``live`` makes a workbook's number follow the filter of a listing on the same sheet. ``each`` is the figure that
    stands behind the label (``Orders · $36.27 each``). ``meaning`` says what is shown where the figure's own definition
    does not: a difference is defined as what it is a difference of.
    """

    slug: str
    label: str
    figure: str
    against: tuple[Against, ...] = ()
    of: str = ""
    live: Live | None = None
    each: str = ""
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """Sentences under one another; ``about`` gives, for each, the slugs of the sections that say more.

    ``leads`` gives the clause with which each begins, for outputs that set it apart; it is empty where none does.
    """

    slug: str
    sentences: tuple[Sentence, ...]
    about: tuple[tuple[str, ...], ...] = ()
    leads: tuple[Sentence, ...] = ()


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
        """Return a sentence with the words of its figures; its shares share their decimals, to be compared."""
        shares = self._decimals_of_shares(sentence)
        return "".join(part if isinstance(part, str) else self._ref_words(part, shares) for part in sentence.parts)

    def cell_words(self, cell: Cell) -> str:
        """Return what a cell shows: text as it is, a figure in words, an en dash for nothing."""
        if cell is None:
            return "–"
        if isinstance(cell, str):
            return cell
        if isinstance(cell, Sentence):
            return self.words(cell)
        return self._ref_words(cell)

    def _ref_words(self, ref: Ref, shares: int | None = None) -> str:
        figure = self.figures[ref.id]
        form = ref.format or figure.format
        decimals = shares if ref.decimals is None and form is Format.PERCENT else ref.decimals
        text = figure.words_as(form, decimals)
        return text.lstrip("+−") if ref.unsigned else text

    def _decimals_of_shares(self, sentence: Sentence) -> int | None:
        figures = [self.figures[part.id] for part in sentence.parts if isinstance(part, Ref)]
        shares = [one.value for one in figures if one.format is Format.PERCENT and not one.is_change]
        return decimals_together(shares, Format.PERCENT)

    def label(self, card: Card) -> str:
        """Return the words above a card's number: ``Orders · $36.27 each``."""
        return f"{card.label} · {self.figures[card.each].words} each" if card.each else card.label

    def section(self, slug: str) -> Section | None:
        """Return the section with ``slug``, if the document has it."""
        return next((section for section in self.sections if section.slug == slug), None)

    def part(self, slug: str) -> Part | None:
        """Return the part with ``slug``, in whichever section it stands."""
        return next((part for section in self.sections for part in section.parts if part.slug == slug), None)

    def table(self, slug: str) -> Table | None:
        """Return the table with ``slug``; a chart that shows the same may bear that slug too."""
        parts = (part for section in self.sections for part in section.parts)
        return next((part for part in parts if isinstance(part, Table) and part.slug == slug), None)


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

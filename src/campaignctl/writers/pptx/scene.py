"""A scene is what one slide is to show: the section, its place in the deck, and the words for every token."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from campaignctl.domain.charts import Chart
from campaignctl.domain.document import Card, Document, Part, Section, Text
from campaignctl.domain.formats import Format
from campaignctl.domain.sentences import Ref, Sentence
from campaignctl.domain.tables import Mark, Table
from campaignctl.writers.pptx.inert import inert

CONTINUED = " (continued)"
SLIDE = "slide."
AGAINST = "against-"
MARK_GAP = "\u00a0\u00a0"
FELL = "▼ "
ARROWS = {1: "▲", -1: "▼", 0: "●"}
_OF_PART = re.compile(
    r"^(?P<slug>.+?)\.(?P<rest>title|unit|caption|label|value|against-\d\.\w+|\d+(?:\.(?:figure|slides|lead|rest))?)$"
)

P = TypeVar("P", bound=Part)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text; a coloured one is a mark (``small``), or a word in the colour of what it stands for."""

    text: str
    colour: str = ""
    small: bool = False


@dataclass(frozen=True, slots=True)
class Shade:
    """Ground and text of a shaded cell, six hexadecimal digits each."""

    ground: str
    ink: str


@dataclass(frozen=True, slots=True)
class Scene:
    """What one slide shows. ``number`` is its page, ``page`` counts its continuations from 0.

    ``limits`` gives the rows per slide of each table, ``places`` the page on which each section starts; ``in_full``
    gathers texts that had to be shortened, ``shades`` are the steps of heat tables.
    """

    document: Document
    colours: Mapping[Mark, str]
    section: Section | None = None
    prefix: str = ""
    number: int = 1
    page: int = 0
    limits: Mapping[str, int] = field(default_factory=dict)
    places: Mapping[str, int] = field(default_factory=dict)
    in_full: list[str] = field(default_factory=list)
    shades: Sequence[Shade] = ()

    @property
    def key(self) -> str:
        """The last part of a repeated section's slug: the seller or category it is about."""
        return self.section.slug.removeprefix(self.prefix + ".") if self.section and self.prefix else ""

    def part(self, kind: type[P], slug: str) -> P | None:
        """Return the part with ``slug``: of this section, of its key, or of any section that is not repeated."""
        own = self.section.parts if self.section else ()
        shared = [part for each in self.document.sections if "." not in each.slug for part in each.parts]
        for parts, wanted in ((own, slug), (own, f"{slug}.{self.key}"), (shared, slug)):
            for part in parts:
                if isinstance(part, kind) and part.slug == wanted:
                    return part
        return None

    def rows(self, slug: str) -> range:
        """Return which rows of a table stand on this slide."""
        table = self.part(Table, slug)
        count = len(table.rows) if table else 0
        limit = self.limits.get(slug, count)
        return range(count)[self.page * limit : (self.page + 1) * limit] if limit else range(0)

    def has(self, need: str) -> bool:
        """Whether the document holds ``need`` (``chart:pace``, ``card-3``, ``summary-points.2``, ``skus.total``).

        ``card-1|card-2`` is either of the two, ``card-1.against-3`` the third line below a card's figure.
        """
        return any(self._holds(each) for each in need.split("|"))

    def _holds(self, need: str) -> bool:
        kind, _, slug = need.rpartition(":")
        if kind == "table":
            return self.part(Table, slug) is not None and (self.page == 0 or len(self.rows(slug)) > 0)
        if kind == "chart":
            chart = self.part(Chart, slug)
            return chart is not None and drawable(self.document, chart)
        if need.startswith(SLIDE):
            return need.removeprefix(SLIDE) in self.places
        text, _, count = need.rpartition(".")
        card = self.part(Card, text)
        if card is not None and count.startswith(AGAINST):
            return len(card.against) >= int(count.removeprefix(AGAINST))
        sentences = self.part(Text, text)
        if sentences and count.isdigit():
            return len(sentences.sentences) >= int(count)
        figure = self.document.figures.get(need)
        return self.part(Card, need) is not None or (figure is not None and figure.value is not None)

    def pieces(self, name: str) -> Sequence[Piece] | None:
        """Return what the token ``name`` shows, or None when the document holds nothing of that name."""
        name = name.replace("*", self.key) if self.key else name
        words = self._of_section(name) if name.startswith("section.") else self._of_document(name)
        if words is not None:
            return [Piece(inert(words))]
        if "|" in name:
            return self._counted(*name.partition("|")[::2])
        found = _OF_PART.match(name)
        return self._of_part(found["slug"], found["rest"]) if found else None

    def words(self, sentence: Sentence) -> str:
        """Return a sentence's words, fit to stand in a file."""
        return inert(self.document.words(sentence))

    def change(self, figure: str, mark: Mark | None) -> list[Piece]:
        """Return a change with its mark in front: the arrow shows direction, its colour good or bad."""
        return [*self.mark(mark, figure), Piece(inert(self.document.cell_words(Ref(figure))))]

    def mark(self, mark: Mark | None, figure: str = "") -> list[Piece]:
        """Return the coloured mark before a change, or before a text that has no direction of its own."""
        if mark is None:
            return []
        way = {Mark.GOOD: 1, Mark.BAD: -1, Mark.NEUTRAL: 0}[mark]
        if figure and mark is not Mark.NEUTRAL:
            number = self.document.figures[figure].number or 0
            way = (number > 0) - (number < 0)
        return [Piece(ARROWS[way] + MARK_GAP, self.colours[mark], small=True)]

    def _counted(self, name: str, words: str) -> Sequence[Piece] | None:
        """Return the first of two words for a count of one, else the second: ``{{ sellers.total|seller|sellers }}``."""
        figure = self.document.figures.get(name)
        one, _, many = words.partition("|")
        return [Piece(one if figure.value == 1 else many)] if figure else None

    def _of_section(self, name: str) -> str | None:
        section = self.section
        if section is None:
            return None
        match name.removeprefix("section."):
            case "title":
                return self.document.words(section.title) + (CONTINUED if self.page else "")
            case "context":
                return self.document.words(section.context)
            case "source":
                return self.document.words(section.source)
            case "name":
                return section.name
        return None

    def _of_document(self, name: str) -> str | None:
        if name == "page":
            return str(self.number)
        if name.startswith(SLIDE):
            return str(self.places.get(name.removeprefix(SLIDE), ""))
        if name in self.document.texts:
            return self.document.texts[name]
        return self.document.figures[name].words if name in self.document.figures else None

    def _of_part(self, slug: str, rest: str) -> Sequence[Piece] | None:
        card, chart, text = self.part(Card, slug), self.part(Chart, slug), self.part(Text, slug)
        if card:
            return self._of_card(card, rest)
        if text and rest[0].isdigit():
            return self._of_text(text, rest)
        if chart and rest in {"title", "unit"}:
            return [Piece(self.words(chart.title) if rest == "title" else inert(chart.unit))]
        table = self.part(Table, slug)
        return [Piece(self.words(table.caption))] if table and rest == "caption" else None

    def _of_card(self, card: Card, rest: str) -> Sequence[Piece] | None:
        if rest in {"label", "value"}:
            return [Piece(inert(card.label if rest == "label" else self.document.cell_words(Ref(card.figure))))]
        line, _, which = rest.removeprefix("against-").partition(".")
        if not line.isdigit() or which not in {"label", "change"}:
            return None
        against = card.against[int(line) - 1] if 0 < int(line) <= len(card.against) else None
        if against is not None and which == "change" and against.said:
            return [Piece(self.words(against.said))]
        if against is None or (which == "change" and not against.change):
            return []
        return [Piece(self.words(against.label))] if which == "label" else self.change(against.change, against.mark)

    def _of_text(self, text: Text, rest: str) -> Sequence[Piece]:
        count, _, figure = rest.partition(".")
        sentence = text.sentences[int(count) - 1] if 0 < int(count) <= len(text.sentences) else Sentence()
        if not figure:
            return self._signed(self.words(sentence))
        if figure in {"lead", "rest"}:
            lead, rest = self._parted(text, int(count) - 1)
            return self._signed(lead if figure == "lead" else rest)
        if figure == "slides":
            return [Piece(self._slides(text.about[int(count) - 1]))] if int(count) <= len(text.about) else []
        first = next((part for part in sentence.parts if isinstance(part, Ref)), None)
        if first is None:
            return []
        shown = self.document.figures[first.id]
        if shown.format is Format.COUNT and first is not sentence.parts[0]:
            return []  # a count in passing is not what the sentence is about
        bad = shown.is_change and (shown.number or 0) < 0
        alone = replace(first, unsigned=False)  # its sign may be told in words; here no words stand beside it
        return [Piece(inert(self.document.cell_words(alone)), self.colours[Mark.BAD] if bad else "")]

    def _parted(self, text: Text, at: int) -> tuple[str, str]:
        """Return the clause that a sentence begins with, and what follows; one without such a clause is all rest."""
        whole = self.words(text.sentences[at]) if at < len(text.sentences) else ""
        lead = self.words(text.leads[at]) if at < len(text.leads) else ""
        return (lead, whole.removeprefix(lead)) if whole.startswith(lead) else ("", whole)

    def _signed(self, words: str) -> list[Piece]:
        """Return a text; the sign of what fell, at its beginning, in the colour of what is bad."""
        if not words.startswith(FELL):
            return [Piece(words)]
        return [Piece(FELL, self.colours[Mark.BAD], small=True), Piece(words.removeprefix(FELL))]

    def _slides(self, sections: Sequence[str]) -> str:
        """Return ``Slides 5, 6``: where sections start, as far as they have slides."""
        found = sorted({self.places[slug] for slug in sections if slug in self.places})
        return f"Slide{'s' if len(found) > 1 else ''} {', '.join(map(str, found))}" if found else ""


def drawable(document: Document, chart: Chart) -> bool:
    """Whether a chart has anything to draw; one without a single value is better said in words."""
    values = (document.figures[value].value for series in chart.series for value in series.values if value is not None)
    return any(value is not None for value in values)

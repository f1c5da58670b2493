"""What a token of the memo's template stands for in one document."""

from collections.abc import Sequence
from dataclasses import dataclass

from campaignctl.domain.charts import Chart
from campaignctl.domain.document import Document, Text
from campaignctl.domain.errors import BadTemplate
from campaignctl.domain.sentences import Ref
from campaignctl.domain.tables import Mark, Table
from campaignctl.writers.docx.contract import KNOWN, OPTIONAL
from campaignctl.writers.docx.runs import Piece
from campaignctl.writers.pptx.tables import SIGNS

COLOURS = {Mark.GOOD: "1F7A6F", Mark.BAD: "C8401A", Mark.NEUTRAL: "5B6577"}
"""Darker than on a slide, so that small type on white has contrast enough."""


@dataclass(frozen=True, slots=True)
class Scene:
    """The document, the template's name for messages, and the keys of its charts by slug."""

    document: Document
    template: str
    keys: dict[str, Sequence[Piece]]

    def pieces(self, token: str) -> Sequence[Piece] | None:
        """Return the words of a token, None where this report lacks them; ``BadTemplate`` when no report has any."""
        if token in OPTIONAL and self.document.part(token) is None:
            return ()
        found = self._found(token)
        if found is None and token not in KNOWN and token not in self.document.texts:
            raise BadTemplate(
                f"{self.template} asks for {{{{ {token} }}}}, which no memo holds.",
                "Correct the token in the template, or take it out.",
            )
        return found or None

    def _found(self, token: str) -> Sequence[Piece] | None:
        document = self.document
        if token in document.texts:
            return _plain(document.texts[token])
        if token.startswith("chart:"):
            return self._chart(*token.removeprefix("chart:").rpartition(".")[::2])
        part = document.part(token)
        if isinstance(part, Text):
            return _plain(" ".join(document.words(sentence) for sentence in part.sentences))
        slug, _, field = token.rpartition(".")
        section = document.section(slug)
        if section is not None and field in {"title", "context", "source"}:
            return _plain(document.words(getattr(section, field)))
        return [Piece(document.figures[token].words)] if token in document.figures else None

    def _chart(self, slug: str, field: str) -> Sequence[Piece] | None:
        chart = self.document.part(slug)
        if not isinstance(chart, Chart):
            return None
        if field == "key":
            return self.keys.get(slug)
        return _plain(self.document.words(chart.title) if field == "title" else chart.unit)

    def cell(self, table: Table, row: int, key: str) -> Sequence[Piece]:
        """Return what a cell shows: its mark in colour, then its words. The row after the last is the total."""
        at = next(place for place, column in enumerate(table.columns) if column.key == key)
        value = table.rows[row][at] if row < len(table.rows) else (table.total or ())[at]
        text = self.document.cell_words(value)
        mark = table.marks.get((row, key))
        if mark is None:
            return [Piece(text)]
        if text[:1] in SIGNS:
            return [Piece(text[0], COLOURS[mark]), Piece(text[1:])]
        return [Piece(f"{self._sign(value)}\u00a0", COLOURS[mark]), Piece(text)]

    def _sign(self, value: object) -> str:
        figure = self.document.figures.get(value.id) if isinstance(value, Ref) else None
        number = figure.value if figure is not None else None
        return "●" if not number else "▲" if number > 0 else "▼"


def _plain(text: str) -> Sequence[Piece] | None:
    return [Piece(text)] if text else None

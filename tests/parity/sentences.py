"""Whether a text of an output is one that the document says: a number of another sentence is no parity.

``judging`` asks whether a number is the words of some figure; here it has to stand in the very sentence of the document.
"""

import re
from collections.abc import Iterable, Iterator

from campaignctl.domain.charts import Chart
from campaignctl.domain.document import Card, Document, Part, Tally, Text
from campaignctl.domain.sentences import Sentence
from campaignctl.domain.tables import Table

from .judging import JOINER, Figures
from .reading import Told

COMPOSED = (
    (
        r"Showing .+ · \d+ of \d+ sellers sold",
        "what is chosen on the sheet Dashboard: a formula's words, proven by recalculation",
    ),
    (r"target = 100%", "the mark on an axis in percent of target"),
    (r".* · asked for by the report of .+ · \d+ of \d+ noted", "how far the form of actions is filled"),
    (r"\+ at the top opens \d+ more columns?", "how a form is to be read"),
    (r".*page \d+ of \d+", "what Word numbers"),
)
"""What writers put together that is no sentence of the document, each with its reason."""
DIGIT, WORD = re.compile(r"\d"), re.compile(r"[^\W\d_]{3,}")


class Sentences:
    """The sentences of several documents with a number and a word, as every output has to show them."""

    def __init__(self, documents: Iterable[Document]) -> None:
        said = {_flat(text) for document in documents for text in _said(document)}
        numbered = sorted((text for text in said if DIGIT.search(text) and WORD.search(text)), key=len, reverse=True)
        self._said = re.compile(
            "|".join(rf"(?<![\w+−$.,]){re.escape(text)}(?![\w%])" for text in numbered), re.IGNORECASE
        )

    def strangers(self, told: Iterable[Told], figures: Figures) -> list[str]:
        """Return a line for each text in which a number stands beside words that no document says."""
        return [f"{each.place}: {each.text!r}" for each in told if self._is_strange(each.text, figures)]

    def _is_strange(self, text: str, figures: Figures) -> bool:
        rest = self._said.sub(" · ", _flat(text))
        if not WORD.search(rest) or not figures.numbers(rest):
            return False
        return not any(re.fullmatch(pattern, _flat(text)) for pattern, _reason in COMPOSED)


def _flat(text: str) -> str:
    return " ".join(text.replace(JOINER, "").split()).rstrip(".")


def _said(document: Document) -> Iterator[str]:
    yield from document.texts.values()
    yield document.campaign
    for section in document.sections:
        yield from (document.words(sentence) for sentence in (section.title, section.context, section.source))
        for part in section.parts:
            yield from _of_part(document, part)


def _of_part(document: Document, part: Part) -> Iterator[str]:
    match part:
        case Card():
            yield document.label(part)
            for line in part.against:
                label, change = document.words(line.label), document.figures.get(line.change)
                yield from (label, *([f"{change.words} against {label}"] if change else []))
        case Tally():
            yield document.words(part.context)
        case Table():
            yield document.words(part.caption)
            rows = (*part.rows, part.total or ())
            yield from (document.cell_words(cell) for row in rows for cell in row if isinstance(cell, str | Sentence))
            keys = [column.key for column in part.columns]
            if "unit" in keys:  # a slide writes it behind the money that it is of
                money, unit = keys.index("at_stake"), keys.index("unit")
                yield from (f"{document.cell_words(row[money])} {row[unit]}" for row in part.rows)
        case Chart():
            yield from (*part.categories, document.words(part.title), document.words(part.alt))
            for series in part.series:
                values = zip(part.categories, series.values, strict=True)
                yield from (f"{name}: {document.figures[one].words}" for name, one in values if one)
        case Text():
            yield from (document.words(sentence) for sentence in part.sentences)
        case _:
            pass

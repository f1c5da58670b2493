"""Tokens of a Word paragraph are filled where they stand: the words take the look of the run the token began in.

Word splits a token over runs as it pleases, so a paragraph is read whole and its runs are rewritten.
"""

from collections.abc import Callable, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from campaignctl.domain.errors import BadTemplate
from campaignctl.writers.pptx.directions import OPENING, TOKEN
from campaignctl.writers.pptx.inert import inert


@dataclass(frozen=True, slots=True)
class Piece:
    """Words to put in place of a token; ``colour`` is six hexadecimal digits, empty for the run's own."""

    text: str
    colour: str = ""


Words = Callable[[str], Sequence[Piece] | None]


def text_of(element: Any) -> str:
    """Return the text of a paragraph, row or table."""
    return "".join(text.text or "" for text in element.iter(qn("w:t")))


def tokens(element: Any) -> list[str]:
    """Return the tokens in an element's paragraphs, in order."""
    return [token for paragraph in element.iter(qn("w:p")) for token in TOKEN.findall(text_of(paragraph))]


def fill(paragraph: Any, words: Words, place: str) -> bool:
    """Fill the tokens of a ``w:p``; return False, changing nothing, when the report lacks what one asks for.

    ``words`` gives None for what is lacking and raises ``BadTemplate`` for what is no token at all.
    """
    if OPENING not in text_of(paragraph):
        return True
    texts = list(paragraph.iter(qn("w:t")))
    joined = "".join(text.text or "" for text in texts)
    found = [(token.start(), token.end(), words(token[1])) for token in TOKEN.finditer(joined)]
    if OPENING in TOKEN.sub("", joined):
        raise BadTemplate(f"{place} has a token that does not end: {joined[:40]}", "Close it with }} in one paragraph.")
    if any(pieces is None for *_, pieces in found):
        return False
    _rewrite(texts, joined, [(start, end, pieces or ()) for start, end, pieces in found])
    return True


def _rewrite(texts: list[Any], joined: str, found: list[tuple[int, int, Sequence[Piece]]]) -> None:
    """Give every ``w:t`` the share of the text that is its own; a token's words go to the one it began in."""
    owner = [number for number, text in enumerate(texts) for _ in text.text or ""]
    shares: list[list[Piece]] = [[] for _ in texts]
    at = 0
    for start, end, pieces in [*found, (len(joined), len(joined), ())]:
        for place in range(at, start):
            shares[owner[place]].append(Piece(joined[place]))
        if pieces:
            shares[owner[start]].extend(pieces)
        at = end
    for text, share in zip(texts, shares, strict=True):
        _split(text, share)


def _split(text: Any, share: list[Piece]) -> None:
    """Write the pieces into the run of ``text``: a coloured one gets a run of its own, with the same look."""
    run = text.getparent()
    groups: list[Piece] = []
    for piece in share:
        if groups and groups[-1].colour == piece.colour:
            groups[-1] = Piece(groups[-1].text + piece.text, piece.colour)
        else:
            groups.append(piece)
    for group in groups[:-1]:
        copy = deepcopy(run)
        for other in [each for each in copy if each.tag != qn("w:rPr")]:
            copy.remove(other)
        copy.append(OxmlElement("w:t"))
        _set(copy.find(qn("w:t")), group)
        run.addprevious(copy)
    _set(text, groups[-1] if groups else Piece(""))


def _set(text: Any, piece: Piece) -> None:
    text.text = inert(piece.text)
    text.set(qn("xml:space"), "preserve")
    if piece.colour:
        run = text.getparent()
        colour = run.get_or_add_rPr().find(qn("w:color"))
        if colour is None:
            colour = OxmlElement("w:color")
            run.get_or_add_rPr()._insert_color(colour)  # noqa: SLF001 (keeps the order that the schema asks for)
        for name in list(colour.attrib):
            del colour.attrib[name]
        colour.set(qn("w:val"), piece.colour)

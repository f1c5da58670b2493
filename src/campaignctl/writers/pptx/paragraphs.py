"""Tokens are filled where they stand: the words take the look of the run that the token began in.

PowerPoint splits a token over runs as it pleases, so a paragraph is read whole and its runs are rewritten.
"""

import re
from collections.abc import Callable, Sequence
from copy import deepcopy
from typing import Any

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls

from campaignctl.domain.errors import BadTemplate
from campaignctl.writers.pptx.directions import OPENING, TOKEN
from campaignctl.writers.pptx.scene import Piece

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
SMALLEST = 1200  # nothing on a slide is set below 12 points
_HEX = re.compile(r"[0-9A-Fa-f]{6}")
_FILLS = ("noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill")

Words = Callable[[str], Sequence[Piece] | None]


def fill_paragraph(paragraph: Any, words: Words, place: str) -> bool:
    """Write the words of every token in an ``a:p``; return whether there was any.

    ``place`` names slide and shape in the ``BadTemplate`` raised for a token that the document does not know.
    """
    runs = [each for each in paragraph if each.tag in {f"{A}r", f"{A}fld"}]
    texts = [run.findtext(f"{A}t") or "" for run in runs]
    joined = "".join(texts)
    if OPENING not in joined:
        return False
    shares: list[list[Piece]] = [[] for _ in runs]
    for start, stop, piece in _segments(joined, words, place):
        for index, text in _spread(texts, start, stop):
            if piece is None:
                shares[index].append(Piece(text))
            else:
                shares[index].append(piece)
                break  # the run that the token began in takes it all
    for run, share in zip(runs, shares, strict=True):
        _rewrite(run, share)
    return True


def text_of(element: Any) -> str:
    """Return all text of an element (``itertext`` would count a field's or paragraph's twice)."""
    return "".join(text.text or "" for text in element.iter(f"{A}t"))


def fill_text(text: str, words: Words, place: str) -> str:
    """Return plain text (a note, an alt text) with the words of its tokens."""
    segments = _segments(text, words, place)
    return "".join(text[start:stop] if piece is None else piece.text for start, stop, piece in segments)


def _segments(text: str, words: Words, place: str) -> list[tuple[int, int, Piece | None]]:
    """Cut a text into stretches to keep and pieces to put in place of tokens."""
    segments: list[tuple[int, int, Piece | None]] = []
    end = 0
    for token in TOKEN.finditer(text):
        pieces = words(token[1])
        if pieces is None:
            raise _unknown(token[0], place)
        segments.append((end, token.start(), None))
        segments += [(token.start(), token.end(), piece) for piece in pieces]
        end = token.end()
    segments.append((end, len(text), None))
    if any(OPENING in text[start:stop] for start, stop, piece in segments if piece is None):
        raise _unknown(text[text.rindex(OPENING) :][:40], place)
    return segments


def _unknown(token: str, place: str) -> BadTemplate:
    return BadTemplate(
        f"{place} asks for {token}, which this report does not hold.",
        "Correct the token in the template, or give its shape the alt text needs=<part>.",
    )


def _spread(texts: Sequence[str], start: int, stop: int) -> list[tuple[int, str]]:
    """Return which runs the stretch from ``start`` to ``stop`` touches, with the text in each."""
    touched = []
    begin = 0
    for index, text in enumerate(texts):
        share = text[max(start - begin, 0) : max(stop - begin, 0)]
        if share:
            touched.append((index, share))
        begin += len(text)
    return touched


def _rewrite(run: Any, share: Sequence[Piece]) -> None:
    if run.tag == f"{A}fld" or not share:
        run.find(f"{A}t").text = "".join(piece.text for piece in share)
        return
    for piece in share:
        copy = deepcopy(run)
        copy.find(f"{A}t").text = piece.text
        if piece.colour:
            paint(copy, piece.colour, small=piece.small)
        run.addprevious(copy)
    run.getparent().remove(run)


def paint(run: Any, colour: str, *, small: bool = False) -> None:
    """Colour a run (six hexadecimal digits or a theme's word); a small one, a mark, gets four fifths of its size."""
    look = run.find(f"{A}rPr")
    if look is None:
        look = parse_xml(f"<a:rPr {nsdecls('a')}/>")
        run.insert(0, look)
    for old in [each for each in look if each.tag.removeprefix(A) in _FILLS]:
        look.remove(old)
    kind = "srgbClr" if _HEX.fullmatch(colour) else "schemeClr"
    fill = parse_xml(f'<a:solidFill {nsdecls("a")}><a:{kind} val="{colour}"/></a:solidFill>')
    look.insert(1 if look.find(f"{A}ln") is not None else 0, fill)
    if small and look.get("sz"):
        look.set("sz", str(max(SMALLEST, int(look.get("sz")) * 4 // 500 * 100)))

"""What a template asks of the writer: tokens in text, words in alt texts, and one line in a slide's notes."""

import re
from dataclasses import dataclass

from campaignctl.domain.errors import BadTemplate

TOKEN = re.compile(r"\{\{\s*([^\s{}]+)\s*\}\}")
OPENING = "{{"

_WORD = re.compile(r'\b(max_rows|height|floor|below|rest|start|needs|scale|merge|optional|empty)=("[^"]*"|\S+)')
_KEY_LINE = re.compile(r"^[ \t]*#campaignctl:[ \t]*(.*?)[ \t]*$", re.MULTILINE | re.IGNORECASE)
_SLIP = re.compile(r"^[ \t]*#?[ \t]*campaignctl\b.*$", re.MULTILINE | re.IGNORECASE)


def stray(text: str) -> str:
    """Return what opens a token in a line of text and never becomes one (``{{ two words }}``), or nothing."""
    return text[text.rindex(OPENING) :][:40] if any(OPENING in each for each in TOKEN.split(text)[::2]) else ""


@dataclass(frozen=True, slots=True)
class Directions:
    """The words of one shape's alt text.

    ``max_rows`` is how many rows of a table stand on one slide, ``height`` (inches) what they may take up. ``floor``
    is the smallest type in points. ``below`` (inches) is what a chart in a table's rows has beyond them for its axis,
    ``rest`` what its plot has there for words. A mark begins at row ``start`` of its chart; from the second on its
    words stand beside it in the plot. ``needs`` names what must be there for the shape to be shown. Charts with one
    ``scale`` share it. In the column ``merge`` of a table, cells that say the same above each other become one.
    ``empty`` is what stands in for a part without data; an ``optional`` part just goes. ``words`` is the rest: the alt
    text that people read.
    """

    max_rows: int | None = None
    height: float | None = None
    floor: float | None = None
    below: float = 0.0
    rest: float = 0.0
    start: int = 1
    needs: tuple[str, ...] = ()
    scale: str = ""
    merge: str = ""
    optional: bool = False
    empty: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Key:
    """The line ``#campaignctl: <section> [repeat=<prefix>] [optional] [needs=...] [unless=...]`` of a prototype slide.

    ``needs`` and ``unless`` choose between several prototypes of one section by the parts that the section holds.
    """

    section: str
    repeat: str = ""
    optional: bool = False
    needs: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()


def directions(alt: str) -> Directions:
    """Return what an alt text asks for; ``ValueError`` when a number is none, or too small."""
    found = {key: value.strip('"') for key, value in _WORD.findall(alt)}
    max_rows = int(found["max_rows"]) if "max_rows" in found else None
    height = float(found["height"]) if "height" in found else None
    if (max_rows is not None and max_rows < 1) or (height is not None and height <= 0):
        raise ValueError("a table has at least one row and some height")
    return Directions(
        max_rows=max_rows,
        height=height,
        floor=float(found["floor"]) if "floor" in found else None,
        below=float(found.get("below", 0)),
        rest=float(found.get("rest", 0)),
        start=int(found.get("start", 1)),
        needs=_list(found.get("needs", "")),
        scale=found.get("scale", ""),
        merge=found.get("merge", ""),
        optional=found.get("optional", "no") != "no",
        empty=found.get("empty", ""),
        words=_WORD.sub("", alt).strip(),
    )


def key_of(notes: str, slide: int) -> Key | None:
    """Return the key in a slide's notes, if it has one; ``slide`` counts from 1 and names it in an error.

    ``BadTemplate`` where its words are not understood.
    """
    line = _KEY_LINE.search(notes)
    if line is None:
        return None
    section, *words = line[1].split() or [""]
    options = dict(word.partition("=")[::2] for word in words)
    if not section or "=" in section or not options.keys() <= {"repeat", "optional", "needs", "unless"}:
        raise BadTemplate(
            f"The notes of slide {slide} hold a line that is not understood: {line[0].strip()}",
            "Write #campaignctl: <section> with, if wanted, repeat=<prefix>, optional, needs=<part>, unless=<part>.",
        )
    return Key(
        section,
        options.get("repeat", ""),
        "optional" in options,
        _list(options.get("needs", "")),
        _list(options.get("unless", "")),
    )


def key_lines(notes: str) -> list[str]:
    """Return the lines of notes that name a section."""
    return [line[0].strip() for line in _KEY_LINE.finditer(notes)]


def slip_of(notes: str) -> str:
    """Return a line of notes that speaks to the writer and is no such line, if there is one."""
    slips = [line[0].strip() for line in _SLIP.finditer(notes) if not _KEY_LINE.match(line[0])]
    return slips[0][:60] if slips else ""


def _list(words: str) -> tuple[str, ...]:
    return tuple(filter(None, words.split(",")))


def without_key(notes: str) -> str:
    """Return a slide's notes without the writer's line."""
    return _KEY_LINE.sub("", notes).strip()

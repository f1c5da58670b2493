"""The picture for a chat: headline, figures, the days as columns, and what stands out, below one another.

It has the shape of a phone, where most chats are read: across a screen of 375 points its type is 9 points and more.
Equal documents make equal bytes on every machine, as the font is the one that comes with Pillow.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageDraw

from campaignctl.domain.charts import Chart
from campaignctl.domain.document import Card, Document, Section, Text
from campaignctl.domain.tables import Mark
from campaignctl.writers.pptx.inert import inert
from campaignctl.writers.today.column import GAP, LEADING, SEEN, STEP, laid
from campaignctl.writers.today.days import draw_days
from campaignctl.writers.today.said import Said, said
from campaignctl.writers.today.type import Type, is_legible, put, wrapped

SIZE = (1080, 1920)
LEFT, RIGHT = 56, 1024
INK, SECONDARY, RULE, PAPER = "#14213D", "#5B6577", "#E3E7ED", "#FFFFFF"
COLOURS = {Mark.GOOD: "#1F7A6F", Mark.BAD: "#C8401A", Mark.NEUTRAL: SECONDARY}
SIGNS = {"▲": Mark.GOOD, "▼": Mark.BAD, "■": Mark.BAD, "●": Mark.NEUTRAL}
HEADLINES = tuple(Type(size, bold=True) for size in (60, 54, 48))
HEADLINE_LINES = 2
CONTEXT = Type(27, colour=SECONDARY)
LABEL, NUMBER, AGAINST = Type(28, colour=SECONDARY), Type(56, bold=True), Type(28)
HEAD = Type(30, bold=True)
SMALL = Type(26, colour=SECONDARY)
ABREAST = 2  # cards
SIGN, INDENT = 20, 32  # a sign, and the words behind it
LOST = "? stands for letters that this picture cannot show; the text beside it, today.txt, has them all"
DAYS, BOTTOM, FOOT = 470, 1806, 1812  # how high the days are, where the insights end, and where the source begins


def write_picture(document: Document, path: Path) -> None:
    """Write a document that ``for_today`` made to ``path`` as a PNG."""
    image = Image.new("RGB", SIZE, PAPER)
    pen = ImageDraw.Draw(image)
    section = document.section("today")
    if section is not None:
        _draw(pen, document, section)
    image.save(path, "PNG", optimize=True)


def _draw(pen: ImageDraw.ImageDraw, document: Document, section: Section) -> None:
    headline, width = inert(document.words(section.title)), RIGHT - LEFT
    y = _lines(pen, Room(LEFT, 44, width, HEADLINE_LINES), headline, _headline(headline))
    y = _lines(pen, Room(LEFT, y + 6, width, 2), inert(document.words(section.context)), CONTEXT) + 18
    cards = [part for part in section.parts if isinstance(part, Card)]
    for start in range(0, len(cards), ABREAST):
        y = _cards(pen, y, document, cards[start : start + ABREAST])
    chart = next((part for part in section.parts if isinstance(part, Chart)), None)
    pen.line((LEFT, y, RIGHT, y), fill=RULE, width=2)
    y += 20
    if chart is not None:
        draw_days(pen, (LEFT, y, RIGHT, y + DAYS), document, chart)
        y += DAYS + 26
    _insights(pen, LEFT, y, said(document))
    _lines(pen, Room(LEFT, FOOT, width, 2), _foot(document, section), SMALL)


def _headline(text: str) -> Type:
    """Return the largest type that sets the headline on the lines it has; the smallest where none does."""
    room, whole = RIGHT - LEFT, HEADLINE_LINES + 1
    return next((kind for kind in HEADLINES if len(wrapped(text, kind, room, whole)) < whole), HEADLINES[-1])


def _foot(document: Document, section: Section) -> str:
    """Return the source, or why some names read as question marks."""
    texts = [part for part in section.parts if isinstance(part, Text)]
    sentences = [section.title, section.context, *(one for text in texts for one in text.sentences)]
    told = all(is_legible(inert(document.words(sentence)).lstrip("".join(SIGNS))) for sentence in sentences)
    return inert(document.words(section.source)) if told else LOST


@dataclass(frozen=True, slots=True)
class Room:
    """Where a text stands: its first corner, how wide a line may be, and how many there may be."""

    x: float
    y: float
    width: float
    most: int = 1


def _lines(pen: ImageDraw.ImageDraw, room: Room, text: str, kind: Type) -> float:
    """Draw a text in lines and return where the next one may begin."""
    y = room.y
    for line in wrapped(text, kind, room.width, room.most):
        put(pen, (room.x, y), line, kind)
        y += kind.size * LEADING
    return y


def _cards(pen: ImageDraw.ImageDraw, top: float, document: Document, cards: list[Card]) -> float:
    width = (RIGHT - LEFT) / ABREAST
    pen.line((LEFT, top, RIGHT, top), fill=RULE, width=2)
    for at, card in enumerate(cards):
        x, room = LEFT + at * width, width - 12
        y = _lines(pen, Room(x, top + 14, room), inert(document.label(card)), LABEL)
        y = _lines(pen, Room(x, y, room), document.figures[card.figure].words, NUMBER)
        for line in card.against:
            label = inert(document.words(line.label))
            change = document.figures[line.change].words if line.change else ""
            sign = _direction(change) if change else label[0] if label[:1] in SIGNS else ""
            if sign:
                _sign(pen, x, y, sign, line.mark)
            indent, words = INDENT if sign else 0, f"{change} vs {label}" if change else label.lstrip(f"{sign} ")
            y = _lines(pen, Room(x + indent, y, room - indent), words, AGAINST)
    return top + 14 + (LABEL.size + NUMBER.size + 2 * AGAINST.size) * LEADING + 14


def _direction(change: str) -> str:
    return "▼" if change.startswith("−") else "▲" if change.startswith("+") else "●"


def _insights(pen: ImageDraw.ImageDraw, x: float, y: float, told: Sequence[Said]) -> None:
    if not told:
        return
    y = _lines(pen, Room(x, y, RIGHT - x), "What stands out, and what to do next", HEAD) + 8
    for block in laid(told, RIGHT - x - INDENT, BOTTOM - y):
        _sign(pen, x, y, block.sign, SIGNS.get(block.sign, Mark.NEUTRAL))
        for kind, lines in ((SEEN, block.seen), (STEP, block.step)):
            for line in lines:
                put(pen, (x + INDENT, y), line, kind)
                y += kind.size * LEADING
        y += GAP


def _sign(pen: ImageDraw.ImageDraw, x: float, y: float, sign: str, mark: Mark) -> None:
    """Draw a sign as a shape: not every font has it."""
    left, top, right, bottom = box = (x, y + 8, x + SIGN, y + 8 + SIGN)
    middle, fill = x + SIGN / 2, COLOURS[mark]
    if sign == "▲":
        pen.polygon(((left, bottom), (middle, top), (right, bottom)), fill=fill)
    elif sign == "▼":
        pen.polygon(((left, top), (right, top), (middle, bottom)), fill=fill)
    elif sign == "■":
        pen.rectangle(box, fill=fill)
    else:
        pen.ellipse(box, fill=fill)

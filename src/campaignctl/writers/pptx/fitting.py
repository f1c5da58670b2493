"""Text that is too long for its place steps down to a floor, then gives way to an ellipsis; nothing runs over.

Office computes no such fit when a file is opened, so it is done here.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from campaignctl.writers.pptx.measuring import LINE, advance

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
FLOOR = 12.0
SMALLEST = 12.0
ELLIPSIS, BOUND = "…", "\u00a0"
ORPHAN, FEW_POINTS, LARGE = 0.25, 3, 18.0  # when a large text ends in a word or two, up to three points less may help
TOLERANCE = 1.04  # Office lays lines a little tighter than the fonts say
_TAB = 10.0  # points between what stands left and right of a tab stop


@dataclass(frozen=True, slots=True)
class Style:
    """How text is set where its run does not say: points, weight, share of a line, and the font of the deck."""

    size: float = 18.0
    bold: bool = False
    spacing: float = 1.0
    family: str = "Calibri"


@dataclass(frozen=True, slots=True)
class Room:
    """The place for a text in points. Text that may not be ``cut``, a number, is left whole at 12 points."""

    width: float
    height: float
    floor: float = FLOOR
    cut: bool = True

    @property
    def least(self) -> float:
        """The smallest type that may stand here."""
        return self.floor if self.cut else min(self.floor, SMALLEST)


def fit(paragraphs: Sequence[Any], base: Style, room: Room) -> str | None:
    """Make the ``a:p`` elements fit into ``room``; return the full text when it had to be shortened."""
    paragraphs = [each for each in paragraphs if any(run.findtext(f"{A}t") for run in _runs(each))]
    if not paragraphs:
        return None
    steps = max(0, int(max(_tallest(paragraph, base) for paragraph in paragraphs) - room.least))
    for step in range(steps + 1):
        if _fits(paragraphs, base, room, step):
            less = _tidy(paragraphs, base, room, step)
            _shrink(paragraphs, base, step + less, room.least)
            _bind(paragraphs, base, room)
            return None
    _shrink(paragraphs, base, steps, room.least)
    if not room.cut or _fits(paragraphs, base, room, 0, broken=True):
        return None
    return _shorten(paragraphs, base, room)


def needed(paragraphs: Sequence[Any], base: Style, width: float, *, smallest: bool = False) -> float:
    """Return the height in points that some ``a:p`` elements take up in ``width`` points, as large as they are set.

    ``smallest`` sets them as small as type on a slide may be.
    """
    height = 0.0
    for paragraph in paragraphs:
        runs = _set(paragraph, base, math.inf if smallest else 0, FLOOR)
        tallest = max((size for _, size, _ in runs), default=base.size)
        height += _lines(runs, base.family, width)[0] * tallest * LINE * _spacing(paragraph, base)
    return height / TOLERANCE


def widest(paragraphs: Sequence[Any], base: Style, *, smallest: bool = False) -> float:
    """Return the width in points of the widest of some ``a:p`` elements when each is set on one line.

    ``smallest`` sets them as small as type on a slide may be.
    """
    step = math.inf if smallest else 0
    return max((_lines(_set(each, base, step, FLOOR), base.family, math.inf)[2] for each in paragraphs), default=0.0)


def _runs(paragraph: Any) -> list[Any]:
    return [each for each in paragraph if each.tag in {f"{A}r", f"{A}fld"}]


def _size(run: Any, base: Style) -> float:
    look = run.find(f"{A}rPr")
    return int(look.get("sz")) / 100 if look is not None and look.get("sz") else base.size


def _bold(run: Any, base: Style) -> bool:
    look = run.find(f"{A}rPr")
    return look.get("b") in {"1", "true"} if look is not None and look.get("b") else base.bold


def _spacing(paragraph: Any, base: Style) -> float:
    share = paragraph.find(f"{A}pPr/{A}lnSpc/{A}spcPct")
    return int(share.get("val")) / 100_000 if share is not None else base.spacing


def _shrink(paragraphs: Sequence[Any], base: Style, step: int, floor: float) -> None:
    if not step:
        return
    for paragraph in paragraphs:
        for run in _runs(paragraph):
            size = _size(run, base)
            look = run.find(f"{A}rPr")
            if look is None:
                look = run.makeelement(f"{A}rPr")
                run.insert(0, look)
            look.set("sz", str(round(_stepped(size, step, floor) * 100)))


def _stepped(size: float, step: float, floor: float) -> float:
    return max(min(size, floor), size - step)


def _fits(paragraphs: Sequence[Any], base: Style, room: Room, step: int, *, broken: bool = False) -> bool:
    """Whether all fits when set ``step`` points smaller; ``broken`` allows words to be broken."""
    height = 0.0
    for paragraph in paragraphs:
        runs = _set(paragraph, base, step, room.least)
        lines, torn, _ = _lines(runs, base.family, room.width)
        if torn and not broken:
            return False
        tallest = max((size for _, size, _ in runs), default=base.size)
        height += lines * tallest * LINE * _spacing(paragraph, base)
    return height <= room.height * TOLERANCE


def _tidy(paragraphs: Sequence[Any], base: Style, room: Room, step: int) -> int:
    """Return how many points less spare a large text a last line of a word or two; 0 when few points do not help."""
    lines, reach = _laid(paragraphs[0], base, room, step)
    if len(paragraphs) > 1 or lines == 1 or reach > ORPHAN * room.width:
        return 0
    for less in range(1, FEW_POINTS + 1):
        large = _tallest(paragraphs[0], base) - step - less >= LARGE
        if large and _laid(paragraphs[0], base, room, step + less)[0] < lines:
            return less
    return 0


def _bind(paragraphs: Sequence[Any], base: Style, room: Room) -> None:
    """Keep the last two words of a large text together where one alone would stand on its last line."""
    lines, reach = _laid(paragraphs[0], base, room, 0)
    run = _runs(paragraphs[0])[-1]
    rest, _, word = (run.findtext(f"{A}t") or "").rpartition(" ")
    if len(paragraphs) > 1 or lines == 1 or not rest or _tallest(paragraphs[0], base) < LARGE:
        return
    if reach <= _lines([(word, _size(run, base), _bold(run, base))], base.family, math.inf)[2]:
        run.find(f"{A}t").text = f"{rest}{BOUND}{word}"


def _tallest(paragraph: Any, base: Style) -> float:
    return max((_size(run, base) for run in _runs(paragraph)), default=base.size)


def _laid(paragraph: Any, base: Style, room: Room, step: int) -> tuple[int, float]:
    """Return how many lines a paragraph takes, and how far its last one reaches."""
    lines, _, reach = _lines(_set(paragraph, base, step, room.least), base.family, room.width)
    return lines, reach


def _set(paragraph: Any, base: Style, step: float, floor: float) -> list[tuple[str, float, bool]]:
    return [
        (run.findtext(f"{A}t") or "", _stepped(_size(run, base), step, floor), _bold(run, base))
        for run in _runs(paragraph)
    ]


def _lines(runs: Sequence[tuple[str, float, bool]], family: str, room: float) -> tuple[int, bool, float]:
    """Return how many lines the runs take in ``room`` points, whether a word is wider, how far the last one reaches."""
    lines, used, torn = 1, 0.0, False
    for word, gap in _words(runs, family):
        whole = sum(word)
        if used + whole <= room:
            used += whole
        elif whole <= room:
            lines, used = lines + 1, whole
        else:
            torn = True
            lines += used > 0
            more, used = _broken(word, room)
            lines += more
        used += gap
    return lines, torn, used


def _words(runs: Sequence[tuple[str, float, bool]], family: str) -> Iterator[tuple[list[float], float]]:
    """Yield each word as the widths of its characters, with the width of the gap after it; runs may share a word."""
    word: list[float] = []
    for text, size, bold in runs:
        for char in text:
            if char in " \t":
                yield word, _TAB if char == "\t" else size * advance(char, family, bold=bold)
                word = []
            else:
                word.append(size * advance(char, family, bold=bold))
    yield word, 0.0


def _broken(word: Sequence[float], room: float) -> tuple[int, float]:
    """Return how many lines a word fills that has to be broken, and how far it reaches on its last one."""
    lines, used = 0, 0.0
    for char in word:
        if used and used + char > room:
            lines, used = lines + 1, 0.0
        used += char
    return lines, used


def _shorten(paragraphs: Sequence[Any], base: Style, room: Room) -> str:
    """Cut the longest run until all fits; return what it said."""
    runs = [run for paragraph in paragraphs for run in _runs(paragraph)]
    full = "".join(run.findtext(f"{A}t") or "" for run in runs)
    longest = max(runs, key=lambda run: len(run.findtext(f"{A}t") or ""))
    target = longest.find(f"{A}t")
    text = target.text
    least, most = 1, len(text)
    while least < most:  # the longest beginning that fits
        middle = (least + most + 1) // 2
        target.text = text[:middle].rstrip() + ELLIPSIS
        if _fits(paragraphs, base, room, 0, broken=True):
            least = middle
        else:
            most = middle - 1
    target.text = text[:least].rstrip() + ELLIPSIS
    return full

"""The looks of the list and of the findings column, as styles of the book they are added to."""

from collections.abc import Callable
from functools import cache, wraps

from campaignctl.domain.returns import Standing
from campaignctl.writers.returns.styles import Styles
from campaignctl.writers.xlsx_style import (
    ATTENTION_TEXT,
    BLUE_TEXT,
    BODY_SIZE,
    ERROR_FILL,
    FONT,
    GOOD_FILL,
    GOOD_TEXT,
    GRID,
    HINT_SIZE,
    INK,
    INPUT_BORDER,
    KPI_SIZE,
    NEW_FILL,
    PAPER,
    READ_HEADER,
    SECONDARY,
    SMALL_SIZE,
    TINT,
    TITLE_SIZE,
    WARNING_FILL,
    WARNING_TEXT,
)

WORDS = {
    Standing.ERROR: ATTENTION_TEXT,
    Standing.WARNING: WARNING_TEXT,
    Standing.NOTE: BLUE_TEXT,
    Standing.MENDED: GOOD_TEXT,
    Standing.FIXED: GOOD_TEXT,
    Standing.CLEAR: GOOD_TEXT,
}
_FILLS = {Standing.ERROR: ERROR_FILL, Standing.WARNING: WARNING_FILL, Standing.NOTE: NEW_FILL}
_QUOTED_FONT = "Consolas"
_NO_BORDER = b"<border><left/><right/><top/><bottom/><diagonal/></border>"
_INDENT = b'<alignment horizontal="left" vertical="center" indent="1"/>'
_WRAP = b'<alignment horizontal="left" vertical="center" wrapText="1" indent="1"/>'
_CENTRE = b'<alignment vertical="center"/>'
_FREE = b'<protection locked="0"/>'


def font(
    colour: str = INK, size: int = BODY_SIZE, *, bold: bool = False, line: bool = False, name: str = FONT
) -> bytes:
    """Return a font; ``line`` underlines it."""
    return b"<font>" + _inside(colour, size, bold=bold, line=line) + b'<name val="%b"/></font>' % name.encode()


def run_font(colour: str, size: int, *, bold: bool = False) -> bytes:
    """Return the font of a piece of text in a cell."""
    return b"<rPr>" + _inside(colour, size, bold=bold, line=False) + b'<rFont val="%b"/></rPr>' % FONT.encode()


def _inside(colour: str, size: int, *, bold: bool, line: bool) -> bytes:
    parts = (b"<b/>" if bold else b"", b"<u/>" if line else b"")
    return b"".join(parts) + b'<sz val="%d"/><color rgb="FF%b"/>' % (size, colour.lstrip("#").encode())


@cache
def _fill(colour: str) -> bytes:
    if not colour:
        return b'<fill><patternFill patternType="none"/></fill>'
    solid = b'<fgColor rgb="FF%b"/><bgColor indexed="64"/>' % colour.lstrip("#").encode()
    return b'<fill><patternFill patternType="solid">%b</patternFill></fill>' % solid


@cache
def _border(**edges: tuple[str, str]) -> bytes:
    sides = b"".join(_edge(side, edges.get(side)) for side in ("left", "right", "top", "bottom"))
    return b"<border>" + sides + b"<diagonal/></border>"


def _edge(side: str, edge: tuple[str, str] | None) -> bytes:
    if edge is None:
        return b"<%b/>" % side.encode()
    kind, colour = edge
    text = f'<{side} style="{kind}"><color rgb="FF{colour.lstrip("#")}"/></{side}>'
    return text.encode()


_RULE = _border(bottom=("thin", GRID))
_INPUT = _border(**dict.fromkeys(("left", "right", "top", "bottom"), ("thin", INPUT_BORDER)))


Look = Callable[..., int]


def _once(make: Look) -> Look:
    """Keep each look that a palette has made."""

    @wraps(make)
    def known(self: "Palette", *words: Standing | None, **more: bool) -> int:
        key = (make.__name__, *words, *more.items())
        if key not in self.made:
            self.made[key] = make(self, *words, **more)
        return self.made[key]

    return known


class Palette:
    """The looks of one book, made when they are asked for."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self.made: dict[tuple[object, ...], int] = {}

    @_once
    def title(self) -> int:
        """Return the look of the list's title."""
        return self._styles.own(font(size=TITLE_SIZE, bold=True), _fill(""), _NO_BORDER, _CENTRE)

    @_once
    def context(self) -> int:
        """Return the look of the line below the title."""
        return self._styles.own(font(SECONDARY, SMALL_SIZE), _fill(""), _NO_BORDER, _CENTRE)

    @_once
    def footer(self) -> int:
        """Return the look of the lines below the list."""
        return self._styles.own(font(SECONDARY, HINT_SIZE), _fill(""), _NO_BORDER, _CENTRE)

    @_once
    def tile(self, standing: Standing | None, *, last: bool) -> int:
        """Return the look of a tile's cell; the last one of its row leaves a gap to the next tile."""
        gap = _border(right=("thick", PAPER)) if last else _NO_BORDER
        fill = TINT if standing is None else _FILLS.get(standing, GOOD_FILL)
        return self._styles.own(font(), _fill(fill), gap, _INDENT)

    @_once
    def header(self, *, asks: bool) -> int:
        """Return the look of the head of a column that is read, or that asks for an answer."""
        rule = _border(bottom=("medium", INK))
        if asks:
            return self._styles.own(font(PAPER, bold=True), _fill(INK), rule, _INDENT)
        return self._styles.own(font(bold=True), _fill(TINT), rule, _INDENT)

    @_once
    def severity(self, standing: Standing) -> int:
        """Return the look of the word that says how a line stands."""
        return self._styles.own(font(WORDS[standing], bold=True), _fill(""), _RULE, _INDENT)

    @_once
    def link(self, *, leads: bool) -> int:
        """Return the look of a place; underlined where a click leads there."""
        look = font(BLUE_TEXT, line=True) if leads else font(SECONDARY)
        return self._styles.own(look, _fill(""), _RULE, _INDENT)

    @_once
    def quiet(self) -> int:
        """Return the look of a rule's code."""
        return self._styles.own(font(SECONDARY, SMALL_SIZE), _fill(""), _RULE, _INDENT)

    @_once
    def value(self, *, past: bool) -> int:
        """Return the look of a value, quoted as it stands in the cell."""
        look = font(SECONDARY if past else INK, SMALL_SIZE, name=_QUOTED_FONT)
        return self._styles.own(look, _fill(""), _RULE, _WRAP)

    @_once
    def words(self, *, past: bool) -> int:
        """Return the look of what is wrong, and of how to mend it."""
        return self._styles.own(font(SECONDARY if past else INK), _fill(""), _RULE, _WRAP)

    @_once
    def since(self, standing: Standing) -> int:
        """Return the look of the words that say since when a finding stands."""
        colour = SECONDARY if standing in {Standing.FIXED, Standing.MENDED} else WORDS[standing]
        return self._styles.own(font(colour, SMALL_SIZE), _fill(""), _RULE, _INDENT)

    @_once
    def answer(self) -> int:
        """Return the look of a cell that the seller fills."""
        return self._styles.own(font(), _fill(PAPER), _INPUT, _WRAP + _FREE)

    @_once
    def key(self) -> int:
        """Return the look of a cell that nobody sees."""
        return self._styles.own(font(SECONDARY, HINT_SIZE), _fill(""), _NO_BORDER)

    @_once
    def beside_header(self) -> int:
        """Return the look of the heading of the findings column."""
        return self._styles.own(font(bold=True), _fill(READ_HEADER), _NO_BORDER, _WRAP)

    @_once
    def beside(self, standing: Standing | None) -> int:
        """Return the look of a cell of the findings column; without a standing, of one that guides."""
        if standing is None:
            look = font(SECONDARY, HINT_SIZE)
            return self._styles.own(look.replace(b"<sz ", b"<i/><sz "), _fill(TINT), _NO_BORDER, _INDENT)
        bold = standing is Standing.ERROR
        return self._styles.own(font(WORDS[standing], SMALL_SIZE, bold=bold), _fill(TINT), _NO_BORDER, _INDENT)


NUMBER_SIZE = KPI_SIZE

"""The sheet Findings: what remains as its title, the counts in tiles, then a line per finding to be answered."""

from collections.abc import Iterator

from campaignctl.domain.returns import HEADINGS, SIGNS, Answer, Line, Return, Standing, Tile
from campaignctl.writers.report.measure import column_pixels, lines
from campaignctl.writers.returns.markup import HEAD, MAIN, cell_text, quoted
from campaignctl.writers.returns.palette import NUMBER_SIZE, WORDS, Palette, run_font
from campaignctl.writers.returns.rows import letters
from campaignctl.writers.xlsx_style import ATTENTION, BODY_SIZE, INK, SMALL_SIZE
from campaignctl.writers.xlsx_style import quoted as sheet_reference

HEADER_ROW = 6
_FIRST = 2  # the first column; A is a gutter
_TILES = ((2, 3), (4, 5), (6, 6), (7, 9))  # the columns of each tile
_WIDTHS = (2, 13, 22, 10, 24, 56, 44, 15, 18, 9)
_TITLE, _CONTEXT, _TILE, _HEADER, _GAP, _ROW, _LINE = 32, 18, 34, 24, 8, 21, 15  # points
_MOST_LINES = 12
_PAST = frozenset({Standing.FIXED, Standing.MENDED})


def list_sheet(made: Return, palette: Palette, leads_to: frozenset[str]) -> bytes:
    """Return the XML of the sheet; lines on one of the sheets ``leads_to`` carry a link to their cell."""
    last = HEADER_ROW + len(made.lines)
    below = last + 1 + len(made.footer)
    return b"".join((
        HEAD,
        b'<worksheet xmlns="%b"><sheetPr><tabColor rgb="FF%b"/><pageSetUpPr fitToPage="1"/></sheetPr>' % (
            MAIN.encode(),
            ATTENTION.lstrip("#").encode(),
        ),
        b'<dimension ref="A1:%b%d"/>' % (letters(_FIRST + len(HEADINGS) - 1).encode(), below),
        _view(),
        b"<cols>%b</cols>" % b"".join(_columns()),
        b"<sheetData>%b</sheetData>" % b"".join(_rows(made, palette, leads_to)),
        _answers(last) if made.lines else b"",
        _links(made, leads_to),
        b'<pageMargins left="0.3" right="0.3" top="0.3" bottom="0.5" header="0.3" footer="0.3"/>',
        b'<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>',
        b"<headerFooter><oddFooter>&amp;L&amp;9&amp;F \xc2\xb7 &amp;A&amp;R&amp;9page &amp;P of &amp;N</oddFooter>",
        b"</headerFooter></worksheet>",
    ))  # fmt: skip


def _view() -> bytes:
    first = f"A{HEADER_ROW + 1}".encode()
    return (
        b'<sheetViews><sheetView showGridLines="0" tabSelected="1" workbookViewId="0"><pane ySplit="%d" '
        b'topLeftCell="%b" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="B%d" '
        b'sqref="B%d"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>'
    ) % (HEADER_ROW, first, HEADER_ROW + 1, HEADER_ROW + 1)


def _columns() -> Iterator[bytes]:
    for number, width in enumerate(_WIDTHS, start=1):
        hidden = b' hidden="1"' if number == len(HEADINGS) + 1 else b""
        yield b'<col min="%d" max="%d" width="%d"%b customWidth="1"/>' % (number, number, width, hidden)


def _rows(made: Return, palette: Palette, leads_to: frozenset[str]) -> Iterator[bytes]:
    yield _row(1, _TITLE, _text(1, 2, made.title, palette.title()))
    yield _row(2, _CONTEXT, _text(2, 2, made.context, palette.context()))
    yield _row(3, _GAP)
    yield _row(4, _TILE, b"".join(_tiles(made.tiles, palette)))
    yield _row(5, _GAP)
    yield _row(HEADER_ROW, _HEADER, b"".join(_headings(palette)))
    number = HEADER_ROW
    for number, line in enumerate(made.lines, start=HEADER_ROW + 1):
        yield _row(number, _height(line), b"".join(_line(number, line, palette, leads=line.sheet in leads_to)))
    for at, words in enumerate(made.footer, start=number + 2):
        yield _row(at, _LINE, _text(at, 2, words, palette.footer()))


def _row(number: int, height: float, cells: bytes = b"") -> bytes:
    return b'<row r="%d" ht="%g" customHeight="1">%b</row>' % (number, height, cells)


def _text(row: int, column: int, text: str, style: int) -> bytes:
    place = letters(column).encode()
    if not text:
        return b'<c r="%b%d" s="%d"/>' % (place, row, style)
    held = b'<is><t xml:space="preserve">%b</t></is>' % cell_text(text)
    return b'<c r="%b%d" s="%d" t="inlineStr">%b</c>' % (place, row, style, held)


def _tiles(tiles: tuple[Tile, ...], palette: Palette) -> Iterator[bytes]:
    for tile, (first, last) in zip(tiles, _TILES, strict=False):
        for column in range(first, last + 1):
            style = palette.tile(tile.standing, last=column == last)
            place = letters(column).encode()
            if column > first:
                yield b'<c r="%b4" s="%d"/>' % (place, style)
                continue
            colour = INK if tile.standing is None else WORDS[tile.standing]
            runs = _run(tile.number, colour, NUMBER_SIZE, bold=True) + _run(f"  {tile.words}", colour, BODY_SIZE)
            yield b'<c r="%b4" s="%d" t="inlineStr"><is>%b</is></c>' % (place, style, runs)


def _run(text: str, colour: str, size: int, *, bold: bool = False) -> bytes:
    return b'<r>%b<t xml:space="preserve">%b</t></r>' % (run_font(colour, size, bold=bold), cell_text(text))


def _headings(palette: Palette) -> Iterator[bytes]:
    for column, word in enumerate(HEADINGS, start=_FIRST):
        yield _text(HEADER_ROW, column, word, palette.header(asks=word == "Your answer"))


def _line(row: int, line: Line, palette: Palette, *, leads: bool) -> Iterator[bytes]:
    past = line.standing in _PAST
    cells = (
        (SIGNS[line.standing], palette.severity(line.standing)),
        (where(line), palette.link(leads=leads)),
        (line.code, palette.quiet()),
        (line.value, palette.value(past=past)),
        (line.message, palette.words(past=past)),
        (line.fix, palette.words(past=past)),
        (line.since, palette.since(line.standing)),
        (line.answer, palette.answer()),
        (line.key, palette.key()),
    )
    for column, (text, style) in enumerate(cells, start=_FIRST):
        yield _text(row, column, text, style)


def where(line: Line) -> str:
    """Return a place as people look it up."""
    return f"{line.sheet}!{line.cell}" if line.cell else line.sheet or "the workbook"


def _height(line: Line) -> float:
    wrapped = ((line.value, 4, SMALL_SIZE * 1.2), (line.message, 5, BODY_SIZE), (line.fix, 6, BODY_SIZE))
    long = [(text, column_pixels(_WIDTHS[at]) - 18, size) for text, at, size in wrapped if len(text) > _WIDTHS[at] / 2]
    most = max((lines(text, room, size) for text, room, size in long), default=1)
    return max(_ROW, min(most, _MOST_LINES) * _LINE + 6)


def _answers(last: int) -> bytes:
    choices = ",".join(Answer)
    column = letters(_FIRST + HEADINGS.index("Your answer"))
    place = f"{column}{HEADER_ROW + 1}:{column}{last}".encode()
    return (
        b'<dataValidations count="1"><dataValidation type="list" errorStyle="warning" allowBlank="1" '
        b'showInputMessage="1" showErrorMessage="1" errorTitle="Your answer: not in the list" error="Choose Fixed, '
        b'Meant so or Question. Other words are kept and read as a question." promptTitle="Your answer" '
        b'prompt="Fixed, Meant so or Question: choose from the list." sqref="%b"><formula1>"%b"</formula1>'
        b"</dataValidation></dataValidations>"
    ) % (place, choices.encode())


def _links(made: Return, leads_to: frozenset[str]) -> bytes:
    found = []
    column = letters(_FIRST + HEADINGS.index("Where")).encode()
    for row, line in enumerate(made.lines, start=HEADER_ROW + 1):
        if line.sheet in leads_to:
            target = quoted(f"{sheet_reference(line.sheet)}!{line.cell or 'A1'}")
            found.append(
                b'<hyperlink ref="%b%d" location="%b" display="%b"/>' % (column, row, target, quoted(where(line)))
            )
    return b"<hyperlinks>%b</hyperlinks>" % b"".join(found) if found else b""

"""Rows that change: a cell takes another style or another content, a missing cell or row is put in its order."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from campaignctl.domain.returns import Cure, Standing
from campaignctl.writers.returns.markup import attribute, cell_text, prefixed, with_attributes
from campaignctl.writers.returns.stretches import Tags
from campaignctl.writers.returns.styles import Styles

_CELL = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_LAST_COLUMN, _LAST_ROW = 16_384, 1_048_576


@dataclass(frozen=True, slots=True)
class Change:
    """What happens to one cell: it is marked, mended, or takes words of ours in a style of ours."""

    mark: Standing | None = None
    cure: Cure | None = None
    words: str | None = None
    style: int = 0


@dataclass(slots=True)
class Changed:
    """What was done: by cell the code of the look that its mark hides, and the cells that were made."""

    hidden: dict[str, str] = field(default_factory=dict)
    made: set[str] = field(default_factory=set)


Changes = Mapping[int, Mapping[int, Change]]
"""By row and column, both counted from 1."""


@dataclass(slots=True)
class Rewriting:
    """The rewriting of one sheet's rows; ``column_styles`` tells the style that a column gives to a missing cell."""

    tags: Tags
    styles: Styles
    changes: Changes
    column_style: Callable[[int], int]
    changed: Changed = field(default_factory=Changed)

    def over(self, stretches: Iterator[bytes]) -> Iterator[bytes]:
        """Yield the rows with their changes."""
        parts: list[bytes]
        wanted = sorted(self.changes, reverse=True)
        number = 0
        for stretch in stretches:
            starts = list(self.tags.row.finditer(stretch))
            parts, at = [], 0
            for here, start in enumerate(starts):
                number = _number(start, number)
                while wanted and wanted[-1] < number:
                    parts += (stretch[at : start.start()], self._new_row(wanted.pop()))
                    at = start.start()
                if wanted and wanted[-1] == number:
                    end = starts[here + 1].start() if here + 1 < len(starts) else len(stretch)
                    parts += (stretch[at : start.start()], self._row(stretch[start.start() : end], start, wanted.pop()))
                    at = end
            yield b"".join((*parts, stretch[at:])) if parts else stretch
        yield b"".join(self._new_row(row) for row in reversed(wanted))

    def _new_row(self, number: int) -> bytes:
        cells = b"".join(
            self._new_cell(number, column, change, self.column_style(column))
            for column, change in sorted(self.changes[number].items())
        )
        p = self.tags.prefix
        return b'<%brow r="%d">%b</%brow>' % (p, number, cells, p)

    def _row(self, row: bytes, start: re.Match[bytes], number: int) -> bytes:
        tag, changes = start[0], dict(self.changes[number])
        p = self.tags.prefix
        if tag.endswith(b"/>"):
            inside, rest = b"", row[len(tag) :]
            tag = tag[:-2].rstrip() + b">"
        else:
            end = row.rfind(b"</%brow" % p)
            inside, rest = row[len(tag) : end], row[row.index(b">", end) + 1 :]
        content = b"".join(self._cells(inside, number, changes, _style_of_row(tag)))
        return b"%b%b</%brow>%b" % (_spanned(tag, max(self.changes[number])), content, p, rest)

    def _cells(self, inside: bytes, number: int, changes: dict[int, Change], row_style: int | None) -> Iterator[bytes]:
        at, column = 0, 0
        for cell in self.tags.cell.finditer(inside):
            column = _column(cell, column)
            for missing in sorted(one for one in changes if one < column):
                yield inside[at : cell.start()]
                at = cell.start()
                yield self._missing(number, missing, changes.pop(missing), row_style)
            if column in changes:
                yield inside[at : cell.start()]
                at = cell.end()
                yield self._cell(cell, number, column, changes.pop(column))
        yield inside[at:]
        for missing in sorted(changes):
            yield self._missing(number, missing, changes[missing], row_style)

    def _missing(self, number: int, column: int, change: Change, row_style: int | None) -> bytes:
        return self._new_cell(number, column, change, self.column_style(column) if row_style is None else row_style)

    def _new_cell(self, number: int, column: int, change: Change, style: int) -> bytes:
        place = f"{letters(column)}{number}"
        if change.words is not None:
            return self._worded(place, change)
        if change.mark is None:
            return b""
        self.changed.made.add(place)
        return b'<%bc r="%b" s="%d"/>' % (self.tags.prefix, place.encode(), self._marked(place, style, change.mark))

    def _cell(self, cell: re.Match[bytes], number: int, column: int, change: Change) -> bytes:
        place = f"{letters(column)}{number}"
        if change.words is not None:
            return self._worded(place, change)
        whole, content = cell[0], cell[3]
        end = cell.start(3) - cell.start() if content is not None else len(whole)
        tag, rest = whole[:end], whole[end:]
        style = int(attribute(tag, b"s") or 0)
        is_formula = content is not None and b"<%bf" % self.tags.prefix in content
        cure = None if is_formula else change.cure
        if cure is not None:
            tag, rest, style = self._cured(tag, style, cure)
        if change.mark is not None:
            style = self._marked(place, style, change.mark)
        return with_attributes(tag, s=style) + rest if change.mark or cure else whole

    def _marked(self, place: str, style: int, standing: Standing) -> int:
        twin, code = self.styles.twin(style, standing)
        self.changed.hidden[place] = code
        return twin

    def _cured(self, tag: bytes, style: int, cure: Cure) -> tuple[bytes, bytes, int]:
        p = self.tags.prefix
        if cure.number_format:
            style = self.styles.shown_as(style, cure.number_format)
        opening = tag[:-2].rstrip() + b">" if tag.endswith(b"/>") else tag
        if isinstance(cure.value, str):
            content = prefixed(_inline(cure.value), p)
            kind: str | None = "inlineStr"
        else:
            content, kind = b"<%bv>%b</%bv>" % (p, repr(cure.value).encode(), p), None
        return with_attributes(opening, t=kind), content + b"</%bc>" % p, style

    def _worded(self, place: str, change: Change) -> bytes:
        at, p = (place.encode(), change.style), self.tags.prefix
        if not change.words:
            return b'<%bc r="%b" s="%d"/>' % (p, *at)
        return prefixed(b'<c r="%b" s="%d" t="inlineStr">%b</c>' % (*at, _inline(change.words)), p)


def _inline(text: str) -> bytes:
    return b'<is><t xml:space="preserve">%b</t></is>' % cell_text(text)


def _number(start: re.Match[bytes], before: int) -> int:
    found = start[1] or attribute(start[0], b"r")
    return int(found) if found else before + 1


def _column(cell: re.Match[bytes], before: int) -> int:
    place = cell[1] or attribute(b"<c" + (cell[2] or b"") + b">", b"r")
    return column_number(place.decode().rstrip("0123456789")) if place else before + 1


def _style_of_row(tag: bytes) -> int | None:
    style = attribute(tag, b"s")
    return int(style) if style and attribute(tag, b"customFormat") in (b"1", b"true") else None


def _spanned(tag: bytes, column: int) -> bytes:
    """Widen the columns that a row says it spans, where one was added behind them."""
    spans = attribute(tag, b"spans")
    if not spans or b" " in spans or b":" not in spans:
        return with_attributes(tag, spans=None) if spans else tag
    first, last = (int(end) for end in spans.split(b":"))
    return with_attributes(tag, spans=f"{min(first, column)}:{column}") if column > last else tag


def column_number(name: str) -> int:
    """Return a column's number from its letters: A is 1."""
    number = 0
    for letter in name:
        number = number * 26 + ord(letter) - 64
    return number


def letters(column: int) -> str:
    """Return a column's letters: 1 is A."""
    text = ""
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text


def row_and_column(cell: str) -> tuple[int, int] | None:
    """Return a cell's row and column, counted from 1; None when no sheet has it."""
    found = _CELL.fullmatch(cell)
    if not found:
        return None
    row, column = int(found[2]), column_number(found[1])
    return (row, column) if 0 < row <= _LAST_ROW and 0 < column <= _LAST_COLUMN else None


def by_row(changes: Sequence[tuple[str, Change]]) -> dict[int, dict[int, Change]]:
    """Return changes by row and column; a cell that no sheet has is left out."""
    table: dict[int, dict[int, Change]] = {}
    for cell, change in changes:
        at = row_and_column(cell)
        if at:
            table.setdefault(at[0], {})[at[1]] = change
    return table

"""Which row holds a list's headings, and which column each heading names.

Sellers put rows above the header, write it in two languages one below the other, or split it in two: a group above,
what it is below. A heading that could name several columns is left open here; see ``settled``.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any

from campaignctl.domain.forms import Column, Sheet
from campaignctl.readers.cells import clean
from campaignctl.readers.headings import Headings, column_of, heading, known_headings

_WITHIN_COLUMNS = 300
_ALIKE, _MARGIN = 0.85, 0.05
_NO_DOUBT, _ROWS_BELOW = 6, 4  # headings of one row that make it the header, and how far below it one looks on
_SHORTEST = 4  # letters of a heading that may be told by its likeness

Row = Sequence[Any]


@dataclass(frozen=True, slots=True)
class Named:
    """A heading at its position in the row, and the keys of the columns it may name: none for a stranger's."""

    text: str
    position: int
    keys: tuple[str, ...] = ()
    own: bool = False  # it is the column's own name


@dataclass(slots=True)
class Header:
    """The row of a header, counted from 0, the last row that belongs to it, and its headings.

    ``columns`` are those that are sure, by key; ``again`` further ones for the same key, ``vague`` those that may be
    one of several, ``alike`` those much like a column that is missing, ``strange`` all others. ``assumed`` are
    sentences on how the rows were understood.
    """

    row: int
    last: int
    columns: dict[str, Named] = field(default_factory=dict)
    again: list[Named] = field(default_factory=list)
    vague: list[Named] = field(default_factory=list)
    alike: list[Named] = field(default_factory=list)
    strange: list[Named] = field(default_factory=list)
    assumed: list[str] = field(default_factory=list)


def find_header(head: Sequence[Row], sheet: Sheet, least: int) -> Header | None:
    """Return the header among the first rows of a sheet: the row that knows most headings, ``least`` at the least."""
    names = known_headings(sheet)
    hits = _hits_of_rows(head, names)
    head = head[: len(hits)]
    best = max(hits, default=0)
    at = hits.index(best) if best >= max(least, 1) else -1
    split = _split_header(head, names, at, best, least)
    if split is not None:
        return _placed(sheet, names, _together(head[split - 1], head[split]), split, split, grouped=True)
    if at < 0:
        return None
    second = _second_language(head, names, at, hits)
    texts = [
        [cell for row in range(at, second + 1) if (cell := _at(head[row], position)) != ""]
        for position in _width(head[at : second + 1])
    ]
    return _placed(sheet, names, texts, at, second)


def _hits_of_rows(head: Sequence[Row], names: Headings) -> list[int]:
    """Return how many headings each row knows, up to a few rows below one that leaves no doubt."""
    hits: list[int] = []
    until = len(head)
    for number, row in enumerate(head):
        if number >= until:
            break
        hits.append(_hits(row, names))
        if hits[-1] >= _NO_DOUBT and until == len(head):
            until = number + _ROWS_BELOW
    return hits


def _hits(row: Row, names: Headings) -> int:
    return len({column.key for cell in row[:_WITHIN_COLUMNS] if (column := column_of(cell, names)) is not None})


def _width(rows: Sequence[Row]) -> range:
    return range(min(max(map(len, rows), default=0), _WITHIN_COLUMNS))


def _at(row: Row, position: int) -> Any:
    return row[position] if position < len(row) else ""


def _second_language(head: Sequence[Row], names: Headings, at: int, hits: list[int]) -> int:
    """Return the last row of a header that says the same again below, in another language; ``at`` when it does not."""
    below = at + 1
    if (
        below >= len(head)
        or hits[below] < max(2, hits[at] // 2)
        or not all(isinstance(cell, str) for cell in head[below])
    ):
        return at
    agree = 0
    for position in _width(head[at : below + 1]):
        upper, lower = column_of(_at(head[at], position), names), column_of(_at(head[below], position), names)
        if upper is not None and lower is not None:
            agree += 1 if upper.key == lower.key else -1
    return below if agree >= 0 else at


def _split_header(head: Sequence[Row], names: Headings, at: int, best: int, least: int) -> int | None:
    """Return the lower row of a header that only says in two rows together what it names, or None."""
    near = range(1, len(head)) if at < 0 else range(max(at, 1), min(at + 2, len(head)))
    words = [row for row in near if all(isinstance(cell, str) for cell in head[row])]
    found = [
        (len({key for cells in _together(head[row - 1], head[row]) for key in _keys(cells, names)}), -row)
        for row in words
    ]
    most, row = max(found, default=(0, 0))
    return -row if most > best and most >= max(least, 1) else None


def _together(group: Row, row: Row) -> list[list[Any]]:
    """Return for each position what a split header says there: both together, either way round, then the lower."""
    texts: list[list[Any]] = []
    over = ""
    for position in _width([row]):
        cell = row[position]
        above = _at(group, position)
        over = above if isinstance(above, str) and above.strip() else over
        if not isinstance(cell, str) or not cell.strip():
            texts.append([])
        else:
            texts.append([*([f"{over} {cell}", f"{cell} {over}"] if over else []), cell])
    return texts


def _keys(texts: Sequence[Any], names: Headings) -> tuple[str, ...]:
    for text in texts:
        column = column_of(text, names)
        if column is not None:
            return (column.key,)
    return ()


def _placed(  # noqa: PLR0913 - the rows of a header and what they say belong together
    sheet: Sheet, names: Headings, texts: Sequence[Sequence[Any]], row: int, last: int, *, grouped: bool = False
) -> Header:
    header = Header(row, last)
    for position, said in enumerate(texts):
        shown = clean(str(said[-1] if grouped else said[0])) if said else ""
        if shown:
            _place(header, names, said, shown, position)
    _prefer_own_names(header)
    _find_alike(header, sheet, names)
    if grouped:
        header.assumed.append(
            "the headings stand in two rows, a group above and what it is below; both were read together"
        )
    elif last > row:
        header.assumed.append("the headings stand in two rows; the second one was read as the same in another language")
    return header


def _place(header: Header, names: Headings, said: Sequence[Any], shown: str, position: int) -> None:
    column = next((found for text in said if (found := column_of(text, names)) is not None), None)
    if column is None:
        vague = next((keys for text in said if (keys := names.meanings(text))), ())
        (header.vague if vague else header.strange).append(Named(shown, position, vague))
        return
    named = Named(
        shown, position, (column.key,), own=any(isinstance(text, str) and names.is_own(text) for text in said)
    )
    if column.key in header.columns:
        header.again.append(named)
    else:
        header.columns[column.key] = named


def _prefer_own_names(header: Header) -> None:
    """Let a column's own name win over an alias that stands further left."""
    for named in [each for each in header.again if each.own]:
        taken = header.columns[named.keys[0]]
        if not taken.own:
            header.columns[named.keys[0]] = named
            header.again[header.again.index(named)] = taken
    header.again.sort(key=lambda named: named.position)


def _find_alike(header: Header, sheet: Sheet, names: Headings) -> None:
    missing = {column.key for column in sheet.columns if column.is_input and column.key not in header.columns}
    for named in list(header.strange) if missing else ():
        column = _much_like(heading(named.text), sheet, names)
        if column is not None and column.key in missing and not any(column.key in each.keys for each in header.alike):
            header.alike.append(Named(named.text, named.position, (column.key,)))
            header.strange.remove(named)


def _much_like(said: str, sheet: Sheet, names: Headings) -> Column | None:
    """Return the column whose name a heading is most like, by far and beyond doubt."""
    if len(said) < _SHORTEST:
        return None
    if said not in names.alike:
        scores = sorted(_scores(said, sheet), key=lambda score: -score[0])
        (best, column), next_best = scores[0], scores[1][0] if len(scores) > 1 else 0.0
        names.alike[said] = column if best >= _ALIKE and best - next_best >= _MARGIN else None
    return names.alike[said]


def _scores(said: str, sheet: Sheet) -> Iterator[tuple[float, Column]]:
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(said)
    for column in sheet.columns:
        matcher.set_seq1(heading(column.name))
        yield (matcher.ratio() if matcher.quick_ratio() >= _ALIKE - _MARGIN else 0.0), column

"""Rows among the lines of a list that are no lines: the headings again, totals, remarks.

Only rows that look odd at a cheap glance are looked at closely: those that name nothing or count nothing, and those
that say ``total`` or a heading's words where a name or a number should stand.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import Any, Literal

from campaignctl.domain.forms import Column, Sheet, Type
from campaignctl.domain.observations import Kind
from campaignctl.readers.cells import clean, folded, shown
from campaignctl.readers.grid import Grid
from campaignctl.readers.headings import column_of, known_headings
from campaignctl.readers.raw import RawSheet, Said

_NUMBERS = frozenset({Type.MONEY, Type.INT, Type.NUMBER, Type.PERCENT, Type.VALUE})
_MEASURES = _NUMBERS | {Type.DATE, Type.DATETIME}
_NAMES = frozenset({Type.TEXT, Type.CHOICE})
_TOTALS = frozenset(
    {
        "total",
        "totals",
        "sum",
        "subtotal",
        "sub total",
        "grand total",
        "sum total",
        "overall",
        "合计",
        "总计",
        "小计",
        "总和",
    }
    | {"suma", "total general", "gesamt", "gesamtsumme", "summe", "zwischensumme", "somme", "sous total", "totale"}
    | {"soma", "jumlah", "tổng", "tổng cộng", "cộng", "รวม", "合計", "小計"}
)
_WORDS: dict[tuple[int, ...], tuple[tuple[Sheet, ...], frozenset[str]]] = {}
_LAST = 30  # rows at the end in which every name is looked at
_MOST = 5_000  # rows looked at closely
_LONGEST_READ_TWICE = 20_000  # rows of a sheet up to which it is read again for the cells under no heading
_REMARK = (3, 20)  # words and characters that a remark has at the least
_CENT = 0.011


def leave_out(raw: RawSheet, grid: Grid, sheets: Sequence[Sheet]) -> list[int]:
    """Take out of ``raw`` the rows that are no lines, and note them; return where other tables begin, from 0."""
    headers = _heading_rows(raw, sheets)
    again = {place for place, other in headers.items() if not other}
    odd = _odd_places(raw)[:_MOST]
    whole = _whole_rows(grid, raw, odd)
    out: dict[int, Said | None] = {place: _headings_again(raw, place) for place in again}
    for place in odd:
        if place not in headers:
            told = _no_line(raw, place, whole.get(place), sheets)
            if not isinstance(told, bool):
                out[place] = told
    if out:
        raw.keep([place not in out for place in range(len(raw.rows))])
        raw.said += [said for _, said in sorted(out.items()) if said is not None]
    _remarks_alone(raw, sheets)
    return [other for other in headers.values() if other]


def _remarks_alone(raw: RawSheet, sheets: Sequence[Sheet]) -> None:
    """Tell a single text in a row that is no entry from a line that nobody touched."""
    for row, (position, text) in raw.alone.items():
        bare = clean(text)
        told = _is_total(bare) or _is_title(bare, sheets)
        if told or _is_remark(bare):
            raw.untouched.remove(row)
            raw.said += [] if told else [Said(Kind.REMARK, bare, "", row, position)]


def _is_title(text: str, sheets: Sequence[Sheet]) -> bool:
    return any(folded(text) in known_headings(sheet).tabs for sheet in sheets)


def _is_remark(text: str) -> bool:
    return len(text.split()) >= _REMARK[0] and len(text) >= _REMARK[1]


def _heading_rows(raw: RawSheet, sheets: Sequence[Sheet]) -> dict[int, int]:
    """Return the places of rows that hold headings: with 0 where they are the table's own, else with their row."""
    found: dict[int, int] = {}
    for place in _places_of_words(raw, _words_of(sheets)):
        cells = {key: cells[place] for key, cells in raw.cells.items() if cells[place] != ""}
        if not all(isinstance(cell, str) for cell in cells.values()):
            continue
        own = known_headings(raw.sheet)
        same = sum(1 for key, cell in cells.items() if (column := column_of(cell, own)) and column.key == key)
        other = max(
            len({c.key for cell in cells.values() if (c := column_of(cell, known_headings(sheet)))}) for sheet in sheets
        )
        if max(same, other) >= 2:
            found[place] = 0 if same >= other else raw.rows[place] - 1
    return found


def _words_of(sheets: Sequence[Sheet]) -> frozenset[str]:
    kept = _WORDS.get(tuple(map(id, sheets)))
    if kept is None:
        columns = [column for sheet in sheets for column in sheet.columns]
        words = frozenset(name.casefold() for column in columns for name in (column.name, *column.aliases))
        kept = _WORDS[tuple(map(id, sheets))] = (tuple(sheets), words)  # with the sheets, so that no other takes an id
    return kept[1]


def _places_of_words(raw: RawSheet, words: frozenset[str]) -> list[int]:
    """Return the places where one of a few telling columns holds a heading's words."""
    places: set[int] = set()
    for key in _telling(raw):
        cells = raw.cells[key]
        if str in set(map(type, cells)):
            met = {cell for cell in set(cells) if isinstance(cell, str) and _bare(cell) in words}
            if met:
                places.update(place for place, cell in enumerate(cells) if cell in met)
    return sorted(places)[:_MOST]


def _bare(cell: str) -> str:
    return cell.partition("\n")[0].strip(" *:").casefold()


def _telling(raw: RawSheet) -> list[str]:
    """Return the leftmost column, and three that hold numbers."""
    numbers = [column.key for column in raw.sheet.columns if column.type in _NUMBERS and column.key in raw.cells]
    leftmost = min(raw.cells, key=lambda key: raw.columns[key], default="")
    return list(dict.fromkeys([*([leftmost] if leftmost else []), *numbers[:3]]))


def _headings_again(raw: RawSheet, place: int) -> Said:
    key, first = next((key, shown(cells[place])) for key, cells in raw.cells.items() if cells[place] != "")
    return Said(Kind.ROW_LEFT_OUT, first, "holds the headings again", raw.rows[place], raw.columns[key])


def _odd_places(raw: RawSheet) -> list[int]:
    """Return the places of rows that name nothing, count nothing, or say ``total`` where their name should stand."""
    columns = [column for column in raw.sheet.columns if column.key in raw.cells]
    naming = [column.key for column in columns if _names(column)]
    measuring = [column.key for column in columns if column.type in _MEASURES]
    places = {*_blank_in_all(raw, naming), *_blank_in_all(raw, measuring)}
    end = len(raw.rows)
    for key in {*naming, *_telling(raw)[:1]}:
        last = raw.cells[key][-_LAST:]
        places.update(end - len(last) + at for at, cell in enumerate(last) if _is_total(cell))
    leftmost = raw.cells[_telling(raw)[0]] if raw.cells else []
    met = {cell for cell in set(leftmost) if _is_total(cell)}
    if met:
        places.update(place for place, cell in enumerate(leftmost) if cell in met)
    return sorted(places)


def _names(column: Column) -> bool:
    return column.type is Type.ID or (column.required == "yes" and column.type in _NAMES)


def _blank_in_all(raw: RawSheet, keys: Sequence[str]) -> Iterable[int]:
    if not keys or "" not in raw.cells[keys[0]]:
        return ()
    places: Iterable[int] = range(len(raw.rows))
    for key in keys:
        cells = raw.cells[key]
        places = [place for place in places if cells[place] == ""]
    return places


def _is_total(cell: Any) -> bool:
    return isinstance(cell, str) and len(cell) <= 40 and cell.strip(" :.").casefold() in _TOTALS


def _whole_rows(grid: Grid, raw: RawSheet, places: Sequence[int]) -> Mapping[int, list[Any]]:
    """Return the whole rows at ``places``, with the cells under no heading; none of a sheet too long to read twice."""
    if not places or raw.rows[-1] > _LONGEST_READ_TWICE:
        return {}
    wanted = {raw.rows[place] for place in places}
    rows = islice(grid.rows, max(wanted))
    by_row = {number: row for number, row in enumerate(rows, start=1) if number in wanted}
    return {place: by_row[raw.rows[place]] for place in places if raw.rows[place] in by_row}


def _no_line(
    raw: RawSheet, place: int, row: Sequence[Any] | None, sheets: Sequence[Sheet]
) -> Said | Literal[False] | None:
    """Return what to tell of a row that is no line, None when nothing is to be told, False when it is a line.

    ``row`` holds all its cells, those under no heading too, where they are known.
    """
    cells = {key: cells[place] for key, cells in raw.cells.items() if cells[place] != ""}
    whole = [cell for cell in (row if row is not None else cells.values()) if cell != ""]
    texts = [clean(cell) for cell in whole if isinstance(cell, str) and cell.strip()]
    named = [key for key in cells if _names(raw.sheet.column(key))]
    total = next((text for text in texts if _is_total(text)), "")
    if total and len(named) <= 1 and all(_is_total(cells[key]) for key in named):
        return Said(Kind.ROW_LEFT_OUT, total, "is a total", raw.rows[place], _position_of(total, raw, cells))
    if not texts and not named and _sums_up(raw, place, cells):
        return Said(Kind.ROW_LEFT_OUT, shown(whole[0]), "holds the sums of the columns above", raw.rows[place])
    if len(texts) == 1 == len(whole) and not {"product_name", "title"} & cells.keys():
        if _is_title(texts[0], sheets):
            return None
        if _is_remark(texts[0]):
            return Said(Kind.REMARK, texts[0], "", raw.rows[place], _position_of(texts[0], raw, cells))
    return False


def _position_of(text: str, raw: RawSheet, cells: Mapping[str, Any]) -> int | None:
    """Return the position of the column in which a row says ``text``; None when it stands under no known heading."""
    said = (key for key, cell in cells.items() if isinstance(cell, str) and clean(cell) == text)
    return next((raw.columns[key] for key in said), None)


def _sums_up(raw: RawSheet, place: int, cells: Mapping[str, Any]) -> bool:
    numbers = {key: cell for key, cell in cells.items() if isinstance(cell, float)}
    sums = [
        abs(sum(each for each in raw.cells[key][:place] if isinstance(each, float)) - number) < _CENT
        for key, number in numbers.items()
    ]
    return place >= 2 and any(sums)

"""A word or an id in cells merged over several rows stands for each of them; a number does not.

A price or a stock merged over three variations may be each one's or all three's: it stays with the first row, and the
others are blank.
"""

from bisect import bisect_left
from collections.abc import Iterator

from campaignctl.domain.forms import Type
from campaignctl.domain.observations import Kind
from campaignctl.readers.cells import shown
from campaignctl.readers.grid import Grid
from campaignctl.readers.raw import RawSheet, Said

_WORDS = frozenset({Type.ID, Type.TEXT, Type.CHOICE, Type.YES_NO})


def fill_merged(raw: RawSheet, grid: Grid) -> None:
    """Repeat words and ids of cells merged downwards in the rows they cover, and note each column so read."""
    if raw.sheet.record or not grid.merged:
        return
    by_position = {position: key for key, position in raw.columns.items() if key in raw.cells}
    told: dict[str, tuple[str, int, int]] = {}
    for (top, left), (bottom, _) in grid.merged:
        key = by_position.get(left)
        if key is None or bottom == top or raw.sheet.column(key).type not in _WORDS:
            continue
        cells = raw.cells[key]
        places = list(_places(raw, top + 1, bottom + 1))
        if places and raw.rows[places[0]] == top + 1 and cells[places[0]] != "":
            for place in places[1:]:
                cells[place] = cells[places[0]] if cells[place] == "" else cells[place]
            told.setdefault(key, (shown(cells[places[0]]), top + 1, bottom + 1))
    for key, (value, first, last) in told.items():
        where = f"stands in cells merged over rows {first}–{last}; it was read in each"
        words = f"{raw.sheet.column(key).name} “{value}” {where}"
        raw.said.append(Said(Kind.ASSUMED, value, words, first, raw.columns[key]))


def _places(raw: RawSheet, first: int, last: int) -> Iterator[int]:
    place = bisect_left(raw.rows, first)
    while place < len(raw.rows) and raw.rows[place] <= last:
        yield place
        place += 1

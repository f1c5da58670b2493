"""Headings that could be read in more than one way are settled by what else is there, or left unread and asked about.

A price taken for another price is worse than a price not read: so two columns of money under one heading are read only
where they say the same, and a heading such as ``Price`` only where every other column it may mean has its own.
"""

from collections.abc import Sequence
from typing import Any

from campaignctl.domain.forms import Column, Type
from campaignctl.domain.observations import Kind
from campaignctl.domain.returns import is_column_heading
from campaignctl.readers.cells import clean, folded
from campaignctl.readers.header import Header, Named
from campaignctl.readers.raw import RawSheet, Said

_GRAVE = frozenset({Type.MONEY, Type.PERCENT, Type.VALUE})
_NUMERIC = frozenset({Type.MONEY, Type.PERCENT, Type.VALUE, Type.INT, Type.NUMBER})
_LOOKED_AT = 500  # filled cells of a column that show what it holds
_FITS = 0.8
_LONG_ID = 10  # digits


def place_headings(raw: RawSheet, header: Header, left: int) -> None:
    """Give every column its position, and note every heading that is no column's."""
    raw.columns = {key: left + named.position for key, named in header.columns.items()}
    for named in header.alike:
        raw.columns[named.keys[0]] = left + named.position
        raw.renamed[named.text] = named.keys[0]
    _settle_vague(raw, header, left)
    for named in header.again:
        if _contested(raw, header, named):
            raw.contested.append(Named(named.text, left + named.position, named.keys))
        else:
            raw.doubles[named.text] = left + named.position
    raw.extras = {named.text: left + named.position for named in header.strange if not is_column_heading(named.text)}
    raw.said += [Said(Kind.ASSUMED, raw.name, words, raw.header_row) for words in header.assumed]


def _settle_vague(raw: RawSheet, header: Header, left: int) -> None:
    for meanings in dict.fromkeys(named.keys for named in header.vague):
        open_ = tuple(key for key in meanings if key not in raw.columns)
        those = [Named(each.text, left + each.position, open_) for each in header.vague if each.keys == meanings]
        if len(open_) == 1 and len(those) == 1:
            _assume(raw, those[0], meanings)
        elif open_:
            raw.unclear += those
        else:
            raw.doubles |= {each.text: each.position for each in those}


def _assume(raw: RawSheet, named: Named, meanings: Sequence[str]) -> None:
    key = named.keys[0]
    raw.columns[key] = named.position
    others = " and ".join(raw.sheet.column(each).name for each in meanings if each != key)
    words = f"“{named.text}” was read as {raw.sheet.column(key).name}, for {others} has a column of its own"
    raw.said.append(Said(Kind.ASSUMED, named.text, words, raw.header_row, named.position))


def _contested(raw: RawSheet, header: Header, named: Named) -> bool:
    """Whether a second heading for a column of money has as good a claim to it as the first."""
    first = header.columns[named.keys[0]]
    return raw.sheet.column(named.keys[0]).type in _GRAVE and first.own == named.own


def pseudo_key(named: Named) -> str:
    """Return the key under which the cells of a contested column are kept until it is settled."""
    return f"{named.keys[0]}@{named.position}"


def settle(raw: RawSheet) -> None:
    """Settle by their cells what headings alone could not."""
    for key in dict.fromkeys(named.keys[0] for named in raw.contested):
        _settle_contested(raw, key, [named for named in raw.contested if named.keys[0] == key])
    for text, key in list(raw.renamed.items()):
        if not _holds(raw.sheet.column(key), raw.cells.get(key, [])):
            raw.extras[text] = raw.columns.pop(key)
            raw.added[text] = raw.cells.pop(key, [])
            del raw.renamed[text]


def _settle_contested(raw: RawSheet, key: str, again: Sequence[Named]) -> None:
    others = [raw.cells.pop(pseudo_key(named)) for named in again]
    if all(cells == raw.cells[key] for cells in others):
        raw.doubles |= {named.text: named.position for named in again}
        return
    first = Named(raw.sheet.column(key).name, raw.columns.pop(key), (key,))
    raw.unclear += [first, *again]
    del raw.cells[key]


def _holds(column: Column, cells: Sequence[Any]) -> bool:
    """Whether cells are such as the column holds; a column without any cell may be it."""
    filled = [cell for cell in cells[: 4 * _LOOKED_AT] if cell != ""][:_LOOKED_AT]
    if column.type in _NUMERIC:
        fitting = sum(not isinstance(cell, str) or any(sign.isdigit() for sign in cell) for cell in filled)
    elif column.type is Type.ID and column.longest:
        fitting = sum(
            isinstance(cell, str) and len(clean(cell)) >= _LONG_ID and clean(cell).isdigit() for cell in filled
        )
    elif column.type is Type.CHOICE and column.choices:
        known = {folded(word) for word in column.choices}
        fitting = sum(folded(str(cell)) in known for cell in filled)
    else:
        fitting = sum(isinstance(cell, str) for cell in filled)
    return fitting >= _FITS * len(filled)

"""What every kind of cell shares: how text from outside is cleaned, compared and quoted, and what typing returns."""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from campaignctl.domain.money import CURRENCIES, Currency
from campaignctl.domain.observations import Kind

Odd = tuple[int, Kind, str, str]
"""The position in the column, what kind of oddity, the value as it stands, and what can be added."""

Read = tuple[Any, Kind | None, str]
"""One cell's value (None when missing or unreadable), an oddity or None, and what can be added to it."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How cells are to be read: the campaign's currency and zone, the marketplace's order of day and month."""

    currency: str
    zone: str
    date_order: str = "mdy"
    choices: Mapping[str, Sequence[str]] = field(default_factory=dict)

    @property
    def money(self) -> Currency:
        """The currency that money columns are in."""
        return CURRENCIES.get(self.currency) or Currency(self.currency, 2, self.currency)


@dataclass(frozen=True, slots=True)
class Typed:
    """``column``: its values, and the oddities met."""

    column: Any  # a list, or a pandas array where a whole column could be read at once
    odd: tuple[Odd, ...] = ()


BLANKS = frozenset({"", "-", "--", "–", "—", "n/a", "N/A"})
"""What people type where there is nothing to say."""

_INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_PRINTABLE = bytes(range(0x20, 0x7F))
_GAPS = ("  ", " |", "| ")
_SIGNS = re.compile(r"[^\w%]+|_+")
_BLANK = re.compile("[\x00-\x1f\x7f-\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]")


def clean(text: str) -> str:
    """Return text from outside in one line.

    Control characters are blanks, blanks are single, ends are trimmed; marks of direction and other characters that
    nobody sees are dropped, the joiners that hold emoji together are kept.
    """
    if not (text.isascii() and text.isprintable()):
        text = _BLANK.sub(" ", _INVISIBLE.sub("", unicodedata.normalize("NFC", text)))
    return " ".join(text.split())


def folded(text: str) -> str:
    """Return ``text`` as headings and choices are compared: no case, no accents, no marks of required, one blank."""
    plain = clean(text).casefold()
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    return " ".join(_SIGNS.sub(" ", plain).split())


def shown(cell: object) -> str:
    """Return a cell as a person sees it, for quoting."""
    match cell:
        case bool():
            return str(cell).upper()
        case int() | float():
            whole = abs(cell) < 1e15 and float(cell).is_integer()
            return str(int(cell)) if whole else f"{cell:.6G}" if abs(cell) >= 1e15 else f"{cell:.15g}"
        case datetime():
            return cell.strftime("%Y-%m-%d %H:%M")
        case date():
            return cell.isoformat()
        case _:
            return clean(str(cell)[:1000])[:200]


def each(cells: Sequence[Any], one: Callable[[Any], Read]) -> Typed:
    """Type a column by its distinct cells; ``one`` gets text cleaned, and never a blank."""
    texts = set(map(type, cells)) <= {str}
    keys = cells if texts else [cell if type(cell) is str else (type(cell), cell) for cell in cells]
    read = {key: _read(key, one) for key in set(keys)}
    odd: tuple[Odd, ...] = ()
    if any(kind for _, kind, _ in read.values()):
        met = ((position, *read[key]) for position, key in enumerate(keys))
        odd = tuple((at, kind, shown(cells[at]), detail) for at, _, kind, detail in met if kind)
    values = {key: value for key, (value, _, _) in read.items()}
    return Typed(list(map(values.__getitem__, keys)), odd)


def _read(key: Any, one: Callable[[Any], Read]) -> Read:
    cell = clean(key) if isinstance(key, str) else key[1]
    return (None, None, "") if cell is None or cell == "" else one(cell)


def joined_if_plain(cells: Sequence[Any]) -> str | None:
    """Return all cells as one text, each behind a ``|``, when each is a text that ``clean`` would leave alone."""
    try:
        joined = "|" + "|".join(cells) + "|"
    except TypeError:  # not all of them are texts
        return None
    if joined.isascii():
        sound = not joined.encode().translate(None, _PRINTABLE)  # takes half the time of isprintable
    else:
        sound = not (_BLANK.search(joined) or _INVISIBLE.search(joined)) and unicodedata.is_normalized("NFC", joined)
    # one sign is found many times faster than two, and most columns hold no blank at all
    return joined if sound and not (" " in joined and any(gap in joined for gap in _GAPS)) else None


def blanks_out(cells: Sequence[str]) -> Sequence[str | None]:
    """Return texts with None for the blank ones."""
    return cells if all(cells) else [cell or None for cell in cells]

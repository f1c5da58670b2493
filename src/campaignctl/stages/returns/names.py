"""The names of sellers, shops and workbooks, and where a sentence holds one, whatever it is made of.

A shop may be called ★★★, Weiß, 7 or Sale. A name of signs is found too; one that is no more than a number or a letter
counts only where the sentence calls it a seller; and an ordinary word stays in a sentence that uses it as a word.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from campaignctl.workbooks import REGISTRATION, SETUP

_WORD = re.compile(r"\w+")
_TITLE = re.compile(r"\b(?:seller|sellers|shop|id)\W{1,3}$")
_TELLING = 3  # signs of the keyboard; fewer are no name
_LONG_NUMBER = 6  # digits that are no count and no price any more


def words_of(text: str) -> str:
    """Return the words of a text in small letters with one blank around each."""
    return f" {' '.join(_WORD.findall(text.casefold()))} "


FORM_PHRASES = frozenset(
    word.casefold()
    for sheet in (*REGISTRATION, *SETUP)
    for word in (sheet.name, *(word for column in sheet.columns for word in (column.name, *column.choices)))
)
"""What stands in our own sheets, folded: a shop may be called Products, or Sale; a Flash Sale stays one."""

_FORM_WORDS = frozenset(map(words_of, FORM_PHRASES))


@dataclass(frozen=True, slots=True)
class Met:
    """A name in a text: from where, until where, folded, and what may be said instead."""

    starts: int
    ends: int
    name: str
    instead: str


@dataclass(slots=True)
class _Known:
    instead: str
    before: int  # signs before its first word
    spelt: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Names:
    """Names, folded, by their first word, those without any word under a blank; each with what may be said instead."""

    by_word: dict[str, dict[str, _Known]] = field(default_factory=dict)

    def add(self, name: str, instead: str) -> None:
        """Add a name; of two with the same letters the first one counts. One that our sheets use stays a word."""
        if words_of(name) not in _FORM_WORDS:
            self.keep(name, instead)

    def keep(self, name: str, instead: str = "") -> None:
        """Add a name that may stand in our sheets too."""
        plain = unicodedata.normalize("NFC", name).strip()
        folded = plain.casefold()
        first = _WORD.search(folded)
        if not (first or _tells(folded)):
            return
        known = self.by_word.setdefault(first[0] if first else "", {}).setdefault(
            folded, _Known(instead, first.start() if first else 0)
        )
        known.spelt.add(plain)

    def and_those_of(self, other: "Names") -> "Names":
        """Return the names of both; the same name in both counts as in this one."""
        both = {word: dict(known) for word, known in other.by_word.items()}
        for word, known in self.by_word.items():
            both[word] = both.get(word, {}) | known
        return Names(both)

    def met_in(self, text: str, said: str = "") -> Iterator[Met]:
        """Yield each name that ``text`` holds; ``said`` are words that the text may use in their ordinary sense."""
        folded, places = _folded(text)
        reached = 0
        for starts, ends, name, known in sorted(self._spans(folded), key=lambda span: (span[0], -span[1])):
            first, last = (starts, ends) if places is None else (places[starts], places[ends])
            if first < reached or (words_of(name) in said and _WORD.search(name)):
                continue
            if not name.isalpha() or not name.isascii() or known.spelt & {text[first:last]}:
                reached = last
                yield Met(first, last, name, known.instead)

    def _spans(self, text: str) -> Iterator[tuple[int, int, str, _Known]]:
        for word in _WORD.finditer(text):
            for name, known in self.by_word.get(word[0], {}).items():
                starts = word.start() - known.before
                if text.startswith(name, max(starts, 0)) and starts >= 0 and _is_whole(text, starts, name):
                    yield starts, starts + len(name), name, known
        for name, known in self.by_word.get("", {}).items():
            at = text.find(name)
            while at >= 0:
                if _is_whole(text, at, name):
                    yield at, at + len(name), name, known
                at = text.find(name, at + 1)


def _tells(signs: str) -> bool:
    """Whether signs alone make a name: a star does, a hyphen does not."""
    return any(not sign.isascii() and unicodedata.category(sign)[0] == "S" for sign in signs) or len(signs) >= _TELLING


def _is_whole(text: str, starts: int, name: str) -> bool:
    ends = starts + len(name)
    if ends < len(text) and _goes_on(text[ends - 1], text[ends]):
        return False
    if starts and not _is_letter(name[0]) and text[starts - 1] == name[0]:
        return False
    is_bare = len(name) == 1 or (name.isdecimal() and len(name) < _LONG_NUMBER)
    return not is_bare or not name.isascii() or bool(_TITLE.search(text[:starts]))


def _goes_on(last: str, following: str) -> bool:
    """Whether what follows the last character of a name belongs to the same word, or to the same row of signs."""
    if unicodedata.category(following)[0] == "M" or following == "\u200d":
        return True
    return _is_letter(following) if _is_letter(last) else following == last


def _is_letter(character: str) -> bool:
    return character.isalnum() or character == "_" or unicodedata.category(character)[0] == "M"


def _folded(text: str) -> tuple[str, list[int] | None]:
    """Return a text in small letters, and where each of them stands in it; no places where none has moved."""
    folded = text.casefold()
    if len(folded) == len(text):
        return folded, None
    places = [at for at, character in enumerate(text) for _ in character.casefold()]
    return folded, [*places, len(text)]

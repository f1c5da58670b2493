"""Text from outside stays text: what could break a file or bend the line it stands in is taken out."""

import re
import unicodedata

_BREAKS = re.compile(r"[\t\n\v\f\r\x85\u2028\u2029]+")
_BENDING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")  # marks that reverse what follows


def inert(text: str) -> str:
    """Return ``text`` on one line, without control characters, lone surrogates and direction overrides."""
    return "".join(each for each in _BREAKS.sub(" ", text) if _may_stand(each))


def _may_stand(char: str) -> bool:
    if char in _BENDING or unicodedata.category(char) in {"Cc", "Cs"}:
        return False
    return ord(char) & 0xFFFE != 0xFFFE  # not a character in any plane; XML forbids two of them

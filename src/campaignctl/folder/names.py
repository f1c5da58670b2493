"""A file's name made of words from outside: no path, nothing a file system refuses, short enough for a shared drive."""

import re
import unicodedata

_LONGEST = 80
_REFUSED = re.compile(r'[<>:"/\\|?*%$~]')
_RESERVED = re.compile(r"(?:CON|PRN|AUX|NUL|COM[0-9]|LPT[0-9])(?:\..*)?", re.IGNORECASE)


def file_stem(words: str, otherwise: str = "unnamed") -> str:
    """Return ``words`` as the stem of a file's name; ``otherwise`` when nothing of them can stand in one."""
    visible = "".join(" " if unicodedata.category(letter)[0] in "CZ" else letter for letter in words)
    plain = " ".join(_REFUSED.sub("-", unicodedata.normalize("NFC", visible)).split()).strip(" .-")
    stem = plain[:_LONGEST].rstrip(" .-")
    return f"{stem}-" if _RESERVED.fullmatch(stem) else stem or otherwise


def unused(stem: str, taken: set[str]) -> str:
    """Return ``stem``, numbered when a file of that name is ``taken`` already, and take the name."""
    number, name = 1, stem
    while name.casefold() in taken:
        number += 1
        name = f"{stem} {number}"
    taken.add(name.casefold())
    return name

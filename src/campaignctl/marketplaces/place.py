"""A fault in a profile is named by its line and the path of its field, so that an operator can mend it."""

import re

Loc = tuple[int | str, ...]
"""A path of keys and list positions, as validation gives it."""

_TABLE = re.compile(r"\s*(\[\[?)\s*([^\[\]]+?)\s*\]")
_PATH = re.compile(r"(\w+(?:\.\w+)+): ")
_KEY = re.compile(r'\s*"?([\w.-]+)"?\s*=')


def located(loc: Loc, message: str) -> tuple[Loc, str]:
    """Return the place and the words of a fault; a fault between two fields begins with the path of one of them."""
    said = message.removeprefix("Value error, ")
    path = _PATH.match(said)
    if loc or path is None:
        return loc, said
    return tuple(int(part) if part.isdigit() else part for part in path[1].split(".")), said[path.end() :]


def words_of(kind: str, message: str, loc: Loc) -> str:
    """Return what is wrong in words, ``kind`` and ``message`` being those of the validation."""
    path = ".".join(plainly(str(part)) for part in loc) or "the profile"
    match kind:
        case "extra_forbidden":
            return f"{path} is not a field of a profile"
        case "missing":
            return f"{path} is missing"
        case "dict_type" | "model_type" | "model_attributes_type":
            return f"{path}: a table belongs here"
        case "tuple_type":
            return f"{path}: a list in square brackets belongs here"
        case _:
            said = plainly(message.rstrip("."), longest=200)
            return f"{path}: {said[:1].lower()}{said[1:]}"


def line_of(text: str, loc: Loc) -> int | None:
    """Return the number of the line that writes the longest part of ``loc``; None when no line does.

    A table that is written only in its parts is found at its first part.
    """
    best, found = 0, None
    for number, path in _paths(text):
        if found is None and loc and path[: len(loc)] == list(loc):
            return number
        if len(path) > best and path == list(loc[: len(path)]):
            best, found = len(path), number
    return found


def _paths(text: str) -> list[tuple[int, list[int | str]]]:
    table: list[int | str] = []
    counted: dict[str, int] = {}
    paths: list[tuple[int, list[int | str]]] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if head := _TABLE.match(line):
            table = _table(head[2], counted, new=head[1] == "[[")
            paths.append((number, table))
        elif key := _KEY.match(line):
            paths.append((number, [*table, *key[1].split(".")]))
    return paths


def _table(name: str, counted: dict[str, int], *, new: bool) -> list[int | str]:
    """Return the path of a table; ``counted`` holds the position of the newest entry of each list of tables."""
    if new:
        counted[name] = counted.get(name, -1) + 1
    path: list[int | str] = []
    parts = [part.strip().strip('"') for part in name.split(".")]
    for upto, part in enumerate(parts, start=1):
        path.append(part)
        above = ".".join(parts[:upto])
        if above in counted:
            path.append(counted[above])
    return path


def plainly(text: str, longest: int = 80) -> str:
    """Return ``text`` on one line, without characters that a terminal obeys, cut to ``longest`` characters."""
    shown = "".join(character if character.isprintable() else "�" for character in text)
    return shown if len(shown) <= longest else f"{shown[: longest - 1]}…"

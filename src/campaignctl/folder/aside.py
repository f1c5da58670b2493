"""What lies between the registrations on a shared drive and is none: marks of open workbooks, placeholders, copies.

They are told by their names and by what the disk says of them; nothing is downloaded to find out.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any


class Lies(StrEnum):
    """Why a file is told of; only a conflict copy is read all the same."""

    OPEN = "open"  # the mark of a workbook that somebody has open
    ELSEWHERE = "elsewhere"  # a placeholder: the content is in the cloud, or still on its way
    CONFLICT = "conflict"  # the copy that a shared drive makes when two people save at once


@dataclass(frozen=True, slots=True)
class Aside:
    """A file that is told of. ``of`` is the workbook it belongs to, ``about`` who has it open or what it is."""

    path: Path
    why: Lies
    of: str
    about: str = ""


_EXCEL_MARK, _WRITER_MARK, _OTHER_MARK = "~$", ".~lock.", ".~"
_LONGEST_NAME = 54  # characters of the user's name in Excel's mark
_LINKS = {
    ".gsheet": "a link to a Google sheet",
    ".gdoc": "a link to a Google document",
    ".gslides": "a link to a Google presentation",
    ".url": "a link",
    ".webloc": "a link",
    ".lnk": "a shortcut to a file elsewhere",
    ".icloud": "a file that iCloud has not downloaded",
    ".cloud": "a file that the shared drive has not downloaded",
    ".cloudf": "a folder that the shared drive has not downloaded",
    ".crdownload": "a download that is not finished",
    ".part": "a download that is not finished",
    ".partial": "a download that is not finished",
    ".download": "a download that is not finished",
}
_A_FOLDER = "a link to a folder elsewhere, which is not followed"
_CONFLICT = re.compile(
    r"^(?P<of>.+?)(?:"
    r" ?\((?:[^()]*(?:conflict|konflikt|en conflicto|en conflit|in conflitto|em conflito|冲突|競合)[^()]*)\)"
    r"|[._ -]sync-conflict-[0-9]{8}.*"
    r"|_conflict-[0-9]{8}.*"
    r"|_conf\([0-9]+\)"
    r"|-(?:DESKTOP|LAPTOP|WIN)-[A-Z0-9]{4,}(?:-[0-9]+)?"
    r")$",
    re.IGNORECASE,
)
_COMPUTER = re.compile(r"^(?P<of>.+)-(?P<host>[A-Z][A-Z0-9]*-?[A-Z0-9]{4,14}|.*(?:MacBook|iMac|MBP).*)(?:-[0-9]+)?$")
_CLOUD_ATTRIBUTES = 0x1000 | 0x40000 | 0x400000  # offline; recall on open; recall on data access
_DATALESS = 0x40000000


def asides(paths: Iterable[Path]) -> dict[Path, Aside]:
    """Return what is to be told of each of ``paths`` that is not simply a file to read."""
    listed = list(paths)
    names = {path.with_name(path.name.casefold()) for path in listed}
    found = {path: _aside(path, names) for path in listed}
    return {path: told for path, told in found.items() if told}


def _aside(path: Path, names: set[Path]) -> Aside | None:
    name = path.name
    if name.startswith((_EXCEL_MARK, _WRITER_MARK, _OTHER_MARK)):
        of = name.removeprefix(_EXCEL_MARK).removeprefix(_WRITER_MARK).removeprefix(_OTHER_MARK).removesuffix("#")
        return Aside(path, Lies.OPEN, of, _who(path))
    if path.is_symlink() and not path.is_file():  # to follow it may lead anywhere, in a circle too
        return Aside(path, Lies.ELSEWHERE, name, _A_FOLDER if path.is_dir() else "a link to what is not there")
    kind = _LINKS.get(path.suffix.casefold())
    if kind:
        return Aside(path, Lies.ELSEWHERE, path.stem.removeprefix("."), kind)
    if not name.startswith(".") and _size(path) == 0:
        return Aside(path, Lies.ELSEWHERE, name, "empty: not downloaded yet, or cut off while copying")
    return _conflict(path, names)


def _conflict(path: Path, names: set[Path]) -> Aside | None:
    sure, maybe = _CONFLICT.match(path.stem), _COMPUTER.match(path.stem)
    if sure:
        return Aside(path, Lies.CONFLICT, sure["of"].rstrip() + path.suffix)
    if maybe and path.with_name((maybe["of"] + path.suffix).casefold()) in names:
        return Aside(path, Lies.CONFLICT, maybe["of"] + path.suffix)
    return None


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return -1


def _who(path: Path) -> str:
    """Return who has a workbook open, as the mark beside it says; blank when it does not."""
    try:
        with path.open("rb") as file:
            mark = file.read(1024)
    except OSError:
        return ""
    if path.name.startswith(_WRITER_MARK):
        user = next((part for part in mark.decode("utf-8", "replace").split(",") if part.strip()), "")
    else:
        user = mark[1 : 1 + min(mark[0], _LONGEST_NAME)].decode("cp1252", "replace") if mark else ""
    return "".join(character for character in user if character.isprintable()).strip()[:_LONGEST_NAME]


def only_in_the_cloud(about: Any) -> bool:
    """Whether a file's ``os.stat`` says that its content is not on this computer; to read it is to download it."""
    attributes, flags = getattr(about, "st_file_attributes", 0), getattr(about, "st_flags", 0)
    return bool(attributes & _CLOUD_ATTRIBUTES or flags & _DATALESS)

"""Which files of the exports folder are exports, and whose: the sub-folder names the seller."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from campaignctl.domain.observations import Observation
from campaignctl.folder.aside import Lies, asides
from campaignctl.readers.sent import told_aside

FOLDER = "exports"
_PASSING = ("~$", ".")  # locks of open workbooks, hidden files
_OF_THE_SYSTEM = frozenset({"thumbs.db", "desktop.ini"})
_NOTES = (".md",)


@dataclass(frozen=True, slots=True)
class Found:
    """A file to be read. ``name`` is its path from the campaign folder; ``seller_id`` what the folder says."""

    path: Path
    name: str
    seller_id: str | None
    unknown_folder: str = ""  # the sub-folder, where it is no seller's id
    hint: str = ""


def find(folder: Path, sellers: Collection[str]) -> tuple[tuple[Found, ...], tuple[Observation, ...]]:
    """Return the export files under ``folder``/exports in name order, and those that cannot be meant."""
    found: list[Found] = []
    odd: list[Observation] = []
    paths = list(exported(folder))
    told = {path: aside for path, aside in asides(paths).items() if aside.why is Lies.CONFLICT or _size(path) != 0}
    for path in paths:
        name = path.relative_to(folder).as_posix()
        if path in told:
            odd.append(told_aside(told[path], name))
        if path not in told or told[path].why is Lies.CONFLICT:
            found.append(_whose(path, name, path.relative_to(folder / FOLDER).parts[:-1], sellers))
    return tuple(found), tuple(odd)


def exported(folder: Path) -> Iterator[Path]:
    """Yield what lies under ``folder``/exports in name order: files, and links to folders, which are not followed."""
    root = folder / FOLDER
    for path in sorted(root.rglob("*"), key=lambda path: (path.as_posix().casefold(), path.as_posix())):
        if any(part.startswith(_PASSING) for part in path.relative_to(root).parts):
            continue
        if path.name.casefold() in _OF_THE_SYSTEM or path.suffix.casefold() in _NOTES:
            continue
        if path.is_file() or path.is_symlink():
            yield path


def _size(path: Path) -> int:
    return path.stat().st_size if path.is_file() else -1


def _whose(path: Path, name: str, folders: tuple[str, ...], sellers: Collection[str]) -> Found:
    """Tell the seller of a file: the sub-folder that is a seller's id, else the only seller there is."""
    by_name = {seller.casefold(): seller for seller in sellers}
    for part in folders:
        if part.strip().casefold() in by_name:
            return Found(path, name, by_name[part.strip().casefold()])
    if len(by_name) == 1:
        return Found(path, name, next(iter(by_name.values())))
    stranger = folders[0] if folders else ""
    near = get_close_matches(stranger.casefold(), by_name, n=1) if stranger else []
    return Found(path, name, None, stranger, by_name[near[0]] if near else "")

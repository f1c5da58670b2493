"""What lies where in a campaign's folder on the shared drive."""

import os
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from campaignctl.domain.errors import CannotRead
from campaignctl.folder.aside import Aside, Lies, asides

SETUP = "campaign.xlsx"
CHECK = "launch-check"
"""What the names of launch checks begin with, whoever filled them."""

_LONGEST_SHOWN = 120
_PASSING = ("~$", ".", "__MACOSX")
_OF_THE_SYSTEM = frozenset({"thumbs.db", "desktop.ini", "ehthumbs.db"})


@dataclass(frozen=True, slots=True)
class CampaignFiles:
    """The inputs of a campaign; paths are as found on disk, in name order.

    ``aside`` is what lies between registrations and decisions and is to be told of. A conflict copy stands in both.
    """

    folder: Path
    setup: Path
    registrations: tuple[Path, ...] = ()
    aside: tuple[Aside, ...] = ()
    decisions: tuple[Path, ...] = ()
    checks: tuple[Path, ...] = ()  # launch checks, those that campaignctl wrote among them
    named: frozenset[Path] = frozenset()  # files that the user named and that are none of the above by their place

    @property
    def workbooks(self) -> tuple[Path, ...]:
        """The set-up, then the registrations, then what was decided."""
        return (self.setup, *self.registrations, *self.decisions)

    def relative(self, path: Path) -> str:
        """Return a path as messages name it: from the campaign folder, with forward slashes."""
        try:
            return path.relative_to(self.folder).as_posix()
        except ValueError:
            return path.name


def find(folder: Path, named: Collection[Path] = ()) -> CampaignFiles:
    """Return the campaign in ``folder``; ``CannotRead`` when there is no such folder or it holds no set-up.

    Of the files ``named``, workbooks that lie at no place of their own are taken for launch checks.
    """
    try:
        what = "" if folder.is_dir() else "is a file, not a folder" if folder.exists() else "does not exist"
    except OSError as error:  # a name too long, a share that is gone
        what = f"cannot be looked into ({error.strerror or error})"
    if what:
        shown = str(folder) if len(str(folder)) <= _LONGEST_SHOWN else f"{str(folder)[:_LONGEST_SHOWN]}…"
        raise CannotRead(f"{shown} {what}.", "Name the campaign's folder, or run the command inside it.")
    setup = folder / SETUP
    if not setup.is_file():
        home = enclosing(folder)
        raise CannotRead(
            f"There is no {SETUP} in {folder.resolve().name or folder}.",
            f"Name the campaign's folder, {home}."
            if home
            else "Make a campaign with `campaignctl new FOLDER`, or name the folder that holds one.",
        )
    for name in ("registrations", "decisions", "exports"):
        _look_into(folder / name)
    found, decided = _files(folder / "registrations"), _files(folder / "decisions")
    told = asides(path for path in (*found, *decided) if not _of_the_system(path.relative_to(folder)))
    others = frozenset(path for path in named if _has_no_place(path.relative_to(folder)))
    return CampaignFiles(
        folder,
        setup,
        tuple(path for path in found if not _passing(path.relative_to(folder), told.get(path))),
        tuple(told.values()),
        tuple(path for path in decided if not _passing(path.relative_to(folder), told.get(path))),
        tuple(sorted({*_checks(folder), *others})),
        others,
    )


def _look_into(folder: Path) -> None:
    """Refuse a folder that may not be looked into: without it, what lies there would be taken for not sent."""

    def refuse(error: OSError) -> None:
        if isinstance(error, PermissionError):
            raise CannotRead(
                f"{error.filename} cannot be looked into: {error.strerror}.", "Ask for the right to read that folder."
            ) from error

    for _ in os.walk(folder, onerror=refuse):
        pass


def beside(folder: Path, name: str) -> Path | None:
    """Return another campaign's folder as a set-up names it: from the campaign's own folder, or from beside it."""
    places = (folder / name, folder.resolve().parent / name)
    try:
        return next((place for place in places if (place / SETUP).is_file()), None)
    except (OSError, ValueError):  # a name that no path can have
        return None


def _checks(folder: Path) -> Iterator[Path]:
    for place in (folder, folder / "out"):
        found = place.glob(f"{CHECK}*.xls[xm]") if place.is_dir() else ()
        yield from (path for path in found if path.is_file() and not _passing(path.relative_to(folder), None))


def _has_no_place(path: Path) -> bool:
    """Whether a workbook of the campaign's folder is neither the set-up nor in a folder for its own kind."""
    kept = {"registrations", "decisions", "exports", "record"}
    return path.suffix.casefold() in (".xlsx", ".xlsm") and path.name != SETUP and path.parts[0] not in kept


def enclosing(path: Path) -> Path | None:
    """Return the campaign folder that a file lies in, or None."""
    return next((folder for folder in path.resolve().parents if (folder / SETUP).is_file()), None)


def _passing(path: Path, told: Aside | None) -> bool:
    """Whether a file is not read as a seller's: hidden, in a hidden folder, the system's own, or told of as no file."""
    hidden = any(part.startswith(_PASSING) for part in path.parts)
    return hidden or _of_the_system(path) or (told is not None and told.why is not Lies.CONFLICT)


def _of_the_system(path: Path) -> bool:
    """Whether a file is one that the system leaves, or lies in a folder that nobody looks into."""
    inside = any(part.startswith(_PASSING) for part in path.parts[:-1])
    return inside or path.name.casefold() in _OF_THE_SYSTEM or path.name.startswith("._")


def _files(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    found = (path for path in folder.rglob("*") if path.is_file() or path.is_symlink())
    return sorted(found, key=lambda path: (path.as_posix().casefold(), path.as_posix()))

"""A marketplace is found by its name: first among the team's own profiles, then among those that come with us."""

import difflib
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from campaignctl.domain.errors import CannotRead
from campaignctl.marketplaces.place import line_of, located, plainly, words_of
from campaignctl.marketplaces.schema import Context, Profile, Source

OURS = Path(__file__).parent
TEAMS = "marketplaces"
"""The sub-folder of a campaign folder in which a team keeps profiles of its own."""

_NO_PROFILES = {"plan.toml", "upload.toml"}
_LARGEST = 1_000_000  # bytes; the fullest profile known has some 40,000


@dataclass(frozen=True, slots=True)
class _File:
    """A file that holds, or should hold, a profile; ``shown`` is how a message calls it."""

    shown: str
    text: str
    tree: dict[str, Any]
    broken: str = ""

    @property
    def name(self) -> str:
        return str(self.tree.get("name", ""))

    @property
    def answers_to(self) -> set[str]:
        aliases = self.tree.get("aliases", [])
        words = [self.name, self.tree.get("key", ""), *(aliases if isinstance(aliases, list) else [])]
        return {_folded(str(word)) for word in words if word}

    @property
    def leads(self) -> bool:
        return self.tree.get("leads") is True


def load(name_or_key: str, folder: Path | None = None) -> Profile:
    """Return the profile of the marketplace called ``name_or_key`` (display name, key or alias, in any case).

    ``folder`` is the campaign folder; its own profiles win over ours. ``CannotRead`` when no profile has that name,
    when the one that has it is broken, and when any file of the team's cannot be read at all: it might be the one.
    """
    files = list(_files(folder))
    for file in files:
        if file.broken:
            raise CannotRead(f"{file.shown} {file.broken}.", "Mend it, or take the file out of the folder.")
    for file in files:
        if _folded(name_or_key) in file.answers_to:
            return _profile(file)
    raise _unknown(name_or_key, files)


def known(folder: Path | None = None) -> tuple[str, ...]:
    """Return the names of all marketplaces that have a profile: the team's own, then ours, the leading one first.

    The first one is meant where a campaign names none.
    """
    return tuple(dict.fromkeys(file.name for file in _files(folder) if file.name))


def home(profile: Profile, folder: Path | None = None) -> Path:
    """Return the folder with the exports and upload forms of a profile's family: the team's where there is one."""
    own = None if folder is None else folder / TEAMS / profile.family
    return own if own is not None and (own / "exports").is_dir() else OURS / profile.family


def _unknown(name: str, files: list[_File]) -> CannotRead:
    names = {word: file.name for file in files for word in file.answers_to}
    near = difflib.get_close_matches(_folded(name)[:80], names, n=1, cutoff=0.6)
    hint = f'Did you mean "{names[near[0]]}"? ' if near else ""
    listed = ", ".join(dict.fromkeys(file.name for file in files))
    what = f'There is no profile of a marketplace "{plainly(name)}".'
    return CannotRead(what, f"{hint}Known: {listed}; a profile of your own goes into the folder {TEAMS}.")


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()


def _files(folder: Path | None) -> Iterator[_File]:
    if folder is not None:
        yield from _in_folder(folder / TEAMS, f"{TEAMS}/", ("*.toml", "*/*.toml"))
    yield from _ours()


@cache
def _ours() -> tuple[_File, ...]:
    """Return the profiles that come with us: read once, for they do not change while we run."""
    return tuple(file for file in _in_folder(OURS, "campaignctl's own ", ("*/*.toml",)) if "tools" in file.tree)


def _in_folder(place: Path, prefix: str, patterns: tuple[str, ...]) -> list[_File]:
    paths = sorted(path for pattern in patterns for path in place.glob(pattern) if _may_be_profile(path))
    files = [_read(path, prefix + path.relative_to(place).as_posix()) for path in paths]
    return sorted(files, key=lambda file: not file.leads)


def _may_be_profile(path: Path) -> bool:
    return path.is_file() and path.name not in _NO_PROFILES and path.parent.name != "exports"


def _read(path: Path, shown: str) -> _File:
    try:
        if path.stat().st_size > _LARGEST:
            return _File(shown, "", {}, "is too large to be a marketplace profile")
        text = path.read_bytes().decode("utf-8-sig")
        tree = tomllib.loads(text)
    except OSError as error:
        return _File(shown, "", {}, f"cannot be opened ({error.strerror})")
    except UnicodeDecodeError:
        return _File(shown, "", {}, "is not text in UTF-8")
    except tomllib.TOMLDecodeError as error:
        return _File(shown, "", {}, f"is not valid TOML: {plainly(str(error))}")
    except RecursionError:
        return _File(shown, "", {}, "is nested too deeply to be a marketplace profile")
    return _File(shown, text, tree, "" if tree.get("name") else "has no name, so no campaign can choose it")


def _profile(file: _File) -> Profile:
    try:
        return Profile.model_validate(file.tree, context=_context(file.tree))
    except ValidationError as error:
        first = error.errors()[0]
        loc, message = located(first["loc"], first["msg"])
        line = line_of(file.text, loc)
        where = f"{file.shown}, line {line}" if line else file.shown
        more = f" ({error.error_count() - 1} more after it)" if error.error_count() > 1 else ""
        what = f"{where}: {words_of(first['type'], message, loc)}{more}."
        raise CannotRead(
            what, "Mend that field; the profile that comes with campaignctl shows how it is written."
        ) from error


def _context(tree: dict[str, Any]) -> Context:
    sources = {}
    table = tree.get("sources", {})
    for key, page in table.items() if isinstance(table, dict) else ():
        try:
            sources[key] = Source.model_validate(page)
        except ValidationError:
            continue  # the profile's own check names the field
    return Context(str(tree.get("name", "")), str(tree.get("currency", "")), sources)

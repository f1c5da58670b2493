"""A template is looked up in the campaign's own ``templates/`` first, then in ours: same names win.

A deck that was saved there in another of Office's kinds is refused: nobody is to wonder why ours is used instead.
Ours lie inside the package when it was installed from a wheel, and beside ``src/`` in a checkout.
"""

from pathlib import Path

from campaignctl.domain.errors import BadTemplate

_PACKAGE = Path(__file__).parents[1]
_SHIPPED = (_PACKAGE / "_templates", _PACKAGE.parents[1] / "templates")
_KINDS = {".pptx", ".docx", ".xlsx"}
_OTHER_KINDS = {
    ".pptx": (".potx", ".pptm", ".potm", ".ppt", ".ppsx", ".odp"),
    ".docx": (".dotx", ".docm", ".dotm", ".doc", ".odt"),
}


def template(name: str, folder: Path | None = None) -> Path:
    """Return the path of a template.

    ``BadTemplate`` when the team's own is saved as what cannot be used, or when it is nowhere, which means a broken
    installation.
    """
    own = _own(folder / "templates", name) if folder else None
    found = own or next((place / name for place in _SHIPPED if (place / name).is_file()), None)
    if found is None:
        raise BadTemplate(f"The template {name} is missing from this installation.", "Install campaignctl again.")
    return found


def _own(place: Path, name: str) -> Path | None:
    """Return the team's own template, in whatever case its name is written; None where there is none."""
    wanted = Path(name)
    files = sorted(path for path in place.glob("*") if path.is_file()) if place.is_dir() else []
    same = [path for path in files if path.name.casefold() == name]
    if same:
        return place / name if place / name in same else same[0]
    kinds = _OTHER_KINDS.get(wanted.suffix, ())
    other = next(
        (each for each in files if each.stem.casefold() == wanted.stem and each.suffix.casefold() in kinds), None
    )
    if other is not None:
        raise BadTemplate(
            f"{other} is not what a template is saved as.", f"Save it in Office as {name}, without macros."
        )
    return None


def shipped() -> tuple[Path, ...]:
    """Return the templates that come with campaignctl, by name."""
    place = next((each for each in _SHIPPED if each.is_dir()), _SHIPPED[0])
    return tuple(sorted(path for path in place.glob("*") if path.suffix in _KINDS))


def copy(source: Path, target: Path) -> None:
    """Write a template's bytes to ``target``."""
    target.write_bytes(source.read_bytes())

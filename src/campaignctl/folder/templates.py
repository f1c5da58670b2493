"""A template is looked up in the campaign's own ``templates/`` first, then in ours: same names win.

Ours lie inside the package when it was installed from a wheel, and beside ``src/`` in a checkout.
"""

from pathlib import Path

from campaignctl.domain.errors import BadTemplate

_PACKAGE = Path(__file__).parents[1]
_SHIPPED = (_PACKAGE / "_templates", _PACKAGE.parents[1] / "templates")
_KINDS = {".pptx", ".docx", ".xlsx"}


def template(name: str, folder: Path | None = None) -> Path:
    """Return the path of a template; ``BadTemplate`` when it is nowhere, which means a broken installation."""
    places = [*([folder / "templates"] if folder else []), *_SHIPPED]
    for place in places:
        if (place / name).is_file():
            return place / name
    raise BadTemplate(f"The template {name} is missing from this installation.", "Install campaignctl again.")


def shipped() -> tuple[Path, ...]:
    """Return the templates that come with campaignctl, by name."""
    place = next((each for each in _SHIPPED if each.is_dir()), _SHIPPED[0])
    return tuple(sorted(path for path in place.glob("*") if path.suffix in _KINDS))


def copy(source: Path, target: Path) -> None:
    """Write a template's bytes to ``target``."""
    target.write_bytes(source.read_bytes())

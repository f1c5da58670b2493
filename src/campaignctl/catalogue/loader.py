"""The folder is the register: every page in a catalogue's family folders is found, and what does not fit is refused.

A page is ``<family>/<code>_<name>.py`` (``prm/prm104_flash_deal_too_long.py``) and carries one object named after the
catalogue (``RULE``, ``METRIC``). Its ``code`` and ``name`` must be those of its file.
"""

import importlib
import re
from pathlib import Path
from types import ModuleType
from typing import Protocol, TypeVar

STEM = re.compile(r"(?P<code>[a-z]{3}\d{3})_(?P<name>[a-z0-9_]+)")


class Page(Protocol):
    """What every page's object has; ``name`` is its file's name with hyphens."""

    @property
    def code(self) -> str:
        """Three capital letters and three digits."""

    @property
    def name(self) -> str:
        """What is wrong, or what is measured, in words."""


P = TypeVar("P", bound=Page)


def load(package: str, attribute: str, kind: type[P]) -> dict[str, P]:
    """Return the pages of ``package`` by code, in code order.

    ``ValueError``, naming the file, for a stem that does not fit, a missing or wrong object, a code or name that
    differs from the file's, or a code used twice.
    """
    pages: dict[str, P] = {}
    names: set[str] = set()
    root = Path(next(iter(importlib.import_module(package).__path__)))
    for path in sorted(root.glob("*/[!_]*.py")):
        page = _page(package, path, attribute, kind)
        if page.code in pages:
            raise ValueError(f"{path.name}: the code {page.code} is already taken by {pages[page.code].name}")
        if taken := _names(page) & names:
            raise ValueError(f"{path.name}: another page is or was already called {min(taken)}")
        names |= _names(page)
        pages[page.code] = page
    return dict(sorted(pages.items()))


def _names(page: Page) -> set[str]:
    """Return what a page is called, and what it was called before."""
    return {page.name, *getattr(page, "aliases", ())}


def explanation(page_module: ModuleType) -> tuple[str, str]:
    """Return a page's docstring as (what, why): its first sentence, and the rest."""
    what, _, why = (page_module.__doc__ or "").strip().partition("\n\n")
    return " ".join(what.split()), "\n\n".join(" ".join(part.split()) for part in why.split("\n\n")).strip()


def module_of(package: str, page: Page) -> ModuleType:
    """Return the module that a page stands in."""
    stem = f"{page.code.lower()}_{page.name.replace('-', '_')}"
    return importlib.import_module(f"{package}.{page.code[:3].lower()}.{stem}")


def _page(package: str, path: Path, attribute: str, kind: type[P]) -> P:
    fits = STEM.fullmatch(path.stem)
    if not fits:
        raise ValueError(f"{path.name}: a page's file is named like prm104_flash_deal_too_long.py")
    if path.parent.name != fits["code"][:3]:
        raise ValueError(f"{path.name}: it belongs in the folder {fits['code'][:3]}, not {path.parent.name}")
    module = importlib.import_module(f"{package}.{path.parent.name}.{path.stem}")
    page = getattr(module, attribute, None)
    if not isinstance(page, kind):
        raise ValueError(f"{path.name}: it must define {attribute}, a {kind.__name__}")  # noqa: TRY004 - one error for all
    if page.code != fits["code"].upper() or page.name != fits["name"].replace("_", "-"):
        raise ValueError(f"{path.name}: {attribute} says {page.code} {page.name}, which is another file's name")
    if not module.__doc__:
        raise ValueError(f"{path.name}: a page opens with a docstring that says what and why")
    return page

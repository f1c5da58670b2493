"""A page is found by its code or its name, in any case; a slip is answered with the nearest ones."""

from collections.abc import Container, Mapping
from difflib import get_close_matches
from typing import TypeVar

from campaignctl.catalogue.loader import Page
from campaignctl.domain.errors import CannotRead

P = TypeVar("P", bound=Page)


def looked_up(name: str, pages: Mapping[str, P], kind: str) -> P:
    """Return the page of a code, a name or a name it had before; ``CannotRead`` when there is none."""
    former = {alias: page for page in pages.values() for alias in getattr(page, "aliases", ())}
    known = {**former, **{page.name: page for page in pages.values()}, **pages}
    wanted = name.strip()
    found = known.get(wanted.upper()) or known.get(wanted.lower())
    if found is None:
        near = get_close_matches(wanted.upper(), known, n=3, cutoff=0.5) or get_close_matches(
            wanted.lower(), known, n=3
        )
        hint = f"Did you mean {' or '.join(near)}?" if near else f"`campaignctl {kind}s` lists them all."
        raise CannotRead(f"There is no {kind} {wanted}.", hint)
    return found


def of_name_or_family(name: str, pages: Mapping[str, P], families: Container[str], kind: str) -> tuple[P, ...]:
    """Return all pages of a family such as ``SKU``, in code order, or the one page that ``looked_up`` finds."""
    family = name.strip().upper()
    if family in families:
        return tuple(page for code, page in pages.items() if code.startswith(family))
    return (looked_up(name, pages, kind),)

"""How the parts of a workbook hang together: the relations of each part, and the list of what every part is."""

import posixpath
from dataclasses import dataclass
from functools import lru_cache
from itertools import count
from urllib.parse import unquote

from campaignctl.writers.returns.markup import (
    HEAD,
    RELATIONS,
    appended,
    outline,
    prefix_of,
    prefixed,
    quoted,
    spliced,
)
from campaignctl.writers.returns.package import Package

TYPES = "[Content_Types].xml"
ROOT = ""
"""The package itself, as the source of relations."""

_SPACE = b"http://schemas.openxmlformats.org/package/2006/relationships"
_SKELETON = HEAD + b'<Relationships xmlns="%b"></Relationships>' % _SPACE


@dataclass(frozen=True, slots=True)
class Link:
    """One relation of a part: its id, the last word of its type, and the part it leads to (or an outside address)."""

    id: str
    kind: str
    target: str
    outside: bool
    type: str


def links_part(part: str) -> str:
    """Return where the relations of a part are listed."""
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"


def links_of(package: Package, part: str) -> tuple[Link, ...]:
    """Return the relations of a part; none when it has no list of them."""
    listed = links_part(part)
    return _read(part, package.read(listed)) if listed in package else ()


@lru_cache(maxsize=64)
def _read(part: str, data: bytes) -> tuple[Link, ...]:
    return tuple(_link(part, found.attributes) for found in outline(data, 2).named("Relationship"))


def _link(part: str, attributes: dict[str, str]) -> Link:
    type_, target = attributes.get("Type", ""), attributes.get("Target", "")
    outside = attributes.get("TargetMode") == "External"
    where = target if outside else resolved(part, target)
    return Link(attributes.get("Id", ""), type_.rpartition("/")[2], where, outside, type_)


def resolved(part: str, target: str) -> str:
    """Return the path of a part that a relation names: from the root, or from the folder of ``part``."""
    target = unquote(target).replace("\\", "/")
    path = target if target.startswith("/") else posixpath.join(posixpath.dirname(part), target)
    return posixpath.normpath(path).lstrip("/")


def add_link(package: Package, part: str, kind: str, target: str) -> str:
    """Add a relation from ``part`` to the part ``target`` and return its id."""
    listed = links_part(part)
    data = package.read(listed) if listed in package else _SKELETON
    root = outline(data, 2)
    taken = {found.attributes.get("Id", "").casefold() for found in root.children}
    number = 1
    while f"rid{number}" in taken:
        number += 1
    way = posixpath.relpath(target, posixpath.dirname(part) or ".")
    markup = b'<Relationship Id="rId%d" Type="%b" Target="%b"/>' % (number, f"{RELATIONS}/{kind}".encode(), quoted(way))
    package.put(listed, spliced(data, appended(data, root, prefixed(markup, prefix_of(data, root)))))
    return f"rId{number}"


def drop_links(package: Package, part: str, ids: frozenset[str]) -> None:
    """Take relations of a part away."""
    listed = links_part(part)
    if ids and listed in package:
        data = package.read(listed)
        gone = [found for found in outline(data, 2).children if found.attributes.get("Id") in ids]
        package.put(listed, spliced(data, [(found.start, found.end, b"") for found in gone]))


def drop_part(package: Package, part: str) -> None:
    """Take a part out of the package, with its relations and its entry in the list of kinds."""
    package.drop(links_part(part))
    package.drop(part)
    data = package.read(TYPES)
    gone = [found for found in outline(data, 2).children if _names(found.attributes, part)]
    package.put(TYPES, spliced(data, [(found.start, found.end, b"") for found in gone]))


def declare(package: Package, part: str, kind: str) -> None:
    """Say in the list of kinds what a part is."""
    data = package.read(TYPES)
    root = outline(data, 2)
    if not any(_names(found.attributes, part) for found in root.children):
        markup = b'<Override PartName="/%b" ContentType="%b"/>' % (quoted(part), kind.encode())
        package.put(TYPES, spliced(data, appended(data, root, prefixed(markup, prefix_of(data, root)))))


def declare_ending(package: Package, ending: str, kind: str) -> None:
    """Say in the list of kinds what parts with an ending are."""
    data = package.read(TYPES)
    root = outline(data, 2)
    if not any(found.attributes.get("Extension", "").casefold() == ending for found in root.named("Default")):
        markup = b'<Default Extension="%b" ContentType="%b"/>' % (ending.encode(), kind.encode())
        package.put(TYPES, spliced(data, [(root.inner, root.inner, prefixed(markup, prefix_of(data, root)))]))


def free_name(package: Package, pattern: str) -> str:
    """Return the first path of ``pattern`` that no part has; its ``{}`` is blank, or else a number."""
    names = (pattern.format(number or "") for number in count())
    return next(name for name in names if name not in package)


def _names(attributes: dict[str, str], part: str) -> bool:
    return unquote(attributes.get("PartName", "")).lstrip("/").casefold() == part.casefold()

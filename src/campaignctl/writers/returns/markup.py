"""A part of XML is changed as bytes: its elements are located, and all that is not ours stays as it was written."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from xml.parsers import expat

from campaignctl.writers.returns.refusal import CannotPatch
from campaignctl.writers.xlsx_style import inert

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HEAD = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_TAG = re.compile(rb"""<(?:[^<>"']|"[^"]*"|'[^']*')*>""")
_ENCODED = re.compile(rb"<\?xml[^>]*encoding\s*=\s*[\"']([^\"']*)[\"']")
_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_READABLE = frozenset({b"utf-8", b"us-ascii", b"ascii"})
_SMALL = 1 << 15  # bytes of a part whose outline is kept: lists of relations are asked for again and again
_BETWEEN = " "  # what expat puts between a namespace and a name


@dataclass(slots=True)
class Element:
    """An element and where it stands: ``<`` at ``start``, content from ``inner``, its end tag at ``close``, ``end``.

    ``attributes`` carry their namespace and a blank before their name where they have one.
    """

    name: str
    space: str
    attributes: dict[str, str]
    start: int
    inner: int
    close: int = 0
    end: int = 0
    children: list["Element"] = field(default_factory=list)

    def child(self, name: str) -> "Element | None":
        """Return the first child of a name."""
        return next((child for child in self.children if child.name == name), None)

    def named(self, name: str) -> list["Element"]:
        """Return the children of a name."""
        return [child for child in self.children if child.name == name]

    @property
    def is_empty(self) -> bool:
        """Whether it is written as one tag."""
        return self.close == self.inner == self.end


def outline(data: bytes, depth: int) -> Element:
    """Return the root of a part and what stands in it, ``depth`` levels down; ``CannotPatch`` when it is not XML."""
    return _known(data, depth) if len(data) <= _SMALL else _outline(data, depth)


@lru_cache(maxsize=32)
def _known(data: bytes, depth: int) -> Element:
    return _outline(data, depth)


def _outline(data: bytes, depth: int) -> Element:
    encoded = _ENCODED.match(data.removeprefix(b"\xef\xbb\xbf"))
    if encoded and encoded[1].lower() not in _READABLE:
        raise CannotPatch(f"is written in {encoded[1].decode('ascii', 'replace')}, not in UTF-8")
    walk = _Walk(data, depth)
    try:
        walk.parser.Parse(data, True)
    except expat.ExpatError as error:
        raise CannotPatch(f"holds a part that is not XML ({error})") from error
    finally:
        walk.end()
    return walk.root


class _Walk:
    def __init__(self, data: bytes, depth: int) -> None:
        self.data, self.depth = data, depth
        self.open: list[Element] = []
        self.level = 0
        self.root = Element("", "", {}, 0, 0)
        self.parser = expat.ParserCreate(namespace_separator=_BETWEEN)
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.finish
        self.parser.StartDoctypeDeclHandler = self.defined

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.level += 1
        if self.level > self.depth:
            return
        space, _, local = name.rpartition(_BETWEEN)
        at = self.parser.CurrentByteIndex
        tag = _TAG.match(self.data, at)
        inner = tag.end() if tag else at
        element = Element(local, space, attributes, at, inner)
        if self.open:
            self.open[-1].children.append(element)
        else:
            self.root = element
        self.open.append(element)

    def finish(self, _name: str) -> None:
        self.level -= 1
        if self.level >= self.depth:
            return
        element = self.open.pop()
        if self.data[element.inner - 2 : element.inner] == b"/>":
            element.close = element.end = element.inner
            return
        element.close = self.parser.CurrentByteIndex
        tag = _TAG.match(self.data, element.close)
        element.end = tag.end() if tag else element.close

    def end(self) -> None:
        """Let go of the parser, which holds this walk: else both would stay in memory."""
        self.parser.StartElementHandler = self.parser.EndElementHandler = None
        self.parser.StartDoctypeDeclHandler = None

    def defined(self, *_: object) -> None:
        raise CannotPatch("holds a document type definition, which no workbook needs")


Splice = tuple[int, int, bytes]
"""From where to where bytes are replaced, and by what; an insertion replaces nothing."""


def spliced(data: bytes, splices: Iterable[Splice]) -> bytes:
    """Return ``data`` with stretches replaced; those at one place keep their order."""
    parts: list[bytes] = []
    at = 0
    for start, end, text in sorted(splices, key=lambda splice: splice[:2]):
        parts += (data[at:start], text)
        at = end
    return b"".join((*parts, data[at:]))


def prefix_of(data: bytes, element: Element) -> bytes:
    """Return the prefix of an element as it is written, with its colon; empty when it has none."""
    name = re.match(rb"[^\s/>]+", data[element.start + 1 : element.inner])
    return name[0].rpartition(b":")[0] + b":" if name and b":" in name[0] else b""


def prefixed(markup: bytes, prefix: bytes) -> bytes:
    """Return markup of ours with ``prefix`` at every element that has none."""
    return re.sub(rb"<(/?)(?=[A-Za-z][\w.-]*[\s/>])", rb"<\g<1>" + prefix, markup) if prefix else markup


def bare(markup: bytes, prefix: bytes) -> bytes:
    """Return markup without ``prefix``."""
    return markup.replace(b"<" + prefix, b"<").replace(b"</" + prefix, b"</") if prefix else markup


def appended(data: bytes, element: Element, markup: bytes, **attributes: str | int | None) -> list[Splice]:
    """Return the splices that put ``markup`` at the end of an element's content, and set attributes in its tag."""
    tag = with_attributes(data[element.start : element.inner], **attributes)
    if not element.is_empty:
        return [(element.start, element.inner, tag), (element.close, element.close, markup)]
    name = re.match(rb"<[^\s/>]+", tag)
    closing = b"</" + (name[0][1:] if name else b"") + b">"
    return [(element.start, element.end, tag[:-2].rstrip() + b">" + markup + closing)]


def retagged(data: bytes, element: Element, **attributes: str | int | None) -> Splice:
    """Return the splice that sets attributes without a namespace in an element's tag; None takes one away."""
    tag = data[element.start : element.inner]
    return element.start, element.inner, with_attributes(tag, **attributes)


def with_attributes(tag: bytes, **attributes: str | int | None) -> bytes:
    """Return a start tag with attributes set in place, or at its end; None takes one away."""
    for name, value in attributes.items():
        found = re.search(rb"""\s%b\s*=\s*(?:"[^"]*"|'[^']*')""" % name.encode(), tag)
        text = b"" if value is None else b' %b="%b"' % (name.encode(), quoted(str(value)))
        if found:
            tag = tag[: found.start()] + text + tag[found.end() :]
        else:
            end = len(tag) - (2 if tag.endswith(b"/>") else 1)
            tag = tag[:end].rstrip() + text + tag[end:]
    return tag


def attribute(tag: bytes, name: bytes) -> bytes | None:
    """Return the raw value of an attribute in a start tag."""
    found = re.search(rb"""\s%b\s*=\s*["']([^"']*)["']""" % name, tag)
    return found[1] if found else None


def quoted(text: str) -> bytes:
    """Return text from outside as an attribute's value holds it."""
    return escaped(text).replace(b'"', b"&quot;").replace(b"\n", b"&#10;").replace(b"\t", b"&#9;")


def escaped(text: str) -> bytes:
    """Return text from outside as an element holds it: no markup, no control characters, at most what a cell takes."""
    plain = inert(text)
    return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").encode()


def cell_text(text: str) -> bytes:
    """Return text as a cell or a note holds it: ``_x000D_`` in it is spelled out, or Excel would take it for a sign."""
    return escaped(_ESCAPED.sub("_x005F_", text))


def running(elements: Iterable[Element]) -> Iterator[Element]:
    """Yield elements and all that was outlined in them."""
    for element in elements:
        yield element
        yield from running(element.children)

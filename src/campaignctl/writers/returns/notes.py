"""Notes on marked cells: a note of ours is added, or stands below the seller's own words, and can be taken out again.

A cell with a thread of comments keeps it and takes no note: the list and the findings column speak of it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from campaignctl.domain.returns import NOTE
from campaignctl.writers.returns.frame import Frame
from campaignctl.writers.returns.links import Link, add_link, declare, declare_ending, drop_links, drop_part, links_of
from campaignctl.writers.returns.markup import (
    HEAD,
    MAIN,
    Element,
    Splice,
    appended,
    cell_text,
    outline,
    prefix_of,
    prefixed,
    spliced,
)
from campaignctl.writers.returns.package import OURS, Package
from campaignctl.writers.returns.shapes import Shapes, blank_drawing, first_block, with_shapes, without_shapes

AUTHOR = b"campaignctl"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_DRAWING = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_SKELETON = HEAD + b'<comments xmlns="%b"><authors></authors><commentList></commentList></comments>' % MAIN.encode()
_FONT = b'<rPr><sz val="9"/><color rgb="FF14213D"/><rFont val="Calibri"/><family val="2"/></rPr>'
_BREAK = rb"(?:\s|&#10;|&#xA;|_x000[aAdD]_)*"
_OURS = re.compile(_BREAK + NOTE.encode() + rb"[A-Z]{3}[0-9]{3} ")
_REF = re.compile(rb"""<(?:[\w.-]+:)?threadedComment\b[^>]*?\bref\s*=\s*["']([A-Z]+[0-9]+)["']""")


@dataclass(frozen=True, slots=True)
class _Notes:
    """A part of notes as it is: its bytes and their outline."""

    data: bytes
    root: Element

    @classmethod
    def of(cls, data: bytes) -> "_Notes":
        return cls(data, outline(data, 6))

    @property
    def listed(self) -> list[Element]:
        found = self.root.child("commentList")
        return found.children if found else []


def add_notes(package: Package, sheet: str, number: int, frame: Frame, notes: Mapping[str, str]) -> None:
    """Put notes (by cell) on the sheet in the part ``sheet``, the ``number``-th of the book."""
    links = links_of(package, sheet)
    threaded = {
        cell for link in _leading(package, links, "threadedComment") for cell in _threaded(package, link.target)
    }
    wanted = {cell: text for cell, text in notes.items() if cell not in threaded}
    if not wanted:
        return
    found = next(iter(_leading(package, links, "comments")), None)
    part = found.target if found else f"xl/{OURS}comments{number}.xml"
    old = _Notes.of(package.read(part) if found else _SKELETON)
    known = {one.attributes.get("ref", ""): one for one in old.listed}
    package.put(part, _with_notes(old, {cell: (text, known.get(cell)) for cell, text in wanted.items()}))
    if not found:
        add_link(package, sheet, "comments", part)
        declare(package, part, _KIND)
    _draw(package, sheet, number, frame, {cell: text for cell, text in wanted.items() if cell not in known})


def _leading(package: Package, links: tuple[Link, ...], kind: str) -> list[Link]:
    return [link for link in links if link.kind == kind and not link.outside and link.target in package]


def _threaded(package: Package, part: str) -> list[str]:
    return [cell.decode() for cell in _REF.findall(package.read(part))]


def _with_notes(old: _Notes, wanted: Mapping[str, tuple[str, Element | None]]) -> bytes:
    prefix = prefix_of(old.data, old.root)
    author, splices = _author(old, prefix)
    fresh = []
    for cell, (text, known) in wanted.items():
        if known is None:
            run = b'<r>%b<t xml:space="preserve">%b</t></r>' % (_FONT, cell_text(text))
            fresh.append(b'<comment ref="%b" authorId="%d"><text>%b</text></comment>' % (cell.encode(), author, run))
        else:
            splices += _below(old.data, known, text, prefix)
    listed = old.root.child("commentList")
    if listed is not None and fresh:
        splices += appended(old.data, listed, prefixed(b"".join(fresh), prefix))
    return spliced(old.data, splices)


def _author(old: _Notes, prefix: bytes) -> tuple[int, list[Splice]]:
    authors = old.root.child("authors")
    names = [old.data[one.inner : one.close] for one in (authors.children if authors else ())]
    if AUTHOR in names or authors is None:
        return (names.index(AUTHOR) if AUTHOR in names else 0), []
    return len(names), appended(old.data, authors, prefixed(b"<author>%b</author>" % AUTHOR, prefix))


def _below(data: bytes, note: Element, text: str, prefix: bytes) -> list[Splice]:
    """Put our words below those of a note; a note without runs gets its words into one."""
    words = note.child("text")
    if words is None:
        return []
    own = [one for one in words.children if one.name in {"t", "r"}]
    ours = b'<r>%b<t xml:space="preserve">%b</t></r>' % (_FONT, cell_text("\n\n" + text))
    if not own:
        return appended(data, words, prefixed(ours, prefix))
    opening, closing = (b"<r>", b"</r>") if own[-1].name == "t" else (b"", b"")
    before, after = prefixed(opening, prefix), prefixed(closing + ours, prefix)
    return [(own[-1].start, own[-1].start, before), (own[-1].end, own[-1].end, after)]


def _draw(package: Package, sheet: str, number: int, frame: Frame, notes: Mapping[str, str]) -> None:
    """Draw the boxes of new notes."""
    if not notes:
        return
    links = {link.id: link for link in _leading(package, links_of(package, sheet), "vmlDrawing")}
    found = links.get(frame.note_drawing or "")
    part = found.target if found else f"xl/drawings/{OURS}notes{number}.vml"
    data = package.read(part) if found else blank_drawing(first_block(_drawings(package)))
    shapes = Shapes(frame.column_width, frame.row_height)
    package.put(part, with_shapes(data, shapes, notes))
    declare_ending(package, "vml", _DRAWING)
    if not found:
        frame.add_note_drawing(add_link(package, sheet, "vmlDrawing", part))


def _drawings(package: Package) -> list[bytes]:
    return [package.read(name) for name in package.names if name.casefold().endswith(".vml")]


def has_notes(package: Package, sheet: str) -> bool:
    """Whether any of a sheet's notes holds words of ours."""
    parts = _leading(package, links_of(package, sheet), "comments")
    return any(_without_ours(_Notes.of(package.read(link.target)))[0] for link in parts)


def drop_notes(package: Package, sheet: str, frame: Frame) -> None:
    """Take our words out of a sheet's notes, and away with notes that held nothing else."""
    links = links_of(package, sheet)
    for link in _leading(package, links, "comments"):
        old = _Notes.of(package.read(link.target))
        splices, empty = _without_ours(old)
        if not splices:
            continue
        package.put(link.target, spliced(old.data, splices))
        if len(empty) == len(old.listed):
            drop_links(package, sheet, frozenset({link.id}))
            drop_part(package, link.target)
        _undraw(package, sheet, frame, empty)


def _without_ours(old: _Notes) -> tuple[list[Splice], set[str]]:
    """Return what takes our words out, and the cells whose notes are gone with them."""
    splices, empty = list[Splice](), set[str]()
    for note in old.listed:
        words = note.child("text")
        cut = _cut(old.data, words) if words else None
        if cut is None or words is None:
            continue
        at, keeps = cut
        if keeps:
            splices += at
        else:
            splices.append((note.start, note.end, b""))
            empty.add(note.attributes.get("ref", ""))
    return splices, empty


def _cut(data: bytes, words: Element) -> tuple[list[Splice], bool] | None:
    """Return what takes our words out of a note, and whether anything is left; None when there are none of ours."""
    splices, ours, left = list[Splice](), False, False
    for run in words.children:
        text = run if run.name == "t" else run.child("t")
        if text is None or run.name not in {"t", "r"}:
            continue
        found = None if ours else _OURS.search(data, text.inner, text.close)
        if ours or (found and found.start() == text.inner):
            splices.append((run.start, run.end, b""))
        elif found:
            splices.append((found.start(), text.close, b""))
            left = True
        else:
            left = left or bool(data[text.inner : text.close].strip())
        ours = ours or bool(found)
    return (splices, left) if ours else None


def _undraw(package: Package, sheet: str, frame: Frame, cells: set[str]) -> None:
    links = {link.id: link for link in _leading(package, links_of(package, sheet), "vmlDrawing")}
    found = links.get(frame.note_drawing or "")
    if found is None or not cells:
        return
    data, left = without_shapes(package.read(found.target), cells)
    package.put(found.target, data)
    if not left:
        frame.drop_note_drawing()
        drop_links(package, sheet, frozenset({found.id}))
        drop_part(package, found.target)

"""What holds a workbook together: which sheets it has, which one is in front, and whether it may be changed."""

import re
from dataclasses import dataclass

from campaignctl.domain.returns import SHEET
from campaignctl.writers.returns.links import ROOT, add_link, declare, drop_links, drop_part, free_name, links_of
from campaignctl.writers.returns.markup import (
    MAIN,
    RELATIONS,
    Element,
    Splice,
    appended,
    outline,
    prefix_of,
    prefixed,
    quoted,
    retagged,
    spliced,
)
from campaignctl.writers.returns.package import OURS, Package
from campaignctl.writers.returns.refusal import CannotPatch
from campaignctl.writers.returns.styles import EMPTY, Styles
from campaignctl.writers.xlsx_style import quoted as sheet_reference
from campaignctl.writers.xlsx_style import sheet_name

_STRICT = "http://purl.oclc.org/ooxml/"
_KINDS = {
    "worksheet": "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml",
    "styles": "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml",
}
_TITLES = "_xlnm.Print_Titles"
_BEFORE_NAMES = frozenset({"sheets", "functionGroups", "externalReferences"})
_FORMULA = re.compile(rb"<(?:[\w.-]+:)?f[\s/>]")
_TRUE = frozenset({"1", "true"})


@dataclass(frozen=True, slots=True)
class Tab:
    """A sheet of the book: its name, its part, and the id by which the book refers to it."""

    name: str
    part: str
    id: str
    kind: str = "worksheet"


class Book:
    """A workbook's own part; ``CannotPatch`` where the book must not be changed."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self.part = _book_part(package)
        _refuse_sealed(package, outline(package.read(self.part), 2))

    def _outline(self) -> tuple[bytes, Element]:
        data = self._package.read(self.part)
        return data, outline(data, 3)

    @property
    def tabs(self) -> tuple[Tab, ...]:
        """The sheets in the order of their tabs."""
        leads = {link.id: link for link in links_of(self._package, self.part) if not link.outside}
        found = []
        for sheet in _children(self._outline()[1], "sheets"):
            id_ = next((value for name, value in sheet.attributes.items() if name.endswith(" id")), "")
            if id_ in leads and leads[id_].target in self._package:
                found.append(Tab(sheet.attributes.get("name", ""), leads[id_].target, id_, leads[id_].kind))
        return tuple(found)

    def styles(self) -> Styles:
        """Return the book's styles, to be written back by ``put_styles``; a book without any gets some."""
        return Styles(self._package.read(self.linked("styles") or self._new_styles()))

    def put_styles(self, styles: Styles) -> None:
        """Put the styles back, with all that was added."""
        self._package.put(self.linked("styles") or self._new_styles(), styles.written())

    def _new_styles(self) -> str:
        part = free_name(self._package, "xl/styles{}.xml")
        self._package.put(part, EMPTY)
        add_link(self._package, self.part, "styles", part)
        declare(self._package, part, _KINDS["styles"])
        return part

    def linked(self, kind: str) -> str | None:
        """Return the part of a kind that the book refers to; None when there is none."""
        found = (link.target for link in links_of(self._package, self.part) if link.kind == kind)
        return next((part for part in found if part in self._package), None)

    def add_list(self, sheet: bytes, header_row: int) -> None:
        """Add the sheet Findings behind all others, in front when the book opens."""
        data, root = self._outline()
        sheets = _children(root, "sheets")
        name = sheet_name(SHEET, [one.attributes.get("name", "") for one in sheets])
        part = f"xl/worksheets/{OURS}findings.xml"
        self._package.put(part, sheet)
        declare(self._package, part, _KINDS["worksheet"])
        id_ = add_link(self._package, self.part, "worksheet", part)
        number = max((int(one.attributes.get("sheetId", "0")) for one in sheets), default=0) + 1
        markup = b'<sheet xmlns:r="%b" name="%b" sheetId="%d" r:id="%b"/>' % (
            RELATIONS.encode(),
            quoted(name),
            number,
            id_.encode(),
        )
        splices = appended(data, _only(root, "sheets"), prefixed(markup, prefix_of(data, root)))
        splices += _in_front(data, root, len(sheets))
        splices += _repeated(data, root, len(sheets), f"{sheet_reference(name)}!${header_row}:${header_row}")
        self._package.put(self.part, spliced(data, splices))

    def drop(self, tab: Tab) -> None:
        """Take a sheet out, with what only it refers to; what counts sheets by their place is put right."""
        data, root = self._outline()
        sheets = _children(root, "sheets")
        at = next(at for at, one in enumerate(sheets) if tab.id in one.attributes.values())
        splices: list[Splice] = [(sheets[at].start, sheets[at].end, b"")]
        splices += _renumbered_names(data, root, at)
        for view in _children(root, "bookViews"):
            splices.append(retagged(data, view, **_renumbered_view(view, at, len(sheets) - 1)))
        self._package.put(self.part, spliced(data, splices))
        drop_links(self._package, self.part, frozenset({tab.id}))
        self._drop_sheet_parts(tab.part)

    def _drop_sheet_parts(self, part: str) -> None:
        own = [link.target for link in links_of(self._package, part) if not link.outside]
        computed = bool(_FORMULA.search(b"".join(self._package.pieces(part))))
        drop_part(self._package, part)
        kept = {link.target for name in self._package.names for link in links_of(self._package, name)}
        for target in own:
            if target in self._package and target not in kept:
                drop_part(self._package, target)
        chain = self.linked("calcChain") if computed else None
        if chain:  # it may name cells of the sheet that is gone; a spreadsheet program makes it anew
            ids = {link.id for link in links_of(self._package, self.part) if link.target == chain}
            drop_links(self._package, self.part, frozenset(ids))
            drop_part(self._package, chain)


def _book_part(package: Package) -> str:
    found = next((link for link in links_of(package, ROOT) if link.kind == "officeDocument"), None)
    if found is None or found.target not in package:
        raise CannotPatch("is no workbook that can be changed")
    return found.target


def _refuse_sealed(package: Package, root: Element) -> None:
    if root.space.startswith(_STRICT):
        raise CannotPatch("is saved as Strict Open XML, which few programs read")
    if root.space != MAIN:
        raise CannotPatch("is no workbook that can be changed")
    if any(link.kind == "origin" for link in links_of(package, ROOT)) or any(
        name.casefold().startswith("_xmlsignatures/") for name in package.names
    ):
        raise CannotPatch("is digitally signed")
    sealed = root.child("workbookProtection")
    if sealed is not None and sealed.attributes.get("lockStructure") in _TRUE:
        raise CannotPatch("is protected against new sheets")
    if any(name.casefold().startswith("xl/revisions/") for name in package.names):
        raise CannotPatch("is shared in the old way, with a list of changes")


def _children(root: Element, name: str) -> list[Element]:
    found = root.child(name)
    return found.children if found else []


def _only(root: Element, name: str) -> Element:
    found = root.child(name)
    if found is None:
        raise CannotPatch("lists no sheets")
    return found


def _in_front(data: bytes, root: Element, at: int) -> list[Splice]:
    views = _children(root, "bookViews")
    if views:
        return [retagged(data, view, activeTab=at) for view in views]
    markup = prefixed(b'<bookViews><workbookView activeTab="%d"/></bookViews>' % at, prefix_of(data, root))
    start = _only(root, "sheets").start
    return [(start, start, markup)]


def _repeated(data: bytes, root: Element, at: int, rows: str) -> list[Splice]:
    """Have the header of the list repeated on every printed page."""
    name = b'<definedName name="%b" localSheetId="%d">%b</definedName>' % (_TITLES.encode(), at, quoted(rows))
    known = root.child("definedNames")
    prefix = prefix_of(data, root)
    if known is not None:
        return appended(data, known, prefixed(name, prefix))
    end = max(one.end for one in root.children if one.name in _BEFORE_NAMES)
    return [(end, end, prefixed(b"<definedNames>%b</definedNames>" % name, prefix))]


def _renumbered_names(data: bytes, root: Element, at: int) -> list[Splice]:
    names = _children(root, "definedNames")
    splices: list[Splice] = []
    gone = 0
    for one in names:
        local = one.attributes.get("localSheetId", "")
        if local.isdecimal() and int(local) == at:
            splices.append((one.start, one.end, b""))
            gone += 1
        elif local.isdecimal() and int(local) > at:
            splices.append(retagged(data, one, localSheetId=int(local) - 1))
    if names and gone == len(names):
        whole = _only(root, "definedNames")
        return [(whole.start, whole.end, b"")]
    return splices


def _renumbered_view(view: Element, at: int, left: int) -> dict[str, int | str | None]:
    changed: dict[str, int | str | None] = {}
    for name in ("activeTab", "firstSheet"):
        value = view.attributes.get(name, "")
        if value.isdecimal():
            number = int(value) - (int(value) > at)
            changed[name] = max(min(number, left - 1), 0) if number != at or name == "firstSheet" else 0
    return changed

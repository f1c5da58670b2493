"""A slide is made from a prototype: shapes copied, pictures shared, and every chart with a workbook of its own."""

import re
from copy import deepcopy
from itertools import count
from typing import Any

from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part, XmlPart
from pptx.opc.packuri import PackURI
from pptx.presentation import Presentation
from pptx.slide import Slide

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
CREATION = "{FF2B5EF4-FFF2-40B4-BE49-F238E27FC236}"  # Office's name for a shape's creation id

_OWN = {RT.NOTES_SLIDE, RT.SLIDE_LAYOUT, RT.SLIDE}
_COPIED = re.compile(r"/(chart|chartStyle|chartColorStyle|chartUserShapes|package)$")


class Names:
    """The names of a deck's parts: which are taken is looked up once, not for every part that is copied."""

    def __init__(self, deck: Presentation) -> None:
        """Take the names that the deck's parts have."""
        self._taken = {str(part.partname) for part in deck.part.package.iter_parts()}

    def free(self, name: str) -> PackURI:
        """Return a name that is not taken, made from ``name`` by another number, and take it."""
        stem, ending = re.sub(r"\d*(\.\w+)$", r"\n\1", name).split("\n")
        found = next(each for number in count(1) if (each := f"{stem}{number}{ending}") not in self._taken)
        self._taken.add(found)
        return PackURI(found)


def clone(deck: Presentation, prototype: Slide, names: Names) -> Slide:
    """Return a new last slide that equals ``prototype`` and shares no chart with it.

    Notes are left out, and so are links to other slides: those may be gone when the deck is done.
    """
    rid, copy = deck.part.add_slide(prototype.slide_layout)
    slide_list(deck).add_sldId(rid)
    root = copy.part._element  # noqa: SLF001 (python-pptx offers no way to copy a slide)
    for child in list(root):
        root.remove(child)
    root.extend(deepcopy(child) for child in prototype.part._element)  # noqa: SLF001 (likewise)
    _forget(root, prototype)
    _relate(prototype.part, copy.part, root, names)
    return Slide(root, copy.part)  # a fresh view: the first one remembers the shapes that were there before


def drop(deck: Presentation, slide: Slide) -> None:
    """Take a slide out of the deck together with everything that only it used."""
    ids = slide_list(deck)
    entry = next(each for each in ids if each.id == slide.slide_id)
    deck.part.drop_rel(entry.rId)
    ids.remove(entry)


def slide_list(deck: Presentation) -> Any:
    """Return the element that lists the deck's slides in their order."""
    root: Any = deck.part._element  # noqa: SLF001 (python-pptx can neither remove nor reorder slides)
    return root.sldIdLst


def forget_lists(deck: Presentation) -> None:
    """Take out what lists the slides a second time (sections, custom shows): Office repairs a file where it differs."""
    root = deck.part._element  # noqa: SLF001 (python-pptx knows neither)
    for stale in root.xpath("p:custShowLst | p:extLst/p:ext[.//*[local-name()='sectionLst']]"):
        stale.getparent().remove(stale)


def _forget(root: Any, prototype: Slide) -> None:
    for extension in root.xpath(f"//a:ext[@uri='{CREATION}']"):
        extension.getparent().remove(extension)
    for empty in root.xpath("//a:extLst[not(*)]"):
        empty.getparent().remove(empty)
    jumps = {rid for rid, rel in prototype.part.rels.items() if rel.reltype == RT.SLIDE}
    for link in root.xpath("//a:hlinkClick | //a:hlinkHover"):
        if link.get(f"{R}id") in jumps:
            link.getparent().remove(link)


def _relate(source: Part, target: Part, root: Any, names: Names) -> None:
    """Give ``target`` the relations of ``source`` and write their new ids into its XML."""
    fresh = {}
    for rid, rel in source.rels.items():
        if rel.reltype in _OWN:
            continue
        if rel.is_external:
            fresh[rid] = target.relate_to(rel.target_ref, rel.reltype, is_external=True)
        elif _COPIED.search(rel.reltype):
            fresh[rid] = _copy(rel.target_part, target, rel.reltype, names)
        else:
            fresh[rid] = target.relate_to(rel.target_part, rel.reltype)
    for element in root.iter():
        for name, value in element.attrib.items():
            if name.startswith(R) and value in fresh:
                element.set(name, fresh[value])


def _copy(part: Part, owner: Part, reltype: str, names: Names) -> str:
    """Copy a part with all that hangs on it; return the id of its relation to ``owner``."""
    copy = type(part).load(names.free(str(part.partname)), part.content_type, part.package, part.blob)
    rid = owner.relate_to(copy, reltype)
    if isinstance(copy, XmlPart):
        _relate(part, copy, copy._element, names)  # noqa: SLF001 (its XML holds the ids)
    return rid

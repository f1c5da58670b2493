"""A deck is written: the template's prototypes become slides, the prototypes go, the file takes its one form."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from lxml import etree
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.presentation import Presentation as Deck

from campaignctl.domain.document import Document
from campaignctl.domain.tables import Mark
from campaignctl.writers.canonical import canonical_bytes
from campaignctl.writers.pptx.clones import Names, clone, drop, forget_lists, slide_list
from campaignctl.writers.pptx.contract import check
from campaignctl.writers.pptx.heat import shades
from campaignctl.writers.pptx.inert import inert
from campaignctl.writers.pptx.prototypes import Prototype, open_template, prototypes, scenes
from campaignctl.writers.pptx.scene import Scene
from campaignctl.writers.pptx.slides import fill_slide

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
HOUSE = {Mark.GOOD: "2A9D8F", Mark.BAD: "E4572E", Mark.NEUTRAL: "9AA5B1"}
_NAMED = {"good": Mark.GOOD, "attention": Mark.BAD, "baseline": Mark.NEUTRAL}


def write_deck(document: Document, template: Path, path: Path) -> tuple[str, ...]:
    """Write ``document`` to ``path`` as a PowerPoint file in the look of ``template``; equal input, equal bytes.

    Return the sections for which the template has a slide and the document nothing to show. ``CannotRead`` when there
    is no template, ``BadTemplate`` (naming slide and shape) when it does not fit the document: then nothing is written.
    """
    deck = open_template(template)
    found = prototypes(deck)
    _check(template.name, found, document)
    _fill(deck, found, document)
    forget_lists(deck)
    properties = deck.core_properties
    properties.title = inert(document.texts.get("campaign.name", document.campaign))[:255]
    properties.author = properties.last_modified_by = inert(document.texts.get("report.prepared_by", ""))[:255]
    stream = BytesIO()
    deck.save(stream)
    path.write_bytes(canonical_bytes(stream.getvalue(), _moment(document)))
    wanted = dict.fromkeys(each.key.section for each in found if each.key and not each.key.repeat)
    return tuple(section for section in wanted if document.section(section) is None)


def _check(name: str, found: list[Prototype], document: Document) -> None:
    shown: dict[str, set[str]] = {}
    for prototype in found:
        if prototype.key and not prototype.key.repeat:
            shown.setdefault(prototype.key.section, set()).update(prototype.shapes)
    check(name, shown, document)


def _fill(deck: Deck, found: list[Prototype], document: Document) -> None:
    """Make and fill all slides, put them in the template's order and take the prototypes out."""
    colours, family, steps = _marks(deck), _family(deck), shades(_scheme(deck))
    order, names = [], Names(deck)
    planned = [(prototype, scene) for prototype in found for scene in scenes(prototype, document, colours)]
    places = _places([scene for _, scene in planned])
    for prototype, scene in planned:
        slide = clone(deck, prototype.slide, names) if prototype.key else prototype.slide
        order.append(slide.slide_id)
        numbered = replace(scene, number=len(order), places=places, in_full=[], shades=steps)
        fill_slide(slide, numbered, prototype.notes, family)
    for prototype in found:
        if prototype.key:
            drop(deck, prototype.slide)
    entries = slide_list(deck)
    entries.extend(sorted(entries, key=lambda entry: order.index(entry.id)))
    deck.part.rename_slide_parts([entry.rId for entry in entries])


def _places(planned: Sequence[Scene]) -> Mapping[str, int]:
    """Return the page on which each section starts: slides name one another by it."""
    places: dict[str, int] = {}
    for number, scene in enumerate(planned, start=1):
        if scene.section is not None:
            places.setdefault(scene.section.slug, number)
    return places


def _theme(deck: Deck) -> Any:
    return etree.fromstring(deck.slide_master.part.part_related_by(RT.THEME).blob)


def _marks(deck: Deck) -> Mapping[Mark, str]:
    """Return the colours of marks: the theme's own under the names good, attention and baseline, or the house's."""
    custom = _theme(deck).iterfind(f"{A}custClrLst/{A}custClr")
    own = {_NAMED[each.get("name")]: each[0].get("val") for each in custom if each.get("name") in _NAMED and len(each)}
    return HOUSE | own


def _scheme(deck: Deck) -> Mapping[str, str]:
    """Return the theme's colours as six hexadecimal digits by their place: ``dk1``, ``lt1``, ``accent1``."""
    scheme = _theme(deck).find(f".//{A}clrScheme")
    return {each.tag.removeprefix(A): each[0].get("lastClr") or each[0].get("val") for each in scheme if len(each)}


def _family(deck: Deck) -> str:
    latin = _theme(deck).find(f".//{A}minorFont/{A}latin")
    return str(latin.get("typeface")) if latin is not None else "Calibri"


def _moment(document: Document) -> str:
    """Return the as-of time in UTC: a document carries it, never the time of writing."""
    return datetime.fromisoformat(document.as_of).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

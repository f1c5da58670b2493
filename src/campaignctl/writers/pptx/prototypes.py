"""A template's slides are prototypes: which there are, and which slides of the deck are made from each."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from math import ceil
from pathlib import Path
from zipfile import BadZipFile

from lxml.etree import XMLSyntaxError
from pptx import Presentation
from pptx.exc import PackageNotFoundError
from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide

from campaignctl.domain.document import Document, Section
from campaignctl.domain.errors import BadTemplate, CannotRead
from campaignctl.domain.sentences import say
from campaignctl.domain.tables import Mark, Table
from campaignctl.writers.pptx.directions import Key, key_of
from campaignctl.writers.pptx.scene import Scene
from campaignctl.writers.pptx.shapes import every, wants


@dataclass(frozen=True, slots=True)
class Prototype:
    """A slide of the template. Without a key it is a slide like any other and stays where it is."""

    slide: Slide
    number: int
    notes: str
    key: Key | None
    shapes: frozenset[str]
    limits: Mapping[str, int] = field(default_factory=dict)  # rows per slide of each table


def open_template(template: Path) -> Deck:
    """Open a template; ``CannotRead`` when there is none, ``BadTemplate`` when it is no PowerPoint file."""
    if not template.is_file():
        raise CannotRead(f"There is no template {template}.", "Check the name, or leave the template out.")
    try:
        deck = Presentation(str(template))
    except (PackageNotFoundError, BadZipFile, XMLSyntaxError, KeyError, ValueError, AttributeError) as error:
        raise BadTemplate(
            f"{template.name} cannot be opened as a PowerPoint file.",
            "Save it in PowerPoint as a presentation (.pptx), without a password and not as a template (.potx).",
        ) from error
    if deck.part.content_type != CT.PML_PRESENTATION_MAIN:  # what is made from it would hold its macros too
        raise BadTemplate(f"{template.name} is a presentation with macros.", "Save it as .pptx, without macros.")
    return deck


def prototypes(deck: Deck) -> list[Prototype]:
    """Return all slides of a template with what they ask for."""
    return [_prototype(slide, number) for number, slide in enumerate(deck.slides, start=1)]


def scenes(prototype: Prototype, document: Document, colours: Mapping[Mark, str]) -> Iterator[Scene]:
    """Yield what the slides made from a prototype show, in order; their page numbers are still to come."""
    for section in _sections(prototype.key, document):
        prefix = prototype.key.repeat if prototype.key else ""
        scene = Scene(document, colours, section, prefix, limits=prototype.limits)
        if not _chosen(prototype.key, scene):
            continue
        tables = ((scene.part(Table, slug), limit) for slug, limit in prototype.limits.items())
        pages = max((ceil(len(table.rows) / limit) for table, limit in tables if table), default=1)
        for page in range(max(pages, 1)):
            yield Scene(document, colours, section, prefix, page=page, limits=prototype.limits)


def _prototype(slide: Slide, number: int) -> Prototype:
    frame = slide.notes_slide.notes_text_frame if slide.has_notes_slide else None
    notes = frame.text if frame is not None else ""
    shapes = list(every(slide.shapes))
    tables = ((each.name, wants(each, f"slide {number}, shape {each.name}")) for each in shapes)
    limits = {name.removeprefix("table:"): asked.max_rows for name, asked in tables if name.startswith("table:")}
    return Prototype(
        slide,
        number,
        notes,
        key_of(notes, number),
        frozenset(shape.name for shape in shapes),
        {slug: limit for slug, limit in limits.items() if limit},
    )


def _sections(key: Key | None, document: Document) -> list[Section | None]:
    if key is None:
        return [None]
    if key.repeat:
        return [section for section in document.sections if section.slug.startswith(key.repeat + ".")]
    section = document.section(key.section)
    if section is None and not key.optional:
        section = Section(key.section, key.section.capitalize(), say("No data"))
    return [section] if section else []


def _chosen(key: Key | None, scene: Scene) -> bool:
    if key is None:
        return True
    return all(scene.has(need) for need in key.needs) and not any(scene.has(need) for need in key.unless)

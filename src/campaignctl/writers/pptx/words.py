"""The words of a slide: tokens in its texts, alt texts and notes, each made to fit its place."""

from collections.abc import Sequence
from typing import Any

from pptx.slide import Slide

from campaignctl.writers.pptx.directions import without_key
from campaignctl.writers.pptx.fitting import FLOOR, Room, fit
from campaignctl.writers.pptx.paragraphs import fill_paragraph, fill_text
from campaignctl.writers.pptx.scene import Piece, Scene
from campaignctl.writers.pptx.shapes import describe, inherited, inner_size, name_of, wants

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
IN_FULL = "In full: "


def place(scene: Scene, shape: Any) -> str:
    """Return how an error names a shape."""
    section = f" ({scene.section.slug})" if scene.section else ""
    return f"Slide {scene.number}{section}, shape {name_of(shape)}"


def text_shapes(shapes: Sequence[Any]) -> list[Any]:
    """Return the shapes whose alt text or text may hold tokens; tables and charts have their own ways."""
    return [each for each in shapes if not name_of(each).startswith(("chart:", "table:"))]


def fill_words(
    slide: Slide, shapes: Sequence[Any], scene: Scene, legend: dict[str, Sequence[Piece]], family: str
) -> None:
    """Fill the tokens of ``shapes`` and make every filled text fit; ``legend`` holds the charts' keys by token."""

    def words(token: str) -> Sequence[Piece] | None:
        return legend[token] if token in legend else scene.pieces(token)

    for shape in shapes:
        where = place(scene, shape)
        asked = wants(shape, where)
        describe(shape, fill_text(asked.words, words, where))
        if not getattr(shape, "has_text_frame", False):
            continue
        touched = [fill_paragraph(paragraph, words, where) for paragraph in _paragraphs(shape)]
        if any(touched) and _wraps(shape):
            width, height = inner_size(shape, slide)
            room = Room(width, height, asked.floor or FLOOR)
            full = fit(_paragraphs(shape), inherited(shape, slide, family), room)
            scene.in_full.extend([full] if full else [])


def _paragraphs(shape: Any) -> list[Any]:
    return list(shape._element.iter(f"{A}p"))  # noqa: SLF001 (runs are rewritten in XML)


def _wraps(shape: Any) -> bool:
    look = shape._element.find(f".//{A}bodyPr")  # noqa: SLF001 (as the file has it)
    return look is None or (look.get("wrap") != "none" and look.get("vert", "horz") == "horz")


def write_notes(slide: Slide, scene: Scene, notes: str) -> None:
    """Write the prototype's notes without the writer's line, and in full what had to be shortened."""
    lines = [fill_text(without_key(notes), scene.pieces, f"Slide {scene.number}, notes")]
    lines += [IN_FULL + text for text in dict.fromkeys(scene.in_full)]
    text = "\n".join(line for line in lines if line)
    if text or slide.has_notes_slide:
        frame = slide.notes_slide.notes_text_frame
        if frame is not None:
            frame.text = text

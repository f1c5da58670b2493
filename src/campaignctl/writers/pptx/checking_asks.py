"""What a template asks for in notes and alt texts: lines for the writer, needs, names that must be there once."""

import re
from collections.abc import Iterator

from campaignctl.domain.document import Vocabulary
from campaignctl.writers.pptx.inspection import TemplateSlide
from campaignctl.writers.pptx.remarks import Remark, error, near, note
from campaignctl.writers.pptx.scene import AGAINST, SLIDE

_LINE = re.compile(AGAINST + r"\d")
KEY = "Write one line #campaignctl: <section> into the notes."


def check_asks(slide: TemplateSlide, vocabulary: Vocabulary) -> Iterator[Remark]:
    """Yield what is wrong with a slide's lines for the writer, its needs, and names that stand on it twice."""
    yield from _lines(slide)
    for shape, text in slide.stray:
        yield error(slide.number, shape, f"{text} is no token", "Write {{ name }}, the name without spaces.")
    for name in slide.twice:
        yield error(slide.number, name, "two shapes of the slide have this name", "Rename or delete one of them.")
    for shape, need in slide.needs:
        for each in need.split("|"):
            if not can_be(each, vocabulary):
                what = f"needs={each}: no report holds that, so it is never shown{near(each, _all(vocabulary))}"
                yield error(slide.number, shape, what)
    if slide.hidden and slide.section:
        what = "the slide is hidden; the slides that are made from it are shown"
        yield note(slide.number, "", what, "Take the slide out if it is not wanted.")


def _lines(slide: TemplateSlide) -> Iterator[Remark]:
    if slide.keys > 1:
        yield error(slide.number, "notes", "the notes name two sections, of which only the first counts", KEY)
    if slide.slip:
        yield error(slide.number, "notes", f"this line is not understood: {slide.slip}", KEY)
    if not slide.section:
        for token in slide.tokens:
            if token.startswith("section."):
                yield error(slide.number, "", f"{{{{ {token} }}}} stands on a slide that shows no section", KEY)


def can_be(need: str, vocabulary: Vocabulary) -> bool:
    """Whether a report of ``vocabulary`` may hold what a shape or slide needs."""
    kind, _, slug = need.rpartition(":")
    if kind:
        return slug in {"table": vocabulary.tables, "chart": vocabulary.charts}.get(kind, {})
    if need.startswith(SLIDE):
        return need.removeprefix(SLIDE) in vocabulary.sections
    text, _, count = need.rpartition(".")
    if text in vocabulary.paragraphs and count.isdigit():
        return True
    if text in vocabulary.cards and _LINE.fullmatch(count):
        return True
    families = tuple(family.removesuffix("*") for family in vocabulary.figures)
    return need in vocabulary.cards or need.startswith(families)


def _all(vocabulary: Vocabulary) -> list[str]:
    return [
        *(f"table:{slug}" for slug in vocabulary.tables),
        *(f"chart:{slug}" for slug in vocabulary.charts),
        *(f"{slug}.1" for slug in vocabulary.paragraphs),
        *vocabulary.cards,
        *(f"{SLIDE}{slug}" for slug in vocabulary.sections),
        *(family.replace("*", "total") for family in vocabulary.figures),
    ]

"""What all prototype slides have in common: the key in the notes, tracker, title, unit line and footer."""

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.presentation import Presentation as Deck
from pptx.shapes.placeholder import SlidePlaceholder
from pptx.slide import Slide
from pptx.util import Emu

from making.drawing import identity
from making.look import CONTENT, emu

FIELD = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"
TRACKER, TITLE, UNIT_LINE = 10, 0, 11
SOURCE = 12  # a text, not a footer: some programs take a footer for one word and break it anywhere


def begin(deck: Deck, layout: str, key: str) -> Slide:
    """Add a slide whose notes name the section that it shows."""
    slide = deck.slides.add_slide(next(each for each in deck.slide_layouts if each.name == layout))
    slide.notes_slide.notes_text_frame.text = f"#campaignctl: {key}"
    return slide


def fill_in(slide: Slide, index: int, name: str, token: str, floor: int = 0) -> None:
    """Name a placeholder and put its token in; ``floor`` is the smallest size of its text in points."""
    shape = _placeholder(slide, index)
    shape.name = name
    shape.text_frame.text = token
    if floor:
        shape._element.nvSpPr.cNvPr.set("descr", f"floor={floor}")  # noqa: SLF001 (no public way to alt text)


def finding(deck: Deck, key: str, *, unit: float = CONTENT, tracker: str = "{{ section.name }}") -> Slide:
    """Add a slide that says one thing: tracker, title, unit line (``unit`` inches wide, 0 for none).

    Its footer follows with ``close``.
    """
    slide = begin(deck, "Finding", key)
    fill_in(slide, TRACKER, "text:tracker", tracker)
    fill_in(slide, TITLE, "text:title", "{{ section.title }}", floor=20)
    line = _placeholder(slide, UNIT_LINE)
    if not unit:
        line._element.getparent().remove(line._element)  # noqa: SLF001 (no public way to take a shape out)
        return slide
    fill_in(slide, UNIT_LINE, "text:unit", "{{ section.context }}")
    if unit < CONTENT:
        line.left, line.top, line.width, line.height = line.left, line.top, Emu(emu(unit)), line.height
    return slide


def close(slide: Slide) -> None:
    """Add the footer, last in the reading order: source, period and definition, then the page number."""
    fill_in(slide, SOURCE, "text:source", "{{ section.source }}")
    slide.shapes._spTree.append(_placeholder(slide, SOURCE)._element)  # noqa: SLF001 (reading order)
    number = f'<a:fld id="{FIELD}" type="slidenum"><a:rPr lang="en-US"/><a:t>{{{{ page }}}}</a:t></a:fld>'
    _footer(slide, "text:page", "sldNum", 13, number)


def _placeholder(slide: Slide, index: int) -> SlidePlaceholder:
    return next(each for each in slide.placeholders if each.placeholder_format.idx == index)


def _footer(slide: Slide, name: str, kind: str, index: int, words: str) -> None:
    slide.shapes._spTree.append(  # noqa: SLF001 (python-pptx leaves footers out)
        parse_xml(
            f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="{identity(slide)}" name="{name}"/>'
            f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="{kind}" sz="quarter" idx="{index}"/>'
            f"</p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p>{words}"
            '<a:endParaRPr lang="en-US"/></a:p></p:txBody></p:sp>'
        )
    )

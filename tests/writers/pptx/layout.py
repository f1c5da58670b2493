"""What a reader of a slide would complain of: text too small or too pale, shapes that overlap or leave the slide."""

from collections.abc import Iterator
from itertools import combinations

from lxml import etree
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.shapes.group import GroupShape
from pptx.slide import Slide

from campaignctl.writers.pptx.shapes import every, inherited

MARKS = set("▲▼●■○◆✓·\u00a0 —-")
EMU = 914400
TOUCH = 0.03  # inches by which frames may touch
MAPPED = {"tx1": "dk1", "bg1": "lt1", "tx2": "dk2", "bg2": "lt2"}


def complaints(deck) -> list[str]:
    """Return everything that is wrong with any slide of a deck, in words."""
    theme = _theme(deck)
    return [
        f"slide {number}: {words}"
        for number, slide in enumerate(deck.slides, start=1)
        for words in (*_outside(deck, slide), *_overlaps(slide), *_small(slide), *_pale(slide, theme))
    ]


def _outside(deck, slide: Slide) -> Iterator[str]:
    for each in every(slide.shapes):
        inside = each.left >= 0 and each.top >= 0
        if not (inside and each.left + each.width <= deck.slide_width and each.top + each.height <= deck.slide_height):
            yield f"{each.name} reaches beyond the slide"


def _overlaps(slide: Slide) -> Iterator[str]:
    """Two shapes that say something may not lie over one another.

    A chart may lie in the column kept for it; a note and the words of a mark stand in the plot they are about.
    """
    told = [each for each in every(slide.shapes) if _says_something(each)]
    for one, other in combinations(told, 2):
        across = min(one.left + one.width, other.left + other.width) - max(one.left, other.left)
        down = min(one.top + one.height, other.top + other.height) - max(one.top, other.top)
        if across > TOUCH * EMU and down > TOUCH * EMU and not _kept_for(one, other):
            yield f"{one.name} and {other.name} overlap"


def _says_something(shape) -> bool:
    if isinstance(shape, GroupShape):
        return False
    if getattr(shape, "has_table", False) or getattr(shape, "has_chart", False):
        return True
    return bool(shape.has_text_frame and shape.text_frame.text.strip())


def _kept_for(one, other) -> bool:
    """Whether one is a note or the words of a mark in the other, or a table with an empty column right where the other, a chart, lies."""
    for table, chart in ((one, other), (other, one)):
        slug = chart.name.removeprefix("chart:")
        if table.name.startswith((f"note:{slug}@", f"mark-label:{slug}@")):
            return True
        if getattr(table, "has_table", False) and getattr(chart, "has_chart", False):
            left = table.left
            for number, column in enumerate(table.table.columns):
                empty = not any(row.cells[number].text for row in list(table.table.rows)[1:])
                if (
                    empty
                    and left - EMU * TOUCH <= chart.left
                    and chart.left + chart.width <= left + column.width + 9144
                ):
                    return True
                left += column.width
    return False


def _small(slide: Slide) -> Iterator[str]:
    for each in every(slide.shapes):
        if isinstance(each, GroupShape):
            continue
        for look in each._element.iter("{*}rPr", "{*}defRPr"):
            if look.get("sz") and int(look.get("sz")) < 1200:
                yield f"{each.name} has text of {int(look.get('sz')) / 100} points"
        if getattr(each, "has_text_frame", False) and _takes_its_size_from_above(each):
            size = inherited(each, slide, "Calibri").size
            if size < 12:
                yield f"{each.name} has text of {size} points by its layout"
        if getattr(each, "has_chart", False):
            sizes = [int(look.get("sz")) for look in each.chart._chartSpace.iter("{*}defRPr") if look.get("sz")]
            if sizes and min(sizes) < 1200:
                yield f"{each.name} has labels of {min(sizes) / 100} points"


def _takes_its_size_from_above(shape) -> bool:
    runs = [run for run in shape._element.iter("{*}r") if (run.findtext("{*}t") or "").strip()]
    return any(run.find("{*}rPr") is None or not run.find("{*}rPr").get("sz") for run in runs)


def _pale(slide: Slide, theme: dict[str, str]) -> Iterator[str]:
    for each in every(slide.shapes):
        if isinstance(each, GroupShape):
            continue
        if getattr(each, "has_table", False):
            for cell in each.table.iter_cells():
                ground = _fill(cell._tc.find("{*}tcPr"), theme) or _ground(slide, each, theme)
                yield from _runs(each.name, cell._tc, ground, theme)
        elif each.has_text_frame:
            yield from _runs(each.name, each._element, _ground(slide, each, theme), theme)


def _runs(name: str, element, ground: str, theme: dict[str, str]) -> Iterator[str]:
    for run in element.iter("{*}r"):
        text, look = run.findtext("{*}t") or "", run.find("{*}rPr")
        ink = _fill(look, theme) if look is not None else ""
        if not ink or set(text) <= MARKS:
            continue
        size, bold = int(look.get("sz", "1800")) / 100, look.get("b") == "1"
        enough = 3.0 if size >= 18 or (bold and size >= 14) else 4.5
        if contrast(ink, ground) < enough:
            yield f"{name}: {text!r} in {ink} on {ground} is too pale"


def _ground(slide: Slide, shape, theme: dict[str, str]) -> str:
    """Return the colour under a shape: of the last filled shape drawn before it that holds its corner, or the page's."""
    found = _page(slide, theme)
    for each in every(slide.shapes):
        if each._element is shape._element:
            break
        if isinstance(each, GroupShape) or getattr(each, "has_table", False) or getattr(each, "has_chart", False):
            continue
        holds = each.left <= shape.left <= each.left + each.width and each.top <= shape.top <= each.top + each.height
        own = _fill(each._element.find("{*}spPr"), theme) if each._element.find("{*}spPr") is not None else ""
        found = own if holds and own else found
    return found


def _page(slide: Slide, theme: dict[str, str]) -> str:
    for owner in (slide, slide.slide_layout, slide.slide_layout.slide_master):
        ground = owner._element.find("{*}cSld/{*}bg/{*}bgPr")
        if ground is not None and _fill(ground, theme):
            return _fill(ground, theme)
    return theme["lt1"]


def _fill(look, theme: dict[str, str]) -> str:
    """Return the colour of a solid fill as six hexadecimal digits, or nothing."""
    fill = look.find("{*}solidFill") if look is not None else None
    if fill is None or not len(fill):
        return ""
    name = fill[0].get("val")
    return theme.get(MAPPED.get(name, name), name)


def _theme(deck) -> dict[str, str]:
    root = etree.fromstring(deck.slide_master.part.part_related_by(RT.THEME).blob)
    scheme = root.find(".//{*}clrScheme")
    return {etree.QName(each).localname: each[0].get("lastClr") or each[0].get("val") for each in scheme}


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as the Web Content Accessibility Guidelines define it."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue

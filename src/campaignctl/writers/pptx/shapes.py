"""The shapes of a slide as the writer meets them: by name, groups opened, each with its alt text."""

from collections.abc import Callable, Iterator
from typing import Any

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.shapes.group import GroupShape
from pptx.slide import Slide

from campaignctl.domain.errors import BadTemplate
from campaignctl.writers.pptx.directions import Directions, directions
from campaignctl.writers.pptx.fitting import Style

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_INSETS = {"lIns": 91440, "tIns": 45720, "rIns": 91440, "bIns": 45720}
_STYLES = {"title": "titleStyle", "ctrTitle": "titleStyle", "body": "bodyStyle", "subTitle": "bodyStyle"}


def every(shapes: Any) -> Iterator[Any]:
    """Yield shapes in reading order, a group before its members."""
    for shape in list(shapes):
        yield shape
        if isinstance(shape, GroupShape):
            yield from every(shape.shapes)


def identity(shape: Any) -> Any:
    """Return the element that holds a shape's id, name and alt text."""
    return shape._element.find(f"*/{P}cNvPr")  # noqa: SLF001 (alt text has no public way)


def name_of(shape: Any) -> str:
    """Return a shape's name, in a fraction of the time that python-pptx takes to look for it."""
    return str(identity(shape).get("name", ""))


def wants(shape: Any, place: str) -> Directions:
    """Return what a shape's alt text asks for; ``place`` names it in the ``BadTemplate`` raised for a bad number."""
    alt = identity(shape).get("descr", "")
    try:
        return directions(alt)
    except ValueError as error:
        raise BadTemplate(
            f"The alt text of {place} is not understood: {alt}", "Write numbers above zero, as 8 or 4.5."
        ) from error


def describe(shape: Any, text: str) -> None:
    """Set a shape's alt text; nothing when there is nothing to say."""
    if text:
        identity(shape).set("descr", text)
    else:
        identity(shape).attrib.pop("descr", None)


def remove(shape: Any) -> None:
    """Take a shape off its slide; a chart's data go with it."""
    element = shape._element  # noqa: SLF001 (python-pptx cannot remove a shape)
    part = shape.part
    for chart in element.xpath(".//c:chart/@r:id"):
        if chart in part.rels:  # a group that is gone took it along
            part.drop_rel(chart)
    element.getparent().remove(element)


def say_instead(shape: Any, text: str) -> None:
    """Put a line of text in the place of a shape that has nothing to show."""
    look = identity(shape)
    xml = (
        f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="{look.get("id")}" name=""/><p:cNvSpPr txBox="1"/><p:nvPr/>'
        f'</p:nvSpPr><p:spPr><a:xfrm><a:off x="{shape.left}" y="{shape.top}"/>'
        f'<a:ext cx="{shape.width}" cy="{shape.height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        '<a:noFill/></p:spPr><p:txBody><a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0"/><a:lstStyle/>'
        '<a:p><a:r><a:rPr lang="en-US" sz="1300"><a:solidFill><a:schemeClr val="tx2"/></a:solidFill></a:rPr><a:t/>'
        "</a:r></a:p></p:txBody></p:sp>"
    )
    box = parse_xml(xml)
    box.xpath("./p:nvSpPr/p:cNvPr")[0].set("name", shape.name)
    box.xpath(".//a:t")[0].text = text
    shape._element.addprevious(box)  # noqa: SLF001 (python-pptx adds shapes at the end only)
    remove(shape)


def inherited(shape: Any, slide: Slide, family: str) -> Style:
    """Return how a shape's text is set where its runs do not say, from its own styles up to the master's."""
    levels = [level for style in _styles(shape, slide) for level in style.iterfind(f"{A}lvl1pPr")]
    looks = [look for level in levels for look in level.iterfind(f"{A}defRPr")]
    size = next((look.get("sz") for look in looks if look.get("sz")), "1800")
    bold = next((look.get("b") for look in looks if look.get("b")), "0")
    spacing = next((share.get("val") for level in levels for share in level.iterfind(f"{A}lnSpc/{A}spcPct")), "100000")
    return Style(int(size) / 100, bold in {"1", "true"}, int(spacing) / 100_000, family)


def inner_size(shape: Any, slide: Slide) -> tuple[float, float]:
    """Return width and height in points that a shape leaves to its text."""
    ancestry = _ancestry(shape, slide)
    bodies = [each.find(f".//{A}bodyPr") for each in ancestry]
    insets = {
        name: next((int(body.get(name)) for body in bodies if body is not None and body.get(name)), default)
        for name, default in _INSETS.items()
    }
    across, down = insets["lIns"] + insets["rIns"], insets["tIns"] + insets["bIns"]
    size = next((each for one in ancestry for each in one.iterfind(f"{P}spPr/{A}xfrm/{A}ext")), None)
    wide, high = (shape.width, shape.height) if size is None else (size.get("cx"), size.get("cy"))
    return (int(wide) - across) / 12700, (int(high) - down) / 12700


def _styles(shape: Any, slide: Slide) -> list[Any]:
    own = [style for each in _ancestry(shape, slide) for style in each.iterfind(f"{P}txBody/{A}lstStyle")]
    place = _placeholder(shape._element)  # noqa: SLF001 (raw)
    name = "otherStyle" if place is None else _STYLES.get(place.get("type", "body"), "otherStyle")
    master = slide.slide_layout.slide_master._element  # noqa: SLF001 (its text styles are not public)
    default = slide.part.package.presentation_part._element.find(f"{P}defaultTextStyle")  # noqa: SLF001 (likewise)
    return [*own, *master.iterfind(f"{P}txStyles/{P}{name}"), *([default] if default is not None else [])]


def _placeholder(element: Any) -> Any:
    """Return what says which placeholder of its layout a shape is, or None."""
    return element.find(f"*/{P}nvPr/{P}ph")


def _ancestry(shape: Any, slide: Slide) -> list[Any]:
    """Return a shape's element, then, for a placeholder, those of its layout and master."""
    own = shape._element  # noqa: SLF001 (XML is compared here)
    place = _placeholder(own)
    if place is None:
        return [own]
    layout: Any = slide.slide_layout
    index, kind = place.get("idx", "0"), place.get("type", "body")
    kind = {"ctrTitle": "title", "subTitle": "body"}.get(kind, kind)
    above = (
        *_placed(layout, lambda each: each.get("idx", "0") == index),
        *_placed(layout.slide_master, lambda each: each.get("type", "body") == kind),
    )
    return [own, *above]


def _placed(owner: Any, fits: Callable[[Any], bool]) -> Iterator[Any]:
    """Yield the shapes of a layout or master whose placeholder fits."""
    for place in owner._element.iter(f"{P}ph"):  # noqa: SLF001 (python-pptx looks each of them up anew)
        if fits(place):
            yield place.getparent().getparent().getparent()

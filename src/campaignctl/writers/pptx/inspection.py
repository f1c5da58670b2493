"""What a template holds, read without filling it: the answer of ``templates`` to "does my deck fit?"."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import etree
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.presentation import Presentation as Deck
from pptx.shapes.group import GroupShape

from campaignctl.writers.pptx.directions import TOKEN, key_lines, slip_of, stray, without_key
from campaignctl.writers.pptx.prototypes import Prototype, open_template, prototypes
from campaignctl.writers.pptx.shapes import every, identity, wants

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
SMALLEST = 12


@dataclass(frozen=True, slots=True)
class ChartShape:
    """A chart of a template: the shape's name, its kind as Office names it, and its series in order."""

    name: str
    kind: str
    series: tuple[str, ...]

    @property
    def slug(self) -> str:
        """The report's chart that it shows; empty for one that is kept as it is."""
        return _slug(self.name, "chart")


@dataclass(frozen=True, slots=True)
class TableShape:
    """A table of a template: the shape's name, the tokens of its rows, the rows per slide."""

    name: str
    columns: tuple[str, ...]
    max_rows: int | None

    @property
    def slug(self) -> str:
        """The report's table that it shows; empty for one that is kept as it is."""
        return _slug(self.name, "table")


@dataclass(frozen=True, slots=True)
class TemplateSlide:
    """One slide of a template; ``section`` is empty for a slide that is kept as it is.

    ``small`` are the shapes with text of less than 12 points, each with the size; ``needs`` what shapes, or the
    ``notes`` for the slide, ask to be there; ``twice`` the names for the writer that two shapes have. ``stray`` is
    what opens a token and is none, with its shape. ``keys`` counts the lines that name a section, ``slip`` is one that
    was most likely meant to.
    """

    number: int
    section: str
    repeat: str
    optional: bool
    tokens: tuple[str, ...]
    shapes: tuple[str, ...]
    charts: tuple[ChartShape, ...]
    tables: tuple[TableShape, ...]
    small: tuple[tuple[str, float], ...] = ()
    needs: tuple[tuple[str, str], ...] = ()
    twice: tuple[str, ...] = ()
    stray: tuple[tuple[str, str], ...] = ()
    keys: int = 0
    slip: str = ""
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Template:
    """A template as a whole: its slides in order, and the fonts that it names."""

    slides: tuple[TemplateSlide, ...]
    fonts: tuple[str, ...] = ()

    @property
    def tokens(self) -> frozenset[str]:
        """Every token that the template asks for outside its tables' rows."""
        return frozenset(token for slide in self.slides for token in slide.tokens)


def inspect(template: Path) -> Template:
    """Return what a template holds; ``CannotRead`` or ``BadTemplate`` when it cannot be opened or understood."""
    deck = open_template(template)
    return Template(tuple(_slide(prototype) for prototype in prototypes(deck)), _fonts(deck))


def _slug(name: str, kind: str) -> str:
    word, _, slug = name.partition(":")
    return slug if word == kind else ""


def _fonts(deck: Deck) -> tuple[str, ...]:
    theme = etree.fromstring(deck.slide_master.part.part_related_by(RT.THEME).blob)
    named = [each.get("typeface") for each in theme.iterfind(f".//{A}fontScheme/*/{A}latin")]
    named += [each.get("typeface") for slide in deck.slides for each in slide._element.iter(f"{A}latin")]  # noqa: SLF001
    return tuple(sorted({name for name in named if name and not name.startswith("+")}))


def _slide(prototype: Prototype) -> TemplateSlide:
    shapes = list(every(prototype.slide.shapes))
    key = prototype.key
    tables = tuple(
        TableShape(each.name, _columns(each), prototype.limits.get(each.name.removeprefix("table:")))
        for each in shapes
        if getattr(each, "has_table", False)
    )
    in_tables = {token for table in tables for token in table.columns}
    texts = [prototype.notes, *(text for shape in shapes for text in _texts(shape))]
    tokens = {token for text in texts for token in TOKEN.findall(text)}
    return TemplateSlide(
        number=prototype.number,
        section=key.section if key else "",
        repeat=key.repeat if key else "",
        optional=bool(key and key.optional),
        tokens=tuple(sorted(tokens - in_tables)),
        shapes=tuple(shape.name for shape in shapes),
        charts=tuple(_chart(each) for each in shapes if getattr(each, "has_chart", False)),
        tables=tables,
        small=tuple(each for shape in shapes for each in _small(shape)),
        needs=_needs(prototype, shapes),
        twice=_twice([shape.name for shape in shapes]),
        stray=tuple(_stray(prototype.notes, shapes)),
        keys=len(key_lines(prototype.notes)),
        slip=slip_of(prototype.notes),
        hidden=prototype.slide._element.get("show") in {"0", "false"},  # noqa: SLF001 (python-pptx does not tell)
    )


def _needs(prototype: Prototype, shapes: Sequence[Any]) -> tuple[tuple[str, str], ...]:
    of_slide = [("notes", need) for need in (*prototype.key.needs, *prototype.key.unless)] if prototype.key else []
    asked = [(shape.name, wants(shape, f"slide {prototype.number}, shape {shape.name}").needs) for shape in shapes]
    return (*of_slide, *((name, need) for name, needs in asked for need in needs))


def _twice(names: Sequence[str]) -> tuple[str, ...]:
    counted = Counter(name for name in names if name.startswith(("chart:", "table:")))
    return tuple(name for name, times in counted.items() if times > 1)


def _stray(notes: str, shapes: Sequence[Any]) -> Iterator[tuple[str, str]]:
    tables = (shape for shape in shapes if getattr(shape, "has_table", False))
    cells = [(shape.name, cell.text) for shape in tables for cell in shape.table.iter_cells()]
    texts = [(shape.name, text) for shape in shapes for text in _texts(shape)]
    for name, text in [("notes", without_key(notes)), *texts, *cells]:
        yield from ((name, found) for line in text.splitlines() if (found := stray(line)))


def _small(shape: Any) -> list[tuple[str, float]]:
    sizes = [int(each.get("sz")) / 100 for each in shape._element.iter(f"{A}rPr") if each.get("sz")]  # noqa: SLF001
    is_group = isinstance(shape, GroupShape)  # its members are met themselves
    return [(shape.name, min(sizes))] if sizes and min(sizes) < SMALLEST and not is_group else []


def _texts(shape: Any) -> list[str]:
    texts = [identity(shape).get("descr", "")]
    if getattr(shape, "has_text_frame", False):
        texts.append(shape.text_frame.text)
    return texts


def _columns(shape: Any) -> tuple[str, ...]:
    tokens = (token for cell in shape.table.iter_cells() for token in TOKEN.findall(cell.text))
    return tuple(dict.fromkeys(tokens))


def _chart(shape: Any) -> ChartShape:
    series = tuple(series.name for plot in shape.chart.plots for series in plot.series)
    return ChartShape(shape.name, str(shape.chart.chart_type.name).lower(), series)

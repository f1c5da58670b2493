"""What a template holds, read without filling it: the answer of ``templates`` to "does my deck fit?"."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from campaignctl.writers.pptx.directions import TOKEN
from campaignctl.writers.pptx.prototypes import Prototype, open_template, prototypes
from campaignctl.writers.pptx.shapes import every, identity


@dataclass(frozen=True, slots=True)
class ChartShape:
    """A chart of a template: ``name`` without ``chart:``, its kind as Office names it, and its series in order."""

    name: str
    kind: str
    series: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TableShape:
    """A table of a template: ``name`` without ``table:``, the tokens of its pattern row, the rows per slide."""

    name: str
    columns: tuple[str, ...]
    max_rows: int | None


@dataclass(frozen=True, slots=True)
class TemplateSlide:
    """One slide of a template; ``section`` is empty for a slide that is kept as it is."""

    number: int
    section: str
    repeat: str
    optional: bool
    tokens: tuple[str, ...]
    shapes: tuple[str, ...]
    charts: tuple[ChartShape, ...]
    tables: tuple[TableShape, ...]


@dataclass(frozen=True, slots=True)
class Template:
    """A template as a whole, its slides in order."""

    slides: tuple[TemplateSlide, ...]

    @property
    def tokens(self) -> frozenset[str]:
        """Every token that the template asks for outside its tables' rows."""
        return frozenset(token for slide in self.slides for token in slide.tokens)


def inspect(template: Path) -> Template:
    """Return what a template holds; ``CannotRead`` or ``BadTemplate`` when it cannot be opened or understood."""
    return Template(tuple(_slide(prototype) for prototype in prototypes(open_template(template))))


def _slide(prototype: Prototype) -> TemplateSlide:
    shapes = list(every(prototype.slide.shapes))
    key = prototype.key
    tables = tuple(
        TableShape(
            each.name.removeprefix("table:"), _columns(each), prototype.limits.get(each.name.removeprefix("table:"))
        )
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
    )


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
    return ChartShape(shape.name.removeprefix("chart:"), str(shape.chart.chart_type.name).lower(), series)

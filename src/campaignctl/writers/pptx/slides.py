"""One slide is filled: what it cannot show goes, tables grow, charts get their figures, and the words follow."""

from collections.abc import Mapping, Sequence
from typing import Any

from pptx.slide import Slide

from campaignctl.domain.charts import Chart
from campaignctl.domain.document import Document
from campaignctl.domain.errors import BadTemplate
from campaignctl.domain.tables import Table
from campaignctl.writers.pptx.charts import fill_chart
from campaignctl.writers.pptx.inert import inert
from campaignctl.writers.pptx.inside import says_all
from campaignctl.writers.pptx.labels import key, thin_out
from campaignctl.writers.pptx.lanes import Lanes
from campaignctl.writers.pptx.notes import part_groups, place_notes
from campaignctl.writers.pptx.overlays import charts_in_tables, lay_over, place_marks, rows_of
from campaignctl.writers.pptx.points import fill_points, is_points
from campaignctl.writers.pptx.scales import calm, extent, scale_to, widen
from campaignctl.writers.pptx.scene import Piece, Scene, drawable
from campaignctl.writers.pptx.shapes import describe, every, name_of, remove, say_instead, wants
from campaignctl.writers.pptx.tables import Grid, fill_table
from campaignctl.writers.pptx.words import fill_words, place, text_shapes, write_notes

NO_DATA = "No data"


def fill_slide(slide: Slide, scene: Scene, notes: str, family: str) -> None:
    """Write a scene into a slide cloned from its prototype; ``notes`` are the prototype's, ``family`` its font.

    ``BadTemplate`` names slide and shape when a token, chart or table does not fit the document.
    """
    _drop_unneeded(slide, scene)
    shapes = list(every(slide.shapes))
    kept_for = charts_in_tables(shapes)
    texts = text_shapes(shapes)  # before the document's own words come in: those are never read for tokens
    grids = _fill_tables(shapes, scene)
    shown, lanes = _fill_charts(shapes, scene, grids, kept_for, family)
    place_marks(shapes, {slug: shape for slug, (shape, _) in shown.items()}, lanes, scene)
    _drop_spoken(shapes, shown, scene.document)
    keys: dict[str, Sequence[Piece]] = {f"{slug}.key": key(shape, chart) for slug, (shape, chart) in shown.items()}
    fill_words(slide, texts, scene, keys, family)
    place_notes(slide, texts, shown, scene.document)
    part_groups(texts, shown)
    write_notes(slide, scene, notes)


def _drop_unneeded(slide: Slide, scene: Scene) -> None:
    for shape in every(slide.shapes):
        needs = wants(shape, place(scene, shape)).needs
        if not all(scene.has(need) for need in needs):
            remove(shape)


def _drop_spoken(shapes: Sequence[Any], shown: Mapping[str, tuple[Any, Chart]], document: Document) -> None:
    """Take ``instead:<chart>`` off, the words for a chart whose parts are too short for them, where they are not."""
    for shape in shapes:
        kind, _, slug = name_of(shape).partition(":")
        drawn, chart = shown.get(slug, (None, None))
        if kind == "instead" and chart is not None and says_all(drawn, chart, document, range(len(chart.categories))):
            remove(shape)


def _fill_tables(shapes: Sequence[Any], scene: Scene) -> dict[str, Grid]:
    """Fill all tables; return where the rows lie under which charts stand, by the charts' slugs."""
    grids: dict[str, Grid] = {}
    for shape in [each for each in shapes if name_of(each).startswith("table:")]:
        where, slug = place(scene, shape), name_of(shape).removeprefix("table:")
        if not getattr(shape, "has_table", False):
            raise BadTemplate(f"{where} is not a table.", "Give the name to a table, or rename the shape.")
        asked, table = wants(shape, where), scene.part(Table, slug)
        if table is None or not (table.rows or table.total):
            text = inert(table.empty) if table else asked.empty or NO_DATA
            _without(shape, text, optional=asked.optional and table is None)
        elif scene.page and not scene.rows(slug):
            remove(shape)
        else:
            grid = fill_table(shape, table, scene, asked, where)
            title = scene.words(scene.section.title) if scene.section else ""
            describe(shape, asked.words or scene.words(table.caption) or title)
            grids |= dict.fromkeys(grid.places, grid)
    return grids


def _without(shape: Any, text: str, *, optional: bool) -> None:
    if optional:
        remove(shape)
    else:
        say_instead(shape, text)


def _fill_charts(
    shapes: Sequence[Any], scene: Scene, grids: Mapping[str, Grid], kept_for: set[str], family: str
) -> tuple[dict[str, tuple[Any, Chart]], dict[str, Lanes]]:
    """Fill all charts; return by slug shape and chart of those shown, and the rows of those that stand in tables.

    ``kept_for`` are those that are to stand in tables.
    """
    found = {name_of(each).removeprefix("chart:"): each for each in shapes if name_of(each).startswith("chart:")}
    asked = {slug: wants(shape, place(scene, shape)) for slug, shape in found.items()}
    ends = _shared_ends({slug: each.scale for slug, each in asked.items() if each.scale}, scene)
    shown, lanes = {}, {}
    for slug, shape in found.items():
        where, chart = place(scene, shape), scene.part(Chart, slug)
        if not getattr(shape, "has_chart", False):
            raise BadTemplate(f"{where} is not a chart.", "Give the name to a chart, or rename the shape.")
        if chart is None or not drawable(scene.document, chart) or (slug in kept_for and slug not in grids):
            _without(shape, asked[slug].empty or NO_DATA, optional=asked[slug].optional or slug in kept_for)
            continue
        rows = rows_of(chart, grids.get(slug))
        if not rows:
            remove(shape)
            continue
        if slug in grids:
            lanes[slug] = lay_over(shape, slug, grids[slug], rows, asked[slug])
        if is_points(shape):
            fill_points(shape, chart, scene.document, lanes.get(slug, Lanes(rows)), where)
        else:
            fill_chart(shape, chart, scene.document, rows, where)
            if slug in ends:
                scale_to(shape, ends[slug], chart, scene.document)
            widen(shape, chart, scene.document)
            calm(shape, chart, scene.document)
            thin_out(shape, chart, scene.document, rows, family)
        describe(shape, scene.words(chart.alt) or asked[slug].words or scene.words(chart.title))
        shown[slug] = (shape, chart)
    return shown, lanes


def _shared_ends(scales: Mapping[str, str], scene: Scene) -> dict[str, float]:
    """Return where the scale of each chart ends that shares one with others."""
    ends = {}
    for slug, scale in scales.items():
        parts = (scene.part(Chart, each) for each, other in scales.items() if other == scale)
        ends[slug] = extent([part for part in parts if part is not None], scene.document)
    return ends

"""A second corporate style, drawn with python-pptx alone: a dark bar for titles, other fonts, other places and charts.

It stands for the deck that a team already has: nothing of the house template's look is in it, only its names.
"""

from pathlib import Path

from lxml import etree
from pptx import Presentation
from pptx.chart.data import CategoryChartData, XyChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_MARKER_STYLE
from pptx.enum.shapes import MSO_SHAPE
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.util import Inches, Pt

NIGHT, SAND, RUST = RGBColor(0x1B, 0x26, 0x31), RGBColor(0xF4, 0xEF, 0xE6), RGBColor(0xB0, 0x4A, 0x1F)
INK = RGBColor(0x22, 0x22, 0x22)
HEADS, BODY = "Georgia", "Verdana"
BAR = XL_CHART_TYPE.BAR_CLUSTERED
STACKED = XL_CHART_TYPE.BAR_STACKED_100
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
SECTIONS = ("scorecard", "pace", "drivers", "lift", "sellers", "promised", "streams", "next", "definitions", "insights")
LIFT = ("Campaign", "Campaign, not distinguishable", "Fake dates", "larger than the lift")


def second_style(path: Path) -> Path:
    """Write the deck to ``path``."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Inches(13.333), Inches(7.5)
    _fonts(deck)
    _cover(deck)
    _summary(deck)
    _scorecard(deck)
    _pace(deck)
    _drivers(deck)
    _lift(deck)
    _sellers(deck)
    _promised(deck)
    _streams(deck)
    _listed(deck, "next", ("kind", "next", "what"), (1.6, 5.0, 5.7), rows=6)
    _listed(deck, "definitions", ("term", "meaning"), (2.6, 9.7), rows=10)
    _listed(deck, "insights", ("kind", "what", "how_sure"), (1.4, 7.0, 3.9), rows=8)
    deck.save(str(path))
    return path


def _fonts(deck) -> None:
    part = deck.slide_master.part.part_related_by(RT.THEME)
    root = etree.fromstring(part.blob)
    for name, face in (("majorFont", HEADS), ("minorFont", BODY)):
        root.find(f".//{{*}}{name}/{{*}}latin").set("typeface", face)
    part._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _page(deck, key: str):
    """Add a slide with a dark bar, its title in it, and a line for the source."""
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.notes_slide.notes_text_frame.text = f"#campaignctl: {key}"
    bar = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, 0, 0, deck.slide_width, Inches(1.25))
    bar.fill.solid()
    bar.fill.fore_color.rgb = NIGHT
    bar.line.fill.background()
    bar.name = "Bar"
    slide.shapes._spTree.insert(2, bar._element)
    title = slide.shapes.title
    title.name = "text:headline"
    title.left, title.top, title.width, title.height = (Inches(each) for each in (0.5, 0.1, 12.3, 1.05))
    _write(title, "{{ section.title }}", 24, SAND)
    _box(slide, "text:foot", (0.5, 6.95, 11.0, 0.45), "{{ section.source }}")
    _box(slide, "text:number", (12.0, 6.95, 0.8, 0.35), "{{ page }}")
    return slide


def _write(shape, words: str, size: int, colour: RGBColor) -> None:
    shape.text_frame.text = words
    shape.text_frame.word_wrap = True
    run = shape.text_frame.paragraphs[0].runs[0]
    run.font.size, run.font.color.rgb = Pt(size), colour


def _box(slide, name: str, place, words: str, *, size: int = 12, colour: RGBColor = INK, alt: str = "") -> None:
    shape = slide.shapes.add_textbox(*(Inches(each) for each in place))
    shape.name = name
    _write(shape, words, size, colour)
    if alt:
        shape._element.nvSpPr.cNvPr.set("descr", alt)


def _chart(slide, name: str, kind, place, series, *, alt: str = "") -> None:
    data = CategoryChartData()
    data.categories = ["Sample"]
    for each in series:
        data.add_series(each, (1,))
    shape = slide.shapes.add_chart(kind, *(Inches(each) for each in place), data)
    shape.name = name
    shape.chart.font.size = Pt(12)
    if kind is BAR:  # the first bar on top, as in the table beside it
        shape.chart.category_axis.reverse_order = True
    shape._element.nvGraphicFramePr.cNvPr.set("descr", alt)


def _table(slide, name: str, place, keys, widths, *, alt: str, size: int = 13) -> None:
    rows, (x, y) = 2, place
    height = Inches(0.42 * rows)
    shape = slide.shapes.add_table(rows, len(keys), Inches(x), Inches(y), Inches(sum(widths)), height)
    shape.name = name
    shape._element.nvGraphicFramePr.cNvPr.set("descr", alt)
    for column, (key, width) in enumerate(zip(keys, widths, strict=True)):
        shape.table.columns[column].width = Inches(width)
        for row, token in ((0, f"{{{{ head.{key} }}}}"), (1, f"{{{{ row.{key} }}}}")):
            cell = shape.table.cell(row, column)
            cell.text = token
            cell.fill.solid()
            cell.fill.fore_color.rgb = NIGHT if row == 0 else SAND
            font = cell.text_frame.paragraphs[0].runs[0].font
            font.size, font.color.rgb = Pt(size), SAND if row == 0 else INK


def _cover(deck) -> None:
    slide = _page(deck, "cover")
    _box(slide, "text:campaign", (0.5, 1.6, 6.0, 1.0), "{{ campaign.name }}", size=32, colour=RUST)
    _chart(
        slide, "chart:gmv-by-day", XL_CHART_TYPE.COLUMN_CLUSTERED, (6.8, 1.6, 6.0, 5.0), ("GMV",), alt="optional=yes"
    )


def _summary(deck) -> None:
    slide = _page(deck, "summary optional")
    for number in (1, 2, 3):
        left, slug = 0.5 + 4.1 * (number - 1), f"card-{number}"
        _box(slide, f"{slug} label", (left, 1.5, 3.9, 0.4), f"{{{{ {slug}.label }}}}", size=14, alt=f"needs={slug}")
        _box(
            slide,
            f"{slug} value",
            (left, 1.9, 3.9, 0.8),
            f"{{{{ {slug}.value }}}}",
            size=32,
            colour=RUST,
            alt=f"needs={slug}",
        )
        words, needs = f"{{{{ summary-points.{number} }}}}", f"needs=summary-points.{number}"
        _box(slide, f"point {number}", (0.5, 2.9 + 1.25 * (number - 1), 12.3, 1.1), words, size=16, alt=needs)


def _scorecard(deck) -> None:
    slide = _page(deck, "scorecard optional needs=table:scorecard")
    keys, widths = ("category", "gmv", "target", "vs_target", "vs_baseline"), (2.6, 1.3, 1.3, 1.5, 1.3)
    _table(slide, "table:scorecard", (0.5, 1.5), keys, widths, alt="max_rows=9 height=5.2")
    _chart(slide, "chart:percent-of-target", BAR, (8.7, 1.5, 4.1, 5.2), ("Met", "Missed"), alt="optional=yes")


def _pace(deck) -> None:
    slide = _page(deck, "pace optional needs=chart:pace")
    series = ("Campaign", "Below target", "Target", "Baseline")
    _chart(slide, "chart:pace", XL_CHART_TYPE.COLUMN_CLUSTERED, (0.5, 1.5, 12.3, 3.2), series)
    _table(slide, "table:pace", (0.5, 4.85), ("1", "*"), (1.8, 10.5), alt="max_rows=4 height=2.0 optional=yes", size=12)


def _drivers(deck) -> None:
    """Draw a bridge: stacked columns, with what stands above them and between them as lines over the columns."""
    slide = _page(deck, "drivers optional needs=chart:drivers")
    columns, lines = (
        ("Base", "Baseline", "Up", "Down", "Campaign"),
        ("Amount", "First link", "Second link", "Third link"),
    )
    place = (0.5, 1.5, 7.5, 5.2)
    _chart(slide, "chart:drivers", XL_CHART_TYPE.COLUMN_STACKED, place, (*columns, *lines), alt="optional=yes")
    space = slide.shapes[-1].chart._chartSpace
    stack = space.find(".//{*}barChart")
    over = etree.SubElement(stack.getparent(), f"{C}lineChart")
    etree.SubElement(over, f"{C}grouping", val="standard")
    for series in stack.findall(f"{C}ser")[len(columns) :]:
        for own in series.findall(f"{C}invertIfNegative"):
            series.remove(own)
        over.append(series)
    for axis in stack.findall(f"{C}axId"):
        etree.SubElement(over, f"{C}axId", val=axis.get("val"))
    stack.addnext(over)
    for name in ("Base", "Amount"):
        _unseen(next(each for each in slide.shapes[-1].chart.plots[name == "Amount"].series if each.name == name))
    _table(slide, "table:drivers", (8.4, 1.6), ("what", "change"), (2.6, 1.6), alt="max_rows=6 optional=yes")


def _unseen(series) -> None:
    series.format.fill.background()
    series.format.line.fill.background()


def _lift(deck) -> None:
    slide = _page(deck, "lift optional needs=chart:lift")
    data = XyChartData()
    for name in LIFT:
        data.add_series(name).add_data_point(1, 1)
        if name.startswith("Campaign"):
            data.add_series(f"{name}: interval").add_data_point(1, 1)
    place = [Inches(each) for each in (4.9, 1.5, 4.2, 5.2)]
    shape = slide.shapes.add_chart(XL_CHART_TYPE.XY_SCATTER, *place, data)
    shape.name = "chart:lift"
    _dots_and_bars(shape.chart)
    _table(slide, "table:lift-rows", (0.5, 1.5), ("what", "effect"), (3.0, 1.2), alt="max_rows=9 height=5.2")
    _table(slide, "table:lift-money", (9.3, 1.5), ("what", "money"), (1.9, 1.6), alt="max_rows=4 optional=yes", size=12)


def _dots_and_bars(chart) -> None:
    """Draw estimates as dots and their intervals as bars, the first row on top."""
    chart.font.size, chart.has_legend = Pt(12), False
    chart.value_axis.reverse_order, chart.value_axis.visible = True, False
    chart.value_axis.has_major_gridlines = False
    for series in chart.plots[0].series:
        if series.name.endswith(": interval"):
            series.format.line.width, series.format.line.color.rgb = Pt(3), NIGHT
            series.marker.style = XL_MARKER_STYLE.NONE
        else:
            series.marker.style, series.marker.size = XL_MARKER_STYLE.CIRCLE, 12
            series.marker.format.fill.solid()
            series.marker.format.fill.fore_color.rgb = RUST


def _sellers(deck) -> None:
    slide = _page(deck, "sellers optional needs=table:sellers-above|table:sellers-below")
    for slug, left in (("above", 0.5), ("below", 6.8)):
        alt = "max_rows=8 height=2.9 optional=yes"
        _table(slide, f"table:sellers-{slug}", (left, 1.5), ("1", "2", "3"), (3.0, 1.6, 1.4), alt=alt, size=12)
        _chart(
            slide,
            f"chart:{slug}",
            BAR,
            (left, 4.6, 6.0, 2.2),
            ("Sellers", "Furthest"),
            alt="optional=yes scale=sellers",
        )


def _promised(deck) -> None:
    slide = _page(deck, "promised optional needs=table:promised-worst")
    for number, kind in enumerate(("price", "stock", "streams")):
        name, place = f"chart:promised-{kind}", (0.5 + 4.1 * number, 1.5, 3.9, 1.0)
        _chart(slide, name, STACKED, place, ("Kept", "Broken"), alt="optional=yes")
    keys, widths = ("seller", "standing", "kept", "cost"), (4.5, 3.0, 2.0, 2.6)
    _table(slide, "table:promised-worst", (0.5, 2.7), keys, widths, alt="max_rows=5 height=3.0")
    _box(slide, "text:sum", (0.5, 6.1, 12.3, 0.7), "{{ promised-sum.1 }}", size=14, alt="needs=promised-sum.1")
    own = _page(deck, "promised optional needs=table:promised-own")
    keys, widths = ("what", "which", "agreed", "dearest", "money"), (2.6, 4.6, 1.6, 1.9, 1.6)
    _table(own, "table:promised-own", (0.5, 1.5), keys, widths, alt="max_rows=10 height=5.2", size=12)


def _streams(deck) -> None:
    slide = _page(deck, "streams optional needs=table:streams")
    keys, widths = ("1", "seller", "gmv", "views"), (3.0, 2.0, 1.3, 1.3)
    _table(slide, "table:streams", (0.5, 1.5), keys, widths, alt="max_rows=9 height=5.2", size=12)
    _chart(slide, "chart:stream-gpm", BAR, (8.3, 1.5, 4.5, 5.2), ("Watch GPM", "Best"), alt="optional=yes")
    hours = _page(deck, "streams optional needs=table:stream-hours")
    _table(hours, "table:stream-hours", (0.5, 1.5), ("1", "*"), (2.0, 9.0), alt="max_rows=8 height=4.5", size=12)


def _listed(deck, slug: str, keys, widths, rows: int) -> None:
    slide = _page(deck, f"{slug} optional needs=table:{slug}")
    if slug == "definitions":
        keys, widths, own = ("term", "meaning"), (1.6, 4.3), ("1", "2", "3")
        alt = "max_rows=10 height=5.3 optional=yes"
        _table(slide, "table:data", (6.7, 1.5), own, (3.4, 1.4, 1.3), alt=alt, size=12)
    _table(slide, f"table:{slug}", (0.5, 1.5), keys, widths, alt=f"max_rows={rows} height=5.3")

"""Does a team's own deck fit? Every slide, chart, table and token is held against what a report may hold.

What keeps a deck from being written is an error; what it will not show, or shows otherwise than thought, a note.
"""

import re
from collections.abc import Iterator

from campaignctl.domain.document import Vocabulary
from campaignctl.writers.pptx.checking_asks import check_asks
from campaignctl.writers.pptx.contract import BY_CATEGORY, DECK, POINTS, REPEATED
from campaignctl.writers.pptx.inspection import ChartShape, TableShape, Template, TemplateSlide
from campaignctl.writers.pptx.measuring import is_measured
from campaignctl.writers.pptx.points import CENTRE, INTERVAL
from campaignctl.writers.pptx.remarks import Remark, error, near, note
from campaignctl.writers.pptx.scene import SLIDE

SMALLEST = 12.0
SECTION_WORDS = ("section.title", "section.context", "section.source", "section.name", "page")
_NUMBERED = re.compile(r"\d+(\.figure|\.slides|\.lead|\.rest)?")
_CARD = re.compile(r"label|value|against-\d\.(label|change)")


def check_template(template: Template, vocabulary: Vocabulary) -> tuple[Remark, ...]:
    """Return all remarks on a template, slide by slide, those on the whole of it last."""
    found = [remark for slide in template.slides for remark in _slide(slide, vocabulary)]
    return (*found, *_whole(template))


def _slide(slide: TemplateSlide, vocabulary: Vocabulary) -> Iterator[Remark]:
    yield from _kinds(slide)
    yield from check_asks(slide, vocabulary)
    if slide.section:
        yield from _section(slide, vocabulary)
    for chart in slide.charts:
        if chart.slug:
            yield from _chart(slide, chart, vocabulary)
    for table in slide.tables:
        if table.slug:
            yield from _table(slide, table, vocabulary)
    for token in slide.tokens:
        if not is_known(token, vocabulary):
            yield error(
                slide.number, "", f"{{{{ {token} }}}} is no word of the report{near(token, _words(vocabulary))}"
            )
    for shape, size in slide.small:
        yield note(slide.number, shape, f"text of {size:g} points is hard to read", "Set it in 12 or more.")


def _kinds(slide: TemplateSlide) -> Iterator[Remark]:
    held = {"chart": {chart.name for chart in slide.charts}, "table": {table.name for table in slide.tables}}
    for name in slide.shapes:
        kind, _, slug = name.partition(":")
        if slug and kind in held and name not in held[kind]:
            fix = f"Give the name to a {kind}, or rename the shape."
            yield error(slide.number, name, f"the shape is named like a {kind} and is none", fix)


def _section(slide: TemplateSlide, vocabulary: Vocabulary) -> Iterator[Remark]:
    known = REPEATED if slide.repeat else {each.partition(".")[0] for each in vocabulary.sections}
    wanted = slide.repeat or slide.section
    if slide.repeat and wanted not in known:
        what = f"repeat={wanted}: a slide can be repeated per {' or '.join(REPEATED)}{near(wanted, known)}"
        yield error(slide.number, "notes", what)
    elif wanted not in known:
        yield error(slide.number, "notes", f"the report has no section {wanted}{near(wanted, known)}")


def _chart(slide: TemplateSlide, chart: ChartShape, vocabulary: Vocabulary) -> Iterator[Remark]:
    if chart.slug not in vocabulary.charts:
        yield error(
            slide.number, chart.name, f"the report has no chart {chart.slug}{near(chart.slug, vocabulary.charts)}"
        )
        return
    if wrong := _unfit(chart):
        yield error(slide.number, chart.name, *wrong)
        return
    wanted = vocabulary.charts[chart.slug]
    own = [name for name in chart.series if not name.endswith((INTERVAL, CENTRE))]
    lacking = [name for name in wanted if name not in own]
    if lacking and len(own) < len(wanted):
        what = f"the chart has {len(own)} series, the report up to {len(wanted)}; it lacks {', '.join(lacking)}"
        yield error(slide.number, chart.name, what, "Add the series in PowerPoint: Chart Design, Select Data.")
    elif lacking:
        what = f"no series is named {', '.join(lacking)}; the report's go to the chart's in their order"
        fix = "Name the series so, for each to keep its own look."
        yield note(slide.number, chart.name, what, fix)


def _unfit(chart: ChartShape) -> tuple[str, str] | None:
    """Return what is wrong with a chart's kind and what to do, or None."""
    called = chart.kind.replace("_", " ")
    if chart.slug in POINTS:
        is_fit = chart.kind.startswith("xy_scatter")
        fix = "Copy the chart from campaignctl templates --write: a scatter chart with a series per interval."
        return None if is_fit else (f"the chart is of kind {called}; estimates need a scatter chart", fix)
    fix = "Change its type in PowerPoint to columns, bars, lines, or columns with lines."
    return None if chart.kind.startswith(BY_CATEGORY) else (f"a chart of kind {called} cannot show these series", fix)


def _table(slide: TemplateSlide, table: TableShape, vocabulary: Vocabulary) -> Iterator[Remark]:
    if table.slug not in vocabulary.tables:
        yield error(
            slide.number, table.name, f"the report has no table {table.slug}{near(table.slug, vocabulary.tables)}"
        )
        return
    cells = [token.partition(".") for token in table.columns]
    if not any(kind == "row" or kind.startswith("chart:") for kind, _, _ in cells):
        fix = "Give the table one row with {{ row.<column> }} in its cells, below the header."
        yield error(slide.number, table.name, "the table has no pattern row", fix)
    wanted = vocabulary.tables[table.slug]
    for kind, _, key in cells:
        if kind in {"first", "row", "head", "total"} and key != "*" and not key.isdigit() and key not in wanted:
            what = f"{{{{ {kind}.{key} }}}}: the table has no column {key}{near(key, wanted)}"
            yield error(slide.number, table.name, what, f"Its columns are {', '.join(wanted)}.")


def _whole(template: Template) -> Iterator[Remark]:
    by_section: dict[str, set[str]] = {}
    for slide in template.slides:
        if slide.section and not slide.repeat:
            by_section.setdefault(slide.section, set()).update(slide.shapes)
    for section, names in by_section.items():
        number = next(slide.number for slide in template.slides if slide.section == section)
        for name in DECK.get(section, ()):
            if name not in names:
                fix = f"Name the {name.partition(':')[0]} so in the Selection Pane, or take the slide out."
                yield error(number, name, f"section {section} needs a shape of this name", fix)
    missing = [section for section in DECK if section not in by_section]
    if not by_section and not any(slide.repeat for slide in template.slides):
        what = "no slide says which section it shows, so nothing would be filled"
        yield error(0, "", what, "Write #campaignctl: <section> into the notes of a slide.")
    elif missing:
        what, fix = f"no slide shows {', '.join(missing)}", "Copy those slides from campaignctl templates --write."
        yield note(0, "", what, fix)
    for font in template.fonts:
        if not is_measured(font):
            what = f"{font} cannot be measured here, so texts are made to fit as if set in Arial"
            yield note(0, "", what, "Leave some room beside long texts.")


def is_known(token: str, vocabulary: Vocabulary) -> bool:
    """Whether a token outside a table's rows can be filled from a report of ``vocabulary``."""
    name, _, words = token.partition("|")
    if words and not _is_figure(name, vocabulary):
        return False
    if name in SECTION_WORDS or name in vocabulary.texts or _is_figure(name, vocabulary):
        return True
    slug, _, rest = name.partition(".")
    if name.startswith(SLIDE):
        return rest in vocabulary.sections
    if slug in vocabulary.cards:
        return bool(_CARD.fullmatch(rest))
    if slug in vocabulary.paragraphs:
        return bool(_NUMBERED.fullmatch(rest))
    return (slug in vocabulary.charts and rest in {"title", "unit", "key"}) or (
        slug in vocabulary.tables and rest == "caption"
    )


def _is_figure(name: str, vocabulary: Vocabulary) -> bool:
    families = tuple(family.removesuffix("*") for family in vocabulary.figures)
    return name.startswith(families) and len(name.split(".")) > 1


def _words(vocabulary: Vocabulary) -> list[str]:
    cards = [f"{card}.{part}" for card in vocabulary.cards for part in ("label", "value")]
    figures = [family.replace("*", "total") for family in vocabulary.figures]
    return [*SECTION_WORDS, *vocabulary.texts, *cards, *figures, *(f"{chart}.title" for chart in vocabulary.charts)]

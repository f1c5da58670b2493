"""Does a team's own memo fit? Every token, table and chart is held against what a memo may hold.

What keeps the memo from being written, or drops a part that was meant to be there, is an error.
"""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from campaignctl.domain.document import Vocabulary
from campaignctl.domain.findings import Severity
from campaignctl.writers.docx.contract import BESIDE, CHARTS, FIELDS, KNOWN, SECTIONS, TABLES
from campaignctl.writers.docx.inspection import DrawnChart, GrowingTable, MemoTemplate
from campaignctl.writers.pptx.remarks import Remark

LISTED = "campaignctl templates lists what a memo may hold."
DRAWN_AS = {"days": "pace"}
"""Charts that the memo has under a word of its own, and the report's under whose series they are drawn."""


def check_memo(template: MemoTemplate, vocabulary: Vocabulary) -> tuple[Remark, ...]:
    """Return all remarks on a memo's template, those on the whole of it last."""
    return (
        *(
            _error("", f"a token does not end: {text}", "Close it with }} in one paragraph.")
            for text in template.unclosed
        ),
        *_tokens(template, vocabulary),
        *(remark for table in template.tables for remark in _table(table)),
        *(remark for chart in template.charts for remark in _chart(chart, vocabulary)),
        *_whole(template),
    )


def _tokens(template: MemoTemplate, vocabulary: Vocabulary) -> Iterator[Remark]:
    for token in template.tokens:
        if token in KNOWN or token in vocabulary.texts or _is_figure(token, vocabulary):
            continue
        near = _near(token, _words(vocabulary))
        yield _error("", f"{{{{ {token} }}}} is no word of a memo{near}", LISTED)


def _is_figure(token: str, vocabulary: Vocabulary) -> bool:
    families = tuple(family.removesuffix("*") for family in vocabulary.figures)
    return token.startswith(families) and len(token.split(".")) > 1


def _words(vocabulary: Vocabulary) -> list[str]:
    return [*KNOWN, *vocabulary.texts, *(family.replace("*", "total") for family in vocabulary.figures)]


def _table(table: GrowingTable) -> Iterator[Remark]:
    where = f"table of {{{{ {table.tokens[0]} }}}}"
    if len(table.slugs) > 1:
        what = f"one row has columns of several tables: {', '.join(table.slugs)}"
        yield _error(where, what, "Give each table of the report a table of its own.")
    for slug in table.slugs:
        if slug not in TABLES:
            yield _error(where, f"a memo has no table {slug}{_near(slug, TABLES)}", f"Tables are {', '.join(TABLES)}.")
    for token in (*table.tokens, *table.totals):
        slug, _, key = token.rpartition(".")
        slug = table.slugs[0] if token in table.totals else slug
        if slug in TABLES and key not in TABLES[slug]:
            what = f"{{{{ {token} }}}}: the table has no column {key}{_near(key, TABLES[slug])}"
            yield _error(where, what, f"Its columns are {', '.join(TABLES[slug])}.")


def _chart(chart: DrawnChart, vocabulary: Vocabulary) -> Iterator[Remark]:
    name = f"chart:{chart.slug}"
    if chart.slug not in CHARTS:
        yield _error(
            name, f"a memo has no chart {chart.slug}{_near(chart.slug, CHARTS)}", f"Charts are {', '.join(CHARTS)}."
        )
        return
    if not chart.has_workbook:
        yield _error(name, "the chart has no workbook inside", "Insert it anew, so that its data are in the file.")
    beside = BESIDE.get(chart.slug, "")
    if chart.points and chart.beside != beside:
        what = f"the chart draws a mark per row and stands in no row of {beside or 'its table'}"
        yield _error(name, what, f"Put it into a cell of the row that holds {{{{ {beside}.what }}}}.")
    wanted = vocabulary.charts.get(DRAWN_AS.get(chart.slug, chart.slug), ())
    lacking = [series for series in wanted if series not in chart.series]
    if lacking and len(chart.series) < len(wanted):
        what = f"the chart has {len(chart.series)} series, the memo up to {len(wanted)}; it lacks {', '.join(lacking)}"
        yield _error(name, what, "Add the series in Word: Chart Design, Select Data.")
    elif lacking:
        what = f"no series is named {', '.join(lacking)}; the memo's go to the chart's in their order"
        yield Remark(Severity.NOTE, 0, name, what, "Name the series so, for each to keep its own look.")


def _whole(template: MemoTemplate) -> Iterator[Remark]:
    shown = {token.partition(".")[0] for token in template.tokens if token.partition(".")[2] in FIELDS}
    shown |= {slug for table in template.tables for slug in table.slugs}
    missing = [section for section in SECTIONS if section not in shown and section != "memo"]
    if missing:
        what = f"it shows nothing of {', '.join(missing)}"
        yield Remark(Severity.NOTE, 0, "", what, "Copy those paragraphs from campaignctl templates --write.")
    if "memo.title" not in template.tokens:
        what = "the headline {{ memo.title }} stands nowhere"
        yield Remark(Severity.NOTE, 0, "", what, "Put it above the answer: it says what the campaign brought.")
    drawn = {chart.slug for chart in template.charts}
    for slug in CHARTS:
        if slug not in drawn:
            fix = f"Name a chart chart:{slug} in Word's Selection Pane, or leave it out."
            yield Remark(Severity.NOTE, 0, "", f"it has no chart {slug}", fix)


def _near(word: str, known: Iterable[str]) -> str:
    close = get_close_matches(word, list(known), n=1)
    return f"; did you mean {close[0]}?" if close else ""


def _error(shape: str, what: str, fix: str) -> Remark:
    return Remark(Severity.ERROR, 0, shape, what, fix)

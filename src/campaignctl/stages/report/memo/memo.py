"""The memo: what the campaign brought on two pages, for someone who decides about the next one.

Answer, figures, lift, return, promises, decisions, and how sure all of it is; what else stands out where there is room.
Every part is the report's own, shortened.
"""

from dataclasses import replace

from campaignctl.domain.charts import Chart
from campaignctl.domain.document import Against, Card, Document, Part, Section, Text
from campaignctl.domain.sentences import Ref, Sentence, say
from campaignctl.domain.tables import Cell, Column, Mark, Table
from campaignctl.stages.report.basis import BASELINE, BASELINE_OPENS, joined
from campaignctl.stages.report.key_figures import without_key_figures
from campaignctl.stages.report.memo.before import held_before
from campaignctl.stages.report.memo.cuts import ends, fitted, within
from campaignctl.stages.report.memo.decisions import ask, decisions
from campaignctl.stages.report.memo.lift import ESTIMATE, lift
from campaignctl.stages.report.memo.payback import paid_back
from campaignctl.stages.report.memo.promises import promised
from campaignctl.stages.report.slides import brought, missing

CATEGORIES = 8
"""Bars of a chart, that of all categories among them."""

FEWEST = 2
"""One category and all of them say in a sentence what there is to say."""

SEEN = {"what": 56, "how_sure": 33}
"""Letters on a line of a table's columns, in the house's template."""

_FIGURES = (
    Column("what", ""),
    Column("result", "Result"),
    Column("plan", "Target"),
    Column("vs_plan", "vs target"),
    Column("baseline", "Baseline"),
    Column("vs_baseline", "vs baseline"),
)


def memo(document: Document) -> Document:
    """Return the document of the memo; a section that the report lacks, or that says nothing, is left out."""
    asked = decisions(document)
    made = (
        _answer(document, ask(asked)),
        lift(document),
        _standing(document),
        _standing_out(document),
        paid_back(document),
        promised(document),
        asked,
        _sureness(document),
    )
    return replace(document, sections=fitted(document, tuple(section for section in made if section is not None)))


def _answer(document: Document, asked: Text | None) -> Section | None:
    summary = document.section("summary")
    if summary is None:
        return None
    cards = [part for part in without_key_figures(summary.parts) if isinstance(part, Card)]
    told = _told(document)
    answer = (Text("answer", told), asked) if told else ()
    parts = [part for part in answer if part is not None]
    figures: list[Part] = [_figures(cards), *held_before(document, cards)] if cards else []
    return replace(summary, slug="memo", name="Memo", parts=(*parts, *figures), source=without_baseline(summary.source))


def _told(document: Document) -> tuple[Sentence, ...]:
    """Return what the campaign brought, or why that cannot be told, and what came of money and of promises."""
    effect = brought(document)
    instead = document.section("lift") or document.section("change")
    opening = effect or (joined(instead.title, say(".")) if instead is not None else Sentence())
    titles = [joined(held.title, say(".")) for slug in ("roi", "promised") if (held := document.section(slug))]
    told = tuple(sentence for sentence in (*missing(document), opening, *titles) if sentence)
    points = document.part("summary-points")
    return told or (points.sentences if isinstance(points, Text) else ())


def without_baseline(source: Sentence) -> Sentence:
    """Return a source without how the baseline was made, which stands under the figure that shows it."""
    at = source.parts.index(BASELINE_OPENS) if BASELINE_OPENS in source.parts else len(source.parts)
    return Sentence(source.parts[:at])


def _figures(cards: list[Card]) -> Table:
    """Return the cards as a table: one a row, its target and baseline in columns where any card has them."""
    rows = [_figure_row(card) for card in cards]
    heads = [column for column in _FIGURES if any(column.key in cells for cells, _ in rows)]
    cells = tuple(tuple(row.get(column.key) for column in heads) for row, _ in rows)
    marks = {(at, key): mark for at, (_, found) in enumerate(rows) for key, mark in found.items()}
    return Table("figures", tuple(heads), cells, marks=marks)


def _figure_row(card: Card) -> tuple[dict[str, Cell], dict[str, Mark]]:
    cells: dict[str, Cell] = {"what": card.label, "result": Ref(card.figure)}
    marks: dict[str, Mark] = {}
    for line in card.against:
        value = _value(line)
        if not line.change or value is None:
            cells["what"] = joined(_sentence(cells["what"]), say(", "), line.label)
            continue
        key = "baseline" if value.id.endswith(f"@{BASELINE}") else "plan"
        cells |= {key: value, f"vs_{key}": Ref(line.change)}
        marks[f"vs_{key}"] = line.mark
    return cells, marks


def _value(line: Against) -> Ref | None:
    return next((part for part in line.label.parts if isinstance(part, Ref)), None)


def _sentence(cell: Cell) -> Sentence:
    return cell if isinstance(cell, Sentence) else Sentence((cell,)) if cell is not None else Sentence()


def _standing(document: Document) -> Section | None:
    """Return how days and categories did, in a sentence each and, where there is room, drawn."""
    days, categories = document.section("pace") or document.section("daily"), document.section("scorecard")
    told = tuple(joined(held.title, say(".")) for held in (days, categories) if held is not None)
    charts = tuple(chart for chart in (_categories(document), days_drawn(document)) if chart is not None)
    if not told:
        return None
    return Section("standing", "Standing", told[0], parts=(Text("standing", told), *charts))


def days_drawn(document: Document) -> Chart | None:
    """Return the chart ``days``: the days against target and baseline, alone where there is neither, or None."""
    pace, alone = document.part("pace"), document.part("gmv-by-day")
    drawn = pace if isinstance(pace, Chart) else alone
    return replace(drawn, slug="days") if isinstance(drawn, Chart) else None


def _categories(document: Document) -> Chart | None:
    """Return the categories in percent of their target; of many the best and the worst, and all together."""
    chart = document.part("percent-of-target")
    if not isinstance(chart, Chart) or sum(bool(one) for series in chart.series for one in series.values) <= FEWEST:
        return None
    rows = ends(len(chart.categories), CATEGORIES, CATEGORIES // 2)
    series = tuple(replace(one, values=tuple(one.values[row] for row in rows)) for one in chart.series)
    return replace(chart, categories=tuple(chart.categories[row] for row in rows), series=series)


def _standing_out(document: Document) -> Section | None:
    summary, table = document.section("summary"), document.part("highlights")
    if summary is None or not isinstance(table, Table) or not table.rows:
        return None
    title = say("What stands out, the most money at stake first")
    return Section("insights", "Insights", title, parts=(within(document, table, SEEN),))


def _sureness(document: Document) -> Section | None:
    """Return how complete the data are, what moved since the last report, and what limits or forbids the estimate."""
    held, words, instead = (document.section("data"), document.part("lift-words"), document.part("change-words"))
    if held is None:
        return None
    limits = words.sentences[ESTIMATE:] if isinstance(words, Text) else ()
    limits = instead.sentences if isinstance(instead, Text) else limits
    since = document.part("moved")
    told = (joined(held.title, say(".")), *(since.sentences if isinstance(since, Text) else ()), *limits)
    return replace(held, title=say("How sure we are"), parts=(Text("sureness", told),))
